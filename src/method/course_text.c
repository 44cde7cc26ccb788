/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "method/course_text.h"

static void
csv_score(const struct course_scores *course, const struct course_score *score,
    const struct scores *key, struct csv_put *out)
{
    const struct scale_score *v = &key->v[score->scale];
    bool settled = v->state == SCORE_SETTLED;

    csv_put_text(out, course->trainees[score->trainee].s);
    csv_put_text(out, key->rules->scales[score->scale].is.id);
    csv_put_milli(out, score->score);
    if (settled) {
        csv_put_milli(out, v->value);
        csv_put_milli(out, score->score - v->value);
    }
    csv_put_empty(out, settled ? 0 : 2);
    if (v->nscored > 0) {
        csv_put_milli(out, v->low);
        csv_put_milli(out, v->high);
    }
    csv_put_empty(out, v->nscored > 0 ? 0 : 2);
    csv_put_row(out);
}

void
course_csv(const struct course_scores *course, const struct scores *key,
    struct csv_put *out)
{
    static const char *const heads[] = {
        "trainee", "scale", "score", "key", "apart", "lowest", "highest"};

    csv_put_head(out);
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
        csv_put_text(out, heads[i]);
    csv_put_row(out);
    for (int t = 0; t < course->ntrainees; t++)
        for (int i = course->first[t]; i >= 0; i = course->v[i].next)
            csv_score(course, &course->v[i], key, out);
}

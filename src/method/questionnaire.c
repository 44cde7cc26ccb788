/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "method/questionnaire.h"

#include <string.h>

const char *const subscale_state_name[] = {
    [SUBSCALE_MISSING] = "missing",
    [SUBSCALE_ENTERED] = "entered",
    [SUBSCALE_COMPUTED] = "computed",
};

/* The answer to an item, or NULL. */
static const struct item *
find_answer(const struct filled *f, int number)
{
    for (int i = 0; i < f->nitems; i++) {
        int n;

        if (int_parse(f->items[i].name.s, &n) && n == number)
            return &f->items[i];
    }
    return NULL;
}

static const struct item *
find_entered(const struct filled *f, const char *id)
{
    for (int i = 0; i < f->nscores; i++)
        if (strcmp(f->scores[i].name.s, id) == 0)
            return &f->scores[i];
    return NULL;
}

/* Answers and ranges begin at 0 or above, so halves go up by adding half. */
static int
divide_half_up(long long value, int by)
{
    return (int)((2 * value + by) / (2LL * by));
}

static void
compute(const struct rules *r, const struct filled *f, const struct subscale *s,
    struct subscale_score *out)
{
    const struct questionnaire *q = &r->questionnaires[s->questionnaire];
    long long sum = 0;

    for (int i = 0; i < s->nitems; i++) {
        const struct item *item = find_answer(f, s->items[i]);

        if (item == NULL)
            continue;
        out->answered++;
        sum += s->reversed[i] ? (q->min + q->max) * 1000 - item->value
                              : item->value;
    }
    if (out->answered == 0 || s->nitems - out->answered > s->missing_at_most)
        return;
    out->state = SUBSCALE_COMPUTED;
    out->value = divide_half_up(s->mean ? sum : sum * s->nitems, out->answered);
}

static int
find_band(const struct bands *b, int value)
{
    int i = b->n - 1;

    while (i > 0 && value < b->v[i].from)
        i--;
    return i;
}

struct subscale_score
questionnaire_subscale(
    const struct rules *r, const struct filled *f, int subscale)
{
    const struct subscale *s = &r->subscales[subscale];
    const struct item *entered = find_entered(f, s->is.id);
    struct subscale_score out = {.subscale = subscale, .band = -1};

    compute(r, f, s, &out);
    if (entered != NULL) {
        out.state = SUBSCALE_ENTERED;
        out.value = entered->value;
    }
    if (out.state != SUBSCALE_MISSING && s->bands >= 0)
        out.band = find_band(&r->bands[s->bands], out.value);
    return out;
}

int
questionnaire_scores(struct arena *a, const struct rules *r,
    const struct filled *f, struct subscale_score **out)
{
    int n = 0;

    *out = NEW(a, struct subscale_score, r->nsubscales);
    for (int i = 0; i < r->nsubscales; i++)
        if (r->subscales[i].questionnaire == f->index)
            (*out)[n++] = questionnaire_subscale(r, f, i);
    return n;
}

const struct reference *
questionnaire_reference(
    const struct rules *r, int subscale, const struct reference *after)
{
    int i = after == NULL ? 0 : (int)(after - r->references) + 1;

    for (; i < r->nreferences; i++)
        if (r->references[i].subscale == subscale)
            return &r->references[i];
    return NULL;
}

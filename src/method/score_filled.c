/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "method/score_filled.h"

#include "base/utf8.h"
#include "method/fill.h"
#include "method/questionnaire.h"

#include <string.h>

static const struct subscale *
subscale_of(const struct scores *s, const struct subscale_score *v)
{
    return &s->rules->subscales[v->subscale];
}

static const char *
questionnaire_id(const struct scores *s, const struct filled *f)
{
    return s->rules->questionnaires[f->index].is.id;
}

static const struct band *
band_of(const struct scores *s, const struct subscale_score *v)
{
    return v->band < 0 ? NULL
                       : &s->rules->bands[subscale_of(s, v)->bands].v[v->band];
}

/* Text ---------------------------------------------------------------- */

enum { TITLE_WIDTH = 28, VALUE_WIDTH = 8 };

static void
pad(struct buf *out, const char *text, int width)
{
    int used = (int)utf8_count(text, strlen(text));

    buf_printf(out, "%s%*s", text, used + 2 < width ? width - used : 2, "");
}

static void
text_subscale(const struct scores *s, enum lang lang,
    const struct subscale_score *v, struct buf *out)
{
    static const char *const missing[LANG_COUNT] = {
        "niet genoeg antwoorden", "not enough answers"};
    static const char *const of[LANG_COUNT] = {"van", "of"};
    const struct subscale *is = subscale_of(s, v);
    const struct band *band = band_of(s, v);
    struct fill env = {
        .rules = s->rules, .interview = s->interview, .lang = lang};
    const char *label = band == NULL ? NULL : band->label.t[lang].s;

    buf_puts(out, "  ");
    pad(out,
        is->title.t[lang].s == NULL
            ? is->is.id
            : fill_text(out->a, &env, is->title.t[lang].s),
        TITLE_WIDTH);
    if (v->state == SUBSCALE_MISSING)
        buf_printf(out, "%s  ", missing[lang]);
    else
        pad(out, fill_number(out->a, v->value, lang), VALUE_WIDTH);
    if (label != NULL)
        buf_printf(out, "%s  ", label);
    if (v->state != SUBSCALE_ENTERED)
        buf_printf(out, "(%d %s %d items)", v->answered, of[lang], is->nitems);
    while (out->len > 0 && out->p[out->len - 1] == ' ')
        out->len--;
    buf_putc(out, '\n');
}

void
score_filled_text(const struct scores *s, enum lang lang, struct buf *out)
{
    struct fill env = {
        .rules = s->rules, .interview = s->interview, .lang = lang};

    for (int i = 0; i < s->interview->nquestionnaires; i++) {
        const struct filled *f = &s->interview->questionnaires[i];
        const char *title;
        struct subscale_score *v;
        int n;

        title = s->rules->questionnaires[f->index].title.t[lang].s;
        buf_printf(out, "%s\n", fill_text(out->a, &env, title));
        n = questionnaire_scores(out->a, s->rules, f, &v);
        for (int k = 0; k < n; k++)
            text_subscale(s, lang, &v[k], out);
    }
}

/* CSV ----------------------------------------------------------------- */

static void
csv_subscale(const struct scores *s, const struct filled *f,
    const struct subscale_score *v, struct csv_put *out)
{
    const struct band *band = band_of(s, v);
    const char *id = questionnaire_id(s, f);

    csv_put_text(out, s->interview->case_id.s);
    csv_put_text(out, id);
    csv_put_text(
        out, arena_printf(out->out->a, "%s.%s", id, subscale_of(s, v)->is.id));
    csv_put_text(out, subscale_state_name[v->state]);
    if (v->state != SUBSCALE_MISSING)
        csv_put_milli(out, v->value);
    else
        csv_put_empty(out, 1);
    csv_put_text(out, band == NULL ? "" : band->id);
    csv_put_empty(out, 10);
    csv_put_row(out);
}

void
score_filled_csv(const struct scores *s, struct csv_put *out)
{
    for (int i = 0; i < s->interview->nquestionnaires; i++) {
        const struct filled *f = &s->interview->questionnaires[i];
        struct subscale_score *v;
        int n;

        n = questionnaire_scores(out->out->a, s->rules, f, &v);
        for (int k = 0; k < n; k++)
            csv_subscale(s, f, &v[k], out);
    }
}

/* JSON ---------------------------------------------------------------- */

const char *const reference_status_name[] = {
    [REFERENCE_PUBLISHED] = "published_sample",
    [REFERENCE_LOCAL] = "local_sample",
    [REFERENCE_NORM] = "norm",
};

void
score_references_json(
    const struct rules *r, int scale, int subscale, struct buf *out)
{
    bool first = true;

    buf_puts(out, ",\"references\":[");
    for (int i = 0; i < r->nreferences; i++) {
        const struct reference *ref = &r->references[i];

        if (ref->scale != scale || ref->subscale != subscale)
            continue;
        buf_printf(
            out, "%s{\"id\":\"%s\",\"value\":", first ? "" : ",", ref->is.id);
        first = false;
        buf_milli(out, ref->value);
        if (ref->has_range) {
            buf_puts(out, ",\"low\":");
            buf_milli(out, ref->low);
            buf_puts(out, ",\"high\":");
            buf_milli(out, ref->high);
        }
        buf_printf(out, ",\"n\":%d,\"status\":\"%s\"}", ref->n,
            reference_status_name[ref->status]);
    }
    buf_putc(out, ']');
}

static void
json_subscale(const struct scores *s, const struct subscale_score *v,
    bool first, struct buf *out)
{
    const struct subscale *is = subscale_of(s, v);
    const struct band *band = band_of(s, v);

    buf_printf(out, "%s{\"id\":\"%s\",\"state\":\"%s\",", first ? "" : ",",
        is->is.id, subscale_state_name[v->state]);
    if (v->state != SUBSCALE_MISSING) {
        buf_puts(out, "\"score\":");
        buf_milli(out, v->value);
        buf_putc(out, ',');
    }
    if (band != NULL)
        buf_printf(out, "\"band\":\"%s\",", band->id);
    buf_printf(out, "\"answered\":%d,\"items\":%d", v->answered, is->nitems);
    score_references_json(s->rules, -1, v->subscale, out);
    buf_putc(out, '}');
}

void
score_filled_json(const struct scores *s, struct buf *out)
{
    bool first = true;

    for (int i = 0; i < s->interview->nquestionnaires; i++) {
        const struct filled *f = &s->interview->questionnaires[i];
        struct subscale_score *v;
        int n;

        buf_printf(out, "%s{\"id\":\"%s\",\"subscales\":[",
            first ? ",\"questionnaires\":[" : ",", questionnaire_id(s, f));
        first = false;
        n = questionnaire_scores(out->a, s->rules, f, &v);
        for (int k = 0; k < n; k++)
            json_subscale(s, &v[k], k == 0, out);
        buf_puts(out, "]}");
    }
    if (!first)
        buf_putc(out, ']');
}

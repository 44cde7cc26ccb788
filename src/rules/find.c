/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "rules/fields.h"

#include <assert.h>
#include <string.h>

/* Rules that were read: items by id, bands by value, all texts in turn. */

void *
rules_items(const struct rules *r, enum rules_section kind)
{
    void *items;

    assert(rules_kinds[kind].ids > 0);
    memcpy(&items, (const char *)r + rules_kinds[kind].items, sizeof items);
    return items;
}

int
rules_count(const struct rules *r, enum rules_section kind)
{
    int n;

    assert(rules_kinds[kind].ids > 0);
    memcpy(&n, (const char *)r + rules_kinds[kind].count, sizeof n);
    return n;
}

void *
rules_item(const struct rules *r, enum rules_section kind, int i)
{
    return (char *)rules_items(r, kind) +
           (size_t)i * rules_kinds[kind].record.size;
}

static bool
is_called(const struct named *is, const char *id)
{
    if (is->id != NULL && strcmp(is->id, id) == 0)
        return true;
    for (int i = 0; i < is->also.n; i++)
        if (strcmp(is->also.v[i].s, id) == 0)
            return true;
    return false;
}

int
rules_find(const struct rules *r, enum rules_section kind, const char *id)
{
    int n = rules_count(r, kind);

    for (int i = 0; i < n; i++)
        if (is_called(rules_item(r, kind, i), id))
            return i;
    return -1;
}

const char **
rules_names(struct arena *a, const struct rules *r, enum rules_section kind,
    size_t *count)
{
    int n = rules_count(r, kind), most = 0;
    const char **names;

    for (int i = 0; i < n; i++)
        most += 1 + ((struct named *)rules_item(r, kind, i))->also.n;
    names = NEW(a, const char *, most);
    *count = 0;
    for (int i = 0; i < n; i++) {
        const struct named *is = rules_item(r, kind, i);

        names[(*count)++] = is->id;
        for (int k = 0; k < is->also.n; k++)
            names[(*count)++] = is->also.v[k].s;
    }
    return names;
}

const char *
rules_nearest(struct arena *a, const struct rules *r, enum rules_section kind,
    const char *id)
{
    size_t n;
    const char **names = rules_names(a, r, kind, &n);

    return diag_nearest(id, names, n);
}

int
rules_scale(const struct rules *r, const char *id)
{
    return rules_find(r, RULES_SCALE, id);
}

int
rules_feeling(const struct rules *r, const char *id)
{
    return rules_find(r, RULES_FEELING, id);
}

int
rules_goal(const struct rules *r, const char *id)
{
    return rules_find(r, RULES_GOAL, id);
}

int
rules_questionnaire(const struct rules *r, const char *id)
{
    return rules_find(r, RULES_QUESTIONNAIRE, id);
}

int
rules_retention(const struct rules *r, const char *id)
{
    return rules_find(r, RULES_RETENTION, id);
}

int
rules_group(const struct rules *r, const char *id)
{
    return rules_find(r, RULES_GROUP, id);
}

int
rules_subscale(const struct rules *r, const char *id)
{
    const char *dot = strchr(id, '.');

    for (int i = 0; dot != NULL && i < r->nsubscales; i++) {
        const struct subscale *s = &r->subscales[i];
        const struct named *of;

        if (s->questionnaire < 0 || strcmp(s->is.id, dot + 1) != 0)
            continue;
        of = &r->questionnaires[s->questionnaire].is;
        if (strlen(of->id) == (size_t)(dot - id) &&
            memcmp(of->id, id, (size_t)(dot - id)) == 0)
            return i;
    }
    return -1;
}

const struct question *
rules_question(const struct rules *r, int number)
{
    for (int i = 0; i < r->nquestions; i++)
        if (r->questions[i].number == number)
            return &r->questions[i];
    return NULL;
}

int
rules_band(const struct rules *r, int scale, int value)
{
    const struct bands *b = &r->bands[r->scales[scale].bands];
    int band = 0;

    for (int i = 1; i < b->n; i++)
        if (value >= b->v[i].from)
            band = i;
    return band;
}

/* --- all texts --- */

struct visit {
    void (*text)(void *ctx, const struct text *text, enum lang lang);
    void *ctx;
};

static void
visit_bitexts(const struct visit *v, const struct bitext *t, int n)
{
    for (int i = 0; i < n; i++)
        for (int k = 0; k < LANG_COUNT; k++)
            if (t[i].t[k].s != NULL)
                v->text(v->ctx, &t[i].t[k], (enum lang)k);
}

static void
visit_record(
    const struct visit *v, const struct record *record, const void *item)
{
    for (int i = 0; i < record->nfields; i++) {
        const struct field *f = &record->fields[i];
        const void *place = (const char *)item + f->offset;
        const struct bitexts *list = place;

        if (f->type == FIELD_BITEXTS)
            visit_bitexts(v, list->v, list->n);
        else if (f->type == FIELD_BITEXT)
            visit_bitexts(
                v, place, f->flags & FIELD_BY_BAND ? (int)BAND_MAX : 1);
    }
}

static void
visit_bands(const struct visit *v, const struct bands *b)
{
    for (int i = 0; i < b->n; i++)
        visit_record(v, &rules_band_record, &b->v[i]);
}

void
rules_each_text(const struct rules *r,
    void (*visit)(void *ctx, const struct text *text, enum lang lang),
    void *ctx)
{
    struct visit v = {visit, ctx};

    for (int k = 0; k < RULES_SECTIONS; k++) {
        const struct rules_kind *kind = &rules_kinds[k];

        if (kind->ids == 0) {
            visit_record(&v, &kind->record, r);
            continue;
        }
        for (int i = 0; i < rules_count(r, (enum rules_section)k); i++) {
            const void *item = rules_item(r, (enum rules_section)k, i);

            visit_record(&v, &kind->record, item);
            if (k == RULES_BANDS)
                visit_bands(&v, item);
        }
    }
}

void
rules_subscale_range(
    const struct rules *r, const struct subscale *s, int *min, int *max)
{
    const struct questionnaire *q = &r->questionnaires[s->questionnaire];
    int terms = s->mean ? 1 : s->nitems;

    *min = q->min * terms * 1000;
    *max = q->max * terms * 1000;
}

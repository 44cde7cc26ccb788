/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "interview/interview.h"

#include "interview/fields.h"

#include <assert.h>
#include <string.h>

/* A copy with other texts: the tables of keys say where texts lie, so a key
   that is added is walked too.  Records are copied whole first; then what they
   point to is copied, and each text is mapped.  The tables are four deep. */

struct mapper {
    struct arena *a;
    struct text (*map)(void *ctx, const struct text *text);
    void *ctx;
};

static void map_record(
    const struct mapper *m, const struct record *r, const void *from, void *to);

static const void *
member(const void *record, size_t offset)
{
    return (const char *)record + offset;
}

static void
map_text(const struct mapper *m, const struct text *from, struct text *to)
{
    if (from->s != NULL)
        *to = m->map(m->ctx, from);
}

static void
map_texts(const struct mapper *m, const struct texts *from, struct texts *to)
{
    to->v = NEW(m->a, struct text, from->n);
    for (int i = 0; i < from->n; i++) {
        to->v[i] = from->v[i];
        map_text(m, &from->v[i], &to->v[i]);
    }
}

/* A copy of `n` records; `r` NULL: they hold no texts. */
static void *
map_records(const struct mapper *m, const struct record *r, const void *from,
    size_t size, int n)
{
    char *to;

    if (n == 0)
        return NULL;
    to = arena_alloc_n(m->a, size, (size_t)n);
    memcpy(to, from, size * (size_t)n);
    for (size_t i = 0; i < (size_t)n; i++)
        map_record(m, r, member(from, i * size), to + i * size);
    return to;
}

static void
map_answers(const struct mapper *m, const struct record *slots,
    const struct interview *from, struct interview *to)
{
    to->answers = map_records(
        m, slots, from->answers, sizeof *from->answers, from->nanswers);
    for (int i = 0; i < from->nanswers; i++) {
        if (from->answers[i].slotted)
            interview_join(m->a, &to->answers[i]);
        else
            map_text(m, &from->answers[i].whole, &to->answers[i].whole);
    }
}

static struct scale_texts *
map_scale_texts(const struct mapper *m, const struct scale_texts *from, int n)
{
    struct scale_texts *to = NEW(m->a, struct scale_texts, n);

    for (int i = 0; i < n; i++) {
        to[i] = from[i];
        map_texts(m, &from[i].texts, &to[i].texts);
    }
    return to;
}

/* Values that are no plain field; those without texts stay shared. */
static void
map_own(
    const struct mapper *m, const struct field *f, const void *from, void *to)
{
    const struct interview *iv = from;
    const struct reading *reading = from;

    switch ((enum interview_value)f->own) {
    case INTERVIEW_ANSWERS:
        map_answers(m, f->of, iv, to);
        return;
    case INTERVIEW_SCORES:
        ((struct reading *)to)->scores = map_records(m, f->of, reading->scores,
            sizeof *reading->scores, reading->nscores);
        return;
    case INTERVIEW_PROMPTS:
        ((struct interview *)to)->prompts =
            map_scale_texts(m, iv->prompts, iv->nprompts);
        return;
    case INTERVIEW_MEANS:
        ((struct interview *)to)->means =
            map_scale_texts(m, iv->means, iv->nmeans);
        return;
    case INTERVIEW_FORMAT:
    case INTERVIEW_SCORE:
    case INTERVIEW_AGREED:
    case INTERVIEW_MARKS:
    case INTERVIEW_QUESTIONNAIRES:
    case INTERVIEW_ITEMS:
    case INTERVIEW_SUBSCALES:
    case INTERVIEW_OWN_COUNT:
        return;
    }
}

static void
map_field(const struct mapper *m, const struct field *f, const void *record,
    void *copy)
{
    const void *from = member(record, f->offset);
    void *to = (char *)copy + f->offset;

    switch (f->type) {
    case FIELD_TEXT:
    case FIELD_LINE:
        map_text(m, from, to);
        return;
    case FIELD_TEXTS:
        map_texts(m, from, to);
        return;
    case FIELD_RECORD:
        map_record(m, f->of, from, to);
        return;
    case FIELD_RECORDS:
        *(void **)to = map_records(m, f->of, *(void *const *)from, f->of->size,
            *(const int *)member(record, f->count));
        return;
    case FIELD_OWN:
        map_own(m, f, record, copy);
        return;
    case FIELD_ID:
    case FIELD_CASE:
    case FIELD_INT:
    case FIELD_NUM:
    case FIELD_LENGTH:
    case FIELD_COLOR:
    case FIELD_DATE:
    case FIELD_WORD:
    case FIELD_YESNO:
    case FIELD_QREF:
    case FIELD_QREFS:
        return;
    case FIELD_BITEXT:
    case FIELD_BITEXTS:
        assert(false); /* interviews have one language */
    }
}

static void
map_record(
    const struct mapper *m, const struct record *r, const void *from, void *to)
{
    for (int i = 0; i < r->nfields; i++)
        map_field(m, &r->fields[i], from, to);
}

struct interview *
interview_map(struct arena *a, const struct interview *iv,
    struct text (*map)(void *ctx, const struct text *text), void *ctx)
{
    const struct mapper m = {.a = a, .map = map, .ctx = ctx};
    struct interview *copy = NEW(a, struct interview, 1);

    *copy = *iv;
    map_record(&m, &interview_record, iv, copy);
    return copy;
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "rules/fields.h"

#include "format/field_ini.h"

/* Rules as text, in the form of their files: defaults filled in, references
   by their own ids, sections by kind.  Own keys of a kind come first. */

static const char *
id_of(const struct rules *r, enum rules_section kind, int index)
{
    return ((const struct named *)rules_item(r, kind, index))->id;
}

static void
dump_show(const bool show[COPY_COUNT], struct buf *out)
{
    static const char *const name[COPY_COUNT] = {"teacher", "coach"};
    bool first = true;

    buf_puts(out, "show = ");
    for (int i = 0; i < COPY_COUNT; i++) {
        if (!show[i])
            continue;
        buf_printf(out, "%s%s", first ? "" : ", ", name[i]);
        first = false;
    }
    buf_putc(out, '\n');
}

static void
dump_format(const struct rules *r, struct buf *out)
{
    bool first = true;

    buf_puts(out, "kind = rules\nversion = 1\nlanguages = ");
    for (int i = 0; i < LANG_COUNT; i++) {
        if (!r->has_lang[i])
            continue;
        buf_printf(out, "%s%s", first ? "" : ", ", lang_code[i]);
        first = false;
    }
    buf_putc(out, '\n');
    if (r->default_bands >= 0)
        buf_printf(
            out, "bands = %s\n", id_of(r, RULES_BANDS, r->default_bands));
}

static void
dump_readers(const struct rules *r, struct buf *out)
{
    static const char *const name[] = {
        [SETTLE_AGREED] = "agreed",
        [SETTLE_MEDIAN] = "median",
        [SETTLE_MEAN] = "mean",
        [SETTLE_FIRST] = "first",
        [SETTLE_NONE] = "none",
    };

    buf_puts(out, "settle = ");
    for (int i = 0; i < r->nsettle; i++)
        buf_printf(out, "%s%s", i > 0 ? ", " : "", name[r->settle[i]]);
    buf_putc(out, '\n');
}

/* --- items --- */

static void
dump_bands(const struct rules *r, const void *item, struct buf *out)
{
    const struct bands *b = item;
    struct field_ini in = {0};

    (void)r;
    for (int i = 0; i < b->n; i++) {
        buf_printf(out, "%s = from ", b->v[i].id);
        buf_milli(out, b->v[i].from);
        buf_putc(out, '\n');
    }
    for (int i = 0; i < b->n; i++)
        field_ini_dump(&in, &rules_band_record, b->v[i].id, &b->v[i], out);
}

static void
dump_group(const struct rules *r, const void *item, struct buf *out)
{
    (void)r;
    dump_show(((const struct group *)item)->show, out);
}

static void
dump_scale(const struct rules *r, const void *item, struct buf *out)
{
    const struct scale *s = item;

    buf_printf(out, "group = %s\n", id_of(r, RULES_GROUP, s->group));
    buf_printf(out, "range = %d..%d\n", s->min, s->max);
    buf_printf(out, "bands = %s\n", id_of(r, RULES_BANDS, s->bands));
    dump_show(s->show, out);
}

static void
dump_questionnaire(const struct rules *r, const void *item, struct buf *out)
{
    const struct questionnaire *q = item;

    (void)r;
    buf_printf(out, "range = %d..%d\n", q->min, q->max);
}

static void
dump_subscale(const struct rules *r, const void *item, struct buf *out)
{
    const struct subscale *s = item;

    buf_puts(out, "items = ");
    for (int i = 0; i < s->nitems; i++)
        buf_printf(out, "%s%d%s", i > 0 ? ", " : "", s->items[i],
            s->reversed[i] ? "r" : "");
    buf_printf(out, "\ncombine = %s\n", s->mean ? "mean" : "sum");
    if (s->bands >= 0)
        buf_printf(out, "bands = %s\n", id_of(r, RULES_BANDS, s->bands));
}

static void
dump_target(
    const struct rules *r, enum target target, int index, struct buf *out)
{
    switch (target) {
    case TARGET_PROFILE:
        buf_puts(out, "for = profile\n");
        break;
    case TARGET_SCALE:
        buf_printf(out, "for = scale %s\n", id_of(r, RULES_SCALE, index));
        break;
    case TARGET_GROUP:
        buf_printf(out, "for = group %s\n", id_of(r, RULES_GROUP, index));
        break;
    case TARGET_PHASE:
        buf_printf(out, "for = phase %s\n", id_of(r, RULES_PHASE, index));
        break;
    }
}

/* What was understood of a condition, not what was written. */
static void
dump_condition(
    const struct rules *r, const struct condition *c, struct buf *out)
{
    static const char *const form[] = {
        [CONDITION_IS] = "is",
        [CONDITION_IS_NOT] = "is not",
        [CONDITION_LESS] = "<",
        [CONDITION_AT_MOST] = "<=",
        [CONDITION_MORE] = ">",
        [CONDITION_AT_LEAST] = ">=",
        [CONDITION_EQUAL] = "=",
        [CONDITION_MISSING] = "missing",
        [CONDITION_DIFFERS] = "differs",
        [CONDITION_MORE_THAN] = "more_than",
    };
    const struct scale *s = &r->scales[c->scale];

    buf_printf(out, "%s %s", s->is.id, form[c->kind]);
    if (c->kind == CONDITION_IS || c->kind == CONDITION_IS_NOT)
        buf_printf(out, " %s", r->bands[s->bands].v[c->band].id);
    else if (c->kind == CONDITION_MORE_THAN)
        buf_printf(out, " %s", id_of(r, RULES_SCALE, c->other));
    else if (c->kind != CONDITION_MISSING && c->kind != CONDITION_DIFFERS) {
        buf_putc(out, ' ');
        buf_milli(out, c->value);
    }
    buf_putc(out, '\n');
}

static void
dump_when(const struct rules *r, const struct conditions *c, struct buf *out)
{
    for (int i = 0; i < c->nall; i++) {
        buf_printf(out, "when.%d = ", i + 1);
        dump_condition(r, &c->all[i], out);
    }
    for (int i = 0; i < c->nany; i++) {
        buf_printf(out, "any.%d = ", i + 1);
        dump_condition(r, &c->any[i], out);
    }
}

static void
dump_prompt(const struct rules *r, const void *item, struct buf *out)
{
    const struct prompt *p = item;

    dump_target(r, p->target, p->index, out);
    dump_when(r, &p->when, out);
}

static void
dump_pattern(const struct rules *r, const void *item, struct buf *out)
{
    const struct pattern *p = item;

    dump_target(r, p->target, p->index, out);
    dump_when(r, &p->when, out);
    if (p->nfocus == 0)
        return;
    buf_puts(out, "focus = ");
    for (int i = 0; i < p->nfocus; i++)
        buf_printf(
            out, "%s%s", i > 0 ? ", " : "", id_of(r, RULES_SCALE, p->focus[i]));
    buf_putc(out, '\n');
}

static void
dump_reference(const struct rules *r, const void *item, struct buf *out)
{
    const struct reference *x = item;

    if (x->scale >= 0) {
        buf_printf(out, "for = scale %s\n", id_of(r, RULES_SCALE, x->scale));
    } else {
        const struct subscale *s = &r->subscales[x->subscale];

        buf_printf(out, "for = subscale %s.%s\n",
            id_of(r, RULES_QUESTIONNAIRE, s->questionnaire), s->is.id);
    }
    if (!x->has_range)
        return;
    buf_puts(out, "low = ");
    buf_milli(out, x->low);
    buf_puts(out, "\nhigh = ");
    buf_milli(out, x->high);
    buf_putc(out, '\n');
}

static void
dump_retention(const struct rules *r, const void *item, struct buf *out)
{
    const struct retention *x = item;

    (void)r;
    buf_printf(out, "from = %s\nuntil = %s\n",
        x->from_interview ? "interview" : "relation_ended",
        x->until_year_end ? "year_end" : "day");
}

typedef void dump_own(const struct rules *r, const void *item, struct buf *out);

static dump_own *const own[RULES_SECTIONS] = {
    [RULES_BANDS] = dump_bands,
    [RULES_GROUP] = dump_group,
    [RULES_SCALE] = dump_scale,
    [RULES_QUESTIONNAIRE] = dump_questionnaire,
    [RULES_SUBSCALE] = dump_subscale,
    [RULES_PROMPT] = dump_prompt,
    [RULES_PATTERN] = dump_pattern,
    [RULES_REFERENCE] = dump_reference,
    [RULES_RETENTION] = dump_retention,
};

/* --- sections --- */

static void
dump_once(const struct rules *r, enum rules_section kind, struct buf *out)
{
    struct field_ini in = {0};

    buf_printf(out, "[%s]\n", rules_kinds[kind].name);
    if (kind == RULES_FORMAT)
        dump_format(r, out);
    if (kind == RULES_WORDS)
        buf_printf(out, "address.nl = %s\n", r->formal ? "u" : "je");
    if (kind == RULES_READERS)
        dump_readers(r, out);
    field_ini_dump(&in, &rules_kinds[kind].record, "", r, out);
}

static void
dump_item(
    const struct rules *r, enum rules_section kind, int i, struct buf *out)
{
    const struct named *is = rules_item(r, kind, i);
    const char *names[BAND_MAX];
    struct field_ini in = {.parts = names};

    buf_printf(out, "\n[%s.", rules_kinds[kind].name);
    if (kind == RULES_SUBSCALE)
        buf_printf(out, "%s.",
            id_of(r, RULES_QUESTIONNAIRE, r->subscales[i].questionnaire));
    buf_printf(out, "%s]\n", is->id);
    if (kind == RULES_SCALE) {
        const struct bands *b = &r->bands[r->scales[i].bands];

        for (in.nparts = 0; in.nparts < b->n; in.nparts++)
            names[in.nparts] = b->v[in.nparts].id;
    }
    if (own[kind] != NULL)
        own[kind](r, is, out);
    field_ini_dump(&in, &rules_kinds[kind].record, "", is, out);
}

void
rules_dump(const struct rules *r, struct buf *out)
{
    for (int k = 0; k < RULES_SECTIONS; k++) {
        enum rules_section kind = (enum rules_section)k;

        if (rules_kinds[k].ids == 0) {
            if (k > 0)
                buf_putc(out, '\n');
            dump_once(r, kind, out);
            continue;
        }
        for (int i = 0; i < rules_count(r, kind); i++)
            dump_item(r, kind, i, out);
    }
}

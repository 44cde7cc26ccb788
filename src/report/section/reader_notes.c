/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/section.h"
#include "report/section/kinds.h"

#include "report/section/dossier.h"

/* What each reader wrote down, as it was given: score, evidence, reasons. */

static const struct section_key keys[] = {
    KEY_OF_TEXT("title", "Aantekeningen per lezer", "Notes per reader",
        "title of the page"),
    KEY_OF_TEXT("sub", "Scores, bewijs en redenen, zoals ze zijn opgeschreven.",
        "Scores, evidence and reasons, as they were written down.",
        "line below it"),
    KEY_OF_TEXT("reader", "Lezer", "Reader", "before a reader's number"),
    KEY_OF_TEXT("score", "score {count}", "score {count}", "a reader's score"),
    KEY_OF_TEXT(
        "na", "niet te scoren", "cannot be scored", "in place of a score"),
    KEY_OF_TEXT("reason", "Omdat", "Because", "label of the reason of that"),
    KEY_OF_TEXT("not_lower", "Niet lager", "Not lower", "label of a reason"),
    KEY_OF_TEXT("not_higher", "Niet hoger", "Not higher", "label of a reason"),
    KEY_OF_TEXT("bare", "Zonder aantekening:", "Without notes:",
        "before the scales that have a score alone"),
    KEY_OF_TEXT("none", "Er is nog niet gescoord.", "It is not scored yet.",
        "where there is no reader"),
};

#define LABEL_W MM(20)
#define ROW_WHOLE MM(60) /* higher ones may be parted */
#define SCALE_W(s) ((s)->side_w)

static bool
has_notes(const struct scored *v)
{
    return v->nquotes > 0 || v->not_lower.s != NULL ||
           v->not_higher.s != NULL || v->reason.s != NULL;
}

/* What a reader said of a scale, or NULL. */
static const struct scored *
scored_of(const struct reading *r, int scale)
{
    for (int i = 0; i < r->nscores; i++)
        if (r->scores[i].scale_index == scale)
            return &r->scores[i];
    return NULL;
}

static const char *
score_text(struct section *s, const struct scored *v)
{
    const char *text;

    if (v->na)
        return section_text(s, "na");
    s->fill.count = fill_number(s->a, v->score, s->lang);
    text = section_text(s, "score");
    s->fill.count = NULL;
    return text;
}

static void
add_reason(struct section *s, struct block *cell, const char *key,
    const struct text *reason)
{
    struct block *row, *b;

    if (reason->s == NULL)
        return;
    row = block_add(s->a, cell, BLOCK_COLUMNS);
    row->named = true;
    row->before = cell->first == row ? 0 : MM(0.8);
    b = section_para(s, row, ROLE_P, STYLE_FACT_LABEL, key);
    if (b != NULL) {
        b->w = LABEL_W;
        b->before = MM(0.1);
    }
    section_typed(s, row, ROLE_P, STYLE_RUNNING, reason->s)->x = LABEL_W;
}

static void
add_quotes(struct section *s, struct block *cell, const struct scored *v)
{
    for (int i = 0; i < v->nquotes; i++) {
        struct block *b = section_typed(s, cell, ROLE_P, STYLE_RUNNING,
            fill_quote(s->a, v->quotes[i].text.s));

        b->before = i == 0 ? 0 : MM(0.8);
        section_chip(s, b, v->quotes[i].at.question);
    }
}

static void
add_scored(struct section *s, struct block *table, const struct scored *v)
{
    struct block *row = block_add(s->a, table, BLOCK_COLUMNS), *cell, *b;

    row->role = ROLE_TR;
    row->before = MM(1.8);
    row->after = MM(1.9);
    row->keep_below = ROW_WHOLE;
    row->beside = true;
    row->again = section_continued(
        s, NULL, STYLE_BAND, dossier_scale(s, v->scale_index));
    row->again->w = SCALE_W(s) - MM(2);
    cell = block_add(s->a, row, BLOCK_GROUP);
    cell->role = ROLE_TH_ROW;
    cell->w = SCALE_W(s) - MM(2);
    b = section_typed(
        s, cell, ROLE_P, STYLE_BAND, dossier_scale(s, v->scale_index));
    b->before = MM(-0.1);
    b->keep_next = true;
    section_typed(s, cell, ROLE_P, STYLE_FACT_LABEL, score_text(s, v));
    cell = block_add(s->a, row, BLOCK_GROUP);
    cell->role = ROLE_TD;
    cell->x = s->main_x;
    add_quotes(s, cell, v);
    add_reason(s, cell, "not_lower", &v->not_lower);
    add_reason(s, cell, "not_higher", &v->not_higher);
    add_reason(s, cell, "reason", &v->reason);
    dossier_row_rule(s, table);
}

/* "Veilige basis 4" of each scale that has a score alone. */
static void
add_bare(struct section *s, struct block *sect, const struct reading *r)
{
    struct buf out = buf_new(s->a);

    for (int i = 0; i < s->rules->nscales; i++) {
        const struct scored *v = scored_of(r, i);

        if (v == NULL || has_notes(v))
            continue;
        buf_printf(&out, "%s%s\u00a0%s", out.len > 0 ? " · " : "",
            dossier_scale(s, v->scale_index),
            v->na ? section_text(s, "na")
                  : fill_number(s->a, v->score, s->lang));
    }
    if (out.len > 0)
        section_typed(s, sect, ROLE_P, STYLE_SMALL,
            arena_printf(s->a, "%s %s", section_text(s, "bare"), out.p))
            ->before = MM(1.8);
}

static void
add_reading(struct section *s, struct block *sect, int i)
{
    const struct reading *r = &s->iv->readings[i];
    const char *date = dossier_date(s, r->date);
    const char *name = dossier_reader(s, i);
    struct block *part = block_add(s->a, sect, BLOCK_GROUP), *h;
    struct block *table = NULL;

    if (date != NULL)
        name = arena_printf(s->a, "%s, %s", name, date);
    part->before = i == 0 ? MM(5) : MM(7);
    part->again = block_add(s->a, NULL, BLOCK_GROUP);
    section_continued(s, part->again, STYLE_HEADING, name)->after = MM(1.6);
    block_rule(s->a, part->again, PT(0.5), COLOR_INK)->after = MM(1.8);
    h = section_typed(s, part, section_heading_role(s), STYLE_HEADING, name);
    h->after = MM(1.6);
    h->keep_next = true;
    block_rule(s->a, part, PT(0.5), COLOR_INK)->keep_next = true;
    for (int k = 0; k < s->rules->nscales; k++) {
        const struct scored *v = scored_of(r, k);

        if (v == NULL || !has_notes(v))
            continue;
        if (table == NULL)
            table = dossier_table(s, part);
        add_scored(s, table, v);
    }
    add_bare(s, part, r);
}

static void
add(struct section *s)
{
    struct block *sect = section_open(s), *b;

    for (int i = 0; i < s->iv->nreadings; i++)
        add_reading(s, sect, i);
    if (s->iv->nreadings > 0)
        return;
    b = section_para(s, sect, ROLE_P, STYLE_BODY, "none");
    if (b != NULL)
        b->before = MM(5);
}

const struct section_kind section_reader_notes = {
    .name = "reader_notes",
    .help = "per reader: scores, evidence and reasons, as they were given",
    .page = PAGE_NEW,
    .low = true,
    KEYS(keys),
    .add = add,
};

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/section.h"
#include "report/section/kinds.h"

#include "report/section/dossier.h"

#include <stdlib.h>

/* All scores as they were given: a row per scale, a column per reader. */

static const struct section_key keys[] = {
    KEY_OF_TEXT("title", "Scores", "Scores", "heading"),
    KEY_OF_TEXT("sub", "", "", "line below the title of a page"),
    KEY_OF_TEXT("scale", "Schaal", "Scale", "head of a column"),
    KEY_OF_TEXT("reader", "Lezer", "Reader", "before a reader's number"),
    KEY_OF_TEXT("readers", "Lezers", "Readers",
        "head of the column of more than three readers"),
    KEY_OF_TEXT("settled", "Vastgesteld", "Settled", "head of a column"),
    KEY_OF_TEXT("outcome", "Uitkomst", "Outcome",
        "the same, where readers did not agree on every score"),
    KEY_OF_TEXT("difference", "Verschil", "Difference", "head of a column"),
    KEY_OF_TEXT("evidence", "Bewijs bij vraag", "Evidence in question",
        "head of a column"),
    KEY_OF_TEXT("na", "n.v.t.", "n/a", "a reader who could not score"),
    KEY_OF_TEXT("whole", "hele interview", "whole interview",
        "evidence that names no question"),
    KEY_OF_TEXT("coach_only", "Alleen op het coachblad",
        "On the coach sheet only",
        "group of the scales that the teacher does not see"),
    KEY_OF_TEXT("alike", "Gelijk bij {count} schalen",
        "The same on {count} scales", "agreement, with two readers or more"),
    KEY_OF_TEXT("alike_one", "Gelijk bij {count} schaal",
        "The same on {count} scale", "the same, where they share one"),
    KEY_OF_TEXT("near", "hooguit één punt verschil bij {count}.",
        "at most one point apart on {count}.", "the same"),
    KEY_OF_TEXT("by_one", "Gescoord door één lezer.", "Scored by one reader.",
        "how the scores were settled"),
    KEY_OF_TEXT("by_agreed", "Vastgesteld na overleg.",
        "Settled in consultation.", "the same"),
    KEY_OF_TEXT("by_mixed", "Vastgesteld na overleg waar dat er was.",
        "Settled in consultation where there was any.",
        "the same, where that is so of some scales"),
    KEY_OF_TEXT("by_median",
        "Uitkomst zonder overleg: de mediaan van de lezers.",
        "Outcome without consultation: the median of the readers.", "the same"),
    KEY_OF_TEXT("by_mean",
        "Uitkomst zonder overleg: het gemiddelde van de lezers.",
        "Outcome without consultation: the mean of the readers.", "the same"),
    KEY_OF_TEXT("by_first",
        "Uitkomst zonder overleg: de score van de eerste lezer.",
        "Outcome without consultation: the score of the first reader.",
        "the same"),
    KEY_OF_TEXT("open",
        "Lezers liggen bij {count} schalen ver uiteen: daar is nog niets "
        "vastgesteld.",
        "Readers are far apart on {count} scales: nothing is settled there "
        "yet.",
        "where scales are not settled because readers differ"),
    KEY_OF_TEXT("open_one",
        "Lezers liggen bij één schaal ver uiteen: daar is nog niets "
        "vastgesteld.",
        "Readers are far apart on one scale: nothing is settled there yet.",
        "the same, with one"),
};

/* Columns, from the right. */
enum {
    READERS_MAX = 3,
    NEAR = 1000,
    QUESTIONS = 100,
    EVIDENCE_PERMILLE = 370 /* 33 of 90 mm */
};

#define ROW_H MM(5.4)
#define ROW_AFTER MM(0.6)
#define GROUP_H MM(6.4)
#define EVIDENCE_GAP MM(7)
#define DIFFERENCE_W MM(18)
#define SETTLED_W MM(21)
#define READER_W MM(15)
#define READERS_W MM(34)

struct columns {
    mpt scale_w, reader_x, reader_w, settled_x, difference_x;
    mpt evidence_x, evidence_w;
    int readers; /* columns of readers */
};

/* Numbers have a width; names and evidence share what is left. */
static struct columns
columns(const struct section *s)
{
    struct columns c = {.readers = s->profile->scores->nreaders};
    bool many = c.readers > READERS_MAX;
    mpt room;

    c.readers = many ? 1 : c.readers;
    c.reader_w = many ? READERS_W : READER_W;
    room =
        s->w - EVIDENCE_GAP - DIFFERENCE_W - SETTLED_W - c.readers * c.reader_w;
    c.evidence_w = (mpt)((long long)room * EVIDENCE_PERMILLE / 1000);
    c.evidence_x = s->w - c.evidence_w;
    c.difference_x = c.evidence_x - EVIDENCE_GAP - DIFFERENCE_W;
    c.settled_x = c.difference_x - SETTLED_W;
    c.reader_x = c.settled_x - c.readers * c.reader_w;
    c.scale_w = c.reader_x - MM(1);
    return c;
}

static struct block *
cell(struct section *s, struct block *row, enum role role, enum style style,
    const char *text, mpt x, mpt w, bool right)
{
    struct block *b = section_typed(s, row, role, style, text);

    b->x = x;
    b->w = w;
    b->before = MM(0.6);
    if (right)
        b->as.text.align = ALIGN_RIGHT;
    return b;
}

/* Whether all scores are what readers agreed on. */
static bool
all_together(const struct section *s)
{
    for (int i = 0; i < s->rules->nscales; i++) {
        const struct scale_score *v = &s->profile->scores->v[i];

        if (v->state == SCORE_SETTLED && score_basis(v) != BASIS_TOGETHER)
            return false;
    }
    return true;
}

static void
add_head(struct section *s, struct block *table, const struct columns *c)
{
    struct block *row = block_add(s->a, table, BLOCK_COLUMNS);
    bool many = s->profile->scores->nreaders > READERS_MAX;
    const enum role th = ROLE_TH_COLUMN;

    row->role = ROLE_TR;
    row->min_h = ROW_H;
    row->after = ROW_AFTER;
    row->keep_next = true;
    row->repeat = true;
    cell(s, row, th, STYLE_LABEL, section_text(s, "scale"), 0, c->scale_w,
        false);
    for (int i = 0; i < c->readers; i++)
        cell(s, row, th, STYLE_LABEL,
            many
                ? section_text(s, "readers")
                : arena_printf(s->a, "%s %d", section_text(s, "reader"), i + 1),
            c->reader_x + i * c->reader_w, c->reader_w, true);
    cell(s, row, th, STYLE_LABEL,
        section_text(s, all_together(s) ? "settled" : "outcome"), c->settled_x,
        SETTLED_W, true);
    cell(s, row, th, STYLE_LABEL, section_text(s, "difference"),
        c->difference_x, DIFFERENCE_W, true);
    cell(s, row, th, STYLE_LABEL, section_text(s, "evidence"), c->evidence_x,
        c->evidence_w, false);
    row = block_rule(s->a, table, PT(0.5), COLOR_INK);
    row->keep_next = true;
    row->repeat = true;
}

static const char *
reader_text(struct section *s, const struct scored *from)
{
    if (from == NULL)
        return "–";
    return from->na ? section_text(s, "na")
                    : fill_number(s->a, from->score, s->lang);
}

static void
add_readers(struct section *s, struct block *row, const struct columns *c,
    const struct scale_score *v)
{
    int n = s->profile->scores->nreaders;
    struct buf all = buf_new(s->a);

    if (n <= READERS_MAX) {
        for (int i = 0; i < n; i++)
            cell(s, row, ROLE_TD, STYLE_FACT,
                reader_text(s, v->readers[i].from),
                c->reader_x + i * c->reader_w, c->reader_w, true);
        return;
    }
    for (int i = 0; i < n; i++)
        buf_printf(&all, "%s%s", i == 0 ? "" : " · ",
            reader_text(s, v->readers[i].from));
    cell(s, row, ROLE_TD, STYLE_FACT, all.p, c->reader_x, c->reader_w, true);
}

/* The questions of all quotes of a scale, each once, in order. */
static const char *
evidence_text(struct section *s, int scale)
{
    const struct quote **v;
    int n = profile_quotes(s->a, s->profile, scale, &v);
    bool at[QUESTIONS] = {false};
    struct buf out = buf_new(s->a);

    for (int i = 0; i < n; i++)
        at[v[i]->at.question] = true;
    for (int q = 1; q < QUESTIONS; q++)
        if (at[q])
            buf_printf(&out, "%s%s", out.len > 0 ? ", " : "",
                fill_chip(s->a, q, s->lang));
    if (at[0])
        buf_printf(
            &out, "%s%s", out.len > 0 ? ", " : "", section_text(s, "whole"));
    return out.len > 0 ? out.p : "–";
}

/* The range is said where it is not that of the first scale. */
static const char *
scale_text(struct section *s, int scale)
{
    const struct scale *is = &s->rules->scales[scale];
    const struct scale *first = &s->rules->scales[0];
    const char *title = dossier_scale(s, scale);

    return is->min == first->min && is->max == first->max
               ? title
               : arena_printf(s->a, "%s (%d–%d)", title, is->min, is->max);
}

static void
add_scale(
    struct section *s, struct block *table, const struct columns *c, int scale)
{
    const struct scale_score *v = &s->profile->scores->v[scale];
    struct block *row = block_add(s->a, table, BLOCK_COLUMNS);
    bool settled = v->state == SCORE_SETTLED;

    row->role = ROLE_TR;
    row->min_h = ROW_H;
    row->after = ROW_AFTER;
    row->keep = true;
    cell(s, row, ROLE_TH_ROW, STYLE_FACT, scale_text(s, scale), 0, c->scale_w,
        false);
    add_readers(s, row, c, v);
    cell(s, row, ROLE_TD, STYLE_BAND,
        settled ? fill_number(s->a, v->value, s->lang) : "–", c->settled_x,
        SETTLED_W, true);
    cell(s, row, ROLE_TD, STYLE_FACT,
        v->nscored > 1 ? fill_number(s->a, v->high - v->low, s->lang) : "–",
        c->difference_x, DIFFERENCE_W, true);
    cell(s, row, ROLE_TD, STYLE_FACT, evidence_text(s, scale), c->evidence_x,
        c->evidence_w, false);
    dossier_row_rule(s, table);
}

/* A group with its name over all columns; returns what takes its rows. */
static struct block *
add_group(
    struct section *s, struct block *table, const char *title, enum color ink)
{
    struct block *group = block_add(s->a, table, BLOCK_GROUP);
    struct block *row = block_add(s->a, group, BLOCK_COLUMNS), *b;

    row->role = ROLE_TR;
    row->min_h = GROUP_H;
    row->after = ROW_AFTER;
    row->keep_next = true;
    b = cell(s, row, ROLE_TH_ROW, STYLE_BAND, title, 0, 0, false);
    b->before = MM(1.6);
    b->as.text.ink = ink;
    b->span = 4 + columns(s).readers;
    dossier_row_rule(s, group);
    group->last->keep_next = true;
    group->again = block_add(s->a, NULL, BLOCK_GROUP);
    b = section_continued(s, group->again, STYLE_BAND, title);
    b->before = MM(1.6);
    b->after = ROW_AFTER;
    b->as.text.ink = ink;
    dossier_row_rule(s, group->again);
    return group;
}

static bool
teacher_sees(const struct section *s, int scale)
{
    return profile_shows_scale(s->profile, scale, COPY_TEACHER);
}

static void
add_rows(struct section *s, struct block *table, const struct columns *c)
{
    struct block *coach = NULL;

    for (int g = 0; g < s->rules->ngroups; g++) {
        const struct group *is = &s->rules->groups[g];
        struct block *group = NULL;

        for (int i = 0; i < s->rules->nscales; i++) {
            if (s->rules->scales[i].group != g || !teacher_sees(s, i))
                continue;
            if (group == NULL)
                group = add_group(s, table,
                    fill_text(s->a, &s->fill, is->title.t[s->lang].s),
                    chart_color(is, PART_TEXT));
            add_scale(s, group, c, i);
        }
    }
    for (int i = 0; i < s->rules->nscales; i++) {
        if (teacher_sees(s, i))
            continue;
        if (coach == NULL)
            coach =
                add_group(s, table, section_text(s, "coach_only"), COLOR_NONE);
        add_scale(s, coach, c, i);
    }
}

/* Adds a sentence behind what is there. */
static const char *
add_sentence(struct section *s, const char *text, const char *sentence)
{
    return arena_printf(
        s->a, "%s%s%s", text, *text != '\0' ? " " : "", sentence);
}

/* How the scores came about: what was agreed, and what stands for the rest. */
static const char *
settled_text(struct section *s, const char *text)
{
    static const char *const by[] = {[SETTLE_AGREED] = "by_agreed",
        [SETTLE_MEDIAN] = "by_median",
        [SETTLE_MEAN] = "by_mean",
        [SETTLE_FIRST] = "by_first"};
    int n[SETTLE_NONE] = {0}, settled = 0, open = 0;

    for (int i = 0; i < s->rules->nscales; i++) {
        const struct scale_score *v = &s->profile->scores->v[i];

        open += v->state == SCORE_UNSETTLED && v->differs;
        if (v->state != SCORE_SETTLED)
            continue;
        settled++;
        n[v->how]++;
    }
    if (s->iv->nreadings == 1 && n[SETTLE_AGREED] == 0 && settled > 0)
        return add_sentence(s, text, section_text(s, "by_one"));
    for (int how = 0; how < SETTLE_NONE; how++)
        if (n[how] > 0)
            text = add_sentence(s, text,
                section_text(s, how == SETTLE_AGREED && n[how] < settled
                                    ? "by_mixed"
                                    : by[how]));
    if (open == 0)
        return text;
    s->fill.count = fill_count(s->a, open, s->lang);
    text =
        add_sentence(s, text, section_text(s, open == 1 ? "open_one" : "open"));
    s->fill.count = NULL;
    return text;
}

/* A text whose {count} is "3 van 9". */
static const char *
counted(struct section *s, const char *key, int n, int of)
{
    const char *text;

    s->fill.count =
        arena_printf(s->a, "%d %s %d", n, say(SAY_PAGE_OF, s->lang), of);
    text = section_text(s, key);
    s->fill.count = NULL;
    return text;
}

/* "Gelijk bij 3 van 9 schalen, hooguit één punt verschil bij 8 van 9.
   Vastgesteld na overleg." */
static void
add_agreement(struct section *s, struct block *sect)
{
    int both = 0, alike = 0, near = 0;
    const char *text = "";

    for (int i = 0; i < s->rules->nscales; i++) {
        const struct scale_score *v = &s->profile->scores->v[i];

        if (v->nscored < 2)
            continue;
        both++;
        alike += v->high == v->low;
        near += v->high - v->low <= NEAR;
    }
    if (both > 0) {
        text = counted(s, both == 1 ? "alike_one" : "alike", alike, both);
        text =
            arena_printf(s->a, "%s, %s", text, counted(s, "near", near, both));
    }
    text = settled_text(s, text);
    if (*text != '\0')
        section_typed(s, sect, ROLE_P, STYLE_SMALL, text)->before = MM(1.8);
}

static void
add(struct section *s)
{
    struct block *sect = section_open(s), *table;
    const struct columns c = columns(s);

    if (sect->page == PAGE_FLOW)
        dossier_heading(s, sect, "title", MM(3.6));
    table = dossier_table(s, sect);
    table->before = MM(1.6);
    add_head(s, table, &c);
    add_rows(s, table, &c);
    add_agreement(s, sect);
}

const struct section_kind section_score_table = {
    .name = "score_table",
    .help = "all scores in numbers: each reader's, settled, difference",
    KEYS(keys),
    .add = add,
};

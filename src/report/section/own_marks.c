/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/section/group_chart.h"
#include "report/section.h"
#include "report/section/kinds.h"

/* The profile as a blank, for the teacher: a track per scale without a mark,
   to put a cross on, and a line for a word.  Nothing that a reader scored. */

static const struct section_key keys[] = {
    KEY_OF_TEXT("title", "Eerst jij", "You first", "title of the page"),
    {.name = "sub",
        .type = KEY_TEXT,
        .nl = "Vul dit blad in voor het gesprek over het profiel. Er is geen "
              "goed of fout.",
        .en = "Fill in this sheet before the talk about the profile. There is "
              "no right or wrong.",
        .help = "line below it"},
    KEY_OF_TEXT("date", "Datum", "Date", "label of a line at the top"),
    {.name = "word",
        .type = KEY_TEXT,
        .nl = "Welk woord past vandaag bij jou en {kind}?",
        .en = "Which word fits you and {child} today?",
        .help = "before a line for a word; empty leaves it out"},
    {.name = "how",
        .type = KEY_TEXT,
        .nl = "Denk terug aan het interview over {kind}. Hoe duidelijk was "
              "dit te horen, denk je? Zet op elke lijn één kruisje.",
        .en = "Think back to the interview about {child}. How clearly was "
              "this heard, do you think? Put one cross on each line.",
        .help = "how to fill it in"},
    {.name = "after",
        .type = KEY_TEXT,
        .nl = "Neem dit blad mee naar het gesprek. Jouw kruisjes tellen niet "
              "mee in de scores. Ze kunnen als open teken in het profiel "
              "komen.",
        .en = "Take this sheet to the talk. Your crosses do not count in the "
              "scores. They can come into the profile as open marks.",
        .help = "below it: what happens with the sheet"},
    KEY_OF_GROUPS(
        "groups", "", "which groups show; by default those of the copy"),
};

#define TRACK_Y MM(4.6) /* on the line of the scale's title */
#define ROW_PAD MM(0.7)
#define LINE_GAP MM(9.3)

/* A label with a line to write on. */
static void
add_line(struct section *s, struct block *row, const char *key,
    enum input_kind kind, const char *name, mpt x, mpt w)
{
    struct block *cell;

    if (*section_raw(s, key) == '\0')
        return;
    cell = block_add(s->a, row, BLOCK_GROUP);
    cell->x = x;
    cell->w = w;
    section_para(s, cell, ROLE_P, STYLE_LABEL, key)->keep_next = true;
    section_ask(s, section_lines(s, cell, 1, LINE_GAP), kind, name,
        section_text(s, key));
}

static void
add_scale(struct group_chart *c, struct block *table, int scale)
{
    struct section *s = c->s;
    const struct scale *is = &s->rules->scales[scale];
    const char *title = fill_text(s->a, &s->fill, is->title.t[s->lang].s);
    struct block *row = block_add(s->a, table, BLOCK_COLUMNS), *cell, *fig;
    struct track t = group_chart_track(c, scale);

    row->role = ROLE_TR;
    row->keep = true;
    cell = block_add(s->a, row, BLOCK_GROUP);
    cell->role = ROLE_TH_ROW;
    cell->w = s->side_w;
    cell->before = ROW_PAD;
    cell->after = 2 * ROW_PAD;
    section_typed(s, cell, ROLE_P, STYLE_BODY, title);
    section_fill(s, cell, ROLE_P, STYLE_SMALL, is->about.t[s->lang].s);
    cell = block_add(s->a, row, BLOCK_GROUP);
    cell->role = ROLE_TD;
    cell->x = s->main_x;
    fig = block_figure(
        s->a, cell, 0, say_with(s->a, SAY_ALT_TRACK, s->lang, &title));
    t.y = TRACK_Y - t.h / 2;
    chart_row_line(s->a, fig, &t, false);
}

static void
add(struct section *s)
{
    struct group_chart c = {.s = s,
        .track_w = s->main_w,
        .before = MM(4),
        .names_each = true,
        .add_row = add_scale};
    struct block *row, *side, *main;

    if (group_chart_rows(s) == 0)
        return;
    c.sect = section_open(s);
    row = block_add(s->a, c.sect, BLOCK_COLUMNS);
    row->before = MM(7);
    row->after = MM(7);
    add_line(s, row, "date", INPUT_DATE, "own.date", 0, s->side_w);
    add_line(s, row, "word", INPUT_TEXT, "own.word", s->main_x, 0);
    section_key_rule(s, c.sect, 0);
    row = section_row(s, c.sect, &side, &main);
    row->before = MM(4.7);
    row->keep_next = true;
    section_para(s, main, ROLE_P, STYLE_BODY, "how");
    section_para(s, main, ROLE_P, STYLE_SMALL, "after")->before = MM(1.4);
    group_chart_add(&c);
    section_notes(s, c.sect, true);
}

const struct section_kind section_own_marks = {
    .name = "own_marks",
    .help = "the profile as a blank: tracks to put a cross on, a word for "
            "today",
    .page = PAGE_NEW,
    .notes = true,
    KEYS(keys),
    .add = add,
};

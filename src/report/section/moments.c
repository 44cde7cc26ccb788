/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "method/moments.h"
#include "report/section.h"
#include "report/section/kinds.h"

#include <string.h>

static const struct section_key keys[] = {
    KEY_OF_TEXT("title", "{Count} momenten, twee kanten",
        "{Count} moments, two sides", "heading; {count}: how many"),
    KEY_OF_TEXT("title_one", "Eén moment, twee kanten", "One moment, two sides",
        "the same, with one"),
    KEY_OF_TEXT("title_none", "Momenten met twee kanten",
        "Moments with two sides", "the same, with none: rows to fill in"),
    KEY_OF_TEXT("what", "Wat gebeurde er?", "What happened?",
        "head of the first column"),
    {.name = "teacher",
        .type = KEY_TEXT,
        .nl = "Wat voelde jij?",
        .en = "What did you feel?",
        .help = "head of the second column"},
    {.name = "child",
        .type = KEY_TEXT,
        .nl = "Wat voelde {kind}, denk je?",
        .en = "What did {child} feel, do you think?",
        .help = "head of the third column"},
    KEY_OF_TEXT("needed", "Wat had {hij} nodig?", "What was needed?",
        "head of the fourth column"),
    KEY_OF_TEXT("together", "Samen invullen", "To fill in together",
        "heading below, where a cell is empty"),
    {.name = "together_text",
        .type = KEY_TEXT,
        .nl =
            "Een lege lijn is geen fout. Hier is nog niets ingevuld. Dat zijn "
            "goede plekken om samen te onderzoeken.",
        .en = "An empty line is not a mistake. Nothing is filled in yet. These "
              "are good places to explore together.",
        .help = "its text"},
};

#define ROW_WHOLE MM(110) /* higher rows may be parted */

enum { COLUMNS = 4, MOMENTS_DEFAULT = 3, CELL_LINES = 3 };

/* Columns in 166 mm; other widths in proportion. */
static const mpt column_x[COLUMNS] = {0, MM(46), MM(87), MM(128)};
static const mpt column_w[COLUMNS] = {MM(42), MM(37), MM(37), MM(37)};

#define DESIGN_W MM(166)

static mpt
in_proportion(const struct section *s, mpt v)
{
    return (mpt)((long long)v * s->w / DESIGN_W);
}

static void
place_cell(const struct section *s, struct block *b, int column)
{
    b->x = in_proportion(s, column_x[column]);
    b->w = in_proportion(s, column_w[column]);
}

/* A part of moment `i` to be told: of the table, else of an answer. */
static void
ask_told(struct section *s, struct block *lines, const struct moment *m, int i,
    enum slot slot)
{
    static const struct {
        const char *cell, *part;
    } names[SLOT_COUNT] = {[SLOT_EVENT] = {"what", "event"},
        [SLOT_TEACHER_FELT] = {"teacher", "teacher_felt"},
        [SLOT_CHILD_FELT] = {"child", "child_felt"},
        [SLOT_NEEDED] = {"needed", "needed"}};
    bool answer = s->iv->nmoments == 0 && m->at.question > 0;
    const char *title = m->title.s != NULL ? m->title.s
                        : m->at.question > 0
                            ? fill_chip(s->a, m->at.question, s->lang)
                            : arena_printf(s->a, "%d", i + 1);

    section_ask(s, lines, INPUT_TEXT,
        answer ? arena_printf(
                     s->a, "answers.v%02d.%s", m->at.question, names[slot].part)
               : arena_printf(s->a, "moments.%d.%s", i + 1, names[slot].cell),
        section_label(s, title, section_text(s, names[slot].cell)));
}

/* What is known of a side, or room for it. */
static void
add_told(struct section *s, struct block *cell, const struct moment *m, int i,
    enum slot slot, bool *empty)
{
    struct told_part part = moment_cell(s->iv, m, slot);
    struct block *lines;

    if (part.text.s != NULL) {
        section_typed(s, cell, ROLE_P, STYLE_TABLE,
            part.own ? fill_quote(s->a, part.text.s) : part.text.s);
        return;
    }
    lines = block_lines(s->a, cell, CELL_LINES, MM(9), s->doc->room_alt);
    lines->before = MM(-2.1);
    ask_told(s, lines, m, i, slot);
    *empty = true;
}

static struct block *
add_cell(struct section *s, struct block *row, int column)
{
    struct block *cell = block_add(s->a, row, BLOCK_GROUP);

    cell->role = ROLE_TD;
    place_cell(s, cell, column);
    return cell;
}

/* The moment's name, above what is left of a row higher than a page. */
static struct block *
moment_again(struct section *s, const struct moment *m)
{
    struct block *b = section_continued(
        s, NULL, STYLE_TABLE_HEAD, m->title.s ? m->title.s : "");

    section_chip(s, b, m->at.question);
    b->after = MM(1.1);
    return b;
}

static void
add_row(struct section *s, struct block *table, const struct moment *m, int i,
    bool *some_empty)
{
    struct block *row = block_add(s->a, table, BLOCK_COLUMNS), *cell, *t;
    bool empty = false;

    row->role = ROLE_TR;
    row->keep_below = ROW_WHOLE;
    cell = add_cell(s, row, 0);
    if (m->title.s != NULL || m->at.question > 0) {
        t = block_text(s->a, cell, ROLE_P, STYLE_TABLE, NULL);
        if (m->title.s != NULL)
            block_run(s->a, t, RUN_TEXT, true, m->title.s, strlen(m->title.s));
        section_chip(s, t, m->at.question);
    }
    add_told(s, cell, m, i, SLOT_EVENT, &empty);
    add_told(s, add_cell(s, row, 1), m, i, SLOT_TEACHER_FELT, &empty);
    add_told(s, add_cell(s, row, 2), m, i, SLOT_CHILD_FELT, &empty);
    add_told(s, add_cell(s, row, 3), m, i, SLOT_NEEDED, &empty);
    row->again = moment_again(s, m);
    row->min_h = empty ? MM(26) : MM(14);
    row->before = MM(3);
    row->after = MM(3.8);
    *some_empty |= empty;
}

static void
add_head(struct section *s, struct block *table)
{
    static const char *const heads[COLUMNS] = {
        "what", "teacher", "child", "needed"};
    struct block *row = block_add(s->a, table, BLOCK_COLUMNS);

    row->role = ROLE_TR;
    row->before = MM(4.7);
    row->after = MM(1.1);
    row->keep_next = true;
    row->repeat = true;
    for (int i = 0; i < COLUMNS; i++) {
        struct block *b =
            section_para(s, row, ROLE_TH_COLUMN, STYLE_TABLE_HEAD, heads[i]);

        place_cell(s, b, i);
    }
    row = block_rule(s->a, table, PT(0.7), COLOR_INK);
    row->keep_next = true;
    row->repeat = true;
}

static void
add(struct section *s)
{
    const struct moment *v = NULL;
    int n = moments_find(s->a, &s->fill, MOMENTS_DEFAULT, &v), rows = n;
    struct block *sect = section_open(s), *table, *row, *side, *main, *h;
    bool empty = false;

    if (n == 0) /* none: empty rows to fill in */
        v = NEW(s->a, struct moment, rows = MOMENTS_DEFAULT);
    s->fill.count = fill_count(s->a, n, s->lang);
    h = section_para(s, sect, section_heading_role(s), STYLE_HEADING,
        n == 0   ? "title_none"
        : n == 1 ? "title_one"
                 : "title");
    s->fill.count = NULL;
    h->before = MM(4.3);
    h->keep_next = true;
    table = block_add(s->a, sect, BLOCK_GROUP);
    table->role = ROLE_TABLE;
    add_head(s, table);
    for (int i = 0; i < rows; i++) {
        add_row(s, table, &v[i], i, &empty);
        section_separator(s, table, 0)->keep_next = false;
    }
    if (empty) {
        row = section_row(s, sect, &side, &main);
        row->before = MM(4.7);
        row->keep = true;
        section_para(
            s, side, section_heading_role(s), STYLE_HEADING, "together");
        section_para(s, main, ROLE_P, STYLE_BODY, "together_text");
    }
    section_notes(s, sect, false);
}

const struct section_kind section_moments = {
    .name = "moments",
    .help = "moments with two sides, as a table",
    .notes = true,
    KEYS(keys),
    .add = add,
};

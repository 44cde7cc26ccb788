/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "method/moments.h"
#include "report/section.h"
#include "report/section/kinds.h"

#include <string.h>

/* Good moments and hard ones, told by a teacher alone: what happened and what
   the teacher felt and did, as it was told or with room.  The child's side is
   always open: nobody else can fill it in. */

static const struct section_key keys[] = {
    KEY_OF_TEXT(
        "title", "Goed en moeilijk", "Good and hard", "title of the page"),
    {.name = "sub",
        .type = KEY_TEXT,
        .nl = "Kies kleine momenten. De kant van {kind} weet niemand zeker. "
              "Wat denk je zelf?",
        .en = "Choose small moments. Nobody knows {child}’s side for certain. "
              "What do you think yourself?",
        .help = "line below it"},
    KEY_OF_TEXT("well", "Een goed moment", "A good moment",
        "name of a moment that went well"),
    KEY_OF_TEXT("hard", "Een moeilijk moment", "A hard moment",
        "name of a moment that was hard"),
    KEY_OF_TEXT("what", "Wat gebeurde er?", "What happened?",
        "head of the first column"),
    {.name = "teacher",
        .type = KEY_TEXT,
        .nl = "Wat voelde je, en wat deed je?",
        .en = "What did you feel, and what did you do?",
        .help = "head of the second column"},
    {.name = "child",
        .type = KEY_TEXT,
        .nl = "Wat voelde {kind}, denk je?",
        .en = "What did {child} feel, do you think?",
        .help = "head of the third column"},
    KEY_OF_INT("each", 1, 4, "2", "moments of each kind"),
    KEY_OF_INT("lines", 1, 8, "4", "writing lines in a cell"),
    {.name = "ask",
        .type = KEY_TEXT,
        .nl = "Wat was er anders in de goede momenten?",
        .en = "What was different in the good moments?",
        .help = "the question below"},
};

enum { COLUMNS = 3, MOMENTS_MAX = 99, ASK_LINES = 3 };

#define COLUMNS_GAP MM(5)
#define LINE_PITCH MM(9)
#define LINE_RISE MM(2.1) /* the first line stands closer to the top */

static void
place_cell(const struct section *s, struct block *b, int column)
{
    b->w = (s->w - (COLUMNS - 1) * COLUMNS_GAP) / COLUMNS;
    b->x = column * (b->w + COLUMNS_GAP);
}

static struct block *
add_cell(struct section *s, struct block *row, int column)
{
    struct block *cell = block_add(s->a, row, BLOCK_GROUP);

    cell->role = ROLE_TD;
    place_cell(s, cell, column);
    return cell;
}

static void
add_head(struct section *s, struct block *table)
{
    static const char *const heads[COLUMNS] = {"what", "teacher", "child"};
    struct block *row = block_add(s->a, table, BLOCK_COLUMNS);

    row->role = ROLE_TR;
    row->after = MM(1.1);
    row->keep_next = true;
    row->repeat = true;
    for (int i = 0; i < COLUMNS; i++)
        place_cell(s,
            section_para(s, row, ROLE_TH_COLUMN, STYLE_TABLE_HEAD, heads[i]),
            i);
    row = block_rule(s->a, table, PT(0.7), COLOR_INK);
    row->keep_next = true;
    row->repeat = true;
}

/* Lines where a part is not told, in line with those of the other cells: the
   name above the first cell takes the place of a line. */
static void
add_lines(struct section *s, struct block *cell, int n, bool named)
{
    struct block *b = block_lines(s->a, cell, n, LINE_PITCH,
        n == 1 ? say(SAY_ROOM_ONE, s->lang) : s->doc->room_alt);

    b->before = -LINE_RISE;
    if (named)
        b->before += LINE_PITCH - s->layout->styles[STYLE_TABLE].leading;
}

/* A part of the moment, in the teacher's words where it can be; false where it
   is not told. */
static bool
add_told(struct section *s, struct block *cell, const struct moment *m,
    enum slot slot)
{
    struct told_part part = {0};
    struct block *b;

    if (m != NULL)
        part = moment_part(s->iv, m, slot);
    if (part.text.s == NULL)
        return false;
    b = section_typed(s, cell, ROLE_P, STYLE_TABLE,
        part.own ? fill_quote(s->a, part.text.s) : part.text.s);
    b->before = cell->first == b ? 0 : MM(1);
    return true;
}

/* The name above a moment: its own title, else how it went. */
static void
add_name(struct section *s, struct block *cell, const struct moment *m,
    const char *key)
{
    struct block *b = block_text(s->a, cell, ROLE_P, STYLE_TABLE, NULL);
    const char *name =
        m != NULL && m->title.s != NULL ? m->title.s : section_text(s, key);

    block_run(s->a, b, RUN_TEXT, true, name, strlen(name));
    if (m != NULL)
        section_chip(s, b, m->at.question);
}

static void
add_moment(struct section *s, struct block *table, const struct moment *m,
    const char *key)
{
    struct block *row = block_add(s->a, table, BLOCK_COLUMNS), *cell;
    int lines = section_int(s, "lines");
    bool felt, did;

    row->role = ROLE_TR;
    row->keep = true;
    row->before = MM(3);
    row->after = MM(4.4);
    cell = add_cell(s, row, 0);
    add_name(s, cell, m, key);
    if (!add_told(s, cell, m, SLOT_EVENT))
        add_lines(s, cell, lines - (lines > 1), lines > 1);
    cell = add_cell(s, row, 1);
    felt = add_told(s, cell, m, SLOT_TEACHER_FELT);
    did = add_told(s, cell, m, SLOT_DID);
    if (!felt || !did)
        add_lines(s, cell, felt || did ? (lines + 1) / 2 : lines, false);
    add_lines(s, add_cell(s, row, 2), lines, false);
    section_separator(s, table, 0)->keep_next = false;
}

/* The moments that went so, and empty ones up to the number of the key. */
static void
add_moments(struct section *s, struct block *table, const struct moment *v,
    int n, enum went went, const char *key)
{
    int left = section_int(s, "each");

    for (int i = 0; i < n && left > 0; i++)
        if (moment_went(&s->fill, &v[i]) == went) {
            add_moment(s, table, &v[i], key);
            left--;
        }
    for (; left > 0; left--)
        add_moment(s, table, NULL, key);
}

static void
add(struct section *s)
{
    const struct moment *v = NULL;
    int n = moments_find(s->a, &s->fill, MOMENTS_MAX, &v);
    struct block *sect = section_open(s), *table, *part, *b;

    table = block_add(s->a, sect, BLOCK_GROUP);
    table->role = ROLE_TABLE;
    table->before = MM(7);
    add_head(s, table);
    add_moments(s, table, v, n, WENT_WELL, "well");
    add_moments(s, table, v, n, WENT_HARD, "hard");
    if (*section_raw(s, "ask") == '\0')
        return;
    part = block_add(s->a, sect, BLOCK_GROUP);
    part->keep = true;
    part->before = MM(6);
    b = section_para(s, part, ROLE_P, STYLE_PROMPT, "ask");
    b->keep_next = true;
    section_lines(s, part, ASK_LINES, LINE_PITCH);
}

const struct section_kind section_own_moments = {
    .name = "own_moments",
    .help = "good moments and hard ones with the child's side open, for a "
            "teacher alone",
    .page = PAGE_NEW,
    .blank_too = true,
    KEYS(keys),
    .add = add,
};

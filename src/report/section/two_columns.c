/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/section.h"
#include "report/section/kinds.h"

/* Two columns to write in, what is known beside what is not. */

static const struct section_key keys[] = {
    {.name = "title",
        .type = KEY_TEXT,
        .nl = "Wat weet je van {kind}?",
        .en = "What do you know of {child}?",
        .help = "heading"},
    KEY_OF_TEXT("hint", "Thuis, vrienden, waar {kind} blij van wordt.",
        "Home, friends, what makes {child} happy.", "below it"),
    {.name = "left",
        .type = KEY_TEXT,
        .nl = "Dit weet ik",
        .en = "This I know",
        .help = "heading of the first column"},
    {.name = "right",
        .type = KEY_TEXT,
        .nl = "Dit weet ik nog niet",
        .en = "This I do not know yet",
        .help = "heading of the second column"},
    KEY_OF_INT("lines", 1, 20, "5", "writing lines in each column"),
};

enum { SIDES = 2 };

#define COLUMNS_GAP MM(6)
#define LINE_PITCH MM(9)

static void
add(struct section *s)
{
    static const char *const heads[SIDES] = {"left", "right"};
    struct block *sect = section_open(s), *row, *b;

    sect->keep = true;
    b = section_para(s, sect, section_heading_role(s), STYLE_HEADING, "title");
    b->before = MM(5);
    b->keep_next = true;
    b = section_para(s, sect, ROLE_P, STYLE_SMALL, "hint");
    if (b != NULL) {
        b->before = MM(0.6);
        b->keep_next = true;
    }
    row = block_add(s->a, sect, BLOCK_COLUMNS);
    row->before = MM(4);
    for (int i = 0; i < SIDES; i++) {
        struct block *column = block_add(s->a, row, BLOCK_GROUP);

        column->w = (s->w - COLUMNS_GAP) / SIDES;
        column->x = i * (column->w + COLUMNS_GAP);
        block_rule(s->a, column, PT(0.9), COLOR_INK);
        b = section_para(s, column, ROLE_P, STYLE_STRONG, heads[i]);
        b->before = MM(2.4);
        b->keep_next = true;
        section_lines(s, column, section_int(s, "lines"), LINE_PITCH);
    }
}

const struct section_kind section_two_columns = {
    .name = "two_columns",
    .help = "two columns to write in: what one knows of the child and what not",
    .blank_too = true,
    KEYS(keys),
    .add = add,
};

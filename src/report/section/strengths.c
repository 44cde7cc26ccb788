/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/section.h"
#include "report/section/kinds.h"

#include <string.h>

static const struct section_key keys[] = {
    KEY_OF_TEXT("title", "Wat er al is", "What is already there", "heading"),
};

/* To write on where the interview has no strengths. */
enum { ROOM_LINES = 2 };

static void
add_item(struct section *s, struct block *list, const struct strength *is)
{
    struct block *text = section_bullet(s, list);

    block_run(s->a, text, RUN_TEXT, true, is->claim.s, strlen(is->claim.s));
    if (is->detail.s != NULL) {
        block_run(s->a, text, RUN_TEXT, false, " ", 1);
        block_run(
            s->a, text, RUN_TEXT, false, is->detail.s, strlen(is->detail.s));
    }
    for (int i = 0; i < is->at.n; i++)
        section_chip(s, text, is->at.v[i].question);
}

static void
add_list(struct section *s, struct block *main)
{
    struct block *list = block_add(s->a, main, BLOCK_GROUP);

    list->role = ROLE_L;
    for (int i = 0; i < s->iv->nstrengths; i++) {
        add_item(s, list, &s->iv->strengths[i]);
        list->last->before = i > 0 ? MM(1.85) : 0;
    }
}

static void
add(struct section *s)
{
    struct block *sect = section_open(s), *row, *side, *main;

    row = section_row(s, sect, &side, &main);
    row->before = MM(5.7);
    section_para(
        s, side, section_heading_role(s), STYLE_HEADING_LARGE, "title");
    if (s->iv->nstrengths > 0)
        add_list(s, main);
    else
        section_lines(s, main, ROOM_LINES, MM(8.5));
    section_between(s, sect, MM(6.6));
}

const struct section_kind section_strengths = {
    .name = "strengths",
    .help = "what is there already, with evidence",
    KEYS(keys),
    .add = add,
};

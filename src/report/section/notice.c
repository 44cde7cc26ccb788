/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/section.h"
#include "report/section/kinds.h"

static const struct section_key keys[] = {
    KEY_OF_TEXT("title", "Wat opvalt", "What stands out", "heading"),
    {.name = "fixed",
        .type = KEY_TEXT,
        .nl = "Een momentopname. Het zegt niet wie jij bent of wie {kind} is.",
        .en = "A snapshot. It does not say who you are or who {child} is.",
        .help = "the line that always stands below"},
};

static void
add(struct section *s)
{
    const struct text *notice = &s->profile->notice;
    struct block *sect = section_open(s), *row, *side, *main, *b;

    row = section_row(s, sect, &side, &main);
    row->before = MM(5.8);
    row->keep = true;
    if (notice->s != NULL) {
        section_para(s, side, section_heading_role(s), STYLE_HEADING, "title")
            ->before = MM(0.2);
        if (s->profile->notice_filled)
            section_typed(s, main, ROLE_P, STYLE_BODY, notice->s);
        else
            section_fill(s, main, ROLE_P, STYLE_BODY, notice->s);
    }
    b = section_para(s, main, ROLE_NOTE, STYLE_SMALL, "fixed");
    if (notice->s != NULL)
        b->before = MM(2.3);
}

const struct section_kind section_notice = {
    .name = "notice",
    .help = "what stands out: of the interview, else of the first pattern",
    KEYS(keys),
    .add = add,
};

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/section.h"
#include "report/section/kinds.h"

static const struct section_key keys[] = {
    KEY_OF_TEXT(
        "title", "", "", "heading, or title of the page where it begins one"),
    KEY_OF_TEXT("sub", "", "", "line below the title of a page"),
    KEY_OF_TEXT("text", "", "", "the text"),
    KEY_OF_INT("lines", 0, 20, "0", "writing lines below it"),
};

static void
add(struct section *s)
{
    struct block *sect = section_open(s), *row, *side, *main, *b = NULL;
    const char *text = section_raw(s, "text");
    int lines = section_int(s, "lines");

    row = section_row(s, sect, &side, &main);
    row->before = sect->page == PAGE_FLOW ? MM(6) : MM(10);
    if (sect->page == PAGE_FLOW)
        section_para(s, side, section_heading_role(s), STYLE_HEADING, "title");
    if (text != NULL && *text != '\0')
        b = section_fill(s, main, ROLE_P, STYLE_BODY, text);
    if (lines > 0) {
        row->keep = b == NULL; /* a heading and its lines */
        if (b != NULL)
            b->keep_next = true;
        section_lines(s, main, lines, MM(9));
    }
    section_notes(s, sect, false);
}

const struct section_kind section_text_block = {
    .name = "text",
    .help = "a text of the layout's own",
    .blank = true,
    KEYS(keys),
    .add = add,
};

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/section.h"
#include "report/section/kinds.h"

static const struct section_key keys[] = {
    KEY_OF_TEXT("title", "", "", "title of the page"),
    KEY_OF_TEXT("sub", "", "", "line below it"),
};

static void
add(struct section *s)
{
    section_open(s)->keep_next = true;
}

const struct section_kind section_page_title = {
    .name = "page_title",
    .help = "a new page with a title, for the blocks that flow behind it",
    .page = PAGE_NEW,
    .low = true,
    .blank = true,
    KEYS(keys),
    .add = add,
};

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/section.h"
#include "report/section/kinds.h"

static const struct section_key keys[] = {
    KEY_OF_TEXT("title", "Wat samen opvalt", "What stands out together",
        "heading, or title of the page where it begins one"),
    KEY_OF_TEXT("sub", "", "", "line below the title of a page"),
};

enum { PROFILE_PROMPTS = 3 };

static void
add(struct section *s)
{
    struct block *sect, *row, *side, *main, *list = NULL;

    if (s->profile->npatterns == 0)
        return;
    sect = section_open(s);
    row = section_row(s, sect, &side, &main);
    row->before = MM(7);
    if (sect->page == PAGE_FLOW)
        section_para(s, side, section_heading_role(s), STYLE_HEADING, "title");
    for (int i = 0; i < s->profile->npatterns; i++) {
        const char *notice = s->profile->patterns[i]->notice.t[s->lang].s;

        if (notice == NULL)
            continue;
        if (list == NULL) {
            list = block_add(s->a, main, BLOCK_GROUP);
            list->role = ROLE_L;
        }
        fill_block(s->a, &s->fill, notice, section_bullet(s, list));
        list->last->before = list->first == list->last ? 0 : MM(1.2);
    }
    section_prompts(s, main, TARGET_PROFILE, 0, PROFILE_PROMPTS, STYLE_PROMPT,
        MM(1.8), 0, 0);
}

const struct section_kind section_patterns = {
    .name = "patterns",
    .help = "the patterns that hold, with their questions",
    KEYS(keys),
    .add = add,
};

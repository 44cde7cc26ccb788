/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/section.h"
#include "report/section/kinds.h"

static const struct section_key keys[] = {
    {.name = "title",
        .type = KEY_TEXT,
        .nl = "{Count} vragen aan jezelf",
        .en = "{Count} questions to yourself",
        .help = "heading"},
    {.name = "title_one",
        .type = KEY_TEXT,
        .nl = "Een vraag aan jezelf",
        .en = "A question to yourself",
        .help = "the same, with one"},
    {.name = "hint",
        .type = KEY_TEXT,
        .nl = "Voor het gesprek, of daarna. Schrijf wat er het eerst in je "
              "opkomt.",
        .en = "Before the talk, or after it. Write what comes to mind first.",
        .help = "below it"},
    KEY_OF_INT("lines", 1, 10, "3", "writing lines under each question"),
};

enum { SELF_MAX = 3 };

static void
add(struct section *s)
{
    int n = s->rules->nselves < SELF_MAX ? s->rules->nselves : SELF_MAX;
    const char *title = n == 1 ? "title_one" : "title";
    bool flow = !section_has_word(s, "page", "new") &&
                !section_has_word(s, "page", "own");
    struct block *sect, *b;

    if (n == 0)
        return;
    s->fill.count = fill_count(s->a, n, s->lang);
    sect = section_open_page(s, flow ? "" : section_raw(s, title),
        flow ? "" : section_raw(s, "hint"), !flow);
    s->fill.count = NULL;
    if (flow) {
        section_key_rule(s, sect, MM(4.9));
        s->fill.count = fill_count(s->a, n, s->lang);
        b = section_para(
            s, sect, section_heading_role(s), STYLE_HEADING_LARGE, title);
        sect->again =
            section_continued(s, NULL, STYLE_HEADING, section_text(s, title));
        sect->again->after = MM(2);
        s->fill.count = NULL;
        b->before = MM(4.8);
        b->keep_next = true;
        b = section_para(s, sect, ROLE_P, STYLE_SMALL, "hint");
        b->before = MM(1);
        b->keep_next = true;
    }
    for (int i = 0; i < n; i++) {
        struct block *part = block_add(s->a, sect, BLOCK_GROUP);

        part->keep = true;
        part->before = MM(4.15);
        b = section_fill(s, part, ROLE_P, STYLE_PROMPT,
            s->rules->selves[i].text.t[s->lang].s);
        b->keep_next = true;
        section_lines(s, part, section_int(s, "lines"), MM(9));
    }
}

const struct section_kind section_self_questions = {
    .name = "self_questions",
    .help = "the first three questions to oneself, with room to write",
    .blank_too = true,
    KEYS(keys),
    .add = add,
};

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/section/comparison.h"
#include "report/section.h"
#include "report/section/kinds.h"

/* What is alike, what differs, and what is still open: the scales concerned
   and a question to write on. */

static const struct section_key keys[] = {
    KEY_OF_TEXT("alike", "Ongeveer gelijk", "About the same", "heading"),
    KEY_OF_TEXT("differs", "Verschilt", "Differs", "heading"),
    KEY_OF_TEXT("open", "Nog te bespreken", "To be talked about", "heading"),
    KEY_OF_TEXT("nothing", "Geen schaal.", "No scale.",
        "below a heading that no scale belongs to"),
    KEY_OF_INT("alike_lines", 0, 10, "2", "writing lines"),
    KEY_OF_INT("differs_lines", 0, 10, "3", "writing lines"),
    KEY_OF_INT("open_lines", 0, 10, "2", "writing lines"),
    KEY_OF_GROUPS(
        "groups", "", "which groups count; by default those of the copy"),
};

/* A heading takes less above its baseline than the text beside it. */
#define HEADING_LIFT MM(-0.27)

/* `prompt` NULL: nothing is asked. */
static void
add_list(struct section *s, struct block *sect, const char *key,
    const char *lines, const char *scales, const struct bitext *prompt)
{
    struct block *part = block_add(s->a, sect, BLOCK_GROUP), *row, *side;
    struct block *main, *b;

    part->keep = true;
    section_separator(s, part, sect->first == part ? MM(5.3) : MM(9.3));
    row = section_row(s, part, &side, &main);
    row->before = MM(4.2);
    b = section_para(s, side, section_heading_role(s), STYLE_HEADING, key);
    if (b != NULL)
        b->before = HEADING_LIFT;
    b = scales != NULL ? section_typed(s, side, ROLE_P, STYLE_SMALL,
                             fill_capital(s->a, scales))
                       : section_para(s, side, ROLE_P, STYLE_SMALL, "nothing");
    if (b != NULL)
        b->before = MM(1);
    if (prompt == NULL)
        return;
    b = section_fill(s, main, ROLE_P, STYLE_PROMPT, prompt->t[s->lang].s);
    if (b != NULL)
        b->keep_next = true;
    if (section_int(s, lines) > 0)
        section_lines(s, main, section_int(s, lines), MM(9));
}

static void
add(struct section *s)
{
    struct block *sect = section_open(s);
    const struct rules *r = s->rules;
    const char *open;

    add_list(s, sect, "alike", "alike_lines", comparison_list(s, IN(PAIR_SAME)),
        &r->alike);
    add_list(s, sect, "differs", "differs_lines",
        comparison_list(s, IN(PAIR_MORE) | IN(PAIR_LESS)), &r->differs);
    open = comparison_list(s, IN(PAIR_OPEN));
    /* Without a scale to talk about there is nothing to write. */
    add_list(
        s, sect, "open", "open_lines", open, open != NULL ? &r->open : NULL);
}

const struct section_kind section_compare_lists = {
    .name = "compare_lists",
    .help = "of two interviews what is alike, what differs and what is open; "
            "only in `compare`",
    .compares = true,
    KEYS(keys),
    .add = add,
};

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/section/comparison.h"
#include "report/section.h"
#include "report/section/kinds.h"

/* What a second interview with the same teacher about the same child adds, in
   the sentences of [compare]. */

static const struct section_key keys[] = {
    KEY_OF_TEXT(
        "title", "Wat is er veranderd?", "What has changed?", "heading"),
    KEY_OF_TEXT("none", "Er zijn geen grote verschillen te horen.",
        "No large differences were heard.", "where no scale has more or less"),
    KEY_OF_TEXT("open", "Nog te bespreken: {list}.",
        "Still to talk about: {list}.",
        "where scales are not scored in both, or readers differ"),
    COMPARISON_REMARK_KEYS(
        "Eén stap verschil zegt weinig. Dat noemen we **ongeveer gelijk**.",
        "A difference of one step says little. We call that **about the "
        "same**.",
        "Tot {count} stappen verschil zegt weinig. Dat noemen we **ongeveer "
        "gelijk**.",
        "A difference of up to {count} steps says little. We call that **about "
        "the same**."),
    KEY_OF_GROUPS(
        "groups", "", "which groups count; by default those of the copy"),
};

/* Adds a sentence to the paragraph; {list} is what it is about. */
static void
add_sentence(struct section *s, struct block *text, const char *sentence,
    const char *list)
{
    if (sentence == NULL || *sentence == '\0')
        return;
    if (text->as.text.n > 0)
        block_run(s->a, text, RUN_TEXT, false, " ", 1);
    s->fill.list = list;
    fill_block(s->a, &s->fill, sentence, text);
    s->fill.list = NULL;
}

static void
add_sentences(struct section *s, struct block *text)
{
    const char *more = comparison_list(s, IN(PAIR_MORE));
    const char *less = comparison_list(s, IN(PAIR_LESS));
    const char *open = comparison_list(s, IN(PAIR_OPEN));

    if (more != NULL)
        add_sentence(s, text, s->rules->more.t[s->lang].s, more);
    if (less != NULL)
        add_sentence(s, text, s->rules->less.t[s->lang].s, less);
    if (more == NULL && less == NULL &&
        comparison_list(s, IN(PAIR_SAME)) != NULL)
        add_sentence(s, text, section_raw(s, "none"), NULL);
    if (open != NULL)
        add_sentence(s, text, section_raw(s, "open"), open);
    add_sentence(s, text, comparison_remark(s), NULL);
    s->fill.count = NULL;
}

static void
add(struct section *s)
{
    struct block *sect = section_open(s), *row, *side, *main, *b;

    sect->keep = true;
    section_between(s, sect, MM(6.5));
    row = section_row(s, sect, &side, &main);
    row->before = MM(3.7);
    b = section_para(s, side, section_heading_role(s), STYLE_HEADING, "title");
    if (b != NULL)
        b->before = MM(-0.27);
    b = block_text(s->a, main, ROLE_P, STYLE_BODY, NULL);
    add_sentences(s, b);
}

const struct section_kind section_changes = {
    .name = "changes",
    .help = "what a second interview on one child says otherwise; only in "
            "`compare`",
    .compares = true,
    KEYS(keys),
    .add = add,
};

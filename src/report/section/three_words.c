/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/section.h"
#include "report/section/kinds.h"

#include <string.h>

static const struct section_key keys[] = {
    KEY_OF_TEXT("title", "De relatie in {count} woorden",
        "The relationship in {count} words",
        "heading; {count}: how many words"),
};

enum { WORDS_ASKED = 3 };

static int
words_question(const struct rules *r)
{
    for (int i = 0; i < r->nquestions; i++)
        if (r->questions[i].kind == QUESTION_WORDS)
            return r->questions[i].number;
    return 0;
}

/* No words yet: a line for each. */
static void
add_lines(struct section *s, struct block *sect)
{
    struct block *row = block_add(s->a, sect, BLOCK_COLUMNS);
    mpt gap = MM(8), w = (s->w - (WORDS_ASKED - 1) * gap) / WORDS_ASKED;

    row->before = MM(2.6);
    for (int i = 0; i < WORDS_ASKED; i++) {
        struct block *line =
            block_lines(s->a, row, 1, MM(11), say(SAY_ROOM_ONE, s->lang));

        section_ask(s, line, INPUT_TEXT,
            arena_printf(s->a, "three_words.%d.word", i + 1),
            arena_printf(s->a, "%s: %d", section_text(s, "title"), i + 1));
        line->x = i * (w + gap);
        line->w = w;
    }
}

static void
add_words(struct section *s, struct block *sect)
{
    struct block *row = block_add(s->a, sect, BLOCK_WORDS);

    row->role = ROLE_P;
    row->as.text.style = STYLE_WORDS;
    row->before = MM(2.6);
    for (int i = 0; i < s->iv->nwords; i++) {
        const char *w = s->iv->words[i].word.s;

        if (w != NULL)
            block_run(s->a, row, RUN_TEXT, false, w, strlen(w));
    }
}

static void
add(struct section *s)
{
    struct block *sect = section_open(s), *h;
    int n = s->iv->nwords;

    s->fill.count = fill_count(s->a, n > 0 ? n : WORDS_ASKED, s->lang);
    h = section_para(s, sect, section_heading_role(s), STYLE_STRONG, "title");
    s->fill.count = NULL;
    if (h != NULL) {
        h->before = MM(2.56);
        h->keep_next = true;
        section_chip(s, h, words_question(s->rules));
    }
    if (n > 0)
        add_words(s, sect);
    else
        add_lines(s, sect);
    section_between(s, sect, MM(3.85));
}

const struct section_kind section_three_words = {
    .name = "three_words",
    .help = "the words for the relationship",
    KEYS(keys),
    .add = add,
};

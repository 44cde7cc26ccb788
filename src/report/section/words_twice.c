/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/section.h"
#include "report/section/kinds.h"

#include <string.h>

/* The words of two interviews, a row each. */

static const struct section_key keys[] = {
    KEY_OF_TEXT("title", "De {count} woorden", "The {count} words",
        "heading; {count}: how many words"),
    KEY_OF_TEXT("uneven", "De woorden", "The words",
        "the same where the numbers differ"),
};

#define LABEL_W MM(17)
#define WORDS_X MM(18.4)

/* The words, or a line to write them on. */
static void
add_words(struct section *s, struct block *row, const struct interview *iv)
{
    struct block *b;

    if (iv->nwords == 0) {
        b = block_add(s->a, row, BLOCK_GROUP);
        b->role = ROLE_LBODY;
        block_lines(s->a, b, 1, MM(6.1), say(SAY_ROOM_ONE, s->lang));
    } else {
        b = block_add(s->a, row, BLOCK_WORDS);
        b->role = ROLE_LBODY;
        b->as.text.style = STYLE_WORDS_TWICE;
        for (int i = 0; i < iv->nwords; i++) {
            const char *w = iv->words[i].word.s;

            if (w != NULL)
                block_run(s->a, b, RUN_TEXT, false, w, strlen(w));
        }
    }
    b->x = WORDS_X;
}

static void
add_row(struct section *s, struct block *list, const char *when,
    const struct interview *iv)
{
    struct block *row = block_add(s->a, list, BLOCK_COLUMNS), *b;

    row->role = ROLE_LI;
    row->keep = true;
    row->before = list->first == row ? 0 : MM(5.4);
    b = section_typed(s, row, ROLE_LBL, STYLE_FACT_LABEL, when);
    b->before = MM(2.93); /* on the words' baseline */
    b->w = LABEL_W;
    add_words(s, row, iv);
}

static void
add(struct section *s)
{
    const struct interview *other = s->other->interview;
    struct block *sect, *row, *side, *main, *b;
    int n = s->iv->nwords, m = other->nwords;

    if (n == 0 && m == 0) {
        section_left_out(s, "C102", section_text(s, "uneven"));
        return;
    }
    sect = section_open(s);
    sect->keep = true;
    row = section_row(s, sect, &side, &main);
    row->before = MM(4.6);
    s->fill.count = fill_count(s->a, n > 0 ? n : m, s->lang);
    b = section_para(s, side, section_heading_role(s), STYLE_HEADING,
        n == m || n == 0 || m == 0 ? "title" : "uneven");
    s->fill.count = NULL;
    if (b != NULL)
        b->before = MM(1.9);
    main->role = ROLE_L;
    add_row(s, main, s->fill.first, s->iv);
    add_row(s, main, s->fill.second, other);
    section_separator(s, sect, MM(4.4))->keep_next = false;
}

const struct section_kind section_words_twice = {
    .name = "words_twice",
    .help = "the words of two interviews; only in `compare`",
    .compares = true,
    KEYS(keys),
    .add = add,
};

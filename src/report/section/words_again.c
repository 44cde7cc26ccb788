/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/section/course.h"
#include "report/section.h"
#include "report/section/kinds.h"

#include <string.h>

/* The words of then, as they were told or with room, and room for those of
   now. */

static const struct section_key keys[] = {
    KEY_OF_TEXT("date", "Datum", "Date", "label of a line at the top"),
    KEY_OF_TEXT("date_then", "Toen", "Then",
        "label of the date of the interview, or of a line for it"),
    KEY_OF_TEXT("title", "De drie woorden", "The three words", "heading"),
    {.name = "hint",
        .type = KEY_TEXT,
        .nl = "Schrijf eerst die van nu. Kijk daarna naar die van toen.",
        .en = "Write those of now first. Then look at those of then.",
        .help = "below it"},
    KEY_OF_TEXT("then", "toen", "then", "before the words of then"),
    KEY_OF_TEXT("now", "nu", "now", "before the words of now"),
    {.name = "ask",
        .type = KEY_TEXT,
        .nl = "Welk woord is gebleven? Welk woord is nieuw?",
        .en = "Which word has stayed? Which word is new?",
        .help = "the question below"},
    KEY_OF_INT("lines", 1, 6, "2", "writing lines under the question"),
};

enum { WORDS_ASKED = 3 };

#define LABEL_W MM(12)
#define WORDS_X MM(14)
#define WORDS_GAP MM(6)
#define LINE_PITCH MM(9)

static void
add_lines(struct section *s, struct block *words)
{
    struct block *row = block_add(s->a, words, BLOCK_COLUMNS);
    mpt room = s->main_w - WORDS_X;
    mpt w = (room - (WORDS_ASKED - 1) * WORDS_GAP) / WORDS_ASKED;

    for (int i = 0; i < WORDS_ASKED; i++) {
        struct block *b =
            block_lines(s->a, row, 1, MM(7.4), say(SAY_ROOM_ONE, s->lang));

        b->x = i * (w + WORDS_GAP);
        b->w = w;
    }
}

static void
add_words(struct section *s, struct block *words)
{
    struct block *b = block_add(s->a, words, BLOCK_WORDS);

    b->as.text.style = STYLE_WORDS_TWICE;
    for (int i = 0; i < s->iv->nwords; i++) {
        const char *w = s->iv->words[i].word.s;

        if (w != NULL)
            block_run(s->a, b, RUN_TEXT, false, w, strlen(w));
    }
}

/* A row of words with its label; `told` NULL: lines. */
static void
add_row(struct section *s, struct block *list, const char *key, bool told)
{
    struct block *row = block_add(s->a, list, BLOCK_COLUMNS), *b;

    row->role = ROLE_LI;
    row->keep = true;
    row->before = list->first == row ? 0 : MM(5.4);
    b = section_para(s, row, ROLE_LBL, STYLE_FACT_LABEL, key);
    b->before = MM(2.93); /* on the words' baseline */
    b->w = LABEL_W;
    b = block_add(s->a, row, BLOCK_GROUP);
    b->role = ROLE_LBODY;
    b->x = WORDS_X;
    if (told)
        add_words(s, b);
    else
        add_lines(s, b);
}

/* The dates of both: of now a line, of then what is known. */
static void
add_dates(struct section *s, struct block *sect)
{
    struct block *row = block_add(s->a, sect, BLOCK_COLUMNS), *b;
    mpt x = s->main_x, label = MM(14);

    row->before = MM(6);
    course_line(s, row, STYLE_LABEL, "date", 0, label, s->side_w);
    if (s->iv->date.year == 0) {
        course_line(s, row, STYLE_LABEL, "date_then", x, x + label, x + MM(60));
    } else {
        b = section_para(s, row, ROLE_P, STYLE_LABEL, "date_then");
        b->x = x;
        b->w = label;
        section_typed(
            s, row, ROLE_P, STYLE_BODY, fill_date(s->a, s->iv->date, s->lang))
            ->x = x + label;
    }
    section_key_rule(s, sect, MM(6));
}

static void
add(struct section *s)
{
    struct block *sect = section_open(s), *row, *side, *main, *list, *b;

    add_dates(s, sect);
    row = section_row(s, sect, &side, &main);
    row->before = MM(5);
    row->keep = true;
    section_para(s, side, section_heading_role(s), STYLE_HEADING, "title");
    b = section_para(s, side, ROLE_P, STYLE_SMALL, "hint");
    if (b != NULL)
        b->before = MM(1);
    list = block_add(s->a, main, BLOCK_GROUP);
    list->role = ROLE_L;
    add_row(s, list, "now", false);
    add_row(s, list, "then", s->iv->nwords > 0);
    b = section_para(s, main, ROLE_P, STYLE_PROMPT, "ask");
    if (b != NULL) {
        b->before = MM(4);
        b->keep_next = true;
        section_lines(s, main, section_int(s, "lines"), LINE_PITCH);
    }
    section_between(s, sect, MM(6));
}

const struct section_kind section_words_again = {
    .name = "words_again",
    .help = "looking back: the words of then and those of now",
    .blank_too = true,
    KEYS(keys),
    .add = add,
};

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/section/course.h"
#include "report/section.h"
#include "report/section/kinds.h"

#include <string.h>

/* A teacher alone begins: three words, each with its moment, as they were told
   or with room to write. */

static const struct section_key keys[] = {
    KEY_OF_TEXT("title", "Zelf aan de slag", "Starting by yourself",
        "title of the page"),
    {.name = "sub",
        .type = KEY_TEXT,
        .nl = "Dit is voor jou alleen. Er is geen goed of fout. Schrijf wat er "
              "het eerst in je opkomt.",
        .en = "This is for you alone. There is no right or wrong. Write what "
              "comes to mind first.",
        .help = "line below it"},
    KEY_OF_TEXT("date", "Datum", "Date", "label of a line at the top"),
    KEY_OF_TEXT("child", "Over", "About", "label of a line at the top"),
    KEY_OF_TEXT("initial", "Een voorletter is genoeg.", "An initial is enough.",
        "beside it, where the child has no name"),
    KEY_OF_TEXT("words", "Drie woorden", "Three words", "heading"),
    {.name = "words_hint",
        .type = KEY_TEXT,
        .nl = "Welke woorden passen bij jou en {kind}? Denk bij elk woord aan "
              "één moment.",
        .en = "Which words fit you and {child}? With each word, think of one "
              "moment.",
        .help = "below it"},
    KEY_OF_TEXT("moment", "Bij welk moment?", "Which moment?",
        "label of the moment of a word"),
    KEY_OF_INT("lines", 1, 6, "2", "writing lines of each moment"),
};

enum { WORDS_ASKED = 3 };

#define LINE_PITCH MM(9)
#define NUMBER_W MM(6)
#define WORD_LINE_W MM(52)

/* Who it is about, where that is told; else a line. */
static void
add_facts(struct section *s, struct block *sect)
{
    struct block *row = block_add(s->a, sect, BLOCK_COLUMNS), *b;
    const char *child =
        s->iv->case_id.s == NULL ? NULL : fill_called(&s->iv->child);
    mpt label = MM(14);

    row->before = MM(6);
    course_line(s, row, STYLE_LABEL, "date", 0, label, s->side_w);
    if (child == NULL) {
        course_line(s, row, STYLE_LABEL, "child", s->main_x, s->main_x + label,
            s->main_x + MM(60));
        b = section_para(s, row, ROLE_P, STYLE_SMALL, "initial");
        if (b != NULL)
            b->x = s->main_x + MM(64);
    } else {
        b = section_para(s, row, ROLE_P, STYLE_LABEL, "child");
        if (b != NULL) {
            b->x = s->main_x;
            b->w = label;
        }
        section_typed(s, row, ROLE_P, STYLE_BODY, child)->x = s->main_x + label;
    }
    section_key_rule(s, sect, MM(6));
}

/* A word with its moment; `is` NULL: lines for both. */
static void
add_word(
    struct section *s, struct block *main, int number, const struct word *is)
{
    const char *which = arena_printf(s->a, "%d", number);
    struct block *part = block_add(s->a, main, BLOCK_GROUP), *row, *b;

    part->keep = true;
    part->before = number > 1 ? MM(5.6) : 0;
    row = block_add(s->a, part, BLOCK_COLUMNS);
    section_typed(s, row, ROLE_P, STYLE_LABEL, which)->w = NUMBER_W;
    if (is == NULL || is->word.s == NULL) {
        b = block_lines(s->a, row, 1, MM(5), say(SAY_ROOM_ONE, s->lang));
        section_ask(s, b, INPUT_TEXT,
            arena_printf(s->a, "three_words.%d.word", number),
            section_label(s, section_text(s, "words"), which));
        b->w = WORD_LINE_W;
    } else {
        b = section_typed(s, row, ROLE_P, STYLE_STRONG, is->word.s);
    }
    b->x = NUMBER_W;
    b = section_para(s, part, ROLE_P, STYLE_SMALL, "moment");
    b->x = NUMBER_W;
    b->before = MM(1.4);
    b->keep_next = true;
    if (is == NULL || is->example.s == NULL) {
        b = section_lines(s, part, section_int(s, "lines"), LINE_PITCH);
        section_ask(s, b, INPUT_TEXT,
            arena_printf(s->a, "three_words.%d.example", number),
            section_label(s, which, section_text(s, "moment")));
    } else {
        b = section_typed(
            s, part, ROLE_P, STYLE_BODY, fill_quote(s->a, is->example.s));
    }
    b->x = NUMBER_W;
}

static void
add(struct section *s)
{
    int n = s->iv->nwords > 0 ? s->iv->nwords : WORDS_ASKED;
    struct block *sect = section_open(s), *row, *side, *main, *b;

    add_facts(s, sect);
    row = section_row(s, sect, &side, &main);
    row->before = MM(5);
    section_para(s, side, section_heading_role(s), STYLE_HEADING, "words");
    b = section_para(s, side, ROLE_P, STYLE_SMALL, "words_hint");
    if (b != NULL)
        b->before = MM(1);
    main->before = MM(0.5);
    for (int i = 0; i < n; i++)
        add_word(s, main, i + 1, s->iv->nwords > 0 ? &s->iv->words[i] : NULL);
    section_between(s, sect, MM(6));
}

const struct section_kind section_own_words = {
    .name = "own_words",
    .help = "three words with their moments, for a teacher alone",
    .page = PAGE_NEW,
    .blank_too = true,
    KEYS(keys),
    .add = add,
};

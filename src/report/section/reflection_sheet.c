/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/section.h"
#include "report/section/kinds.h"

/* Questions to look back on an exercise, with room to write. */

static const struct section_key keys[] = {
    KEY_OF_TEXT("title", "Terugkijken", "Looking back", "title of the page"),
    {.name = "sub",
        .type = KEY_TEXT,
        .nl = "Schrijf eerst voor jezelf. Bespreek het daarna met een "
              "medecursist.",
        .en = "Write for yourself first. Then discuss it with a fellow "
              "trainee.",
        .help = "line below it"},
    {.name = "questions",
        .type = KEY_CHOICE,
        .choices = "own self both",
        .nl = "own",
        .en = "",
        .help = "own: question_1 and on; self: those to oneself of the rules"},
    {.name = "question_1",
        .type = KEY_TEXT,
        .nl = "Bij welke schaal twijfelde je het meest? Wat maakte het lastig?",
        .en = "On which scale did you hesitate most? What made it hard?",
        .help = "a question; empty leaves it out"},
    {.name = "question_2",
        .type = KEY_TEXT,
        .nl = "Wat riep dit verhaal bij jou op? Was dat te merken in je "
              "scores?",
        .en = "What did this story call up in you? Did that show in your "
              "scores?",
        .help = "a question"},
    {.name = "question_3",
        .type = KEY_TEXT,
        .nl = "Wat hoorde je niet? Wat zou je nog willen vragen?",
        .en = "What did you not hear? What would you still like to ask?",
        .help = "a question"},
    {.name = "question_4",
        .type = KEY_TEXT,
        .nl = "Welke eerste vraag zou je {leerkracht} stellen in het gesprek "
              "over het profiel?",
        .en = "Which question would you ask {teacher} first when you talk "
              "about the profile?",
        .help = "a question"},
    KEY_OF_INT("lines", 1, 12, "4", "writing lines under each question"),
};

#define LINE_PITCH MM(10)

static void
add_question(struct section *s, struct block *sect, const char *text)
{
    struct block *part, *b;

    if (text == NULL || *text == '\0')
        return;
    part = block_add(s->a, sect, BLOCK_GROUP);
    part->keep = true;
    part->before = MM(7);
    b = section_fill(s, part, ROLE_P, STYLE_PROMPT, text);
    b->keep_next = true;
    section_lines(s, part, section_int(s, "lines"), LINE_PITCH);
}

static void
add(struct section *s)
{
    static const char *const own[] = {
        "question_1", "question_2", "question_3", "question_4"};
    struct block *sect = section_open(s);

    if (!section_has_word(s, "questions", "self"))
        for (size_t i = 0; i < sizeof own / sizeof *own; i++)
            add_question(s, sect, section_raw(s, own[i]));
    if (!section_has_word(s, "questions", "own"))
        for (int i = 0; i < s->rules->nselves; i++)
            add_question(s, sect, s->rules->selves[i].text.t[s->lang].s);
    section_notes(s, sect, true);
}

const struct section_kind section_reflection_sheet = {
    .name = "reflection_sheet",
    .help = "questions to look back on an exercise, with lines",
    .page = PAGE_NEW,
    .blank = true,
    KEYS(keys),
    .add = add,
};

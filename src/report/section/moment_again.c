/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "method/moments.h"
#include "report/section.h"
#include "report/section/kinds.h"

#include <string.h>

/* One moment read again: as it was told, or with room to name it, and questions
   about it with room to write. */

static const struct section_key keys[] = {
    KEY_OF_TEXT("title", "Eén moment opnieuw", "One moment again", "heading"),
    {.name = "hint",
        .type = KEY_TEXT,
        .nl = "Lees het rustig terug.",
        .en = "Read it again calmly.",
        .help = "below it, where the moment is told"},
    {.name = "choose",
        .type = KEY_TEXT,
        .nl = "Kies een moment van toen dat je is bijgebleven.",
        .en = "Choose a moment of then that has stayed with you.",
        .help = "below it, where it is to be chosen"},
    KEY_OF_TEXT("what", "Wat gebeurde er?", "What happened?", "label"),
    {.name = "felt",
        .type = KEY_TEXT,
        .nl = "Wat voelde je toen?",
        .en = "What did you feel then?",
        .help = "label"},
    {.name = "did",
        .type = KEY_TEXT,
        .nl = "Wat deed je toen?",
        .en = "What did you do then?",
        .help = "label"},
    {.name = "question_1",
        .type = KEY_TEXT,
        .nl = "Hoe lees je dit nu?",
        .en = "How do you read this now?",
        .help = "a question; empty leaves it out"},
    {.name = "question_2",
        .type = KEY_TEXT,
        .nl = "Wat voelde {kind} daar, denk je nu?",
        .en = "What did {child} feel there, do you think now?",
        .help = "a question; empty leaves it out"},
    {.name = "question_3",
        .type = KEY_TEXT,
        .nl = "Wat zou je nu doen?",
        .en = "What would you do now?",
        .help = "a question; empty leaves it out"},
    KEY_OF_INT("lines", 1, 10, "2", "writing lines under each question"),
};

enum { MOMENTS_MAX = 99 };

#define LINE_PITCH MM(9)

static void
add_part(struct section *s, struct block *main, const struct moment *m,
    enum slot slot, const char *key)
{
    struct told_part part = {0};
    struct block *b;

    if (m != NULL)
        part = moment_part(s->iv, m, slot);
    if (m != NULL && part.text.s == NULL)
        return; /* nothing of then is made up now */
    b = section_para(s, main, ROLE_P, STYLE_LABEL, key);
    b->before = MM(2.4);
    b->keep_next = true;
    if (m == NULL)
        section_lines(s, main, 1, LINE_PITCH);
    else
        section_typed(s, main, ROLE_P, STYLE_BODY,
            part.own ? fill_quote(s->a, part.text.s) : part.text.s)
            ->before = MM(0.4);
}

static void
add_title(struct section *s, struct block *main, const struct moment *m)
{
    const struct question *q = rules_question(s->rules, m->at.question);
    const char *title = m->title.s;
    struct block *b;

    if (title == NULL && q != NULL)
        title = fill_text(s->a, &s->fill, q->title.t[s->lang].s);
    if (title == NULL)
        return;
    b = section_typed(s, main, ROLE_P, STYLE_STRONG, title);
    section_chip(s, b, m->at.question);
}

/* The hard moment, else the first that is told. */
static const struct moment *
find_moment(struct section *s)
{
    const struct moment *v = NULL, *hard, *well;
    int n = moments_find(s->a, &s->fill, MOMENTS_MAX, &v);

    moments_pair(&s->fill, v, n, &hard, &well);
    return hard != NULL ? hard : n > 0 ? &v[0] : NULL;
}

static void
add(struct section *s)
{
    static const char *const questions[] = {
        "question_1", "question_2", "question_3"};
    const struct moment *m = find_moment(s);
    struct block *sect = section_open(s), *row, *side, *main, *b;

    row = section_row(s, sect, &side, &main);
    row->before = MM(4.7);
    section_para(s, side, section_heading_role(s), STYLE_HEADING, "title");
    b = section_para(
        s, side, ROLE_P, STYLE_SMALL, m != NULL ? "hint" : "choose");
    if (b != NULL)
        b->before = MM(1);
    if (m != NULL)
        add_title(s, main, m);
    add_part(s, main, m, SLOT_EVENT, "what");
    add_part(s, main, m, SLOT_TEACHER_FELT, "felt");
    add_part(s, main, m, SLOT_DID, "did");
    for (size_t i = 0; i < sizeof questions / sizeof *questions; i++) {
        struct block *part;

        if (*section_raw(s, questions[i]) == '\0')
            continue;
        part = block_add(s->a, main, BLOCK_GROUP);
        part->keep = true;
        part->before = MM(4.6);
        b = section_para(s, part, ROLE_P, STYLE_PROMPT, questions[i]);
        b->keep_next = true;
        section_lines(s, part, section_int(s, "lines"), LINE_PITCH);
    }
    section_between(s, sect, MM(6));
}

const struct section_kind section_moment_again = {
    .name = "moment_again",
    .help = "looking back: one moment read again, with questions",
    .blank_too = true,
    KEYS(keys),
    .add = add,
};

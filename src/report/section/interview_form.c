/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/section/course.h"
#include "report/section.h"
#include "report/section/kinds.h"

#include <string.h>

/* The interview to fill in by hand: every question of the rules with room for
   its answer. */

static const struct section_key keys[] = {
    KEY_OF_TEXT(
        "title", "Interviewformulier", "Interview form", "title of the page"),
    {.name = "sub",
        .type = KEY_TEXT,
        .nl = "Schrijf kort op wat je hoort, in de woorden van {leerkracht}. "
              "Vraag steeds door naar één moment.",
        .en = "Write down briefly what you hear, in the words of {teacher}. "
              "Keep asking about one moment.",
        .help = "line below it"},
    KEY_OF_TEXT("case", "Dossier", "Case", "label of a line at the top"),
    KEY_OF_TEXT("date", "Datum", "Date", "label of a line at the top"),
    KEY_OF_TEXT(
        "teacher", "Leerkracht", "Teacher", "label of a line at the top"),
    KEY_OF_TEXT("child", "Kind", "Child", "label of a line at the top"),
    KEY_OF_TEXT("word", "woord {count}", "word {count}",
        "in place of a word that is not known yet"),
    KEY_OF_TEXT("moment", "Bij welk moment", "Which moment",
        "label of the moment of a word that no other question asks"),
    KEY_OF_TEXT("event", "Wat gebeurde er?", "What happened?",
        "label of a part of a moment"),
    {.name = "did",
        .type = KEY_TEXT,
        .nl = "Wat deed je?",
        .en = "What did you do?",
        .help = "label of a part of a moment"},
    KEY_OF_TEXT("why", "Waarom?", "Why?", "label of a part of a moment"),
    {.name = "teacher_felt",
        .type = KEY_TEXT,
        .nl = "Wat voelde je?",
        .en = "What did you feel?",
        .help = "label of a part of a moment"},
    KEY_OF_TEXT("child_felt", "Wat voelde {kind}?", "What did {child} feel?",
        "label of a part of a moment"),
    KEY_OF_TEXT("needed", "Wat was er nodig?", "What was needed?",
        "label of a part of a moment"),
    KEY_OF_INT(
        "lines", 1, 20, "7", "writing lines under a question without parts"),
    KEY_OF_INT(
        "part_lines", 1, 6, "2", "writing lines of each part of a moment"),
};

enum { WORDS = 3 };

#define PITCH MM(9)
#define LABEL_W MM(35)
#define FIRST_LINE MM(4.2) /* of course_line with a label */

static void
add_facts(struct section *s, struct block *sect)
{
    static const char *const rows[][2] = {
        {"case", "date"}, {"teacher", "child"}};
    static const char *const names[][2] = {
        {"case", "interview.date"}, {"teacher.name", "child.name"}};
    mpt middle = course_share(s, MM(92)), label = MM(24);

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct block *row = block_add(s->a, sect, BLOCK_COLUMNS), *b;

        row->before = i == 0 ? MM(5.4) : PITCH - FIRST_LINE;
        b = course_line(s, row, STYLE_LABEL, rows[i][0], 0, label,
            middle - course_share(s, MM(8)));
        section_ask(s, b, INPUT_TEXT, names[i][0], section_text(s, rows[i][0]));
        b = course_line(
            s, row, STYLE_LABEL, rows[i][1], middle, middle + MM(16), s->w);
        section_ask(s, b, i == 0 ? INPUT_DATE : INPUT_TEXT, names[i][1],
            section_text(s, rows[i][1]));
    }
    section_key_rule(s, sect, MM(6));
}

/* What is asked: the full question where the rules have it, else its topic. */
static const char *
question_text(const struct section *s, const struct question *q)
{
    const char *full = q->full.t[s->lang].s;

    return full != NULL ? full : q->text.t[s->lang].s;
}

static void
add_question_side(
    struct section *s, struct block *side, const struct question *q)
{
    struct block *b =
        block_text(s->a, side, section_heading_role(s), STYLE_SCALE, NULL);

    section_chip(s, b, q->number);
    block_run(s->a, b, RUN_TEXT, false, " ", 1);
    fill_block(s->a, &s->fill, q->title.t[s->lang].s, b);
    if (q->kind == QUESTION_WORD) {
        s->fill.count = arena_printf(s->a, "%d", q->word);
        s->fill.word = section_text(s, "word");
    }
    b = section_fill(s, side, ROLE_P, STYLE_BODY, question_text(s, q));
    if (b != NULL)
        b->before = MM(0.6);
    for (int i = 0; i < q->probes.n; i++) {
        b = section_fill(
            s, side, ROLE_P, STYLE_SMALL, q->probes.v[i].t[s->lang].s);
        if (b != NULL)
            b->before = MM(0.9);
    }
    s->fill.count = s->fill.word = NULL;
}

/* "V4 Een goed moment" */
static const char *
question_label(struct section *s, const struct question *q)
{
    return arena_printf(s->a, "%s %s", fill_chip(s->a, q->number, s->lang),
        fill_text(s->a, &s->fill, q->title.t[s->lang].s));
}

static void
add_parts(struct section *s, struct block *main, const struct question *q)
{
    static const char *const names[SLOT_COUNT] = {[SLOT_EVENT] = "event",
        [SLOT_DID] = "did",
        [SLOT_WHY] = "why",
        [SLOT_TEACHER_FELT] = "teacher_felt",
        [SLOT_CHILD_FELT] = "child_felt",
        [SLOT_NEEDED] = "needed"};
    static const char *const labels[SLOT_COUNT] = {[SLOT_EVENT] = "event",
        [SLOT_DID] = "did",
        [SLOT_WHY] = "why",
        [SLOT_TEACHER_FELT] = "teacher_felt",
        [SLOT_CHILD_FELT] = "child_felt",
        [SLOT_NEEDED] = "needed"};
    int more = section_int(s, "part_lines") - 1;

    for (int i = 0; i < SLOT_COUNT; i++) {
        struct block *part = block_add(s->a, main, BLOCK_GROUP), *row, *b;

        part->keep = true;
        part->before = i == 0 ? 0 : PITCH - FIRST_LINE;
        row = block_add(s->a, part, BLOCK_COLUMNS);
        row->keep_next = more > 0;
        b = course_line(s, row, STYLE_LABEL, labels[i], 0, LABEL_W, s->main_w);
        section_ask(s, b, INPUT_TEXT,
            arena_printf(s->a, "answers.v%02d.%s", q->number, names[i]),
            section_label(s, question_label(s, q), section_text(s, labels[i])));
        if (more > 0)
            section_ask_again(
                block_lines(s->a, part, more, PITCH, s->doc->room_alt), b);
    }
}

/* Whether a question of its own asks for the moment of word `n`. */
static bool
moment_asked(const struct section *s, int n)
{
    for (int i = 0; i < s->rules->nquestions; i++)
        if (s->rules->questions[i].kind == QUESTION_WORD &&
            s->rules->questions[i].word == n)
            return true;
    return false;
}

/* A moment belongs to each word: room for it where it is not asked below. */
static void
add_word_moment(
    struct section *s, struct block *part, int n, const struct question *q)
{
    struct block *row = block_add(s->a, part, BLOCK_COLUMNS), *line, *b;
    int more = section_int(s, "part_lines") - 1;

    row->before = PITCH - FIRST_LINE;
    row->keep_next = more > 0;
    line =
        course_line(s, row, STYLE_LABEL, "moment", MM(6), LABEL_W, s->main_w);
    section_ask(s, line, INPUT_TEXT,
        arena_printf(s->a, "three_words.%d.example", n),
        section_label(s, arena_printf(s->a, "%s, %d", question_label(s, q), n),
            section_text(s, "moment")));
    if (more == 0)
        return;
    b = block_lines(s->a, part, more, PITCH, s->doc->room_alt);
    b->x = MM(6);
    section_ask_again(b, line);
}

/* A numbered line for each word. */
static void
add_words(struct section *s, struct block *main, const struct question *q)
{
    for (int i = 0; i < WORDS; i++) {
        struct block *part = block_add(s->a, main, BLOCK_GROUP), *row, *b;

        part->keep = true;
        part->before = i == 0 ? 0 : PITCH - FIRST_LINE;
        row = block_add(s->a, part, BLOCK_COLUMNS);
        b = section_typed(
            s, row, ROLE_P, STYLE_LABEL, arena_printf(s->a, "%d", i + 1));
        b->w = MM(6);
        b = block_lines(s->a, row, 1, FIRST_LINE, say(SAY_ROOM_ONE, s->lang));
        b->x = MM(6);
        section_ask(s, b, INPUT_TEXT,
            arena_printf(s->a, "three_words.%d.word", i + 1),
            arena_printf(s->a, "%s: %d", question_label(s, q), i + 1));
        if (!moment_asked(s, i + 1)) {
            row->keep_next = true;
            add_word_moment(s, part, i + 1, q);
        }
    }
}

/* What is told with a word belongs to the word. */
static const char *
answer_name(struct section *s, const struct question *q)
{
    return q->kind == QUESTION_WORD
               ? arena_printf(s->a, "three_words.%d.example", q->word)
               : arena_printf(s->a, "answers.v%02d", q->number);
}

static void
add_room(struct section *s, struct block *main, const struct question *q)
{
    int n = section_int(s, "lines");
    struct block *b = block_lines(s->a, main, n, PITCH,
        n == 1 ? say(SAY_ROOM_ONE, s->lang) : s->doc->room_alt);

    b->before = FIRST_LINE - PITCH;
    section_ask(s, b, INPUT_TEXT, answer_name(s, q), question_label(s, q));
}

static void
add_question(struct section *s, struct block *sect, const struct question *q)
{
    struct block *row, *side, *main;

    row = section_row(s, sect, &side, &main);
    row->keep = true;
    row->before = MM(4.2);
    row->after = MM(5);
    add_question_side(s, side, q);
    main->before = MM(0.6);
    switch (q->kind) {
    case QUESTION_WORDS:
        add_words(s, main, q);
        break;
    case QUESTION_MOMENT:
        add_parts(s, main, q);
        break;
    case QUESTION_WORD:
    case QUESTION_OPEN:
        add_room(s, main, q);
        break;
    }
}

static void
add(struct section *s)
{
    struct block *sect = section_open(s);

    sect->rigid = true; /* room for a hand that writes while it listens */
    add_facts(s, sect);
    for (int i = 0; i < s->rules->nquestions; i++) {
        add_question(s, sect, &s->rules->questions[i]);
        section_separator(s, sect, 0)->keep_next = false;
    }
    section_notes(s, sect, true);
}

const struct section_kind section_interview_form = {
    .name = "interview_form",
    .help = "the questions with lines for the answers, to fill in by hand",
    .page = PAGE_NEW,
    .blank = true,
    KEYS(keys),
    .add = add,
};

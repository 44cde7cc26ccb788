/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/section.h"
#include "report/section/kinds.h"
#include "report/section/marked.h"

#include <string.h>

static const struct section_key keys[] = {
    KEY_OF_TEXT("title", "Bijlage: het interview", "Appendix: the interview",
        "title of the page"),
    KEY_OF_TEXT("sub", "De antwoorden van {leerkracht}.",
        "The answers of {teacher}.", "line below it"),
    KEY_OF_TEXT("skipped", "niet gevraagd of geen antwoord",
        "not asked or no answer", "in place of an answer"),
    {.name = "slots",
        .type = KEY_CHOICE,
        .choices = "joined labelled",
        .nl = "joined",
        .en = "",
        .help =
            "labelled: each part of an answer under its word, joined: behind "
            "it"},
    KEY_OF_YESNO("mark", "no",
        "underline what the cards before it quote, with their code and page"),
    KEY_OF_TEXT("marked",
        "Wat onderstreept is, staat ook bij een schaal. Rechts: de code en de "
        "pagina.",
        "What is underlined also stands with a scale. Right: its code and "
        "page.",
        "line below the title where something is underlined"),
    KEY_OF_TEXT("event", "Wat er gebeurde", "What happened", "label of a part"),
    {.name = "did",
        .type = KEY_TEXT,
        .nl = "Wat je deed",
        .en = "What you did",
        .help = "label of a part"},
    KEY_OF_TEXT("why", "Waarom", "Why", "label of a part"),
    {.name = "teacher_felt",
        .type = KEY_TEXT,
        .nl = "Wat je voelde",
        .en = "What you felt",
        .help = "label of a part"},
    KEY_OF_TEXT("child_felt", "Wat {kind} voelde, denk je",
        "What you think {child} felt", "label of a part"),
    KEY_OF_TEXT(
        "needed", "Wat er nodig was", "What was needed", "label of a part"),
};

#define QUESTION_X MM(12)
#define QUESTION_GAP MM(4.3) /* to the answer */
#define ANSWER_WHOLE MM(40)  /* higher ones may be parted */

/* The words as an answer: "Stroef, vermoeiend en zoekend." */
static const char *
words_answer(struct section *s)
{
    const char **v = NEW(s->a, const char *, s->iv->nwords + 1);
    int n = 0;

    for (int i = 0; i < s->iv->nwords; i++)
        if (s->iv->words[i].word.s != NULL)
            v[n++] = s->iv->words[i].word.s;
    if (n == 0)
        return NULL;
    return arena_printf(
        s->a, "%s.", fill_capital(s->a, fill_list(s->a, v, n, s->lang)));
}

/* An answer where it was given: of the words and their examples where the
   question asks for those. */
static const char *
answer_text(struct section *s, const struct question *q)
{
    const struct answer *a = interview_answer(s->iv, q->number);

    if (a != NULL && a->whole.s != NULL)
        return a->whole.s;
    if (q->kind == QUESTION_WORDS)
        return words_answer(s);
    if (q->kind == QUESTION_WORD && q->word >= 1 && q->word <= s->iv->nwords)
        return s->iv->words[q->word - 1].example.s;
    return NULL;
}

/* The word of each part of an answer: what a key of that name prints. */
static const char *const slot_key[SLOT_COUNT] = {[SLOT_EVENT] = "event",
    [SLOT_DID] = "did",
    [SLOT_WHY] = "why",
    [SLOT_TEACHER_FELT] = "teacher_felt",
    [SLOT_CHILD_FELT] = "child_felt",
    [SLOT_NEEDED] = "needed"};

/* The end of the paragraph that begins at `text`; an empty line ends one. */
static const char *
paragraph_end(const char *text)
{
    for (const char *p = strchr(text, '\n'); p != NULL; p = strchr(p + 1, '\n'))
        if (p[1 + strspn(p + 1, " \t")] == '\n')
            return p;
    return text + strlen(text);
}

/* What an answer says from byte `from` on: begins in `p`, and goes on in
   paragraphs below it. */
static void
add_said(struct section *s, const struct marked *m, struct block *p,
    int question, const char *text, size_t from)
{
    const char *at = text;

    while (*at != '\0') {
        const char *end = paragraph_end(at);
        char *part = arena_strndup(s->a, at, (size_t)(end - at));

        if (at != text) {
            const char *lang = p->lang;

            p = block_text(s->a, p->parent, ROLE_P, STYLE_TABLE, NULL);
            p->before = MM(1.2);
            p->lang = lang;
        }
        if (m != NULL)
            marked_text(s, m, p, question, part, from + (size_t)(at - text));
        else
            block_run(s->a, p, RUN_TEXT, false, part, strlen(part));
        at = end + strspn(end, " \t\n");
    }
}

/* Every part under its word. */
static void
add_slots(struct section *s, const struct marked *m, struct block *parent,
    const struct answer *a)
{
    size_t from = 0;

    for (int i = 0; i < SLOT_COUNT; i++) {
        struct block *b;

        if (a->slots[i].s == NULL)
            continue;
        b = section_para(s, parent, ROLE_P, STYLE_LABEL, slot_key[i]);
        if (b != NULL) {
            b->before = parent->first == b ? MM(0.3) : MM(1.2);
            b->keep_next = true;
        }
        b = block_text(s->a, parent, ROLE_P, STYLE_TABLE, NULL);
        b->lang = a->lang.s;
        add_said(s, m, b, a->question, a->slots[i].s, from);
        from += strlen(a->slots[i].s) + 1; /* as interview_join joins them */
    }
}

/* A line for every part: what happened as it was said, the others behind their
   word, so that it is always told whose a feeling is. */
static void
add_joined(struct section *s, const struct marked *m, struct block *parent,
    const struct answer *a)
{
    size_t from = 0;

    for (int i = 0; i < SLOT_COUNT; i++) {
        const char *text = a->slots[i].s, *word;
        struct block *b;

        if (text == NULL)
            continue;
        b = block_text(s->a, parent, ROLE_P, STYLE_TABLE, NULL);
        word = i == SLOT_EVENT ? "" : section_text(s, slot_key[i]);
        if (*word != '\0') {
            word = arena_printf(s->a, "%s: ", word);
            block_run(s->a, b, RUN_TEXT, true, word, strlen(word));
        }
        b->lang = a->lang.s;
        add_said(s, m, b, a->question, text, from);
        from += strlen(text) + 1;
    }
}

static void
add_answer(struct section *s, const struct marked *m, struct block *cell,
    const struct question *q)
{
    const struct answer *a = interview_answer(s->iv, q->number);
    const char *text = answer_text(s, q);

    if (a != NULL && a->slotted && section_has_word(s, "slots", "labelled"))
        add_slots(s, m, cell, a);
    else if (a != NULL && a->slotted)
        add_joined(s, m, cell, a);
    else if (text != NULL)
        add_said(s, m, block_text(s->a, cell, ROLE_P, STYLE_TABLE, NULL),
            q->number, text, 0);
    else
        section_para(s, cell, ROLE_P, STYLE_TABLE, "skipped")->as.text.ink =
            COLOR_SLATE;
}

/* The chip of a question and the question; the row of its answer. */
static struct block *
question_row(struct section *s, struct block *parent, const struct question *q)
{
    struct block *row = block_add(s->a, parent, BLOCK_COLUMNS), *b, *cell;

    row->role = ROLE_TR;
    row->before = MM(2.4);
    cell = block_add(s->a, row, BLOCK_COLUMNS);
    cell->role = ROLE_TH_ROW;
    cell->w = s->main_x - QUESTION_GAP;
    b = block_text(s->a, cell, ROLE_P, STYLE_BODY, NULL);
    b->w = QUESTION_X;
    b->before = MM(-0.09); /* its baseline that of the question */
    section_chip(s, b, q->number);
    s->fill.word = fill_question_word(s->a, s->iv, q, s->lang);
    b = block_text(s->a, cell, ROLE_P, STYLE_TABLE_HEAD, NULL);
    fill_block(s->a, &s->fill, q->text.t[s->lang].s, b);
    s->fill.word = NULL;
    b->x = QUESTION_X;
    b->before = MM(0.3);
    return row;
}

/* Question and answer.  A short answer stays on its page; a long one goes on
   beside its question. */
static void
add_question(struct section *s, const struct marked *m, struct block *table,
    const struct question *q)
{
    struct block *row = question_row(s, table, q), *cell;

    row->keep_below = ANSWER_WHOLE;
    row->beside = true;
    row->again = block_add(s->a, NULL, BLOCK_GROUP);
    question_row(s, row->again, q);
    section_continued(s, row->again, STYLE_SMALL, "")->x = QUESTION_X;
    cell = block_add(s->a, row, BLOCK_GROUP);
    cell->role = ROLE_TD;
    cell->x = s->main_x;
    add_answer(s, m, cell, q);
    if (m != NULL)
        marked_row(s, m, q->number, row);
}

/* Whether a question prints: one that may be left out only where it was asked.
 */
static bool
is_due(struct section *s, const struct question *q)
{
    const struct interview *iv = s->iv;

    if (!q->optional || answer_text(s, q) != NULL ||
        interview_answer(iv, q->number) != NULL)
        return true;
    for (int i = 0; i < iv->skipped.n; i++)
        if (iv->skipped.v[i].question == q->number)
            return true;
    return false;
}

static void
add(struct section *s)
{
    const struct marked *m = section_yes(s, "mark") ? marked_find(s) : NULL;
    struct block *sect = section_open(s), *table;

    if (m != NULL && sect->last != NULL &&
        sect->last->as.text.style == STYLE_SUB) {
        sect->last->as.text.n = 0;
        fill_block(s->a, &s->fill, section_raw(s, "marked"), sect->last);
    }
    section_separator(s, sect, MM(4.4));
    table = block_add(s->a, sect, BLOCK_GROUP);
    table->role = ROLE_TABLE;
    for (int i = 0; i < s->rules->nquestions; i++) {
        if (!is_due(s, &s->rules->questions[i]))
            continue;
        add_question(s, m, table, &s->rules->questions[i]);
        section_separator(s, table, MM(2.7))->keep_next = false;
    }
    section_notes(s, sect, false);
}

const struct section_kind section_interview = {
    .name = "interview",
    .help = "every question with its answer",
    .page = PAGE_NEW,
    .low = true,
    KEYS(keys),
    .add = add,
};

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "interview/evidence.h"

#include "interview/quote.h"

#include "base/utf8.h"

#include <string.h>

/* Evidence: every quote is looked up in the answer it names, or in all.  One
   that is not there word for word is a warning, with the stretch it was
   probably taken from. */

/* Comparing takes time: only warnings that will be shown get a best match. */
enum {
    LIKE_ENOUGH = 500,
    SHOWN_BYTES = 120,
    NEAREST_MAX = 20,
    ASKED_OFTEN = 50 /* from here on an index is quicker */
};

/* Letters in three printed lines of the main column. */
enum { QUOTE_LETTERS = 186 };

/* An answer made ready for searching where a quote asks for it; made once,
   used by many quotes. */
struct told {
    int question;
    struct text text;     /* as given: a whole answer, a slot, an example */
    struct folded folded; /* s is NULL: not made yet */
    int asked;
};

struct story {
    struct told *whole; /* per question that has an answer */
    int nwhole;
    struct told *parts; /* the texts they are made of, for places */
    int nparts;
};

static void
told_add(struct told *v, int *n, int question, const struct text *text)
{
    if (text->s == NULL)
        return;
    v[(*n)++] = (struct told){.question = question, .text = *text};
}

static const struct folded *
told_folded(const struct match *m, struct told *t)
{
    if (t->folded.s == NULL)
        t->folded = quote_fold(m->scratch, t->text.s);
    if (++t->asked == ASKED_OFTEN)
        quote_index(m->scratch, &t->folded);
    return &t->folded;
}

/* The text of a question that an example or the words answer. */
static struct text
told_text(const struct match *m, const struct question *q)
{
    struct text text = {.s = told_beside(m, q)};

    if (text.s != NULL)
        text.at = q->kind == QUESTION_WORD
                      ? m->iv->words[q->word - 1].example.at
                      : m->iv->words[0].word.at;
    return text;
}

static struct story
story_read(const struct match *m)
{
    const struct interview *iv = m->iv;
    int most = iv->nanswers + m->rules->nquestions;
    struct story s = {
        .whole = NEW(m->scratch, struct told, most),
        .parts = NEW(m->scratch, struct told, most * SLOT_COUNT),
    };

    for (int i = 0; i < iv->nanswers; i++) {
        const struct answer *a = &iv->answers[i];

        told_add(s.whole, &s.nwhole, a->question, &a->whole);
        if (!a->slotted)
            told_add(s.parts, &s.nparts, a->question, &a->whole);
        for (int k = 0; a->slotted && k < SLOT_COUNT; k++)
            told_add(s.parts, &s.nparts, a->question, &a->slots[k]);
    }
    for (int i = 0; i < m->rules->nquestions; i++) {
        const struct question *q = &m->rules->questions[i];
        struct text text = told_text(m, q);

        told_add(s.whole, &s.nwhole, q->number, &text);
        told_add(s.parts, &s.nparts, q->number, &text);
    }
    return s;
}

static const struct told *
story_find(const struct match *m, const struct story *s,
    const struct folded *quote, int question)
{
    for (int i = 0; i < s->nwhole; i++)
        if ((question == 0 || s->whole[i].question == question) &&
            quote_found(m->scratch, quote, told_folded(m, &s->whole[i])))
            return &s->whole[i];
    return NULL;
}

/* Shows the stretch that the quote was probably taken from. */
static void
note_nearest(const struct match *m, const struct story *s,
    const struct folded *quote, int question)
{
    struct stretch best = {0};
    const struct told *in = NULL;
    const char *text;
    size_t len;

    if (diag_warnings(m->d, m->iv->src) > NEAREST_MAX)
        return;
    for (int i = 0; i < s->nparts; i++) {
        struct stretch near;

        if (question != 0 && s->parts[i].question != question)
            continue;
        near = quote_nearest(m->scratch, quote, told_folded(m, &s->parts[i]));
        if (near.likeness > best.likeness) {
            best = near;
            in = &s->parts[i];
        }
    }
    if (best.likeness < LIKE_ENOUGH)
        return;
    text = in->text.s + best.begin;
    len = best.end - best.begin;
    if (len > SHOWN_BYTES) {
        for (len = SHOWN_BYTES; ((unsigned char)text[len] & 0xc0) == 0x80;)
            len--;
        diag_help(
            m->d, "in the answer stands \"%.*s\xe2\x80\xa6\"", (int)len, text);
    } else {
        diag_help(m->d, "in the answer stands \"%.*s\"", (int)len, text);
    }
    diag_note(m->d, text_locate(&in->text, best.begin), "the answer");
}

/* A long quote is printed whole, never cut; who wrote it may shorten it. */
static void
check_quote_length(const struct match *m, const struct quote *q)
{
    if (utf8_count(q->text.s, strlen(q->text.s)) <= QUOTE_LETTERS)
        return;
    diag_warning(
        m->d, q->text.at, "I409", "this quote takes more than three lines");
    diag_help(m->d, "it is printed whole; to shorten it, leave a part out and "
                    "write (\xe2\x80\xa6) in its place");
}

/* ISO 639: two letters, or three. */
static void
check_language(const struct match *m, const struct text *lang)
{
    size_t n =
        lang->s == NULL ? 2 : strspn(lang->s, "abcdefghijklmnopqrstuvwxyz");

    if (n >= 2 && n <= 3 && (lang->s == NULL || lang->s[n] == '\0'))
        return;
    diag_error(
        m->d, lang->at, "I314", "\"%s\" is no code of a language", lang->s);
    diag_help(m->d, "two or three letters, such as nl, en, tr, pl, ar or fy");
}

static void
inherit_language(const struct match *m, struct quote *q)
{
    const struct answer *a = interview_answer(m->iv, q->at.question);

    if (q->lang.s == NULL && a != NULL)
        q->lang = a->lang;
}

/* Whether what is quoted may stand in an answer that could not be read. */
static bool
may_be_unread(const struct match *m, int question)
{
    if (m->iv->answers_doubt)
        return true;
    if (question != 0)
        return told_unread(m, question);
    return m->iv->unread.n > 0 || m->iv->words_doubt;
}

static void
check_quote(const struct match *m, const struct story *s, struct quote *q)
{
    struct folded folded;
    const struct told *elsewhere;

    if (q->text.s == NULL || !told_question(m, q->at.question, q->at.at))
        return;
    check_quote_length(m, q);
    folded = quote_fold(m->scratch, q->text.s);
    check_language(m, &q->lang);
    inherit_language(m, q);
    q->found = story_find(m, s, &folded, q->at.question) != NULL;
    if (q->found || may_be_unread(m, q->at.question))
        return;
    if (q->at.question == 0) {
        diag_warning(m->d, q->text.at, "I408",
            "this quote stands in none of the answers");
        note_nearest(m, s, &folded, 0);
        return;
    }
    diag_warning(m->d, q->text.at, "I408",
        "this quote does not stand in the answer to %s",
        told_id(m->a, q->at.question));
    elsewhere = story_find(m, s, &folded, 0);
    if (elsewhere != NULL)
        diag_help(m->d, "it stands in the answer to %s",
            told_id(m->a, elsewhere->question));
    else
        note_nearest(m, s, &folded, q->at.question);
}

void
evidence_match(const struct match *m)
{
    struct story s = story_read(m);

    for (int i = 0; i < m->iv->nanswers; i++)
        check_language(m, &m->iv->answers[i].lang);
    for (int i = 0; i < m->iv->nreadings; i++) {
        const struct reading *r = &m->iv->readings[i];

        for (int k = 0; k < r->nscores; k++)
            for (int q = 0; q < r->scores[k].nquotes; q++)
                check_quote(m, &s, &r->scores[k].quotes[q]);
    }
}

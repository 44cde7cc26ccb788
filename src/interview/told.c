/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "interview/told.h"

const char *
told_id(struct arena *a, int number)
{
    return arena_printf(a, "v%02d", number);
}

bool
told_question(const struct match *m, int number, struct pos at)
{
    if (number == 0 || rules_question(m->rules, number) != NULL)
        return true;
    return diag_error(m->d, at, "I302", "the rules have no question %s",
        told_id(m->a, number));
}

/* What was said to a question beside the answers: the words themselves and the
   moment behind each stand under a key of their own. */
const char *
told_beside(const struct match *m, const struct question *q)
{
    const struct interview *iv = m->iv;
    struct buf b = buf_new(m->scratch);

    if (q->kind == QUESTION_WORD && q->word >= 1 && q->word <= iv->nwords)
        return iv->words[q->word - 1].example.s;
    if (q->kind != QUESTION_WORDS || iv->nwords == 0)
        return NULL;
    for (int i = 0; i < iv->nwords; i++)
        if (iv->words[i].word.s != NULL)
            buf_printf(&b, "%s%s", b.len > 0 ? ", " : "", iv->words[i].word.s);
    return b.p;
}

int
told_silent(
    struct arena *a, struct interview *iv, const struct rules *rules, int *out)
{
    const struct match m = {.a = a, .scratch = a, .iv = iv, .rules = rules};
    int n = 0;

    for (int i = 0; i < rules->nquestions; i++) {
        const struct question *q = &rules->questions[i];
        bool said = interview_answer(iv, q->number) != NULL ||
                    told_beside(&m, q) != NULL || q->optional;

        for (int k = 0; !said && k < iv->skipped.n; k++)
            said = iv->skipped.v[k].question == q->number;
        if (!said)
            out[n++] = q->number;
    }
    return n;
}

bool
told_unread(const struct match *m, int number)
{
    const struct question *q = rules_question(m->rules, number);

    for (int i = 0; i < m->iv->unread.n; i++)
        if (m->iv->unread.v[i].question == number)
            return true;
    return m->iv->words_doubt && q != NULL &&
           (q->kind == QUESTION_WORD || q->kind == QUESTION_WORDS);
}

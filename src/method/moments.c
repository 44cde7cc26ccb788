/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "method/moments.h"

int
moments_find(
    struct arena *a, const struct fill *env, int max, const struct moment **out)
{
    const struct interview *iv = env->interview;
    const struct rules *r = env->rules;
    struct moment *v;
    int n = 0;

    if (iv->nmoments > 0) {
        *out = iv->moments;
        return iv->nmoments;
    }
    v = NEW(a, struct moment, max);
    for (int i = 0; i < r->nquestions && n < max; i++) {
        const struct question *q = &r->questions[i];
        const struct answer *is = interview_answer(iv, q->number);

        if (q->kind != QUESTION_MOMENT || is == NULL || !is->slotted)
            continue;
        v[n].title.s = fill_text(a, env, q->title.t[env->lang].s);
        v[n].at.question = q->number;
        v[n].what = is->slots[SLOT_EVENT];
        v[n].teacher = is->slots[SLOT_TEACHER_FELT];
        v[n].did = is->slots[SLOT_DID];
        v[n].why = is->slots[SLOT_WHY];
        v[n].child = is->slots[SLOT_CHILD_FELT];
        v[n++].needed = is->slots[SLOT_NEEDED];
    }
    *out = v;
    return n;
}

/* Whether there are fragments of an answer, and all are of that tone. */
static bool
all_of_tone(const struct fill *env, int question, enum tone tone)
{
    const struct interview *iv = env->interview;
    int n = 0;

    for (int i = 0; i < iv->nfragments; i++) {
        const struct fragment *f = &iv->fragments[i];

        if (f->at.question != question)
            continue;
        if (env->rules->feelings[f->feeling_index].tone != tone)
            return false;
        n++;
    }
    return n > 0;
}

enum went
moment_went(const struct fill *env, const struct moment *m)
{
    const struct question *q = rules_question(env->rules, m->at.question);
    enum went went = q == NULL ? WENT_UNKNOWN : q->went;

    if (m->went != WENT_UNKNOWN)
        return m->went;
    if ((went == WENT_WELL && all_of_tone(env, m->at.question, TONE_HEAVY)) ||
        (went == WENT_HARD && all_of_tone(env, m->at.question, TONE_LIGHT)))
        return WENT_UNKNOWN;
    return went;
}

/* Whether the answer to a question is that of one moment alone. */
static bool
is_only_one(const struct interview *iv, int question)
{
    int n = 0;

    for (int i = 0; i < iv->nmoments; i++)
        n += iv->moments[i].at.question == question;
    return n < 2;
}

/* A part as the coach put it. */
static struct told_part
part_of_table(const struct moment *m, enum slot slot)
{
    const struct text *cells[SLOT_COUNT] = {[SLOT_EVENT] = &m->what,
        [SLOT_DID] = &m->did,
        [SLOT_WHY] = &m->why,
        [SLOT_TEACHER_FELT] = &m->teacher,
        [SLOT_CHILD_FELT] = &m->child,
        [SLOT_NEEDED] = &m->needed};

    return (struct told_part){.text = *cells[slot]};
}

/* The part of the answer that is this moment's alone. */
static struct told_part
part_of_answer(
    const struct interview *iv, const struct moment *m, enum slot slot)
{
    const struct answer *is = interview_answer(iv, m->at.question);

    if (is == NULL || !is->slotted || !is_only_one(iv, m->at.question))
        return (struct told_part){0};
    return (struct told_part){.text = is->slots[slot], .own = true};
}

struct told_part
moment_part(const struct interview *iv, const struct moment *m, enum slot slot)
{
    struct told_part part = part_of_answer(iv, m, slot);

    return part.text.s != NULL ? part : part_of_table(m, slot);
}

struct told_part
moment_cell(const struct interview *iv, const struct moment *m, enum slot slot)
{
    struct told_part part = part_of_table(m, slot);

    return part.text.s != NULL ? part : part_of_answer(iv, m, slot);
}

/* The first moment that went so; of those that are `named` so by the interview
   only, where asked. */
static const struct moment *
first_that(const struct fill *env, const struct moment *v, int n,
    enum went went, bool named)
{
    for (int i = 0; i < n; i++)
        if ((named ? v[i].went : moment_went(env, &v[i])) == went)
            return &v[i];
    return NULL;
}

bool
moments_pair(const struct fill *env, const struct moment *v, int n,
    const struct moment **hard, const struct moment **well)
{
    *hard = first_that(env, v, n, WENT_HARD, true);
    *well = first_that(env, v, n, WENT_WELL, true);
    if (*hard == NULL)
        *hard = first_that(env, v, n, WENT_HARD, false);
    if (*well == NULL)
        *well = first_that(env, v, n, WENT_WELL, false);
    if (*hard != NULL || *well != NULL)
        return true;
    *hard = n > 0 ? &v[0] : NULL;
    *well = n > 1 ? &v[1] : NULL;
    return n == 0;
}

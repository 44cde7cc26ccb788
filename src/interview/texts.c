/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "interview/interview.h"

/* Every text that may come on paper, one record after another, in file
   order.  Names that are there to be left out (`names`, `others`) are not. */

struct visitor {
    void (*visit)(void *ctx, const struct text *text);
    void *ctx;
};

static void
visit(const struct visitor *v, const struct text *text)
{
    if (text->s != NULL)
        v->visit(v->ctx, text);
}

static void
visit_list(const struct visitor *v, const struct texts *list)
{
    for (int i = 0; i < list->n; i++)
        visit(v, &list->v[i]);
}

static void
visit_person(const struct visitor *v, const struct person *p)
{
    visit(v, &p->name);
    visit(v, &p->code);
    visit(v, &p->group);
    visit(v, &p->role);
}

static void
visit_answers(const struct visitor *v, const struct interview *iv)
{
    for (int i = 0; i < iv->nwords; i++) {
        visit(v, &iv->words[i].word);
        visit(v, &iv->words[i].example);
    }
    for (int i = 0; i < iv->nanswers; i++) {
        const struct answer *a = &iv->answers[i];

        if (!a->slotted)
            visit(v, &a->whole);
        for (int k = 0; k < SLOT_COUNT; k++)
            visit(v, &a->slots[k]);
    }
    for (int i = 0; i < iv->nmoments; i++) {
        visit(v, &iv->moments[i].title);
        visit(v, &iv->moments[i].what);
        visit(v, &iv->moments[i].teacher);
        visit(v, &iv->moments[i].did);
        visit(v, &iv->moments[i].why);
        visit(v, &iv->moments[i].child);
        visit(v, &iv->moments[i].needed);
    }
}

static void
visit_scored(const struct visitor *v, const struct scored *s)
{
    visit(v, &s->reason);
    for (int i = 0; i < s->nquotes; i++)
        visit(v, &s->quotes[i].text);
    visit(v, &s->not_lower);
    visit(v, &s->not_higher);
}

static void
visit_readings(const struct visitor *v, const struct interview *iv)
{
    for (int i = 0; i < iv->nreadings; i++) {
        visit(v, &iv->readings[i].by);
        for (int k = 0; k < iv->readings[i].nscores; k++)
            visit_scored(v, &iv->readings[i].scores[k]);
    }
}

static void
visit_scale_texts(const struct visitor *v, const struct scale_texts *t, int n)
{
    for (int i = 0; i < n; i++)
        visit_list(v, &t[i].texts);
}

static void
visit_plan(const struct visitor *v, const struct interview *iv)
{
    visit(v, &iv->plan_question);
    for (int i = 0; i < iv->nsteps; i++) {
        visit(v, &iv->steps[i].goal);
        visit(v, &iv->steps[i].step);
        visit(v, &iv->steps[i].when);
        visit(v, &iv->steps[i].sign);
        visit(v, &iv->steps[i].outcome);
    }
}

void
interview_each_text(const struct interview *iv,
    void (*each)(void *ctx, const struct text *text), void *ctx)
{
    struct visitor v = {.visit = each, .ctx = ctx};

    visit(&v, &iv->case_id);
    visit_person(&v, &iv->teacher);
    visit_person(&v, &iv->child);
    visit_person(&v, &iv->coach);
    visit_answers(&v, iv);
    visit_readings(&v, iv);
    visit(&v, &iv->own_word);
    for (int i = 0; i < iv->nstrengths; i++) {
        visit(&v, &iv->strengths[i].claim);
        visit(&v, &iv->strengths[i].detail);
    }
    visit(&v, &iv->notice);
    visit_scale_texts(&v, iv->prompts, iv->nprompts);
    visit_scale_texts(&v, iv->means, iv->nmeans);
    visit_plan(&v, iv);
    visit(&v, &iv->exercise);
    for (int i = 0; i < iv->nchanges; i++)
        visit(&v, &iv->changes[i].what);
}

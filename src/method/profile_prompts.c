/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Choosing discussion prompts.  Prompts and patterns of the rules share one
   order: priority, then place in the file; nothing is left to chance, so the
   same interview always gives the same questions. */
#include "method/profile.h"

#include "rules/placeholder.h"

#include <stdlib.h>
#include <string.h>

/* Where prompts go, and what may be named in them. */
struct prompt_list {
    const struct profile *p;
    enum lang lang;
    bool (*page_known)(void *ctx, const char *kind, size_t len);
    void *ctx;
    struct chosen *v;
    int n, max;
};

/* A prompt or the prompt of a pattern, with its place in the order. */
struct candidate {
    const struct named *is;
    const struct bitext *text;
    int priority;
};

static int
compare_candidates(const void *a, const void *b)
{
    const struct candidate *x = a, *y = b;

    if (x->priority != y->priority)
        return x->priority > y->priority ? -1 : 1;
    return (x->is->order > y->is->order) - (x->is->order < y->is->order);
}

static bool
aims_at(enum target target, int index, enum target t, int i)
{
    return target == t && (target == TARGET_PROFILE || index == i);
}

static int
candidates(const struct profile *p, enum target target, int index,
    struct candidate *out)
{
    const struct rules *r = p->rules;
    int n = 0;

    for (int i = 0; i < r->nprompts; i++) {
        const struct prompt *q = &r->prompts[i];

        if (aims_at(target, index, q->target, q->index) &&
            conditions_hold(p->scores, &q->when))
            out[n++] = (struct candidate){&q->is, &q->text, q->priority};
    }
    for (int i = 0; i < p->npatterns; i++) {
        const struct pattern *q = p->patterns[i];

        if (aims_at(target, index, q->target, q->index))
            out[n++] = (struct candidate){&q->is, &q->prompt, q->priority};
    }
    if (n > 1)
        qsort(out, (size_t)n, sizeof *out, compare_candidates);
    return n;
}

/* Whether the layout has every page that the text names. */
static bool
pages_known(const struct prompt_list *l, const char *s)
{
    enum placeholder which;
    bool capital;
    const char *arg;
    size_t len;

    while (l->page_known != NULL && (s = strchr(s, '{')) != NULL) {
        if (!placeholder_read(&s, l->lang, &which, &capital, &arg, &len))
            s++; /* such a brace is refused when rules are read */
        else if (which == PLACEHOLDER_PAGE && !l->page_known(l->ctx, arg, len))
            return false;
    }
    return true;
}

static void
add_own(struct prompt_list *l, int scale)
{
    const struct interview *iv = l->p->interview;

    for (int i = 0; i < iv->nprompts; i++) {
        const struct scale_texts *own = &iv->prompts[i];

        for (int k = 0; own->scale_index == scale && k < own->texts.n; k++)
            if (l->n < l->max && own->texts.v[k].s != NULL)
                l->v[l->n++] = (struct chosen){own->texts.v[k], true, NULL};
    }
}

static void
add_ruled(struct arena *a, struct prompt_list *l, enum target target, int index)
{
    const struct rules *r = l->p->rules;
    struct candidate *v;
    int n;

    if (l->n >= l->max)
        return;
    v = NEW(a, struct candidate, r->nprompts + r->npatterns);
    n = candidates(l->p, target, index, v);
    for (int i = 0; i < n && l->n < l->max; i++) {
        struct text t = v[i].text->t[l->lang];

        if (t.s != NULL && pages_known(l, t.s))
            l->v[l->n++] = (struct chosen){t, false, v[i].is->id};
    }
}

/* Whether a card of the scale shows what its group's prompt looks back on. */
static bool
has_evidence(struct arena *a, const struct profile *p, int scale)
{
    const struct quote **quotes;

    return profile_quotes(a, p, scale, &quotes) > 0;
}

int
profile_prompts(struct arena *a, const struct profile *p, enum target target,
    int index, enum lang lang, int max,
    bool (*page_known)(void *ctx, const char *kind, size_t len), void *ctx,
    struct chosen *out)
{
    struct prompt_list l = {p, lang, page_known, ctx, out, 0, max};

    if (target == TARGET_SCALE)
        add_own(&l, index);
    add_ruled(a, &l, target, index);
    if (target == TARGET_SCALE && (l.n > 0 || has_evidence(a, p, index)))
        add_ruled(a, &l, TARGET_GROUP, p->rules->scales[index].group);
    return l.n;
}

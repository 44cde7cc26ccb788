/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What the scores mean by the rules: patterns that hold, the focus and the
   notice that follow from them, quotes and reasons of a scale. */
#include "method/profile.h"

#include <stdlib.h>
#include <string.h>

/* Patterns stand in one array in file order, so an address says which of two
   comes first. */
static int
compare_patterns(const void *a, const void *b)
{
    const struct pattern *x = *(const struct pattern *const *)a;
    const struct pattern *y = *(const struct pattern *const *)b;

    if (x->priority != y->priority)
        return x->priority > y->priority ? -1 : 1;
    return (x > y) - (x < y);
}

static void
profile_patterns(struct arena *a, struct profile *p)
{
    const struct rules *r = p->rules;

    p->patterns = NEW(a, const struct pattern *, r->npatterns);
    for (int i = 0; i < r->npatterns; i++)
        if (conditions_hold(p->scores, &r->patterns[i].when))
            p->patterns[p->npatterns++] = &r->patterns[i];
    if (p->npatterns > 1)
        qsort(p->patterns, (size_t)p->npatterns, sizeof *p->patterns,
            compare_patterns);
}

/* Takes one scale into the focus, once; false where nobody scored it. */
static bool
focus_add(struct profile *p, int scale)
{
    if (p->scores->v[scale].state == SCORE_NONE)
        return false;
    for (int i = 0; i < p->nfocus; i++)
        if (p->focus[i] == scale)
            return true;
    p->focus[p->nfocus++] = scale;
    return true;
}

/* The interview's wish is warned about where it cannot be met; a pattern of
   the rules only proposes, and its scales may well be missing here. */
static void
profile_focus(struct arena *a, struct diag *d, struct profile *p)
{
    const struct interview *iv = p->interview;
    const struct pattern *first = p->npatterns > 0 ? p->patterns[0] : NULL;

    if (iv->focus_given) {
        p->focus = NEW(a, int, iv->focus.n);
        for (int i = 0; i < iv->focus.n; i++)
            if (iv->focus_index[i] >= 0 && !focus_add(p, iv->focus_index[i]))
                diag_warning(d, iv->focus.v[i].at, "W301",
                    "scale \"%s\" is in the focus but nobody scored it; "
                    "it prints as a compact card",
                    iv->focus.v[i].s);
    } else if (first != NULL) {
        p->focus = NEW(a, int, first->nfocus);
        for (int i = 0; i < first->nfocus; i++)
            focus_add(p, first->focus[i]);
    }
}

static void
profile_notice(struct profile *p, enum lang lang)
{
    if (p->interview->notice.s != NULL) {
        p->notice = p->interview->notice;
        p->notice_filled = true;
    } else if (p->npatterns > 0) {
        p->notice = p->patterns[0]->notice.t[lang];
    }
}

struct profile *
profile_scores(struct arena *a, struct diag *d, const struct scores *scores,
    enum lang lang)
{
    struct profile *p = NEW(a, struct profile, 1);

    p->scores = scores;
    p->rules = scores->rules;
    p->interview = scores->interview;
    profile_patterns(a, p);
    profile_focus(a, d, p);
    profile_notice(p, lang);
    return p;
}

bool
profile_shows_scale(const struct profile *p, int scale, enum copy copy)
{
    return p->rules->scales[scale].show[copy];
}

bool
profile_shows_group(const struct profile *p, int group, enum copy copy)
{
    for (int i = 0; i < p->rules->nscales; i++)
        if (p->rules->scales[i].group == group &&
            p->rules->scales[i].show[copy])
            return true;
    return false;
}

static bool
is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/* Whether two texts are the same words, however their lines are broken. */
static bool
same_words(const char *x, const char *y)
{
    for (;;) {
        while (is_space(*x))
            x++;
        while (is_space(*y))
            y++;
        while (*x != '\0' && *x == *y && !is_space(*x))
            x++, y++;
        if (*x == '\0' && *y == '\0')
            return true;
        if (!(is_space(*x) || *x == '\0') || !(is_space(*y) || *y == '\0'))
            return false;
    }
}

static bool
quote_known(const struct quote *const *v, int n, const struct quote *q)
{
    for (int i = 0; i < n; i++)
        if (same_words(v[i]->text.s, q->text.s))
            return true;
    return false;
}

int
profile_quotes(struct arena *a, const struct profile *p, int scale,
    const struct quote ***out)
{
    const struct scale_score *v = &p->scores->v[scale];
    int max = 0, n = 0;

    for (int i = 0; i < p->scores->nreaders; i++)
        if (v->readers[i].from != NULL)
            max += v->readers[i].from->nquotes;
    *out = NEW(a, const struct quote *, max);
    for (int i = 0; i < p->scores->nreaders; i++) {
        const struct scored *from = v->readers[i].from;

        for (int k = 0; from != NULL && k < from->nquotes; k++) {
            const struct quote *q = &from->quotes[k];

            if (q->text.s != NULL && !quote_known(*out, n, q))
                (*out)[n++] = q;
        }
    }
    return n;
}

/* Whether a reader whose score lies in the settled band gives this quote. */
static bool
quote_fits(const struct profile *p, int scale, const struct quote *q)
{
    const struct scale_score *v = &p->scores->v[scale];

    for (int i = 0; i < p->scores->nreaders; i++) {
        const struct scored *from = v->readers[i].from;

        if (from == NULL || from->na ||
            rules_band(p->rules, scale, from->score) != v->band)
            continue;
        for (int k = 0; k < from->nquotes; k++)
            if (from->quotes[k].text.s != NULL &&
                same_words(from->quotes[k].text.s, q->text.s))
                return true;
    }
    return false;
}

/* Takes the first of `v` that is not taken yet, and of another question than
   `other` unless that is NULL; NULL if there is none. */
static const struct quote *
quote_take(const struct quote **v, int n, const struct quote *other)
{
    for (int i = 0; i < n; i++) {
        const struct quote *q = v[i];

        if (q == NULL ||
            (other != NULL && q->at.question == other->at.question))
            continue;
        v[i] = NULL;
        return q;
    }
    return NULL;
}

int
profile_chosen_quotes(struct arena *a, const struct profile *p, int scale,
    int max, const struct quote ***out)
{
    const struct quote **v;
    int all = profile_quotes(a, p, scale, &v), n = 0, nchosen = 0;

    if (p->scores->v[scale].state == SCORE_SETTLED)
        for (int i = 0; i < all; i++)
            if (quote_fits(p, scale, v[i]))
                v[n++] = v[i];
    if (n == 0) /* settled where no reader was, or not at all */
        n = all;
    *out = NEW(a, const struct quote *, max);
    while (nchosen < max) {
        const struct quote *last = nchosen > 0 ? (*out)[nchosen - 1] : NULL;
        const struct quote *q = quote_take(v, n, last);

        if (q == NULL && last != NULL)
            q = quote_take(v, n, NULL);
        if (q == NULL)
            break;
        (*out)[nchosen++] = q;
    }
    return nchosen;
}

/* The text at `member` of the reader whose reason counts. */
static struct text
reason_choose(const struct profile *p, int scale,
    const struct text *(*member)(const struct scored *s))
{
    const struct scale_score *v = &p->scores->v[scale];
    const struct text *first = NULL;

    for (int i = 0; i < p->scores->nreaders; i++) {
        const struct scored *from = v->readers[i].from;
        const struct text *t = from == NULL ? NULL : member(from);

        if (t == NULL || t->s == NULL)
            continue;
        if (!from->na && v->state == SCORE_SETTLED && from->score == v->value)
            return *t;
        if (first == NULL)
            first = t;
    }
    return first == NULL ? (struct text){0} : *first;
}

static const struct text *
member_not_lower(const struct scored *s)
{
    return &s->not_lower;
}

static const struct text *
member_not_higher(const struct scored *s)
{
    return &s->not_higher;
}

struct text
profile_not_lower(const struct profile *p, int scale)
{
    return reason_choose(p, scale, member_not_lower);
}

struct text
profile_not_higher(const struct profile *p, int scale)
{
    return reason_choose(p, scale, member_not_higher);
}

static void
text_dump(struct buf *out, const char *label, const char *s)
{
    if (s == NULL)
        return;
    buf_printf(out, "    %s ", label);
    for (; *s != '\0'; s++)
        buf_putc(out, is_space(*s) ? ' ' : *s);
    buf_putc(out, '\n');
}

static void
prompts_dump(const struct profile *p, enum target target, int index,
    enum lang lang, struct buf *out)
{
    enum { MAX = 8 };
    struct chosen v[MAX];
    int n = profile_prompts(out->a, p, target, index, lang, MAX, NULL, NULL, v);

    for (int i = 0; i < n; i++)
        text_dump(out, v[i].typed ? "prompt (own)" : "prompt", v[i].text.s);
}

static void
scale_dump(const struct profile *p, int scale, enum lang lang, struct buf *out)
{
    const struct quote **quotes;
    int n = profile_quotes(out->a, p, scale, &quotes);

    buf_printf(out, "  scale %s\n", p->rules->scales[scale].is.id);
    for (int i = 0; i < n; i++)
        text_dump(out, "quote", quotes[i]->text.s);
    text_dump(out, "not lower", profile_not_lower(p, scale).s);
    text_dump(out, "not higher", profile_not_higher(p, scale).s);
    prompts_dump(p, TARGET_SCALE, scale, lang, out);
}

void
profile_dump(const struct profile *p, enum lang lang, struct buf *out)
{
    const char *id = p->interview->case_id.s;

    buf_printf(out, "profile %s\n", id == NULL ? "?" : id);
    for (int i = 0; i < p->npatterns; i++)
        buf_printf(out, "  pattern %s\n", p->patterns[i]->is.id);
    for (int i = 0; i < p->nfocus; i++)
        buf_printf(out, "  focus %s\n", p->rules->scales[p->focus[i]].is.id);
    text_dump(out, p->notice_filled ? "notice (own)" : "notice", p->notice.s);
    for (int i = 0; i < p->rules->nscales; i++)
        scale_dump(p, i, lang, out);
    for (int i = 0; i < p->rules->nphases; i++) {
        buf_printf(out, "  phase %s\n", p->rules->phases[i].is.id);
        prompts_dump(p, TARGET_PHASE, i, lang, out);
    }
    buf_puts(out, "  profile\n");
    prompts_dump(p, TARGET_PROFILE, -1, lang, out);
}

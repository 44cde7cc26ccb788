/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "rules/read.h"

#include <stdlib.h>
#include <string.h>

/* What no section says alone: names that clash, groups that must agree, bands
   that must fit ranges, conditions that exclude each other. */

struct check {
    struct diag *d;
    const struct rules *r;
};

/* --- names --- */

struct name {
    const char *id;
    struct pos at;
};

static int
compare_names(const void *va, const void *vb)
{
    const struct name *a = va, *b = vb;
    int order = strcmp(a->id, b->id);

    if (order != 0)
        return order;
    return a->at.line != b->at.line ? a->at.line - b->at.line
                                    : a->at.col - b->at.col;
}

static bool
check_clashes(const struct check *c, struct name *names, int n)
{
    bool ok = true;

    if (n > 0)
        qsort(names, (size_t)n, sizeof *names, compare_names);
    for (int i = 1; i < n; i++) {
        if (strcmp(names[i].id, names[i - 1].id) != 0)
            continue;
        ok = diag_error(
            c->d, names[i].at, "R331", "the name \"%s\" is taken", names[i].id);
        diag_note(c->d, names[i - 1].at, "here");
    }
    return ok;
}

static bool
check_also(const struct check *c, const struct text *also)
{
    if (field_ini_is_id(also->s))
        return true;
    diag_error(c->d, also->at, "R332", "\"%s\" cannot be an id", also->s);
    diag_help(c->d, "use small letters, digits and _, a letter first, 32 at "
                    "most");
    return false;
}

/* All names of the items of a kind, its own and other accepted ones. */
static bool
check_names(struct arena *a, const struct check *c, enum rules_section kind)
{
    int n = rules_count(c->r, kind), most = 0, have = 0;
    struct name *names;
    bool ok = true;

    for (int i = 0; i < n; i++)
        most += 1 + ((struct named *)rules_item(c->r, kind, i))->also.n;
    names = NEW(a, struct name, most);
    for (int i = 0; i < n; i++) {
        const struct named *is = rules_item(c->r, kind, i);

        names[have++] = (struct name){is->id, is->at};
        for (int k = 0; k < is->also.n; k++) {
            ok &= check_also(c, &is->also.v[k]);
            names[have++] = (struct name){is->also.v[k].s, is->also.v[k].at};
        }
    }
    return check_clashes(c, names, have) && ok;
}

static bool
check_all_names(struct arena *a, const struct check *c)
{
    static const enum rules_section with_also[] = {RULES_GROUP, RULES_SCALE,
        RULES_FEELING, RULES_QUESTIONNAIRE, RULES_RETENTION};
    bool ok = true;

    for (size_t i = 0; i < sizeof with_also / sizeof with_also[0]; i++)
        ok &= check_names(a, c, with_also[i]);
    return ok;
}

/* --- questions --- */

static bool
check_word(const struct check *c, const struct question *q)
{
    bool due = q->kind == QUESTION_WORD;

    if (due == (q->word > 0))
        return true;
    if (due) {
        diag_error(c->d, q->is.at, "R333",
            "[question.%s] is of kind word but has no \"word\"", q->is.id);
        diag_help(c->d, "write word = 1 for the moment behind the first word");
    } else {
        diag_error(c->d, q->is.at, "R333",
            "[question.%s] has \"word\" but is not of kind word", q->is.id);
    }
    return false;
}

/* One question asks for the words, and one for the moment behind each. */
static bool
check_questions(const struct check *c)
{
    const struct question *words = NULL, *by_word[10] = {NULL};
    bool ok = true;

    for (int i = 0; i < c->r->nquestions; i++) {
        const struct question *q = &c->r->questions[i], **first = NULL;

        ok &= check_word(c, q);
        if (q->kind == QUESTION_WORDS)
            first = &words;
        else if (q->kind == QUESTION_WORD && q->word > 0 && q->word < 10)
            first = &by_word[q->word];
        if (first == NULL)
            continue;
        if (*first != NULL) {
            ok = diag_error(c->d, q->is.at, "R334",
                "a second question asks for the same words");
            diag_note(c->d, (*first)->is.at, "the first is here");
        } else {
            *first = q;
        }
    }
    if (c->r->nquestions == 0)
        ok = diag_error(c->d, (struct pos){.src = c->r->src}, "R335",
            "these rules have no question");
    return ok;
}

/* --- scales --- */

/* Bands of something that runs from `min` to `max`, in thousandths. */
static bool
check_bands(
    const struct check *c, const struct named *is, int bands, int min, int max)
{
    const struct bands *b = &c->r->bands[bands];

    if (b->n == 0 || b->refused) /* reported there */
        return false;
    if (b->v[0].from == min && b->v[b->n - 1].from <= max)
        return true;
    if (b->v[0].from != min)
        diag_error(c->d, is->at, "R336",
            "the bands of \"%s\" do not begin where its range begins", is->id);
    else
        diag_error(c->d, is->at, "R336",
            "the last band of \"%s\" begins above its range", is->id);
    diag_note(c->d, b->is.at, "the bands");
    return false;
}

static bool
check_group(
    const struct check *c, const struct scale *x, const struct scale *first)
{
    if (x->min == first->min && x->max == first->max &&
        x->bands == first->bands)
        return true;
    diag_error(c->d, x->is.at, "R337",
        "scale \"%s\" has another range or other bands than the first of its "
        "group",
        x->is.id);
    diag_note(c->d, first->is.at, "the first");
    diag_help(c->d, "put it into a group of its own");
    return false;
}

static bool
check_scales(struct arena *a, const struct check *c)
{
    const struct scale **first = NEW(a, const struct scale *, c->r->ngroups);
    bool ok = true;

    for (int i = 0; i < c->r->nscales; i++) {
        const struct scale *x = &c->r->scales[i];

        ok &= check_bands(c, &x->is, x->bands, x->min * 1000, x->max * 1000);
        if (first[x->group] == NULL)
            first[x->group] = x;
        else
            ok &= check_group(c, x, first[x->group]);
    }
    if (c->r->nscales == 0)
        ok = diag_error(c->d, (struct pos){.src = c->r->src}, "R338",
            "these rules have no scale");
    return ok;
}

static bool
check_subscales(const struct check *c)
{
    bool ok = true;

    for (int i = 0; i < c->r->nsubscales; i++) {
        const struct subscale *s = &c->r->subscales[i];
        int min, max;

        rules_subscale_range(c->r, s, &min, &max);
        if (s->bands >= 0)
            ok &= check_bands(c, &s->is, s->bands, min, max);
        if (s->missing_at_most >= s->nitems)
            ok = diag_error(c->d, s->is.at, "R339",
                "all %d items of \"%s\" may be missing", s->nitems, s->is.id);
    }
    return ok;
}

/* --- references --- */

static bool
check_reference(const struct check *c, const struct reference *x)
{
    int min, max;
    bool ordered = !x->has_range || (x->low <= x->value && x->value <= x->high);

    if (!ordered)
        return diag_error(c->d, x->is.at, "R340",
            "the value of reference \"%s\" is not between its low and high",
            x->is.id);
    if (x->scale >= 0) {
        min = c->r->scales[x->scale].min * 1000;
        max = c->r->scales[x->scale].max * 1000;
    } else {
        rules_subscale_range(c->r, &c->r->subscales[x->subscale], &min, &max);
    }
    if (x->value >= min && x->value <= max &&
        (!x->has_range || (x->low >= min && x->high <= max)))
        return true;
    return diag_error(c->d, x->is.at, "R341",
        "reference \"%s\" is outside the range of what it is for", x->is.id);
}

static bool
check_references(const struct check *c)
{
    bool ok = true;

    for (int i = 0; i < c->r->nreferences; i++)
        ok &= check_reference(c, &c->r->references[i]);
    return ok;
}

/* --- conditions --- */

/* Whether two conditions on one scale cannot both hold. */
static bool
excludes(const struct condition *x, const struct condition *y)
{
    if (x->scale != y->scale)
        return false;
    if (x->kind == CONDITION_MISSING || y->kind == CONDITION_MISSING)
        return x->kind != y->kind && x->kind != CONDITION_DIFFERS &&
               y->kind != CONDITION_DIFFERS;
    if (x->kind == CONDITION_IS && y->kind == CONDITION_IS)
        return x->band != y->band;
    return x->band == y->band &&
           ((x->kind == CONDITION_IS && y->kind == CONDITION_IS_NOT) ||
               (x->kind == CONDITION_IS_NOT && y->kind == CONDITION_IS));
}

static bool
check_conditions(const struct check *c, const struct conditions *when)
{
    for (int i = 0; i < when->nall; i++)
        for (int k = 0; k < i; k++) {
            if (!excludes(&when->all[i], &when->all[k]))
                continue;
            diag_error(c->d, when->all[i].source.at, "R342",
                "this condition never holds together with an earlier one");
            diag_note(c->d, when->all[k].source.at, "the earlier one");
            diag_help(c->d, "conditions of which one is enough are any.1, "
                            "any.2, ...");
            return false;
        }
    return true;
}

static bool
is_given(const struct bitext *t)
{
    for (int i = 0; i < LANG_COUNT; i++)
        if (t->t[i].s != NULL)
            return true;
    return false;
}

static bool
check_prompts(const struct check *c)
{
    bool ok = true;

    for (int i = 0; i < c->r->nprompts; i++)
        ok &= check_conditions(c, &c->r->prompts[i].when);
    for (int i = 0; i < c->r->npatterns; i++) {
        const struct pattern *p = &c->r->patterns[i];

        ok &= check_conditions(c, &p->when);
        if (!is_given(&p->notice) && !is_given(&p->prompt) && p->nfocus == 0)
            ok = diag_error(c->d, p->is.at, "R343",
                "pattern \"%s\" has no notice, prompt or focus", p->is.id);
    }
    return ok;
}

/* --- [compare] --- */

static bool
check_list(const struct check *c, const struct bitext *t)
{
    bool ok = true;

    for (int i = 0; i < LANG_COUNT; i++)
        if (t->t[i].s != NULL && strstr(t->t[i].s, "{list}") == NULL &&
            strstr(t->t[i].s, "{List}") == NULL)
            ok = diag_error(c->d, t->t[i].at, "R344",
                "this sentence needs {list}, what is heard more or less");
    return ok;
}

bool
rules_check(struct arena *a, struct diag *d, const struct rules *r)
{
    struct check c = {d, r};
    bool ok = check_all_names(a, &c);

    ok &= check_questions(&c);
    ok &= check_scales(a, &c);
    ok &= check_subscales(&c);
    ok &= check_references(&c);
    ok &= check_prompts(&c);
    ok &= check_list(&c, &r->more);
    return check_list(&c, &r->less) && ok;
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Reports without names (the option anonymise, and layouts that ask for it):
   the interview is anonymised before anything is made of it. */
#include "engine/state.h"
#include "privacy/anonymise.h"

bool
hides_names(const struct engine *e, const struct engine_form *form)
{
    return e->options->anonymise || form->layout.anonymise;
}

static bool
hides_somewhere(const struct engine *e)
{
    if (e->options->anonymise)
        return true;
    for (int i = 0; i < e->nforms; i++)
        if (hides_names(e, &e->forms[i]))
            return true;
    return false;
}

/* A copy of one case of a pair, or of one alone. */
static struct engine_case *
one_without_names(struct arena *a, const struct engine_case *from,
    const struct beside *beside, enum anonymise how)
{
    struct engine_case *c = NEW(a, struct engine_case, 1);

    *c = *from;
    c->src = NULL;
    c->hash = NULL;
    c->interview =
        *anonymise_interview(a, &from->interview, beside, from->lang, how);
    c->scores = score_interview(a, &c->rules->rules, &c->interview);
    /* What it warns of was said of the case itself. */
    c->profile = profile_scores(a, diag_new(a, NULL), c->scores, c->lang);
    return c;
}

/* What each of a pair knows of the other. */
static struct beside
beside_of(const struct engine_case *pair, bool second)
{
    return (struct beside){
        .other = second ? &pair->interview : &pair->other->interview,
        .twice = pair->twice,
        .second = second};
}

static const struct engine_case *
without_names(
    struct arena *a, const struct engine_case *from, enum anonymise how)
{
    struct beside first, second;
    struct engine_case *c;

    if (from->other == NULL)
        return one_without_names(a, from, NULL, how);
    first = beside_of(from, false);
    second = beside_of(from, true);
    c = one_without_names(a, from, &first, how);
    c->other = one_without_names(a, from->other, &second, how);
    return c;
}

const struct engine_case *
hide_names(struct arena *a, const struct engine *e, const struct engine_case *c,
    const struct engine_form *form)
{
    if (!hides_names(e, form) || c->src == NULL)
        return c;
    return without_names(
        a, c, form->layout.anonymise ? ANONYMISE_COURSE : ANONYMISE_NAMES);
}

bool
engine_can_hide(const struct engine *e)
{
    for (int i = 0; i < e->nforms; i++)
        if (e->forms[i].layout.archive && hides_names(e, &e->forms[i]))
            return engine_fault(e,
                "the layout \"%s\" keeps the interview beside the report, so "
                "it does not go with --anonymise",
                e->forms[i].layout.id.s);
    return true;
}

enum status
engine_check_names(struct arena *a, struct diag *d, const struct engine *e,
    const struct engine_case *c)
{
    bool fit = true;

    if (hides_somewhere(e) && c->src != NULL)
        fit = anonymise_check(a, d, &c->interview) &&
              (c->other == NULL || anonymise_check(a, d, &c->other->interview));

    return fit && !engine_refused(e, d) ? STATUS_OK : STATUS_REFUSED;
}

void
engine_review_names(struct arena *a, struct diag *d, const struct engine *e,
    const struct engine_case *c)
{
    struct beside first, second;

    if (!hides_somewhere(e) || c->src == NULL)
        return;
    if (c->other == NULL) {
        anonymise_review(a, d, &c->interview, NULL, c->lang, c->rules->text);
        return;
    }
    first = beside_of(c, false);
    second = beside_of(c, true);
    anonymise_review(a, d, &c->interview, &first, c->lang, c->rules->text);
    anonymise_review(
        a, d, &c->other->interview, &second, c->lang, c->rules->text);
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Several interviews as one case: two that are compared, or many readers'
   scores. */
#include "base/hash.h"
#include "engine/state.h"
#include "method/pair_check.h"
#include "privacy/names.h"

#include <string.h>

static bool
same_rules(struct diag *d, const struct engine_case *one,
    const struct engine_case *two)
{
    const struct text *named = &two->interview.rules;

    if (strcmp(one->rules->hash, two->rules->hash) == 0)
        return true;
    diag_error(d, named->s != NULL ? named->at : two->interview.case_id.at,
        "I505", "the two interviews are scored by different rules");
    diag_note(d, one->interview.case_id.at, "the other interview is here");
    diag_help(d, "-r reads both by the same rules");
    return false;
}

static bool
two_cases(struct diag *d, const struct engine_case *one,
    const struct engine_case *two)
{
    if (strcmp(one->interview.case_id.s, two->interview.case_id.s) != 0)
        return true;
    engine_twin(d, two, one->src->name);
    return false;
}

enum status
engine_pair(struct diag *d, struct engine_case *one, struct engine_case *two,
    struct engine_case **out)
{
    bool twice;

    *out = one;
    if (!two_cases(d, one, two) || !same_rules(d, one, two) ||
        !pair_check(d, &one->interview, &two->interview, &twice))
        return STATUS_REFUSED;
    if (twice && date_compare(one->interview.date, two->interview.date) > 0) {
        *out = two;
        two = one;
    }
    (*out)->other = two;
    (*out)->twice = twice;
    return STATUS_OK;
}

const char *
engine_case_layout(const struct engine_case *c)
{
    if (c->agreement != NULL)
        return "agreement";
    if (c->other != NULL)
        return c->twice ? "twice" : "two-children";
    return NULL;
}

/* Many ------------------------------------------------------------------ */

enum { GATHERED_FIRST = 16 };

/* One of them. */
struct gathered {
    const struct scores *scores;
    const char *name, *hash; /* of its file */
    bool refused;            /* another file has readings of it too */
};

struct engine_gathering {
    struct arena *a;
    struct engine *e;
    struct gathered *v;
    int n, cap;
    bool mixed;                  /* one goes by other rules: that was said */
    const struct ruleset *rules; /* of the first */
    const char *name;            /* the same */
    enum lang lang;              /* the same */
};

struct engine_gathering *
engine_gathering_new(struct arena *a, struct engine *e)
{
    struct engine_gathering *g = NEW(a, struct engine_gathering, 1);

    *g = (struct engine_gathering){.a = a, .e = e};
    return g;
}

/* Whether both are readings of one case by one reader: a copy, or a version
   that is out of date. */
static bool
read_twice(const struct scores *one, const struct scores *two)
{
    const char *case_one = one->interview->case_id.s;
    const char *case_two = two->interview->case_id.s;

    if (case_one == NULL || case_two == NULL || strcmp(case_one, case_two) != 0)
        return false;
    for (int i = 0; i < one->nreaders; i++)
        for (int k = 0; k < two->nreaders; k++)
            if (agree_same_reader(one->interview, i, two->interview, k))
                return true;
    return false;
}

/* Refuses what one reader has read in two files, in both. */
static bool
refuse_twice(struct engine_gathering *g, struct gathered *now)
{
    for (int i = 0; i < g->n && !now->refused; i++) {
        struct gathered *was = &g->v[i];

        if (!read_twice(was->scores, now->scores))
            continue;
        was->refused = now->refused = true;
        engine_fault(g->e,
            "%s and %s hold readings of the case \"%s\" by the same reader; "
            "both are left out",
            was->name, now->name, now->scores->interview->case_id.s);
    }
    return now->refused;
}

enum status
engine_gather(struct engine_gathering *g, const struct engine_case *c)
{
    struct gathered now;
    bool twice;

    if (g->mixed)
        return STATUS_REFUSED;
    if (g->rules == NULL) {
        g->rules = c->rules;
        g->name = arena_strndup(g->a, c->src->name, strlen(c->src->name));
        g->lang = c->lang;
    }
    if (strcmp(g->rules->hash, c->rules->hash) != 0) {
        engine_fault(g->e,
            "%s goes by other rules than %s; -r reads all by the same rules",
            c->src->name, g->name);
        g->mixed = true;
        return STATUS_REFUSED;
    }
    now = (struct gathered){.scores = agree_keep(g->a, c->scores),
        .name = arena_strndup(g->a, c->src->name, strlen(c->src->name)),
        .hash = arena_strndup(g->a, c->hash, strlen(c->hash))};
    twice = refuse_twice(g, &now);
    GROW(g->a, g->v, g->n, g->cap, GATHERED_FIRST);
    g->v[g->n++] = now;
    return twice ? STATUS_REFUSED : STATUS_OK;
}

/* The readings of one case of a table, as of an interview. */
static struct interview *
case_of_table(struct arena *a, const struct course_scores *in, int which)
{
    struct interview *iv = NEW(a, struct interview, 1);

    if (which < in->ncases)
        iv->case_id = in->cases[which];
    iv->readings = NEW(a, struct reading, in->ntrainees);
    for (int t = 0; t < in->ntrainees; t++) {
        struct reading *r = &iv->readings[iv->nreadings];

        r->by = in->trainees[t];
        r->scores = NEW(a, struct scored, in->n);
        for (int i = 0; i < in->n; i++)
            if (in->v[i].trainee == t && in->v[i].which == which)
                r->scores[r->nscores++] =
                    (struct scored){.scale_index = in->v[i].scale,
                        .score = in->v[i].score,
                        .score_at = in->v[i].at};
        iv->nreadings += r->nscores > 0;
    }
    return iv;
}

enum status
engine_gather_table(struct arena *a, struct diag *d, struct engine_gathering *g,
    const struct source *table)
{
    const struct ruleset *rules = engine_rules(g->e, d, NULL, table->name);
    struct course_scores *in = NEW(a, struct course_scores, 1);
    int lang = g->e->options->lang;
    enum status status = STATUS_OK;

    if (rules == NULL)
        return STATUS_USAGE;
    if (!course_scores_parse(a, d, table, &rules->rules, true, in))
        return STATUS_REFUSED;
    for (int i = 0; i == 0 || i < in->ncases; i++) {
        struct engine_case *c = NEW(a, struct engine_case, 1);

        c->interview = *case_of_table(a, in, i);
        c->src = table;
        c->rules = rules;
        c->lang = lang >= 0 ? (enum lang)lang : LANG_NL;
        c->hash = hash_sha256(a, table->text, table->len);
        c->scores = score_interview(a, &rules->rules, &c->interview);
        status = engine_gather(g, c) == STATUS_OK ? status : STATUS_REFUSED;
    }
    return status;
}

/* Readers under a number: what they are known by may be a name. */
static void
hide_readers(struct arena *a, struct agreement *agreement, enum lang lang)
{
    for (int i = 0; i < agreement->nreaders; i++)
        if (agreement->readers[i] != NULL &&
            strcmp(agreement->readers[i], "coach") != 0)
            agreement->readers[i] = names_reader(a, i + 1, lang);
}

struct engine_case *
engine_gathered(struct engine_gathering *g)
{
    struct engine_case *c = NEW(g->a, struct engine_case, 1);
    const struct scores **v = NEW(g->a, const struct scores *, g->n);
    struct buf hashes = buf_new(g->a);
    struct agreement *agreement;
    int n = 0;

    for (int i = 0; i < g->n; i++) {
        if (g->v[i].refused)
            continue;
        v[n++] = g->v[i].scores;
        buf_puts(&hashes, g->v[i].hash);
    }
    if (n == 0 || g->mixed)
        return NULL;
    case_blank(g->a, engine_diag(g->e), g->rules, g->lang, c);
    for (int i = 0; i < n; i++)
        c->interview.invented |= v[i]->interview->invented;
    agreement = agree_scores(g->a, v, n);
    if (agreement != NULL && g->e->options->anonymise)
        hide_readers(g->a, agreement, g->lang);
    c->agreement = agreement;
    c->hash = hash_sha256(g->a, hashes.p, hashes.len);
    if (c->agreement != NULL)
        return c;
    engine_fault(
        g->e, "these are more scores than agreement can be computed over");
    return NULL;
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Several interviews as one case: two that are compared, or many readers'
   scores. */
#include "base/hash.h"
#include "base/text_index.h"
#include "engine/state.h"
#include "method/pair_check.h"
#include "privacy/names.h"

#include <stdlib.h>
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
    int before;              /* the one of its case before it, or -1 */
};

struct engine_gathering {
    struct arena *a;
    struct engine *e;
    struct gathered *v;
    int n, cap;
    struct text_index cases;
    int *last; /* of each case */
    int cap_last;
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

/* Whether both, of one case, are readings by one reader: a copy, or a version
   that is out of date. */
static bool
read_twice(const struct scores *one, const struct scores *two)
{
    for (int i = 0; i < one->nreaders; i++)
        for (int k = 0; k < two->nreaders; k++)
            if (agree_same_reader(one->interview, i, two->interview, k))
                return true;
    return false;
}

/* Refuses what one reader has read in two files, in both: the first of those
   that came before, which a chain holds the last first. */
static bool
refuse_twice(struct engine_gathering *g, struct gathered *now)
{
    struct gathered *was = NULL;

    for (int i = now->before; i >= 0; i = g->v[i].before)
        if (read_twice(g->v[i].scores, now->scores))
            was = &g->v[i];
    if (was != NULL) {
        was->refused = now->refused = true;
        engine_fault(g->e,
            "%s and %s hold readings of the case \"%s\" by the same reader; "
            "both are left out",
            was->name, now->name, now->scores->interview->case_id.s);
    }
    return now->refused;
}

/* The last that was gathered of a case, or -1; from now on it is the next. */
static int
case_before(struct engine_gathering *g, const char *case_id)
{
    int n = g->cases.n, i, before;

    if (case_id == NULL)
        return -1;
    i = text_index_add(g->a, &g->cases, case_id);
    GROW(g->a, g->last, i, g->cap_last, GATHERED_FIRST);
    before = i < n ? g->last[i] : -1;
    g->last[i] = g->n;
    return before;
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
    now.before = case_before(g, now.scores->interview->case_id.s);
    twice = refuse_twice(g, &now);
    GROW(g->a, g->v, g->n, g->cap, GATHERED_FIRST);
    g->v[g->n++] = now;
    return twice ? STATUS_REFUSED : STATUS_OK;
}

/* By case, then by trainee; what one trainee scored of a case as it stands in
   the table. */
static int
compare_scores(const void *a, const void *b)
{
    const struct course_score *x = a, *y = b;
    const int differ[] = {x->which - y->which, x->trainee - y->trainee,
        x->at.line - y->at.line, x->at.col - y->at.col};
    int i = 0;

    while (i < 3 && differ[i] == 0)
        i++;
    return differ[i];
}

/* The readings of one case of a table, as of an interview: `n` scores, those of
   one trainee together. */
static struct interview
case_of_table(struct arena *a, const struct course_scores *in, int which,
    const struct course_score *v, int n)
{
    struct interview iv = {.readings = NEW(a, struct reading, n)};
    struct scored *scored = NEW(a, struct scored, n);

    if (which < in->ncases)
        iv.case_id = in->cases[which];
    for (int i = 0; i < n; i++) {
        struct reading *r;

        if (i == 0 || v[i].trainee != v[i - 1].trainee)
            iv.readings[iv.nreadings++] = (struct reading){
                .by = in->trainees[v[i].trainee], .scores = &scored[i]};
        r = &iv.readings[iv.nreadings - 1];
        r->scores[r->nscores++] = (struct scored){.scale_index = v[i].scale,
            .score = v[i].score,
            .score_at = v[i].at};
    }
    return iv;
}

/* What engine_gather keeps of a case is a copy. */
static enum status
gather_case(struct engine_gathering *g, struct engine_case *like,
    const struct course_scores *in, int which, const struct course_score *v,
    int n)
{
    struct arena *a = arena_new();
    enum status status;

    like->interview = case_of_table(a, in, which, v, n);
    like->scores = score_interview(a, &like->rules->rules, &like->interview);
    status = engine_gather(g, like);
    arena_free(a);
    return status;
}

enum status
engine_gather_table(struct arena *a, struct diag *d, struct engine_gathering *g,
    const struct source *table)
{
    const struct ruleset *rules = engine_rules(g->e, d, NULL, table->name);
    struct course_scores *in = NEW(a, struct course_scores, 1);
    struct engine_case *c = NEW(a, struct engine_case, 1);
    int lang = g->e->options->lang, from = 0;
    enum status status = STATUS_OK;

    if (rules == NULL)
        return STATUS_USAGE;
    if (!course_scores_parse(a, d, table, &rules->rules, true, in))
        return STATUS_REFUSED;
    if (in->n > 1)
        qsort(in->v, (size_t)in->n, sizeof *in->v, compare_scores);
    c->src = table;
    c->rules = rules;
    c->lang = lang >= 0 ? (enum lang)lang : LANG_NL;
    c->hash = hash_sha256(a, table->text, table->len);
    for (int i = 0; i == 0 || i < in->ncases; i++) {
        int to = from;

        while (to < in->n && in->v[to].which == i)
            to++;
        if (gather_case(g, c, in, i, &in->v[from], to - from) != STATUS_OK)
            status = STATUS_REFUSED;
        from = to;
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

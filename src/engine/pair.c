/* Several interviews as one case: two that are compared, or many readers'
   scores. */
#include "base/hash.h"
#include "engine/state.h"
#include "method/pair_check.h"

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

struct engine_gathering {
    struct arena *a;
    struct engine *e;
    const struct scores **v;
    int n;
    bool mixed;                  /* one goes by other rules: that was said */
    const struct ruleset *rules; /* of the first */
    const char *name;            /* the same */
    enum lang lang;              /* the same */
    struct buf hashes;           /* of all, in order */
};

struct engine_gathering *
engine_gathering_new(struct arena *a, struct engine *e, int most)
{
    struct engine_gathering *g = NEW(a, struct engine_gathering, 1);

    *g = (struct engine_gathering){.a = a,
        .e = e,
        .v = NEW(a, const struct scores *, most),
        .hashes = buf_new(a)};
    return g;
}

enum status
engine_gather(struct engine_gathering *g, const struct engine_case *c)
{
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
    g->v[g->n++] = agree_keep(g->a, c->scores);
    buf_puts(&g->hashes, c->hash);
    return STATUS_OK;
}

struct engine_case *
engine_gathered(struct engine_gathering *g)
{
    struct engine_case *c = NEW(g->a, struct engine_case, 1);

    if (g->n == 0 || g->mixed)
        return NULL;
    case_blank(g->a, engine_diag(g->e), g->rules, g->lang, c);
    for (int i = 0; i < g->n; i++)
        c->interview.invented |= g->v[i]->interview->invented;
    c->agreement = agree_scores(g->a, g->v, g->n);
    c->hash = hash_sha256(g->a, g->hashes.p, g->hashes.len);
    if (c->agreement != NULL)
        return c;
    engine_fault(
        g->e, "these are more scores than agreement can be computed over");
    return NULL;
}

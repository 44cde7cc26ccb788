/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "method/score_grounds.h"

static void
count_quotes(struct grounds *g, const struct scored *from)
{
    for (int i = 0; from != NULL && i < from->nquotes; i++) {
        if (from->quotes[i].found)
            g->found++;
        else
            g->lost++;
    }
}

static void
find_prompts(
    struct arena *a, struct grounds *g, const struct profile *p, int scale)
{
    int max = p->rules->nprompts + p->rules->npatterns, n;
    struct chosen *chosen;

    for (int i = 0; i < p->interview->nprompts; i++)
        max += p->interview->prompts[i].texts.n;
    chosen = NEW(a, struct chosen, max);
    n = profile_prompts(
        a, p, TARGET_SCALE, scale, p->interview->lang, max, NULL, NULL, chosen);
    g->prompts = NEW(a, const char *, n);
    for (int i = 0; i < n; i++)
        if (chosen[i].id != NULL) /* not the interview's own */
            g->prompts[g->nprompts++] = chosen[i].id;
}

struct grounds
score_grounds(struct arena *a, const struct profile *p, int scale)
{
    const struct scale_score *v = &p->scores->v[scale];
    const struct rules *r = p->rules;
    struct grounds g = {0};

    for (int i = 0; i < p->scores->nreaders; i++)
        count_quotes(&g, v->readers[i].from);
    find_prompts(a, &g, p, scale);
    g.references = NEW(a, const struct reference *, r->nreferences);
    for (int i = 0; i < r->nreferences; i++)
        if (r->references[i].scale == scale && r->references[i].subscale < 0)
            g.references[g.nreferences++] = &r->references[i];
    return g;
}

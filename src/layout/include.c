/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "layout/layout.h"

#include <string.h>

/* Only blocks that are alike but for their look can stand in one document:
   paper and fonts belong to the whole file. */

struct includer {
    struct arena *a;
    struct diag *d;
    const struct layout *into;
    const struct layout *(*load)(void *ctx, const struct text *name);
    void *ctx;
};

static bool
includes(const struct layout *l)
{
    for (int i = 0; i < l->nblocks; i++)
        if (l->blocks[i].include.s != NULL)
            return true;
    return l->include.s != NULL;
}

/* The layout of that name, fit to come along; else NULL. */
static const struct layout *
load_fit(const struct includer *in, const struct text *name)
{
    const struct layout *l = in->load(in->ctx, name);

    if (l == NULL)
        return NULL;
    if (includes(l)) {
        diag_error(in->d, name->at, "L312",
            "layout \"%s\" includes another one itself", name->s);
        return NULL;
    }
    if (l->page_w != in->into->page_w || l->page_h != in->into->page_h ||
        strcmp(l->family.s, in->into->family.s) != 0 ||
        strcmp(l->fallback.s, in->into->fallback.s) != 0) {
        diag_error(in->d, name->at, "L313",
            "layout \"%s\" has another paper or font", name->s);
        return NULL;
    }
    return l;
}

/* Adds the blocks of `from` behind the `n` in `v`. */
static struct layout_block *
append(struct arena *a, struct layout_block *v, int *n,
    const struct layout_block *from, int nfrom)
{
    struct layout_block *more = NEW(a, struct layout_block, *n + nfrom);

    if (v != NULL)
        memcpy(more, v, (size_t)*n * sizeof *more);
    if (nfrom > 0)
        memcpy(more + *n, from, (size_t)nfrom * sizeof *more);
    *n += nfrom;
    return more;
}

bool
layout_include(struct arena *a, struct diag *d, struct layout *l,
    const struct layout *(*load)(void *ctx, const struct text *name), void *ctx)
{
    const struct includer in = {a, d, l, load, ctx};
    const struct layout *first =
        l->include.s != NULL ? load_fit(&in, &l->include) : NULL;
    struct layout_block *v = NULL;
    bool ok = l->include.s == NULL || first != NULL;
    int n = 0;

    if (first != NULL)
        v = append(a, v, &n, first->blocks, first->nblocks);
    for (int i = 0; i < l->nblocks; i++) {
        const struct layout_block *b = &l->blocks[i];
        const struct layout *other;

        if (b->include.s == NULL) {
            v = append(a, v, &n, b, 1);
            continue;
        }
        other = load_fit(&in, &b->include);
        if (other != NULL)
            v = append(a, v, &n, other->blocks, other->nblocks);
        else
            ok = false;
    }
    l->blocks = v;
    l->nblocks = n;
    return ok;
}

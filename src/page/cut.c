/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "page/cut.h"

#include <assert.h>
#include <limits.h>
#include <stdlib.h>

/* A hard atom, and the how manieth of them it is.  They are the same at every
   step, in the same order; how many soft ones there are depends on heights. */
struct ranked {
    struct atom atom;
    int index;
};

static int
ranked_order(const void *a, const void *b)
{
    const struct ranked *u = a, *v = b;

    if (u->atom.top != v->atom.top)
        return u->atom.top < v->atom.top ? -1 : 1;
    if (u->atom.bottom != v->atom.bottom)
        return u->atom.bottom < v->atom.bottom ? -1 : 1;
    return u->index - v->index;
}

/* Which piece each atom belongs to: the hard ones from the top down, those that
   overlap made one. */
static void
find_pieces(struct arena *a, struct pieces *p, const struct galley *g)
{
    struct ranked *v =
        arena_raw_n(a, sizeof *v, (size_t)(g->natoms > 0 ? g->natoms : 1));
    mpt bottom = 0;
    int n = 0;

    for (int i = 0; i < g->natoms; i++)
        if (!g->atoms[i].soft) {
            v[n] = (struct ranked){g->atoms[i], n};
            n++;
        }
    p->piece = NEW(a, int, n + 1);
    p->nhard = n;
    qsort(v, (size_t)n, sizeof *v, ranked_order);
    for (int i = 0; i < n; i++) {
        if (i == 0 || v[i].atom.top >= bottom) {
            bottom = v[i].atom.bottom;
            p->n++;
        } else if (v[i].atom.bottom > bottom) {
            bottom = v[i].atom.bottom;
        }
        p->piece[v[i].index] = p->n - 1;
    }
}

/* The first piece at or behind `from` that ends below `y`. */
static int
piece_at(const struct pieces *p, mpt y)
{
    int low = 0, high = p->n;

    while (low < high) {
        int mid = (low + high) / 2;

        if (p->bottom[0][mid] <= y)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

/* Each soft atom that a page can hold counts at the cuts inside it. */
static void
count_held(struct arena *a, struct pieces *p, const struct galley *g)
{
    p->held = NEW(a, int, p->n + 1);
    for (int i = 0; i < g->natoms; i++) {
        const struct atom *t = &g->atoms[i];

        if (!t->soft || t->bottom - t->top > p->room)
            continue;
        for (int k = piece_at(p, t->top) + 1;
             k < p->n && p->top[0][k] < t->bottom; k++)
            p->held[k]++;
    }
}

struct pieces *
pieces_new(struct arena *a, const struct galley *g, mpt room)
{
    struct pieces *p = NEW(a, struct pieces, 1);

    p->room = room;
    find_pieces(a, p, g);
    pieces_step(a, p, g, 0);
    count_held(a, p, g);
    return p;
}

void
pieces_step(struct arena *a, struct pieces *p, const struct galley *g, int step)
{
    mpt *top = NEW(a, mpt, p->n + 1), *bottom = NEW(a, mpt, p->n + 1);
    bool *closed = NEW(a, bool, p->n + 1);
    bool *seen = NEW(a, bool, p->n + 1);
    mpt low = 0;

    for (int i = 0, n = 0; i < g->natoms; i++) {
        const struct atom *t = &g->atoms[i];
        int k;

        if (t->soft)
            continue;
        assert(n < p->nhard);
        k = p->piece[n++];
        if (!seen[k] || t->top < top[k])
            top[k] = t->top;
        if (!seen[k] || t->bottom > bottom[k])
            bottom[k] = t->bottom;
        seen[k] = true;
    }
    for (int k = 0; k < p->n; k++) {
        /* What stands beside may have moved into the cut; and nothing begins
           with a line that is left out. */
        closed[k] = k > 0 && (top[k] < low || top[k] == bottom[k]);
        if (k == 0 || bottom[k] > low)
            low = bottom[k];
        bottom[k] = low;
    }
    p->top[step] = top;
    p->bottom[step] = bottom;
    p->closed[step] = closed;
}

mpt
pieces_cut(const struct pieces *p, int step, int k)
{
    return k == 0 ? INT_MIN : p->bottom[step][k - 1];
}

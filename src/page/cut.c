#include "page/cut.h"

#include <stdlib.h>

static int
atom_order(const void *a, const void *b)
{
    const struct atom *u = a, *v = b;

    if (u->top != v->top)
        return u->top < v->top ? -1 : 1;
    return (u->bottom > v->bottom) - (u->bottom < v->bottom);
}

/* The atoms, those that overlap made one; the cuts are between them.  The
   array is sorted already. */
static int
merge_atoms(struct arena *a, const struct atom *atoms, int n, bool soft_too,
    struct atom **out)
{
    struct atom *v = NEW(a, struct atom, n + 1);
    int m = 0;

    for (int i = 0; i < n; i++) {
        if (atoms[i].soft && !soft_too)
            continue;
        if (m > 0 && atoms[i].top < v[m - 1].bottom) {
            if (atoms[i].bottom > v[m - 1].bottom)
                v[m - 1].bottom = atoms[i].bottom;
        } else {
            v[m++] = atoms[i];
        }
    }
    *out = v;
    return m;
}

/* How many of `v` from `i` on fit into `room` when the first stands at its
   top. */
static int
atoms_that_fit(const struct atom *v, int n, int i, mpt from, mpt room)
{
    int k = i;

    while (k < n && v[k].bottom - from <= room)
        k++;
    return k - i;
}

static int
skip_before(const struct atom *v, int n, int i, mpt y)
{
    while (i < n && v[i].top < y)
        i++;
    return i;
}

struct cutter
cut_prepare(struct arena *a, struct galley *g)
{
    struct cutter c = {0};

    qsort(g->atoms, (size_t)g->natoms, sizeof *g->atoms, atom_order);
    c.nsoft = merge_atoms(a, g->atoms, g->natoms, true, &c.soft);
    c.nhard = merge_atoms(a, g->atoms, g->natoms, false, &c.hard);
    return c;
}

/* The cut at `to`, or the last one before the soft atom that it would part,
   which begins behind `from`. */
static mpt
before_soft(const struct cutter *c, mpt from, mpt to)
{
    mpt cut = to;

    for (int i = c->isoft; i < c->nsoft && c->soft[i].top < to; i++) {
        if (c->soft[i].bottom <= to)
            continue;
        cut = from;
        for (int k = c->ihard;
             k < c->nhard && c->hard[k].bottom <= c->soft[i].top; k++)
            cut = c->hard[k].bottom;
        break;
    }
    return cut > from ? cut : to;
}

mpt
cut_next(struct cutter *c, mpt from, mpt room, bool fresh)
{
    int k;

    c->isoft = skip_before(c->soft, c->nsoft, c->isoft, from);
    c->ihard = skip_before(c->hard, c->nhard, c->ihard, from);
    k = 0;
    /* Inside a soft atom that was cut already only hard cuts count. */
    if (c->ihard < c->nhard && c->isoft < c->nsoft &&
        c->soft[c->isoft].top <= c->hard[c->ihard].top)
        k = atoms_that_fit(c->soft, c->nsoft, c->isoft, from, room);
    if (k > 0)
        return c->soft[c->isoft + k - 1].bottom;
    k = atoms_that_fit(c->hard, c->nhard, c->ihard, from, room);
    if (c->isoft < c->nsoft && c->ihard < c->nhard &&
        c->soft[c->isoft].top <= c->hard[c->ihard].top && !fresh)
        return from;
    if (k > 0)
        return before_soft(c, from, c->hard[c->ihard + k - 1].bottom);
    return fresh ? c->hard[c->ihard].bottom : from;
}

mpt
cut_top(const struct cutter *c, mpt y)
{
    int i = skip_before(c->hard, c->nhard, c->ihard, y);

    return i < c->nhard ? c->hard[i].top : y;
}

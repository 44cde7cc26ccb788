/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "page/galley.h"

#include <string.h>

enum { GALLEY_FIRST = 32 };

static struct arena *
strip_of(const struct galley *g)
{
    return g->strip != NULL ? g->strip : g->a;
}

void
galley_reserve(struct galley *g, const struct galley *of)
{
    if (!g->measures && of->nmarks > 0) {
        g->capmarks = of->nmarks;
        g->marks = NEW(strip_of(g), struct galley_mark, g->capmarks);
    }
    if (of->natoms > 0) {
        g->capatoms = of->natoms;
        g->atoms = NEW(strip_of(g), struct atom, g->capatoms);
    }
    if (of->nanchors > 0) {
        g->capanchors = of->nanchors;
        g->anchors = NEW(strip_of(g), struct anchor, g->capanchors);
    }
}

/* Adds a mark of `b` that belongs to the atom at `at`; returns its index. */
int
galley_mark(struct galley *g, const struct block *b, mpt at, struct mark mark)
{
    if (g->measures) {
        if (g->marks == NULL)
            g->marks = NEW(strip_of(g), struct galley_mark, 1);
        return 0;
    }
    mark.block = b;
    if (b == NULL || b->artifact)
        mark.artifact = true;
    GROW(strip_of(g), g->marks, g->nmarks, g->capmarks, GALLEY_FIRST);
    g->marks[g->nmarks] = (struct galley_mark){.mark = mark, .at = at};
    return g->nmarks++;
}

void
galley_atom(struct galley *g, mpt top, mpt bottom, bool soft)
{
    GROW(strip_of(g), g->atoms, g->natoms, g->capatoms, GALLEY_FIRST);
    g->atoms[g->natoms++] =
        (struct atom){.top = top, .bottom = bottom, .soft = soft};
}

void
galley_anchor(struct galley *g, const struct block *b, mpt y)
{
    GROW(strip_of(g), g->anchors, g->nanchors, g->capanchors, GALLEY_FIRST);
    g->anchors[g->nanchors++] = (struct anchor){.block = b, .y = y};
}

int
galley_carry(struct galley *g, const struct galley *of, int first, mpt top,
    mpt after, mpt h)
{
    struct carried c = {.after = after, .until = after, .h = h};

    c.n = of->nmarks - first;
    c.marks = NEW(strip_of(g), struct mark, c.n + 1);
    for (int i = 0; i < c.n; i++) {
        c.marks[i] = of->marks[first + i].mark;
        c.marks[i].y -= top;
        c.marks[i].block = NULL;
        c.marks[i].artifact = true;
    }
    GROW(strip_of(g), g->carried, g->ncarried, g->capcarried, GALLEY_FIRST);
    g->carried[g->ncarried] = c;
    return g->ncarried++;
}

int
galley_color(const struct galley *g, enum color color)
{
    return color == COLOR_NONE ? -1 : g->layout->colors[color];
}

mpt
galley_given(struct galley *g, mpt v)
{
    g->yields |= v > 0;
    return give_part(v, g->give->gaps);
}

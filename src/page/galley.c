#include "page/galley.h"

#include <string.h>

/* Adds a mark of `b` that belongs to the atom at `at`; returns its index. */
int
galley_mark(struct galley *g, const struct block *b, mpt at, struct mark mark)
{
    mark.block = b;
    if (b == NULL || b->artifact)
        mark.artifact = true;
    GROW(g->a, g->marks, g->nmarks, g->capmarks, 256);
    g->marks[g->nmarks] = (struct galley_mark){.mark = mark, .at = at};
    return g->nmarks++;
}

void
galley_atom(struct galley *g, mpt top, mpt bottom, bool soft)
{
    GROW(g->a, g->atoms, g->natoms, g->capatoms, 256);
    g->atoms[g->natoms++] =
        (struct atom){.top = top, .bottom = bottom, .soft = soft};
}

void
galley_anchor(struct galley *g, const struct block *b, mpt y)
{
    GROW(g->a, g->anchors, g->nanchors, g->capanchors, 256);
    g->anchors[g->nanchors++] = (struct anchor){.block = b, .y = y};
}

int
galley_head(struct galley *g, mpt from, mpt to, int first)
{
    GROW(g->a, g->heads, g->nheads, g->capheads, 256);
    g->heads[g->nheads] = (struct table_head){
        .from = from, .to = to, .until = to, .first = first, .last = g->nmarks};
    return g->nheads++;
}

int
galley_color(const struct galley *g, enum color color)
{
    return color == COLOR_NONE ? -1 : g->layout->colors[color];
}

#include "page/galley.h"

#include <string.h>

static void *
galley_grow(struct arena *a, void *v, int n, int *cap, size_t size)
{
    void *more;

    if (n < *cap)
        return v;
    *cap = *cap == 0 ? 256 : *cap * 2;
    more = arena_raw_n(a, size, (size_t)*cap);
    if (n > 0)
        memcpy(more, v, (size_t)n * size);
    return more;
}

/* Adds a mark of `b` that belongs to the atom at `at`; returns its index. */
int
galley_mark(struct galley *g, const struct block *b, mpt at, struct mark mark)
{
    mark.block = b;
    if (b == NULL || b->artifact)
        mark.artifact = true;
    g->marks = galley_grow(
        g->a, g->marks, g->nmarks, &g->capmarks, sizeof(struct galley_mark));
    g->marks[g->nmarks] = (struct galley_mark){.mark = mark, .at = at};
    return g->nmarks++;
}

void
galley_atom(struct galley *g, mpt top, mpt bottom, bool soft)
{
    g->atoms = galley_grow(
        g->a, g->atoms, g->natoms, &g->capatoms, sizeof(struct atom));
    g->atoms[g->natoms++] =
        (struct atom){.top = top, .bottom = bottom, .soft = soft};
}

void
galley_anchor(struct galley *g, const struct block *b, mpt y)
{
    g->anchors = galley_grow(
        g->a, g->anchors, g->nanchors, &g->capanchors, sizeof(struct anchor));
    g->anchors[g->nanchors++] = (struct anchor){.block = b, .y = y};
}

int
galley_head(struct galley *g, mpt from, mpt to, int first)
{
    g->heads = galley_grow(
        g->a, g->heads, g->nheads, &g->capheads, sizeof(struct table_head));
    g->heads[g->nheads] = (struct table_head){
        .from = from, .to = to, .until = to, .first = first, .last = g->nmarks};
    return g->nheads++;
}

int
galley_color(const struct galley *g, enum color color)
{
    return color == COLOR_NONE ? -1 : g->layout->colors[color];
}

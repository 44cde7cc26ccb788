/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "page/galley.h"

#include "page/line.h"

/* White space between columns that were moved. */
#define COLUMN_GAP MM(4)

/* The widest text in a block, on one line. */
static mpt
natural_width(const struct galley *g, const struct block *b)
{
    mpt widest = 0;

    if (b->kind == BLOCK_TEXT)
        return line_width(g->metrics, b->as.text.runs, b->as.text.n,
            &g->layout->styles[b->as.text.style]);
    for (const struct block *c = b->first; c != NULL; c = c->next) {
        mpt w = natural_width(g, c);

        if (w > widest)
            widest = w;
    }
    return widest;
}

/* The width to which the widest columns are cut so that all fit: the share of
   the room that is left when narrower ones have what they need. */
static mpt
fair_width(const struct column *v, int n, mpt room)
{
    mpt fair = room / n;

    for (int pass = 0; pass < n; pass++) {
        mpt left = room;
        int wide = 0;

        for (int i = 0; i < n; i++) {
            if (v[i].w <= fair)
                left -= v[i].w;
            else
                wide++;
        }
        if (wide == 0 || left / wide <= fair)
            break;
        fair = left / wide;
    }
    return fair;
}

/* One behind the other, the white space that is left spread between them. */
static void
spread_columns(struct column *v, int n, mpt w)
{
    mpt sum = 0, gap, x = 0;

    for (int i = 0; i < n; i++)
        sum += v[i].w;
    gap = n > 1 ? (w - sum) / (n - 1) : 0;
    for (int i = 0; i < n; i++) {
        v[i].x = x;
        x += v[i].w + gap;
    }
}

const struct column *
columns_fit(struct galley *g, const struct block *row, mpt w)
{
    struct column *given, *natural;
    mpt sum = 0, room;
    int n = 0, i = 0;
    bool fits = true;

    for (const struct block *c = row->first; c != NULL; c = c->next)
        n++;
    given = NEW(g->a, struct column, n);
    natural = NEW(g->a, struct column, n);
    for (const struct block *c = row->first; c != NULL; c = c->next, i++) {
        given[i].x = c->x;
        given[i].w = c->w > 0 ? c->w : w - c->x;
        natural[i].w = natural_width(g, c);
        if (natural[i].w == 0) /* a line to write on */
            natural[i].w = given[i].w;
        fits &= natural[i].w <= given[i].w;
        sum += natural[i].w;
    }
    if (fits)
        return given;
    room = w - (n - 1) * COLUMN_GAP;
    if (sum > room) {
        mpt fair = fair_width(natural, n, room);

        for (i = 0; i < n; i++)
            if (natural[i].w > fair)
                natural[i].w = fair;
    }
    spread_columns(natural, n, w);
    return natural;
}

/* Where the next parts begin if those of `at`, one of each column, stand at
   `y`; nothing stays of having tried. */
static mpt
below_parts(struct galley *g, const struct block *row,
    const struct block *const *at, mpt x, mpt w, mpt y)
{
    int marks = g->nmarks, atoms = g->natoms, anchors = g->nanchors;
    int carried = g->ncarried, i = 0;
    mpt bottom = y;

    for (const struct block *c = row->first; c != NULL; c = c->next, i++) {
        mpt end;

        if (at[i] == NULL)
            continue;
        end = place_children(
            g, at[i], at[i]->next, y, x + c->x, c->w > 0 ? c->w : w - c->x);
        if (end > bottom)
            bottom = end;
    }
    g->nmarks = marks;
    g->natoms = atoms;
    g->nanchors = anchors;
    g->ncarried = carried;
    return bottom;
}

/* The first part of each column that is behind `n` others; false: none. */
static bool
parts_at(const struct block *row, int n, const struct block **at)
{
    bool some = false;
    int i = 0;

    for (const struct block *c = row->first; c != NULL; c = c->next, i++) {
        at[i] = c->first;
        for (int k = 0; k < n && at[i] != NULL; k++)
            at[i] = at[i]->next;
        some |= at[i] != NULL;
    }
    return some;
}

mpt
columns_level(struct galley *g, const struct block *row, mpt x, mpt w, mpt y)
{
    const struct block **at;
    mpt *tops, bottom = y;
    int columns = 0, parts = 0;

    for (const struct block *c = row->first; c != NULL; c = c->next)
        columns++;
    at = NEW(g->a, const struct block *, columns);
    while (parts_at(row, parts, at))
        parts++;
    tops = NEW(g->a, mpt, parts + 1);
    tops[0] = y;
    for (int k = 0; k < parts && parts_at(row, k, at); k++)
        tops[k + 1] = below_parts(g, row, at, x, w, tops[k]);
    for (const struct block *c = row->first; c != NULL; c = c->next) {
        int k = 0;

        for (const struct block *p = c->first; p != NULL; p = p->next, k++) {
            mpt end = place_children(
                g, p, p->next, tops[k], x + c->x, c->w > 0 ? c->w : w - c->x);

            if (end > bottom)
                bottom = end;
        }
    }
    return bottom;
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "page/galley.h"

#include <string.h>

/* Each kind of block knows how to set itself at a given place; what it needs
   from its surroundings is the column and the top.  Marks carry their final
   look, so nothing is measured again when they are drawn. */

#define WRITING_WEIGHT PT(0.45)

/* How much of what stands before a block goes along with it. */
#define KEEP_END MM(20)

/* What is no higher goes along whole. */
#define KEEP_WHOLE MM(60)

/* Rules, lines, figures --------------------------------------------- */

/* A rule has no height.  One that ends a part is bound to what is above it, one
   between two parts to neither. */
static mpt
place_rule(struct galley *g, const struct block *b, mpt x, mpt w, mpt y)
{
    mpt top = b->keep_next ? y : y - b->as.rule.weight;
    int i;

    i = galley_mark(g, b, top,
        (struct mark){.kind = MARK_LINE,
            .x = x,
            .y = y,
            .w = w,
            .fill = -1,
            .stroke = galley_color(g, b->as.rule.color),
            .weight = b->as.rule.weight});
    g->marks[i].between = b->as.rule.between;
    if (!b->as.rule.between)
        galley_atom(g, top, top + b->as.rule.weight, false);
    return y;
}

/* A strip to type in: one of several above one another, or one place. */
static void
place_input(struct galley *g, const struct block *b, const struct input *input,
    mpt x, mpt y, mpt w, mpt h, mpt at)
{
    galley_mark(g, b, at,
        (struct mark){.kind = MARK_INPUT,
            .x = x,
            .y = y,
            .w = w,
            .h = h,
            .size = g->layout->styles[STYLE_BODY].size,
            .fill = -1,
            .stroke = -1,
            .input = input});
}

static mpt
place_lines(struct galley *g, const struct block *b, mpt x, mpt w, mpt y)
{
    int wished = b->as.lines.n, n = wished > 0 ? wished : g->fill_lines;
    mpt pitch = b->as.lines.pitch;

    if (wished > 0) {
        g->yields |= b->as.lines.tight > 0 || b->as.lines.least < wished;
        pitch -= give_part(b->as.lines.tight, g->give->pitch);
        n -= (wished - b->as.lines.least) * g->give->lines / 1000;
    }
    for (int i = 0; i < n; i++, y += pitch) {
        galley_mark(g, b, y,
            (struct mark){.kind = MARK_LINE,
                .x = x,
                .y = y + pitch,
                .w = w,
                .fill = -1,
                .stroke = galley_color(g, COLOR_LINE),
                .weight = WRITING_WEIGHT});
        if (b->as.lines.input != NULL)
            place_input(g, b, b->as.lines.input, x, y, w, pitch, y);
        galley_atom(g, y, y + pitch, false);
    }
    for (int i = n; i < wished; i++) /* left out: the same atoms on each step */
        galley_atom(g, y, y, false);
    return y;
}

static int
place_shaped(struct galley *g, const struct block *b, mpt x, mpt y,
    enum align align, const struct style_def *style, enum color ink,
    const char *s, mpt at)
{
    const struct shaped *shaped =
        g->metrics->shape(g->metrics->ctx, style->face, s, strlen(s));
    mpt w = (mpt)((long long)shaped->width * style->size / 1000);

    if (align == ALIGN_RIGHT)
        x -= w;
    else if (align == ALIGN_CENTER)
        x -= w / 2;
    return galley_mark(g, b, at,
        (struct mark){.kind = MARK_GLYPHS,
            .x = x,
            .y = y,
            .w = w,
            .size = style->size,
            .fill = galley_color(g, ink == COLOR_NONE ? style->color : ink),
            .stroke = -1,
            .glyphs = shaped->glyphs,
            .nglyphs = shaped->n});
}

static void
place_shape(struct galley *g, const struct block *b, const struct shape *s,
    mpt x, mpt y)
{
    static const enum mark_kind kinds[] = {
        [SHAPE_RECT] = MARK_RECT,
        [SHAPE_LINE] = MARK_LINE,
        [SHAPE_DISC] = MARK_DISC,
        [SHAPE_DIAMOND] = MARK_DIAMOND,
        [SHAPE_TRIANGLE] = MARK_TRIANGLE,
        [SHAPE_IMAGE] = MARK_IMAGE,
    };
    int i;

    if (s->kind == SHAPE_INPUT) {
        place_input(g, b, s->input, x + s->x, y + s->y, s->w, s->h, y);
        return;
    }
    if (s->kind == SHAPE_TEXT) {
        i = place_shaped(g, b, x + s->x, y + s->y, s->align,
            &g->layout->styles[s->style], s->ink, s->text, y);
    } else {
        i = galley_mark(g, b, y,
            (struct mark){.kind = kinds[s->kind],
                .x = x + s->x,
                .y = y + s->y,
                .w = s->w,
                .h = s->h,
                .fill = galley_color(g, s->fill),
                .stroke = galley_color(g, s->stroke),
                .weight = s->weight,
                .radius = s->radius,
                .dash = s->dash,
                .image = s->image});
    }
    if (s->artifact)
        g->marks[i].mark.artifact = true;
}

static mpt
place_figure(struct galley *g, const struct block *b, mpt x, mpt y)
{
    for (int i = 0; i < b->as.figure.n && !g->measures; i++)
        place_shape(g, b, &b->as.figure.v[i], x, y);
    if (b->as.figure.h > 0)
        galley_atom(g, y, y + b->as.figure.h, false);
    return y + b->as.figure.h;
}

/* Groups and columns ------------------------------------------------ */

/* Ties what stands from `top` on to the beginning of what was placed as the
   atoms from `first` on; where that is high, hard only its end, which is what
   begins at `end` or below. */
static void
keep_with_next(struct galley *g, mpt top, mpt end, int first)
{
    const struct atom *hard = NULL, *soft = NULL;

    for (int i = first; i < g->natoms; i++) {
        const struct atom *t = &g->atoms[i];
        const struct atom **best = t->soft ? &soft : &hard;

        if (*best == NULL || t->top < (*best)->top ||
            (t->top == (*best)->top && t->bottom < (*best)->bottom))
            *best = t;
    }
    if (hard != NULL)
        galley_atom(g, end, hard->bottom, false);
    if (hard != NULL && end > top)
        galley_atom(g, top, hard->bottom, true);
    if (soft != NULL && (hard == NULL || soft->top <= hard->top))
        galley_atom(g, top, soft->bottom, true);
}

/* The top of the last KEEP_END or so of what was placed as the atoms from
   `from` up to `first`. */
static mpt
last_part(const struct galley *g, int from, int first)
{
    mpt end = 0, top;

    for (int i = from; i < first; i++)
        if (g->atoms[i].bottom > end)
            end = g->atoms[i].bottom;
    top = end;
    for (int i = from; i < first; i++)
        if (!g->atoms[i].soft && g->atoms[i].bottom > end - KEEP_END &&
            g->atoms[i].top < top)
            top = g->atoms[i].top;
    return top;
}

/* Ties the beginning of what was placed as the atoms from `first` on to the end
   of what was placed before it, as the atoms from `from` on. */
static void
keep_with_previous(struct galley *g, int from, int first)
{
    mpt top = last_part(g, from, first);

    if (from < first)
        keep_with_next(g, top, top, first);
}

/* A text that a layout left empty: it takes no room, nor its white space. */
static bool
is_empty(const struct block *b)
{
    return b->kind == BLOCK_TEXT && b->as.text.n == 0;
}

mpt
place_children(struct galley *g, const struct block *first,
    const struct block *stop, mpt y, mpt x, mpt w)
{
    const struct block *before = NULL;
    mpt before_top = 0, before_bottom = 0, from = y;
    int marks = g->nmarks, head = -1, before_atoms = g->natoms;

    for (const struct block *c = first; c != stop; c = c->next) {
        int atoms = g->natoms;
        mpt top;

        if (c->notes || is_empty(c))
            continue;
        top = y + c->before - galley_given(g, c->tight);
        if (before == NULL)
            from = top;
        else if (before->repeat && !c->repeat)
            head = galley_carry(g, g, marks, from, top, top - from);
        y = place_block(g, c, x, w, top) + c->after -
            galley_given(g, c->tight_after);
        if (before != NULL && before->keep_next)
            keep_with_next(g, before_top,
                before_bottom - before_top > KEEP_WHOLE
                    ? last_part(g, before_atoms, atoms)
                    : before_top,
                atoms);
        if (before != NULL && c->keep_prev)
            keep_with_previous(g, before_atoms, atoms);
        before = c;
        before_atoms = atoms;
        before_top = top;
        before_bottom = y;
    }
    if (head >= 0)
        g->carried[head].until = y;
    return y;
}

static mpt place_at(
    struct galley *g, const struct block *b, mpt x, mpt w, mpt y);

static mpt
place_columns(struct galley *g, const struct block *b, mpt x, mpt w, mpt y)
{
    const struct column *fitted = b->fit ? columns_fit(g, b, w) : NULL;
    mpt bottom = y;
    int i = 0;

    if (b->level)
        return columns_level(g, b, x, w, y);
    for (const struct block *c = b->first; c != NULL; c = c->next, i++) {
        mpt top = y + c->before;
        mpt end = fitted != NULL
                      ? place_at(g, c, x + fitted[i].x, fitted[i].w, top)
                      : place_block(g, c, x, w, top);

        end += c->after;
        if (end > bottom)
            bottom = end;
    }
    return bottom;
}

static mpt
place_kind(struct galley *g, const struct block *b, mpt x, mpt w, mpt y)
{
    switch (b->kind) {
    case BLOCK_GROUP:
        return place_children(g, b->first, NULL, y, x, w);
    case BLOCK_COLUMNS:
        return place_columns(g, b, x, w, y);
    case BLOCK_TEXT:
        return place_text(g, b, x, w, y);
    case BLOCK_WORDS:
        return place_words(g, b, x, w, y);
    case BLOCK_RULE:
        return place_rule(g, b, x, w, y);
    case BLOCK_LINES:
        return place_lines(g, b, x, w, y);
    case BLOCK_FIGURE:
        return place_figure(g, b, x, y);
    }
    return y;
}

static void
place_bar(struct galley *g, const struct bar *bar, mpt x, mpt y)
{
    int i = galley_mark(g, NULL, y + bar->top,
        (struct mark){.kind = MARK_RECT,
            .x = x + bar->x,
            .y = y + bar->top,
            .w = bar->w,
            .fill = galley_color(g, bar->color),
            .stroke = -1});

    g->marks[i].stretch = true;
}

/* The top of what was placed as the atoms from `first` on. */
static mpt
atoms_top(const struct galley *g, int first, mpt top)
{
    for (int i = first; i < g->natoms; i++)
        if (i == first || g->atoms[i].top < top)
            top = g->atoms[i].top;
    return top;
}

/* Sets what stands above or beside the rest of `b` on a further page; returns
   its index.  `h` is how much of the rest must come along beside it. */
static int
place_again(
    struct galley *g, const struct block *b, mpt x, mpt w, mpt y, mpt *h)
{
    struct galley own = {.a = g->a,
        .strip = g->strip,
        .metrics = g->metrics,
        .doc = g->doc,
        .layout = g->layout,
        .refs = g->refs,
        .nrefs = g->nrefs,
        .npages = g->npages,
        .give = &give_ladder[0],
        .measures = g->measures,
        .kept = g->kept};
    mpt bottom = place_block(&own, b->again, x, w, 0) + b->again->after;

    *h = b->beside ? bottom : 0;
    return galley_carry(g, &own, 0, 0, y, b->beside ? 0 : bottom);
}

/* Places a block whose own column is x, w. */
static mpt
place_at(struct galley *g, const struct block *b, mpt x, mpt w, mpt y)
{
    int bars = g->nmarks, atoms = g->natoms, again = -1;
    mpt bottom, least, rest = 0;

    if (b->again != NULL)
        again = place_again(g, b, x, w, y, &rest);
    if (b->section != NULL || b->bookmark != NULL || b->target)
        galley_anchor(g, b, y);
    for (int i = 0; i < b->nbars; i++)
        place_bar(g, &b->bars[i], x, y);
    bottom = place_kind(g, b, x, w, y);
    least = y + b->min_h - galley_given(g, b->tight_h);
    if (bottom < least)
        bottom = least;
    for (int i = 0; i < b->nbars && !g->measures; i++) {
        struct mark *m = &g->marks[bars + i].mark;

        m->h = bottom - b->bars[i].bottom - m->y;
    }
    if (bottom > y && (b->keep || bottom - y <= b->keep_below))
        galley_atom(g, y, bottom, true);
    if (again >= 0) {
        g->carried[again].after = atoms_top(g, atoms, y);
        g->carried[again].until = bottom;
        galley_atom(g, bottom - rest > y ? bottom - rest : y, bottom, false);
    }
    return bottom;
}

mpt
place_block(struct galley *g, const struct block *b, mpt x, mpt w, mpt y)
{
    return place_at(g, b, x + b->x, b->w > 0 ? b->w : w - b->x, y);
}

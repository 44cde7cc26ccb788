/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "page/set.h"

#include <string.h>

/* Glyphs and segments of a line are gathered in the setter, then copied to
   their places.  Until then a segment's glyphs are those behind the ones of
   the segments before it. */

/* A justified line whose spaces would be wider than GAP_GOOD, per mille of
   their own width, hides a little of that between its letters, at most
   LETTER_MAX; one that would need more than GAP_MAX per space stays ragged.
   Both in 1/1000 em. */
enum { GAP_GOOD = 1330, LETTER_MAX = 12, GAP_MAX = 1000 };

/* What a justified line gains, 1/1000 em. */
struct spread {
    int64_t gaps; /* all its spaces together */
    int letter;   /* each letter */
};

/* A stretch of one line: from, the first glyph, n of them. */
struct part {
    const struct glyph *glyphs;
    int n;
};

static struct segment *
set_segment(
    struct setter *s, bool chip, enum face face, unsigned under, mpt size)
{
    struct segment *seg;

    if (s->nsegments > 0) {
        seg = &s->segments[s->nsegments - 1];
        if (!chip && !seg->chip && seg->face == face && seg->under == under)
            return seg;
    }
    GROW(s->work, s->segments, s->nsegments, s->segment_cap, 16);
    seg = &s->segments[s->nsegments++];
    *seg = (struct segment){.chip = chip,
        .under = under,
        .face = face,
        .size = size,
        .x = (mpt)(s->x / 1000)};
    return seg;
}

/* Adds glyphs to a segment; `more` is added to their advances. */
static void
set_glyphs(struct setter *s, struct segment *seg, const struct glyph *glyphs,
    int n, int more)
{
    for (int i = 0; i < n; i++) {
        struct glyph *g;

        GROW(s->work, s->glyphs, s->nglyphs, s->glyph_cap, 16);
        g = &s->glyphs[s->nglyphs++];
        *g = glyphs[i];
        g->advance = type_advance(g->advance, more);
        s->x += (int64_t)g->advance * seg->size;
    }
    seg->nglyphs += n;
}

static void
set_text(struct setter *s, bool strong, unsigned under,
    const struct glyph *glyphs, int n, int more)
{
    const struct type *t = s->type;
    struct segment *seg =
        set_segment(s, false, t->face[strong], under, t->size);

    set_glyphs(s, seg, glyphs, n, more);
    seg->w = box_mpt(s->x) - seg->x;
}

static void
set_chip(struct setter *s, const struct box *b)
{
    int64_t x = s->x;
    struct segment *seg =
        set_segment(s, true, FACE_BOLD, 0, s->type->chip_size);

    seg->of = b->item.of;
    set_glyphs(s, seg, b->shaped->glyphs, b->shaped->n, 0);
    s->x = x + b->w;
    seg->w = box_mpt(b->w);
}

/* The space behind box i, `extra` wider, with the lines `under` it. */
static void
set_gap(struct setter *s, int i, enum joint joint, unsigned under, int extra)
{
    const struct item *before = &s->boxes->v[i].item;

    set_text(s, !before->chip && before->strong, under,
        type_gap(s->type, joint, before), 1, extra);
}

/* What of box i stands on the line between two stops.  A cut that ends in a
   hyphen counts bytes, another one glyphs; a box has only cuts of one kind. */
static struct part
set_part(const struct setter *s, int i, const struct stop *from,
    const struct stop *to)
{
    const struct box *b = &s->boxes->v[i];
    int head = i == from->item ? from->cut : 0;
    int tail = i == to->item ? to->cut : 0;
    bool shy = to->hyphen && i == to->item - (to->cut == 0);
    const struct shaped *shaped = b->shaped;

    if (from->hyphen ? shy || head > 0 : shy && head == 0) {
        int len = shy && tail > 0 ? tail : (int)b->item.len;

        shaped = box_part(s->work, s->type, b, head, len, shy);
        head = tail = 0;
    }
    return (struct part){
        shaped->glyphs + head, (tail > 0 ? tail : shaped->n) - head};
}

/* Copies what was gathered to a new line of the paragraph. */
static void
set_finish(struct setter *s, mpt w)
{
    struct paragraph *out = s->out;
    struct line *line;
    struct glyph *g = arena_raw_n(s->a, sizeof *g, (size_t)s->nglyphs);

    GROW(s->a, out->lines, out->n, s->line_cap, 16);
    line = &out->lines[out->n++];
    *line = (struct line){.n = s->nsegments, .w = w, .beside = s->beside};
    line->segments =
        arena_raw_n(s->a, sizeof *line->segments, (size_t)s->nsegments);
    if (s->nsegments > 0)
        memcpy(line->segments, s->segments,
            (size_t)s->nsegments * sizeof *s->segments);
    if (s->nglyphs > 0)
        memcpy(g, s->glyphs, (size_t)s->nglyphs * sizeof *g);
    for (int k = 0; k < line->n; k++) {
        line->segments[k].glyphs = g;
        g += line->segments[k].nglyphs;
    }
    s->nsegments = s->nglyphs = s->beside = 0;
    s->x = 0;
}

/* How a justified line is filled. */
static struct spread
set_spread(
    const struct setter *s, const struct stop *from, const struct stop *to)
{
    int64_t slack = s->width - (to->end - from->start), size = s->type->size;
    int64_t gaps = to->gaps_end - from->gaps_start, letters = 0, over;
    struct spread spread = {0};

    if (gaps == 0 || slack > gaps * GAP_MAX * size)
        return spread;
    spread.gaps = slack >= 0 ? slack / size : -((size - 1 - slack) / size);
    over = spread.gaps -
           gaps * s->type->space[0].advance * (GAP_GOOD - 1000) / 1000;
    if (over <= 0)
        return spread;
    for (int i = from->item; i < to->item + (to->cut > 0); i++) {
        struct part part = set_part(s, i, from, to);

        for (int k = 0; k < part.n && !s->boxes->v[i].item.chip; k++)
            letters += part.glyphs[k].advance != 0;
    }
    if (letters > 0) {
        spread.letter =
            over / letters < LETTER_MAX ? (int)(over / letters) : LETTER_MAX;
        spread.gaps -= letters * spread.letter;
    }
    return spread;
}

/* The space at a line's end, which is no part of what is printed. */
static void
set_end_space(struct setter *s, int i, enum joint joint)
{
    mpt w = box_mpt(s->x);
    struct segment *seg;

    set_gap(s, i, joint, s->boxes->v[i].item.under, 0);
    seg = &s->segments[s->nsegments - 1];
    seg->w = w - seg->x;
}

void
set_line(struct setter *s, const struct stop *from, const struct stop *to,
    bool last, bool more)
{
    const struct box *v = s->boxes->v;
    int gaps = to->gaps_end - from->gaps_start, gap = 0;
    int end = to->item + (to->cut > 0);
    bool spreads = s->justified && (!last || to->end - from->start > s->width);
    struct spread spread = {0};
    int64_t given = 0;
    mpt w;

    if (spreads)
        spread = set_spread(s, from, to);
    for (int i = from->item; i < end; i++) {
        enum joint joint = i > from->item ? v[i].item.joint : JOINT_NONE;
        int64_t due = given;
        struct part part;

        if (joint_stretch[joint])
            due = spread.gaps * ++gap / gaps;
        if (joint_space[joint])
            set_gap(s, i - 1, joint, v[i - 1].item.under & v[i].item.under,
                (int)(due - given));
        given = due;
        if (i > from->item || from->cut == 0)
            s->beside += v[i].item.beside;
        if (v[i].item.chip) {
            set_chip(s, &v[i]);
            continue;
        }
        part = set_part(s, i, from, to);
        set_text(s, v[i].item.strong, v[i].item.under, part.glyphs, part.n,
            s->type->tracking + spread.letter);
    }
    w = box_mpt(s->x);
    if (to->cut == 0 && more) {
        enum joint joint =
            to->item < s->boxes->n ? v[to->item].item.joint : JOINT_BREAK;

        if (joint_space[joint])
            set_end_space(s, end - 1, joint);
    }
    set_finish(s, w);
}

void
set_empty(struct setter *s)
{
    set_finish(s, 0);
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Shaped items on one endless line, and what a style makes of their widths.
   Widths are in 1/1000 mpt, in which an advance (1/1000 em) times a size (mpt)
   is exact.  Used by page/line and page/set. */
#ifndef PAGE_BOX_H
#define PAGE_BOX_H

#include "page/item.h"
#include "page/metrics.h"

/* Text in a style. */
struct type {
    const struct metrics *m;
    enum face face[2]; /* plain, strong */
    mpt size, chip_size;
    int tracking; /* 1/1000 em */
    struct glyph space[2], chip_gap, chip_gap_strong, row_gap;
};

struct box {
    struct item item;
    const struct shaped *shaped;
    int64_t left, w;
    int gaps;    /* that stretch, before it */
    int letters; /* before it */
};

struct boxes {
    struct box *v;
    int n, cap;
};

/* Which joints are a space glyph, and which of these stretch. */
extern const bool joint_space[JOINT_COUNT], joint_stretch[JOINT_COUNT];

struct type type_new(const struct metrics *m, const struct style_def *style);

/* `advance` with `more`, within what a glyph holds; a mark of no width keeps
   none. */
int16_t type_advance(int advance, int more);

/* Widths: of glyphs with the style's tracking, of a shaped item, and of a
   joint behind an item. */
int64_t type_width(const struct type *t, const struct glyph *glyphs, int n);
int64_t type_item_width(
    const struct type *t, const struct item *item, const struct shaped *shaped);
int64_t type_gap_width(
    const struct type *t, enum joint joint, const struct item *before);

/* The space glyph of a joint behind an item. */
const struct glyph *type_gap(
    const struct type *t, enum joint joint, const struct item *before);

const struct shaped *type_shape(const struct type *t, const struct item *item);

/* Shapes a box's text from byte `from` to `to`, with a soft hyphen behind it
   if asked; `a` holds the text meanwhile. */
const struct shaped *box_part(struct arena *a, const struct type *t,
    const struct box *b, int from, int to, bool hyphen);

/* Puts an item behind the boxes; the joint before the first one is nothing. */
void box_add(struct arena *a, struct boxes *boxes, const struct type *t,
    const struct item *item);

/* 1/1000 mpt to mpt, upwards. */
mpt box_mpt(int64_t w);

#endif

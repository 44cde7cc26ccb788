/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Paragraphs to lines.  The one place where lines are broken: total-fit
   (Knuth and Plass, Breaking Paragraphs into Lines, 1981) for ragged and
   justified text. */
#ifndef PAGE_LINE_H
#define PAGE_LINE_H

#include "page/metrics.h"
#include "report/block.h"

/* A stretch of one line in one face, or a chip. */
struct segment {
    bool chip;
    unsigned under;         /* lines under it */
    const struct block *of; /* of a chip: its link, or NULL */
    enum face face;
    mpt size;
    mpt x, w; /* from the line's left; a chip's box with its padding; a text
                 without the space at the line's end */
    const struct glyph *glyphs; /* of a chip: its text */
    int nglyphs;
};

struct line {
    struct segment *segments;
    int n;
    int beside; /* blocks that stand in the margin beside it */
    mpt w;      /* what is printed: without the space at its end */
};

struct paragraph {
    struct line *lines;
    int n;
    long tried; /* lines weighed to choose these: a measure of the work */
};

/* Chip geometry, shared with drawing: the box's padding left
   and right of its text, and the share of the surrounding size its text has. */
enum { CHIP_SIZE_PERMILLE = 720 };
#define CHIP_PAD MM(1.3)

/* Breaks `runs` in `style` into lines of at most `width`.  Page runs must be
   resolved to text before.  White space is folded to single spaces; an empty
   line in the text ends a line.  Every line but the last ends in a real space
   glyph or a soft hyphen, so that no two words run together when the text is
   extracted; only a word that goes on behind its own hyphen, dash or slash, or
   is wider than the line and broken between glyphs, has neither.  A chip never
   begins a line, but in a row of more than three.  At least one line, empty
   for no text.  Glyph texts point into the metrics. */
void line_break(struct arena *a, const struct metrics *m,
    const struct run *runs, int nruns, const struct style_def *style,
    enum lang lang, mpt width, struct paragraph *out);

/* The width of `runs` on one line. */
mpt line_width(const struct metrics *m, const struct run *runs, int nruns,
    const struct style_def *style);

#endif

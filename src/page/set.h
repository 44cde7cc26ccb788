/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Boxes between two stops to a line of segments.  Used by page/line. */
#ifndef PAGE_SET_H
#define PAGE_SET_H

#include "page/box.h"
#include "page/fit.h"
#include "page/line.h"

/* The setting of a paragraph.  The members of the first group are its user's;
   the others hold the line being set. */
struct setter {
    struct arena *a, *work; /* of the lines, and of what is gathered */
    const struct type *type;
    const struct boxes *boxes;
    int64_t width; /* 1/1000 mpt */
    bool justified;
    struct paragraph *out;

    int line_cap;
    struct glyph *glyphs;
    int nglyphs, glyph_cap;
    struct segment *segments;
    int nsegments, segment_cap;
    int64_t x;  /* where the next glyph comes */
    int beside; /* blocks in the margin of the line */
};

/* Adds the line from `from` to `to` to the paragraph.  `last` of a section: it
   is not stretched.  `more` says that text follows: it ends in its space. */
void set_line(struct setter *s, const struct stop *from, const struct stop *to,
    bool last, bool more);

/* Adds an empty line. */
void set_empty(struct setter *s);

#endif

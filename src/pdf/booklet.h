/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The order and size of pages in a booklet: sheets that are printed on both
   sides, laid on one another and folded once. */
#ifndef PDF_BOOKLET_H
#define PDF_BOOKLET_H

#include "base/units.h"

#include <stdbool.h>

/* A side of a sheet holds two pages. */
enum { BOOKLET_BLANK = -1 };

struct booklet {
    int sides;          /* two for each sheet */
    mpt w, h;           /* of a side, which is wider than high */
    mpt page_w, page_h; /* of a page as it is made */
    int ppm; /* how much a page is made smaller: millionths of its size */
};

/* Of `n` pages (at least one) of a size.  A page becomes no larger; the sheet
   is A4, or Letter where the page is one. */
struct booklet booklet_of(int n, mpt page_w, mpt page_h);

/* The numbers, from 0, of the pages at the left and the right of side `side`,
   or BOOKLET_BLANK. */
void booklet_side(const struct booklet *b, int n, int side, int out[2]);

/* Where the lower left corner of a page lies on its side: at the left for half
   0, at the right for half 1; in the middle of its half. */
void booklet_place(const struct booklet *b, int half, mpt *x, mpt *y);

#endif

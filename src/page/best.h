/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The choice of pages: total-fit over the pieces of a galley, as page/fit does
   it over the words of a paragraph.  A page takes a step of the ladder, and
   costs: for being there, for being nearly empty, for what it parts, for how
   far its blocks give, for a part that begins low on it.  Knows heights, not
   blocks.  Used by page/flow. */
#ifndef PAGE_BEST_H
#define PAGE_BEST_H

#include "page/cut.h"

#include <stdint.h>

/* Under a third, and less than what a page should hold, per mille. */
enum { BEST_THIRD = 333, BEST_LEAN = 380 };

/* What begins with a piece. */
enum begins {
    BEGINS_NOT = 0,
    BEGINS_PART = 1,   /* a part of the report: on a page of its own, or low */
    BEGINS_FACING = 2, /* with BEGINS_PART: on a left-hand page where it can */
    BEGINS_KIN = 4 /* with BEGINS_PART: more of the kind of part before it */
};

struct best {
    const struct pieces *pieces;
    const uint8_t *begins; /* of each piece */
    const int *part_end;   /* of each piece: behind the last of its part */
    const mpt *again;      /* of each piece: what is shown again above it where
                              it begins a page */
    mpt first, room;       /* height of the first page, and of the others */
    int page;              /* number of the first, from 0 */
    bool bound;            /* each step at the price of the first: no choice of
                              steps costs less */
};

/* Why a page ends where it does. */
enum ends {
    ENDS_REPORT, /* nothing comes behind it on these pages */
    ENDS_PART,   /* the next part begins a page */
    ENDS_FULL,   /* what comes next has no room */
    ENDS_HELD,   /* it has, but not with what it is held together with */
    ENDS_SPARED  /* it has, but the next page would hold too little */
};

struct best_page {
    int from, to; /* pieces, `to` behind the last */
    int step;
    int fill; /* per mille of the height */
    int low;  /* parts that begin on it below another */
    int64_t cost;
    enum ends ends;
};

/* The pages of the least cost; returns that.  Every step is tried that the
   pieces were set at.  `*out` has `*n` pages. */
int64_t best_pages(
    struct arena *a, const struct best *b, struct best_page **out, int *n);

/* Whether the same is asked, as far as step 0 tells. */
bool best_same(const struct best *a, const struct best *b);

#endif

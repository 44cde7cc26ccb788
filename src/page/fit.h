/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The choice of line ends: total-fit over places where a line may end, for
   ragged and justified text.  Knows widths, not text.  Used by page/line. */
#ifndef PAGE_FIT_H
#define PAGE_FIT_H

#include <stdbool.h>
#include <stdint.h>

/* A place where a line may end and the next one begin.  Widths in 1/1000 mpt,
   from the beginning of the text, with spaces at their natural width. */
struct stop {
    int64_t end;              /* where the print of the line ends */
    int64_t start;            /* where the next line begins */
    int64_t penalty;          /* of ending a line here */
    int gaps_end, gaps_start; /* spaces that may stretch, before these */
    int letters;              /* before `start` */
    bool hyphen;              /* the line ends in a hyphen that appears */
    int item, cut;  /* the caller's: which item begins or is cut, and where */
    int64_t cost;   /* of the best lines up to here */
    int prev, next; /* stops before and behind on the best way; -1: none */
};

/* Any line will do, be it wider than it may: there is always a way. */
enum { FIT_ANY = 1 << 30 };

/* Penalty of a place where a line should end only if it cannot fit. */
#define FIT_EMERGENCY INT64_C(1000000000000)

struct fit {
    int64_t width;           /* of a line, above 0 */
    int64_t stretch, shrink; /* of one gap at ratio 1; stretch 0: ragged */
    int64_t hyphen;          /* width of a hyphen */
    int worst; /* largest ratio of a line but the last, per mille: of the
                  stretch, or if ragged of the width left empty */
    bool poor; /* the last line may be a short word, where nothing else fits */
};

/* Chooses the line ends with the least cost from stops[0], the beginning, to
   stops[n - 1], the end, n >= 2, and links them by `next`.  False if lines
   like these are not to be had; never with FIT_ANY.  Adds to `*tried` the
   number of lines weighed. */
bool fit_stops(const struct fit *f, struct stop *stops, int n, long *tried);

#endif

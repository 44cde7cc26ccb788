/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* How far the blocks of a page give: a ladder from the design's distances to
   the least that a block allows.  A block says what it can lose (`tight` and
   the like of report/block.h); a step of the ladder says how much of that
   goes.  Used by page/place, which sets a galley at a step, and page/best,
   which chooses a step for each page. */
#ifndef PAGE_GIVE_H
#define PAGE_GIVE_H

#include "base/units.h"

/* Per mille of what blocks can lose. */
struct give {
    const char *name; /* in `--dump breaks` */
    int gaps;         /* of white space */
    int pitch;        /* of the distance between writing lines */
    int lines;        /* of the writing lines beyond the least number */
    int cost;         /* of a page at this step, on the scale of page/best */
};

enum { GIVE_STEPS = 7 };

/* From nothing to all. */
extern const struct give give_ladder[GIVE_STEPS];

/* `permille` of `v`. */
mpt give_part(mpt v, int permille);

#endif

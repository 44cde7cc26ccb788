/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Where a galley may be cut: between pieces, which are atoms that overlap made
   one.  The pieces are the same at every step of the ladder; where they stand
   differs. */
#ifndef PAGE_CUT_H
#define PAGE_CUT_H

#include "page/galley.h"

struct pieces {
    int n;
    mpt *top[GIVE_STEPS], *bottom[GIVE_STEPS]; /* NULL: step not set */
    bool *closed[GIVE_STEPS]; /* no cut before the piece at that step */
    int *held; /* how many things that a page of `room` can hold a cut before
                  the piece would part */
    int nhard, *piece; /* of each hard atom of the galley */
    mpt room;
};

/* The pieces of a galley set at step 0; a page holds `room`. */
struct pieces *pieces_new(struct arena *a, const struct galley *g, mpt room);

/* Adds the same galley set at another step: it has the same hard atoms in the
   same order. */
void pieces_step(
    struct arena *a, struct pieces *p, const struct galley *g, int step);

/* Where a cut before piece `k` lies: at the foot of what stands above it.  What
   begins there or below goes along with the piece. */
mpt pieces_cut(const struct pieces *p, int step, int k);

#endif

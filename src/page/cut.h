/* Where a galley may be cut: between atoms, soft ones whole where a page can
   hold them. */
#ifndef PAGE_CUT_H
#define PAGE_CUT_H

#include "page/galley.h"

/* The atoms from the top down, those that overlap made one. */
struct cutter {
    struct atom *soft, *hard; /* with the soft ones, and without */
    int nsoft, nhard;
    int isoft, ihard; /* first that is not placed yet */
};

/* Sorts the galley's atoms; what it returns lies in `a`. */
struct cutter cut_prepare(struct arena *a, struct galley *g);

/* Where the next piece, which begins at `from`, ends: at a soft cut, else on a
   fresh page at a hard one, else behind one atom that no page can hold.
   Returns `from` where nothing fits and a fresh page may help. */
mpt cut_next(struct cutter *c, mpt from, mpt room, bool fresh);

/* The top of what comes first at or below `y`. */
mpt cut_top(const struct cutter *c, mpt y);

#endif

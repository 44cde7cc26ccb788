/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* From galleys to pages: each page takes its marks from the galley that was set
   at its step of the ladder. */
#ifndef PAGE_EMIT_H
#define PAGE_EMIT_H

#include "page/best.h"

/* A stretch of blocks, set at the steps that were asked for, and the pages that
   were chosen for it. */
struct stretch {
    struct galley *g[GIVE_STEPS]; /* NULL: not set at that step */
    struct pieces *pieces;
    struct best_page *v;
    int n;
    int page; /* of the document: the first, from 0 */
    mpt *y;   /* of each page: where its blocks begin */
};

/* Puts the marks on the pages. */
void emit_marks(struct arena *a, struct pages *pages, const struct stretch *s);

/* On which page of the stretch, from 0, and how low on it an anchor stands. */
int emit_place(const struct stretch *s, int anchor, mpt *y);

/* The foot of page `k` of the stretch. */
mpt emit_foot(const struct stretch *s, int k);

/* White space below the last piece of the stretch. */
mpt emit_rest(const struct stretch *s);

/* Height of what is shown again on a page that begins at `cut`. */
mpt emit_again(const struct galley *g, mpt cut);

#endif

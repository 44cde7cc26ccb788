/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Paragraphs that were set before: a galley is set at several steps of the
   ladder, and the same lines stand on each. */
#ifndef PAGE_KEPT_H
#define PAGE_KEPT_H

#include "page/line.h"

struct kept;

struct kept_text {
    struct paragraph p;
    mpt size, leading; /* of its style, as it was set */
};

struct kept *kept_new(struct arena *a);

/* The paragraph of `b` at width `w`: as it was kept, or a place for it, of
   which `p.n` is 0.  It stays where it is only until the next call. */
struct kept_text *kept_find(
    struct arena *a, struct kept *k, const struct block *b, mpt w);

#endif

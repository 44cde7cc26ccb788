/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What a collection of reports has beside them: its contents. */
#ifndef REPORT_COLLECTION_H
#define REPORT_COLLECTION_H

#include "report/block.h"

/* A report of the collection, as its contents list it. */
struct entry {
    const char *called; /* "LP-0017" */
    int page;           /* printed on its first page; 0: they are counted */
    int npages;
    struct block *begins; /* set by collection_contents: links lead to it, and
                             it stands on no page of the contents */
};

struct collection {
    const struct layout *layout;
    enum lang lang;
    struct entry *v;
    int n;
    const char *const *left_out; /* case ids */
    int nleft_out, unnamed;      /* and how many more, which have none */
};

/* Whether reports of the layout are made for both sides of the paper: some
   pages are to stand at the left or the right. */
bool collection_two_sided(const struct layout *layout);

/* The document of the contents, titled as the whole. */
struct doc *collection_contents(
    struct arena *a, const struct collection *collection);

#endif

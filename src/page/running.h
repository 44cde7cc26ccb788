/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Running head and foot: a text at either end of a line in the margin. */
#ifndef PAGE_RUNNING_H
#define PAGE_RUNNING_H

#include "page/galley.h"

struct running {
    enum style left_style, right_style;
    const char *left, *right; /* "" for none */
    mpt baseline;
    bool down; /* more lines go below the baseline, else above it */
};

/* Distances from the top of a page of A4. */
#define HEAD_BASELINE MM(14.5)
#define FOOT_BASELINE MM(286)
#define PAGE_A4_H MM(297)

/* The head of pages of that look. */
struct running running_head(const struct look *look);

/* The foot of the document's page `page`, from 1, of `npages`; where it is part
   of a larger file, by the numbers of that. */
struct running running_foot(
    struct arena *a, const struct doc *d, int page, int npages);

/* Places the two texts between the margins of the galley's layout, as
   artifacts.  They share the width as they need it; what still has no room gets
   smaller, but not below min_size of its style, else 7.5 pt, and then goes on
   on another line.  False where a line comes within 5 mm of the page's edge,
   which printers leave white. */
bool place_running(struct galley *g, const struct running *r);

/* Refuses (L407, L408) a document whose head or foot has no room. */
bool running_check(struct arena *a, struct diag *d,
    const struct metrics *metrics, const struct doc *doc);

#endif

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* A galley: blocks set below one another on an endless strip, and where it
   may be cut.  place.c fills it, flow.c cuts it into pages. */
#ifndef PAGE_GALLEY_H
#define PAGE_GALLEY_H

#include "page/give.h"
#include "page/page.h"

/* A mark on the strip; `at` is the top of the atom it belongs to, which
   decides on which page it comes. */
struct galley_mark {
    struct mark mark;
    mpt at;
    bool stretch; /* a bar: cut where the page is cut */
    bool between; /* a rule that shows only between two things on a page */
};

/* A stretch of the strip that must stay whole; a soft one gives way where it
   is higher than a page. */
struct atom {
    mpt top, bottom;
    bool soft;
};

/* A place that must be found again: a section's or a bookmark's. */
struct anchor {
    const struct block *block;
    mpt y;
};

/* What is shown again, as an artifact, on each page that goes on between
   `after` and `until`: the head of a table, or a block's `again`. */
struct carried {
    mpt after, until;
    mpt h; /* room it takes above what goes on; 0: it stands beside */
    struct mark *marks; /* y from its own top */
    int n;
};

/* The page on which a section or a target begins, from 1. */
struct page_ref {
    const struct block *block;
    int page;
};

struct galley {
    struct arena *a;     /* what marks point to */
    struct arena *strip; /* the strip itself; NULL: there too */
    const struct metrics *metrics;
    const struct doc *doc;
    const struct layout *layout; /* whose styles and palette hold */
    const struct page_ref *refs; /* what {page.KIND} prints */
    int nrefs, npages;
    int fill_lines; /* how many writing lines a block of 0 lines gets */
    const struct give *give; /* how far blocks give; NULL: not at all */
    bool yields;             /* some could give */
    bool measures;     /* only heights are asked for: marks are not kept */
    mpt bottom;        /* of all that was placed */
    struct kept *kept; /* paragraphs, set once; or NULL */
    struct galley_mark *marks;
    int nmarks, capmarks;
    struct atom *atoms;
    int natoms, capatoms;
    struct anchor *anchors;
    int nanchors, capanchors;
    struct carried *carried; /* outer ones before inner ones */
    int ncarried, capcarried;
};

/* Room for as much as `of` holds: the same blocks, set at another step. */
void galley_reserve(struct galley *g, const struct galley *of);

/* Adds a mark of `b` that belongs to the atom at `at`; returns its index (0
   where the galley only measures: a place for one that is not kept).  It is an
   artifact where `b` is NULL or one itself. */
int galley_mark(
    struct galley *g, const struct block *b, mpt at, struct mark mark);
void galley_atom(struct galley *g, mpt top, mpt bottom, bool soft);
void galley_anchor(struct galley *g, const struct block *b, mpt y);

/* The marks of `of` (`g` itself or another galley) from `first` on, of which
   the top stands at `top`, are shown again below `after`, with `h` of room;
   returns the index.  The caller sets `until`. */
int galley_carry(struct galley *g, const struct galley *of, int first, mpt top,
    mpt after, mpt h);

/* 0xRRGGBB of the layout's palette; -1 for none. */
int galley_color(const struct galley *g, enum color color);

/* How much of `v`, which a block can lose, goes at the galley's step. */
mpt galley_given(struct galley *g, mpt v);

/* Places `b` on the strip with its top at `y`, in the column x, w.  Returns
   the y below it, without its `after`. */
mpt place_block(struct galley *g, const struct block *b, mpt x, mpt w, mpt y);

/* Places the siblings from `first` up to `stop` (NULL: all) below one
   another, their white space and keep_next observed.  Returns the y below
   them. */
mpt place_children(struct galley *g, const struct block *first,
    const struct block *stop, mpt y, mpt x, mpt w);

/* A column of a row: from the row's left. */
struct column {
    mpt x, w;
};

/* Columns for the children of a row of width `w` that `fit`: as the blocks
   say where each text fits on one line, else moved together or apart; where
   all together are too wide, the widest give way and their texts break. */
const struct column *columns_fit(
    struct galley *g, const struct block *row, mpt w);

/* Places the groups of a row that are `level`: the parts of each begin at
   equal heights.  Returns the y below them. */
mpt columns_level(
    struct galley *g, const struct block *row, mpt x, mpt w, mpt y);

/* A paragraph; a row of words.  Return the y below them. */
mpt place_text(struct galley *g, const struct block *b, mpt x, mpt w, mpt y);
mpt place_words(struct galley *g, const struct block *b, mpt x, mpt w, mpt y);

#endif

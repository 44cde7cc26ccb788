/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Pages: lists of placed marks.  Flow makes them, drawing replays them in
   order; a mark holds all that drawing needs. */
#ifndef PAGE_PAGE_H
#define PAGE_PAGE_H

#include "page/metrics.h"
#include "report/block.h"

enum mark_kind {
    MARK_GLYPHS,   /* x,y = start on the baseline; w = width */
    MARK_RECT,     /* x y w h, top left; radius > 0: rounded */
    MARK_LINE,     /* from x,y to x+w, y+h */
    MARK_DISC,     /* centre x,y, radius w */
    MARK_DIAMOND,  /* centre x,y, half diagonal w */
    MARK_TRIANGLE, /* lower right half of x y w h */
    MARK_IMAGE,    /* x y w h, top left */
    MARK_INPUT     /* x y w h, top left, no ink: a strip of `input` */
};

/* All places from the top left of the page, y down. */
struct mark {
    enum mark_kind kind;
    bool artifact; /* running head, rule: not in the structure tree */
    mpt x, y, w, h;
    int fill, stroke; /* 0xRRGGBB, -1: not; glyphs: fill */
    mpt weight, radius, dash;
    mpt size; /* glyphs: font size; input: of what is typed */
    const struct glyph *glyphs;
    int nglyphs;
    const struct image *image;
    const struct input *input;
    const struct block *block; /* whose meaning it carries; NULL: artifact */
};

/* Why a page ends where it does, for `--dump breaks`. */
struct page_fit {
    const char *section; /* kind of section that it ends in; NULL: blank */
    mpt h;               /* height for blocks */
    int fill;            /* per mille of that; notes do not count */
    int low;             /* parts that begin on it below others */
    long cost;
    const char *gave, *ends;
};

struct page {
    const struct look *look;
    bool head; /* has a running head */
    struct page_fit fit;
    struct mark *marks;
    int n, cap;
};

/* An outline entry. */
struct bookmark {
    const char *text;
    int page; /* from 0 */
    mpt y;
};

/* Where a block stands that links lead to. */
struct landing {
    const struct block *block;
    int page; /* from 0 */
    mpt y;
};

struct pages {
    const struct doc *doc;
    mpt w, h;
    struct page *v;
    int n, cap;
    struct bookmark *bookmarks;
    int nbookmarks;
    struct landing *landings; /* in the document's order */
    int nlandings, caplandings;
};

struct mark *page_mark(struct arena *a, struct page *p, struct mark mark);

/* Moves what is on the pages away from the fold: odd pages lie right of it. */
void pages_bind(struct pages *pages, mpt by);

/* Enlarges the pages and all that is on them, by `permille`. */
void pages_enlarge(struct pages *pages, int permille);

/* One line per page: how full it is, what its blocks gave, why it ends. */
void pages_dump_breaks(const struct pages *pages, struct buf *out);

/* One line per mark: kind, place, size, text. */
void pages_dump(const struct pages *pages, struct buf *out);

#endif

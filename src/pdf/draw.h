/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Marks to the operators of a content stream. */
#ifndef PDF_DRAW_H
#define PDF_DRAW_H

#include "base/buf.h"
#include "page/page.h"
#include "pdf/font.h"
#include "pdf/picture.h"

/* No colour or font has this number: nothing is set. */
enum { CANVAS_UNSET = -2 };

/* A page being drawn.  Colours, widths and fonts are written only where they
   change. */
struct canvas {
    struct buf out;
    struct font_set *fonts;
    struct pictures *pictures; /* what was drawn of them */
    mpt page_h;
    bool mono;    /* colours as grey */
    bool outside; /* a number was beyond what a page can hold */
    int fill, stroke;
    mpt weight, dash, size, rise;
    int font;
    int pending; /* TJ adjustment before the next glyph, 1/1000 em */
    enum { CANVAS_CLOSED, CANVAS_ARRAY, CANVAS_STRING } text;
};

/* An empty page; its operators grow in `a`, and the pictures it draws are added
   to `pictures`. */
struct canvas canvas_new(struct arena *a, struct font_set *fonts,
    struct pictures *pictures, mpt page_h, bool mono);

/* Whether a mark leaves anything on the page. */
bool canvas_shows(const struct mark *m);

/* Draws it. */
void canvas_mark(struct canvas *c, const struct mark *m);

#endif

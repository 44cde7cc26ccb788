/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* A report made by hand: pages, marks and blocks of every kind, without flow
   and without rules.  For the tests of pdf/ and for its benchmark. */
#ifndef TEST_SAMPLE_H
#define TEST_SAMPLE_H

#include "base/diag.h"
#include "pdf/pdf.h"

enum { SAMPLE_LEFT = 62000 }; /* mpt: the left margin */

struct sample {
    struct arena *a;
    struct metrics m;
    struct doc doc;
    struct pages pages;
    struct bookmark bookmarks[64];
    mpt y;
};

/* A report of `sections`, about a page each. */
void sample_make(struct sample *s, struct arena *a, struct font_set *fonts,
    int sections, int paragraphs);

/* A new page with its running head and foot. */
void sample_page(struct sample *s);

/* A line of text on the page; returns its width. */
mpt sample_line(struct sample *s, const struct block *b, enum face face,
    mpt size, mpt x, mpt y, const char *text, size_t len);

/* A paragraph at `x`, broken at the first word that does not fit; a word is
   shaped with the space behind it.  It may run over to the next page. */
struct block *sample_text(struct sample *s, struct block *parent,
    enum role role, enum face face, mpt size, mpt x, const char *text);

/* Metadata of an invented case, with two attachments. */
struct pdf_meta sample_meta(struct arena *a, enum pdf_profile profile);

#endif

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What the files that make a document share: one report (pdf.c), or many as one
   (book.c).  Nobody else includes this. */
#ifndef PDF_DRAWING_H
#define PDF_DRAWING_H

#include "pdf/field.h"
#include "pdf/meta.h"
#include "pdf/picture.h"
#include "pdf/tag.h"
#include "pdf/write.h"

struct pdf {
    struct hpdf h;
    HPDF_STATUS error;  /* the first of this document */
    struct arena *run;  /* lives as long as this */
    struct arena *part; /* of a document that is made in parts */
    struct embed_cache *programs;
    struct picture_cache *pictures;
    const struct source *profile; /* of `icc` */
    struct buf icc;               /* the colour profile in zlib's format */
};

struct drawing {
    struct arena *a;
    struct pdf *p;
    struct font_set *fonts;
    const struct pages *pages;
    const struct pdf_meta *meta;
    struct tag_tree *tags;
    struct form form;
    struct form_font typed; /* where the form has places */
    struct pictures pictures;
    struct buf content, deflated; /* of the page that is drawn */
    HPDF_Dict resources;          /* of all pages */
    HPDF_Page *objects;           /* one per page; NULL: to be made */
};

/* An empty document and what stays of run to run.  False with an error
   reported (E501, E504). */
bool drawing_begin(struct diag *d, struct pdf *p, const struct pdf_meta *meta);

/* A further page of the file, still empty. */
HPDF_Page drawing_page(struct drawing *w, mpt width, mpt height);

/* Draws all pages of `w->pages`; false where a mark lies outside every page,
   which drawing_outside reports (E503; always false). */
bool drawing_pages(struct drawing *w);
bool drawing_outside(struct diag *d);

/* The fonts and pictures that pages used.  False with an error reported (E505,
   E506). */
bool drawing_resources(struct drawing *w, struct diag *d);

/* How its file is written. */
struct write_options drawing_form(const struct drawing *w);

/* Whether libharu has met no error so far; false with it reported (E502). */
bool drawing_sound(const struct drawing *w, struct diag *d);

#endif

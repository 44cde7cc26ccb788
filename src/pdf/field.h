/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The form of a PDF: places to write on as fields to type in (ISO 32000-1
   12.7), each a widget on its page.  An unfilled field shows nothing, so that
   the paper is the same. */
#ifndef PDF_FIELD_H
#define PDF_FIELD_H

#include "page/page.h"
#include "pdf/embed.h"

/* One place on a page: the strips of a field that touch one another. */
struct place {
    const struct input *input;
    const struct block *block;     /* of the first strip */
    int page;                      /* from 0 */
    int part;                      /* 0; of what goes on elsewhere 1, 2 … */
    int lines;                     /* writing lines; 0: a box */
    mpt pitch;                     /* of the lines */
    mpt size;                      /* of what is typed */
    long left, top, right, bottom; /* mpt, y down */
    HPDF_Dict widget;              /* set by form_write */
};

struct form {
    struct place *v;
    int n, cap;
};

/* The places of all pages, in the order of their marks. */
struct form form_find(struct arena *a, const struct pages *pages);

/* What is typed in a form. */
struct form_font {
    HPDF_Dict font; /* as the pages use it, with all of font_typing */
    const struct font_subset *subset;
};

/* Makes the widgets, the fields above them and the catalogue's AcroForm.
   Pages and structure tree are told of the widgets by tag_write. */
void form_write(struct arena *a, struct hpdf *h, struct form *form,
    const struct pages *pages, const HPDF_Page *objects,
    const struct form_font *font);

#endif

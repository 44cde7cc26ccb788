/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Links inside the document: a place on a page that leads to another. */
#ifndef PDF_LINK_H
#define PDF_LINK_H

#include "page/page.h"
#include "pdf/hpdf.h"

/* A place on a page, `y` mpt from its top, at the zoom that the reader has. */
HPDF_Array link_destination(
    struct hpdf *h, const struct pages *pages, HPDF_Page page, mpt y);

/* Left, top, right, bottom on a page, mpt from its top left. */
struct link_box {
    long left, top, right, bottom;
};

/* The annotation of a link whose marks lie in `box` on a page; `key` is its
   place in the parent tree.  Where it leads is said in words too (ISO 14289-1
   7.18.5).  What a link leads to stands on some page. */
HPDF_Dict link_annotation(struct arena *a, struct hpdf *h,
    const struct pages *pages, const HPDF_Page *objects,
    const struct block *link, const struct link_box *box, int key);

#endif

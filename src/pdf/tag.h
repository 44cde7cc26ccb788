/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The structure tree: which marks belong to which block, for readers who
   listen.  Elements are the blocks that have a role; an element without marks
   and without children is left out, but for cells of a table. */
#ifndef PDF_TAG_H
#define PDF_TAG_H

#include "page/page.h"
#include "pdf/field.h"

/* What a mark is when it is no content of an element. */
enum { TAG_ARTIFACT = -1, TAG_PAGINATION = -2, TAG_NONE = -3 };

struct tag_tree;

/* Elements for the blocks of a document, and for the places of its form. */
struct tag_tree *tag_new(
    struct arena *a, const struct doc *doc, const struct form *form);

/* The element (from 0) whose content a mark is, or TAG_ARTIFACT, or
   TAG_PAGINATION for what belongs to no block: running head and foot. */
int tag_element(const struct tag_tree *t, const struct mark *m);

/* Begins a stretch of content of an element on a page; returns its MCID.
   Pages come in order. */
int tag_open(struct tag_tree *t, int element, int page);

/* The element's type: "P". */
const char *tag_type(const struct tag_tree *t, int element);

/* Takes a mark's place into the element's bounding box. */
void tag_extend(
    struct tag_tree *t, int element, int page, const struct mark *m);

/* Makes the StructTreeRoot of `doc`, and StructParents and Tabs of its pages.
 */
void tag_write(struct arena *a, struct hpdf *h, struct tag_tree *t,
    const HPDF_Page *pages, const struct pages *src);

/* The structure of a document that is made in parts, each of a tree of its own;
   all the parts' Document. */
struct tag_whole {
    HPDF_Dict document;
    HPDF_Array parents, ids; /* leaves of the trees: one of each part */
    int next_key;            /* in the parent tree */
    int notes;               /* so far */
};

struct tag_whole tag_whole_new(struct hpdf *h);

/* Makes the elements of a part whose pages are `pages`; its links lead to
   `targets`, as the landings of `src` count them.  Returns the topmost. */
HPDF_Dict tag_write_part(struct arena *a, struct hpdf *h, struct tag_tree *t,
    const HPDF_Page *pages, const HPDF_Page *targets, const struct pages *src,
    struct tag_whole *whole);

/* Makes the StructTreeRoot of all parts, in the order in which they are read.
 */
void tag_whole_write(struct hpdf *h, const struct tag_whole *whole,
    const HPDF_Dict *parts, int nparts);

#endif

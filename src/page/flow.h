/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The folder page: blocks to pages of placed marks, in integers; it asks a
   struct metrics how wide text is, and knows no font. */
#ifndef PAGE_FLOW_H
#define PAGE_FLOW_H

#include "page/page.h"

/* Places a document on pages.  Never draws; integer arithmetic only. */
struct pages *flow_doc(
    struct arena *a, const struct metrics *m, const struct doc *doc);

#endif

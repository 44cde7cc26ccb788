/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The ink ledger: before a report is written, proof that what its document says
   is on its pages.  Every text is placed once, and every mark lies inside its
   page: texts where printers print and above the foot, figures on the sheet. */
#ifndef PAGE_LEDGER_H
#define PAGE_LEDGER_H

#include "base/diag.h"
#include "page/page.h"

enum ledger_fault {
    LEDGER_LOST,   /* a text that is not on the pages, or not all of it */
    LEDGER_DOUBLE, /* one that is there twice, or more of it than it says */
    LEDGER_OUTSIDE /* a mark beside or below where it may stand */
};

/* What does not balance. */
struct ledger_entry {
    enum ledger_fault fault;
    int page;                  /* from 1; 0: on none */
    const struct block *block; /* NULL: of a running text or a rule */
    const char *section;       /* kind of section that it is in; NULL: none */
};

/* Checks pages as flow_doc made them.  False with the first fault. */
bool ledger_check(
    struct arena *a, const struct pages *pages, struct ledger_entry *out);

/* The same, and reports the fault (E507). */
bool ledger_prove(struct arena *a, struct diag *d, const struct pages *pages);

#endif

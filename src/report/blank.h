/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Forms to fill in by hand, of a layout that needs no interview; some carry
   over what one tells. */
#ifndef REPORT_BLANK_H
#define REPORT_BLANK_H

#include "report/section.h"

/* An interview that holds nothing.  Where a text of rules or layout names
   people it says "het kind", "de leerkracht". */
struct interview *blank_interview(
    struct arena *a, const struct rules *rules, enum lang lang);

/* Whether every block of a layout prints nothing of an interview. */
bool blank_layout(const struct layout *layout);

/* Whether a layout needs no interview: every block prints nothing of one, or
   has room for what it does not tell. */
bool blank_fits(const struct layout *layout);

#endif

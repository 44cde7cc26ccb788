/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* A row of five boxes to tally in, a day each, with a line for a word under
   each.  For plan and pocket_card. */
#ifndef REPORT_SECTION_WEEK_BOXES_H
#define REPORT_SECTION_WEEK_BOXES_H

#include "report/section.h"

enum { WEEK_DAYS = 5 };

/* From a box to the line below it. */
#define WEEK_LINE MM(6)

struct week_boxes {
    mpt w;     /* of the row, with its label */
    mpt gap;   /* between boxes */
    mpt box_h; /* of a box */
};

/* Adds week `number` with the top of its boxes at `y`.  The section has keys
   `week` and `days`. */
void week_boxes_add(struct section *s, struct block *fig,
    const struct week_boxes *is, int number, mpt y);

#endif

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The chart of readers' agreement on a scale, for the section of that name. */
#ifndef REPORT_SECTION_AGREEMENT_ROWS_H
#define REPORT_SECTION_AGREEMENT_ROWS_H

#include "report/section.h"

/* Between columns of rows; a mark's size in permille; a point of a scale. */
#define AGREEMENT_GAP MM(6)
enum { AGREEMENT_MARK = 660, AGREEMENT_POINT = 1000 };

/* What there is to compare on a scale: the rows of its matrix with two scores
   or more. */
struct agreement_scale {
    const struct agree_scale *of;
    int scale;
    int *rows;
    int n, singles;       /* interviews: compared, with one score only */
    int same, near, most; /* equal; a point apart at most; the largest spread */
};

struct agreement_scale agreement_compare(struct section *s, int scale);

/* Adds the rows from `first` on that stand in one part, one or two columns of
   them, to `row` in the main column; returns where the next part begins. */
int agreement_add_rows(struct section *s, struct block *row,
    const struct agreement_scale *c, int first);

#endif

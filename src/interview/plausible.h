/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What can be read, but is probably not meant. */
#ifndef INTERVIEW_PLAUSIBLE_H
#define INTERVIEW_PLAUSIBLE_H

#include "interview/interview.h"

/* Warns of scores from before the interview, years far behind `year` (that of
   today; 0: not known), a group whose name the pages say too. */
void plausible_check(struct arena *a, struct diag *d,
    const struct interview *iv, const struct node *root, int year);

#endif

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Why a score is not lower, and why not higher: a reader's own words, as the
   teacher's copy may show them. */
#ifndef METHOD_REASON_H
#define METHOD_REASON_H

#include "method/profile.h"

enum reason { REASON_NOT_LOWER, REASON_NOT_HIGHER };

/* Where a text names a number that may be a score: a digit, but in the number
   of a question (V5), or a word as in "een zes", "score zes", "zes punten"; or
   NULL.  Both languages are looked for at once. */
const char *reason_number(const char *text);

/* The reason that holds for the settled score: of a reader who gave that score,
   else of one from whose score it follows (who says why a higher score is not
   lower says so of the settled one).  One that names a number is left out with
   a warning, W106.  `s` NULL where nobody gives one, and where no score is
   settled. */
struct text reason_told(
    struct diag *d, const struct profile *p, int scale, enum reason which);

/* A quote that a reader took for that reason, of the readers whose reason holds
   and in the same order; or NULL. */
const struct quote *reason_quote(
    const struct profile *p, int scale, enum reason which);

#endif

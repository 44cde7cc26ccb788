/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* How long a file is kept: the term of a [retention.ID] of the rules, counted
   from a date of the interview. */
#ifndef METHOD_RETENTION_H
#define METHOD_RETENTION_H

#include "interview/interview.h"

struct kept {
    const struct retention *regime; /* NULL: the interview names none */
    struct date from;               /* what the term counts from; year 0: not
                                       known */
    struct date until;              /* the last day; year 0: not known */
};

/* The last day of a term that begins at `from`: the same day so many years on,
   the last of February where that year lacks the 29th, or the last day of that
   year.  Year 0 where `from` is not known. */
struct date retention_until(const struct retention *r, struct date from);

/* What the rules say of an interview's file. */
struct kept retention_kept(
    const struct rules *rules, const struct interview *iv);

#endif

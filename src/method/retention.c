/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "method/retention.h"

static bool
is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

struct date
retention_until(const struct retention *r, struct date from)
{
    struct date until = from;

    if (from.year == 0)
        return until;
    until.year += r->years;
    if (r->until_year_end) {
        until.month = 12;
        until.day = 31;
    } else if (until.month == 2 && until.day == 29 && !is_leap(until.year)) {
        until.day = 28;
    }
    return until;
}

struct kept
retention_kept(const struct rules *rules, const struct interview *iv)
{
    struct kept kept = {0};

    if (iv->keep_regime.s == NULL || iv->keep_index < 0)
        return kept;
    kept.regime = &rules->retentions[iv->keep_index];
    kept.from = kept.regime->from_interview ? iv->date : iv->relation_ended;
    kept.until = retention_until(kept.regime, kept.from);
    return kept;
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What two interviews are to one another. */
#ifndef METHOD_PAIR_CHECK_H
#define METHOD_PAIR_CHECK_H

#include "interview/interview.h"

/* Whether the two are of one teacher, on two children or (`*twice`) on one
   child on two days; else refused (I501 to I504). */
bool pair_check(struct diag *d, const struct interview *one,
    const struct interview *two, bool *twice);

#endif

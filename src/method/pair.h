/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Two interviews beside one another: two children of one teacher, or one child
   on two dates.  Scale by scale, in the words of [compare]; never better or
   worse. */
#ifndef METHOD_PAIR_H
#define METHOD_PAIR_H

#include "method/fill.h"

enum pair_state {
    PAIR_SAME, /* at most [compare] same_at_most apart */
    PAIR_MORE, /* the second has more */
    PAIR_LESS,
    PAIR_OPEN /* not settled in both, or readers differ: to be talked about */
};

/* How a scale lies; both profiles are by the same rules. */
enum pair_state pair_state(
    const struct profile *first, const struct profile *second, int scale);

/* What the two are called, in `env->first` and `env->second`: of the same child
   (`twice`) the months, or the dates where the month is the same; else the
   children, with their codes where they have one name.  `env` is that of the
   first, with `other` set. */
void pair_names(struct arena *a, struct fill *env, bool twice);

#endif

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What stands behind a score: evidence, the prompts it leads to, and what it
   can be compared with.  Shared by the outputs of `score`. */
#ifndef METHOD_SCORE_GROUNDS_H
#define METHOD_SCORE_GROUNDS_H

#include "method/profile.h"

struct grounds {
    int found, lost;      /* quotes of all readers: in the answers, or not */
    const char **prompts; /* ids of the rules' prompts chosen, in order */
    int nprompts;
    const struct reference **references;
    int nreferences;
};

/* Of one scale; the arrays lie in `a`. */
struct grounds score_grounds(
    struct arena *a, const struct profile *p, int scale);

#endif

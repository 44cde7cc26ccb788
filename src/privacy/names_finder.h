/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* A text as it is searched for names, and whether a word is one there. */
#ifndef PRIVACY_NAMES_FINDER_H
#define PRIVACY_NAMES_FINDER_H

#include "privacy/names_match.h"

enum { RUN_MAX = 8 };

struct finder {
    struct arena *a;
    const struct names *names;
    const struct folded *f;
    struct spot *v;
    int n, cap;
    int run[RUN_MAX]; /* the parts of the spot at hand */
    int nrun;
};

/* The word that begins at `from`, or ends before `end`; "" where none does. */
const char *finder_word_at(const struct finder *w, int from);
const char *finder_word_before(const struct finder *w, int end, int *from);

/* Where a salutation begins that stands before `i`, or -1. */
int finder_salutation(const struct finder *w, int i);

/* A name or an ordinary word: what to do with the hit at `from`. */
enum spot_kind finder_judge(
    const struct finder *w, int from, const struct hit *hit);

#endif

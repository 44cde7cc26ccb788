/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Numbers in a text that may lead back to a person. */
#ifndef PRIVACY_FIGURE_H
#define PRIVACY_FIGURE_H

#include "privacy/fold.h"

enum figure_kind {
    FIGURE_PLAIN,
    FIGURE_DATE,        /* 12-03-2026, 12/3, 12 maart, March 12 */
    FIGURE_TELEPHONE,   /* ten digits and more, from 0 or + on */
    FIGURE_NINE_DIGITS, /* as a citizen's number has */
    FIGURE_LONG         /* seven digits and more */
};

struct figure {
    enum figure_kind kind;
    int from, to; /* characters of the folded text */
};

/* The number whose first digit stands at `i`. */
struct figure figure_read(struct arena *a, const struct folded *f, int i);

#endif

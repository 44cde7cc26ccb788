/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What leads to a person without being a name: dates in words, streets, post
   codes, schools, classes. */
#ifndef PRIVACY_CLUE_H
#define PRIVACY_CLUE_H

#include "interview/interview.h"
#include "privacy/fold.h"

enum clue_kind {
    CLUE_NONE,
    CLUE_DATE,     /* veertien maart, born in 2015 */
    CLUE_POSTCODE, /* 1234 AB */
    CLUE_STREET,   /* kerkstraat 12a, 12 Church Road */
    CLUE_SCHOOL,   /* obs de regenboog */
    CLUE_CLASS     /* groep 4b */
};

struct clue {
    enum clue_kind kind;
    int from, to; /* characters of the folded text */
};

/* The clue that begins at the word or number at `i`. */
struct clue clue_read(
    struct arena *a, enum lang lang, const struct folded *f, int i);

#endif

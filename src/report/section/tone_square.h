/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* A square for a fragment of the interview: light is tinted, heavy has a band
   at its foot, mixed has half of each, so that they are told apart without
   colour too.  Used by fragments.c and light_and_heavy.c. */
#ifndef REPORT_SECTION_TONE_SQUARE_H
#define REPORT_SECTION_TONE_SQUARE_H

#include "report/section.h"

/* Adds it with its upper left corner at x, y. */
void tone_square(struct section *s, struct block *fig, enum tone tone, mpt x,
    mpt y, mpt size);

/* "licht": what it says.  The section has keys `tone_light`, `tone_mixed` and
   `tone_heavy`. */
const char *tone_word(const struct section *s, enum tone tone);

#endif

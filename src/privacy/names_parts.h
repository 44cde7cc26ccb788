/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The words of listed names, found by what a text has.  Each question takes a
   number of look-ups that depends on the word alone, not on how many names
   there are. */
#ifndef PRIVACY_NAMES_PARTS_H
#define PRIVACY_NAMES_PARTS_H

#include "privacy/names.h"

enum { PART_MAX = 40, PART_MIN = 3, NEAR_MIN = 4, WITHIN_MIN = 5 };

/* Adds a word of a name; of one that is there, only whether it is weak. */
void parts_add(
    struct arena *a, struct names *names, int *cap, const struct part *part);

/* Adds two words that one person has. */
void parts_pair(struct arena *a, struct names *names, const uint32_t *l, int nl,
    const uint32_t *r, int nr, int person);

/* The part that these letters are, or -1. */
int parts_exact(const struct names *names, const uint32_t *c, int n);

/* The first person with both parts, or -1. */
int parts_both(const struct names *names, int l, int r);

/* A part that differs in one letter: one more, one less, another, or two
   exchanged; or -1.  `*slip`: letters were only exchanged or doubled. */
int parts_near(const struct names *names, const uint32_t *c, int n, bool *slip);

/* A part of at least `min` letters that stands in these (at `from` 0 only, if
   `begins`), or -1. */
int parts_within(
    const struct names *names, const uint32_t *c, int n, int min, bool begins);

/* A part that begins with these letters, or -1. */
int parts_begun(const struct names *names, const uint32_t *c, int n);

#endif

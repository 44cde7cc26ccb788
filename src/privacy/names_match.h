/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* A listed name at one place of a text: as a word with or without an ending,
   or in a form that hides it. */
#ifndef PRIVACY_NAMES_MATCH_H
#define PRIVACY_NAMES_MATCH_H

#include "privacy/names.h"

struct hit {
    int part, person;
    int letters; /* where the name's own letters end */
    int to;
    bool possessive, ended; /* ended: an ending of letters */
    bool check;             /* a person must look */
    bool slip;
};

/* Whether two characters belong to one word or number. */
bool match_edge(const struct folded *f, int i);

/* The word at `from`, with "s", "'s", a diminutive. */
bool match_word(const struct names *names, const struct folded *f, int from,
    struct hit *hit);

/* A name whose letters stand apart: T h i j s, t.h.i.j.s. */
bool match_spelled(const struct names *names, const struct folded *f, int from,
    struct hit *hit);

/* A name cut in two by a hyphen, a line or a blank. */
bool match_split(struct arena *a, const struct names *names,
    const struct folded *f, int from, struct hit *hit);

/* J.v.d.B., JvdB. */
bool match_initials(struct arena *a, const struct names *names,
    const struct folded *f, int from, struct hit *hit);

/* Letters exchanged or doubled by mistake. */
bool match_slip(struct arena *a, const struct names *names,
    const struct folded *f, int from, struct hit *hit);

/* A listed code. */
bool match_code(const struct names *names, const struct folded *f, int from,
    struct hit *hit);

/* An address of mail or web, a user name, or letters with digits between them,
   that holds a name: all of it. */
bool match_address(const struct names *names, const struct folded *f, int from,
    struct hit *hit);

#endif

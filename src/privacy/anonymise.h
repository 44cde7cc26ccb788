/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The folder privacy: who could be known from a text.

   Names left out of an interview, before anything is composed: no width,
   bookmark, description, metadata or file name ever knows one.  What is left
   may still point to a person, so the result is never called anonymous. */
#ifndef PRIVACY_ANONYMISE_H
#define PRIVACY_ANONYMISE_H

#include "interview/interview.h"

enum anonymise {
    ANONYMISE_NAMES, /* names and codes of persons */
    ANONYMISE_COURSE /* dates too: for papers that others than the two hold */
};

/* The interview that is reported together with another: names of both are left
   out of both. */
struct beside {
    const struct interview *other;
    bool twice;  /* one child twice: else each has a role of its own */
    bool second; /* the other comes first */
};

/* A copy with stable roles for names: "leerkracht A", "kind B", "coach",
   "persoon C" … in `lang`.  Every text is searched, titles and reasons too;
   the lists of names and the codes of persons are empty in the copy.  `beside`
   may be NULL. */
struct interview *anonymise_interview(struct arena *a,
    const struct interview *iv, const struct beside *beside, enum lang lang,
    enum anonymise how);

/* Refuses (A101) a case id that holds a listed name: it stands in file names
   and titles. */
bool anonymise_check(
    struct arena *a, struct diag *d, const struct interview *iv);

/* Notes (A110 to A190) of all that a person should look at: every
   replacement, words that look like a name, unknown capitals, dates, telephone
   numbers, e-mail addresses, numbers of nine digits.  They hold names: they
   are for the terminal only.  `known` is any text, such as the rules', whose
   words in small letters are no unknown names at the head of a sentence. */
void anonymise_review(struct arena *a, struct diag *d,
    const struct interview *iv, const struct beside *beside, enum lang lang,
    const char *known);

#endif

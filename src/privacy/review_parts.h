/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What the files of the review share. */
#ifndef PRIVACY_REVIEW_PARTS_H
#define PRIVACY_REVIEW_PARTS_H

#include "privacy/names.h"
#include "privacy/word_set.h"

struct review {
    struct arena *a;
    struct diag *d;
    const struct interview *iv;
    const struct names *names;
    struct word_set known; /* words of the rules */
    struct word_set said;  /* words reported, as typed */
    const struct text *text;
    struct folded f;
    int replaced, notes;
};

/* The place of a character, and whether it is to be reported at all. */
bool review_place(struct review *r, int i, struct pos *at);

/* A word that was not replaced. */
void review_word(struct review *r, int from, int to);

/* What may lead to a person and begins at `i`: each returns where it ends, and
   the last three -1 where nothing is there. */
int review_figure(struct review *r, int i);
int review_address(struct review *r, int i);
int review_clue(struct review *r, int i, int limit);
int review_spelled(struct review *r, int i);

#endif

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* An interview as it was typed, printed in the one form in which the program
   writes them: keys in the order of the tables, empty ones left out, long
   texts as blocks, the end marker. */
#ifndef INTERVIEW_TIDY_H
#define INTERVIEW_TIDY_H

#include "interview/model.h"

/* Comments that the program writes itself, and need not be kept. */
struct tidy_known;

/* Those of the template by these rules (NULL: none are known), and of what is
   printed here, in all languages. */
const struct tidy_known *tidy_known(struct arena *a, const struct rules *rules);

/* How many comments of a file are its writer's own. */
int tidy_own_comments(const struct yaml *yaml, const struct tidy_known *known);

/* Prints a model with its keys, and the words that are values, in the language
   `to`.  What is wrong is kept as typed; unknown keys stand at the end of
   their group.  Own comments stand before what they stood before, or behind.
   An empty key of the whole interview is a comment with its help.  False with
   an error reported (I102) where a key that is unknown in the language of the
   file would become another. */
bool tidy_print(struct arena *a, struct diag *d, const struct model *model,
    const struct tidy_known *known, enum lang to, struct buf *out);

#endif

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Whether a quote stands in an answer, and where. */
#ifndef INTERVIEW_QUOTE_H
#define INTERVIEW_QUOTE_H

#include "base/arena.h"

#include <stdbool.h>

/* A text made ready for comparing: blanks in one, quotation marks alike,
   dashes alike; NFC it is already. */
struct folded {
    const char *s;
    size_t len;
    const size_t *from; /* per byte of `s`: its byte in the text; len + 1 */
    const struct grams *grams; /* quote_index, or NULL */
};

struct folded quote_fold(struct arena *a, const char *text);

/* Makes `in` ready to have many quotes looked up in it. */
void quote_index(struct arena *a, struct folded *in);

/* Whether all pieces of `quote` stand in `in`, in their order; "...", "…" and
   "(…)" match any stretch between two pieces. */
bool quote_found(
    struct arena *a, const struct folded *quote, const struct folded *in);

/* The bytes begin..end of a text. */
struct place {
    size_t begin, end;
};

/* The same, with the places of the pieces in the text of `in`.  Returns how
   many there are, -1 where the quote does not stand there. */
int quote_places(struct arena *a, const struct folded *quote,
    const struct folded *in, struct place **out);

/* A stretch of `in`, in bytes of its text, of which the quote is most like;
   `likeness` is 0 to 1000. */
struct stretch {
    size_t begin, end;
    int likeness;
};

struct stretch quote_nearest(
    struct arena *a, const struct folded *quote, const struct folded *in);

#endif

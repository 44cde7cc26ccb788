/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* A text as it is compared with names: small letters without marks, one blank
   for any white space, one form of apostrophe and hyphen.  Each character knows
   the bytes of the text that it stands for. */
#ifndef PRIVACY_FOLD_H
#define PRIVACY_FOLD_H

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>

enum {
    FOLD_LETTER = 1,
    FOLD_DIGIT = 2, /* 0..9 */
    FOLD_CAPITAL = 4
};

struct folded_char {
    uint32_t c;
    unsigned is;     /* FOLD_… */
    size_t from, to; /* bytes of the text */
};

struct folded {
    const char *s; /* the text */
    struct folded_char *v;
    int n;
};

struct folded fold_text(struct arena *a, const char *s);

/* Whether character `i` is there and of that kind, or is `c`. */
bool fold_is(const struct folded *f, int i, unsigned kind);
bool fold_has(const struct folded *f, int i, uint32_t c);

/* Whether these ASCII characters stand at `i`. */
bool fold_starts(const struct folded *f, int i, const char *s);

/* Whether a word begins at `i`: a letter behind no letter. */
bool fold_word_begins(const struct folded *f, int i);

/* The end of the letters that stand at `i`. */
int fold_word_end(const struct folded *f, int i);

/* Whether a sentence may begin at `i`; behind a colon too if `colon`. */
bool fold_sentence_begins(const struct folded *f, int i, bool colon);

/* Characters `from` to `to` (not included) as UTF-8, folded or as typed. */
const char *fold_string(
    struct arena *a, const struct folded *f, int from, int to);
const char *fold_typed(
    struct arena *a, const struct folded *f, int from, int to);

#endif

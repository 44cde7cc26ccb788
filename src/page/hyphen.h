/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Where words may be divided, from a file of patterns.  The only
   user of libhyphen. */
#ifndef PAGE_HYPHEN_H
#define PAGE_HYPHEN_H

#include "base/diag.h"

#include <stdint.h>

/* The patterns of a language and the words looked up before. */
struct hyphenator;

/* Least letters before and after a division, and of a divided word. */
enum { HYPHEN_BEFORE = 2, HYPHEN_AFTER = 3, HYPHEN_WORD = 5 };

/* One with a capital may be a name; so long, it is a word that begins a
   sentence. */
enum { HYPHEN_CAPITAL = 15 };

/* Longer words are not divided. */
enum { HYPHEN_BYTES_MAX = 63 };

/* Opens patterns in libhyphen's form, which live as long as the result; owned
   by the caller, for the run.  NULL where there is no memory. */
struct hyphenator *hyphen_open(const struct source *patterns);

/* NULL is allowed. */
void hyphen_close(struct hyphenator *h);

/* Where the one word in `text` may be divided: bit k says that a line may end
   before byte k.  Punctuation around the word is allowed.  Nothing (0) for a
   short word, one with digits, inner capitals or marks, or with letters the
   patterns do not know; nor for one with a capital, which may be a name that no
   pattern knows ("Ze-ijlstra"), unless it is long. */
uint64_t hyphen_points(
    const struct hyphenator *h, const char *text, size_t len);

#endif

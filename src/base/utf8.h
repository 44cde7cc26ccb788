/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* UTF-8: checked once where text enters, trusted after. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>

/* True if the bytes are well-formed UTF-8 (Unicode 15 table 3-7: no overlong
   forms, no surrogates).  Else `*bad` is the offset of the first byte that is
   not. */
bool utf8_valid(const char *s, size_t len, size_t *bad);

/* The code point at `*s`, and `*s` moves behind it.  `*s` must be valid UTF-8
   and not at the closing NUL. */
uint32_t utf8_next(const char **s);

/* Number of code points in `len` bytes of valid UTF-8. */
size_t utf8_count(const char *s, size_t len);

/* Writes `c` to `out` and returns its length in bytes, 1 to 4. */
int utf8_put(uint32_t c, char out[4]);

/* Code points that Unicode keeps free for ever: no text holds one. */
bool utf8_is_noncharacter(uint32_t c);

/* The capital of a letter (Unicode simple case mapping); any other code point
   itself. */
uint32_t utf8_upper(uint32_t c);

/* The small letter of a capital, likewise. */
uint32_t utf8_lower(uint32_t c);

/* Whether two texts in Normalization Form C are the same but for capitals and
   the white space around them. */
bool utf8_same(const char *a, const char *b);

/* Letters of any script, and marks that belong to one. */
bool utf8_is_letter(uint32_t c);

/* Capitals: letters that have a small form, other than it. */
bool utf8_is_capital(uint32_t c);

/* What a code point is compared by without regard to case, marks and
   ligatures: "É" is e, "ĳ" is i j, "ß" is s s, "ł" is l.  Writes it and returns
   how many; 0 for marks and for what shows nothing (soft hyphen, joiners). */
enum { UTF8_FOLD_MAX = 4 };
int utf8_fold(uint32_t c, uint32_t out[UTF8_FOLD_MAX]);

/* Normalization Form C (UAX #15) of valid UTF-8: `s` itself if it is ASCII or
   in that form already, else a copy in `a`. */
const char *utf8_nfc(struct arena *a, const char *s);

/* Whether SASLprep (RFC 4013) leaves a text in NFC as it is.  The RFC knows
   Unicode 3.2: nothing beyond the first plane. */
bool utf8_is_prepared(const char *s);

/* How different two words are: Damerau-Levenshtein distance (optimal string
   alignment), in code points, without regard to ASCII case; at most 64 code
   points count. */
int utf8_distance(const char *a, const char *b);

/* Whether `b` is near enough to `a` to suggest it: distance at most a third
   of its length plus one, and less than the length. */
bool utf8_similar(const char *a, const char *b, int *distance);

/* The version of utf8proc: "2.8.0". */
const char *utf8_library(void);

#endif

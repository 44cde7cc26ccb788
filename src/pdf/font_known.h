/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Letters of the fonts that layouts name (fonts/catalogue.ini), as HarfBuzz
   shapes them: a table that the build makes of the files it finds
   (fonts/make_known.c), so that no run shapes usual words.  In these fonts a
   letter's glyph is always the same but in ligatures, and its advance depends
   on the letter behind it alone; the build looks whether that is so, and
   tests/unit/pdf/test_font_known.c compares words with HarfBuzz's shaping. */
#ifndef PDF_FONT_KNOWN_H
#define PDF_FONT_KNOWN_H

#include "base/hash.h"

#include <stdint.h>

/* Letters have numbers: ASCII from the space, and others that Dutch and English
   have; a soft hyphen is drawn as a hyphen. */
enum {
    KNOWN_ASCII = 95,
    KNOWN_MORE = 50,
    KNOWN_LETTERS = KNOWN_ASCII + KNOWN_MORE,
    KNOWN_NOT = INT16_MIN /* no advance: HarfBuzz is to be asked */
};

struct font_known {
    char hash[HASH_DIGITS + 1]; /* of the file, as font_file has it */
    uint16_t gid[KNOWN_LETTERS];
    /* 1/1000 em; in the last column where nothing follows. */
    int16_t advance[KNOWN_LETTERS][KNOWN_LETTERS + 1];
};

/* Made by the build; NULL ends it. */
extern const struct font_known *const font_known[];

/* The table of the file with this hash; NULL: there is none. */
const struct font_known *font_known_find(const char *hash);

/* The number of a letter; -1: it has none. */
int font_known_letter(uint32_t c);

/* The letter with this number. */
uint32_t font_known_char(int number);

#endif

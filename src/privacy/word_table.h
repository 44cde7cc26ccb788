/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* A sorted list of words of a to z, packed: what a word has in common with the
   one before it is a number.  Made when the program is built
   (words/make_words.c). */
#ifndef PRIVACY_WORD_TABLE_H
#define PRIVACY_WORD_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    WORD_BLOCK = 64,   /* words, of which the first stands whole */
    WORD_LONG = 11,    /* letters: lists have no longer words */
    WORD_PART = 4,     /* least letters of a part of a compound */
    WORD_LAST = 0x80,  /* set in the last letter of a word */
    WORD_COMMON_0 = 65 /* the sign for "nothing in common" */
};

struct word_table {
    const unsigned char *bytes; /* a zero ends them */
    const uint32_t *blocks;     /* where each begins */
    size_t nblocks;
};

/* Whether the `n` letters at `s` are a word of the list. */
bool word_table_has(const struct word_table *table, const char *s, size_t n);

/* Whether they are words of the list one behind the other, each of WORD_PART
   letters at least, with or without an "s" between: a Dutch compound. */
bool word_table_joins(const struct word_table *table, const char *s, size_t n);

#endif

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Words that belong on one line: a date, "’s middags", "u bent", "groep 3". */
#ifndef PAGE_TIE_H
#define PAGE_TIE_H

#include <stdbool.h>
#include <stddef.h>

/* A stretch of text without white space; it need not be terminated. */
struct token {
    const char *s;
    size_t len;
};

/* Whether no line should end between two words with a space between them;
   `tied` says that the first is tied to the one before it.  Dutch and English
   alike. */
bool tie_words(struct token before, struct token next, bool tied);

#endif

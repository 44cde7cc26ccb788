/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Words that tell names from other words: data of two languages, folded. */
#ifndef PRIVACY_NAME_WORDS_H
#define PRIVACY_NAME_WORDS_H

#include <stdbool.h>

enum name_word {
    WORD_SALUTATION, /* juf, mevrouw: goes with the name behind it */
    WORD_PERSON,     /* moeder, teacher, en: stands beside a listed name */
    WORD_PARTICLE,   /* van, der */
    WORD_NAME,       /* a name that is an ordinary word too */
    WORD_VERB,       /* the same, and the word can begin a question */
    WORD_PRONOUN,    /* ik, je, you: makes such a word a verb */
    WORD_COMMON,     /* begins sentences */
    WORD_CAPITAL,    /* written with a capital, names nobody */
    WORD_MONTH,
    WORD_KIND_COUNT
};

/* Whether the folded word is one of that kind. */
bool name_word_is(enum name_word kind, const char *word);

#endif

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Words that tell names from other words: data of two languages, folded. */
#ifndef PRIVACY_NAME_WORDS_H
#define PRIVACY_NAME_WORDS_H

#include "interview/interview.h"

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
    WORD_SCHOOL,  /* basisschool, obs: a name follows */
    WORD_FIRST,   /* a given name that is an ordinary word too */
    WORD_GIVEN,   /* one that word lists have, but hardly anybody says */
    WORD_PLACE,   /* a town whose name is a word */
    WORD_STREET,  /* street, road: a name before it */
    WORD_GROUP,   /* class, groep: a number behind it */
    WORD_BIRTH,   /* born: a date or a year follows */
    WORD_DAY,     /* the day of a date, in words */
    WORD_BEHIND,  /* follows "juf", and is no name */
    WORD_TITLE,   /* mevr, mrs: nothing but a name follows */
    WORD_CALLED,  /* heet: a name follows */
    WORD_CALLING, /* noemen: whom, and then a name */
    WORD_WHOM,    /* hem */
    WORD_KIND_COUNT
};

/* Whether a folded word of a name is also an ordinary word, so that it is a
   name only with a capital. */
bool name_word_ordinary(enum lang lang, const char *word);

/* Whether a folded word is in a list, of words or of given names: then it is no
   slip of the pen. */
bool name_word_known(enum lang lang, const char *word);

/* Whether the folded word is one of that kind. */
bool name_word_is(enum name_word kind, const char *word);

#endif

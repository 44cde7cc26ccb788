/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Ordinary words of a language: the word lists of Debian (wdutch;
   wbritish-small and wamerican-small) as they were when the program was built,
   so that the answer does not depend on what is installed. */
#ifndef PRIVACY_WORD_LIST_H
#define PRIVACY_WORD_LIST_H

#include "interview/interview.h"
#include "privacy/word_table.h"

/* The data that the build makes. */
extern const struct word_table word_list_words[LANG_COUNT];
extern const struct word_table word_list_names[LANG_COUNT];

/* Whether a folded word is an ordinary one: it is listed in small letters, or
   it is a compound of such words (Dutch) and no name that the list has. */
bool word_list_sure(enum lang lang, const char *word);

/* The same, or it may be one: it is too long to tell. */
bool word_list_has(enum lang lang, const char *word);

#endif

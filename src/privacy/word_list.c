/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "privacy/word_list.h"

#include <string.h>

static bool
is_name(enum lang lang, const char *word)
{
    return word_table_has(&word_list_names[lang], word, strlen(word));
}

bool
word_list_sure(enum lang lang, const char *word)
{
    const struct word_table *words = &word_list_words[lang];
    size_t n = strlen(word);

    return word_table_has(words, word, n) ||
           (lang == LANG_NL && word_table_joins(words, word, n) &&
               !is_name(lang, word));
}

bool
word_list_has(enum lang lang, const char *word)
{
    return word_list_sure(lang, word) ||
           (strlen(word) > WORD_LONG && !is_name(lang, word));
}

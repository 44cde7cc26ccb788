/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "privacy/word_list.h"

#include <string.h>

bool
word_list_has(enum lang lang, const char *word)
{
    const struct word_table *words = &word_list_words[lang];
    size_t n = strlen(word);

    if (word_table_has(words, word, n))
        return true;
    if (n <= WORD_LONG &&
        (lang != LANG_NL || !word_table_joins(words, word, n)))
        return false;
    return !word_table_has(&word_list_names[lang], word, n);
}

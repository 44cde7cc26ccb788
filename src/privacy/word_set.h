/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* A set of words; an empty one is all zeros. */
#ifndef PRIVACY_WORD_SET_H
#define PRIVACY_WORD_SET_H

#include "base/arena.h"

#include <stdbool.h>

struct word_set {
    const char **v;
    size_t n, cap; /* cap: 0 or a power of two */
};

bool word_set_have(const struct word_set *set, const char *word);

/* Adds a word, which must outlive the set; false where it was there. */
bool word_set_add(struct arena *a, struct word_set *set, const char *word);

#endif

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Texts numbered as they are first met; an empty index is all zeros. */
#ifndef BASE_TEXT_INDEX_H
#define BASE_TEXT_INDEX_H

#include "base/key_map.h"

struct text_index {
    const char **v; /* by number */
    int n, cap;
    struct key_map map;
};

/* The number of a text, which is kept as it stands where it is new. */
int text_index_add(struct arena *a, struct text_index *index, const char *s);

#endif

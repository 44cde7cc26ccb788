/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "base/text_index.h"

#include <string.h>

enum { FIRST = 32 };

/* The number under which a text stands, or -1 with the key that it would have:
   where two texts have one key, the later goes by the next. */
static int
find(const struct text_index *index, const char *s, uint64_t *key)
{
    *key = KEY_SEED;
    for (const char *p = s; *p != '\0'; p++)
        *key = key_add(*key, (unsigned char)*p);
    for (;; *key = key_add(*key, 0)) {
        int i = key_map_get(&index->map, *key);

        if (i < 0 || strcmp(index->v[i], s) == 0)
            return i;
    }
}

int
text_index_add(struct arena *a, struct text_index *index, const char *s)
{
    uint64_t key;
    int i = find(index, s, &key);

    if (i >= 0)
        return i;
    GROW(a, index->v, index->n, index->cap, FIRST);
    index->v[index->n] = s;
    key_map_set(a, &index->map, key, index->n);
    return index->n++;
}

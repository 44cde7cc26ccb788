/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "page/kept.h"

#include <string.h>

/* Open addressing; at most half full. */

struct kept_entry {
    const struct block *b; /* NULL: free */
    mpt w;
    struct kept_text text;
};

struct kept {
    struct kept_entry *v;
    size_t n, size; /* a power of two */
};

enum { KEPT_FIRST = 512 };

struct kept *
kept_new(struct arena *a)
{
    struct kept *k = NEW(a, struct kept, 1);

    k->size = KEPT_FIRST;
    k->v = NEW(a, struct kept_entry, (int)k->size);
    return k;
}

static struct kept_entry *
find_entry(const struct kept *k, const struct block *b, mpt w)
{
    uint64_t hash = ((uint64_t)(uintptr_t)b ^ (uint64_t)(uint32_t)w << 40) *
                    UINT64_C(0x9e3779b97f4a7c15);
    size_t i = (size_t)(hash >> 32) & (k->size - 1);

    while (k->v[i].b != NULL && (k->v[i].b != b || k->v[i].w != w))
        i = (i + 1) & (k->size - 1);
    return &k->v[i];
}

static void
grow(struct arena *a, struct kept *k)
{
    struct kept_entry *old = k->v;
    size_t size = k->size;

    k->size *= 2;
    k->v = NEW(a, struct kept_entry, (int)k->size);
    for (size_t i = 0; i < size; i++)
        if (old[i].b != NULL)
            *find_entry(k, old[i].b, old[i].w) = old[i];
}

struct kept_text *
kept_find(struct arena *a, struct kept *k, const struct block *b, mpt w)
{
    struct kept_entry *e = find_entry(k, b, w);

    if (e->b != NULL)
        return &e->text;
    if (2 * ++k->n > k->size) {
        grow(a, k);
        e = find_entry(k, b, w);
    }
    e->b = b;
    e->w = w;
    return &e->text;
}

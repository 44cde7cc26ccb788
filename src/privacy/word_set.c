/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "privacy/word_set.h"

#include <stdint.h>
#include <string.h>

/* Open addressing, at most half full; the hash is FNV-1a. */

static size_t
word_slot(const struct word_set *w, const char *word)
{
    uint64_t hash = 14695981039346656037u;
    size_t slot;

    for (const char *p = word; *p != '\0'; p++)
        hash = (hash ^ (unsigned char)*p) * 1099511628211u;
    slot = (size_t)hash & (w->cap - 1);
    while (w->v[slot] != NULL && strcmp(w->v[slot], word) != 0)
        slot = (slot + 1) & (w->cap - 1);
    return slot;
}

bool
word_set_have(const struct word_set *w, const char *word)
{
    return w->cap > 0 && w->v[word_slot(w, word)] != NULL;
}

static void
word_set_grow(struct arena *a, struct word_set *w)
{
    struct word_set more = {.n = w->n, .cap = w->cap == 0 ? 256 : 2 * w->cap};

    more.v = NEW(a, const char *, more.cap);
    for (size_t i = 0; i < w->cap; i++)
        if (w->v[i] != NULL)
            more.v[word_slot(&more, w->v[i])] = w->v[i];
    *w = more;
}

bool
word_set_add(struct arena *a, struct word_set *w, const char *word)
{
    size_t slot;

    if (2 * w->n >= w->cap)
        word_set_grow(a, w);
    slot = word_slot(w, word);
    if (w->v[slot] != NULL)
        return false;
    w->v[slot] = word;
    w->n++;
    return true;
}

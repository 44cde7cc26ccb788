/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Numbers by key; an empty map is all zeros.  Keys are hashes: who must be sure
   compares what is found. */
#ifndef BASE_KEY_MAP_H
#define BASE_KEY_MAP_H

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>

struct key_slot {
    uint64_t key; /* 0: free */
    int value;
};

struct key_map {
    struct key_slot *v;
    size_t n, cap;
};

/* The hash of characters: that of none is `key_seed`, and each is added. */
enum { KEY_SEED = 5381 };
uint64_t key_add(uint64_t key, uint32_t c);
uint64_t key_of(const uint32_t *c, int n);

/* The value of a key, or -1. */
int key_map_get(const struct key_map *map, uint64_t key);

/* Room for that many more, so that it need not grow step by step. */
void key_map_reserve(struct arena *a, struct key_map *map, size_t more);

/* Sets it where the key is new; false where it has a value. */
bool key_map_set(struct arena *a, struct key_map *map, uint64_t key, int value);

#endif

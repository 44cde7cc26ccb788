/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "base/key_map.h"

/* Open addressing, at most half full. */

enum { KEY_MAP_LEAST = 64 };

uint64_t
key_add(uint64_t key, uint32_t c)
{
    key = (key ^ c) * 0x9e3779b97f4a7c15u;
    return (key ^ (key >> 29)) | 1u;
}

uint64_t
key_of(const uint32_t *c, int n)
{
    uint64_t key = KEY_SEED;

    for (int i = 0; i < n; i++)
        key = key_add(key, c[i]);
    return key;
}

static size_t
slot_of(const struct key_map *map, uint64_t key)
{
    size_t slot = (size_t)(key >> 17) & (map->cap - 1);

    while (map->v[slot].key != 0 && map->v[slot].key != key)
        slot = (slot + 1) & (map->cap - 1);
    return slot;
}

int
key_map_get(const struct key_map *map, uint64_t key)
{
    size_t slot;

    if (map->cap == 0)
        return -1;
    slot = slot_of(map, key);
    return map->v[slot].key == 0 ? -1 : map->v[slot].value;
}

static void
resize(struct arena *a, struct key_map *map, size_t cap)
{
    struct key_map more = {.n = map->n, .cap = cap};

    more.v = NEW(a, struct key_slot, cap);
    for (size_t i = 0; i < map->cap; i++)
        if (map->v[i].key != 0)
            more.v[slot_of(&more, map->v[i].key)] = map->v[i];
    *map = more;
}

void
key_map_reserve(struct arena *a, struct key_map *map, size_t more)
{
    size_t cap = map->cap == 0 ? KEY_MAP_LEAST : map->cap;

    while (cap < 2 * (map->n + more))
        cap *= 2;
    if (cap != map->cap)
        resize(a, map, cap);
}

bool
key_map_set(struct arena *a, struct key_map *map, uint64_t key, int value)
{
    size_t slot;

    key_map_reserve(a, map, 1);
    slot = slot_of(map, key);
    if (map->v[slot].key != 0)
        return false;
    map->v[slot] = (struct key_slot){key, value};
    map->n++;
    return true;
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "privacy/names_parts.h"

#include <assert.h>
#include <string.h>

/* Names with one letter less, with one letter open and cut off are kept by
   their hashes, as in symmetric deletion: what is one letter away from a word
   is then found by the word's own variants. */

enum { OPEN = 0x10ffff, PAIR = 0x10fffe };

static int
get(const struct names *names, const struct key_map *map, uint64_t key)
{
    if (names->steps != NULL)
        ++*names->steps;
    return key_map_get(map, key);
}

/* The letters with the one at `i` left out, or `c` in its place if not 0. */
static uint64_t
key_but(const uint32_t *s, int n, int i, uint32_t c)
{
    uint64_t key = KEY_SEED;

    for (int k = 0; k < n; k++) {
        if (k != i)
            key = key_add(key, s[k]);
        else if (c != 0)
            key = key_add(key, c);
    }
    return key;
}

/* As it sounds: "ij" and "y" are taken for one another. */
static uint64_t
key_sound(const uint32_t *c, int n)
{
    uint64_t key = KEY_SEED;

    for (int i = 0; i < n; i++) {
        bool ij = i + 1 < n && c[i] == 'i' && c[i + 1] == 'j';

        key = key_add(key, ij ? 'y' : c[i]);
        i += ij;
    }
    return key_add(key, PAIR);
}

static void
add_variants(struct arena *a, struct names *names, const struct part *p, int at)
{
    if (p->n < NEAR_MIN)
        return;
    for (int i = 0; i < p->n; i++) {
        key_map_set(a, &names->shorter, key_but(p->c, p->n, i, 0), at);
        key_map_set(a, &names->other, key_but(p->c, p->n, i, OPEN), at);
    }
    key_map_set(a, &names->other, key_sound(p->c, p->n), at);
    for (int i = NEAR_MIN; i < p->n; i++)
        key_map_set(a, &names->begin, key_of(p->c, i), at);
}

void
parts_add(
    struct arena *a, struct names *names, int *cap, const struct part *part)
{
    int have, n = part->n;

    assert(n >= 1 && n <= PART_MAX);
    have = parts_exact(names, part->c, n);
    if (have >= 0) {
        names->parts[have].weak &= part->weak;
        return;
    }
    GROW(a, names->parts, names->nparts, *cap, 16);
    names->parts[names->nparts] = *part;
    key_map_set(a, &names->exact, key_of(part->c, n), names->nparts);
    names->lengths |= (uint64_t)1 << n;
    names->nparts++;
}

void
parts_expect_near(struct arena *a, struct names *names)
{
    size_t letters = 0;

    for (int i = 0; i < names->nparts; i++)
        letters += (size_t)names->parts[i].n;
    key_map_reserve(a, &names->shorter, letters);
    key_map_reserve(a, &names->other, letters + (size_t)names->nparts);
    for (int i = 0; i < names->nparts; i++)
        if (!names->parts[i].weak)
            add_variants(a, names, &names->parts[i], i);
}

static uint64_t
key_pair(uint64_t l, uint64_t r)
{
    uint64_t least = l < r ? l : r, most = l < r ? r : l;

    return key_add(key_add(least, PAIR), (uint32_t)(most >> 32)) ^
           (most << 1 | 1u);
}

void
parts_pair(struct arena *a, struct names *names, const uint32_t *l, int nl,
    const uint32_t *r, int nr, int person)
{
    key_map_set(
        a, &names->pairs, key_pair(key_of(l, nl), key_of(r, nr)), person);
}

int
parts_exact(const struct names *names, const uint32_t *c, int n)
{
    int at;

    if (n < 1 || n > PART_MAX || (names->lengths >> n & 1) == 0)
        return -1;
    at = get(names, &names->exact, key_of(c, n));
    return at >= 0 && names->parts[at].n == n &&
                   memcmp(names->parts[at].c, c, sizeof *c * (size_t)n) == 0
               ? at
               : -1;
}

int
parts_both(const struct names *names, int l, int r)
{
    const struct part *pl = &names->parts[l], *pr = &names->parts[r];

    return get(names, &names->pairs,
        key_pair(key_of(pl->c, pl->n), key_of(pr->c, pr->n)));
}

/* Two letters exchanged. */
static int
swapped(const struct names *names, const uint32_t *c, int n)
{
    uint32_t s[PART_MAX];

    memcpy(s, c, sizeof *c * (size_t)n);
    for (int i = 0; i + 1 < n; i++) {
        int at;

        s[i] = c[i + 1];
        s[i + 1] = c[i];
        at = s[i] != s[i + 1] ? parts_exact(names, s, n) : -1;
        if (at >= 0 && !names->parts[at].weak)
            return at;
        s[i] = c[i];
        s[i + 1] = c[i + 1];
    }
    return -1;
}

/* One letter too many. */
static int
lengthened(const struct names *names, const uint32_t *c, int n, bool *slip)
{
    uint32_t s[PART_MAX + 1];

    for (int i = 0; i < n; i++) {
        int at;

        memcpy(s, c, sizeof *c * (size_t)i);
        memcpy(s + i, c + i + 1, sizeof *c * (size_t)(n - i - 1));
        at = parts_exact(names, s, n - 1);
        if (at >= 0 && !names->parts[at].weak && n > NEAR_MIN) {
            *slip =
                (i > 0 && c[i] == c[i - 1]) || (i + 1 < n && c[i] == c[i + 1]);
            return at;
        }
    }
    return -1;
}

int
parts_near(const struct names *names, const uint32_t *c, int n, bool *slip)
{
    int at;

    *slip = false;
    if (n < NEAR_MIN - 1 || n > PART_MAX || names->nparts == 0)
        return -1;
    at = swapped(names, c, n);
    if (at >= 0 && n >= NEAR_MIN) {
        *slip = true;
        return at;
    }
    at = lengthened(names, c, n, slip);
    if (at >= 0)
        return at;
    at = get(names, &names->shorter, key_of(c, n));
    if (at >= 0) {
        const struct part *p = &names->parts[at];

        for (int i = 1; i < p->n && i <= n && p->n == n + 1; i++)
            *slip |=
                p->c[i] == p->c[i - 1] &&
                memcmp(p->c, c, sizeof *c * (size_t)i) == 0 &&
                memcmp(p->c + i + 1, c + i, sizeof *c * (size_t)(n - i)) == 0;
        return at;
    }
    if (n >= NEAR_MIN)
        at = get(names, &names->other, key_sound(c, n));
    for (int i = 0; i < n && n >= NEAR_MIN && at < 0; i++)
        at = get(names, &names->other, key_but(c, n, i, OPEN));
    return at;
}

int
parts_within(
    const struct names *names, const uint32_t *c, int n, int min, bool begins)
{
    for (int from = 0; from < n && !(begins && from > 0); from++) {
        uint64_t key = KEY_SEED;

        for (int i = from; i < n && i - from < PART_MAX; i++) {
            int len = i - from + 1, at;

            key = key_add(key, c[i]);
            if (len < min || (names->lengths >> len & 1) == 0)
                continue;
            at = get(names, &names->exact, key);
            if (at >= 0 && !names->parts[at].weak && names->parts[at].n == len)
                return at;
        }
    }
    return -1;
}

int
parts_begun(const struct names *names, const uint32_t *c, int n)
{
    return n < NEAR_MIN || n > PART_MAX
               ? -1
               : get(names, &names->begin, key_of(c, n));
}

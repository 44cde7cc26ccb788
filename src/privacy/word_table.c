/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "privacy/word_table.h"

#include <string.h>

enum { WORD_ROOM = 64, COMPOUND_MAX = 32 };

/* Unpacks the word at `*p` over the one before it; returns its length. */
static size_t
unpack(const unsigned char **p, char word[WORD_ROOM])
{
    size_t n = (size_t)(*(*p)++ - WORD_COMMON_0);
    unsigned char c;

    do {
        c = *(*p)++;
        word[n++] = (char)(c & ~WORD_LAST);
    } while ((c & WORD_LAST) == 0);
    return n;
}

static int
compare(const char *l, size_t nl, const char *r, size_t nr)
{
    int order = memcmp(l, r, nl < nr ? nl : nr);

    return order != 0 ? order : (nl > nr) - (nl < nr);
}

/* Whether the block at `p` has the word.  `same`: how many of its letters the
   last word of the block has in common with it; while the next has more in
   common with that one, it is before the word too. */
static bool
scan(const unsigned char *p, const char *s, size_t n)
{
    size_t same = 0;

    for (int i = 0; i < WORD_BLOCK && *p != 0; i++) {
        size_t at = (size_t)(*p++ - WORD_COMMON_0);
        bool last = false;

        if (at < same)
            return false;
        if (at == same) {
            while (!last) {
                char c = (char)(*p & ~WORD_LAST);

                if (at >= n || c > s[at])
                    return false;
                if (c < s[at])
                    break;
                last = (*p++ & WORD_LAST) != 0;
                at++;
            }
            same = at;
            if (last && at == n)
                return true;
        }
        while (!last)
            last = (*p++ & WORD_LAST) != 0;
    }
    return false;
}

bool
word_table_has(const struct word_table *table, const char *s, size_t n)
{
    size_t low = 0, high = table->nblocks;
    char word[WORD_ROOM];
    const unsigned char *p;

    while (high - low > 1) {
        size_t mid = low + (high - low) / 2;

        p = table->bytes + table->blocks[mid];
        if (compare(word, unpack(&p, word), s, n) <= 0)
            low = mid;
        else
            high = mid;
    }
    if (high == 0)
        return false;
    return scan(table->bytes + table->blocks[low], s, n);
}

/* `ends[i]`: the first i letters are words. */
bool
word_table_joins(const struct word_table *table, const char *s, size_t n)
{
    bool ends[COMPOUND_MAX + 1] = {true};

    if (n == 0 || n > COMPOUND_MAX)
        return false;
    for (size_t to = WORD_PART; to <= n; to++) {
        for (size_t from = 0; from + WORD_PART <= to && !ends[to]; from++) {
            size_t len = to - from;

            if (!ends[from])
                continue;
            ends[to] = word_table_has(table, s + from, len) ||
                       (to < n && len > WORD_PART && s[to - 1] == 's' &&
                           word_table_has(table, s + from, len - 1));
        }
    }
    return ends[n];
}

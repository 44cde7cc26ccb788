/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The tables of a .mo file: a head of seven numbers, then length and place of
   each original, in order, and of each translation; gettext's manual, "The
   Format of GNU MO Files".  Numbers are of the machine that made the file, and
   those are little endian. */
#include "web/mo.h"

#include <stdint.h>
#include <string.h>

enum {
    MO_COUNT = 8, /* where in the head: how many, */
    MO_ORIGINALS = 12,
    MO_TRANSLATIONS = 16,
    MO_HEAD = 28,
    MO_ENTRY = 8, /* length, place */
    MO_PLACE = 4
};

static const uint32_t mo_magic = 0x950412de;

static uint32_t
mo_number(const struct mo *mo, size_t at)
{
    const unsigned char *p = mo->data + at;

    return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 |
           (uint32_t)p[3] << 24;
}

/* Text `i` of a table; NULL where the file does not hold it whole. */
static const char *
mo_text(const struct mo *mo, uint32_t table, uint32_t i)
{
    size_t entry = (size_t)table + (size_t)i * MO_ENTRY, at, len;

    if (entry > mo->len || mo->len - entry < MO_ENTRY)
        return NULL;
    len = mo_number(mo, entry);
    at = mo_number(mo, entry + MO_PLACE);
    if (at >= mo->len || len >= mo->len - at || mo->data[at + len] != '\0')
        return NULL;
    return (const char *)mo->data + at;
}

const char *
mo_find(const struct mo *mo, const char *english)
{
    uint32_t low = 0, high;

    if (mo->data == NULL || mo->len < MO_HEAD || mo_number(mo, 0) != mo_magic)
        return english;
    high = mo_number(mo, MO_COUNT);
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const char *found = mo_text(mo, mo_number(mo, MO_ORIGINALS), middle);
        int order = found == NULL ? 1 : strcmp(english, found);

        if (found != NULL && order == 0) {
            found = mo_text(mo, mo_number(mo, MO_TRANSLATIONS), middle);
            return found == NULL || *found == '\0' ? english : found;
        }
        if (order < 0 || found == NULL)
            high = middle;
        else
            low = middle + 1;
    }
    return english;
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "pdf/font.h"

#include <hb.h>

/* The tables of a font file against the directory at its head (OpenType 1.9,
   "Font file"): HarfBuzz reads a damaged file as well as it can, and the
   report would show what is left. */

enum { HEAD = 12, RECORD = 16, HEAD_ADJUSTMENT = 8 };

static unsigned long
read_u32(const unsigned char *p)
{
    return (unsigned long)p[0] << 24 | (unsigned long)p[1] << 16 |
           (unsigned long)p[2] << 8 | p[3];
}

/* The sum of a table's 32-bit words; zeros behind its end. */
static unsigned long
table_sum(const unsigned char *p, size_t len)
{
    unsigned long sum = 0;
    size_t i;

    for (i = 0; i + 4 <= len; i += 4)
        sum += read_u32(p + i);
    for (int shift = 24; i < len; i++, shift -= 8)
        sum += (unsigned long)p[i] << shift;
    return sum & 0xffffffff;
}

/* Whether a table is there and is what its record says. */
static bool
table_is_whole(
    const unsigned char *file, size_t len, const unsigned char *record)
{
    unsigned long tag = read_u32(record), sum = read_u32(record + 4);
    size_t at = read_u32(record + 8), size = read_u32(record + 12);
    unsigned long is;

    if (at > len || size > len - at)
        return false;
    is = table_sum(file + at, size);
    if (is == sum)
        return true;
    /* "head" holds a number that is made last: it counts as zero. */
    return tag == HB_TAG('h', 'e', 'a', 'd') && size >= HEAD_ADJUSTMENT + 4 &&
           ((is - read_u32(file + at + HEAD_ADJUSTMENT)) & 0xffffffff) == sum;
}

/* The first record of a table that is not whole; NULL where all are. */
static const unsigned char *
find_broken(const unsigned char *file, size_t len)
{
    size_t n = (size_t)file[4] << 8 | file[5];

    if (n > (len - HEAD) / RECORD)
        n = (len - HEAD) / RECORD;
    for (size_t i = 0; i < n; i++) {
        const unsigned char *record = file + HEAD + i * RECORD;

        if (!table_is_whole(file, len, record))
            return record;
    }
    return NULL;
}

bool
font_check(struct diag *d, const struct source *src)
{
    static const struct pos nowhere;
    const unsigned char *file = (const unsigned char *)src->text;
    const unsigned char *broken = NULL;
    char tag[5] = "";

    if (src->len >= HEAD && read_u32(file) != HB_TAG('t', 't', 'c', 'f'))
        broken = find_broken(file, src->len);
    if (broken == NULL)
        return true;
    for (int i = 0; i < 4; i++)
        tag[i] = broken[i] >= ' ' && broken[i] < 0x7f ? (char)broken[i] : '?';
    diag_error(d, nowhere, "D104",
        "font %s is damaged: its table \"%s\" is not what its directory says",
        src->name, tag);
    diag_help(d, "fetch the file anew");
    return false;
}

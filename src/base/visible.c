/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "base/visible.h"

#include "base/utf8.h"

#include <string.h>

static const struct {
    uint32_t from, to;
} hidden[] = {
    {0x061c, 0x061c},
    {0x180e, 0x180e},
    {0x200b, 0x200b},
    {0x200e, 0x200f},
    {0x202a, 0x202e},
    {0x2060, 0x206f},
    {0xfeff, 0xfeff},
    {0xfff9, 0xfffb},
    {0xe0000, 0xe007f},
};

bool
visible_hides(uint32_t c)
{
    for (size_t i = 0;
         i < sizeof hidden / sizeof *hidden && c >= hidden[i].from; i++)
        if (c <= hidden[i].to)
            return true;
    return false;
}

bool
visible_acts(uint32_t c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x200c || c == 0x200d ||
           c == 0x2028 || c == 0x2029 || visible_hides(c);
}

size_t
visible_step(const char *p, size_t left)
{
    size_t bad, most = left < 4 ? left : 4;

    if (left > 0 && (unsigned char)*p < 0x80)
        return 1;
    for (size_t n = 1; n <= most; n++)
        if (utf8_valid(p, n, &bad))
            return n;
    return 1;
}

void
buf_visible_one(struct buf *out, const char *p, size_t n)
{
    size_t bad;
    const char *end = p;
    uint32_t c = 0;

    if (!utf8_valid(p, n, &bad)) {
        buf_printf(out, "<0x%02X>", (unsigned)(unsigned char)*p);
        return;
    }
    if (*p != '\0') /* utf8_next may not stand on it */
        c = utf8_next(&end);
    if (visible_acts(c))
        buf_printf(out, "<U+%04X>", (unsigned)c);
    else
        buf_add(out, p, n);
}

void
buf_visible(struct buf *out, const char *s, size_t len)
{
    while (len > 0) {
        size_t n = visible_step(s, len);

        if (*s == '\t' || *s == '\n')
            buf_putc(out, *s);
        else
            buf_visible_one(out, s, n);
        s += n;
        len -= n;
    }
}

void
buf_visible_line(struct buf *out, const char *s)
{
    size_t left = strlen(s);

    while (left > 0) {
        size_t n = visible_step(s, left);

        if (*s == '\t' || *s == '\n')
            buf_putc(out, ' ');
        else
            buf_visible_one(out, s, n);
        s += n;
        left -= n;
    }
}

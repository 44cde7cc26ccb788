/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "base/buf.h"

#include "base/utf8.h"
#include "base/visible.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

struct buf
buf_new(struct arena *a)
{
    return (struct buf){.a = a};
}

static void
buf_reserve(struct buf *b, size_t more)
{
    size_t cap;

    if (b->cap - b->len > more)
        return;
    cap = (b->len + more + 1) * 2;
    if (cap < 256)
        cap = 256;
    b->p = arena_more(b->a, b->p, b->cap, cap);
    b->cap = cap;
}

void
buf_add(struct buf *b, const void *bytes, size_t len)
{
    buf_reserve(b, len);
    if (len > 0)
        memcpy(b->p + b->len, bytes, len);
    b->len += len;
    b->p[b->len] = '\0';
}

char *
buf_room(struct buf *b, size_t len)
{
    buf_reserve(b, len);
    return b->p + b->len;
}

void
buf_puts(struct buf *b, const char *s)
{
    buf_add(b, s, strlen(s));
}

void
buf_putc(struct buf *b, char c)
{
    buf_reserve(b, 1);
    b->p[b->len++] = c;
    b->p[b->len] = '\0';
}

void
buf_printf(struct buf *b, const char *fmt, ...)
{
    va_list ap, again;
    size_t room;
    int n;

    buf_reserve(b, 0);
    room = b->cap - b->len;
    va_start(ap, fmt);
    va_copy(again, ap);
    n = vsnprintf(b->p + b->len, room, fmt, ap);
    va_end(ap);
    if ((size_t)n >= room) {
        buf_reserve(b, (size_t)n);
        vsnprintf(b->p + b->len, (size_t)n + 1, fmt, again);
    }
    va_end(again);
    b->len += (size_t)n;
}

void
buf_number(struct buf *b, unsigned long v)
{
    char t[24];
    size_t i = sizeof t;

    do
        t[--i] = (char)('0' + v % 10);
    while ((v /= 10) > 0);
    buf_add(b, t + i, sizeof t - i);
}

void
buf_milli(struct buf *b, long thousandths)
{
    char t[24];
    size_t i = sizeof t;
    unsigned long v = thousandths < 0 ? 0UL - (unsigned long)thousandths
                                      : (unsigned long)thousandths;
    unsigned long whole = v / 1000, part = v % 1000;

    if (part > 0) {
        for (int k = 0; k < 3; k++, part /= 10)
            if (i < sizeof t || part % 10 != 0)
                t[--i] = (char)('0' + part % 10);
        t[--i] = '.';
    }
    do
        t[--i] = (char)('0' + whole % 10);
    while ((whole /= 10) > 0);
    if (thousandths < 0)
        t[--i] = '-';
    buf_add(b, t + i, sizeof t - i);
}

/* RFC 8259, section 7: beyond U+FFFF as a surrogate pair. */
static void
json_escape(struct buf *b, uint32_t c)
{
    if (c < 0x10000)
        buf_printf(b, "\\u%04x", (unsigned)c);
    else
        buf_printf(b, "\\u%04x\\u%04x", (unsigned)(0xd7c0 + (c >> 10)),
            (unsigned)(0xdc00 + (c & 0x3ff)));
}

static void
json_character(struct buf *b, const char *p, size_t n)
{
    size_t bad;
    const char *end = p;
    uint32_t c;

    if (!utf8_valid(p, n, &bad)) {
        buf_visible_one(b, p, n);
        return;
    }
    c = utf8_next(&end);
    if (c == '"' || c == '\\')
        buf_printf(b, "\\%c", (char)c);
    else if (c == '\n')
        buf_puts(b, "\\n");
    else if (visible_acts(c))
        json_escape(b, c);
    else
        buf_add(b, p, n);
}

void
buf_json(struct buf *b, const char *s)
{
    size_t left;

    if (s == NULL) {
        buf_puts(b, "null");
        return;
    }
    buf_putc(b, '"');
    left = strlen(s);
    while (left > 0) {
        size_t n = visible_step(s, left);

        json_character(b, s, n);
        s += n;
        left -= n;
    }
    buf_putc(b, '"');
}

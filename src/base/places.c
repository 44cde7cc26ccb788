/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "base/places.h"

#include "base/utf8.h"
#include "base/visible.h"

#include <string.h>

/* A mark stands at the first character behind every STEP bytes.  Marks are in
   order of their bytes and so of their places: both are found by halving, and
   what is left to walk is no more than STEP. */

enum { STEP = 256 };

struct source_mark {
    size_t offset;
    int line, col;
};

static const char byte_order_mark[] = "\xef\xbb\xbf";

static struct source_mark
first_mark(const struct source *src)
{
    bool bom = src->len >= 3 && memcmp(src->text, byte_order_mark, 3) == 0;

    return (struct source_mark){bom ? 3 : 0, 1, 1};
}

/* Moves over a character; bytes that are none count as one each. */
static void
mark_step(const struct source *src, struct source_mark *m)
{
    unsigned char c = (unsigned char)src->text[m->offset];

    if (c == '\n') {
        m->line++;
        m->col = 1;
        m->offset++;
        return;
    }
    m->col++;
    m->offset +=
        c < 0x80 ? 1
                 : visible_step(src->text + m->offset, src->len - m->offset);
}

/* Moves to the beginning of the line that holds the byte, if that lies behind
   the mark. */
static void
walk_to_offset(const struct source *src, struct source_mark *m, size_t offset)
{
    while (m->offset < offset) {
        const char *stop =
            memchr(src->text + m->offset, '\n', offset - m->offset);

        if (stop == NULL)
            return;
        *m = (struct source_mark){
            (size_t)(stop + 1 - src->text), m->line + 1, 1};
    }
}

void
places_mark(struct arena *a, struct source *src)
{
    struct source_mark m = first_mark(src), *v;
    size_t most = src->len / STEP + 1, n = 0, bad;

    if (!utf8_valid(src->text, src->len, &bad))
        return;
    v = arena_alloc_n(a, sizeof *v, most);
    while (n < most) {
        /* Lines that end before it are not walked through. */
        walk_to_offset(src, &m, n * STEP);
        while (m.offset < src->len && m.offset < n * STEP)
            mark_step(src, &m);
        if (m.offset >= src->len)
            break;
        v[n++] = m;
    }
    src->marks = v;
    src->nmarks = n;
}

static bool
mark_before_place(const struct source_mark *m, int line, int col)
{
    return m->line < line || (m->line == line && m->col <= col);
}

/* The last mark that is not behind a byte; behind a place, where `line` is
   none. */
static struct source_mark
nearest(const struct source *src, size_t offset, int line, int col)
{
    size_t low = 0, high = src->nmarks;

    while (low < high) {
        size_t mid = low + (high - low) / 2;
        const struct source_mark *m = &src->marks[mid];

        if (line > 0 ? mark_before_place(m, line, col) : m->offset <= offset)
            low = mid + 1;
        else
            high = mid;
    }
    return low == 0 ? first_mark(src) : src->marks[low - 1];
}

/* Moves to the beginning of a line at or behind the mark. */
static bool
walk_to_line(const struct source *src, struct source_mark *m, int line)
{
    while (m->line < line) {
        const char *stop =
            memchr(src->text + m->offset, '\n', src->len - m->offset);

        if (stop == NULL)
            return false;
        *m = (struct source_mark){
            (size_t)(stop + 1 - src->text), m->line + 1, 1};
    }
    return true;
}

bool
places_line(const struct source *src, int line, size_t *begin)
{
    struct source_mark m = nearest(src, 0, line < 1 ? 1 : line, 1);

    *begin = m.offset;
    if (!walk_to_line(src, &m, line))
        return false;
    *begin = m.offset;
    return true;
}

size_t
places_offset(struct pos at)
{
    const struct source *src = at.src;
    struct source_mark m =
        nearest(src, 0, at.line < 1 ? 1 : at.line, at.col < 1 ? 1 : at.col);

    if (!walk_to_line(src, &m, at.line))
        return src->len;
    while (m.col < at.col && m.offset < src->len) {
        int col = m.col + 1;

        mark_step(src, &m);
        m.col = col; /* a place behind the end of a line lies in the next */
    }
    return m.offset;
}

struct pos
diag_pos(const struct source *src, size_t offset)
{
    struct source_mark m;

    if (offset > src->len)
        offset = src->len;
    m = nearest(src, offset, 0, 0);
    while (m.offset < offset)
        mark_step(src, &m);
    return (struct pos){.src = src, .line = m.line, .col = m.col};
}

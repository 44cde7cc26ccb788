/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "format/bytes.h"

#include "base/places.h"
#include "base/utf8.h"
#include "format/text.h"

#include <string.h>
#include <strings.h>

/* How far into a packed file the names of its parts are looked for. */
enum { PACKED_MAX = 8192 };

bool
bytes_utf16(const struct source *src, bool *big)
{
    const unsigned char *s = (const unsigned char *)src->text;

    if (src->len < 2)
        return false;
    *big = s[0] == 0xfe || s[0] == 0;
    return (s[0] == 0xff && s[1] == 0xfe) || (s[0] == 0xfe && s[1] == 0xff) ||
           (s[0] == 0) != (s[1] == 0);
}

static struct source *
new_source(struct arena *a, const struct source *src, const struct buf *text)
{
    struct source *out = NEW(a, struct source, 1);

    *out = (struct source){.name = src->name,
        .text = text->p == NULL ? "" : text->p,
        .len = text->len};
    places_mark(a, out);
    return out;
}

static void
put(struct buf *out, uint32_t c)
{
    char bytes[4];
    int n = utf8_put(c, bytes);

    for (int i = 0; i < n; i++)
        buf_putc(out, bytes[i]);
}

static uint32_t
unit_at(const struct source *src, size_t i, bool big)
{
    const unsigned char *s = (const unsigned char *)src->text + i;

    return big ? (uint32_t)s[0] << 8 | s[1] : (uint32_t)s[1] << 8 | s[0];
}

const struct source *
bytes_from_utf16(
    struct arena *a, const struct source *src, bool big, size_t *damaged)
{
    struct buf out = buf_new(a);
    size_t i = 0;

    for (; i + 1 < src->len; i += 2) {
        uint32_t c = unit_at(src, i, big);

        if (c >= 0xd800 && c < 0xdc00 && i + 3 < src->len) {
            uint32_t low = unit_at(src, i + 2, big);

            if (low < 0xdc00 || low > 0xdfff)
                break;
            c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
            i += 2;
        } else if (c >= 0xd800 && c <= 0xdfff) {
            break;
        }
        if (i > 0 || c != 0xfeff)
            put(&out, c);
    }
    *damaged = i;
    return i == src->len ? new_source(a, src, &out) : NULL;
}

const struct source *
bytes_from_windows(struct arena *a, const struct source *src)
{
    struct buf out = buf_new(a);

    for (size_t i = 0; i < src->len; i++)
        put(&out, text_windows((unsigned char)src->text[i]));
    return new_source(a, src, &out);
}

bool
bytes_windows(const struct source *src)
{
    size_t bad;

    if (utf8_valid(src->text, src->len, &bad))
        return false;
    for (size_t i = 0; i < src->len; i++) {
        uint32_t c = text_windows((unsigned char)src->text[i]);

        if (c == 0 || (c >= 0x80 && (i < bad || c < 0xa0)))
            return false;
    }
    return true;
}

static bool
holds(const struct source *src, const char *part)
{
    size_t n = strlen(part);
    size_t end = src->len < PACKED_MAX ? src->len : PACKED_MAX;

    for (size_t i = 0; i + n <= end; i++)
        if (memcmp(src->text + i, part, n) == 0)
            return true;
    return false;
}

/* What is packed as ZIP says what it is by the names of its parts. */
static const char *
packed_kind(const struct source *src)
{
    static const struct {
        const char *part, *kind;
    } kinds[] = {
        {"word/", DIAG_WORDS("a Word file")},
        {"opendocument.text", DIAG_WORDS("a LibreOffice file")},
        {"opendocument.", DIAG_WORDS("a LibreOffice file")},
        {"xl/", DIAG_WORDS("an Excel file")},
        {"Index/", DIAG_WORDS("a Pages file")},
    };

    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (holds(src, kinds[i].part))
            return kinds[i].kind;
    return DIAG_WORDS("a packed file (ZIP)");
}

static bool
is_page(const struct source *src)
{
    const char *p = src->text, *end = p + src->len;

    if (src->len >= 3 && memcmp(p, "\xef\xbb\xbf", 3) == 0)
        p += 3;
    while (p < end && strchr(" \t\r\n", *p) != NULL)
        p++;
    return end - p > 14 && (strncasecmp(p, "<!doctype html", 14) == 0 ||
                               strncasecmp(p, "<html", 5) == 0);
}

const char *
bytes_kind(const struct source *src)
{
    static const struct {
        const char *begin;
        size_t len;
        const char *kind;
    } kinds[] = {
        {"{\\rtf", 5, DIAG_WORDS("an RTF file")},
        {"%PDF-", 5, DIAG_WORDS("a PDF")},
        {"\xd0\xcf\x11\xe0", 4, DIAG_WORDS("an old Word file")},
        {"\x89PNG", 4, DIAG_WORDS("a picture")},
        {"\xff\xd8\xff", 3, DIAG_WORDS("a picture")},
    };

    if (src->len >= 4 && memcmp(src->text, "PK\3\4", 4) == 0)
        return packed_kind(src);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (src->len >= kinds[i].len &&
            memcmp(src->text, kinds[i].begin, kinds[i].len) == 0)
            return kinds[i].kind;
    return is_page(src) ? DIAG_WORDS("a web page") : NULL;
}

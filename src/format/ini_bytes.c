/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "format/ini_scan.h"

#include "base/utf8.h"

#include <string.h>

/* What no INI text may hold, before any line is looked at. */

size_t
ini_bom(const struct source *src)
{
    return src->len >= 3 && memcmp(src->text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
}

static bool
check_utf8(struct diag *d, const struct source *src)
{
    size_t bad;

    if (utf8_valid(src->text, src->len, &bad))
        return true;
    diag_error(d, diag_pos(src, bad), "R101", "this byte is not UTF-8");
    diag_help(d, "save the file as UTF-8");
    return false;
}

/* Controls that have no place in INI text; LS and PS end lines elsewhere. */
static bool
is_control(uint32_t c)
{
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') ||
           (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029;
}

static void
check_character(struct diag *d, const struct source *src, size_t i, uint32_t c)
{
    if (c == 0) {
        diag_error(d, diag_pos(src, i), "R102", "a NUL byte in the text");
        diag_help(d, "save the file as plain text in UTF-8");
    } else if (c == '\r' && (i + 1 >= src->len || src->text[i + 1] != '\n')) {
        diag_error(
            d, diag_pos(src, i), "R103", "a carriage return that ends no line");
        diag_help(d, "save the file with line ends LF or CRLF");
    } else if (utf8_is_noncharacter(c)) {
        diag_error(d, diag_pos(src, i), "R104",
            "a noncharacter (U+%04X) in the text", (unsigned)c);
        diag_help(d, "delete it: no text holds one");
    } else if (is_control(c)) {
        diag_error(d, diag_pos(src, i), "R104",
            "control character U+%04X in the text", (unsigned)c);
    }
}

/* What most texts are made of. */
static const char *
skip_plain(const char *p, const char *end)
{
    while (p < end && ((*p >= 0x20 && *p < 0x7f) || *p == '\n'))
        p++;
    return p;
}

static bool
check_characters(struct diag *d, const struct source *src)
{
    int before = diag_errors(d, src);
    const char *p = src->text;
    const char *end = p + src->len;

    while (p < end && !diag_full(d, src)) {
        size_t i;
        uint32_t c = 0;

        p = skip_plain(p, end);
        if (p == end)
            break;
        i = (size_t)(p - src->text);

        if (*p == '\0')
            p++; /* utf8_next may not stand on it */
        else
            c = utf8_next(&p);
        check_character(d, src, i, c);
    }
    return diag_errors(d, src) == before;
}

bool
ini_check_bytes(struct diag *d, const struct source *src)
{
    return check_utf8(d, src) && check_characters(d, src);
}

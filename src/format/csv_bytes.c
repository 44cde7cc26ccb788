/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "format/csv_bytes.h"

#include "base/utf8.h"
#include "format/bytes.h"
#include "format/text.h"

#include <string.h>

static const struct source *
from_utf16(struct arena *a, struct diag *d, const struct source *src, bool big)
{
    size_t damaged;
    const struct source *text = bytes_from_utf16(a, src, big, &damaged);

    if (text != NULL)
        return text;
    diag_error(d, (struct pos){.src = src}, "S101",
        "byte %zu of this UTF-16 is damaged", damaged + 1);
    diag_help(d, "save the table as CSV in UTF-8");
    return NULL;
}

static const struct source *
from_windows(
    struct arena *a, struct diag *d, const struct source *src, size_t bad)
{
    unsigned char odd = (unsigned char)src->text[bad];
    const struct source *text = bytes_from_windows(a, src);
    size_t at = bad; /* ASCII before it: as many bytes */
    char letter[5] = "";

    utf8_put(text_windows(odd), letter);
    diag_warning(d, diag_pos(text, at), "S108",
        "this table is not UTF-8; it is read as Windows-1252, byte 0x%02X here "
        "as \"%s\"",
        (unsigned)odd, letter);
    diag_help(d, "see whether names with accents are right on paper, or save "
                 "the table as CSV in UTF-8");
    return text;
}

/* UTF-8 up to here, and then no more: damage, not another code page. */
static const struct source *
refuse_byte(struct diag *d, const struct source *src, size_t bad)
{
    diag_error(d, diag_pos(src, bad), "S101", "this byte is not UTF-8");
    diag_help(d, "save the table as CSV in UTF-8");
    return NULL;
}

static bool
all_ascii(const struct source *src, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if ((unsigned char)src->text[i] >= 0x80)
            return false;
    return true;
}

/* Whether no text holds `c`; `rest` is what follows it. */
static bool
is_control(uint32_t c, const char *rest, const char *end)
{
    if (c == '\r')
        return rest == end || *rest != '\n';
    return (c < 0x20 && c != '\t' && c != '\n') || c == 0x7f;
}

static bool
check_controls(struct diag *d, const struct source *src)
{
    const char *p = src->text, *end = p + src->len;

    while (p < end) {
        const char *at = p;
        uint32_t c = *p == '\0' ? (uint32_t)(unsigned char)*p++ : utf8_next(&p);

        if (utf8_is_noncharacter(c))
            return diag_error(d, diag_pos(src, (size_t)(at - src->text)),
                "S102", "a noncharacter (U+%04X) in the table", (unsigned)c);
        if (is_control(c, p, end))
            return diag_error(d, diag_pos(src, (size_t)(at - src->text)),
                "S102", "control character U+%04X in the table", (unsigned)c);
    }
    return true;
}

const struct source *
csv_text(struct arena *a, struct diag *d, const struct source *src)
{
    bool big = false;
    size_t bad;

    if (bytes_utf16(src, &big))
        src = from_utf16(a, d, src, big);
    else if (!utf8_valid(src->text, src->len, &bad))
        src = all_ascii(src, bad) ? from_windows(a, d, src, bad)
                                  : refuse_byte(d, src, bad);
    return src != NULL && check_controls(d, src) ? src : NULL;
}

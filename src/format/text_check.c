/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "base/utf8.h"
#include "base/visible.h"
#include "format/text.h"

#include <string.h>

enum { LOCATED_MAX = 20 };

/* What cannot be printed as it should be. */

struct range {
    uint32_t from, to;
};

/* Scripts written from right to left, or whose letters join, move or stack:
   Hebrew to Arabic Extended, the scripts of India, Tibetan, Myanmar, the
   Philippines, Khmer, Mongolian, Indonesia and their later additions. */
static const struct range script[] = {
    {0x0590, 0x08ff},
    {0x0900, 0x0dff},
    {0x0f00, 0x109f},
    {0x1700, 0x18af},
    {0x1900, 0x1c7f},
    {0x1cc0, 0x1cff},
    {0xa800, 0xa82f},
    {0xa840, 0xa9ff},
    {0xaa00, 0xaaff},
    {0xabc0, 0xabff},
    {0xfb1d, 0xfdff},
    {0xfe70, 0xfefe},
    {0x10800, 0x11fff},
    {0x1e800, 0x1efff},
};

static bool
in_ranges(uint32_t c, const struct range *v, size_t n)
{
    for (size_t i = 0; i < n && c >= v[i].from; i++)
        if (c <= v[i].to)
            return true;
    return false;
}

#define LIES_IN(c, ranges)                                                     \
    in_ranges(c, ranges, sizeof(ranges) / sizeof *(ranges))

/* Blanks other than those of ASCII, and what stands inside words. */
static const struct range blank[] = {
    {0x0085, 0x0085},
    {0x00a0, 0x00a0},
    {0x00ad, 0x00ad},
    {0x1680, 0x1680},
    {0x2000, 0x200d},
    {0x2028, 0x2029},
    {0x202f, 0x202f},
    {0x205f, 0x205f},
    {0x3000, 0x3000},
};

bool
text_odd_blank(uint32_t c)
{
    return LIES_IN(c, blank) || visible_hides(c);
}

bool
text_plain_blanks(const char *text)
{
    while (*text != '\0') {
        uint32_t c = utf8_next(&text);

        if (c > ' ' && text_odd_blank(c))
            return false;
    }
    return true;
}

bool
text_blank(const char *text)
{
    while (*text != '\0') {
        uint32_t c = utf8_next(&text);

        if (c > ' ' && !text_odd_blank(c))
            return false;
    }
    return true;
}

/* Places are looked up for messages that will be shown only: it takes a walk
   through the file. */
static struct pos
place_of(const struct diag *d, const struct text *text, const char *p)
{
    if (diag_full(d, text->at.src) ||
        diag_warnings(d, text->at.src) > LOCATED_MAX)
        return text->at;
    return text_locate(text, (size_t)(p - text->s));
}

/* Windows-1252 where it differs from Latin-1: bytes 0x80 to 0x9f. */
static const uint16_t windows[32] = {0x20ac, 0x81, 0x201a, 0x0192, 0x201e,
    0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8d,
    0x017d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
    0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d, 0x017e, 0x0178};

uint32_t
text_windows(unsigned char byte)
{
    return byte >= 0x80 && byte < 0xa0 ? windows[byte - 0x80] : byte;
}

int
text_windows_byte(uint32_t c)
{
    for (int i = 0; i < 32; i++)
        if (windows[i] == c)
            return 0x80 + i;
    return c >= 0xa0 && c <= 0xff ? (int)c : -1;
}

/* The character that was saved as UTF-8 and read as Windows-1252, so that two
   or three stand in its place; 0: none begins here.  Only what begins as
   letters with accents and typographic signs do: such pairs stand in no text.
   `*p` moves behind it. */
static uint32_t
misread(const char **p)
{
    const char *end = *p;
    uint32_t first = utf8_next(&end), c;
    int more = first == 0xe2 ? 2 : 1;

    if (first != 0xc2 && first != 0xc3 && first != 0xe2)
        return 0;
    c = first & (more == 2 ? 0x0f : 0x1f);
    for (int i = 0; i < more; i++) {
        int byte = *end == '\0' ? -1 : text_windows_byte(utf8_next(&end));

        if (byte < 0x80 || byte > 0xbf)
            return 0;
        c = c << 6 | (uint32_t)(byte & 0x3f);
    }
    *p = end;
    return c;
}

/* Where a kind of fault begins in a text; NULL: nowhere. */
struct found {
    const char *at;
    uint32_t c;
};

static void
note(struct found *f, const char *at, uint32_t c)
{
    if (f->at == NULL)
        *f = (struct found){at, c};
}

/* What shows or hides that a character was lost on the way here. */
static bool
check_damage(struct diag *d, char family, const struct text *text,
    const struct found *gone, const struct found *pair)
{
    if (pair->at != NULL) {
        const char *end = pair->at;
        char meant[8] = "";

        misread(&end);
        utf8_put(pair->c, meant);
        diag_warning(d, place_of(d, text, pair->at),
            family == 'I' ? "I412" : "R412",
            "\"%.*s\" was probably \"%s\" before the file was saved wrongly",
            (int)(end - pair->at), pair->at, meant);
        diag_help(d,
            "open the first file as UTF-8 and copy the text again, or "
            "write \"%s\"",
            meant);
    }
    if (gone->at == NULL)
        return true;
    diag_error(d, place_of(d, text, gone->at), family == 'I' ? "I216" : "R216",
        "a character is gone here (U+FFFD stands in its place)");
    diag_help(
        d, "it was lost when the text was saved or copied: type it again");
    return false;
}

static bool
check_shown(struct diag *d, char family, const struct text *text,
    const struct found *odd, const struct found *bad)
{
    if (odd->at != NULL) {
        diag_warning(d, place_of(d, text, odd->at),
            family == 'I' ? "I401" : "R401",
            "an invisible character, U+%04X, stands in this text",
            (unsigned)odd->c);
        diag_help(d, "it came along when the text was copied; type this spot "
                     "again to be rid of it");
    }
    if (bad->at == NULL)
        return true;
    diag_error(d, place_of(d, text, bad->at), family == 'I' ? "I215" : "R215",
        "letters of this script cannot be printed (U+%04X)", (unsigned)bad->c);
    diag_help(d, "text from right to left or with joining letters would come "
                 "out wrong: write it in Latin, Greek or Cyrillic letters");
    return false;
}

bool
text_check(struct diag *d, char family, const struct text *text)
{
    struct found odd = {0}, bad = {0}, gone = {0}, pair = {0};
    const char *p = text->s;
    bool ok;

    while (p != NULL && *p != '\0') {
        const char *begin = p, *end = p;
        uint32_t c = utf8_next(&p), meant;

        if (c < 0x80)
            continue;
        meant = misread(&end);
        if (meant != 0) {
            note(&pair, begin, meant);
            p = end;
        } else if (c == 0xfffd) {
            note(&gone, begin, c);
        } else if (visible_hides(c)) {
            note(&odd, begin, c);
        } else if (LIES_IN(c, script)) {
            note(&bad, begin, c);
        }
    }
    ok = check_damage(d, family, text, &gone, &pair);
    return check_shown(d, family, text, &odd, &bad) && ok;
}

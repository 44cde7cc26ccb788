#include "format/text.h"

#include "base/utf8.h"

#include <string.h>

enum { LOCATED_MAX = 20, QUOTE_MAX = 48 };

/* Finding a place: the text that was read and the bytes of the file are
   walked side by side from where the value begins.  Line breaks and
   indentation of the file match any blanks of the text; quoting that doubles
   or escapes a character is stepped over.  Where the two part (an escape, a
   composed character) the place is not known. */

const char *
text_quote(struct arena *a, const char *text)
{
    const char *end = text;

    for (int n = 0; n < QUOTE_MAX && *end != '\0'; n++)
        utf8_next(&end);
    if (*end == '\0')
        return text;
    return arena_printf(a, "%.*s\xe2\x80\xa6", (int)(end - text), text);
}

size_t
text_offset(struct pos at)
{
    const char *p = at.src->text, *end = p + at.src->len;

    if (at.src->len >= 3 && memcmp(p, "\xef\xbb\xbf", 3) == 0)
        p += 3;
    for (int line = 1; line < at.line; line++) {
        const char *stop = memchr(p, '\n', (size_t)(end - p));

        if (stop == NULL)
            return at.src->len;
        p = stop + 1;
    }
    for (int col = 1; col < at.col && p < end; col++)
        utf8_next(&p);
    return (size_t)(p - at.src->text);
}

static bool
is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

static const char *
skip_blanks(const char *p)
{
    while (is_blank(*p))
        p++;
    return p;
}

/* Where the first character of the value stands, behind a quote or the line
   of a block sign; `*quote` is the quote or '\0'. */
static const char *
value_begin(const char *p, char *quote)
{
    *quote = '\0';
    if (*p == '"' || *p == '\'') {
        *quote = *p;
        return p + 1;
    }
    if (*p == '|' || *p == '>') {
        p += strcspn(p, "\n");
        return skip_blanks(p);
    }
    return p;
}

struct pos
text_locate(const struct text *text, size_t offset)
{
    const char *t = text->s, *p;
    char quote;

    if (text->at.src == NULL || text->at.line < 1 || t == NULL)
        return text->at;
    p = value_begin(text->at.src->text + text_offset(text->at), &quote);
    if (quote == '\0')
        t = skip_blanks(t);
    while (t < text->s + offset) {
        if (is_blank(*t) && is_blank(*p)) {
            t = skip_blanks(t);
            p = skip_blanks(p);
            continue;
        }
        if (quote == '\'' && p[0] == '\'' && p[1] == '\'')
            p++;
        else if (quote == '"' && p[0] == '\\' && strchr("\"\\/ ", p[1]))
            p++;
        if (*p == '\0' || *p != *t)
            return text->at;
        p++;
        t++;
    }
    return diag_pos(text->at.src, (size_t)(p - text->at.src->text));
}

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

/* Directions, zero width, deprecated format characters and tags.  The joiners
   U+200C and U+200D and the soft hyphen stand inside words: they are left
   alone. */
static const struct range invisible[] = {
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
text_blank(const char *text)
{
    while (*text != '\0') {
        uint32_t c = utf8_next(&text);

        if (c > ' ' && !LIES_IN(c, blank) && !LIES_IN(c, invisible))
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

bool
text_check(struct diag *d, char family, const struct text *text)
{
    const char *p = text->s, *bad = NULL, *odd = NULL;
    uint32_t badc = 0, oddc = 0;

    while (p != NULL && *p != '\0') {
        const char *begin = p;
        uint32_t c = utf8_next(&p);

        if (c < 0x0590)
            continue;
        if (LIES_IN(c, invisible)) {
            if (odd == NULL) {
                odd = begin;
                oddc = c;
            }
        } else if (bad == NULL && LIES_IN(c, script)) {
            bad = begin;
            badc = c;
        }
    }
    if (odd != NULL) {
        diag_warning(d, place_of(d, text, odd), family == 'I' ? "I401" : "R401",
            "an invisible character, U+%04X, stands in this text",
            (unsigned)oddc);
        diag_help(d, "it came along when the text was copied; type this spot "
                     "again to be rid of it");
    }
    if (bad == NULL)
        return true;
    diag_error(d, place_of(d, text, bad), family == 'I' ? "I215" : "R215",
        "letters of this script cannot be printed (U+%04X)", (unsigned)badc);
    diag_help(d, "text from right to left or with joining letters would come "
                 "out wrong: write it in Latin, Greek or Cyrillic letters");
    return false;
}

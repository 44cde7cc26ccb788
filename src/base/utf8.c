/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

/* Length of the sequence that a lead byte begins; 0 if it begins none. */
static size_t
utf8_length(unsigned char lead)
{
    if (lead < 0x80)
        return 1;
    if (lead < 0xc2)
        return 0;
    if (lead < 0xe0)
        return 2;
    if (lead < 0xf0)
        return 3;
    return lead < 0xf5 ? 4 : 0;
}

static bool
utf8_sequence(const unsigned char *p, size_t n)
{
    for (size_t k = 1; k < n; k++)
        if ((p[k] & 0xc0) != 0x80)
            return false;
    if (n == 3) /* overlong, surrogates */
        return !(p[0] == 0xe0 && p[1] < 0xa0) && !(p[0] == 0xed && p[1] > 0x9f);
    if (n == 4) /* overlong, beyond U+10FFFF */
        return !(p[0] == 0xf0 && p[1] < 0x90) && !(p[0] == 0xf4 && p[1] > 0x8f);
    return true;
}

/* The bytes of ASCII at `p`, in steps of eight, of which `left` are there. */
static size_t
ascii_run(const unsigned char *p, size_t left)
{
    static const uint64_t high = UINT64_C(0x8080808080808080);
    uint64_t eight;
    size_t n = 0;

    for (; left - n >= sizeof eight; n += sizeof eight) {
        memcpy(&eight, p + n, sizeof eight);
        if ((eight & high) != 0)
            break;
    }
    return n;
}

bool
utf8_valid(const char *s, size_t len, size_t *bad)
{
    const unsigned char *p = (const unsigned char *)s;

    for (size_t i = ascii_run(p, len); i < len;) {
        size_t n = utf8_length(p[i]);

        if (n == 0 || n > len - i || !utf8_sequence(p + i, n)) {
            *bad = i;
            return false;
        }
        i += n;
        if (n > 1)
            i += ascii_run(p + i, len - i);
    }
    return true;
}

uint32_t
utf8_next(const char **s)
{
    const unsigned char *p = (const unsigned char *)*s;
    size_t n = utf8_length(*p);
    uint32_t c = *p;

    if (n == 2)
        c &= 0x1f;
    else if (n == 3)
        c &= 0x0f;
    else if (n == 4)
        c &= 0x07;
    for (size_t k = 1; k < n; k++)
        c = c << 6 | (p[k] & 0x3fu);
    *s += n;
    return c;
}

size_t
utf8_count(const char *s, size_t len)
{
    size_t n = 0;

    for (size_t i = 0; i < len; i++)
        n += ((unsigned char)s[i] & 0xc0) != 0x80;
    return n;
}

int
utf8_put(uint32_t c, char out[4])
{
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        out[0] = (char)(0xc0 | c >> 6);
        out[1] = (char)(0x80 | (c & 0x3f));
        return 2;
    }
    if (c < 0x10000) {
        out[0] = (char)(0xe0 | c >> 12);
        out[1] = (char)(0x80 | (c >> 6 & 0x3f));
        out[2] = (char)(0x80 | (c & 0x3f));
        return 3;
    }
    out[0] = (char)(0xf0 | c >> 18);
    out[1] = (char)(0x80 | (c >> 12 & 0x3f));
    out[2] = (char)(0x80 | (c >> 6 & 0x3f));
    out[3] = (char)(0x80 | (c & 0x3f));
    return 4;
}

bool
utf8_is_noncharacter(uint32_t c)
{
    return (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef);
}

uint32_t
utf8_upper(uint32_t c)
{
    return (uint32_t)utf8proc_toupper((utf8proc_int32_t)c);
}

uint32_t
utf8_lower(uint32_t c)
{
    return (uint32_t)utf8proc_tolower((utf8proc_int32_t)c);
}

static const char white[] = " \t\r\n";

bool
utf8_same(const char *a, const char *b)
{
    a += strspn(a, white);
    b += strspn(b, white);
    while (*a != '\0' && *b != '\0') {
        const char *x = a, *y = b;

        if (utf8_lower(utf8_next(&x)) != utf8_lower(utf8_next(&y)))
            break;
        a = x;
        b = y;
    }
    return a[strspn(a, white)] == '\0' && b[strspn(b, white)] == '\0';
}

bool
utf8_is_letter(uint32_t c)
{
    utf8proc_category_t k = utf8proc_category((utf8proc_int32_t)c);

    return k >= UTF8PROC_CATEGORY_LU && k <= UTF8PROC_CATEGORY_ME;
}

bool
utf8_is_capital(uint32_t c)
{
    utf8proc_category_t k = utf8proc_category((utf8proc_int32_t)c);

    return k == UTF8PROC_CATEGORY_LU || k == UTF8PROC_CATEGORY_LT;
}

/* Letters with a stroke and joined letters, which Unicode does not take
   apart; small forms. */
static const struct {
    uint32_t c;
    char as[3];
} stroked[] = {
    {0xe6, "ae"},
    {0xf0, "d"},
    {0xf8, "o"},
    {0xfe, "th"},
    {0x111, "d"},
    {0x127, "h"},
    {0x131, "i"},
    {0x142, "l"},
    {0x153, "oe"},
    {0x167, "t"},
};

static int
fold_stroked(uint32_t c, uint32_t out[UTF8_FOLD_MAX])
{
    for (size_t i = 0; i < sizeof stroked / sizeof *stroked; i++) {
        if (stroked[i].c != c)
            continue;
        out[0] = (unsigned char)stroked[i].as[0];
        out[1] = (unsigned char)stroked[i].as[1];
        return out[1] == 0 ? 1 : 2;
    }
    out[0] = c;
    return 1;
}

int
utf8_fold(uint32_t c, uint32_t out[UTF8_FOLD_MAX])
{
    utf8proc_int32_t parts[UTF8_FOLD_MAX];
    utf8proc_ssize_t n;
    int boundary = 0;

    if (c < 0x80) {
        out[0] = c >= 'A' && c <= 'Z' ? c + 32 : c;
        return 1;
    }
    n = utf8proc_decompose_char((utf8proc_int32_t)c, parts, UTF8_FOLD_MAX,
        UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
            UTF8PROC_STRIPMARK | UTF8PROC_IGNORE,
        &boundary);
    if (n < 0 || n > UTF8_FOLD_MAX)
        return fold_stroked(c, out);
    if (n == 1)
        return fold_stroked((uint32_t)parts[0], out);
    for (utf8proc_ssize_t i = 0; i < n; i++)
        out[i] = (uint32_t)parts[i];
    return (int)n;
}

/* RFC 4013, 2.1 to 2.3: nothing is mapped to another character or to nothing,
   and what is not to be seen or has no meaning of its own is prohibited. */
static bool
is_prepared(uint32_t c)
{
    utf8proc_int32_t parts[UTF8_FOLD_MAX], same[UTF8_FOLD_MAX];
    utf8proc_ssize_t n, canonical;
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)c);
    int boundary = 0;

    if (c < 0x80)
        return c >= 0x20 && c != 0x7f;
    if (category == UTF8PROC_CATEGORY_CN || category >= UTF8PROC_CATEGORY_ZS)
        return false;
    n = utf8proc_decompose_char((utf8proc_int32_t)c, parts, UTF8_FOLD_MAX,
        UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT, &boundary);
    canonical = utf8proc_decompose_char((utf8proc_int32_t)c, same,
        UTF8_FOLD_MAX, UTF8PROC_DECOMPOSE, &boundary);
    return c < 0xfff0 && n == canonical && n <= UTF8_FOLD_MAX &&
           memcmp(parts, same, (size_t)n * sizeof *parts) == 0 &&
           !utf8proc_get_property((utf8proc_int32_t)c)->ignorable;
}

bool
utf8_is_prepared(const char *s)
{
    bool to_left = false, to_right = false, first = false, last = false;

    for (const char *p = s; *p != '\0';) {
        bool begins = p == s;
        uint32_t c = utf8_next(&p);
        int is = utf8proc_get_property((utf8proc_int32_t)c)->bidi_class;

        if (!is_prepared(c))
            return false;
        last = is == UTF8PROC_BIDI_CLASS_R || is == UTF8PROC_BIDI_CLASS_AL;
        first |= begins && last;
        to_left |= last;
        to_right |= is == UTF8PROC_BIDI_CLASS_L;
    }
    return !to_left || (!to_right && first && last);
}

const char *
utf8_nfc(struct arena *a, const char *s)
{
    const unsigned char *p = (const unsigned char *)s;
    unsigned char *done = NULL;
    const char *copy;

    /* Below U+0300 nothing combines: Latin text takes the short way. */
    while (*p != '\0' && *p < 0xcc)
        p++;
    if (*p == '\0')
        return s;
    if (utf8proc_map((const utf8proc_uint8_t *)s, 0, &done,
            UTF8PROC_NULLTERM | UTF8PROC_STABLE | UTF8PROC_COMPOSE) < 0)
        return s; /* only for invalid text, which the readers refuse */
    copy = arena_strndup(a, (const char *)done, strlen((const char *)done));
    free(done);
    return copy;
}

enum { WORD_MAX = 64 };

static int
utf8_word(const char *s, uint32_t *out)
{
    int n = 0;

    while (*s != '\0' && n < WORD_MAX) {
        uint32_t c = utf8_next(&s);

        out[n++] = c >= 'A' && c <= 'Z' ? c + 32 : c;
    }
    return n;
}

static int
least(int a, int b, int c)
{
    int m = a < b ? a : b;

    return m < c ? m : c;
}

int
utf8_distance(const char *a, const char *b)
{
    uint32_t u[WORD_MAX], v[WORD_MAX];
    int rows[3][WORD_MAX + 1];
    int m = utf8_word(a, u), n = utf8_word(b, v);
    int *before = rows[0], *above = rows[1], *row = rows[2];

    for (int j = 0; j <= n; j++)
        above[j] = before[j] = j;
    for (int i = 1; i <= m; i++) {
        int *spare = before;

        row[0] = i;
        for (int j = 1; j <= n; j++) {
            int differ = u[i - 1] != v[j - 1];

            row[j] = least(above[j] + 1, row[j - 1] + 1, above[j - 1] + differ);
            if (i > 1 && j > 1 && u[i - 1] == v[j - 2] &&
                u[i - 2] == v[j - 1] && before[j - 2] + 1 < row[j])
                row[j] = before[j - 2] + 1;
        }
        before = above;
        above = row;
        row = spare;
    }
    return above[n];
}

bool
utf8_similar(const char *a, const char *b, int *distance)
{
    int len = (int)utf8_count(a, strlen(a));

    *distance = utf8_distance(a, b);
    return *distance <= len / 3 + 1 && *distance < len;
}

const char *
utf8_library(void)
{
    return utf8proc_version();
}

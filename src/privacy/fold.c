/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "privacy/fold.h"

#include "base/utf8.h"

#include <assert.h>
#include <string.h>

/* Signs that come in several forms. */
static const struct {
    uint32_t from, to, as;
} signs[] = {
    {'\t', '\r', ' '},
    {'`', '`', '\''},
    {0xa0, 0xa0, ' '},
    {0xab, 0xab, '"'},
    {0xb4, 0xb4, '\''},
    {0xbb, 0xbb, '"'},
    {0x2bc, 0x2bc, '\''},
    {0x2000, 0x200a, ' '},
    {0x2010, 0x2011, '-'},
    {0x2018, 0x201b, '\''},
    {0x201c, 0x201f, '"'},
    {0x2028, 0x2029, ' '},
    {0x202f, 0x202f, ' '},
    {0x2032, 0x2032, '\''},
    {0x205f, 0x205f, ' '},
    {0x3000, 0x3000, ' '},
};

static uint32_t
sign_form(uint32_t c)
{
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (c >= signs[i].from && c <= signs[i].to)
            return signs[i].as;
    return c;
}

static void
fold_add(struct folded *f, uint32_t c, bool capital, size_t from, size_t to)
{
    unsigned is = capital ? FOLD_CAPITAL : 0;

    if (c == ' ' && f->n > 0 && f->v[f->n - 1].c == ' ') {
        f->v[f->n - 1].to = to;
        return;
    }
    if (utf8_is_letter(c))
        is |= FOLD_LETTER;
    else if (c >= '0' && c <= '9')
        is |= FOLD_DIGIT;
    f->v[f->n++] =
        (struct folded_char){.c = c, .is = is, .from = from, .to = to};
}

/* Enough for every character taken apart: no byte gives more than two. */
struct folded
fold_text(struct arena *a, const char *s)
{
    struct folded f = {.s = s};
    const char *p = s;

    f.v = NEW(a, struct folded_char, 2 * strlen(s) + 1);
    while (*p != '\0') {
        size_t from = (size_t)(p - s);
        uint32_t c = utf8_next(&p), parts[UTF8_FOLD_MAX];
        uint32_t sign = sign_form(c);
        int n = sign != c ? 1 : utf8_fold(c, parts);

        if (sign != c)
            parts[0] = sign;
        for (int i = 0; i < n; i++)
            fold_add(&f, parts[i], utf8_is_capital(c), from, (size_t)(p - s));
        if (n == 0 && f.n > 0) /* a mark goes with its letter */
            f.v[f.n - 1].to = (size_t)(p - s);
    }
    return f;
}

bool
fold_is(const struct folded *f, int i, unsigned kind)
{
    return i >= 0 && i < f->n && (f->v[i].is & kind) != 0;
}

bool
fold_has(const struct folded *f, int i, uint32_t c)
{
    return i >= 0 && i < f->n && f->v[i].c == c;
}

bool
fold_starts(const struct folded *f, int i, const char *s)
{
    for (; *s != '\0'; s++, i++)
        if (!fold_has(f, i, (unsigned char)*s))
            return false;
    return true;
}

bool
fold_word_begins(const struct folded *f, int i)
{
    return fold_is(f, i, FOLD_LETTER) && !fold_is(f, i - 1, FOLD_LETTER);
}

int
fold_word_end(const struct folded *f, int i)
{
    while (fold_is(f, i, FOLD_LETTER))
        i++;
    return i;
}

static bool
is_one_of(uint32_t c, const char *set)
{
    return c < 0x80 && c != 0 && strchr(set, (int)c) != NULL;
}

bool
fold_sentence_begins(const struct folded *f, int i, bool colon)
{
    enum { ELLIPSIS = 0x2026 };
    int word = i;

    if (i > 0 && is_one_of(f->v[i - 1].c, "\"'")) /* speech opens here */
        return true;
    while (i > 0 && is_one_of(f->v[i - 1].c, " \"'([*"))
        i--;
    if (i == word && i > 0) /* within an address, or an abbreviation */
        return false;
    return i == 0 || is_one_of(f->v[i - 1].c, ".!?") ||
           f->v[i - 1].c == ELLIPSIS || (colon && f->v[i - 1].c == ':');
}

const char *
fold_string(struct arena *a, const struct folded *f, int from, int to)
{
    enum { BYTES = 4 };
    char *s, *p;

    if (to <= from)
        return "";
    s = p = arena_raw(a, (size_t)(to - from) * BYTES + 1);
    for (int i = from; i < to; i++)
        p += utf8_put(f->v[i].c, p);
    *p = '\0';
    return s;
}

const char *
fold_typed(struct arena *a, const struct folded *f, int from, int to)
{
    assert(from < to);
    return arena_strndup(
        a, f->s + f->v[from].from, f->v[to - 1].to - f->v[from].from);
}

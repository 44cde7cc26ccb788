/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "privacy/address.h"

#include "privacy/names_match.h"
#include "privacy/names_parts.h"

#include <string.h>

static bool
is_sign(const struct folded *f, int i, const char *signs)
{
    return i >= 0 && i < f->n && f->v[i].c < 0x80 && f->v[i].c != 0 &&
           strchr(signs, (int)f->v[i].c) != NULL;
}

static bool
is_word(const struct folded *f, int i)
{
    return fold_is(f, i, FOLD_LETTER | FOLD_DIGIT);
}

static bool
has_sign(const struct folded *f, int from, int to, char sign)
{
    for (int i = from + 1; i + 1 < to; i++)
        if (fold_has(f, i, (unsigned char)sign) && is_word(f, i - 1) &&
            is_word(f, i + 1))
            return true;
    return false;
}

/* "://", "www.", or a name with an ending of the web. */
static bool
is_web(const struct folded *f, int from, int to)
{
    static const char *const ends[] = {
        "nl", "com", "org", "eu", "info", "edu", "io", "uk"};

    if (fold_starts(f, from, "www."))
        return true;
    for (int i = from + 1; i < to; i++) {
        int end = fold_word_end(f, i + 1);

        if (fold_has(f, i, ':') && fold_starts(f, i, "://"))
            return true;
        if (!fold_has(f, i, '.') || !is_word(f, i - 1))
            continue;
        for (size_t k = 0; k < sizeof ends / sizeof *ends; k++)
            if (end - i - 1 == (int)strlen(ends[k]) &&
                fold_starts(f, i + 1, ends[k]) &&
                (end == to || is_sign(f, end, "/?:#")))
                return true;
    }
    return false;
}

/* Signs that stand for letters, between letters. */
static uint32_t
letter_for(uint32_t c, uint32_t one)
{
    static const struct {
        uint32_t sign;
        char letter;
    } v[] = {{'0', 'o'}, {'3', 'e'}, {'4', 'a'}, {'5', 's'}, {'7', 't'},
        {'8', 'b'}, {'$', 's'}, {'@', 'a'}, {'!', 'i'}, {0x20ac, 'e'}};

    if (c == '1')
        return one;
    for (size_t i = 0; i < sizeof v / sizeof *v; i++)
        if (v[i].sign == c)
            return (unsigned char)v[i].letter;
    return 0;
}

/* Whether letters and signs for letters stand side by side. */
static bool
is_mixed(const struct folded *f, int from, int to)
{
    for (int i = from; i + 1 < to; i++)
        if ((fold_is(f, i, FOLD_LETTER) && i + 2 < to &&
                letter_for(f->v[i + 1].c, 'i') != 0 &&
                fold_is(f, i + 2, FOLD_LETTER) &&
                !fold_is(f, i + 2, FOLD_CAPITAL)) ||
            (fold_is(f, i, FOLD_LETTER) && fold_is(f, i + 1, FOLD_DIGIT)) ||
            (fold_is(f, i, FOLD_DIGIT) && fold_is(f, i + 1, FOLD_LETTER)))
            return true;
    return false;
}

enum address_kind
address_read(const struct folded *f, int from, int *begin, int *end)
{
    int to;

    while (is_sign(f, from, "(\"'<[*"))
        from++;
    to = from;
    while (to < f->n && !fold_has(f, to, ' '))
        to++;
    while (to > from && is_sign(f, to - 1, ".,;:!?)\"'>]*"))
        to--;
    *begin = from;
    *end = to;
    if (fold_has(f, from, '@') && fold_is(f, from + 1, FOLD_LETTER))
        return ADDRESS_USER;
    for (int i = from + 1; i + 1 < to; i++)
        if (fold_has(f, i, '@') && has_sign(f, i, to, '.'))
            return ADDRESS_MAIL;
    if (is_web(f, from, to))
        return ADDRESS_WEB;
    if (has_sign(f, from, to, '_'))
        return ADDRESS_USER;
    return is_mixed(f, from, to) ? ADDRESS_MIXED : ADDRESS_NOT;
}

/* ---- names in it ---- */

enum { ROOM = 64, HELD_MIN = 4 };

/* A part that the letters are, or that stands in them. */
static int
part_in(const struct names *names, const uint32_t *c, int n)
{
    int at = n >= PART_MIN ? parts_exact(names, c, n) : -1;

    if (at >= 0 && !names->parts[at].weak)
        return at;
    if (n > PART_MIN && c[n - 1] == 's')
        at = parts_exact(names, c, n - 1);
    return at >= 0 && !names->parts[at].weak
               ? at
               : parts_within(names, c, n, HELD_MIN, false);
}

/* The same for letters and what stands for them. */
static int
part_disguised(const struct names *names, const struct folded *f, int from,
    int to, uint32_t one)
{
    uint32_t c[ROOM];
    int n = 0;

    for (int i = from; i < to && n < ROOM; i++) {
        uint32_t letter =
            fold_is(f, i, FOLD_LETTER) ? f->v[i].c : letter_for(f->v[i].c, one);

        if (letter != 0)
            c[n++] = letter;
    }
    return part_in(names, c, n);
}

bool
match_address(const struct names *names, const struct folded *f, int from,
    struct hit *hit)
{
    uint32_t c[ROOM];
    int begin, end, at = -1;

    if (from > 0 && !fold_has(f, from - 1, ' '))
        return false;
    if (address_read(f, from, &begin, &end) == ADDRESS_NOT)
        return false;
    for (int i = begin, n; i < end && at<0; i += n> 0 ? n : 1) {
        for (n = 0; n < ROOM && i + n < end && fold_is(f, i + n, FOLD_LETTER);
             n++)
            c[n] = f->v[i + n].c;
        at = part_in(names, c, n);
    }
    if (at < 0)
        at = part_disguised(names, f, begin, end, 'i');
    if (at < 0)
        at = part_disguised(names, f, begin, end, 'l');
    if (at < 0)
        return false;
    *hit = (struct hit){.part = at,
        .person = names->parts[at].person,
        .letters = begin, /* where it begins */
        .to = end};
    return true;
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "privacy/names_match.h"

#include "privacy/name_words.h"
#include "privacy/names_parts.h"
#include "privacy/particles.h"
#include "privacy/word_list.h"

#include <string.h>

enum { ENDING_MAX = 6, ROOM = PART_MAX + 8, SPLIT_MIN = 5, SLIP_MIN = 5 };

static bool
is_joined(const struct folded *f, int left, unsigned kind)
{
    return fold_is(f, left, kind) && fold_is(f, left + 1, kind);
}

bool
match_edge(const struct folded *f, int i)
{
    return !is_joined(f, i - 1, FOLD_LETTER) &&
           !is_joined(f, i - 1, FOLD_DIGIT);
}

/* ---- endings ---- */

/* Whether the letters end so. */
static bool
ends_in(const uint32_t *c, int n, const char *ending)
{
    int len = (int)strlen(ending);

    if (len >= n)
        return false;
    for (int i = 0; i < len; i++)
        if (c[n - len + i] != (unsigned char)ending[i])
            return false;
    return true;
}

/* Dutch diminutives; a name may double its last letter before them (Bram,
   Brammetje; Anna, Annaatje). */
static const char *const diminutives[] = {"etje", "tje", "pje", "kje", "je"};

static int
match_diminutive(const struct names *names, const uint32_t *c, int n, int *base)
{
    for (size_t k = 0; k < sizeof diminutives / sizeof *diminutives; k++) {
        int at;

        if (!ends_in(c, n, diminutives[k]))
            continue;
        *base = n - (int)strlen(diminutives[k]);
        at = parts_exact(names, c, *base);
        if (at < 0 && *base > 1 && c[*base - 1] == c[*base - 2])
            at = parts_exact(names, c, --*base);
        if (at >= 0)
            return at;
    }
    return -1;
}

/* A part with or without an ending; `*base` of the letters are its own. */
static int
match_letters(const struct names *names, const uint32_t *c, int n, int *base,
    bool *possessive)
{
    int at = parts_exact(names, c, n);

    *possessive = false;
    *base = n;
    if (at < 0)
        at = match_diminutive(names, c, n, base);
    if (at >= 0 || n < 2 || c[n - 1] != 's')
        return at;
    *possessive = true;
    at = match_diminutive(names, c, n - 1, base);
    if (at >= 0)
        return at;
    *base = n - 1;
    return parts_exact(names, c, n - 1);
}

/* The letters of the word at `from`; 0 where they are too many for a name. */
static int
letters_at(const struct folded *f, int from, uint32_t c[ROOM])
{
    int n = 0;

    for (; fold_is(f, from + n, FOLD_LETTER); n++) {
        if (n == ROOM)
            return 0;
        c[n] = f->v[from + n].c;
    }
    return n;
}

/* Whether a quotation in single marks may be open before `i`. */
static bool
is_quoted(const struct folded *f, int i)
{
    enum { FAR = 80 };

    for (int k = i - 1; k >= 0 && k > i - FAR; k--)
        if (fold_has(f, k, '\'') && !fold_is(f, k - 1, FOLD_LETTER) &&
            fold_is(f, k + 1, FOLD_LETTER))
            return true;
    return false;
}

/* What an apostrophe behind the letters adds: 's, 'tje, or itself (Max'). */
static void
match_apostrophe(const struct folded *f, struct hit *hit)
{
    int i = hit->to;
    uint32_t c[ROOM], last = f->v[i - 1].c;
    int n;

    if (!fold_has(f, i, '\''))
        return;
    n = letters_at(f, i + 1, c);
    if (n == 1 && c[0] == 's') {
        hit->possessive = true;
        hit->to = i + 2;
    } else if (n == 0 &&
               strchr("sxz", (int)(last < 0x80 ? last : '-')) != NULL &&
               fold_has(f, i + 1, ' ') && fold_is(f, i + 2, FOLD_LETTER) &&
               !is_quoted(f, hit->to)) {
        hit->possessive = true;
        hit->to = i + 1;
    } else if (n > 0) {
        bool s = c[n - 1] == 's';

        for (size_t k = 0; k < sizeof diminutives / sizeof *diminutives; k++)
            if (n - s == (int)strlen(diminutives[k]) &&
                fold_starts(f, i + 1, diminutives[k])) {
                hit->possessive = s;
                hit->to = i + 1 + n;
            }
    }
}

bool
match_word(const struct names *names, const struct folded *f, int from,
    struct hit *hit)
{
    uint32_t c[ROOM];
    int n = letters_at(f, from, c), base;

    *hit = (struct hit){.part = -1};
    if (n == 0)
        return false;
    hit->part = match_letters(names, c, n, &base, &hit->possessive);
    if (hit->part < 0)
        return false;
    hit->person = names->parts[hit->part].person;
    hit->letters = from + base;
    hit->to = from + n;
    hit->ended = base < n;
    match_apostrophe(f, hit);
    return true;
}

/* Fills a hit for letters that stand otherwise than in a word. */
static bool
match_these(const struct names *names, const uint32_t *c, int n, int to,
    struct hit *hit)
{
    int base;

    *hit = (struct hit){.letters = to, .to = to};
    hit->part = match_letters(names, c, n, &base, &hit->possessive);
    if (hit->part < 0 || names->parts[hit->part].weak)
        return false;
    hit->person = names->parts[hit->part].person;
    return true;
}

/* ---- forms that hide a name ---- */

static bool
is_single(const struct folded *f, int i)
{
    return fold_is(f, i, FOLD_LETTER) && !fold_is(f, i - 1, FOLD_LETTER) &&
           !fold_is(f, i + 1, FOLD_LETTER);
}

/* The next single letter behind the one at `i`, or -1. */
static int
next_single(const struct folded *f, int i)
{
    for (int k = 1; k <= 3; k++) {
        if (is_single(f, i + k))
            return k > 1 ? i + k : -1;
        if (i + k >= f->n || f->v[i + k].c >= 0x80 ||
            strchr(" .-_*/,+", (int)f->v[i + k].c) == NULL)
            return -1;
    }
    return -1;
}

bool
match_spelled(const struct names *names, const struct folded *f, int from,
    struct hit *hit)
{
    uint32_t c[ROOM];
    int at[ROOM], n = 0;

    if (!is_single(f, from))
        return false;
    for (int i = from; i >= 0 && n < ROOM; i = next_single(f, i)) {
        c[n] = f->v[i].c;
        at[n++] = i;
    }
    for (; n >= PART_MIN; n--)
        if ((names->lengths >> (n > ENDING_MAX ? n - ENDING_MAX : 0) &
                ((2u << ENDING_MAX) - 1)) != 0 &&
            match_these(names, c, n, at[n - 1] + 1, hit))
            return true;
    return false;
}

bool
match_split(struct arena *a, const struct names *names, const struct folded *f,
    int from, struct hit *hit)
{
    uint32_t c[2 * ROOM];
    int n = letters_at(f, from, c), i = from + n, m;
    bool hyphen = fold_has(f, i, '-');

    i += hyphen;
    i += fold_has(f, i, ' ');
    if (n < 2 || i == from + n || !fold_is(f, i, FOLD_LETTER))
        return false;
    m = letters_at(f, i, c + n);
    if (m < 2 || n + m < SPLIT_MIN || n + m > ROOM ||
        !match_these(names, c, n + m, i + m, hit))
        return false;
    hit->check = !hyphen;
    return hyphen ||
           !word_list_has(names->lang, fold_string(a, f, from, from + n)) ||
           !word_list_has(names->lang, fold_string(a, f, i, i + m));
}

/* The letters that a word adds to initials: its own if it is one, v and d for
   "vd", or none. */
static int
add_initials(
    struct arena *a, const struct folded *f, int from, int to, uint32_t *c)
{
    const char *code;
    int n = 0;

    if (to - from == 1) {
        c[0] = f->v[from].c;
        return 1;
    }
    code = particles_join(a, "", fold_string(a, f, from, to));
    for (size_t i = 0; code != NULL && i < strlen(code); i += 2)
        c[n++] = (unsigned char)code[i];
    return n;
}

/* "JvdB": as one word. */
static bool
match_contracted(const struct names *names, const struct folded *f, int from,
    struct hit *hit)
{
    enum { LEAST = 3, MOST = 6 };
    uint32_t c[ROOM];
    int n = letters_at(f, from, c), person;

    if (n < LEAST || n > MOST || !fold_is(f, from, FOLD_CAPITAL) ||
        !fold_is(f, from + n - 1, FOLD_CAPITAL) ||
        fold_is(f, from + 1, FOLD_CAPITAL))
        return false;
    person = key_map_get(&names->initials, key_of(c, n));
    *hit = (struct hit){.part = -1,
        .person = person,
        .letters = from + n,
        .to = from + n,
        .check = true};
    return person >= 0;
}

bool
match_initials(struct arena *a, const struct names *names,
    const struct folded *f, int from, struct hit *hit)
{
    enum { MOST = 8, WORDS = 6 };
    uint32_t c[2 * MOST];
    int n = 0, i = from;
    bool found = false;

    if (!is_single(f, from) || !fold_has(f, from + 1, '.'))
        return match_contracted(names, f, from, hit);
    for (int k = 0; k < WORDS && n < MOST; k++) {
        int end = fold_word_end(f, i), more, person;

        more =
            end > i && end - i < ROOM ? add_initials(a, f, i, end, c + n) : 0;
        if (more == 0)
            break;
        n += more;
        person = key_map_get(&names->initials, key_of(c, n));
        if (n > 1 && end - i == 1 && person >= 0 &&
            (fold_is(f, from, FOLD_CAPITAL) || n > 2)) {
            *hit = (struct hit){.part = -1,
                .person = person,
                .letters = end,
                .to = end + fold_has(f, end, '.'),
                .check = n == 2};
            found = true;
        }
        i = end;
        while (i - end < 2 && (fold_has(f, i, '.') || fold_has(f, i, ' ') ||
                                  fold_has(f, i, '/')))
            i++;
    }
    return found;
}

bool
match_slip(struct arena *a, const struct names *names, const struct folded *f,
    int from, struct hit *hit)
{
    uint32_t c[ROOM];
    int n = letters_at(f, from, c);
    bool s = n > SLIP_MIN && c[n - 1] == 's', slip;

    *hit = (struct hit){.letters = from + n, .to = from + n, .slip = true};
    if (n < SLIP_MIN)
        return false;
    hit->part = parts_near(names, c, n, &slip);
    if (hit->part < 0 && s) {
        hit->part = parts_near(names, c, n - 1, &slip);
        hit->possessive = true;
    }
    if (hit->part < 0 || !slip || names->parts[hit->part].word ||
        names->parts[hit->part].n < SLIP_MIN ||
        name_word_known(names->lang, fold_string(a, f, from, from + n)))
        return false;
    hit->person = names->parts[hit->part].person;
    return true;
}

bool
match_code(const struct names *names, const struct folded *f, int from,
    struct hit *hit)
{
    uint64_t key = KEY_SEED;
    bool found = false;

    if (names->ncodes == 0 || !match_edge(f, from))
        return false;
    for (int i = from; i < f->n; i++) {
        int at;

        key = key_add(key, f->v[i].c);
        at = key_map_get(&names->coded, key);
        if (at >= 0 && names->codes[at].n == i + 1 - from &&
            match_edge(f, i + 1)) {
            *hit = (struct hit){.part = -1,
                .person = names->codes[at].person,
                .letters = i + 1,
                .to = i + 1};
            found = true;
        }
        if (key_map_get(&names->coded, key_add(key, 0)) < 0)
            break;
    }
    return found;
}

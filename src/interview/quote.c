/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "interview/quote.h"

#include "base/utf8.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Exact search first, over folded text.  For a quote that is not found, words
   are compared: the stretch of the answer that shares most words with the
   quote, in order, is what was probably meant.  Both are linear in the product
   of the lengths in words, which the limits keep small. */

/* Characters that people and programs write for one another. */
static const struct {
    uint32_t from, to;
    const char *as;
} folds[] = {
    {0x2018, 0x201b, "'"},
    {0x2032, 0x2032, "'"},
    {0x00b4, 0x00b4, "'"},
    {0x0060, 0x0060, "'"},
    {0x0022, 0x0022, "'"},
    {0x201c, 0x201f, "'"},
    {0x2033, 0x2033, "'"},
    {0x00ab, 0x00ab, "'"},
    {0x00bb, 0x00bb, "'"},
    {0x2039, 0x203a, "'"},
    {0x2010, 0x2015, "-"},
    {0x00ad, 0x00ad, ""},
    {0x200b, 0x200d, ""},
    {0x2060, 0x2060, ""},
    {0x2026, 0x2026, "..."},
};

static bool
is_space(uint32_t c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == 0xa0 ||
           (c >= 0x2000 && c <= 0x200a) || c == 0x202f || c == 0x3000;
}

static const char *
fold_of(uint32_t c)
{
    for (size_t i = 0; i < sizeof folds / sizeof *folds; i++)
        if (c >= folds[i].from && c <= folds[i].to)
            return folds[i].as;
    return NULL;
}

struct folded
quote_fold(struct arena *a, const char *text)
{
    /* An ellipsis is three bytes before and after: nothing grows. */
    size_t most = strlen(text) + 1, n = 0;
    char *s = arena_raw(a, most);
    size_t *from = arena_raw(a, most * sizeof *from);

    for (const char *p = text; *p != '\0';) {
        const char *begin = p, *as;
        uint32_t c = utf8_next(&p);

        if (is_space(c)) {
            if (n == 0 || s[n - 1] == ' ')
                continue;
            as = " ";
        } else {
            as = fold_of(c);
        }
        for (size_t k = 0; as == NULL ? begin + k < p : as[k] != '\0'; k++) {
            s[n] = as == NULL ? begin[k] : as[k];
            from[n++] = (size_t)(begin - text);
        }
    }
    if (n > 0 && s[n - 1] == ' ')
        n--;
    s[n] = '\0';
    from[n] = strlen(text);
    return (struct folded){.s = s, .len = n, .from = from};
}

/* Where each few bytes stand: chains through all places with the same sum, in
   their order. */
enum { GRAM = 6, GRAM_SUMS = 1 << 16, GRAM_TRIED = 64, GRAM_COMMON = 1000 };

struct grams {
    uint32_t *first, *count; /* per sum: place + 1, and how many */
    uint32_t *next;          /* per place */
};

static size_t
gram_sum(const char *p)
{
    uint64_t sum = 0;

    for (int i = 0; i < GRAM; i++)
        sum = sum << 8 | (unsigned char)p[i];
    return (size_t)(sum * 0x9e3779b97f4a7c15u >> 48) % GRAM_SUMS;
}

void
quote_index(struct arena *a, struct folded *in)
{
    struct grams *g = NEW(a, struct grams, 1);

    if (in->len < GRAM)
        return;
    g->first = NEW(a, uint32_t, GRAM_SUMS);
    g->count = NEW(a, uint32_t, GRAM_SUMS);
    g->next = NEW(a, uint32_t, in->len);
    for (size_t i = in->len - GRAM + 1; i-- > 0;) {
        size_t sum = gram_sum(in->s + i);

        g->next[i] = g->first[sum];
        g->first[sum] = (uint32_t)i + 1;
        g->count[sum]++;
    }
    in->grams = g;
}

/* The first place of `piece` at or behind `where`, by its rarest few bytes;
   where all of them are common, or it is short, by walking. */
static const char *
find_piece(
    const struct folded *in, const char *where, const char *piece, size_t len)
{
    const struct grams *g = in->grams;
    size_t rarest = 0, least = GRAM_COMMON, begin = (size_t)(where - in->s);

    for (size_t k = 0; g != NULL && k + GRAM <= len && k < GRAM_TRIED; k++)
        if (g->count[gram_sum(piece + k)] < least) {
            least = g->count[gram_sum(piece + k)];
            rarest = k;
        }
    if (least == GRAM_COMMON)
        return strstr(where, piece);
    for (uint32_t i = g->first[gram_sum(piece + rarest)]; i > 0;
         i = g->next[i - 1]) {
        size_t at = i - 1 - rarest;

        if (i - 1 >= begin + rarest && at + len <= in->len &&
            memcmp(in->s + at, piece, len) == 0)
            return in->s + at;
    }
    return NULL;
}

/* The next gap sign in `p`; `*after` is what follows it. */
static const char *
find_gap(const char *p, const char **after)
{
    const char *dots = strstr(p, "..."), *begin = dots;

    if (dots == NULL) {
        *after = p + strlen(p);
        return *after;
    }
    *after = dots + 3;
    while (**after == '.')
        (*after)++;
    if (begin > p && (begin[-1] == '(' || begin[-1] == '[') &&
        (**after == ')' || **after == ']')) {
        begin--;
        (*after)++;
    }
    return begin;
}

int
quote_places(struct arena *a, const struct folded *quote,
    const struct folded *in, struct place **out)
{
    const char *p = quote->s, *where = in->s;
    int n = 0, cap = 0;

    for (*out = NULL; *p != '\0';) {
        const char *after, *gap = find_gap(p, &after), *piece;
        size_t len;

        while (p < gap && *p == ' ')
            p++;
        while (gap > p && gap[-1] == ' ')
            gap--;
        len = (size_t)(gap - p);
        piece = arena_strndup(a, p, len);
        where = find_piece(in, where, piece, len);
        if (where == NULL)
            return -1;
        if (len > 0) {
            GROW(a, *out, n, cap, 2);
            (*out)[n++] = (struct place){in->from[where - in->s],
                in->from[where - in->s + (ptrdiff_t)len]};
        }
        where += len;
        p = after;
    }
    return n;
}

bool
quote_found(
    struct arena *a, const struct folded *quote, const struct folded *in)
{
    struct place *places;

    return quote_places(a, quote, in, &places) >= 0;
}

enum { QUOTE_WORDS = 200, ANSWER_WORDS = 12000, GONE_WORDS = 1 };

/* A word of a folded text, without the signs around it. */
struct token {
    const char *s;
    size_t len;
};

static bool
is_sign(char c)
{
    return strchr(" .,;:!?\"'()[]-", c) != NULL;
}

static int
split_words(const struct folded *f, struct token *v, int most)
{
    const char *p = f->s, *end = f->s + f->len;
    int n = 0;

    while (n < most) {
        while (p < end && is_sign(*p))
            p++;
        if (p == end)
            break;
        v[n].s = p;
        while (p < end && !is_sign(*p))
            p++;
        v[n].len = (size_t)(p - v[n].s);
        n++;
    }
    return n;
}

static bool
same_word(const struct token *p, const struct token *q)
{
    if (p->len != q->len)
        return false;
    for (size_t i = 0; i < p->len; i++) {
        unsigned char x = (unsigned char)p->s[i], y = (unsigned char)q->s[i];

        if (x != y && !((x ^ y) == 32 && (x | 32) >= 'a' && (x | 32) <= 'z'))
            return false;
    }
    return true;
}

/* Best local alignment (Smith and Waterman): a shared word counts two, a word
   too many on either side costs one.  One row at a time; `begin` carries along
   where each alignment started. */
struct cell {
    int value, begin;
};

static struct cell
cell_best(struct cell p, struct cell q)
{
    return p.value >= q.value ? p : q;
}

struct stretch
quote_nearest(
    struct arena *a, const struct folded *quote, const struct folded *in)
{
    struct token *q = NEW(a, struct token, QUOTE_WORDS);
    struct token *w = NEW(a, struct token, ANSWER_WORDS);
    int nq = split_words(quote, q, QUOTE_WORDS);
    int nw = split_words(in, w, ANSWER_WORDS);
    struct cell *row = NEW(a, struct cell, nq + 1), top = {0};
    struct stretch best = {0};

    for (int i = 0; i < nw; i++) {
        struct cell diagonal = {.begin = i};

        for (int k = 1; k <= nq; k++) {
            struct cell above = row[k], c = diagonal;

            c.value += same_word(&w[i], &q[k - 1]) ? 2 : -GONE_WORDS;
            above.value -= GONE_WORDS;
            c = cell_best(c, above);
            above = row[k - 1];
            above.value -= GONE_WORDS;
            if (k > 1)
                c = cell_best(c, above);
            if (c.value <= 0)
                c = (struct cell){.begin = i + 1};
            diagonal = row[k].value > 0 ? row[k] : (struct cell){.begin = i};
            row[k] = c;
            if (c.value <= top.value)
                continue;
            top = c;
            best.begin = in->from[w[c.begin].s - in->s];
            best.end = in->from[w[i].s + w[i].len - in->s];
            best.likeness = c.value * 500 / nq;
        }
    }
    return best;
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "privacy/review_parts.h"

#include "privacy/name_words.h"
#include "privacy/names_parts.h"
#include "privacy/word_list.h"

#include <string.h>

enum { SPELLED_MIN = 4 }; /* letters that stand apart */

/* A listed name of which a word is the beginning, or -1. */
static int
begun_part(const struct review *r, int from, int to)
{
    uint32_t c[PART_MAX];
    int n = 0;

    for (; n < to - from && n < PART_MAX; n++)
        c[n] = r->f.v[from + n].c;
    return parts_begun(r->names, c, n);
}

/* A listed name that a word is near to, for which no list has it: another
   spelling, a longer or a shorter one; or -1. */
static int
near_part(const struct review *r, int from, int to, bool capital, bool ordinary)
{
    enum { SMALL_MIN = 5 }; /* letters, of a word without a capital */
    uint32_t *c = NEW(r->a, uint32_t, to - from);
    int n = 0, at = -1;
    bool slip, head = ordinary && fold_sentence_begins(&r->f, from, true);

    for (; n < to - from; n++)
        c[n] = r->f.v[from + n].c;
    if (n < SMALL_MIN && !capital)
        return -1;
    if (!head) /* "Tomorrow" is not near to Tom */
        at =
            parts_within(r->names, c, n, capital ? PART_MIN : WITHIN_MIN, true);
    if (at < 0 && !head)
        at = parts_within(r->names, c, n, WITHIN_MIN, false);
    if (at < 0)
        at = parts_near(r->names, c, n, &slip);
    if (at < 0 && n > NEAR_MIN && c[n - 1] == 's')
        at = parts_near(r->names, c, n - 1, &slip);
    return at < 0 && capital && !head ? begun_part(r, from, to) : at;
}

/* The word that ends at `*end`, behind a blank, or "" where none does; `*end`
   is then where the one before it may end. */
static const char *
word_behind(const struct review *r, int *end)
{
    int to = *end, from;

    if (!fold_has(&r->f, to, ' '))
        return "";
    to -= fold_has(&r->f, to - 1, '.');
    for (from = to; fold_is(&r->f, from - 1, FOLD_LETTER);)
        from--;
    *end = from - 1;
    return fold_string(r->a, &r->f, from, to);
}

/* "heet", "noemen haar": what follows is what somebody is called. */
static bool
is_called(const struct review *r, int end, const char *before)
{
    if (name_word_is(WORD_CALLED, before))
        return true;
    return name_word_is(WORD_WHOM, before) &&
           name_word_is(WORD_CALLING, word_behind(r, &end));
}

/* Whether a salutation stands before the word, or "in" before a town. */
static bool
is_introduced(const struct review *r, int from, const char *word)
{
    int end = from - 1;
    const char *before;

    before = word_behind(r, &end);
    if (name_word_is(WORD_PLACE, word) &&
        (strcmp(before, "in") == 0 || strcmp(before, "uit") == 0 ||
            strcmp(before, "naar") == 0 || strcmp(before, "den") == 0))
        return true;
    if (name_word_is(WORD_PARTICLE, before)) { /* mevrouw van den */
        do
            before = word_behind(r, &end);
        while (name_word_is(WORD_PARTICLE, before));
        if (!name_word_is(WORD_TITLE, before) &&
            strcmp(before, "mevrouw") != 0 && strcmp(before, "meneer") != 0 &&
            strcmp(before, "heer") != 0)
            return false;
    }
    if (strcmp(before, "st") == 0 || strcmp(before, "sint") == 0)
        return true;
    if (is_called(r, end, before))
        return !name_word_is(WORD_BEHIND, word) &&
               !name_word_is(WORD_COMMON, word) &&
               !name_word_is(WORD_PARTICLE, word);
    if (name_word_is(WORD_TITLE, before))
        return !name_word_is(WORD_PARTICLE, word) &&
               !name_word_is(WORD_BEHIND, word);
    if (name_word_is(WORD_SALUTATION, before)) {
        size_t n = strlen(word);
        bool verb = word[n - 1] == 't' ||
                    (n > 2 && word[n - 1] == 'e' && strchr("dt", word[n - 2]));

        return name_word_is(WORD_FIRST, word) ||
               name_word_is(WORD_NAME, word) ||
               (!verb && !name_word_is(WORD_BEHIND, word) &&
                   !name_word_is(WORD_COMMON, word) &&
                   !name_word_is(WORD_PARTICLE, word) &&
                   r->iv->lang == LANG_NL);
    }
    return false;
}

/* Words that lists do not have, and yet name nobody. */
static bool
is_harmless(const struct review *r, const char *word)
{
    return name_word_is(WORD_CAPITAL, word) || name_word_is(WORD_MONTH, word) ||
           name_word_is(WORD_PARTICLE, word) ||
           name_word_is(WORD_SALUTATION, word) ||
           name_word_is(WORD_PERSON, word) || name_word_is(WORD_SCHOOL, word) ||
           name_word_is(WORD_COMMON, word) || word_set_have(&r->known, word);
}

/* "evt." and what stands behind an apostrophe or a digit. */
static bool
is_fragment(const struct review *r, int from, int to)
{
    enum { SHORT = 4 };

    return fold_has(&r->f, from - 1, '\'') ||
           fold_is(&r->f, from - 1, FOLD_DIGIT) ||
           (fold_has(&r->f, to, '\'') && to - from < 3) ||
           (fold_has(&r->f, to, '.') && to - from <= SHORT &&
               fold_has(&r->f, to + 1, ' ') &&
               fold_is(&r->f, to + 2, FOLD_LETTER) &&
               !fold_is(&r->f, to + 2, FOLD_CAPITAL));
}

static bool
is_shouted(const struct folded *f, int from, int to)
{
    for (int i = from; i < to; i++)
        if (!fold_is(f, i, FOLD_CAPITAL))
            return false;
    return true;
}

/* Whether a word that no name of the lists stands in may be one. */
static bool
is_suspect(
    const struct review *r, int from, int to, const char *word, bool ordinary)
{
    bool capital = fold_is(&r->f, from, FOLD_CAPITAL);
    bool head = fold_sentence_begins(&r->f, from, true) ||
                (from > 2 && fold_starts(&r->f, from - 3, "'s "));

    if (to - from < 2 || is_harmless(r, word))
        return false;
    if (is_introduced(r, from, word))
        return true;
    if (!capital)
        return name_word_is(WORD_GIVEN, word) ||
               (!ordinary && to - from > 2 && !is_fragment(r, from, to));
    if (!ordinary || name_word_is(WORD_GIVEN, word))
        return true;
    if (head)
        return name_word_is(WORD_FIRST, word);
    return !is_shouted(&r->f, from, to);
}

/* "M." for Martijn. */
static bool
review_initial(struct review *r, int from, int to)
{
    struct pos at;

    if (to - from != 1 || !fold_has(&r->f, to, '.') ||
        !fold_is(&r->f, from, FOLD_CAPITAL) ||
        !names_initial(r->names, r->f.v[from].c))
        return false;
    if (review_place(r, from, &at))
        diag_remark(r->d, at, "A114",
            "\"%s.\" may be the first letter of a name",
            fold_typed(r->a, &r->f, from, to));
    return true;
}

void
review_word(struct review *r, int from, int to)
{
    const char *word, *typed;
    bool capital = fold_is(&r->f, from, FOLD_CAPITAL), ordinary;
    int near = -1;
    struct pos at;

    if (review_initial(r, from, to))
        return;
    word = fold_string(r->a, &r->f, from, to);
    ordinary = word_list_has(r->iv->lang, word);
    if ((capital || !ordinary || to - from > WORD_LONG) &&
        !name_word_is(WORD_COMMON, word))
        near = near_part(r, from, to, capital, ordinary);
    if (near >= 0 && ordinary && r->names->parts[near].word)
        near = capital ? begun_part(r, from, to) : -1;
    if (near < 0 && !is_suspect(r, from, to, word, ordinary))
        return;
    typed = fold_typed(r->a, &r->f, from, to);
    if (!word_set_add(r->a, &r->said, typed) || !review_place(r, from, &at))
        return;
    if (near >= 0)
        diag_remark(r->d, at, "A113", "\"%s\" looks like the name \"%s\"",
            typed, r->names->persons[r->names->parts[near].person].typed);
    else
        diag_remark(
            r->d, at, "A115", "\"%s\" may be a name; no list has it", typed);
}

/* Letters that stand apart and are no listed name; returns where they end. */
int
review_spelled(struct review *r, int i)
{
    int to = i, n = 0;
    struct pos at;

    while (fold_word_end(&r->f, to) == to + 1 &&
           !fold_is(&r->f, to - 1, FOLD_LETTER)) {
        n++;
        i = to + 1;
        to = i + 1;
        if (!fold_has(&r->f, i, ' ') && !fold_has(&r->f, i, '.') &&
            !fold_has(&r->f, i, '-') && !fold_has(&r->f, i, '_'))
            break;
    }
    if (n < SPELLED_MIN)
        return -1;
    to = i;
    for (i = to; n > 0; i--)
        n -= fold_is(&r->f, i - 1, FOLD_LETTER);
    if (review_place(r, i, &at))
        diag_remark(r->d, at, "A115", "\"%s\" may be a name; no list has it",
            fold_typed(r->a, &r->f, i, to));
    return to;
}

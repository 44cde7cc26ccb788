/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "privacy/names_finder.h"

#include "privacy/name_words.h"
#include "privacy/particles.h"

#include <string.h>

enum { ENDING_SHORT = 3 }; /* "als" is no genitive of Al */

static bool
is_capital(const struct folded *f, int i)
{
    return fold_is(f, i, FOLD_CAPITAL);
}

static bool
all_capitals(const struct folded *f, int from, int to)
{
    for (int i = from; i < to; i++)
        if (fold_is(f, i, FOLD_LETTER) && !is_capital(f, i))
            return false;
    return to - from > 1;
}

/* The word that begins at `from`, or "" where none does. */
const char *
finder_word_at(const struct finder *w, int from)
{
    return fold_string(w->a, w->f, from, fold_word_end(w->f, from));
}

const char *
finder_word_before(const struct finder *w, int end, int *from)
{
    int i = end;

    while (i > 0 && fold_is(w->f, i - 1, FOLD_LETTER))
        i--;
    *from = i;
    return fold_string(w->a, w->f, i, end);
}

/* Where a salutation begins that stands before `i`, or -1. */
int
finder_salutation(const struct finder *w, int i)
{
    int end = i - 1, from;
    const char *word;

    if (!fold_has(w->f, end, ' '))
        return -1;
    if (fold_has(w->f, end - 1, '.'))
        end--;
    word = finder_word_before(w, end, &from);
    return from < end && match_edge(w->f, from) &&
                   name_word_is(WORD_SALUTATION, word)
               ? from
               : -1;
}

/* "Wil je", "ik WIL": by its neighbour the word is a verb. */
static bool
is_verb(const struct finder *w, const struct part *part, int from, int to)
{
    int before;

    if (!part->verb)
        return false;
    if (fold_has(w->f, to, ' ') && fold_sentence_begins(w->f, from, true) &&
        name_word_is(WORD_PRONOUN, finder_word_at(w, to + 1)))
        return true;
    return all_capitals(w->f, from, to) && fold_has(w->f, from - 1, ' ') &&
           name_word_is(WORD_PRONOUN, finder_word_before(w, from - 1, &before));
}

/* What stands before it makes a name even of a word without a capital. */
static bool
is_introduced(const struct finder *w, int from, const struct hit *hit)
{
    enum { TWO = 4 }; /* particles, two letters each */
    const char *particles = w->names->persons[hit->person].particles;
    int before = w->names->parts[hit->part].surname
                     ? particles_before(w->a, w->f, from, particles)
                     : from;

    return finder_salutation(w, before) >= 0 ||
           (before < from && strlen(particles) >= TWO);
}

/* A name that is no other word is always replaced.  The others must have their
   capital; a word that begins many sentences is left there, and where a
   sentence begins or all is in capitals that says nothing: then a person must
   look. */
enum spot_kind
finder_judge(const struct finder *w, int from, const struct hit *hit)
{
    const struct part *part = &w->names->parts[hit->part];
    bool capital = is_capital(w->f, from);

    if (!part->word)
        return capital || !hit->ended || part->n > ENDING_SHORT ? SPOT_REPLACED
                                                                : SPOT_SMALL;
    if (is_introduced(w, from, hit))
        return SPOT_REPLACED;
    if (!capital)
        return SPOT_SMALL;
    if (is_verb(w, part, from, hit->to))
        return SPOT_LEFT;
    if (hit->possessive)
        return SPOT_REPLACED;
    if (!part->verb && fold_sentence_begins(w->f, from, true) &&
        name_word_is(WORD_COMMON, finder_word_at(w, from)))
        return SPOT_LEFT;
    return fold_sentence_begins(w->f, from, true) ||
                   all_capitals(w->f, from, hit->letters)
               ? SPOT_CHECK
               : SPOT_REPLACED;
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "privacy/particles.h"

#include "privacy/name_words.h"

#include <string.h>

enum { PARTICLES_MAX = 4, PARTICLE_LETTERS = 7 };

/* In short, two letters each: what may stand for one another is the same. */
static const struct {
    const char *word, *code;
} shorts[] = {
    {"van", "v "},
    {"von", "v "},
    {"v", "v "},
    {"de", "d "},
    {"der", "d "},
    {"den", "d "},
    {"d", "d "},
    {"dr", "d "},
    {"het", "t "},
    {"t", "t "},
    {"ten", "te"},
    {"ter", "te"},
    {"te", "te"},
    {"vd", "v d "},
    {"vdr", "v d "},
    {"vande", "v d "},
    {"vander", "v d "},
    {"vanden", "v d "},
    {"vant", "v t "},
    {"vt", "v t "},
};

const char *
particles_join(struct arena *a, const char *to, const char *word)
{
    for (size_t i = 0; i < sizeof shorts / sizeof *shorts; i++)
        if (strcmp(shorts[i].word, word) == 0)
            return arena_printf(a, "%s%s", to, shorts[i].code);
    return name_word_is(WORD_PARTICLE, word)
               ? arena_printf(a, "%s%.2s", to, word)
               : NULL;
}

/* Between two particles, or one and a name. */
static bool
is_between(const struct folded *f, int i)
{
    return fold_has(f, i, ' ') || fold_has(f, i, '.') || fold_has(f, i, '/') ||
           fold_has(f, i, '\'') || fold_has(f, i, '-');
}

int
particles_before(
    struct arena *a, const struct folded *f, int i, const char *particles)
{
    int from = i;
    const char *have = "";

    for (int k = 0; k < PARTICLES_MAX && *particles != '\0'; k++) {
        int end = from, begin;
        const char *one;

        while (from - end < 3 && is_between(f, end - 1))
            end--;
        begin = end;
        while (fold_is(f, begin - 1, FOLD_LETTER) &&
               end - begin < PARTICLE_LETTERS)
            begin--;
        if (begin == end || fold_is(f, begin - 1, FOLD_LETTER))
            return i;
        one = particles_join(a, "", fold_string(a, f, begin, end));
        if (one == NULL)
            return i;
        have = arena_printf(a, "%s%s", one, have);
        from = begin;
        if (strcmp(have, particles) == 0)
            return fold_has(f, from - 1, '\'') ? from - 1 : from;
    }
    return i;
}

int
particles_after(
    struct arena *a, const struct folded *f, int i, const char *particles)
{
    int to = i;
    const char *have = "";

    for (int k = 0; k < PARTICLES_MAX && *particles != '\0'; k++) {
        int begin = to, end;

        while (begin - to < 3 && is_between(f, begin))
            begin++;
        end = fold_word_end(f, begin);
        if (end == begin || end - begin > PARTICLE_LETTERS)
            return i;
        have = particles_join(a, have, fold_string(a, f, begin, end));
        if (have == NULL)
            return i;
        to = end;
        if (strcmp(have, particles) == 0)
            return to;
    }
    return i;
}

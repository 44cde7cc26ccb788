/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "privacy/names_finder.h"

#include "privacy/name_words.h"
#include "privacy/names_match.h"
#include "privacy/names_parts.h"
#include "privacy/particles.h"

#include <string.h>

/* Words of one person that stand together are one spot; particles, first
   letters and a salutation before it go with it. */

/* ---- around it ---- */

static bool
is_capital(const struct folded *f, int i)
{
    return fold_is(f, i, FOLD_CAPITAL);
}

static bool
same_role(const struct finder *w, int l, int r)
{
    return strcmp(w->names->persons[l].role, w->names->persons[r].role) == 0;
}

/* The person that has all words of the run and this one too, or -1. */
static int
shared_person(const struct finder *w, int part)
{
    int person = -1;

    for (int i = 0; i < w->nrun; i++) {
        person = parts_both(w->names, w->run[i], part);
        if (person < 0)
            return -1;
    }
    return person;
}

/* Behind particles of any kind that stand at `i`. */
static int
skip_particles(const struct finder *w, int i)
{
    for (int k = 0; k < 3; k++) {
        int end = fold_word_end(w->f, i);

        if (end == i ||
            particles_join(w->a, "", finder_word_at(w, i)) == NULL ||
            end + 1 >= w->f->n || fold_is(w->f, end, FOLD_DIGIT))
            return i;
        i = end + 1;
        if (fold_has(w->f, i, ' ') && !fold_has(w->f, end, ' '))
            i++;
    }
    return i;
}

/* Takes in the next word if it is of the same person. */
static bool
take_in_word(struct finder *w, struct spot *s)
{
    int i = s->to + 1, person;
    const struct part *part;
    struct hit hit;

    if (s->possessive ||
        (!fold_has(w->f, s->to, ' ') && !fold_has(w->f, s->to, '-') &&
            !fold_has(w->f, s->to, '\'')))
        return false;
    i = skip_particles(w, i);
    i += fold_has(w->f, i, '\'') && i > s->to + 1;
    if (w->nrun == RUN_MAX || !fold_is(w->f, i, FOLD_LETTER) ||
        !match_word(w->names, w->f, i, &hit))
        return false;
    part = &w->names->parts[hit.part];
    person = shared_person(w, hit.part);
    if (person < 0 && (part->weak || !same_role(w, hit.person, s->person)))
        return false;
    if (part->word && !is_capital(w->f, i) &&
        (person < 0 || is_capital(w->f, s->from)))
        return false;
    if (person < 0 && part->word && finder_judge(w, i, &hit) == SPOT_LEFT)
        return false;
    if (person >= 0)
        s->person = person;
    w->run[w->nrun++] = hit.part;
    s->to = hit.to;
    s->possessive = hit.possessive;
    s->kind = SPOT_REPLACED;
    return true;
}

/* The first letter of a surname that stands behind `i`, or -1. */
static int
letter_behind(const struct finder *w, const struct person_named *p, int i)
{
    int from = i;

    while (i - from < 2 && (fold_has(w->f, i, ' ') || fold_has(w->f, i, '.')))
        i++;
    return i > from && p->last != 0 && is_capital(w->f, i) &&
                   (fold_has(w->f, i, p->last) ||
                       fold_has(w->f, i, p->middle)) &&
                   !fold_is(w->f, i + 1, FOLD_LETTER) &&
                   !fold_has(w->f, i + 1, '\'')
               ? i
               : -1;
}

/* Takes in "v.d. B." and "B." behind a first name; a full stop only where the
   sentence goes on. */
static void
take_in_letter(const struct finder *w, struct spot *s)
{
    const struct person_named *p = &w->names->persons[s->person];
    int i;

    if (s->possessive || w->nrun != 1 || w->names->parts[w->run[0]].surname)
        return;
    i = letter_behind(w, p, particles_after(w->a, w->f, s->to, p->particles));
    if (i < 0 && fold_has(w->f, s->to, ' '))
        i = letter_behind(w, p, s->to);
    if (i < 0)
        return;
    s->to = i + 1;
    if (fold_has(w->f, s->to, '.') && s->to + 1 < w->f->n &&
        !is_capital(w->f, s->to + 2))
        s->to++;
}

/* Takes in what an apostrophe or a hyphen joins before it: O'Brien. */
static void
take_in_piece(const struct finder *w, struct spot *s, int least)
{
    int i = s->from - 1, from;
    struct hit hit;

    if (!fold_has(w->f, i, '\'') && !fold_has(w->f, i, '-'))
        return;
    finder_word_before(w, i, &from);
    if (from < i && from >= least && match_word(w->names, w->f, from, &hit) &&
        shared_person(w, hit.part) >= 0)
        s->from = from;
}

/* Takes in ", van der" behind a surname. */
static void
take_in_behind(const struct finder *w, struct spot *s)
{
    int i = s->to, to;

    if (w->nrun == 0 || !w->names->parts[w->run[w->nrun - 1]].surname ||
        !fold_starts(w->f, i, ", "))
        return;
    to = particles_after(
        w->a, w->f, i + 2, w->names->persons[s->person].particles);
    if (to > i + 2 && !fold_has(w->f, to, ' '))
        s->to = to + (fold_has(w->f, to, '.') && fold_has(w->f, to - 2, '.'));
}

/* Takes in "J.P." before a surname. */
static void
take_in_initials(const struct finder *w, struct spot *s, int least)
{
    uint32_t first = 0;

    for (;;) {
        int i = s->from - 1;

        if (fold_has(w->f, i, ' '))
            i--;
        if (fold_has(w->f, i, '.'))
            i--;
        else if (i == s->from - 1 ||
                 !fold_has(w->f, i, w->names->persons[s->person].first))
            break;
        if (i < least || !is_capital(w->f, i) ||
            fold_is(w->f, i - 1, FOLD_LETTER | FOLD_DIGIT) ||
            fold_is(w->f, i + 1, FOLD_LETTER) || fold_has(w->f, i - 1, '\''))
            break;
        s->from = i;
        first = w->f->v[i].c;
    }
    if (first != 0 && first != w->names->persons[s->person].first)
        s->kind = SPOT_CHECK;
}

/* Takes in a salutation before it, and the article of "de heer". */
static void
take_in_salutation(const struct finder *w, struct spot *s, int least)
{
    for (;;) {
        int from = finder_salutation(w, s->from);

        if (from < least)
            return;
        s->from = from;
        if (s->kind == SPOT_CHECK)
            s->kind = SPOT_REPLACED;
        if (fold_starts(w->f, from, "heer") && from - 3 >= least &&
            fold_starts(w->f, from - 3, "de ") && match_edge(w->f, from - 3))
            s->from = from - 3;
    }
}

static void
take_in_before(const struct finder *w, struct spot *s, int least)
{
    const char *particles = w->names->persons[s->person].particles;
    bool surname = w->nrun > 0 && w->names->parts[w->run[0]].surname;

    if (surname) {
        int from = particles_before(w->a, w->f, s->from, particles);

        if (from >= least)
            s->from = from;
        take_in_initials(w, s, least);
    }
    take_in_salutation(w, s, least);
}

/* ---- all of it ---- */

/* A name in any form at `i`. */
static bool
find_hit(const struct finder *w, int i, struct hit *hit, enum spot_kind *kind)
{
    *kind = SPOT_REPLACED;
    if (match_code(w->names, w->f, i, hit))
        return true;
    if (!fold_word_begins(w->f, i))
        return false;
    if (fold_has(w->f, fold_word_end(w->f, i), '-') &&
        match_split(w->a, w->names, w->f, i, hit))
        return true;
    if (match_word(w->names, w->f, i, hit) &&
        !w->names->parts[hit->part].weak) {
        *kind = finder_judge(w, i, hit);
        return true;
    }
    if (match_spelled(w->names, w->f, i, hit))
        return true;
    if (match_initials(w->a, w->names, w->f, i, hit) ||
        match_split(w->a, w->names, w->f, i, hit)) {
        *kind = hit->check ? SPOT_CHECK : SPOT_REPLACED;
        return true;
    }
    *kind = SPOT_SLIP;
    return match_slip(w->a, w->names, w->f, i, hit);
}

/* Adds a spot, or makes the one before longer where both are one person. */
static void
spots_add(struct finder *w, struct spot s)
{
    if (w->n > 0) {
        struct spot *last = &w->v[w->n - 1];
        int gap = s.from - last->to;

        if (names_hides(last) && names_hides(&s) && !last->possessive &&
            gap <= 1 &&
            (gap <= 0 || fold_has(w->f, last->to, ' ') ||
                fold_has(w->f, last->to, '-')) &&
            same_role(w, last->person, s.person)) {
            last->to = s.to;
            last->possessive = s.possessive;
            last->joined |= s.joined;
            return;
        }
    }
    GROW(w->a, w->v, w->n, w->cap, 16);
    w->v[w->n++] = s;
}

static int
find_word(struct finder *w, int i, int least)
{
    enum spot_kind kind;
    struct spot s;
    struct hit hit;

    if (!find_hit(w, i, &hit, &kind))
        return -1;
    s = (struct spot){.kind = kind,
        .from = i,
        .to = hit.to,
        .person = hit.person,
        .possessive = hit.possessive};
    w->nrun = 0;
    if (hit.part >= 0)
        w->run[w->nrun++] = hit.part;
    if (names_hides(&s) && hit.part >= 0) {
        while (take_in_word(w, &s))
            ;
        take_in_letter(w, &s);
        take_in_behind(w, &s);
        take_in_piece(w, &s, least);
        take_in_before(w, &s, least);
    }
    s.joined = fold_has(w->f, s.from - 1, '-') ||
               (fold_has(w->f, s.to, '-') && !fold_has(w->f, s.to + 1, ' '));
    spots_add(w, s);
    return s.to;
}

int
names_find(struct arena *a, const struct names *names, const struct folded *f,
    struct spot **out)
{
    struct finder w = {.a = a, .names = names, .f = f};
    int least = 0;

    for (int i = 0; i < f->n && names->npersons > 0;) {
        struct hit hit, other;
        int to = -1;

        if (match_address(names, f, i, &hit) &&
            !match_code(names, f, i, &other) &&
            !match_spelled(names, f, i, &other)) {
            spots_add(&w,
                (struct spot){
                    .from = hit.letters, .to = hit.to, .person = hit.person});
            to = hit.to;
        } else if (fold_is(f, i, FOLD_LETTER | FOLD_DIGIT)) {
            to = find_word(&w, i, least);
        }
        if (to > i)
            least = i = to;
        else
            i = fold_word_begins(f, i) ? fold_word_end(f, i) : i + 1;
    }
    *out = w.v;
    return w.n;
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "privacy/names.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "privacy/name_words.h"

#include <string.h>

/* A name stands in a text as a whole word, with or without an ending.  Longer
   forms are tried first.  Forms of one person that follow each other are one
   spot, and a salutation before it goes with it. */

enum { ENDING_SHORT = 3 }; /* "als" is no genitive of Al */

struct finder {
    struct arena *a;
    const struct names *names;
    const struct folded *f;
    struct spot *v;
    int n, cap;
};

/* ---- endings ---- */

static bool
is_joined(const struct folded *f, int left, unsigned kind)
{
    return fold_is(f, left, kind) && fold_is(f, left + 1, kind);
}

/* Whether a word may begin before, or end at, character `i`: letters and
   digits do not go on there. */
static bool
is_edge(const struct folded *f, int i)
{
    return !is_joined(f, i - 1, FOLD_LETTER) &&
           !is_joined(f, i - 1, FOLD_DIGIT);
}

/* Behind the letters `s`, or -1. */
static int
skip(const struct folded *f, int i, const char *s)
{
    for (; *s != '\0'; s++, i++)
        if (!fold_has(f, i, (unsigned char)*s))
            return -1;
    return i;
}

/* Dutch diminutives; a name may double its last letter before them (Bram,
   Brammetje; Anna, Annaatje). */
static const char *const diminutives[] = {"etje", "tje", "pje", "kje", "je"};

/* The end of a diminutive at `i`, with an `s` behind it in `*s`; or -1. */
static int
diminutive_end(const struct folded *f, int i, bool *s)
{
    for (size_t k = 0; k < sizeof diminutives / sizeof *diminutives; k++) {
        int end = skip(f, i, diminutives[k]);

        if (end < 0)
            continue;
        *s = false;
        if (is_edge(f, end))
            return end;
        if (fold_has(f, end, 's') && is_edge(f, end + 1)) {
            *s = true;
            return end + 1;
        }
    }
    return -1;
}

/* The end of an apostrophe with s at `i`, or -1. */
static int
genitive_end(const struct folded *f, int i)
{
    int end = skip(f, i, "'s");

    return end >= 0 && is_edge(f, end) ? end : -1;
}

/* The end of a name whose letters end at `i`, its ending included, or -1
   where another word goes on. */
static int
ending(const struct folded *f, int i, bool *possessive)
{
    int end = genitive_end(f, i);

    *possessive = end >= 0;
    if (end >= 0)
        return end;
    if (fold_has(f, i, '\''))
        end = diminutive_end(f, i + 1, possessive); /* Romy'tje */
    if (end < 0 && is_edge(f, i))
        return i;
    if (end < 0)
        end = diminutive_end(f, i, possessive);
    if (end < 0 && fold_is(f, i - 1, FOLD_LETTER) &&
        fold_has(f, i, f->v[i - 1].c))
        end = diminutive_end(f, i + 1, possessive);
    if (end >= 0) {
        int genitive = genitive_end(f, end);

        *possessive |= genitive >= 0;
        return genitive >= 0 ? genitive : end;
    }
    *possessive = fold_has(f, i, 's') && is_edge(f, i + 1);
    return *possessive ? i + 1 : -1;
}

/* ---- one form ---- */

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

/* The end of the form's own letters at `i`, or -1. */
static int
form_end(const struct folded *f, int i, const struct name *name)
{
    for (int k = 0; k < name->n; k++, i++)
        if (!fold_has(f, i, name->c[k]) &&
            !(name->c[k] == ' ' && fold_has(f, i, '-')))
            return -1;
    return i;
}

/* The word that begins in `from`..`to`, or "" where none does. */
static const char *
word_at(const struct finder *w, int from)
{
    return fold_string(w->a, w->f, from, fold_word_end(w->f, from));
}

static const char *
word_before(const struct finder *w, int end, int *from)
{
    int i = end;

    while (i > 0 && fold_is(w->f, i - 1, FOLD_LETTER))
        i--;
    *from = i;
    return fold_string(w->a, w->f, i, end);
}

/* "Wil je", "ik WIL": by its neighbour the word is a verb. */
static bool
is_verb(const struct finder *w, const struct spot *s)
{
    int from;

    if (!s->name->verb)
        return false;
    if (fold_has(w->f, s->to, ' ') &&
        fold_sentence_begins(w->f, s->from, true) &&
        name_word_is(WORD_PRONOUN, word_at(w, s->to + 1)))
        return true;
    return all_capitals(w->f, s->from, s->to) &&
           fold_has(w->f, s->from - 1, ' ') &&
           name_word_is(WORD_PRONOUN, word_before(w, s->from - 1, &from));
}

/* A name that is no other word is always replaced.  The others must have their
   capital, and where a sentence begins or all is in capitals that says
   nothing: then a person must look. */
static enum spot_kind
judge(const struct finder *w, const struct spot *s, int letters)
{
    bool capital = is_capital(w->f, s->from + s->name->main);
    bool ended = s->to > letters && !fold_has(w->f, letters, '\'');

    if (!s->name->word)
        return capital || !ended || s->name->n > ENDING_SHORT ? SPOT_REPLACED
                                                              : SPOT_SMALL;
    if (!capital)
        return SPOT_SMALL;
    if (is_verb(w, s))
        return SPOT_LEFT;
    if (s->name->main > 0 || s->possessive)
        return SPOT_REPLACED;
    return fold_sentence_begins(w->f, s->from, true) ||
                   all_capitals(w->f, s->from, letters)
               ? SPOT_CHECK
               : SPOT_REPLACED;
}

/* The longest form that stands at `i`.  One that is left as an ordinary word
   gives way to a shorter one that is not. */
static bool
find_at(const struct finder *w, int i, struct spot *out)
{
    bool found = false;

    if (!is_edge(w->f, i))
        return false;
    for (int k = 0; k < w->names->n; k++) {
        const struct name *name = &w->names->v[k];
        struct spot s = {.from = i, .name = name};
        int letters;

        if (name->c[0] != w->f->v[i].c)
            continue;
        letters = form_end(w->f, i, name);
        if (letters < 0)
            continue;
        s.to = name->code ? (is_edge(w->f, letters) ? letters : -1)
                          : ending(w->f, letters, &s.possessive);
        if (s.to < 0)
            continue;
        s.kind = judge(w, &s, letters);
        if (s.kind == SPOT_REPLACED || s.kind == SPOT_CHECK) {
            *out = s;
            return true;
        }
        if (!found)
            *out = s;
        found = true;
    }
    return found;
}

/* ---- around it ---- */

/* Takes in further forms of the same person: "Martijn van den Berg" where only
   its parts are listed. */
static void
take_in_next(const struct finder *w, struct spot *s)
{
    for (;;) {
        struct spot next;
        int i = s->to;

        if (s->possessive ||
            (!fold_has(w->f, i, ' ') && !fold_has(w->f, i, '-')))
            return;
        i++;
        while (name_word_is(WORD_PARTICLE, word_at(w, i)) &&
               fold_has(w->f, fold_word_end(w->f, i), ' '))
            i = fold_word_end(w->f, i) + 1;
        if (i >= w->f->n || !find_at(w, i, &next) || next.kind == SPOT_LEFT ||
            next.kind == SPOT_SMALL ||
            strcmp(next.name->role, s->name->role) != 0)
            return;
        s->to = next.to;
        s->possessive = next.possessive;
        if (next.kind == SPOT_REPLACED)
            s->kind = SPOT_REPLACED;
    }
}

/* Takes in a salutation before it, and the article of "de heer". */
static void
take_in_salutation(const struct finder *w, struct spot *s, int least)
{
    for (;;) {
        int end = s->from, from;
        const char *word;

        if (!fold_has(w->f, end - 1, ' '))
            return;
        end--;
        if (fold_has(w->f, end - 1, '.'))
            end--;
        word = word_before(w, end, &from);
        if (from < least || !is_edge(w->f, from) ||
            !name_word_is(WORD_SALUTATION, word))
            return;
        s->from = from;
        s->kind = SPOT_REPLACED;
        if (strcmp(word, "heer") == 0 && from - 3 >= least &&
            skip(w->f, from - 3, "de ") == from && is_edge(w->f, from - 3))
            s->from = from - 3;
    }
}

static void
spots_add(struct finder *w, struct spot s)
{
    GROW(w->a, w->v, w->n, w->cap, 16);
    w->v[w->n++] = s;
}

int
names_find(struct arena *a, const struct names *names, const struct folded *f,
    struct spot **out)
{
    struct finder w = {.a = a, .names = names, .f = f};

    for (int i = 0, least = 0; i < f->n; i++) {
        struct spot s;

        if ((f->v[i].is & (FOLD_LETTER | FOLD_DIGIT)) == 0 && f->v[i].c != '\'')
            continue;
        if (!find_at(&w, i, &s))
            continue;
        if (s.kind == SPOT_REPLACED || s.kind == SPOT_CHECK) {
            take_in_next(&w, &s);
            if (!s.name->code)
                take_in_salutation(&w, &s, least);
        }
        s.joined = fold_has(f, s.from - 1, '-') || fold_has(f, s.to, '-');
        spots_add(&w, s);
        least = s.to;
        i = s.to - 1;
    }
    *out = w.v;
    return w.n;
}

/* ---- replacing ---- */

/* "kind B’s", and "persoon S’". */
static const char *
possessive_of(struct arena *a, const char *role)
{
    char last = role[strlen(role) - 1];

    return arena_printf(
        a, "%s%s", role, strchr("SXZ", last) != NULL ? "’" : "’s");
}

static const char *
capital_of(struct arena *a, const char *s)
{
    return arena_printf(
        a, "%c%s", (char)utf8_upper((unsigned char)s[0]), s + 1);
}

const char *
names_instead(struct arena *a, const struct folded *f, const struct spot *spot)
{
    const char *role = spot->possessive ? possessive_of(a, spot->name->role)
                                        : spot->name->role;

    return fold_has(f, spot->from - 1, '-') ||
                   !fold_sentence_begins(f, spot->from, false)
               ? role
               : capital_of(a, role);
}

const char *
names_replace(struct arena *a, const struct names *names, const char *s)
{
    struct folded f = fold_text(a, s);
    struct spot *spots;
    int n = names_find(a, names, &f, &spots);
    struct buf out = buf_new(a);
    size_t done = 0;

    if (n == 0)
        return s;
    for (int i = 0; i < n; i++) {
        const struct spot *spot = &spots[i];
        size_t from = f.v[spot->from].from;

        if (spot->kind == SPOT_LEFT || spot->kind == SPOT_SMALL)
            continue;
        buf_add(&out, s + done, from - done);
        buf_puts(&out, names_instead(a, &f, spot));
        done = f.v[spot->to - 1].to;
    }
    buf_puts(&out, s + done);
    return out.p;
}

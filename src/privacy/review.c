/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "privacy/anonymise.h"

#include "privacy/address.h"
#include "privacy/clue.h"
#include "privacy/figure.h"
#include "privacy/name_words.h"
#include "privacy/names.h"
#include "privacy/names_match.h"
#include "privacy/names_parts.h"
#include "privacy/word_list.h"
#include "privacy/word_set.h"

#include <string.h>

/* The list for review: what was replaced, and what a person may have to
   replace by hand.  A word in small letters is listed where no list of words
   has it; one with a capital, unless a sentence begins there and it is a word.
 */

enum {
    PLACES_MAX = 2000, /* beyond, a place is that of its text */
    NOTES_MAX = 10000, /* beyond, only counted */
    SPELLED_MIN = 4    /* letters that stand apart */
};

struct review {
    struct arena *a;
    struct diag *d;
    const struct interview *iv;
    const struct names *names;
    struct word_set known; /* words of the rules */
    struct word_set said;  /* words reported, as typed */
    const struct text *text;
    struct folded f;
    int replaced, notes;
};

/* ---- places ---- */

static bool
is_among(const struct texts *list, const struct text *text)
{
    for (int i = 0; i < list->n; i++)
        if (&list->v[i] == text)
            return true;
    return false;
}

/* Names of persons and the id have their own lines in the file. */
static bool
is_listing(const struct interview *iv, const struct text *text)
{
    const struct text *const own[] = {&iv->teacher.name, &iv->teacher.code,
        &iv->child.name, &iv->child.code, &iv->coach.name, &iv->coach.code};

    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (own[i] == text)
            return true;
    for (int i = 0; i < iv->nreadings; i++)
        if (&iv->readings[i].by == text)
            return true;
    return is_among(&iv->others, text) || is_among(&iv->child.names, text) ||
           is_among(&iv->teacher.names, text);
}

/* The place of a character, and whether it is to be reported at all. */
static bool
place(struct review *r, int i, struct pos *at)
{
    r->notes++;
    *at = r->notes <= PLACES_MAX ? text_locate(r->text, r->f.v[i].from)
                                 : r->text->at;
    return r->notes <= NOTES_MAX;
}

/* ---- words that were not replaced ---- */

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
    uint32_t c[PART_MAX];
    int n = 0, at = -1;
    bool slip, head = ordinary && fold_sentence_begins(&r->f, from, true);

    if (to - from > PART_MAX)
        return -1;
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
    if (place(r, from, &at))
        diag_remark(r->d, at, "A114",
            "\"%s.\" may be the first letter of a name",
            fold_typed(r->a, &r->f, from, to));
    return true;
}

static void
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
    if (!word_set_add(r->a, &r->said, typed) || !place(r, from, &at))
        return;
    if (near >= 0)
        diag_remark(r->d, at, "A113", "\"%s\" looks like the name \"%s\"",
            typed, r->names->persons[r->names->parts[near].person].typed);
    else
        diag_remark(
            r->d, at, "A115", "\"%s\" may be a name; no list has it", typed);
}

/* Letters that stand apart and are no listed name; returns where they end. */
static int
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
    if (place(r, i, &at))
        diag_remark(r->d, at, "A115", "\"%s\" may be a name; no list has it",
            fold_typed(r->a, &r->f, i, to));
    return to;
}

/* ---- spots ---- */

static void
review_spot(struct review *r, const struct spot *s)
{
    const char *typed = fold_typed(r->a, &r->f, s->from, s->to);
    const char *instead = names_instead(r->a, r->names, &r->f, s);
    struct pos at;

    if (s->kind == SPOT_SMALL && !word_set_add(r->a, &r->said, typed))
        return; /* an ordinary word: once is enough */
    if (names_hides(s))
        r->replaced++;
    if (!place(r, s->from, &at))
        return;
    switch (s->kind) {
    case SPOT_REPLACED:
        if (s->joined)
            diag_remark(r->d, at, "A111",
                "\"%s\" becomes \"%s\"; check: it is part of a longer word",
                typed, instead);
        else
            diag_remark(
                r->d, at, "A110", "\"%s\" becomes \"%s\"", typed, instead);
        return;
    case SPOT_SLIP:
        diag_remark(r->d, at, "A111",
            "\"%s\" becomes \"%s\"; check: it is not spelled as listed", typed,
            instead);
        return;
    case SPOT_CHECK:
        diag_remark(r->d, at, "A111",
            "\"%s\" becomes \"%s\"; check: it may be an ordinary word", typed,
            instead);
        return;
    case SPOT_LEFT:
    case SPOT_SMALL:
        diag_remark(r->d, at, "A112",
            "\"%s\" is left as an ordinary word; it is a name too", typed);
        return;
    }
}

/* ---- numbers ---- */

/* What the number at `i` may be; returns where it ends. */
static int
review_figure(struct review *r, int i)
{
    struct figure figure = figure_read(r->a, &r->f, i);
    const char *typed = fold_typed(r->a, &r->f, figure.from, figure.to);
    struct pos at;

    if (figure.kind == FIGURE_PLAIN || !place(r, figure.from, &at))
        return figure.to;
    switch (figure.kind) {
    case FIGURE_PLAIN:
        break;
    case FIGURE_DATE:
        diag_remark(r->d, at, "A116", "a date: \"%s\"", typed);
        break;
    case FIGURE_TELEPHONE:
        diag_remark(r->d, at, "A117", "a telephone number: \"%s\"", typed);
        break;
    case FIGURE_LONG:
        diag_remark(r->d, at, "A124", "a long number: \"%s\"", typed);
        break;
    case FIGURE_NINE_DIGITS:
        diag_remark(r->d, at, "A119", "a number of nine digits: \"%s\"", typed);
        break;
    }
    return figure.to;
}

/* Whether what "_" joins are words: an id of the rules is no user name. */
static bool
is_plain(const struct review *r, int from, int to)
{
    for (int i = from; i < to; i++) {
        int end = fold_word_end(&r->f, i);
        const char *word = fold_string(r->a, &r->f, i, end);

        if (fold_has(&r->f, i, '@') || fold_is(&r->f, i, FOLD_DIGIT) ||
            (end > i && !word_list_has(r->iv->lang, word) &&
                !word_set_have(&r->known, word)))
            return false;
        i = end > i ? end - 1 : i;
    }
    return true;
}

/* What stands between blanks from `i` on, if it is an address; returns where it
   ends, or -1. */
static int
review_address(struct review *r, int i)
{
    enum { LETTERS = 4, ACCOUNT = 10 };
    int from, to, letters = 0;
    enum address_kind kind = address_read(&r->f, i, &from, &to);
    const char *typed;
    struct pos at;

    for (int k = from; k < to; k++)
        letters += fold_is(&r->f, k, FOLD_LETTER);
    if (kind == ADDRESS_NOT ||
        (kind == ADDRESS_USER && is_plain(r, from, to)) ||
        (kind == ADDRESS_MIXED &&
            (letters < LETTERS ||
                (to - from < ACCOUNT && word_list_has(r->iv->lang,
                                            fold_string(r->a, &r->f, from,
                                                fold_word_end(&r->f, from)))))))
        return -1;
    if (!place(r, from, &at))
        return to;
    typed = fold_typed(r->a, &r->f, from, to);
    if (kind == ADDRESS_MAIL)
        diag_remark(r->d, at, "A118", "an e-mail address: \"%s\"", typed);
    else
        diag_remark(r->d, at, "A120",
            "a user name, web address or code: \"%s\"", typed);
    return to;
}

/* A date in words, a street, a school; returns where it ends, or -1. */
static int
review_clue(struct review *r, int i, int limit)
{
    struct clue clue = clue_read(r->a, r->iv->lang, &r->f, i);
    const char *typed;
    struct pos at;

    if (clue.kind == CLUE_NONE || clue.to > limit)
        return -1;
    if (!place(r, clue.from, &at))
        return clue.to;
    typed = fold_typed(r->a, &r->f, clue.from, clue.to);
    switch (clue.kind) {
    case CLUE_NONE:
        break;
    case CLUE_DATE:
        diag_remark(r->d, at, "A116", "a date: \"%s\"", typed);
        break;
    case CLUE_POSTCODE:
    case CLUE_STREET:
        diag_remark(r->d, at, "A121", "an address: \"%s\"", typed);
        break;
    case CLUE_SCHOOL:
        diag_remark(r->d, at, "A122", "a school: \"%s\"", typed);
        break;
    case CLUE_CLASS:
        diag_remark(r->d, at, "A123", "a class: \"%s\"", typed);
        break;
    }
    return clue.to;
}

/* ---- all of it ---- */

static void
learn_words(struct review *r, const char *s)
{
    struct folded f = fold_text(r->a, s);

    for (int i = 0; i < f.n; i++) {
        int end = fold_word_end(&f, i);

        if (!fold_word_begins(&f, i))
            continue;
        if (!fold_is(&f, i, FOLD_CAPITAL))
            word_set_add(r->a, &r->known, fold_string(r->a, &f, i, end));
        i = end - 1;
    }
}

/* One character between spots; returns where to go on. */
static int
review_at(struct review *r, int i, int limit)
{
    const struct folded *f = &r->f;
    bool word = fold_word_begins(f, i);
    int to = -1;

    if ((i == 0 || fold_has(f, i - 1, ' ')) && !fold_has(f, i, ' '))
        to = review_address(r, i);
    if (to < 0 && word)
        to = review_spelled(r, i);
    if (to < 0 &&
        (word || (fold_is(f, i, FOLD_DIGIT) && !fold_is(f, i - 1, FOLD_DIGIT))))
        to = review_clue(r, i, limit);
    if (to > i)
        return to;
    if (fold_is(f, i, FOLD_DIGIT))
        return review_figure(r, i);
    if (word) {
        int end = fold_word_end(f, i);

        if (end <= limit)
            review_word(r, i, end);
        return end;
    }
    return i + 1;
}

static struct text
review_text(void *ctx, const struct text *text)
{
    struct review *r = ctx;
    struct spot *spots;
    int n, i = 0;

    if (is_listing(r->iv, text))
        return *text;
    r->text = text;
    r->f = fold_text(r->a, text->s);
    n = names_find(r->a, r->names, &r->f, &spots);
    for (int k = 0; k <= n; k++) {
        int limit = k < n ? spots[k].from : r->f.n;

        while (i < limit)
            i = review_at(r, i, limit);
        if (k < n) {
            review_spot(r, &spots[k]);
            i = i > spots[k].to ? i : spots[k].to;
        }
    }
    return *text;
}

void
anonymise_review(struct arena *a, struct diag *d, const struct interview *iv,
    const struct beside *beside, enum lang lang, const char *known)
{
    struct names *names = names_collect(a, iv, beside, lang);
    struct review r = {.a = a, .d = d, .iv = iv, .names = names};

    parts_expect_near(a, names);
    learn_words(&r, known);
    interview_map(a, iv, review_text, &r);
    if (r.notes > NOTES_MAX)
        diag_remark(d, (struct pos){0}, "A189", "%d more places are not shown",
            r.notes - NOTES_MAX);
    diag_remark(d, (struct pos){0}, "A190",
        "%d places were replaced; read the report yourself before you pass it "
        "on: a name that no list has still stands there, and what is told may "
        "point to a person",
        r.replaced);
    diag_help(d, "add names to \"%s\" (the child) and \"%s\"",
        iv->keys == LANG_NL ? "namen" : "names",
        iv->keys == LANG_NL ? "anderen" : "others");
}

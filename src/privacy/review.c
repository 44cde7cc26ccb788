/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "privacy/anonymise.h"
#include "privacy/review_parts.h"

#include <stdint.h>
#include <string.h>

/* The list for review: what was replaced, and what a person may have to
   replace by hand.  A word in small letters is listed where no list of words
   has it; one with a capital, unless a sentence begins there and it is a word.
 */

enum {
    PLACES_MAX = 2000, /* beyond, a place is that of its text */
    NOTES_MAX = 10000  /* beyond, only counted */
};

/* ---- places ---- */

/* By its address: a look at each of the list would take the square of it. */
static bool
is_among(const struct texts *list, const struct text *text)
{
    uintptr_t first = (uintptr_t)list->v, at = (uintptr_t)text;

    return at >= first && at - first < sizeof *list->v * (size_t)list->n;
}

static bool
is_reader(const struct interview *iv, const struct text *text)
{
    uintptr_t first = (uintptr_t)iv->readings, at = (uintptr_t)text;
    size_t i = (at - first) / sizeof *iv->readings;

    return at >= first && i < (size_t)iv->nreadings &&
           text == &iv->readings[i].by;
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
    return is_reader(iv, text) || is_among(&iv->others, text) ||
           is_among(&iv->child.names, text) ||
           is_among(&iv->teacher.names, text);
}

bool
review_place(struct review *r, int i, struct pos *at)
{
    r->notes++;
    *at = r->notes <= PLACES_MAX ? text_locate(r->text, r->f.v[i].from)
                                 : r->text->at;
    return r->notes <= NOTES_MAX;
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
    if (!review_place(r, s->from, &at))
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

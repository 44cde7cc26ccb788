/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "privacy/anonymise.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "privacy/figure.h"
#include "privacy/name_words.h"
#include "privacy/names.h"
#include "privacy/word_list.h"
#include "privacy/word_set.h"

#include <string.h>

/* The list for review: what was replaced, and what a person may have to
   replace by hand.  Each text is walked twice: first to learn which words
   stand there in small letters, and which the rules have, so that a
   capital at the head of a sentence can be told from a name; then to report. */

enum {
    PLACES_MAX = 2000, /* beyond, a place is that of its text */
    NOTES_MAX = 10000, /* beyond, only counted */
    NEAR_MIN = 4,      /* letters of a name that others can be near to */
    NEAR_SMALL_MIN = 5 /* of one that may be near without a capital */
};

struct review {
    struct arena *a;
    struct diag *d;
    const struct interview *iv;
    const struct names *names;
    struct word_set small;    /* words in small letters */
    struct word_set compared; /* words compared with names, as typed */
    struct word_set said;     /* words reported, as typed */
    const struct text *text;
    struct folded f;
    int replaced, notes;
};

/* ---- places ---- */

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
    return (text >= iv->others.v && text < iv->others.v + iv->others.n) ||
           (text >= iv->child.names.v &&
               text < iv->child.names.v + iv->child.names.n) ||
           (text >= iv->teacher.names.v &&
               text < iv->teacher.names.v + iv->teacher.names.n);
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

/* ---- what is near a name ---- */

/* "ij" and "y" sound alike and are taken for one another. */
static const char *
spelling(struct arena *a, const char *word)
{
    struct buf b = buf_new(a);

    buf_puts(&b, "");
    for (const char *p = word; *p != '\0'; p++) {
        if (p[0] == 'i' && p[1] == 'j') {
            buf_putc(&b, 'y');
            p++;
        } else {
            buf_putc(&b, *p);
        }
    }
    return b.p;
}

static const char *
name_string(struct arena *a, const struct name *name)
{
    struct buf b = buf_new(a);
    char one[4];

    buf_puts(&b, "");
    for (int i = 0; i < name->n; i++)
        buf_add(&b, one, (size_t)utf8_put(name->c[i], one));
    return b.p;
}

/* Whether a word that is no form of the name looks like one: a longer or
   shorter one, or another spelling. */
static bool
is_near(struct arena *a, const char *word, bool capital, const char *name)
{
    size_t n = utf8_count(name, strlen(name)), len = strlen(word);
    const char *in = strstr(word, name);

    if (n < NEAR_MIN)
        return in == word && capital && n + 1 >= NEAR_MIN;
    if (n < NEAR_SMALL_MIN && !capital)
        return false;
    if (in == word || (in != NULL && n >= NEAR_SMALL_MIN))
        return true;
    if (capital && len >= NEAR_MIN && strncmp(name, word, len) == 0)
        return true;
    if (len > 0 && word[len - 1] == 's' &&
        utf8_distance(spelling(a, arena_strndup(a, word, len - 1)),
            spelling(a, name)) <= 1)
        return true;
    return utf8_distance(spelling(a, word), spelling(a, name)) <= 1;
}

static const struct name *
near_name(struct review *r, const char *word, bool capital)
{
    for (int i = 0; i < r->names->n; i++) {
        const struct name *name = &r->names->v[i];

        if (!name->code &&
            is_near(r->a, word, capital, name_string(r->a, name)))
            return name;
    }
    return NULL;
}

/* "M." for Martijn. */
static bool
is_initial(const struct review *r, int from, int to)
{
    if (to - from != 1 || !fold_has(&r->f, to, '.'))
        return false;
    for (int i = 0; i < r->names->n; i++)
        if (!r->names->v[i].code && r->names->v[i].c[0] == r->f.v[from].c)
            return true;
    return false;
}

/* ---- words that were not replaced ---- */

/* "Dan" where a sentence begins. */
static bool
is_common(const struct review *r, int from, const char *word)
{
    return fold_sentence_begins(&r->f, from, true) &&
           name_word_is(WORD_COMMON, word);
}

/* Whether a capital says nothing: small elsewhere, or a word that begins
   sentences or is always written so. */
static bool
is_ordinary(const struct review *r, int from, const char *word)
{
    if (name_word_is(WORD_CAPITAL, word) || name_word_is(WORD_MONTH, word) ||
        name_word_is(WORD_PARTICLE, word) ||
        name_word_is(WORD_SALUTATION, word))
        return true;
    return fold_sentence_begins(&r->f, from, true) &&
           (name_word_is(WORD_COMMON, word) || word_set_have(&r->small, word) ||
               (word_list_has(r->iv->lang, word) &&
                   !name_word_is(WORD_NAME, word)));
}

static void
review_word(struct review *r, int from, int to)
{
    const char *word = fold_string(r->a, &r->f, from, to);
    const char *typed = fold_typed(r->a, &r->f, from, to);
    bool capital = fold_is(&r->f, from, FOLD_CAPITAL);
    const struct name *near;
    struct pos at;

    if (is_initial(r, from, to) && capital) {
        if (place(r, from, &at))
            diag_remark(r->d, at, "A114",
                "\"%s.\" may be the first letter of a name", typed);
        return;
    }
    near = !is_common(r, from, word) && word_set_add(r->a, &r->compared, typed)
               ? near_name(r, word, capital)
               : NULL;
    if (near == NULL &&
        (!capital || to - from < 2 || is_ordinary(r, from, word)))
        return;
    if (!word_set_add(r->a, &r->said, typed) || !place(r, from, &at))
        return;
    if (near != NULL)
        diag_remark(r->d, at, "A113", "\"%s\" looks like the name \"%s\"",
            typed, near->typed);
    else
        diag_remark(
            r->d, at, "A115", "\"%s\" may be a name; no list has it", typed);
}

/* ---- spots ---- */

static void
review_spot(struct review *r, const struct spot *s)
{
    const char *typed = fold_typed(r->a, &r->f, s->from, s->to);
    const char *instead = names_instead(r->a, &r->f, s);
    struct pos at;

    if (s->kind == SPOT_SMALL && !word_set_add(r->a, &r->said, typed))
        return; /* an ordinary word: once is enough */
    if (s->kind == SPOT_REPLACED || s->kind == SPOT_CHECK)
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
    case FIGURE_NINE_DIGITS:
        diag_remark(r->d, at, "A119", "a number of nine digits: \"%s\"", typed);
        break;
    }
    return figure.to;
}

static bool
is_blank(const struct folded *f, int i)
{
    return i < 0 || i >= f->n || f->v[i].c == ' ';
}

static void
review_mail(struct review *r, int i)
{
    int from = i, to = i + 1;
    struct pos at;

    while (!is_blank(&r->f, from - 1))
        from--;
    while (!is_blank(&r->f, to))
        to++;
    if (from < i && to > i + 1 && place(r, from, &at))
        diag_remark(r->d, at, "A118", "an e-mail address: \"%s\"",
            fold_typed(r->a, &r->f, from, to));
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
            word_set_add(r->a, &r->small, fold_string(r->a, &f, i, end));
        i = end - 1;
    }
}

static struct text
learn(void *ctx, const struct text *text)
{
    learn_words(ctx, text->s);
    return *text;
}

/* One character between spots; returns where to go on. */
static int
review_at(struct review *r, int i, int limit)
{
    const struct folded *f = &r->f;

    if (fold_has(f, i, '@'))
        review_mail(r, i);
    if (fold_is(f, i, FOLD_DIGIT))
        return review_figure(r, i);
    if (fold_word_begins(f, i)) {
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
    enum lang lang, const char *known)
{
    struct review r = {
        .a = a, .d = d, .iv = iv, .names = names_collect(a, iv, lang)};

    learn_words(&r, known);
    interview_map(a, iv, learn, &r);
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

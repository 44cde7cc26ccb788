/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "privacy/names.h"

#include "base/buf.h"
#include "privacy/name_words.h"

#include <stdlib.h>
#include <string.h>

/* What is listed is taken apart into the forms in which it can stand in a
   text: whole, first name, surname with its particles, each longer word.
   Titles before it are no part of it.  Of two persons with one form the first
   keeps it. */

enum { WORD_MIN = 3, CODE_DIGITS_MIN = 5, SUBSTRING_MIN = 5 };

struct collector {
    struct arena *a;
    struct names *names;
    int cap;
    const char *typed, *role;
    bool code;
};

/* A word of a listed name. */
struct token {
    int from, to; /* in the folded name */
    bool particle;
};

enum { TOKENS_MAX = 12 };

/* Roles */

static const char *
role_letter(struct arena *a, int i)
{
    return i < 26 ? arena_printf(a, "%c", 'A' + i)
                  : arena_printf(a, "%c%c", 'A' + i / 26 - 1, 'A' + i % 26);
}

/* Who stands where names are left out. */
enum role { ROLE_TEACHER, ROLE_CHILD, ROLE_OTHER, ROLE_COACH, ROLE_READER };

static const char *const role_word[][LANG_COUNT] = {
    [ROLE_TEACHER] = {"leerkracht", "teacher"},
    [ROLE_CHILD] = {"kind", "child"},
    [ROLE_OTHER] = {"persoon", "person"},
    [ROLE_COACH] = {"coach", "coach"},
    [ROLE_READER] = {"lezer", "reader"},
};

static const char *
role_of(struct arena *a, enum role role, const char *which, enum lang lang)
{
    return arena_printf(a, "%s %s", role_word[role][lang], which);
}

const char *
names_teacher(struct arena *a, enum lang lang)
{
    return role_of(a, ROLE_TEACHER, "A", lang);
}

const char *
names_child(struct arena *a, enum lang lang)
{
    return role_of(a, ROLE_CHILD, "B", lang);
}

const char *
names_coach(enum lang lang)
{
    return role_word[ROLE_COACH][lang];
}

const char *
names_reader(struct arena *a, int n, enum lang lang)
{
    return role_of(a, ROLE_READER, arena_printf(a, "%d", n), lang);
}

/* Forms */

static void
names_add(struct collector *k, struct name name)
{
    struct names *names = k->names;

    GROW(k->a, names->v, names->n, k->cap, 16);
    name.order = names->n;
    names->v[names->n++] = name;
}

/* Adds characters `from` to `to` as a form whose main word begins at `main`;
   a hyphen reads as a blank, or as nothing if `close`. */
static void
form_add(struct collector *k, const struct folded *f, int from, int to,
    int main, bool close)
{
    const char *word = fold_string(k->a, f, main, to);
    uint32_t *c = NEW(k->a, uint32_t, to - from);
    struct name name = {
        .c = c, .typed = k->typed, .role = k->role, .code = k->code};

    for (int i = from; i < to; i++) {
        if (i == main)
            name.main = name.n;
        if (f->v[i].c != '-')
            c[name.n++] = f->v[i].c;
        else if (!close)
            c[name.n++] = ' ';
    }
    name.verb = name_word_is(WORD_VERB, word);
    name.word = name.verb || name.n < WORD_MIN || name_word_is(WORD_NAME, word);
    if (name.n > 0)
        names_add(k, name);
}

/* The words of a listed name, without titles; returns how many. */
static int
tokens_read(struct arena *a, const struct folded *f, struct token *out)
{
    int n = 0;

    for (int i = 0; i < f->n && n < TOKENS_MAX; i++) {
        int from = i;
        const char *word;

        while (i < f->n && ((f->v[i].is & (FOLD_LETTER | FOLD_DIGIT)) != 0 ||
                               f->v[i].c == '-' || f->v[i].c == '\''))
            i++;
        if (i == from)
            continue;
        word = fold_string(a, f, from, i);
        if (!name_word_is(WORD_SALUTATION, word) &&
            !name_word_is(WORD_PERSON, word))
            out[n++] = (struct token){.from = from,
                .to = i,
                .particle = name_word_is(WORD_PARTICLE, word)};
    }
    return n;
}

/* A word on its own; of one with hyphens the parts too, and all joined. */
static void
token_add(struct collector *k, const struct folded *f, const struct token *t)
{
    int part = t->from;

    form_add(k, f, t->from, t->to, t->from, false);
    for (int i = t->from; i <= t->to; i++) {
        if (i < t->to && f->v[i].c != '-')
            continue;
        if (i - part >= WORD_MIN)
            form_add(k, f, part, i, part, false);
        part = i + 1;
    }
    form_add(k, f, t->from, t->to, t->from, true);
}

/* The first word from `i` on that is no particle. */
static int
main_token(const struct token *t, int n, int i)
{
    int from = i;

    while (i < n && t[i].particle)
        i++;
    return i < n ? i : from;
}

static void
person_forms(
    struct collector *k, const struct folded *f, const struct token *t, int n)
{
    int last = t[n - 1].to;

    form_add(k, f, t[0].from, last, t[main_token(t, n, 0)].from, false);
    if (n > 1)
        form_add(k, f, t[1].from, last, t[main_token(t, n, 1)].from, false);
    for (int i = 0; i < n; i++) {
        int len = t[i].to - t[i].from;

        if (!t[i].particle && len >= (i == 0 ? WORD_MIN - 1 : WORD_MIN))
            token_add(k, f, &t[i]);
        if (t[i].particle && i > 1 && !t[i - 1].particle)
            form_add(k, f, t[i].from, last, t[main_token(t, n, i)].from, false);
    }
}

/* One person as listed.  `always`: also where it holds nothing but titles,
   because somebody listed it to be left out. */
static void
person_add(
    struct collector *k, const char *typed, const char *role, bool always)
{
    struct token tokens[TOKENS_MAX];
    struct folded f;
    int n;

    if (typed == NULL)
        return;
    f = fold_text(k->a, typed);
    n = tokens_read(k->a, &f, tokens);
    k->typed = typed;
    k->role = role;
    k->code = false;
    if (n > 0)
        person_forms(k, &f, tokens, n);
    else if (always && f.n > 0)
        form_add(k, &f, 0, f.n, 0, false);
}

static void
people_add(struct collector *k, const struct texts *list, const char *role)
{
    for (int i = 0; i < list->n; i++)
        person_add(k, list->v[i].s, role, true);
}

/* A code leads back to a person too.  What could as well be a number or a
   function (IB) is left alone. */
static void
code_add(struct collector *k, const char *typed, const char *role)
{
    struct folded f;
    int letters = 0, digits = 0;

    if (typed == NULL)
        return;
    f = fold_text(k->a, typed);
    for (int i = 0; i < f.n; i++) {
        letters += (f.v[i].is & FOLD_LETTER) != 0;
        digits += (f.v[i].is & FOLD_DIGIT) != 0;
    }
    if ((letters == 0 || digits == 0) && digits < CODE_DIGITS_MIN)
        return;
    k->typed = typed;
    k->role = role;
    k->code = true;
    form_add(k, &f, 0, f.n, 0, false);
}

/* Readers are known by a code, which may be a name. */
static void
readers_add(struct collector *k, const struct interview *iv, enum lang lang)
{
    for (int i = 0; i < iv->nreadings; i++) {
        const char *by = iv->readings[i].by.s;
        const char *role = names_reader(k->a, i + 1, lang);

        if (by == NULL || strcmp(by, "coach") == 0)
            continue;
        code_add(k, by, role);
        if (strlen(by) >= WORD_MIN)
            person_add(k, by, role, false);
    }
}

static int
compare_forms(const struct name *l, const struct name *r)
{
    return l->n != r->n ? r->n - l->n
                        : memcmp(l->c, r->c, sizeof *l->c * (size_t)l->n);
}

static int
longest_first(const void *left, const void *right)
{
    const struct name *l = left, *r = right;
    int order = compare_forms(l, r);

    return order != 0 ? order : l->order - r->order;
}

/* Sorts the forms; of equal ones the first listed stays. */
static void
names_sort(struct names *names)
{
    int n = 0;

    if (names->n == 0)
        return;
    qsort(names->v, (size_t)names->n, sizeof *names->v, longest_first);
    for (int i = 0; i < names->n; i++)
        if (i == 0 || compare_forms(&names->v[i], &names->v[n - 1]) != 0)
            names->v[n++] = names->v[i];
    names->n = n;
}

struct names *
names_collect(struct arena *a, const struct interview *iv, enum lang lang)
{
    struct collector k = {.a = a, .names = NEW(a, struct names, 1)};
    const char *teacher = names_teacher(a, lang), *child = names_child(a, lang);

    person_add(&k, iv->child.name.s, child, false);
    people_add(&k, &iv->child.names, child);
    person_add(&k, iv->teacher.name.s, teacher, false);
    people_add(&k, &iv->teacher.names, teacher);
    person_add(&k, iv->coach.name.s, names_coach(lang), false);
    for (int i = 0; i < iv->others.n; i++)
        person_add(&k, iv->others.v[i].s,
            role_of(a, ROLE_OTHER, role_letter(a, i + 2), lang), true);
    code_add(&k, iv->child.code.s, child);
    code_add(&k, iv->teacher.code.s, teacher);
    readers_add(&k, iv, lang);
    names_sort(k.names);
    return k.names;
}

/* Ids */

static bool
stands_at(const struct folded *f, int at, const struct name *name)
{
    for (int i = 0; i < name->n; i++)
        if (!fold_has(f, at + i, name->c[i]) &&
            !(name->c[i] == ' ' && at + i < f->n &&
                !fold_is(f, at + i, FOLD_LETTER | FOLD_DIGIT)))
            return false;
    return true;
}

const struct name *
names_in_id(struct arena *a, const struct names *names, const char *id)
{
    struct folded f = fold_text(a, id);

    for (int i = 0; i < names->n; i++) {
        const struct name *name = &names->v[i];

        if (name->code || name->n < WORD_MIN)
            continue;
        for (int at = 0; at + name->n <= f.n; at++) {
            bool whole = !fold_is(&f, at - 1, FOLD_LETTER) &&
                         !fold_is(&f, at + name->n, FOLD_LETTER);

            if ((whole || name->n >= SUBSTRING_MIN) && stands_at(&f, at, name))
                return name;
        }
    }
    return NULL;
}

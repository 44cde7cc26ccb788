/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "privacy/names.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "privacy/anonymise.h"
#include "privacy/name_words.h"
#include "privacy/names_parts.h"
#include "privacy/particles.h"
#include "privacy/word_list.h"

#include <string.h>

/* What is listed is taken apart into words: each is found by itself, and those
   of one person that stand together in a text are one.  Titles before a name
   are no part of it.  Of two persons with one word the first keeps it, unless
   another of their words stands beside it. */

enum { CODE_DIGITS_MIN = 5, WORDS_MAX = 12 };

struct collector {
    struct arena *a;
    struct names *names;
    int persons_cap, parts_cap, codes_cap;
};

/* A word of a listed name. */
struct token {
    int from, to; /* in the folded name */
    bool particle, piece;
};

/* Words */

/* Letters of the folded name from `from` to `to`, without what is none. */
static struct part
letters_of(struct arena *a, const struct folded *f, int from, int to)
{
    uint32_t *c = NEW(a, uint32_t, to - from + 1);
    struct part p = {.c = c};

    for (int i = from; i < to; i++)
        if (fold_is(f, i, FOLD_LETTER))
            c[p.n++] = f->v[i].c;
    return p;
}

static void
code_put(struct collector *k, const uint32_t *c, int n, int person)
{
    struct names *names = k->names;

    GROW(k->a, names->codes, names->ncodes, k->codes_cap, 4);
    names->codes[names->ncodes] = (struct code){c, n, person};
    key_map_set(k->a, &names->coded, key_of(c, n), names->ncodes);
    for (int i = 1; i < n; i++) /* the way to it */
        key_map_set(k->a, &names->coded, key_add(key_of(c, i), 0), 0);
    names->ncodes++;
}

/* One longer than any part is found as it is; what only begins like it is
   found by its first letters. */
static void
part_add(struct collector *k, struct part p, int person, bool always)
{
    struct buf b = buf_new(k->a);
    char one[4];

    if (p.n > PART_MAX) {
        code_put(k, p.c, p.n, person);
        p.n = PART_MAX;
    }
    buf_puts(&b, "");
    for (int i = 0; i < p.n; i++)
        buf_add(&b, one, (size_t)utf8_put(p.c[i], one));
    p.person = person;
    p.verb = name_word_is(WORD_VERB, b.p);
    p.word = !always && name_word_ordinary(k->names->lang, b.p);
    parts_add(k->a, k->names, &k->parts_cap, &p);
}

/* The words of a listed name from `at` on, without titles, as many as there is
   room for; returns how many.  What a hyphen or an apostrophe joins are pieces
   of one. */
static int
tokens_read(struct arena *a, const struct folded *f, int at, struct token *out)
{
    int n = 0;

    for (int i = at; i < f->n && n < WORDS_MAX; i++) {
        int from = i;
        bool piece = fold_has(f, i - 1, '-') || fold_has(f, i - 1, '\'');
        const char *word;

        i = fold_word_end(f, i);
        if (i == from)
            continue;
        word = fold_string(a, f, from, i);
        if (!piece && (name_word_is(WORD_SALUTATION, word) ||
                          name_word_is(WORD_PERSON, word) ||
                          name_word_is(WORD_SCHOOL, word)))
            continue;
        out[n] = (struct token){.from = from,
            .to = i,
            .piece = piece,
            .particle = name_word_is(WORD_PARTICLE, word) &&
                        (n > 0 || fold_has(f, i, ' ') || fold_has(f, i, '.'))};
        n++;
    }
    return n;
}

/* All that a hyphen joins, as one word. */
static void
joined_add(struct collector *k, const struct folded *f, const struct token *t,
    int n, int person)
{
    for (int i = 0; i < n; i++) {
        int last = i;

        while (last + 1 < n && t[last + 1].piece)
            last++;
        if (last > i) {
            struct part p = letters_of(k->a, f, t[i].from, t[last].to);

            p.surname = i > 0;
            part_add(k, p, person, false);
        }
        i = last;
    }
}

/* Surname with its particles as one word: Vandenberg. */
static void
glued_add(struct collector *k, const struct folded *f, const struct token *t,
    int n, int person)
{
    for (int i = 0; i + 1 < n; i++) {
        int last = i;

        while (last + 1 < n && t[last].particle)
            last++;
        if (last > i && !t[last].particle)
            part_add(
                k, letters_of(k->a, f, t[i].from, t[last].to), person, false);
        i = last;
    }
}

/* "jvdb", "jb": by first letters with and without the particles. */
static void
initials_add(struct collector *k, const struct folded *f, const struct token *t,
    int n, int person)
{
    uint32_t all[WORDS_MAX], bare[WORDS_MAX];
    int nall = 0, nbare = 0;

    for (int i = 0; i < n; i++) {
        uint32_t c = f->v[t[i].from].c;

        all[nall++] = c;
        if (!t[i].particle)
            bare[nbare++] = c;
    }
    if (nbare > 0)
        key_map_set(k->a, &k->names->letters, key_of(bare, 1), person);
    if (nbare < 2)
        return;
    key_map_set(k->a, &k->names->initials, key_of(all, nall), person);
    key_map_set(k->a, &k->names->initials, key_of(bare, nbare), person);
    if (nbare > 2) { /* the first and the last */
        bare[1] = bare[nbare - 1];
        key_map_set(k->a, &k->names->initials, key_of(bare, 2), person);
    }
}

static int
person_new(struct collector *k, const char *typed, const char *role)
{
    struct names *names = k->names;

    GROW(k->a, names->persons, names->npersons, k->persons_cap, 16);
    names->persons[names->npersons] =
        (struct person_named){.typed = typed, .role = role, .particles = ""};
    return names->npersons++;
}

/* Whether nothing but pieces of the same word follows. */
static bool
is_last(const struct token *t, int n, int i)
{
    while (i + 1 < n && t[i + 1].piece)
        i++;
    return i + 1 == n;
}

static void
words_add(struct collector *k, const struct folded *f, const struct token *t,
    int n, int person)
{
    struct person_named *p = &k->names->persons[person];
    struct part parts[WORDS_MAX];
    bool surname = false;

    for (int i = 0; i < n; i++) {
        parts[i] = letters_of(k->a, f, t[i].from, t[i].to);
        if (t[i].particle) {
            p->particles = particles_join(
                k->a, p->particles, fold_string(k->a, f, t[i].from, t[i].to));
            surname = true;
            continue;
        }
        parts[i].surname = surname || (i > 0 && is_last(t, n, i)) ||
                           (i > 0 && i + 1 < n && t[i + 1].piece);
        parts[i].weak = parts[i].n < PART_MIN - (i == 0);
        if (p->first == 0)
            p->first = parts[i].c[0];
        if (parts[i].surname && p->middle == 0)
            p->middle = parts[i].c[0];
        p->last = parts[i].c[0];
        part_add(k, parts[i], person, false);
        for (int j = 0; j < i; j++)
            if (!t[j].particle)
                parts_pair(k->a, k->names, parts[j].c, parts[j].n, parts[i].c,
                    parts[i].n, person);
    }
}

/* All of a folded name as it stands, with its signs. */
static void
whole_put(struct collector *k, const struct folded *f, int person)
{
    uint32_t *c = NEW(k->a, uint32_t, f->n);

    for (int i = 0; i < f->n; i++)
        c[i] = f->v[i].c;
    code_put(k, c, f->n, person);
}

/* One person as listed.  `always`: also where it holds nothing but titles,
   because somebody listed it to be left out. */
static void
person_add(
    struct collector *k, const char *typed, const char *role, bool always)
{
    struct token tokens[WORDS_MAX];
    struct folded f;
    int n, person;

    if (typed == NULL)
        return;
    f = fold_text(k->a, typed);
    n = tokens_read(k->a, &f, 0, tokens);
    if (n == 1) /* a particle alone is a name: "El." */
        tokens[0].particle = false;
    if (n == 0 && (!always || f.n == 0))
        return;
    person = person_new(k, typed, role);
    if (n > 0) {
        initials_add(k, &f, tokens, n, person);
        do {
            words_add(k, &f, tokens, n, person);
            joined_add(k, &f, tokens, n, person);
            glued_add(k, &f, tokens, n, person);
            n = tokens_read(k->a, &f, tokens[n - 1].to, tokens);
        } while (n > 0);
    } else if (fold_is(&f, 0, FOLD_LETTER) && fold_word_end(&f, 0) == f.n) {
        part_add(k, letters_of(k->a, &f, 0, f.n), person, true);
    } else {
        whole_put(k, &f, person);
    }
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
    whole_put(k, &f, person_new(k, typed, role));
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
        if (strlen(by) >= PART_MIN && strpbrk(by, "0123456789") == NULL)
            person_add(k, by, role, false);
    }
}

/* The persons of one interview; `letters` were given to others before.  Returns
   how many are now. */
static int
interview_add(struct collector *k, const struct interview *iv,
    const char *child, int letters, enum lang lang)
{
    const char *teacher = names_teacher(k->a, lang);

    person_add(k, iv->child.name.s, child, false);
    people_add(k, &iv->child.names, child);
    person_add(k, iv->teacher.name.s, teacher, false);
    people_add(k, &iv->teacher.names, teacher);
    person_add(k, iv->coach.name.s, names_coach(lang), false);
    for (int i = 0; i < iv->others.n; i++)
        person_add(
            k, iv->others.v[i].s, names_other(k->a, letters++, lang), true);
    code_add(k, iv->child.code.s, child);
    code_add(k, iv->teacher.code.s, teacher);
    readers_add(k, iv, lang);
    return letters;
}

struct names *
names_collect(struct arena *a, const struct interview *iv,
    const struct beside *beside, enum lang lang)
{
    enum { ONE_CHILD = 2, TWO_CHILDREN = 3 }; /* letters that they have */
    struct collector k = {.a = a, .names = NEW(a, struct names, 1)};
    const struct interview *first = iv, *other = NULL;
    struct beside behind = {.second = true};
    int letters = ONE_CHILD;

    k.names->lang = iv->lang;
    if (beside != NULL) {
        first = beside->second ? beside->other : iv;
        other = beside->second ? iv : beside->other;
        behind.twice = beside->twice;
        letters = beside->twice ? ONE_CHILD : TWO_CHILDREN;
    }
    letters =
        interview_add(&k, first, names_child(a, NULL, lang), letters, lang);
    if (other != NULL)
        interview_add(&k, other, names_child(a, &behind, lang), letters, lang);
    return k.names;
}

bool
names_initial(const struct names *names, uint32_t c)
{
    return key_map_get(&names->letters, key_of(&c, 1)) >= 0;
}

/* Ids */

const struct person_named *
names_in_id(struct arena *a, const struct names *names, const char *id)
{
    struct folded f = fold_text(a, id);

    for (int i = 0; i < f.n; i++) {
        int end = fold_word_end(&f, i), at;
        struct part p;

        if (end == i)
            continue;
        p = letters_of(a, &f, i, end);
        at = p.n >= PART_MIN ? parts_exact(names, p.c, p.n) : -1;
        if (at < 0)
            at = parts_within(names, p.c, p.n, WITHIN_MIN, false);
        if (at >= 0)
            return &names->persons[names->parts[at].person];
        i = end;
    }
    return NULL;
}

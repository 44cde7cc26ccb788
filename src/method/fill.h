/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Texts of rules and layouts to printed text: placeholders, pronouns and
 **bold**.  A text of the interview prints as typed and never comes here. */
#ifndef METHOD_FILL_H
#define METHOD_FILL_H

#include "method/profile.h"

/* What the placeholders stand for.  NULL: the word from [words], or nothing. */
struct fill {
    const struct rules *rules;
    const struct interview *interview;
    enum lang lang;
    const char *count; /* {count} */
    const char *chip;  /* {chip}: "V5" */
    const char *word;  /* {word} */
    const char *list;  /* {list} */
    const char *value; /* {value} */
    const char *total; /* {total} */
    const char *hash;  /* {hash} */
    const char *keep;  /* {keep} */
    /* Of a comparison: what the two are called, and the other interview, whose
       case {case} names too. */
    const char *first, *second;
    const struct interview *other;
    bool two_children; /* and is about another: {child} is neither of them */
};

/* What a filled text is made of; `strong` stands in bold. */
enum fill_piece {
    FILL_TEXT,
    FILL_CHIP, /* a question's number: "V5" */
    FILL_PAGE  /* the page of the kind of block that is named */
};
typedef void fill_take(
    void *ctx, enum fill_piece piece, bool strong, const char *s, size_t len);

/* Hands the pieces of `s`, filled, to `take` in their order. */
void fill_pieces(struct arena *a, const struct fill *env, const char *s,
    fill_take *take, void *ctx);

/* The same as plain text: no chips, no bold; a page stands as "?".  For Alt
 * texts, bookmarks and titles. */
const char *fill_text(struct arena *a, const struct fill *env, const char *s);

/* Words of a language, without a locale. */
const char *fill_date(
    struct arena *a, struct date date, enum lang lang); /* "13 januari 2026" */
const char *fill_month(struct date date, enum lang lang); /* "januari" */
const char *fill_count(
    struct arena *a, int n, enum lang lang); /* "drie", 13 and up in digits */
const char *fill_chip(
    struct arena *a, int question, enum lang lang); /* "V5", "Q5" */
const char *fill_number(
    struct arena *a, int thousandths, enum lang lang); /* "3,5" */
const char *fill_capital(
    struct arena *a, const char *s); /* first letter a capital; "ij" both */
/* A title as it stands within a sentence: a small first letter ("ij" both),
   but for an abbreviation. */
const char *fill_within(struct arena *a, const char *title);
/* "twee lezers", "één lezer", "geen lezers" */
const char *fill_readers(struct arena *a, int n, enum lang lang);
/* A name with its possessive ending: "Martijns", "Alex’"; English "Martijn’s"
 */
const char *fill_possessive(struct arena *a, const char *name, enum lang lang);
/* "a, b en c" */
const char *fill_list(
    struct arena *a, const char *const *words, int n, enum lang lang);
/* Curly quote marks around what was said: “…”; marks that already hold all of
   it are replaced; double ones within it become single: “zij zei ‘nee’”. */
const char *fill_quote(struct arena *a, const char *s);

/* A word for a person with its article: "het kind", "de leerkracht", "the
   child"; one that has it already is left. */
const char *fill_article(struct arena *a, const char *word, enum lang lang);

/* The word for the relationship that a question is about: "stroef", or "woord
   1" where none was given; NULL for a question about no word. */
const char *fill_question_word(struct arena *a, const struct interview *iv,
    const struct question *q, enum lang lang);

/* What a person is called: the name as given, else the code, else NULL. */
const char *fill_called(const struct person *p);

/* How a person prints: as called, else the word from [words] with its
   article. */
const char *fill_child(struct arena *a, const struct fill *env);
const char *fill_teacher(struct arena *a, const struct fill *env);
const char *fill_coach(struct arena *a, const struct fill *env);

#endif

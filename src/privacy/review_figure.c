/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "privacy/review_parts.h"

#include "privacy/address.h"
#include "privacy/clue.h"
#include "privacy/figure.h"
#include "privacy/word_list.h"

/* What the number at `i` may be; returns where it ends. */
int
review_figure(struct review *r, int i)
{
    struct figure figure = figure_read(r->a, &r->f, i);
    const char *typed = fold_typed(r->a, &r->f, figure.from, figure.to);
    struct pos at;

    if (figure.kind == FIGURE_PLAIN || !review_place(r, figure.from, &at))
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
int
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
    if (!review_place(r, from, &at))
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
int
review_clue(struct review *r, int i, int limit)
{
    struct clue clue = clue_read(r->a, r->iv->lang, &r->f, i);
    const char *typed;
    struct pos at;

    if (clue.kind == CLUE_NONE || clue.to > limit)
        return -1;
    if (!review_place(r, clue.from, &at))
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

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "privacy/figure.h"

#include "privacy/name_words.h"

#include <string.h>

enum { GROUPS_MAX = 8 };

/* A number as people write it: groups of digits with signs between. */
struct number {
    int to;
    int digits, groups;
    int len[GROUPS_MAX], value[GROUPS_MAX];
    uint32_t sign; /* between the first two groups */
    bool dialled;  /* begins as a telephone number does */
};

static bool
is_number_sign(const struct folded *f, int i)
{
    return i < f->n && f->v[i].c < 0x80 &&
           strchr(" -./()", (int)f->v[i].c) != NULL;
}

/* The beginning of the next group of digits after `i`, or -1: at most two
   signs lie between. */
static int
next_group(const struct folded *f, int i)
{
    for (int k = 0; k < 2 && is_number_sign(f, i); k++)
        if (fold_is(f, ++i, FOLD_DIGIT))
            return i;
    return -1;
}

static struct number
read_number(const struct folded *f, int i)
{
    struct number n = {0};

    n.dialled = fold_has(f, i, '0') || fold_has(f, i - 1, '+');
    for (int next = i; next >= 0 && n.groups < GROUPS_MAX;) {
        i = next;
        while (fold_is(f, i, FOLD_DIGIT)) {
            if (n.len[n.groups] < 5)
                n.value[n.groups] =
                    10 * n.value[n.groups] + (int)(f->v[i].c - '0');
            n.len[n.groups]++;
            n.digits++;
            i++;
        }
        n.to = i;
        n.groups++;
        next = next_group(f, i);
        if (n.groups == 1 && next >= 0)
            n.sign = f->v[i].c;
    }
    return n;
}

static bool
is_day_month(int day, int month)
{
    return day >= 1 && day <= 31 && month >= 1 && month <= 12;
}

/* 12-03-2026, 12/3, 2026-03-12. */
static bool
is_date(const struct number *n)
{
    bool signed_ = n->sign == '-' || n->sign == '/' || n->sign == '.';

    if (!signed_)
        return false;
    if (n->groups == 2)
        return n->sign != '.' && n->len[0] + n->len[1] >= 3 && n->len[0] <= 2 &&
               n->len[1] <= 2 && is_day_month(n->value[0], n->value[1]);
    if (n->groups != 3)
        return false;
    if (n->len[0] == 4)
        return is_day_month(n->value[2], n->value[1]);
    return (n->len[2] == 2 || n->len[2] == 4) &&
           (is_day_month(n->value[0], n->value[1]) ||
               is_day_month(n->value[1], n->value[0]));
}

/* "12 maart", "12th of March", "March 12": the other end of it, or -1. */
static int
month_after(struct arena *a, const struct folded *f, int i)
{
    i = fold_word_end(f, i); /* 12e, 12th */
    for (int k = 0; k < 2 && fold_has(f, i, ' '); k++) {
        int end = fold_word_end(f, i + 1);
        const char *word = fold_string(a, f, i + 1, end);

        if (name_word_is(WORD_MONTH, word))
            return end;
        if (strcmp(word, "of") != 0)
            return -1;
        i = end;
    }
    return -1;
}

static int
month_before(struct arena *a, const struct folded *f, int i)
{
    int end = i - 1, from;

    if (!fold_has(f, end, ' '))
        return -1;
    for (from = end; fold_is(f, from - 1, FOLD_LETTER);)
        from--;
    return fold_is(f, from, FOLD_CAPITAL) &&
                   name_word_is(WORD_MONTH, fold_string(a, f, from, end))
               ? from
               : -1;
}

/* Behind a year that stands at `i`, or `i`. */
static int
year_after(const struct folded *f, int i)
{
    enum { YEAR = 4 };
    int from = i + fold_has(f, i, ',') + 1, to = from;

    while (fold_is(f, to, FOLD_DIGIT))
        to++;
    return fold_has(f, from - 1, ' ') && to - from == YEAR ? to : i;
}

struct figure
figure_read(struct arena *a, const struct folded *f, int i)
{
    enum { LONG = 7, NINE = 9, DIALLED_MIN = 10, DIALLED_MAX = 13 };
    struct number n = read_number(f, i);
    int month = month_after(a, f, n.to), before = month_before(a, f, i);
    struct figure out = {.kind = FIGURE_PLAIN, .from = i, .to = n.to};

    if (month >= 0 || before >= 0) {
        out.kind = FIGURE_DATE;
        out.to = year_after(f, month >= 0 ? month : n.to);
        out.from = before >= 0 ? before : i;
    } else if (is_date(&n)) {
        out.kind = FIGURE_DATE;
    } else if (n.digits == NINE) {
        out.kind = FIGURE_NINE_DIGITS;
    } else if (n.dialled && n.digits >= DIALLED_MIN &&
               n.digits <= DIALLED_MAX) {
        out.kind = FIGURE_TELEPHONE;
    } else if (n.digits >= LONG) {
        out.kind = FIGURE_LONG;
    }
    return out;
}

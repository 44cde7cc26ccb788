/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "page/tie.h"

#include "base/utf8.h"
#include "method/fill.h"

#include <string.h>

enum { WORD_MAX = 24, MONTH_SHORT = 3, YEAR_DIGITS = 4, DAY_DIGITS = 2 };

/* Words that a number or a capital follows as their name. */
static const char *const tie_named[] = {"kind", "child", "leerkracht",
    "teacher", "coach", "groep", "group", "week", "blz.", "p.", "pag.",
    "bladzijde", "pagina", "page", "lezer", "reader", "vraag", "question",
    "versie", "version", "nr.", "no."};

/* Words that say what a number counts. */
static const char *const tie_units[] = {"uur", "min", "minuten", "minutes",
    "jaar", "years", "weken", "weeks", "keer", "times"};

/* Marks that stand between words; no line begins with one. */
static const char *const tie_marks[] = {"–", "—", "-", "·"};

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* The word without opening and closing marks, in small letters; empty where it
   is longer than any word asked for. */
struct bare {
    char s[4 * WORD_MAX + 1];
    int n;      /* code points */
    int digits; /* of them at its beginning */
    bool open;  /* no mark closes it: it goes on to the next word */
    bool capital;
};

static bool
tie_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}

static struct bare
tie_bare(struct token w)
{
    struct bare b = {.open = true};
    const char *p = w.s, *end = w.s + w.len;
    size_t len = 0;

    while (p < end) {
        uint32_t c = utf8_next(&p);

        if (!utf8_is_letter(c) && !tie_digit(c)) {
            b.open = b.n == 0;
            if (b.open)
                continue;
            break;
        }
        if (b.n == WORD_MAX)
            return (struct bare){0};
        b.capital |= b.n == 0 && utf8_is_capital(c);
        b.digits += b.digits == b.n && tie_digit(c);
        b.n++;
        len += (size_t)utf8_put(utf8_lower(c), b.s + len);
    }
    b.s[len] = '\0';
    return b;
}

static bool
tie_among(const char *const *table, size_t n, const char *s, size_t len)
{
    for (size_t i = 0; i < n; i++)
        if (strlen(table[i]) == len && memcmp(table[i], s, len) == 0)
            return true;
    return false;
}

/* As `tie_among`, in small letters. */
static bool
tie_listed(const char *const *table, size_t n, struct token w)
{
    char s[WORD_MAX];

    if (w.len >= sizeof s)
        return false;
    for (size_t i = 0; i < w.len; i++)
        s[i] = (char)(w.s[i] >= 'A' && w.s[i] <= 'Z' ? w.s[i] - 'A' + 'a'
                                                     : w.s[i]);
    return tie_among(table, n, s, w.len);
}

/* A month, or its first three letters. */
static bool
tie_month(const struct bare *b)
{
    for (int lang = 0; lang < LANG_COUNT; lang++)
        for (int m = 1; m <= 12; m++) {
            const char *name =
                fill_month((struct date){.year = 1, .month = m, .day = 1},
                    (enum lang)lang);
            const char *p = name;
            char lower[4 * WORD_MAX];
            size_t len = 0;

            if ((name[0] | ' ') != b->s[0]) /* all begin with a to z */
                continue;
            while (*p != '\0')
                len += (size_t)utf8_put(utf8_lower(utf8_next(&p)), lower + len);
            lower[len] = '\0';
            if (strcmp(b->s, lower) == 0 ||
                (b->n == MONTH_SHORT && strncmp(b->s, lower, MONTH_SHORT) == 0))
                return true;
        }
    return false;
}

/* "13 januari", "januari 2026", "January 13,", "13, 2026". */
static bool
tie_date(const struct bare *a, const struct bare *b)
{
    bool day = a->digits == a->n && a->n >= 1 && a->n <= DAY_DIGITS;
    bool year = b->digits == b->n && b->n == YEAR_DIGITS;

    if (b->digits == 0)
        return day && tie_month(b);
    if (b->digits != b->n || a->digits == a->n)
        return day && !a->open && year;
    return (year || b->n <= DAY_DIGITS) && tie_month(a);
}

/* A word of one letter, also with an apostrophe for what it lost ("’s", "'t"),
   or an initial; it is no end of a line but before another.  Other capitals
   belong to the word before them: "kind B". */
static bool
tie_single(const struct bare *a, const struct bare *b, struct token before)
{
    if (a->n != 1 || a->digits != 0 || b->n == 1)
        return false;
    if (a->capital)
        return a->open ? strchr("iu", a->s[0]) != NULL
                       : before.s[before.len - 1] == '.';
    return a->open;
}

static bool
tie_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Whether a word begins with two letters: it is neither a number nor a single
   letter.  So are most, and two of them are never tied. */
static bool
tie_long(struct token w)
{
    return w.len > 1 && tie_letter(w.s[0]) && tie_letter(w.s[1]);
}

bool
tie_words(struct token before, struct token next, bool tied)
{
    struct bare a, b;

    if (before.len == 0 || next.len == 0 ||
        (tie_long(before) && tie_long(next)))
        return false;
    if (tie_among(tie_marks, COUNT(tie_marks), next.s, next.len))
        return true;
    a = tie_bare(before);
    b = tie_bare(next);
    if (a.n == 0 || b.n == 0)
        return false;
    if ((tie_single(&a, &b, before) && !(tied && a.capital)) ||
        tie_date(&a, &b))
        return true;
    if (b.digits == b.n || (b.n == 1 && b.capital))
        return tie_listed(tie_named, COUNT(tie_named), before);
    return a.open && a.digits == a.n &&
           tie_among(tie_units, COUNT(tie_units), b.s, strlen(b.s));
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "privacy/clue.h"

#include "privacy/figure.h"
#include "privacy/name_words.h"

#include <string.h>

struct reader {
    struct arena *a;
    enum lang lang;
    const struct folded *f;
};

/* ---- words ---- */

static bool
is_a(const struct reader *r, int i, enum name_word kind)
{
    int end = fold_word_end(r->f, i);

    return end > i && name_word_is(kind, fold_string(r->a, r->f, i, end));
}

static bool
is_the(const struct reader *r, int i, const char *word)
{
    return fold_starts(r->f, i, word) &&
           fold_word_end(r->f, i) == i + (int)strlen(word);
}

/* The word behind the one that ends at `end`, or -1. */
static int
next_word(const struct reader *r, int end)
{
    return fold_has(r->f, end, ' ') ? end + 1 : -1;
}

static int
digits_end(const struct folded *f, int i)
{
    while (fold_is(f, i, FOLD_DIGIT))
        i++;
    return i;
}

/* A year of this century or the last. */
static bool
is_year(const struct folded *f, int i)
{
    return digits_end(f, i) == i + 4 && !fold_is(f, i + 4, FOLD_LETTER) &&
           (fold_starts(f, i, "19") || fold_starts(f, i, "20"));
}

/* ---- dates ---- */

/* Behind the day in words at `i` ("veertien", "twenty-first"), or -1. */
static int
day_end(const struct reader *r, int i)
{
    int end;

    if (!is_a(r, i, WORD_DAY))
        return -1;
    end = fold_word_end(r->f, i);
    if ((fold_has(r->f, end, '-') || fold_has(r->f, end, ' ')) &&
        is_a(r, end + 1, WORD_DAY))
        end = fold_word_end(r->f, end + 1);
    return end;
}

static int
with_year(const struct folded *f, int end)
{
    int i = end + fold_has(f, end, ',');

    return fold_has(f, i, ' ') && is_year(f, i + 1) ? i + 5 : end;
}

/* "veertien maart", "fourteenth of March 2015". */
static int
day_month(const struct reader *r, int i)
{
    int end = day_end(r, i), next;

    if (end < 0)
        return -1;
    next = next_word(r, end);
    if (next > 0 && (is_the(r, next, "of") || is_the(r, next, "van")))
        next = next_word(r, fold_word_end(r->f, next));
    return next > 0 && is_a(r, next, WORD_MONTH)
               ? with_year(r->f, fold_word_end(r->f, next))
               : -1;
}

/* "March the fourteenth", "maart 2015". */
static int
month_day(const struct reader *r, int i)
{
    int end = fold_word_end(r->f, i), next = next_word(r, end);

    if (!is_a(r, i, WORD_MONTH) || next < 0)
        return -1;
    if (is_year(r->f, next))
        return next + 4;
    if (is_the(r, next, "the"))
        next = next_word(r, fold_word_end(r->f, next));
    else if (r->lang == LANG_NL || !fold_is(r->f, i, FOLD_CAPITAL))
        return -1;
    return next > 0 ? day_end(r, next) : -1;
}

/* "geboren in 2015", "jarig op de veertiende". */
static int
birth(const struct reader *r, int i)
{
    enum { FAR = 3 };
    int end = fold_word_end(r->f, i);

    if (!is_a(r, i, WORD_BIRTH))
        return -1;
    end += fold_has(r->f, end, ':');
    for (int k = 0; k <= FAR; k++) {
        int next = next_word(r, end), day;

        if (next < 0)
            return -1;
        if (is_year(r->f, next))
            return next + 4;
        day = day_end(r, next);
        if (day > 0 && !is_the(r, next, "een"))
            return day_month(r, next) > 0 ? day_month(r, next) : day;
        if (fold_is(r->f, next, FOLD_DIGIT))
            return figure_read(r->a, r->f, next).to;
        end = fold_word_end(r->f, next);
        if (end == next)
            return -1;
    }
    return -1;
}

/* ---- places ---- */

static bool
ends_in(const struct folded *f, int from, int to, const char *ending)
{
    int n = (int)strlen(ending);

    return to - from > n + 1 && fold_starts(f, to - n, ending);
}

/* A word that is a street by its ending; `*sure`: without a number too. */
static bool
is_street(const struct folded *f, int from, int to, bool *sure)
{
    static const char *const sure_ones[] = {
        "straat", "laan", "gracht", "singel", "plantsoen"};
    static const char *const others[] = {"weg", "plein", "kade", "pad", "dijk",
        "hof", "steeg", "dreef", "park", "markt", "baan", "wal", "horst",
        "burg", "lei", "akker", "veld", "kamp", "erf", "zoom", "ring", "oord",
        "daal", "beek"};

    if (ends_in(f, from, to, "slaan")) /* opslaan */
        return false;
    *sure = true;
    for (size_t i = 0; i < sizeof sure_ones / sizeof *sure_ones; i++)
        if (ends_in(f, from, to, sure_ones[i]))
            return true;
    *sure = false;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (ends_in(f, from, to, others[i]))
            return true;
    return false;
}

/* Streets that have no name. */
static bool
is_nameless(const struct reader *r, int i)
{
    static const char *const v[] = {"zijstraat", "winkelstraat", "woonstraat",
        "speelstraat", "hoofdstraat", "oprijlaan", "overstraat", "hordelaan"};

    for (size_t k = 0; k < sizeof v / sizeof *v; k++)
        if (is_the(r, i, v[k]))
            return true;
    return false;
}

/* Behind a house number at `i`: 12, 12a, 12 a, 12-2; or -1. */
static int
house_end(const struct folded *f, int i)
{
    enum { DIGITS = 4 };
    int end = digits_end(f, i), letter;

    if (end == i || end - i > DIGITS)
        return -1;
    letter = end + (fold_has(f, end, ' ') || fold_has(f, end, '-'));
    if (fold_is(f, letter, FOLD_LETTER) &&
        !fold_is(f, letter + 1, FOLD_LETTER | FOLD_DIGIT) &&
        (letter == end || fold_is(f, letter, FOLD_CAPITAL)))
        return letter + 1;
    return fold_is(f, end, FOLD_LETTER) ? -1 : end;
}

static int
street(const struct reader *r, int i)
{
    int end = fold_word_end(r->f, i), house;
    bool sure, by_ending = is_street(r->f, i, end, &sure);

    house = fold_has(r->f, end, ' ') ? house_end(r->f, end + 1) : -1;
    if (house > 0 && (by_ending || is_a(r, i, WORD_STREET)))
        return house;
    return by_ending && sure && !is_nameless(r, i) ? end : -1;
}

/* "12 Church Road": the number stands at `i`. */
static int
english_street(const struct reader *r, int i)
{
    enum { FAR = 3 };
    int end = house_end(r->f, i);

    for (int k = 0; k <= FAR && end > 0; k++) {
        int next = next_word(r, end);

        if (next < 0 || !fold_is(r->f, next, FOLD_LETTER))
            return -1;
        end = fold_word_end(r->f, next);
        if (k > 0 && is_a(r, next, WORD_STREET))
            return end;
    }
    return -1;
}

/* 1234 AB at `i`; with a blank and in small letters it may be a word. */
static int
postcode(const struct reader *r, int i)
{
    enum { DIGITS = 4, LETTERS = 2 };
    static const char words[] =
        " aa al an as at be bv by de do en er ga go he if ik in is it ja je me"
        " mm my na no nu of om op or so te to up us we ze zo ";
    int end = digits_end(r->f, i), from;

    if (end - i != DIGITS || fold_has(r->f, i, '0'))
        return -1;
    from = end + fold_has(r->f, end, ' ');
    if (fold_word_end(r->f, from) != from + LETTERS)
        return -1;
    if (from > end && !fold_is(r->f, from, FOLD_CAPITAL) &&
        strstr(words, arena_printf(r->a, " %s ",
                          fold_string(r->a, r->f, from, from + LETTERS))) !=
            NULL)
        return -1;
    return fold_is(r->f, from + LETTERS, FOLD_DIGIT) ? -1 : from + LETTERS;
}

/* SW1A 1AA at `i`. */
static int
british_postcode(const struct folded *f, int i)
{
    int letters = fold_word_end(f, i), digits = digits_end(f, letters);
    int end = digits;

    if (letters - i > 2 || digits == letters || digits - letters > 2)
        return -1;
    if (fold_word_end(f, end) == end + 1)
        end++;
    end += fold_has(f, end, ' ');
    return digits_end(f, end) == end + 1 && fold_word_end(f, end + 1) == end + 3
               ? end + 3
               : -1;
}

/* ---- schools and classes ---- */

static bool
is_article(const struct reader *r, int i)
{
    return is_the(r, i, "de") || is_the(r, i, "het") || is_the(r, i, "the") ||
           is_the(r, i, "den") || is_the(r, i, "st") || is_the(r, i, "sint");
}

/* "obs de regenboog", "basisschool Het Anker". */
static int
school(const struct reader *r, int i)
{
    int end = fold_word_end(r->f, i), next = next_word(r, end);
    bool plain = is_the(r, i, "school") || is_the(r, i, "college");
    bool capital, article;

    if (!is_a(r, i, WORD_SCHOOL) || next < 0)
        return -1;
    next += fold_has(r->f, next, '\'') || fold_has(r->f, next, '"');
    article = is_article(r, next) || is_the(r, next, "t");
    capital = fold_is(r->f, next, FOLD_CAPITAL);
    end = fold_word_end(r->f, next);
    if (article) {
        next = next_word(r, end + fold_has(r->f, end, '.'));
        if (next < 0)
            return -1;
        capital |= fold_is(r->f, next, FOLD_CAPITAL);
        end = fold_word_end(r->f, next);
    }
    if (end == next || is_a(r, next, WORD_COMMON) ||
        is_a(r, next, WORD_BEHIND) || is_a(r, next, WORD_PARTICLE))
        return -1;
    if (capital || (article && !plain) ||
        (end - i < 64 && fold_word_end(r->f, i) - i <= 4))
        return end;
    return -1;
}

/* The letter of a class behind the number at `i`: "4b", "4/5b"; or -1. */
static int
class_end(const struct folded *f, int i)
{
    int end = digits_end(f, i);

    if (end == i || end - i > 2)
        return -1;
    if ((fold_has(f, end, '/') || fold_has(f, end, '-')) &&
        fold_is(f, end + 1, FOLD_DIGIT))
        end = digits_end(f, end + 1);
    end += fold_has(f, end, ' ') && fold_is(f, end + 1, FOLD_CAPITAL) &&
           fold_word_end(f, end + 1) == end + 2 &&
           !fold_sentence_begins(f, end + 1, false);
    return fold_word_end(f, end) == end + 1 && !fold_is(f, end + 1, FOLD_DIGIT)
               ? end + 1
               : -1;
}

static int
class_named(const struct reader *r, int i)
{
    int end = fold_word_end(r->f, i);

    return is_a(r, i, WORD_GROUP) && fold_has(r->f, end, ' ')
               ? class_end(r->f, end + 1)
               : -1;
}

/* "in 4b". */
static int
class_bare(const struct reader *r, int i)
{
    static const char before[] =
        " in uit van bij naar de from of with voor met to ";
    int end = class_end(r->f, i), from = i - 1;

    if (end != i + 2 ||
        (r->f->v[i + 1].c > 'c' && !fold_is(r->f, i + 1, FOLD_CAPITAL)) ||
        !fold_has(r->f, from, ' '))
        return -1;
    while (fold_is(r->f, from - 1, FOLD_LETTER))
        from--;
    return strstr(before, arena_printf(r->a, " %s ",
                              fold_string(r->a, r->f, from, i - 1))) != NULL
               ? end
               : -1;
}

struct clue
clue_read(struct arena *a, enum lang lang, const struct folded *f, int i)
{
    static const struct {
        enum clue_kind kind;
        int (*read)(const struct reader *r, int i);
    } words[] = {{CLUE_DATE, day_month}, {CLUE_DATE, month_day},
        {CLUE_DATE, birth}, {CLUE_STREET, street}, {CLUE_SCHOOL, school},
        {CLUE_CLASS, class_named}},
      numbers[] = {{CLUE_POSTCODE, postcode}, {CLUE_STREET, english_street},
          {CLUE_CLASS, class_bare}};
    const struct reader r = {a, lang, f};
    bool digit = fold_is(f, i, FOLD_DIGIT);
    size_t n =
        digit ? sizeof numbers / sizeof *numbers : sizeof words / sizeof *words;

    if (!digit && british_postcode(f, i) > 0)
        return (struct clue){CLUE_POSTCODE, i, british_postcode(f, i)};
    for (size_t k = 0; k < n; k++) {
        int to = digit ? numbers[k].read(&r, i) : words[k].read(&r, i);

        if (to > 0)
            return (struct clue){
                digit ? numbers[k].kind : words[k].kind, i, to};
    }
    return (struct clue){CLUE_NONE, i, i};
}

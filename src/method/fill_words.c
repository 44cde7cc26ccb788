/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Words of the two languages that texts are filled with: dates, counts,
   possessives, lists.  Tables, no locale. */
#include "method/fill.h"

#include "base/utf8.h"

#include <string.h>

enum { COUNT_MAX = 12 };

static const char *const month_name[LANG_COUNT][12] = {
    [LANG_NL] = {"januari", "februari", "maart", "april", "mei", "juni", "juli",
        "augustus", "september", "oktober", "november", "december"},
    [LANG_EN] = {"January", "February", "March", "April", "May", "June", "July",
        "August", "September", "October", "November", "December"},
};

/* "één" carries its accents: it is a count, never the article. */
static const char *const count_name[LANG_COUNT][COUNT_MAX + 1] = {
    [LANG_NL] = {"nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven",
        "acht", "negen", "tien", "elf", "twaalf"},
    [LANG_EN] = {"zero", "one", "two", "three", "four", "five", "six", "seven",
        "eight", "nine", "ten", "eleven", "twelve"},
};

static const char *const reader_name[LANG_COUNT][2] = {
    [LANG_NL] = {"lezer", "lezers"},
    [LANG_EN] = {"reader", "readers"},
};

static const char *const no_word[LANG_COUNT] = {"geen", "no"};
static const char *const and_word[LANG_COUNT] = {"en", "and"};
static const char chip_letter[LANG_COUNT] = {'V', 'Q'};
static const char decimal_sign[LANG_COUNT] = {',', '.'};

const char *
fill_date(struct arena *a, struct date date, enum lang lang)
{
    if (date.year == 0)
        return "";
    return arena_printf(
        a, "%d %s %d", date.day, month_name[lang][date.month - 1], date.year);
}

const char *
fill_month(struct date date, enum lang lang)
{
    return date.year == 0 ? "" : month_name[lang][date.month - 1];
}

const char *
fill_count(struct arena *a, int n, enum lang lang)
{
    if (n >= 0 && n <= COUNT_MAX)
        return count_name[lang][n];
    return arena_printf(a, "%d", n);
}

const char *
fill_chip(struct arena *a, int question, enum lang lang)
{
    return arena_printf(a, "%c%d", chip_letter[lang], question);
}

const char *
fill_number(struct arena *a, int thousandths, enum lang lang)
{
    struct buf b = buf_new(a);
    char *point;

    buf_milli(&b, thousandths);
    point = strchr(b.p, '.');
    if (point != NULL)
        *point = decimal_sign[lang];
    return b.p;
}

const char *
fill_readers(struct arena *a, int n, enum lang lang)
{
    return arena_printf(a, "%s %s",
        n == 0 ? no_word[lang] : fill_count(a, n, lang),
        reader_name[lang][n != 1]);
}

const char *
fill_list(struct arena *a, const char *const *words, int n, enum lang lang)
{
    struct buf b = buf_new(a);

    buf_puts(&b, "");
    for (int i = 0; i < n; i++) {
        if (i > 0 && i == n - 1)
            buf_printf(&b, " %s ", and_word[lang]);
        else if (i > 0)
            buf_puts(&b, ", ");
        buf_puts(&b, words[i]);
    }
    return b.p;
}

static bool
is_one_of(char c, const char *set)
{
    return c != '\0' && strchr(set, c) != NULL;
}

/* How a Dutch name takes its possessive: Martijns, but Alex’, Anna’s, and
   K12’s.  A final y or u that makes one sound with the vowel before it takes
   the plain s (Joys, Beaus). */
static const char *
possessive_ending(const char *s, size_t len)
{
    char last = len > 0 ? s[len - 1] : '\0';
    char before = len > 1 ? s[len - 2] : '\0';

    if (is_one_of(last, "sxzSXZ"))
        return "’";
    if (is_one_of(last, "yu") && is_one_of(before, "aeou"))
        return "s";
    if (is_one_of(last, "aiouy"))
        return "’s";
    if ((last >= 'A' && last <= 'Z') || (last >= '0' && last <= '9'))
        return "’s";
    return "s";
}

const char *
fill_possessive(struct arena *a, const char *name, enum lang lang)
{
    return arena_printf(a, "%s%s", name,
        lang == LANG_NL ? possessive_ending(name, strlen(name)) : "’s");
}

/* The word that takes the capital: behind a clipped one ("'s ochtends"). */
static const char *
capital_word(const char *s)
{
    const char *p = s;
    uint32_t c = *p == '\0' ? 0 : utf8_next(&p);

    if (c != '\'' && c != 0x2019 && c != 0x2018)
        return s;
    return *p != '\0' && p[1] == ' ' ? p + 2 : s;
}

const char *
fill_capital(struct arena *a, const char *s)
{
    const char *word = capital_word(s), *rest = word;
    int before = (int)(word - s);
    char first[5] = "";

    if (*word == '\0')
        return s;
    if (strncmp(word, "ij", 2) == 0)
        return arena_printf(a, "%.*sIJ%s", before, s, word + 2);
    first[utf8_put(utf8_upper(utf8_next(&rest)), first)] = '\0';
    return arena_printf(a, "%.*s%s%s", before, s, first, rest);
}

const char *
fill_within(struct arena *a, const char *title)
{
    const char *rest = title;
    char first[5] = "";
    uint32_t c, next;

    if (*title == '\0')
        return title;
    if (strncmp(title, "IJ", 2) == 0)
        return arena_printf(a, "ij%s", title + 2);
    c = utf8_lower(utf8_next(&rest));
    if (*rest != '\0') {
        const char *p = rest;

        next = utf8_next(&p);
        if (utf8_lower(next) != next)
            return title;
    }
    first[utf8_put(c, first)] = '\0';
    return arena_printf(a, "%s%s", first, rest);
}

/* Pairs in which speech comes typed; the straight ones open and close
   alike. */
static const struct {
    const char *open, *close;
} quote_pair[] = {
    {"“", "”"},
    {"„", "”"},
    {"„", "“"},
    {"«", "»"},
    {"\"", "\""},
    {"‘", "’"},
    {"'", "'"},
};

/* The text within a pair that holds all of `s`: a pair closed earlier and
   opened again (“ja” zei hij, “nee”) does not. */
static void
quote_inner(const char *s, size_t len, const char **inner, size_t *inner_len)
{
    for (size_t i = 0; i < sizeof quote_pair / sizeof *quote_pair; i++) {
        size_t o = strlen(quote_pair[i].open);
        size_t c = strlen(quote_pair[i].close);
        const char *close;

        if (len <= o + c || memcmp(s, quote_pair[i].open, o) != 0)
            continue;
        close = strstr(s + o, quote_pair[i].close);
        if (close == NULL || close != s + len - c)
            continue;
        *inner = s + o;
        *inner_len = len - o - c;
        return;
    }
}

/* What a double mark at `p` is within a quote: the single one, or NULL where it
   is none.  `low` says whether a low one („) waits for its end; a straight one
   opens behind white space and opening marks. */
static const char *
quote_single(const char *s, const char *p, bool *low)
{
    if (strncmp(p, "„", strlen("„")) == 0) {
        *low = true;
        return "‘";
    }
    if (strncmp(p, "“", strlen("“")) == 0 && *low) {
        *low = false;
        return "’";
    }
    if (strncmp(p, "“", strlen("“")) == 0 || strncmp(p, "«", strlen("«")) == 0)
        return "‘";
    if (strncmp(p, "”", strlen("”")) == 0 || strncmp(p, "»", strlen("»")) == 0)
        return "’";
    if (*p == '"')
        return p == s || strchr(" \t\r\n([", p[-1]) != NULL ? "‘" : "’";
    return NULL;
}

static bool
is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (unsigned char)c >= 0x80;
}

/* Whether a straight single mark at `p` is the first of two: it stands before
   a word, behind none, and a later one ends one. */
static bool
quote_begins(const char *s, const char *p)
{
    if ((p > s && strchr(" \t\r\n([\"", p[-1]) == NULL) || !is_letter(p[1]))
        return false;
    for (const char *q = p + 2; *q != '\0'; q++)
        if (*q == '\'' && strchr(" \t\r\n([0123456789", q[-1]) == NULL &&
            !is_letter(q[1]) && !(q[1] >= '0' && q[1] <= '9'))
            return true;
    return false;
}

/* Whether the word at `p` is a clipped one: 's, 't, 'n, 'k, 'm, 'r. */
static bool
is_clipped(const char *p)
{
    return is_letter(p[0]) && strchr("stnkmr", p[0]) != NULL &&
           !is_letter(p[1]);
}

/* What a straight single mark at `p` is within a quote: one of a pair, or an
   apostrophe; NULL behind a digit, where it may be a foot. */
static const char *
quote_mark(const char *s, const char *p)
{
    if (p > s && p[-1] >= '0' && p[-1] <= '9' && !is_letter(p[1]))
        return NULL;
    return !is_clipped(p + 1) && quote_begins(s, p) ? "‘" : "’";
}

/* The text with its double marks made single, and straight ones curly.  A
   straight double one without its other half may be an inch, and is left. */
static const char *
quote_nested(struct arena *a, const char *s)
{
    struct buf out = buf_new(a);
    bool low = false;
    int straight = 0;

    for (const char *p = s; *p != '\0'; p++)
        straight += *p == '"';
    for (const char *p = s; *p != '\0';) {
        const char *from = p;
        const char *mark = *p == '\'' ? quote_mark(s, p)
                           : *p == '"' && straight % 2 != 0
                               ? NULL
                               : quote_single(s, p, &low);

        utf8_next(&p);
        if (mark != NULL)
            buf_puts(&out, mark);
        else
            buf_add(&out, from, (size_t)(p - from));
    }
    return out.len > 0 ? out.p : "";
}

const char *
fill_quote(struct arena *a, const char *s)
{
    size_t len;

    s += strspn(s, " \t\r\n");
    len = strlen(s);
    while (len > 0 && strchr(" \t\r\n", s[len - 1]) != NULL)
        len--;
    quote_inner(s, len, &s, &len);
    return arena_printf(a, "“%s”", quote_nested(a, arena_strndup(a, s, len)));
}

/* Of Dutch words for people only "kind" and diminutives take "het". */
const char *
fill_article(struct arena *a, const char *word, enum lang lang)
{
    static const char *const known[] = {"de ", "het ", "een ", "the ", "a "};
    size_t n = strlen(word);
    bool het = strcmp(word, "kind") == 0 ||
               (n >= 2 && strcmp(word + n - 2, "je") == 0);

    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strncmp(word, known[i], strlen(known[i])) == 0)
            return word;
    return arena_printf(a, "%s %s",
        lang == LANG_EN ? "the"
        : het           ? "het"
                        : "de",
        word);
}

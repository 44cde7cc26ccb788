/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "method/reason.h"

#include <stddef.h>
#include <string.h>

/* A score is printed on no teacher's copy, so a reason that names one does not
   come there.  Digits and signs of digits are all taken for one: a coach who
   meant another number writes it as a word. */

/* Small numbers as words, and the words that make a score of one. */
static const char number_words[] =
    " een één twee drie vier vijf zes zeven acht negen tien"
    " one two three four five six seven eight nine ten ";
static const char words_before[] =
    " een geen score cijfer punt a an no score grade mark ";
static const char words_behind[] = " punt punten point points ";

/* The longest of them, with room for its end. */
enum { WORD_MAX = 12 };

struct token {
    const char *at;
    char low[WORD_MAX]; /* in small letters; "" where it is longer */
};

static bool
in_word(char c)
{
    unsigned char u = (unsigned char)c;

    return (u >= 'a' && u <= 'z') || (u >= 'A' && u <= 'Z') || u >= 0x80 ||
           u == '-';
}

/* The next word, and whether there is one. */
static bool
next_word(const char **p, struct token *out)
{
    size_t n = 0;

    while (**p != '\0' && !in_word(**p))
        ++*p;
    if (**p == '\0')
        return false;
    *out = (struct token){.at = *p};
    for (; in_word(**p); ++*p, n++) {
        char c = **p;

        if (n + 1 < WORD_MAX)
            out->low[n] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
    if (n + 1 >= WORD_MAX)
        out->low[0] = '\0';
    return true;
}

/* Whether a word stands in a list with a blank around each. */
static bool
among(const char *list, const struct token *word)
{
    size_t n = strlen(word->low);

    if (n == 0)
        return false;
    for (const char *p = list; (p = strstr(p, word->low)) != NULL; p++)
        if (p[-1] == ' ' && p[n] == ' ')
            return true;
    return false;
}

/* The first number word that stands where a score would. */
static const char *
score_word(const char *text)
{
    struct token before = {0}, word;

    for (const char *p = text; next_word(&p, &word); before = word) {
        const char *rest = p;
        struct token behind = {0};

        if (!among(number_words, &word))
            continue;
        if (next_word(&rest, &behind) && among(words_behind, &behind))
            return word.at;
        /* "een twee": but "een" alone is an article, and "een drie keer" is
           none of our grammar. */
        if (among(words_before, &before) && !among(" een één one ", &word))
            return word.at;
    }
    return NULL;
}

/* The signs of numbers that are no ASCII digit: ½, ¹, ², ³, ① and their like,
   and the digits of full width. */
static bool
sign_of_number(const char *p)
{
    static const char *const signs[] = {
        "\u00bc", "\u00bd", "\u00be", "\u00b9", "\u00b2", "\u00b3", "\u2070"};

    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (strncmp(p, signs[i], strlen(signs[i])) == 0)
            return true;
    /* U+2460 … U+249B, U+FF10 … U+FF19 */
    return strncmp(p, "\xe2\x91", 2) == 0 || strncmp(p, "\xe2\x92", 2) == 0 ||
           strncmp(p, "\xef\xbc", 2) == 0;
}

const char *
reason_number(const char *text)
{
    for (const char *p = text; *p != '\0'; p++) {
        bool question = (*p == 'V' || *p == 'v' || *p == 'Q' || *p == 'q') &&
                        (p == text || !in_word(p[-1])) && p[1] >= '0' &&
                        p[1] <= '9';

        if (question) {
            p++;
            p += strspn(p, "0123456789") - 1;
        } else if ((*p >= '0' && *p <= '9') || sign_of_number(p)) {
            return p;
        }
    }
    return score_word(text);
}

/* Whether a reader's reason holds for the settled score too. */
static bool
follows(int given, int settled, enum reason which)
{
    return which == REASON_NOT_LOWER ? given >= settled : given <= settled;
}

static bool
without_number(struct diag *d, const struct text *t)
{
    const char *at = reason_number(t->s);

    if (at == NULL)
        return true;
    diag_warning(d, text_locate(t, (size_t)(at - t->s)), "W107",
        "this reason names a number: the teacher's copy leaves it out");
    diag_help(d, "say in words what was heard, without a score");
    return false;
}

struct text
reason_told(
    struct diag *d, const struct profile *p, int scale, enum reason which)
{
    const struct scale_score *v = &p->scores->v[scale];
    const struct text *found = NULL;

    for (int i = 0; v->state == SCORE_SETTLED && i < p->scores->nreaders; i++) {
        const struct scored *from = v->readers[i].from;
        const struct text *t;

        if (from == NULL || from->na || !follows(from->score, v->value, which))
            continue;
        t = which == REASON_NOT_LOWER ? &from->not_lower : &from->not_higher;
        if (t->s == NULL || !without_number(d, t))
            continue;
        if (from->score == v->value)
            return *t;
        if (found == NULL)
            found = t;
    }
    return found == NULL ? (struct text){0} : *found;
}

/* The first quote for a reason that one reader gives. */
static const struct quote *
quote_for(const struct scored *from, enum reason which)
{
    enum quote_for wanted =
        which == REASON_NOT_LOWER ? QUOTE_FOR_NOT_LOWER : QUOTE_FOR_NOT_HIGHER;

    for (int i = 0; i < from->nquotes; i++)
        if (from->quotes[i].is_for == wanted && from->quotes[i].text.s != NULL)
            return &from->quotes[i];
    return NULL;
}

const struct quote *
reason_quote(const struct profile *p, int scale, enum reason which)
{
    const struct scale_score *v = &p->scores->v[scale];
    const struct quote *found = NULL;

    for (int i = 0; v->state == SCORE_SETTLED && i < p->scores->nreaders; i++) {
        const struct scored *from = v->readers[i].from;
        const struct quote *q;

        if (from == NULL || from->na || !follows(from->score, v->value, which))
            continue;
        q = quote_for(from, which);
        if (q != NULL && from->score == v->value)
            return q;
        if (found == NULL)
            found = q;
    }
    return found;
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "base/utf8.h"
#include "interview/import_parts.h"

#include <string.h>

/* What people type into cells, as the file has it. */

enum { WORD_MAX = 40 };

static const char *const months[][LANG_COUNT] = {{"januari", "january"},
    {"februari", "february"}, {"maart", "march"}, {"april", "april"},
    {"mei", "may"}, {"juni", "june"}, {"juli", "july"}, {"augustus", "august"},
    {"september", "september"}, {"oktober", "october"},
    {"november", "november"}, {"december", "december"}};

/* "13 januari 2026", by its folded words. */
static const char *
date_in_words(struct arena *a, const char *text)
{
    const char *s = import_fold(a, text);
    size_t day = strcspn(s, "_"), month;
    struct date date;

    if (s[day] == '\0')
        return NULL;
    month = strcspn(s + day + 1, "_");
    if (s[day + 1 + month] == '\0' || day > 2)
        return NULL;
    for (size_t i = 0; i < sizeof months / sizeof *months; i++)
        for (int l = 0; l < LANG_COUNT; l++) {
            const char *out;

            if (strlen(months[i][l]) != month ||
                strncmp(s + day + 1, months[i][l], month) != 0)
                continue;
            out = arena_printf(a, "%s-%02zu-%s%.*s", s + day + month + 2, i + 1,
                day == 1 ? "0" : "", (int)day, s);
            if (date_parse(out, &date))
                return out;
        }
    return NULL;
}

/* "3/4/2026" is one day in Dutch and another in American English: then it is
   none. */
static const char *
date_of(struct import *im, const char *text)
{
    struct date date;
    const char *likely;

    if (date_parse(text, &date))
        return text;
    likely = field_likely_date(im->a, text);
    if (likely == NULL)
        return date_in_words(im->a, text);
    if (im->how->lang != LANG_NL && strchr(text, '/') != NULL &&
        date_parse(likely, &date) && date.day <= 12)
        return NULL;
    return likely;
}

static const char *
word_of(const struct import *im, const struct field_word *words, int n,
    const char *text)
{
    for (int i = 0; i < n; i++)
        for (int l = 0; l < LANG_COUNT; l++)
            if (utf8_same(words[i].name[l], text))
                return words[i].name[im->how->lang];
    return NULL;
}

static const char *
number_of(struct import *im, const char *text)
{
    int value;
    const char *likely;

    if (num_parse(text, &value))
        return text;
    likely = im->comma || strchr(text, ',') == NULL
                 ? field_likely_number(im->a, text)
                 : NULL;
    return likely;
}

static const char *
score_of(struct import *im, const char *text)
{
    static const char *const words[] = {"n.v.t.", "n/a"};
    const char *na = word_of(im, &interview_na, 1, text);

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (utf8_same(words[i], text))
            na = interview_na.name[im->how->lang];
    return na != NULL ? na : number_of(im, text);
}

/* On one line, for keys that hold none of several. */
static const char *
one_line(struct arena *a, const char *text)
{
    char *line = arena_strndup(a, text, strlen(text));

    for (char *p = line; *p != '\0'; p++)
        if (*p == '\n')
            *p = ' ';
    return line;
}

/* Whether the field takes a text. */
static bool
takes(struct import *im, const struct import_place *place, const char *text)
{
    void *record = arena_alloc(im->a, place->record->size);

    return field_set(im->a, diag_new(im->a, NULL), 'I', place->field,
        im->how->lang, text, (struct pos){0}, record);
}

static const char *
value_of(struct import *im, const struct import_place *place, const char *text)
{
    const struct field *f = place->field;

    switch (f->type) {
    case FIELD_TEXT:
        return text;
    case FIELD_LINE:
        return one_line(im->a, text);
    case FIELD_DATE:
        return date_of(im, text);
    case FIELD_WORD:
        return word_of(im, f->words, f->nwords, text);
    case FIELD_YESNO:
        return word_of(im, field_yesno, 2, text);
    case FIELD_INT:
    case FIELD_NUM:
        return number_of(im, text);
    case FIELD_ID:
    case FIELD_CASE:
    case FIELD_QREF:
    case FIELD_QREFS:
    case FIELD_TEXTS:
        return text;
    case FIELD_LENGTH:
    case FIELD_COLOR:
    case FIELD_RECORD:
    case FIELD_RECORDS:
    case FIELD_BITEXT:
    case FIELD_BITEXTS:
    case FIELD_OWN:
        break;
    }
    return NULL;
}

const char *
import_value(
    struct import *im, const struct import_place *place, const char *text)
{
    const char *value;

    if (place->kind == IMPORT_SCORE)
        return score_of(im, text);
    if (place->kind == IMPORT_NUMBER)
        return number_of(im, text);
    value = value_of(im, place, text);
    if (value == NULL || place->field->type == FIELD_TEXT)
        return value;
    return takes(im, place, value) ? value : NULL;
}

/* What stands before a word in a list: a dash, a number. */
static const char *
skip_mark(const char *s)
{
    size_t digits;

    s += strspn(s, " \t-*");
    while (strncmp(s, "\xe2\x80\xa2", 3) == 0 ||
           strncmp(s, "\xe2\x80\x93", 3) == 0)
        s += 3 + strspn(s + 3, " \t");
    digits = strspn(s, "0123456789");
    if (digits > 0 && (s[digits] == '.' || s[digits] == ')'))
        s += digits + 1;
    return s + strspn(s, " \t");
}

/* How long the word at `s` is, up to a comma, a line end or "and". */
static size_t
word_length(const char *s, const char **next)
{
    static const char *const joins[] = {",", ";", "\n", " en ", " and ", " & "};
    size_t len = strlen(s);

    *next = s + len;
    for (size_t i = 0; i < sizeof joins / sizeof *joins; i++) {
        const char *at = strstr(s, joins[i]);

        if (at != NULL && (size_t)(at - s) < len) {
            len = (size_t)(at - s);
            *next = at + strlen(joins[i]);
        }
    }
    while (len > 0 && strchr(" \t.", s[len - 1]) != NULL)
        len--;
    return len;
}

int
import_words(struct arena *a, const char *text, const char **words, int max)
{
    int n = 0;

    while (*text != '\0') {
        const char *next, *s = skip_mark(text);
        size_t len = word_length(s, &next);

        text = next;
        if (len == 0)
            continue;
        if (n == max || len > WORD_MAX)
            return 0;
        words[n++] = arena_strndup(a, s, len);
    }
    return n;
}

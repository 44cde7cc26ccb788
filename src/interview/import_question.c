/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Which question of the rules a text is: by its id, its title or its words. */
#include "base/utf8.h"
#include "interview/import_parts.h"

#include <stdint.h>
#include <string.h>

/* Folding --------------------------------------------------------------- */

const char *
import_fold(struct arena *a, const char *text)
{
    struct buf out = buf_new(a);

    buf_puts(&out, "");
    while (*text != '\0') {
        uint32_t c = utf8_next(&text), fold[UTF8_FOLD_MAX];
        bool digit = c >= '0' && c <= '9';
        int n = utf8_fold(c, fold);

        if (digit || utf8_is_letter(c)) {
            for (int i = 0; i < n; i++) {
                char bytes[4];

                buf_add(&out, bytes, (size_t)utf8_put(fold[i], bytes));
            }
        } else if (n > 0 && out.len > 0 && out.p[out.len - 1] != '_') {
            buf_putc(&out, '_');
        }
    }
    if (out.len > 0 && out.p[out.len - 1] == '_')
        out.p[--out.len] = '\0';
    return out.p;
}

/* Questions ------------------------------------------------------------- */

static const char *const number_words[][2] = {{"een", "one"}, {"twee", "two"},
    {"drie", "three"}, {"vier", "four"}, {"vijf", "five"}, {"zes", "six"},
    {"zeven", "seven"}, {"acht", "eight"}, {"negen", "nine"}, {"tien", "ten"},
    {"elf", "eleven"}, {"twaalf", "twelve"}, {"dertien", "thirteen"},
    {"veertien", "fourteen"}, {"vijftien", "fifteen"}, {"zestien", "sixteen"},
    {"zeventien", "seventeen"}, {"achttien", "eighteen"},
    {"negentien", "nineteen"}, {"twintig", "twenty"}};

static bool
same_letters(const char *s, const char *word, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (s[i] != word[i] &&
            (s[i] < 'A' || s[i] > 'Z' || s[i] + 32 != word[i]))
            return false;
    return true;
}

static bool
is_alnum(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

/* The number that is written at `*s`, in digits or (`words`) as a word. */
static int
read_number(const char **s, bool words)
{
    const char *p = *s;
    int n = 0;

    if (*p >= '0' && *p <= '9') {
        while (*p >= '0' && *p <= '9' && n < 1000)
            n = n * 10 + (*p++ - '0');
    } else {
        size_t len = strspn(p, "abcdefghijklmnopqrstuvwxyz"
                               "ABCDEFGHIJKLMNOPQRSTUVWXYZ");

        for (size_t i = 0;
             words && i < sizeof number_words / sizeof *number_words; i++)
            for (int l = 0; l < LANG_COUNT; l++)
                if (strlen(number_words[i][l]) == len &&
                    same_letters(p, number_words[i][l], len))
                    n = (int)i + 1;
        p += len;
    }
    if (n < 1 || n > 99 || is_alnum(*p))
        return 0;
    *s = p;
    return n;
}

int
import_id(const char *text, const char **rest)
{
    static const char *const words[] = {
        "vraag", "question", "vr", "v", "q", NULL};
    const char *p = text + strspn(text, " \t");

    for (int i = 0; words[i] != NULL; i++) {
        size_t len = strlen(words[i]);
        const char *at = p + len;
        int n;

        if (strlen(p) < len || !same_letters(p, words[i], len))
            continue;
        if (strncmp(at, "\xc2\xa0", 2) == 0)
            at += 2;
        at += strspn(at, " .#");
        n = read_number(&at, len > 2 && at > p + len);
        if (n == 0)
            continue;
        at += strspn(at, " \t.:)-");
        while (strncmp(at, "\xe2\x80\x93", 3) == 0 ||
               strncmp(at, "\xe2\x80\x94", 3) == 0)
            at += 3 + strspn(at + 3, " \t");
        *rest = at;
        return n;
    }
    return 0;
}

/* Whether the folded words of `text` are those of `pattern`, where a star
   stands for one to three. */
static bool
same_words(const char *text, const char *pattern)
{
    size_t n = strcspn(pattern, "_"), m = strcspn(text, "_");
    const char *after = pattern + n + (pattern[n] == '_');

    if (*pattern == '\0')
        return *text == '\0';
    if (*text == '\0')
        return false;
    if (*pattern != '*')
        return n == m && strncmp(text, pattern, n) == 0 &&
               same_words(text + m + (text[m] == '_'), after);
    for (int i = 0; i < 3 && *text != '\0'; i++) {
        m = strcspn(text, "_");
        text += m + (text[m] == '_');
        if (same_words(text, after))
            return true;
    }
    return false;
}

/* A text of the rules, folded, with a star for each placeholder. */
static const char *
pattern_of(struct arena *a, const char *s)
{
    struct buf out = buf_new(a);

    buf_puts(&out, "");
    while (*s != '\0') {
        size_t n = strcspn(s, "{");
        const char *fold = import_fold(a, arena_strndup(a, s, n));

        if (*fold != '\0')
            buf_printf(&out, "%s%s", out.len > 0 ? "_" : "", fold);
        s += n;
        if (*s == '\0' || strchr(s, '}') == NULL)
            break;
        buf_printf(&out, "%s*", out.len > 0 ? "_" : "");
        s = strchr(s, '}') + 1;
    }
    return out.p;
}

/* What is remembered ---------------------------------------------------- */

enum { FOLDS = 1 << 14, FOLDS_FULL = FOLDS / 4 * 3 };

struct remembered {
    const char *name; /* by its place in memory */
    const char *fold, *pattern;
};

struct import_folds {
    struct arena *a;
    struct remembered *v;
    int n;
};

struct import_folds *
import_folds(struct arena *a)
{
    struct import_folds *f = NEW(a, struct import_folds, 1);

    f->a = a;
    f->v = NEW(a, struct remembered, FOLDS);
    return f;
}

/* Where a name is remembered, or can be; NULL: nowhere. */
static struct remembered *
remember(const struct import_how *how, const char *name)
{
    struct import_folds *f = how->folds;
    size_t i = (size_t)((uintptr_t)name * 0x9e3779b97f4a7c15u >> 40) % FOLDS;

    if (f == NULL || f->n == FOLDS_FULL)
        return NULL;
    while (f->v[i].name != NULL && f->v[i].name != name)
        i = (i + 1) % FOLDS;
    if (f->v[i].name == NULL)
        f->n++;
    f->v[i].name = name;
    return &f->v[i];
}

const char *
import_folded(struct arena *a, const struct import_how *how, const char *name)
{
    struct remembered *r = remember(how, name);

    if (r == NULL)
        return import_fold(a, name);
    if (r->fold == NULL)
        r->fold = import_fold(how->folds->a, name);
    return r->fold;
}

static const char *
pattern_once(struct arena *a, const struct import_how *how, const char *s)
{
    struct remembered *r = remember(how, s);

    if (r == NULL)
        return pattern_of(a, s);
    if (r->pattern == NULL)
        r->pattern = pattern_of(how->folds->a, s);
    return r->pattern;
}

static bool
is_question(struct arena *a, const struct import_how *how,
    const struct question *q, const char *fold)
{
    const struct bitext *texts[] = {&q->title, &q->text, &q->full};

    if (*fold == '\0')
        return false;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        for (int l = 0; l < LANG_COUNT; l++)
            if (texts[i]->t[l].s != NULL &&
                same_words(fold, pattern_once(a, how, texts[i]->t[l].s)))
                return true;
    return false;
}

bool
import_is_question(struct arena *a, const struct import_how *how,
    const struct question *q, const char *text)
{
    return is_question(a, how, q, import_fold(a, text));
}

/* Some questions share their text, "{Word}: which moment does that word fit?":
   none of them is meant more than another. */
const struct question *
import_question(struct arena *a, const struct import_how *how, const char *text)
{
    const struct question *found = NULL;
    const char *fold = import_fold(a, text);

    for (int i = 0; i < how->rules->nquestions; i++) {
        if (!is_question(a, how, &how->rules->questions[i], fold))
            continue;
        if (found != NULL)
            return NULL;
        found = &how->rules->questions[i];
    }
    return found;
}

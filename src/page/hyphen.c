/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "page/hyphen.h"

#include "base/utf8.h"

#include <hyphen.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Words are looked up in lower case and, because the letters that matter all
   stand in Latin-1, as one byte per letter.  Answers are kept in a table of
   fixed size where a word has one place: the newest word there wins. */

enum { HYPHEN_CACHE = 4096, HYPHEN_LETTERS_MAX = 47 };

/* A word as the patterns see it. */
struct word {
    unsigned char letters[HYPHEN_LETTERS_MAX]; /* Latin-1, lower case */
    uint8_t n;
};

struct known {
    struct word word;
    uint64_t points; /* bit k: before letter k */
};

/* Read when the first word is looked up: most reports divide none. */
struct patterns {
    const struct source *file;
    HyphenDict *dict;
    struct known *known; /* HYPHEN_CACHE of them; NULL: no memory */
    bool asked;
};

struct hyphenator {
    struct patterns *patterns;
};

struct hyphenator *
hyphen_open(const struct source *patterns)
{
    struct hyphenator *h = calloc(1, sizeof *h);

    if (h == NULL)
        return NULL;
    h->patterns = calloc(1, sizeof *h->patterns);
    if (h->patterns == NULL) {
        free(h);
        return NULL;
    }
    h->patterns->file = patterns;
    return h;
}

void
hyphen_close(struct hyphenator *h)
{
    if (h == NULL)
        return;
    if (h->patterns->dict != NULL)
        hnj_hyphen_free(h->patterns->dict);
    free(h->patterns->known);
    free(h->patterns);
    free(h);
}

/* libhyphen reads a stream. */
static HyphenDict *
patterns_read(const struct source *file)
{
    FILE *f = file->len == 0
                  ? NULL
                  : fmemopen((void *)(uintptr_t)file->text, file->len, "r");
    HyphenDict *dict;

    if (f == NULL)
        return NULL;
    dict = hnj_hyphen_load_file(f);
    fclose(f);
    return dict;
}

/* The patterns, NULL where they cannot be read. */
static HyphenDict *
hyphen_dict(const struct hyphenator *h)
{
    struct patterns *p = h->patterns;

    if (!p->asked) {
        p->asked = true;
        p->dict = patterns_read(p->file);
        p->known = calloc(HYPHEN_CACHE, sizeof *p->known);
    }
    return p->dict;
}

static bool
hyphen_lower(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 0xdf && c <= 0xff && c != 0xf7);
}

static bool
hyphen_upper(uint32_t c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 0xc0 && c <= 0xde && c != 0xd7);
}

/* Punctuation: no letter of any script, no digit. */
static bool
hyphen_mark(uint32_t c)
{
    return !hyphen_lower(c) && !hyphen_upper(c) && (c < '0' || c > '9') &&
           (c <= 0xff || (c >= 0x2010 && c <= 0x203f));
}

/* Where the first punctuation (`mark`) or the first other letter begins. */
static const char *
hyphen_skip(const char *p, const char *end, bool mark)
{
    while (p < end) {
        const char *at = p;

        if (hyphen_mark(utf8_next(&p)) != mark)
            return at;
    }
    return end;
}

/* Takes the word out of the punctuation around it; `*lead` bytes stand before
   it.  False if it must not be divided, whatever the patterns say. */
static bool
hyphen_word(const char *text, size_t len, struct word *w, size_t *lead)
{
    const char *end = text + len, *p = hyphen_skip(text, end, true);
    const char *stop = hyphen_skip(p, end, false);
    bool capital = false;

    w->n = 0;
    *lead = (size_t)(p - text);
    if (hyphen_skip(stop, end, true) != end)
        return false;
    while (p < stop) {
        uint32_t c = utf8_next(&p);

        if (hyphen_upper(c) && w->n == 0) {
            c |= 0x20;
            capital = true;
        }
        if (!hyphen_lower(c) || w->n == HYPHEN_LETTERS_MAX)
            return false;
        w->letters[w->n++] = (unsigned char)c;
    }
    return w->n >= (capital ? HYPHEN_CAPITAL : HYPHEN_WORD);
}

/* Frees what libhyphen says of spelling that changes ("omaatje", "oma-tje"),
   after taking those places out: text is never changed here. */
static uint64_t
hyphen_drop_changes(uint64_t points, int n, char **rep, int *pos, int *cut)
{
    for (int k = 0; rep != NULL && k < n; k++) {
        if (rep[k] == NULL)
            continue;
        points &= ~((uint64_t)1 << (k + 1));
        free(rep[k]);
    }
    free(rep);
    free(pos);
    free(cut);
    return points;
}

/* A letter whose two dots only part it from the vowel before: a hyphen there
   takes their place, "creëren" is divided "cre-eren".  Text is not changed, so
   such a word is not divided there. */
static bool
hyphen_dots(unsigned char c)
{
    return c == 0xe4 || c == 0xeb || c == 0xef || c == 0xf6 || c == 0xfc;
}

/* Asks the patterns. */
static uint64_t
hyphen_ask(HyphenDict *dict, const struct word *w)
{
    char bytes[2 * HYPHEN_LETTERS_MAX], marks[2 * HYPHEN_LETTERS_MAX + 5] = "";
    char **rep = NULL;
    int *pos = NULL, *cut = NULL, len = 0, failed;
    uint64_t points = 0;

    for (int k = 0; k < w->n; k++)
        if (dict->utf8)
            len += utf8_put(w->letters[k], bytes + len);
        else
            bytes[len++] = (char)w->letters[k];
    failed =
        hnj_hyphen_hyphenate2(dict, bytes, len, marks, NULL, &rep, &pos, &cut);
    /* Marks count letters, not bytes; an odd one allows a division behind. */
    for (int k = HYPHEN_BEFORE; !failed && k <= w->n - HYPHEN_AFTER; k++)
        if ((marks[k - 1] & 1) != 0 && !hyphen_dots(w->letters[k]))
            points |= (uint64_t)1 << k;
    return hyphen_drop_changes(points, len, rep, pos, cut);
}

/* FNV-1a. */
static uint32_t
hyphen_hash(const struct word *w)
{
    uint32_t hash = 2166136261u;

    for (int k = 0; k < w->n; k++)
        hash = (hash ^ w->letters[k]) * 16777619u;
    return hash;
}

uint64_t
hyphen_points(const struct hyphenator *h, const char *text, size_t len)
{
    struct word w;
    struct known *known, one = {0};
    uint64_t points = 0;
    size_t lead;
    const char *p;

    if (h == NULL || len > HYPHEN_BYTES_MAX ||
        !hyphen_word(text, len, &w, &lead))
        return 0;
    if (hyphen_dict(h) == NULL)
        return 0;
    known = h->patterns->known == NULL
                ? &one
                : &h->patterns->known[hyphen_hash(&w) % HYPHEN_CACHE];
    if (known->word.n != w.n ||
        memcmp(known->word.letters, w.letters, w.n) != 0) {
        known->word = w;
        known->points = hyphen_ask(hyphen_dict(h), &w);
    }
    p = text + lead;
    for (int k = 0; k < w.n; k++) { /* letters to bytes */
        if ((known->points >> k & 1) != 0)
            points |= (uint64_t)1 << (p - text);
        utf8_next(&p);
    }
    return points;
}

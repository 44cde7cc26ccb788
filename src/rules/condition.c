/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "rules/condition.h"

#include "base/utf8.h"
#include "rules/fields.h"

#include <assert.h>
#include <string.h>

/* A condition is a scale, one of a few fixed forms and what the form asks
   for.  It is cut into tokens and compared with a table of the forms. */

enum { TOKENS_MAX = 5 };

struct token {
    const char *s;
    struct pos at;
};

struct tokens {
    struct token v[TOKENS_MAX];
    int n; /* more than fit: TOKENS_MAX + 1 */
};

enum operand { OPERAND_NONE, OPERAND_BAND, OPERAND_NUMBER, OPERAND_SCALE };

struct form {
    const char *words[2];
    enum condition_kind kind;
    enum operand operand;
};

/* The longer of two with the same beginning stands first. */
static const struct form forms[] = {
    {{"is", "not"}, CONDITION_IS_NOT, OPERAND_BAND},
    {{"is"}, CONDITION_IS, OPERAND_BAND},
    {{"<"}, CONDITION_LESS, OPERAND_NUMBER},
    {{"<="}, CONDITION_AT_MOST, OPERAND_NUMBER},
    {{">"}, CONDITION_MORE, OPERAND_NUMBER},
    {{">="}, CONDITION_AT_LEAST, OPERAND_NUMBER},
    {{"="}, CONDITION_EQUAL, OPERAND_NUMBER},
    {{"missing"}, CONDITION_MISSING, OPERAND_NONE},
    {{"differs"}, CONDITION_DIFFERS, OPERAND_NONE},
    {{"more_than"}, CONDITION_MORE_THAN, OPERAND_SCALE},
};

enum { NFORMS = sizeof forms / sizeof forms[0] };

/* --- tokens --- */

/* Length of the token at `s`: a comparison sign, or what stands before a space
   or such a sign. */
static size_t
token_length(const char *s)
{
    size_t n = strspn(s, "<>=");

    return n > 0 ? n : strcspn(s, " <>=");
}

static struct tokens
tokens_read(struct arena *a, const struct text *text)
{
    struct tokens t = {.n = 0};
    const char *s = text->s + strspn(text->s, " ");

    while (*s != '\0') {
        size_t len = token_length(s);

        if (t.n == TOKENS_MAX) {
            t.n++;
            return t;
        }
        t.v[t.n].s = arena_strndup(a, s, len);
        t.v[t.n].at = text->at;
        t.v[t.n].at.col += (int)utf8_count(text->s, (size_t)(s - text->s));
        t.n++;
        s += len;
        s += strspn(s, " ");
    }
    return t;
}

/* The form of the tokens behind the scale; `*next` is the token behind it. */
static const struct form *
form_find(const struct tokens *t, int *next)
{
    for (int i = 0; i < NFORMS; i++) {
        const struct form *f = &forms[i];
        int words = f->words[1] == NULL ? 1 : 2;
        bool same = t->n == 1 + words + (f->operand != OPERAND_NONE);

        for (int k = 0; same && k < words; k++)
            same = strcmp(t->v[1 + k].s, f->words[k]) == 0;
        if (same) {
            *next = 1 + words;
            return f;
        }
    }
    return NULL;
}

/* --- what tokens name --- */

static bool
scale_read(struct arena *a, struct diag *d, const struct rules *r,
    const struct token *t, int *scale)
{
    const char *near;

    *scale = rules_scale(r, t->s);
    if (*scale >= 0)
        return true;
    diag_error(d, t->at, "R312", "unknown scale \"%s\"", t->s);
    near = rules_nearest(a, r, RULES_SCALE, t->s);
    if (near != NULL)
        diag_help(d, "did you mean \"%s\"?", near);
    return false;
}

static bool
band_read(struct diag *d, const struct rules *r, const struct token *t,
    int scale, int *band)
{
    const struct scale *s = &r->scales[scale];
    const char *names[BAND_MAX];
    const struct bands *bands;
    const char *near;

    if (s->bands < 0 || r->bands[s->bands].n == 0) /* reported there */
        return false;
    bands = &r->bands[s->bands];
    assert(t->s != NULL);
    for (*band = 0; *band < bands->n; ++*band) {
        names[*band] = bands->v[*band].id;
        if (strcmp(names[*band], t->s) == 0)
            return true;
    }
    diag_error(
        d, t->at, "R313", "scale \"%s\" has no band \"%s\"", s->is.id, t->s);
    near = diag_nearest(t->s, names, (size_t)bands->n);
    if (near != NULL)
        diag_help(d, "did you mean \"%s\"?", near);
    return false;
}

static bool
number_read(struct diag *d, const struct rules *r, const struct token *t,
    int scale, int *value)
{
    const struct scale *s = &r->scales[scale];

    if (!num_parse(t->s, value)) {
        diag_error(d, t->at, "R314", "\"%s\" is not a number", t->s);
        diag_help(d, "write a number such as 3 or 3.5");
        return false;
    }
    if (*value < s->min * 1000 || *value > s->max * 1000)
        return diag_error(d, t->at, "R315",
            "%s is outside %d..%d, the range of \"%s\"", t->s, s->min, s->max,
            s->is.id);
    return true;
}

static bool
other_read(struct arena *a, struct diag *d, const struct rules *r,
    const struct token *t, struct condition *c)
{
    const struct scale *x = &r->scales[c->scale], *y;

    if (!scale_read(a, d, r, t, &c->other))
        return false;
    y = &r->scales[c->other];
    if (c->other == c->scale)
        return diag_error(d, t->at, "R316", "a scale is compared with itself");
    if (x->min != y->min || x->max != y->max)
        return diag_error(d, t->at, "R317",
            "\"%s\" runs %d..%d and \"%s\" %d..%d: they cannot be compared",
            x->is.id, x->min, x->max, y->is.id, y->min, y->max);
    return true;
}

static bool
operand_read(struct arena *a, struct diag *d, const struct rules *r,
    enum operand operand, const struct token *t, struct condition *c)
{
    switch (operand) {
    case OPERAND_NONE:
        return true;
    case OPERAND_BAND:
        return band_read(d, r, t, c->scale, &c->band);
    case OPERAND_NUMBER:
        return number_read(d, r, t, c->scale, &c->value);
    case OPERAND_SCALE:
        return other_read(a, d, r, t, c);
    }
    return false;
}

bool
condition_parse(struct arena *a, struct diag *d, const struct rules *r,
    const struct text *text, struct condition *out)
{
    struct tokens t = tokens_read(a, text);
    int next = 0;
    const struct form *form = form_find(&t, &next);

    *out = (struct condition){.other = -1, .source = *text};
    if (form == NULL) {
        diag_error(d, text->at, "R311",
            "a condition cannot be written like "
            "this");
        diag_help(d, "write: ID is BAND, ID is not BAND, ID < 3 (<= > >= =), "
                     "ID missing, ID differs or ID more_than ID");
        return false;
    }
    out->kind = form->kind;
    return scale_read(a, d, r, &t.v[0], &out->scale) &&
           operand_read(
               a, d, r, form->operand, &t.v[next < TOKENS_MAX ? next : 0], out);
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Which comments of an interview are its writer's own: not those that `new`
   and `tidy` write. */
#include "interview/fields.h"
#include "interview/tidy.h"
#include "interview/tidy_parts.h"

#include <stdlib.h>
#include <string.h>

enum { KNOWN_FIRST = 256 };

struct tidy_known {
    const char **v; /* sorted */
    int n, cap;
};

static int
compare_texts(const void *one, const void *two)
{
    return strcmp(*(const char *const *)one, *(const char *const *)two);
}

/* Adds every line of `text` that is a comment and says something: a bare #
   parts the lines of others. */
static void
add_lines(struct arena *a, struct tidy_known *k, const char *text)
{
    while (*text != '\0') {
        size_t len = strcspn(text, "\n");
        const char *begin = text + strspn(text, " ");

        if (*begin == '#' && len > (size_t)(begin - text) + 1) {
            GROW(a, k->v, k->n, k->cap, KNOWN_FIRST);
            k->v[k->n++] =
                arena_strndup(a, begin, len - (size_t)(begin - text));
        }
        text += len + (text[len] == '\n');
    }
}

const struct tidy_known *
tidy_known(struct arena *a, const struct rules *rules)
{
    struct tidy_known *k = NEW(a, struct tidy_known, 1);
    struct rules *none = NEW(a, struct rules, 1);

    for (int lang = 0; lang < LANG_COUNT; lang++) {
        struct buf text = buf_new(a);

        interview_template(none, NULL, (enum lang)lang, &text);
        if (rules != NULL)
            interview_template(rules, NULL, (enum lang)lang, &text);
        for (int i = 0; i < interview_record.nfields; i++)
            tidy_hint(&interview_record.fields[i], (enum lang)lang, &text);
        add_lines(a, k, text.p);
    }
    qsort(k->v, (size_t)k->n, sizeof *k->v, compare_texts);
    return k;
}

bool
tidy_is_own(const struct comment *c, const struct tidy_known *k)
{
    return bsearch(&c->text, k->v, (size_t)k->n, sizeof *k->v, compare_texts) ==
           NULL;
}

int
tidy_own_comments(const struct yaml *yaml, const struct tidy_known *known)
{
    int n = 0;

    for (int i = 0; i < yaml->ncomments; i++)
        n += tidy_is_own(&yaml->comments[i], known);
    return n;
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Placeholders: names between braces in a text of rules or layouts.  Which are
   known is one table, shared by the readers and by what fills them
   (method/fill). */
#ifndef RULES_PLACEHOLDER_H
#define RULES_PLACEHOLDER_H

#include "format/text.h"

enum placeholder {
    PLACEHOLDER_CHILD,
    PLACEHOLDER_TEACHER,
    PLACEHOLDER_COACH,
    PLACEHOLDER_CASE,
    PLACEHOLDER_GROUP,
    PLACEHOLDER_READERS,
    PLACEHOLDER_HE,
    PLACEHOLDER_HIM,
    PLACEHOLDER_HIS,
    PLACEHOLDER_PAGE,        /* {page.KIND} */
    PLACEHOLDER_COUNT_ITEMS, /* {count} */
    PLACEHOLDER_CHIP,
    PLACEHOLDER_WORD,
    PLACEHOLDER_LIST,
    PLACEHOLDER_FIRST, /* of two interviews: the child, or the month */
    PLACEHOLDER_SECOND,
    PLACEHOLDER_EXERCISE,
    PLACEHOLDER_HASH,  /* of the interview, the first eight digits */
    PLACEHOLDER_KEEP,  /* until when the file is kept */
    PLACEHOLDER_VALUE, /* of readers' agreement: a number, and of how many */
    PLACEHOLDER_TOTAL,
    PLACEHOLDER_NAMES
};

/* The placeholder that begins at `*s` (a '{'), and `*s` moves behind its '}';
   `capital` tells whether it was written with a capital; `arg`/`arglen` is
   what follows "page.".  False when there is no known placeholder in that
   language. */
bool placeholder_read(const char **s, enum lang lang, enum placeholder *which,
    bool *capital, const char **arg, size_t *arglen);

/* The bits of the placeholders that any text of rules and layouts may hold. */
#define PLACEHOLDER_ANYWHERE                                                   \
    (1U << PLACEHOLDER_CHILD | 1U << PLACEHOLDER_TEACHER |                     \
        1U << PLACEHOLDER_COACH | 1U << PLACEHOLDER_CASE |                     \
        1U << PLACEHOLDER_GROUP | 1U << PLACEHOLDER_READERS |                  \
        1U << PLACEHOLDER_HE | 1U << PLACEHOLDER_HIM | 1U << PLACEHOLDER_HIS | \
        1U << PLACEHOLDER_CHIP | 1U << PLACEHOLDER_EXERCISE)

/* Reports unknown placeholders and unpaired `**` in a text of rules or layouts
   that stands on one line; `allowed` is a bit per placeholder. */
bool placeholder_check(
    struct diag *d, const struct text *text, enum lang lang, unsigned allowed);

#endif

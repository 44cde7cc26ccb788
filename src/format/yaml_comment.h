/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Comments, which libyaml skips: where they stand, and what they are about.
   For yaml.c only. */
#ifndef FORMAT_YAML_COMMENT_H
#define FORMAT_YAML_COMMENT_H

#include "format/yaml.h"

struct yaml_comments {
    struct arena *a;
    const struct source *src;
    const char *text; /* of the source, as it is read */
    struct yaml *out;
    int cap;
};

/* Adds the comments between two places of the source where no text stands;
   the first lies in line `line`. */
void yaml_comment_find(
    struct yaml_comments *c, const char *from, const char *end, int line);

/* Gives each node its comments: those behind it in its line, and else those
   that stand before it.  Those before everything are the root's. */
void yaml_comment_attach(struct yaml *yaml);

#endif

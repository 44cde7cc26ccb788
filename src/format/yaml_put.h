/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Texts as YAML that yaml_parse reads back as they are, and that other readers
   of YAML take for texts. */
#ifndef FORMAT_YAML_PUT_H
#define FORMAT_YAML_PUT_H

#include "base/buf.h"

#include <stdbool.h>

/* Where a text stands. */
enum yaml_place {
    YAML_KEY,
    YAML_VALUE,
    YAML_FLOW /* within [ ] or { } */
};

/* Whether a text may stand there without quotes; `typed` where it is meant to
   be read as a number, date or truth value, not as a text. */
bool yaml_plain(const char *s, enum yaml_place place, bool typed);

/* Whether a text can stand as a block, under a `|`. */
bool yaml_blockable(const char *s);

/* A text on one line, in quotes where it must be. */
void yaml_put(
    struct buf *out, const char *s, enum yaml_place place, bool typed);

/* A blockable text from its `|` on, in lines of its own that begin in the
   column (from 0) `indent`, two further than what holds the text. */
void yaml_put_block(struct buf *out, const char *s, int indent);

#endif

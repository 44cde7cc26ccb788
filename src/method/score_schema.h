/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The JSON Schema (draft 7) of a line of `score --format json`. */
#ifndef METHOD_SCORE_SCHEMA_H
#define METHOD_SCORE_SCHEMA_H

#include "rules/rules.h"

/* With rules the ids are those of the rules; `rules` may be NULL. */
void score_schema(const struct rules *rules, enum lang lang, struct buf *out);

#endif

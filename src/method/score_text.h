/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What `score` prints: settled scores and what follows from them, as text
   for a person, CSV and JSON for programs, and why each prompt was or was not
   chosen. */
#ifndef METHOD_SCORE_TEXT_H
#define METHOD_SCORE_TEXT_H

#include "format/csv_put.h"
#include "method/profile.h"

/* A table: per group its scales with settled score, band and readers; then the
   focus and the patterns that hold. */
void score_text(const struct scores *s, const struct profile *p, enum lang lang,
    struct buf *out);

/* Every pattern and prompt of the rules: its conditions with their values, and
   the place it takes among the prompts of its target or why it takes none.  A
   card prints the first one or two of its scale. */
void score_explain(const struct scores *s, const struct profile *p,
    enum lang lang, struct buf *out);

/* CSV: the line with the names of the columns,
   then a line per scale.  `readers` holds what each reader gave, in file
   order, parted by spaces: a number, "na", or "none" for not scored; `prompts`
   and `references` are ids, parted by spaces. */
void score_csv_head(struct csv_put *out);
void score_csv(
    const struct scores *s, const struct profile *p, struct csv_put *out);

/* One interview as one JSON object on one line. */
void score_json(
    const struct scores *s, const struct profile *p, struct buf *out);

#endif

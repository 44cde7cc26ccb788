/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What `score` prints of questionnaires: the value of each subscale. */
#ifndef METHOD_SCORE_FILLED_H
#define METHOD_SCORE_FILLED_H

#include "format/csv_put.h"
#include "method/score.h"

/* A line per subscale under its questionnaire; nothing where the interview has
   none. */
void score_filled_text(const struct scores *s, enum lang lang, struct buf *out);

/* Lines with the columns of score_csv_head: group is the questionnaire, state
   is missing, entered or computed, what only readers have is empty. */
void score_filled_csv(const struct scores *s, struct csv_put *out);

/* A member `"questionnaires"` with a comma before it; nothing where the
   interview has none. */
void score_filled_json(const struct scores *s, struct buf *out);

/* A member `"references"` with a comma before it: those of a scale or of a
   subscale; the other is -1. */
void score_references_json(
    const struct rules *r, int scale, int subscale, struct buf *out);

/* By enum reference_status. */
extern const char *const reference_status_name[];

#endif

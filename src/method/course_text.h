/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Scores of trainees beside the key, as data. */
#ifndef METHOD_COURSE_TEXT_H
#define METHOD_COURSE_TEXT_H

#include "format/csv_put.h"
#include "method/course_scores.h"
#include "method/score.h"

/* A line per score, trainees in the order of their table: the score, that of
   the key, how far apart they are, and the lowest and highest of the key's
   readers; what the key does not have is empty. */
void course_csv(const struct course_scores *course, const struct scores *key,
    struct csv_put *out);

#endif

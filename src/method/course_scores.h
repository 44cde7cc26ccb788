/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The scores of trainees on one case, or of readers on several: a CSV of
   trainee, scale and score, or of a row per trainee with a column per scale. */
#ifndef METHOD_COURSE_SCORES_H
#define METHOD_COURSE_SCORES_H

#include "rules/rules.h"

struct course_score {
    int trainee, scale; /* indexes */
    int which;          /* index of the case; 0 where the table names none */
    int score;          /* thousandths */
    struct pos at;
    int next; /* of the same trainee, in the order of the file; -1: none */
};

struct course_scores {
    struct text *trainees; /* in the order they first stand in the file */
    int ntrainees;
    int *first;         /* of each trainee, the first score; -1: none */
    struct text *cases; /* the same of the cases that it names */
    int ncases;
    struct course_score *v;
    int n;
};

/* Reads the table: its first row names the columns (trainee, scale, score;
   cursist, schaal, score), or trainee and scales by id or title, in any order
   and case.  `nvt` and `na` stand for a scale that could not be scored; in a
   row per trainee an empty cell for one that was not.  Where the separator is
   no comma, one may be the decimal sign.  Every score is checked as in an
   interview, and a trainee scores a scale of a case once.  Where `of_cases`, a
   column may name the case (case, dossier).  False when an error was
   reported: S1xx the table, S2xx its values. */
bool course_scores_parse(struct arena *a, struct diag *d,
    const struct source *src, const struct rules *rules, bool of_cases,
    struct course_scores *out);

#endif

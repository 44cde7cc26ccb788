/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Questions of the rules, and what was said to them. */
#ifndef INTERVIEW_TOLD_H
#define INTERVIEW_TOLD_H

#include "interview/interview.h"

/* An interview against its rules. */
struct match {
    struct arena *a, *scratch; /* for messages; until the end of the check */
    struct diag *d;
    struct interview *iv;
    const struct rules *rules;
};

/* "v04" */
const char *told_id(struct arena *a, int number);

/* Whether the rules have a question (0: none is named); else an error. */
bool told_question(const struct match *m, int number, struct pos at);

/* What was said to a question under a key of its own: the words themselves,
   or the moment behind one.  NULL where nothing was. */
const char *told_beside(const struct match *m, const struct question *q);

/* The questions of the rules that must be answered or skipped and were neither:
   their numbers into `out`, which has room for all.  Returns how many. */
int told_silent(
    struct arena *a, struct interview *iv, const struct rules *rules, int *out);

/* Whether an answer to it stands there that could not be read: it is not
   missing, and what is quoted from it cannot be looked up. */
bool told_unread(const struct match *m, int number);

#endif

/* What the two halves of interview_match share: ids and scores in
   interview_match.c, quotes in interview_evidence.c. */
#ifndef INTERVIEW_MATCH_H
#define INTERVIEW_MATCH_H

#include "interview/interview.h"

struct match {
    struct arena *a, *scratch; /* for messages; until the end of the check */
    struct diag *d;
    struct interview *iv;
    const struct rules *rules;
};

/* "v04" */
const char *match_question_id(struct arena *a, int number);

/* Whether the rules have a question (0: none is named); else an error. */
bool match_question(const struct match *m, int number, struct pos at);

/* What was said to a question under a key of its own: the words themselves,
   or the moment behind one.  NULL where nothing was. */
const char *match_told(const struct match *m, const struct question *q);

/* Looks up every quote. */
void match_quotes(const struct match *m);

#endif

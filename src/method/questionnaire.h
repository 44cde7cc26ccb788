/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Questionnaires: sums and means of answers, as the rules' subscales say.  Of
   a questionnaire the numbers are added up; the interview's scores never are.
 */
#ifndef METHOD_QUESTIONNAIRE_H
#define METHOD_QUESTIONNAIRE_H

#include "interview/interview.h"

enum subscale_state {
    SUBSCALE_MISSING, /* more items are missing than may be */
    SUBSCALE_ENTERED, /* the interview gives the number itself */
    SUBSCALE_COMPUTED /* from the answers */
};

struct subscale_score {
    int subscale; /* in the rules */
    enum subscale_state state;
    int value;    /* thousandths; valid unless missing */
    int answered; /* items with an answer */
    int band;     /* in the subscale's bands, -1: none or missing */
};

/* One subscale of a filled questionnaire.  A number that is entered goes
   before answers.  Answers to reversed items are turned over; the mean is that
   of the answered items, and a sum is the mean times all items, both half up
   to thousandths. */
struct subscale_score questionnaire_subscale(
    const struct rules *r, const struct filled *f, int subscale);

/* All subscales of a filled questionnaire, in the rules' order; how many. */
int questionnaire_scores(struct arena *a, const struct rules *r,
    const struct filled *f, struct subscale_score **out);

/* The reference of a subscale, or NULL; a further one behind `after`. */
const struct reference *questionnaire_reference(
    const struct rules *r, int subscale, const struct reference *after);

/* Words of machine-readable output, by enum subscale_state. */
extern const char *const subscale_state_name[];

#endif

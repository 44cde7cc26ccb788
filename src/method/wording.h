/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Wording: texts about a person should not judge, ask openly and be easy to
   read.  Only warnings, each at its place and with a way out; what was said in
   the interview is never looked at. */
#ifndef METHOD_WORDING_H
#define METHOD_WORDING_H

#include "interview/interview.h"
#include "layout/layout.h"

/* W101 a word to avoid ([wording] of the rules), W102 a question that yes or no
   answers, W103 a leading question, W104 a sentence longer than
   words_per_sentence, W105 a number in a text for the teacher. */

/* The interview's own texts: strengths, what stands out, prompts, meanings,
   moments, reasons, plan. */
void wording_interview(struct arena *a, struct diag *d,
    const struct interview *iv, const struct rules *rules);

/* The texts that a report prints, in each language of the rules. */
void wording_rules(struct arena *a, struct diag *d, const struct rules *rules);

/* The texts of a layout's own blocks, by the words of `rules`. */
void wording_layout(struct arena *a, struct diag *d,
    const struct layout *layout, const struct rules *rules);

#endif

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The folder method: what an interview means by the rules, and how that prints
   as plain text, CSV and JSON.

   Scores: what readers entered, settled as the rules say.  Scores are never
   added up. */
#ifndef METHOD_SCORE_H
#define METHOD_SCORE_H

#include "interview/interview.h"

enum score_state {
    SCORE_NONE,      /* every reader left it out or called it n/a */
    SCORE_UNSETTLED, /* scored, but no way of settling applies, or readers
                        differ and did not agree */
    SCORE_SETTLED
};

/* What one reading says of a scale; `from` is NULL where it says nothing. */
struct reader_score {
    const struct scored *from;
};

struct scale_score {
    int scale;
    enum score_state state;
    int value; /* settled: thousandths */
    enum settle how;
    int band;      /* index in the scale's bands, -1 unless settled */
    int nscored;   /* readers with a number */
    int low, high; /* lowest and highest reader; valid if nscored > 0 */
    bool differs;  /* high - low >= differ_from */
    struct reader_score *readers; /* one per reading, in file order */
};

struct scores {
    const struct rules *rules;
    const struct interview *interview;
    struct scale_score *v; /* one per scale, in the rules' order */
    int n, nreaders;
};

/* What `v` says of a scale; NULL: nothing. */
const struct scored *scored_find(const struct scored *v, int n, int scale);

/* Settles every scale: the first way of `settle` that applies.  Median of an
   even number is the mean of the middle two; both round to thousandths, half
   up.  Where readers differ, only what they agreed on settles: their middle is
   what none of them may have heard. */
struct scores *score_interview(struct arena *a, const struct rules *rules,
    const struct interview *interview);

/* Where a settled score comes from, as its readers may be told. */
enum score_basis {
    BASIS_TOGETHER, /* readers agreed on it, or gave the same number */
    BASIS_ONE,      /* one reader scored */
    BASIS_MIDDLE,   /* the middle one of an odd number of readers */
    BASIS_HALFWAY,  /* halfway between the middle two */
    BASIS_MEAN,
    BASIS_FIRST,
    BASIS_COUNT
};
enum score_basis score_basis(const struct scale_score *v);

/* Words of dumps and machine-readable output, by enum score_state and enum
   settle. */
extern const char *const score_state_name[];
extern const char *const score_settle_name[];

/* Id of the band that a settled scale lies in. */
const char *score_band_id(const struct scores *s, int scale);

void scores_dump(const struct scores *s, struct buf *out);

#endif

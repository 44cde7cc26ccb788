/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* How far readers agree, per scale, over several interviews.  The only part of
   the program that computes in floating point: what it makes is printed to
   two or three decimals and settles no score. */
#ifndef METHOD_AGREE_H
#define METHOD_AGREE_H

#include "format/csv_put.h"
#include "method/score.h"

#include <limits.h>

enum {
    AGREE_MISSING = INT_MIN,
    AGREE_CELLS_MAX = 1000000 /* cases times readers */
};

enum agree_statistic {
    AGREE_EXACT,      /* share of pairs of scores that are equal */
    AGREE_WITHIN_ONE, /* share that differ by one point at most */
    AGREE_KAPPA,      /* weighted, quadratic; mean over pairs of readers */
    AGREE_ALPHA_ORDINAL,
    AGREE_ALPHA_INTERVAL,
    AGREE_ICC_1_1, /* Shrout & Fleiss: model, 1 = a single reader */
    AGREE_ICC_2_1,
    AGREE_ICC_3_1,
    AGREE_ICC_1_K, /* k = the mean of all readers */
    AGREE_ICC_2_K,
    AGREE_ICC_3_K,
    AGREE_STATISTICS
};

/* Why a figure would mean nothing. */
enum agree_refusal {
    AGREE_GIVEN,
    AGREE_ONE_READER,   /* no case was scored by two readers */
    AGREE_ONE_CASE,     /* fewer than two cases to compare */
    AGREE_NO_VARIANCE,  /* all scores, or all cases, are alike */
    AGREE_FEW_COMPLETE, /* ICC: fewer than two cases that every reader scored */
    AGREE_TOO_LOW       /* ICC(2,k): ICC(2,1) is below -1/(k-1) */
};

struct agree_figure {
    enum agree_refusal refusal; /* else the rest is not valid */
    double value;
    bool has_limits; /* ICC: 95% confidence limits; none where error is 0 */
    double low, high;
    int n; /* over how many pairs of scores (shares), pairs of readers (kappa),
              scores (alpha), complete cases (ICC) */
};

/* Scores of one scale: v[row * nreaders + column], in thousandths or
   AGREE_MISSING; a row is a case. */
struct agree_matrix {
    int *v;
    int ncases, nreaders;
};

struct agree_scale {
    struct agree_matrix m; /* cases with a score, readers who gave any */
    int *cases, *readers;  /* which they are, of the agreement's */
    struct agree_figure v[AGREE_STATISTICS];
};

struct agreement {
    const struct rules *rules;
    const char **cases, **readers; /* as named in the interviews */
    int ncases, nreaders;
    struct agree_scale *v; /* one per scale, in the rules' order */
    /* All scales with the range that most have, one under the other: a row is
       one scale of one case.  nall: how many scales; fewer than two, or more
       rows than AGREE_CELLS_MAX allows: 0, and no `all`. */
    struct agree_scale all;
    int nall, all_min, all_max;
};

/* Agreement over scores by the same rules.  Interviews with the same case id
   are one case, readings with the same `by` one reader; of two scores of one
   reader for one case the first counts.  `n` > 0.  NULL where cases times
   readers are more than AGREE_CELLS_MAX. */
struct agreement *agree_scores(
    struct arena *a, const struct scores *const *scores, int n);

/* Whether reading `i` of one and `k` of the other are by the same reader; those
   without a name are told apart by their number. */
bool agree_same_reader(
    const struct interview *one, int i, const struct interview *two, int k);

/* A copy of scores that holds what agree_scores looks at and points to nothing
   of the interview. */
struct scores *agree_keep(struct arena *a, const struct scores *scores);

/* All figures of one matrix. */
void agree_compute(
    struct arena *a, const struct agree_matrix *m, struct agree_figure *out);

/* The six ICCs at their places in `out`, over the rows that are complete. */
void agree_icc(const struct agree_matrix *m, struct agree_figure *out);

/* The value that F with `d1` and `d2` degrees of freedom (> 0, not always
   whole) stays below with probability `p`, 0 < p < 1. */
double agree_f_quantile(double p, double d1, double d2);

/* A figure as printed: "0,82", "-0.04". */
const char *agree_two_decimals(struct arena *a, double v, enum lang lang);

/* Output: a table per scale; a line per scale and statistic (CSV, RFC 4180
   with LF); one JSON object. */
void agree_text(const struct agreement *g, enum lang lang, struct buf *out);
void agree_csv(const struct agreement *g, struct csv_put *out);
void agree_json(const struct agreement *g, struct buf *out);

#endif

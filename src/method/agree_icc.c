/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Intraclass correlations with 95% confidence limits, from the mean squares of
   a two-way analysis of variance without replication.

   Shrout & Fleiss (1979), Intraclass correlations, Psychological Bulletin 86,
   420-428; McGraw & Wong (1996), Forming inferences about some intraclass
   correlation coefficients, Psychological Methods 1, 30-46. */
#include "method/agree.h"

/* Mean squares in points, and what they came from. */
struct squares {
    double n, k;    /* complete cases, readers */
    double between; /* cases */
    double within;  /* within cases */
    double readers;
    double error; /* what neither case nor reader accounts for */
};

static const double TAIL = 0.975;    /* two-sided 95% */
static const double NOTHING = 1e-12; /* a mean square of rounding only */

static bool
row_complete(const struct agree_matrix *m, int row)
{
    for (int i = 0; i < m->nreaders; i++)
        if (m->v[row * m->nreaders + i] == AGREE_MISSING)
            return false;
    return true;
}

static double
row_mean(const struct agree_matrix *m, int row)
{
    double sum = 0;

    for (int i = 0; i < m->nreaders; i++)
        sum += m->v[row * m->nreaders + i] / 1000.0;
    return sum / m->nreaders;
}

/* Mean of a reader over the complete rows. */
static double
column_mean(const struct agree_matrix *m, int column, double n)
{
    double sum = 0;

    for (int r = 0; r < m->ncases; r++)
        if (row_complete(m, r))
            sum += m->v[r * m->nreaders + column] / 1000.0;
    return sum / n;
}

/* Residuals are squared one by one: sums of raw squares would lose the
   difference between no error and a little. */
static struct squares
squares_compute(const struct agree_matrix *m)
{
    struct squares s = {.k = m->nreaders};
    double grand = 0;

    for (int r = 0; r < m->ncases; r++)
        if (row_complete(m, r)) {
            s.n++;
            grand += row_mean(m, r);
        }
    if (s.n < 2 || s.k < 2)
        return s;
    grand /= s.n;
    for (int r = 0; r < m->ncases; r++) {
        double d = row_mean(m, r) - grand;

        if (row_complete(m, r))
            s.between += s.k * d * d;
    }
    for (int c = 0; c < m->nreaders; c++) {
        double by = column_mean(m, c, s.n) - grand;

        s.readers += s.n * by * by;
        for (int r = 0; r < m->ncases; r++) {
            double d = m->v[r * m->nreaders + c] / 1000.0 - row_mean(m, r);

            if (!row_complete(m, r))
                continue;
            s.within += d * d;
            s.error += (d - by) * (d - by);
        }
    }
    s.between /= s.n - 1;
    s.within /= s.n * (s.k - 1);
    s.readers /= s.k - 1;
    s.error /= (s.n - 1) * (s.k - 1);
    return s;
}

/* The ICC of the mean of k readers from that of one (Spearman-Brown). */
static double
stepped_up(double single, double k)
{
    return k * single / (1 + (k - 1) * single);
}

/* Not so below -1/(k-1), where a mean of readers would vary less than
   nothing. */
static bool
can_step_up(double single, double k)
{
    return 1 + (k - 1) * single > 1e-9;
}

static void
figure_set(struct agree_figure *f, const struct squares *s, double value)
{
    *f = (struct agree_figure){.value = value, .n = (int)s->n};
}

static void
limits_set(struct agree_figure *f, double low, double high)
{
    f->has_limits = true;
    f->low = low;
    f->high = high;
}

/* Models 1 and 3 differ only in what counts as error. */
static void
icc_simple(const struct squares *s, double error, double df,
    struct agree_figure *single, struct agree_figure *mean)
{
    double f = s->between / error, low, high;

    figure_set(
        single, s, (s->between - error) / (s->between + (s->k - 1) * error));
    figure_set(mean, s, (s->between - error) / s->between);
    if (error < NOTHING)
        return;
    low = f / agree_f_quantile(TAIL, s->n - 1, df);
    high = f * agree_f_quantile(TAIL, df, s->n - 1);
    limits_set(
        single, (low - 1) / (low + s->k - 1), (high - 1) / (high + s->k - 1));
    limits_set(mean, 1 - 1 / low, 1 - 1 / high);
}

/* Limits of ICC(2,1): F with approximated degrees of freedom (Shrout & Fleiss
   1979, p. 424).  Where the cases differ less than the scores of one case, the
   approximation may miss the figure itself: then there are none. */
static void
icc_random_limits(const struct squares *s, double rho,
    struct agree_figure *single, struct agree_figure *mean)
{
    double n = s->n, k = s->k;
    double a = k * rho / (n * (1 - rho)) * s->readers;
    double b = (1 + k * rho * (n - 1) / (n * (1 - rho))) * s->error;
    double df =
        (a + b) * (a + b) / (a * a / (k - 1) + b * b / ((n - 1) * (k - 1)));
    double rest = k * s->readers + (k * n - k - n) * s->error;
    double down, up, low, high;

    /* a + b is `between`, which is not 0 */
    down = agree_f_quantile(TAIL, n - 1, df);
    up = agree_f_quantile(TAIL, df, n - 1);
    low = n * (s->between - down * s->error) / (down * rest + n * s->between);
    high = n * (up * s->between - s->error) / (rest + n * up * s->between);
    if (low > rho || high < rho)
        return;
    limits_set(single, low, high);
    if (can_step_up(low, k))
        limits_set(mean, stepped_up(low, k), stepped_up(high, k));
}

static void
icc_random(const struct squares *s, struct agree_figure *single,
    struct agree_figure *mean)
{
    double rho =
        (s->between - s->error) / (s->between + (s->k - 1) * s->error +
                                      s->k * (s->readers - s->error) / s->n);

    figure_set(single, s, rho);
    if (can_step_up(rho, s->k))
        figure_set(mean, s, stepped_up(rho, s->k));
    else
        *mean = (struct agree_figure){.refusal = AGREE_TOO_LOW};
    if (s->within >= NOTHING)
        icc_random_limits(s, rho, single, mean);
}

static void
icc_refuse(struct agree_figure *out, enum agree_refusal why)
{
    for (int i = AGREE_ICC_1_1; i <= AGREE_ICC_3_K; i++)
        out[i] = (struct agree_figure){.refusal = why};
}

void
agree_icc(const struct agree_matrix *m, struct agree_figure *out)
{
    struct squares s = squares_compute(m);

    if (s.k < 2) {
        icc_refuse(out, AGREE_ONE_READER);
    } else if (s.n < 2) {
        icc_refuse(out, AGREE_FEW_COMPLETE);
    } else if (s.between < NOTHING) {
        icc_refuse(out, AGREE_NO_VARIANCE);
    } else {
        icc_simple(&s, s.within, s.n * (s.k - 1), &out[AGREE_ICC_1_1],
            &out[AGREE_ICC_1_K]);
        icc_random(&s, &out[AGREE_ICC_2_1], &out[AGREE_ICC_2_K]);
        icc_simple(&s, s.error, (s.n - 1) * (s.k - 1), &out[AGREE_ICC_3_1],
            &out[AGREE_ICC_3_K]);
    }
}

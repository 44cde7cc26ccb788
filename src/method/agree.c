/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The matrix of cases and readers, shares, weighted kappa and Krippendorff's
   alpha.

   Cohen (1968), Weighted kappa, Psychological Bulletin 70, 213-220.
   Krippendorff (2011), Computing Krippendorff's Alpha-Reliability. */
#include "method/agree.h"

#include "base/text_index.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

static const char *
reader_name(struct arena *a, const struct interview *iv, int i)
{
    const char *by = iv->readings[i].by.s;

    return by == NULL ? arena_printf(a, "%d", i + 1) : by;
}

bool
agree_same_reader(
    const struct interview *one, int i, const struct interview *two, int k)
{
    const char *a = one->readings[i].by.s, *b = two->readings[k].by.s;

    return a == NULL || b == NULL ? a == b && i == k : strcmp(a, b) == 0;
}

static const char *
case_name(struct arena *a, const struct scores *s, int i)
{
    const char *id = s->interview->case_id.s;

    return id == NULL ? arena_printf(a, "%d", i + 1) : id;
}

/* The places of `n` that are used, and how many. */
static int
used_places(struct arena *a, const bool *used, int n, int **out)
{
    int m = 0;

    *out = NEW(a, int, n);
    for (int i = 0; i < n; i++)
        if (used[i])
            (*out)[m++] = i;
    return m;
}

/* Drops cases and readers without any score of this scale. */
static void
scale_compact(struct arena *a, struct agree_scale *s)
{
    struct agree_matrix *m = &s->m;
    bool *row = NEW(a, bool, m->ncases), *column = NEW(a, bool, m->nreaders);
    int n = 0;

    for (int i = 0; i < m->ncases * m->nreaders; i++)
        if (m->v[i] != AGREE_MISSING)
            row[i / m->nreaders] = column[i % m->nreaders] = true;
    for (int i = 0; i < m->ncases * m->nreaders; i++)
        if (row[i / m->nreaders] && column[i % m->nreaders])
            m->v[n++] = m->v[i];
    m->ncases = used_places(a, row, m->ncases, &s->cases);
    m->nreaders = used_places(a, column, m->nreaders, &s->readers);
}

static void
matrix_fill(struct agree_matrix *m, int scale,
    const struct scores *const *scores, int n, const int *rows,
    const int *const *columns)
{
    for (int i = 0; i < m->ncases * m->nreaders; i++)
        m->v[i] = AGREE_MISSING;
    for (int i = 0; i < n; i++)
        for (int k = 0; k < scores[i]->nreaders; k++) {
            const struct scored *from = scores[i]->v[scale].readers[k].from;
            int *cell = &m->v[rows[i] * m->nreaders + columns[i][k]];

            if (from != NULL && !from->na && *cell == AGREE_MISSING)
                *cell = from->score;
        }
}

static bool
same_range(const struct scale *a, const struct scale *b)
{
    return a->min == b->min && a->max == b->max;
}

/* The first scale whose range most scales have; `*n` is how many. */
static const struct scale *
most_common(const struct rules *r, int *n)
{
    const struct scale *best = NULL;

    *n = 0;
    for (int i = 0; i < r->nscales; i++) {
        int same = 0;

        for (int k = 0; k < r->nscales; k++)
            same += same_range(&r->scales[i], &r->scales[k]);
        if (same > *n) {
            *n = same;
            best = &r->scales[i];
        }
    }
    return best;
}

/* Puts the rows of a scale under the `row` rows that are there, each reader
   in the column of all. */
static int
stack_rows(struct agree_matrix *all, int row, const struct agree_scale *s)
{
    for (int i = 0; i < s->m.ncases; i++, row++) {
        int *to = all->v + (size_t)row * (size_t)all->nreaders;

        for (int k = 0; k < all->nreaders; k++)
            to[k] = AGREE_MISSING;
        for (int k = 0; k < s->m.nreaders; k++)
            to[s->readers[k]] = s->m.v[i * s->m.nreaders + k];
    }
    return row;
}

static void
stack_scales(struct arena *a, struct agreement *g)
{
    const struct rules *r = g->rules;
    const struct scale *like = most_common(r, &g->nall);
    int rows = 0, row = 0;

    for (int i = 0; i < r->nscales; i++)
        if (same_range(&r->scales[i], like))
            rows += g->v[i].m.ncases;
    if (g->nall < 2 || g->nreaders == 0 ||
        rows > AGREE_CELLS_MAX / g->nreaders) {
        g->nall = 0;
        return;
    }
    g->all_min = like->min;
    g->all_max = like->max;
    g->all.m = (struct agree_matrix){
        .v = NEW(a, int, rows * g->nreaders), .nreaders = g->nreaders};
    for (int i = 0; i < r->nscales; i++)
        if (same_range(&r->scales[i], like))
            row = stack_rows(&g->all.m, row, &g->v[i]);
    g->all.m.ncases = row;
    agree_compute(a, &g->all.m, g->all.v);
}

struct agreement *
agree_scores(struct arena *a, const struct scores *const *scores, int n)
{
    struct agreement *g = NEW(a, struct agreement, 1);
    struct text_index cases = {0}, readers = {0};
    int *rows = NEW(a, int, n), **columns = NEW(a, int *, n);

    assert(n > 0);
    for (int i = 0; i < n; i++) {
        rows[i] = text_index_add(a, &cases, case_name(a, scores[i], i));
        columns[i] = NEW(a, int, scores[i]->nreaders);
        for (int k = 0; k < scores[i]->nreaders; k++)
            columns[i][k] = text_index_add(
                a, &readers, reader_name(a, scores[i]->interview, k));
    }
    if (readers.n > 0 && cases.n > AGREE_CELLS_MAX / readers.n)
        return NULL;
    g->rules = scores[0]->rules;
    g->cases = cases.v;
    g->readers = readers.v;
    g->nreaders = readers.n;
    g->ncases = cases.n;
    g->v = NEW(a, struct agree_scale, g->rules->nscales);
    for (int i = 0; i < g->rules->nscales; i++) {
        struct agree_matrix *m = &g->v[i].m;

        m->ncases = cases.n;
        m->nreaders = readers.n;
        m->v = NEW(a, int, cases.n *readers.n);
        matrix_fill(m, i, scores, n, rows, (const int *const *)columns);
        scale_compact(a, &g->v[i]);
        agree_compute(a, m, g->v[i].v);
    }
    stack_scales(a, g);
    return g;
}

static const char *
keep_text(struct arena *a, const char *s)
{
    return s == NULL ? NULL : arena_strndup(a, s, strlen(s));
}

struct scores *
agree_keep(struct arena *a, const struct scores *from)
{
    struct scores *s = NEW(a, struct scores, 1);
    struct interview *iv = NEW(a, struct interview, 1);

    iv->case_id.s = keep_text(a, from->interview->case_id.s);
    iv->invented = from->interview->invented;
    iv->nreadings = from->nreaders;
    iv->readings = NEW(a, struct reading, from->nreaders);
    for (int i = 0; i < from->nreaders; i++)
        iv->readings[i].by.s = keep_text(a, from->interview->readings[i].by.s);
    *s = (struct scores){.rules = from->rules,
        .interview = iv,
        .v = NEW(a, struct scale_score, from->n),
        .n = from->n,
        .nreaders = from->nreaders};
    for (int i = 0; i < from->n; i++) {
        s->v[i].readers = NEW(a, struct reader_score, from->nreaders);
        for (int k = 0; k < from->nreaders; k++) {
            const struct scored *one = from->v[i].readers[k].from;
            struct scored *kept;

            if (one == NULL)
                continue;
            kept = NEW(a, struct scored, 1);
            kept->na = one->na;
            kept->score = one->score;
            s->v[i].readers[k].from = kept;
        }
    }
    return s;
}

static struct agree_figure
refused(enum agree_refusal why)
{
    return (struct agree_figure){.refusal = why};
}

static struct agree_figure
given(double value, int n)
{
    return (struct agree_figure){.value = value, .n = n};
}

/* Pairs of scores within a case that differ by `apart` thousandths at most, as
   a share of all such pairs. */
static struct agree_figure
pair_share(const struct agree_matrix *m, int apart)
{
    int n = 0, near = 0;

    for (int r = 0; r < m->ncases; r++) {
        const int *v = &m->v[r * m->nreaders];

        for (int i = 0; i < m->nreaders; i++)
            for (int k = i + 1; k < m->nreaders; k++) {
                if (v[i] == AGREE_MISSING || v[k] == AGREE_MISSING)
                    continue;
                n++;
                near += abs(v[i] - v[k]) <= apart;
            }
    }
    if (n == 0)
        return refused(AGREE_ONE_READER);
    return given((double)near / n, n);
}

/* Weighted kappa of two readers.  With quadratic weights it needs no table:
   1 - mean((x-y)^2) / mean of (x-y)^2 over all pairs of an x and a y. */
static struct agree_figure
kappa_pair(const struct agree_matrix *m, int i, int k)
{
    double sx = 0, sy = 0, sxx = 0, syy = 0, apart = 0, chance;
    int n = 0;

    for (int r = 0; r < m->ncases; r++) {
        const int *v = &m->v[r * m->nreaders];
        double x = v[i] / 1000.0, y = v[k] / 1000.0;

        if (v[i] == AGREE_MISSING || v[k] == AGREE_MISSING)
            continue;
        n++;
        sx += x, sxx += x * x;
        sy += y, syy += y * y;
        apart += (x - y) * (x - y);
    }
    if (n == 0)
        return refused(AGREE_ONE_READER);
    if (n == 1)
        return refused(AGREE_ONE_CASE);
    chance = (sxx + syy) / n - 2 * (sx / n) * (sy / n);
    if (chance < 1e-12)
        return refused(AGREE_NO_VARIANCE);
    return given(1 - apart / n / chance, 1);
}

/* The mean over the pairs of readers that have one. */
static struct agree_figure
kappa_mean(const struct agree_matrix *m)
{
    struct agree_figure last = refused(AGREE_ONE_READER);
    double sum = 0;
    int n = 0;

    for (int i = 0; i < m->nreaders; i++)
        for (int k = i + 1; k < m->nreaders; k++) {
            struct agree_figure f = kappa_pair(m, i, k);

            if (f.refusal == AGREE_GIVEN) {
                sum += f.value;
                n++;
            } else if (f.refusal > last.refusal) {
                last = f; /* the nearest to a figure says most */
            }
        }
    return n > 0 ? given(sum / n, n) : last;
}

/* Sum of squared differences over ordered pairs of different members, of
   numbers with this count, sum and sum of squares. */
static double
pair_squares(double n, double sum, double squares)
{
    return 2 * (n * squares - sum * sum);
}

/* Alpha of numbers `x` that stand where `m` has scores: 1 - observed/expected
   disagreement, over cases with two scores or more. */
static struct agree_figure
alpha_of(const struct agree_matrix *m, const double *x)
{
    double all = 0, sum = 0, squares = 0, observed = 0, expected;
    int units = 0;

    for (int r = 0; r < m->ncases; r++) {
        double n = 0, s = 0, ss = 0;

        for (int i = r * m->nreaders; i < (r + 1) * m->nreaders; i++)
            if (m->v[i] != AGREE_MISSING)
                n++, s += x[i], ss += x[i] * x[i];
        if (n < 2)
            continue;
        units++;
        all += n, sum += s, squares += ss;
        observed += pair_squares(n, s, ss) / (n - 1);
    }
    if (units < 2)
        return refused(units == 0 ? AGREE_ONE_READER : AGREE_ONE_CASE);
    expected = pair_squares(all, sum, squares) / (all - 1);
    if (expected < 1e-9)
        return refused(AGREE_NO_VARIANCE);
    return given(1 - observed / expected, (int)all);
}

static struct agree_figure
alpha_interval(struct arena *a, const struct agree_matrix *m)
{
    int cells = m->ncases * m->nreaders;
    double *x = NEW(a, double, cells);

    for (int i = 0; i < cells; i++)
        x[i] = m->v[i] / 1000.0;
    return alpha_of(m, x);
}

static int
compare_int(const void *a, const void *b)
{
    int x = *(const int *)a, y = *(const int *)b;

    return (x > y) - (x < y);
}

/* Scores of cases with two or more, sorted: those that alpha counts. */
static int
pairable_sorted(const struct agree_matrix *m, int *out)
{
    int n = 0;

    for (int r = 0; r < m->ncases; r++) {
        int first = n;

        for (int i = r * m->nreaders; i < (r + 1) * m->nreaders; i++)
            if (m->v[i] != AGREE_MISSING)
                out[n++] = m->v[i];
        if (n - first == 1)
            n = first;
    }
    if (n > 1)
        qsort(out, (size_t)n, sizeof *out, compare_int);
    return n;
}

/* How many of `v` (sorted) are below `limit`. */
static int
count_below(const int *v, int n, int limit)
{
    int low = 0;

    while (low < n) {
        int mid = low + (n - low) / 2;

        if (v[mid] < limit)
            low = mid + 1;
        else
            n = mid;
    }
    return low;
}

/* Krippendorff's ordinal difference, all scores between two less half of
   either, is the difference of their middle ranks: so ordinal alpha is
   interval alpha of the ranks. */
static struct agree_figure
alpha_ordinal(struct arena *a, const struct agree_matrix *m)
{
    int cells = m->ncases * m->nreaders;
    int *sorted = NEW(a, int, cells), n = pairable_sorted(m, sorted);
    double *x = NEW(a, double, cells);

    for (int i = 0; i < cells; i++)
        if (m->v[i] != AGREE_MISSING)
            x[i] = (count_below(sorted, n, m->v[i]) +
                       count_below(sorted, n, m->v[i] + 1)) /
                   2.0;
    return alpha_of(m, x);
}

void
agree_compute(
    struct arena *a, const struct agree_matrix *m, struct agree_figure *out)
{
    out[AGREE_EXACT] = pair_share(m, 0);
    out[AGREE_WITHIN_ONE] = pair_share(m, 1000);
    out[AGREE_KAPPA] = kappa_mean(m);
    out[AGREE_ALPHA_ORDINAL] = alpha_ordinal(a, m);
    out[AGREE_ALPHA_INTERVAL] = alpha_interval(a, m);
    agree_icc(m, out);
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Reader agreement against published worked examples. */
#include "method/agree.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

enum { M = AGREE_MISSING };

/* Scores in points, row by row, to a matrix in thousandths. */
static struct agree_matrix
matrix_make(struct arena *a, const int *points, int ncases, int nreaders)
{
    struct agree_matrix m = {NULL, ncases, nreaders};

    m.v = NEW(a, int, ncases *nreaders);
    for (int i = 0; i < ncases * nreaders; i++)
        m.v[i] = points[i] == M ? M : points[i] * 1000;
    return m;
}

static void
near(double value, double want, double within)
{
    if (!(fabs(value - want) <= within))
        fail_msg("%f is not %f", value, want);
}

/* Shrout & Fleiss (1979), table 2, and the ICCs of their table 4. */
static const int shrout_fleiss[] = {9, 2, 5, 8, /**/ 6, 1, 3, 2, /**/ 8, 4, 6,
    8, /**/
    7, 1, 2, 6, /**/ 10, 5, 6, 9, /**/ 6, 2, 4, 7};

struct icc_want {
    enum agree_statistic which;
    double value, low, high;
};

/* Limits: R package psych, ICC(), on the same table. */
static const struct icc_want shrout_fleiss_icc[] = {
    {AGREE_ICC_1_1, .17, -.13, .72},
    {AGREE_ICC_2_1, .29, .02, .76},
    {AGREE_ICC_3_1, .71, .34, .95},
    {AGREE_ICC_1_K, .44, -.88, .91},
    {AGREE_ICC_2_K, .62, .07, .93},
    {AGREE_ICC_3_K, .91, .68, .99},
};

static void
icc_of_shrout_and_fleiss(void **state)
{
    struct arena *a = arena_new();
    struct agree_matrix m = matrix_make(a, shrout_fleiss, 6, 4);
    struct agree_figure v[AGREE_STATISTICS];

    (void)state;
    agree_compute(a, &m, v);
    for (size_t i = 0; i < 6; i++) {
        const struct icc_want *w = &shrout_fleiss_icc[i];

        assert_int_equal(v[w->which].refusal, AGREE_GIVEN);
        assert_int_equal(v[w->which].n, 6);
        assert_true(v[w->which].has_limits);
        near(v[w->which].value, w->value, .0051);
        near(v[w->which].low, w->low, .0051);
        near(v[w->which].high, w->high, .0051);
    }
    arena_free(a);
}

/* Cases that differ less than the scores of one: no limits where the
   approximation misses the figure, no mean where it would vary less than
   nothing. */
static void
icc_of_discord(void **state)
{
    static const int missed[] = {5, 5, 7, 2}, low[] = {2, 5, 5, 3};
    struct arena *a = arena_new();
    struct agree_matrix m = matrix_make(a, missed, 2, 2);
    struct agree_figure v[AGREE_STATISTICS];

    (void)state;
    agree_compute(a, &m, v);
    near(v[AGREE_ICC_2_1].value, -.923, .0005);
    assert_false(v[AGREE_ICC_2_1].has_limits);
    assert_false(v[AGREE_ICC_2_K].has_limits);
    assert_int_equal(v[AGREE_ICC_2_K].refusal, AGREE_GIVEN);
    near(v[AGREE_ICC_2_K].value, -24, .01);
    m = matrix_make(a, low, 2, 2);
    agree_compute(a, &m, v);
    near(v[AGREE_ICC_2_1].value, -12, .0005);
    assert_true(v[AGREE_ICC_2_1].has_limits);
    assert_int_equal(v[AGREE_ICC_2_K].refusal, AGREE_TOO_LOW);
    arena_free(a);
}

/* A case that one reader left out takes no part. */
static void
icc_over_complete_cases(void **state)
{
    struct arena *a = arena_new();
    int v[7 * 4];
    struct agree_figure f[AGREE_STATISTICS];
    struct agree_matrix m;

    (void)state;
    memcpy(v, (const int[]){9, M, 9, 9}, 4 * sizeof *v);
    memcpy(v + 4, shrout_fleiss, sizeof shrout_fleiss);
    m = matrix_make(a, v, 7, 4);
    agree_compute(a, &m, f);
    assert_int_equal(f[AGREE_ICC_2_1].n, 6);
    near(f[AGREE_ICC_2_1].value, .29, .0051);
    arena_free(a);
}

/* R package irr, data set anxiety: kappa2(anxiety[, 1:2], "squared") gives
   0.297; icc(anxiety, "twoway", "agreement") 0.198, -0.039 to 0.494. */
static const int anxiety[] = {3, 3, 2, 3, 6, 1, 3, 4, 4, 4, 6, 4, 5, 2, 3, 5, 4,
    2, 2, 2, 1, 3, 4, 6, 5, 3, 1, 2, 3, 1, 2, 2, 1, 6, 3, 2, 1, 3, 3, 5, 3, 3,
    2, 2, 1, 2, 2, 1, 1, 1, 3, 2, 3, 3, 4, 3, 2, 3, 4, 2};

static void
kappa_and_icc_of_anxiety(void **state)
{
    struct arena *a = arena_new();
    struct agree_matrix m = matrix_make(a, anxiety, 20, 3);
    struct agree_matrix two = {NEW(a, int, 40), 20, 2};
    struct agree_figure v[AGREE_STATISTICS];

    (void)state;
    agree_compute(a, &m, v);
    near(v[AGREE_ICC_2_1].value, .198, .0005);
    near(v[AGREE_ICC_2_1].low, -.039, .0005);
    near(v[AGREE_ICC_2_1].high, .494, .0005);
    assert_int_equal(v[AGREE_KAPPA].n, 3);
    for (int i = 0; i < 40; i++)
        two.v[i] = m.v[i / 2 * 3 + i % 2];
    agree_compute(a, &two, v);
    near(v[AGREE_KAPPA].value, .297, .0005);
    assert_int_equal(v[AGREE_KAPPA].n, 1);
    arena_free(a);
}

/* Krippendorff (2011), section E: four observers, twelve units, of which one
   cannot be paired. */
static const int krippendorff[] = {1, 1, M, 1, /**/ 2, 2, 3, 2, /**/ 3, 3, 3, 3,
    /**/ 3, 3, 3, 3,                                               /**/
    2, 2, 2, 2, /**/ 1, 2, 3, 4, /**/ 4, 4, 4, 4, /**/ 1, 1, 2, 1, /**/
    2, 2, 2, 2, /**/ M, 5, 5, 5, /**/ M, M, 1, 1, /**/ M, 3, M, M};

static void
alpha_of_krippendorff(void **state)
{
    struct arena *a = arena_new();
    struct agree_matrix m = matrix_make(a, krippendorff, 12, 4);
    struct agree_figure v[AGREE_STATISTICS];

    (void)state;
    agree_compute(a, &m, v);
    near(v[AGREE_ALPHA_ORDINAL].value, .815, .0005);
    near(v[AGREE_ALPHA_INTERVAL].value, .849, .0005);
    assert_int_equal(v[AGREE_ALPHA_INTERVAL].n, 40);
    arena_free(a);
}

static void
shares_of_pairs(void **state)
{
    static const int v[] = {3, 3, 4, /**/ 2, M, 4, /**/ 5, M, M};
    struct arena *a = arena_new();
    struct agree_matrix m = matrix_make(a, v, 3, 3);
    struct agree_figure f[AGREE_STATISTICS];

    (void)state;
    agree_compute(a, &m, f);
    assert_int_equal(f[AGREE_EXACT].n, 4);
    near(f[AGREE_EXACT].value, .25, 1e-12);
    near(f[AGREE_WITHIN_ONE].value, .75, 1e-12);
    arena_free(a);
}

struct refusal_case {
    int ncases, nreaders, v[6];
    enum agree_refusal share, kappa, alpha, icc;
};

static const struct refusal_case refusal_cases[] = {
    {3, 1, {1, 2, 3}, AGREE_ONE_READER, AGREE_ONE_READER, AGREE_ONE_READER,
        AGREE_ONE_READER},
    {1, 2, {1, 2}, AGREE_GIVEN, AGREE_ONE_CASE, AGREE_ONE_CASE,
        AGREE_FEW_COMPLETE},
    {2, 2, {4, 4, 4, 4}, AGREE_GIVEN, AGREE_NO_VARIANCE, AGREE_NO_VARIANCE,
        AGREE_NO_VARIANCE},
    {2, 2, {4, M, M, 4}, AGREE_ONE_READER, AGREE_ONE_READER, AGREE_ONE_READER,
        AGREE_FEW_COMPLETE},
    {2, 2, {3, 4, 3, 4}, AGREE_GIVEN, AGREE_GIVEN, AGREE_GIVEN,
        AGREE_NO_VARIANCE},
    {0, 0, {0}, AGREE_ONE_READER, AGREE_ONE_READER, AGREE_ONE_READER,
        AGREE_ONE_READER},
};

static void
refuses_what_means_nothing(void **state)
{
    struct arena *a = arena_new();

    (void)state;
    for (size_t i = 0; i < sizeof refusal_cases / sizeof *refusal_cases; i++) {
        const struct refusal_case *c = &refusal_cases[i];
        struct agree_matrix m = matrix_make(a, c->v, c->ncases, c->nreaders);
        struct agree_figure f[AGREE_STATISTICS];

        agree_compute(a, &m, f);
        assert_int_equal(f[AGREE_EXACT].refusal, c->share);
        assert_int_equal(f[AGREE_KAPPA].refusal, c->kappa);
        assert_int_equal(f[AGREE_ALPHA_ORDINAL].refusal, c->alpha);
        assert_int_equal(f[AGREE_ALPHA_INTERVAL].refusal, c->alpha);
        assert_int_equal(f[AGREE_ICC_1_1].refusal, c->icc);
        assert_int_equal(f[AGREE_ICC_3_K].refusal, c->icc);
    }
    arena_free(a);
}

/* Without error F is infinite: the value stands, without limits. */
static void
perfect_agreement_has_no_limits(void **state)
{
    static const int v[] = {1, 1, 4, 4, 7, 7};
    struct arena *a = arena_new();
    struct agree_matrix m = matrix_make(a, v, 3, 2);
    struct agree_figure f[AGREE_STATISTICS];

    (void)state;
    agree_compute(a, &m, f);
    for (int i = 0; i < AGREE_STATISTICS; i++) {
        assert_int_equal(f[i].refusal, AGREE_GIVEN);
        near(f[i].value, 1, 1e-12);
        assert_false(f[i].has_limits);
    }
    arena_free(a);
}

/* Against printed tables of F (upper 2.5% and 5%). */
static void
quantiles_of_f(void **state)
{
    static const double f[][4] = {
        {.975, 1, 1, 647.789},
        {.975, 5, 15, 3.5764},
        {.975, 15, 5, 6.4277},
        {.975, 120, 120, 1.4327},
        {.95, 1, 10, 4.9646},
        {.95, 10, 1, 241.882},
        {.5, 7, 7, 1},
    };

    (void)state;
    for (size_t i = 0; i < sizeof f / sizeof *f; i++)
        near(agree_f_quantile(f[i][0], f[i][1], f[i][2]), f[i][3],
            f[i][3] * 1e-4);
    near(
        agree_f_quantile(.975, 3000, 2000) * agree_f_quantile(.025, 2000, 3000),
        1, 1e-9);
}

static struct scale scales[] = {{.is.id = "base"}, {.is.id = "anger"}};

/* Interviews of which a reader's scores of scale 0 are given; two files of
   one case come together. */
static void
gathers_cases_and_readers(void **state)
{
    static const struct {
        const char *id, *by[2];
        int v[2];
    } file[] = {
        {"A", {"coach", "L2"}, {3, 4}},
        {"B", {"L2", "coach"}, {5, 6}},
        {"C", {"coach", NULL}, {2, M}},
        {"C", {"L2", "coach"}, {2, 7}},
    };
    struct arena *a = arena_new();
    struct rules r = {.scales = scales, .nscales = 2};
    const struct scores *all[4];
    struct agreement *g;
    struct buf text = buf_new(a), csv = buf_new(a), json = buf_new(a);
    struct csv_put cells = csv_put_new(&csv, CSV_COMMA);
    static const int want[] = {3000, 4000, 6000, 5000, 2000, 2000};

    (void)state;
    for (int i = 0; i < 4; i++) {
        struct interview *iv = NEW(a, struct interview, 1);

        iv->case_id.s = file[i].id;
        iv->nreadings = file[i].by[1] == NULL ? 1 : 2;
        iv->readings = NEW(a, struct reading, 2);
        for (int k = 0; k < iv->nreadings; k++) {
            struct scored *s = NEW(a, struct scored, 1);

            s->score = file[i].v[k] * 1000;
            iv->readings[k] = (struct reading){
                .by.s = file[i].by[k], .scores = s, .nscores = 1};
        }
        all[i] = agree_keep(a, score_interview(a, &r, iv));
        memset(iv->readings, 0, sizeof *iv->readings);
        iv->case_id.s = NULL;
    }
    g = agree_scores(a, all, 4);
    assert_string_equal(g->cases[2], "C");
    assert_int_equal(g->v[0].cases[1], 1);
    assert_int_equal(g->v[0].readers[1], 1);
    assert_int_equal(g->ncases, 3);
    assert_int_equal(g->nreaders, 2);
    assert_int_equal(g->v[0].m.ncases, 3);
    assert_memory_equal(g->v[0].m.v, want, sizeof want);
    assert_int_equal(g->v[1].m.ncases, 0);

    agree_text(g, LANG_NL, &text);
    assert_non_null(strstr(text.p, "3 dossiers, twee lezers: coach, L2\n"));
    assert_non_null(
        strstr(text.p, "  hooguit een punt verschil        1,00  3 paren\n"));
    assert_non_null(strstr(text.p, "anger: 0 dossiers, geen lezers\n"
                                   "  geen dossier met twee lezers\n"));
    agree_csv(g, &cells);
    assert_non_null(strstr(csv.p, "base,3,2,exact,0.333,,,3,\n"));
    assert_non_null(strstr(csv.p, "anger,0,0,alpha_ordinal,,,,,one_reader\n"));
    agree_json(g, &json);
    assert_non_null(strstr(json.p,
        "{\"cases\":3,\"readers\":[\"coach\",\"L2\"],\"scales\":["
        "{\"id\":\"base\",\"cases\":3,\"readers\":2,"
        "\"exact\":{\"value\":0.333,\"over\":3},"));
    assert_non_null(strstr(
        json.p, "\"icc_3_k\":{\"value\":null,\"refused\":\"one_reader\"}}]"));
    arena_free(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(icc_of_shrout_and_fleiss),
        cmocka_unit_test(icc_of_discord),
        cmocka_unit_test(icc_over_complete_cases),
        cmocka_unit_test(kappa_and_icc_of_anxiety),
        cmocka_unit_test(alpha_of_krippendorff),
        cmocka_unit_test(shares_of_pairs),
        cmocka_unit_test(refuses_what_means_nothing),
        cmocka_unit_test(perfect_agreement_has_no_limits),
        cmocka_unit_test(quantiles_of_f),
        cmocka_unit_test(gathers_cases_and_readers),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

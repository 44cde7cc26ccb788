/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Where a value and the edges of bands stand on a track, and a teacher's own
   mark. */
#include "report/chart.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>

static struct scale scales[] = {
    {.is.id = "secure_base", .min = 1, .max = 7},
    {.is.id = "anger", .min = 1, .max = 7},
};
static struct bands bands = {.n = 3,
    .v = {{.id = "low", .from = 1000}, {.id = "mid", .from = 3000},
        {.id = "high", .from = 6000}}};
static const struct rules rules = {
    .scales = scales, .nscales = 2, .bands = &bands, .nbands = 1};

#define W MM(91)

/* The band that a value is drawn in: its middle lies between the edges. */
static int
band_drawn(const struct track *t, int value)
{
    for (int i = 0; i < bands.n; i++) {
        mpt left, right;

        chart_band(t, &bands, i, &left, &right);
        if (left < chart_x(t, value) && chart_x(t, value) < right)
            return i;
    }
    return -1;
}

static void
edges_lie_between_whole_points(void **state)
{
    struct track t = chart_track(&rules, 0, W, MM(8));

    (void)state;
    for (int v = 1; v <= 7; v++)
        assert_int_equal(
            band_drawn(&t, v * 1000), rules_band(&rules, 0, v * 1000));
}

/* A value between whole points lies in the band that its word names, as near
   to the next as the mean of twenty readers comes, and so do its neighbours on
   other scales. */
static void
a_settled_score_lies_in_its_band(void **state)
{
    static const int values[] = {2500, 2667, 2950, 5500, 5950, 3500};

    (void)state;
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        struct scale_score v[] = {{.state = SCORE_SETTLED, .value = values[i]},
            {.scale = 1, .state = SCORE_UNSETTLED, .value = 2999}};
        struct scores s = {.rules = &rules, .v = v, .n = 2};
        struct track t = chart_track(&rules, 1, W, MM(8));

        chart_track_scores(&t, &s, 1);
        assert_int_equal(
            band_drawn(&t, values[i]), rules_band(&rules, 0, values[i]));
        for (int k = 1; k <= 7; k++)
            assert_int_equal(
                band_drawn(&t, k * 1000), rules_band(&rules, 0, k * 1000));
    }
}

/* The half that an even number of readers comes to has room for its mark. */
static void
a_half_has_room(void **state)
{
    struct scale_score v[] = {
        {.state = SCORE_SETTLED, .value = 2500}, {.scale = 1}};
    struct scores s = {.rules = &rules, .v = v, .n = 2};
    struct track t = chart_track(&rules, 0, W, MM(8));
    mpt left, right;

    (void)state;
    chart_track_scores(&t, &s, 0);
    chart_band(&t, &bands, 0, &left, &right);
    assert_true(chart_x(&t, 2500) + MM(2.4) < right);
    chart_band(&t, &bands, 1, &left, &right);
    assert_true(chart_x(&t, 3000) - MM(2.4) > left);
}

static const struct group group = {.mark = MARKING_CIRCLE, .color = GROUP_BLUE};
static const struct track track = {
    .w = MM(70), .h = MM(8), .min = 1, .max = 7, .step = 1000};

/* The shapes of a teacher's mark at `own`, beside that of the readers. */
static struct block *
drawn(struct arena *a, enum score_state state, int value, int own)
{
    struct block *fig = block_figure(a, NULL, 0, NULL);
    struct scale_score score = {.state = state, .value = value};

    chart_own(a, fig, &track, &group, &score, own);
    return fig;
}

static void
own_mark_is_an_outline(void **state)
{
    struct arena *a = arena_new();
    struct block *fig = drawn(a, SCORE_SETTLED, 3000, 5000);
    const struct shape *v = fig->as.figure.v;

    (void)state;
    assert_int_equal(fig->as.figure.n, 2); /* white ground, outline */
    assert_int_equal(v[1].x, chart_x(&track, 5000));
    assert_int_equal(v[1].y, chart_middle(&track));
    assert_int_equal(v[1].fill, COLOR_WHITE);
    assert_int_equal(v[1].stroke, COLOR_BLUE);
    arena_free(a);
}

static void
own_mark_where_the_readers_are(void **state)
{
    struct arena *a = arena_new();
    struct block *fig = drawn(a, SCORE_SETTLED, 5000, 5000);
    const struct shape *v = fig->as.figure.v;

    (void)state;
    assert_int_equal(fig->as.figure.n, 3); /* and their mark, within it */
    assert_int_equal(v[2].x, v[1].x);
    assert_int_equal(v[2].y, v[1].y);
    assert_int_equal(v[2].fill, COLOR_BLUE);
    assert_true(v[2].w < v[1].w - v[1].weight);
    arena_free(a);
}

static void
own_mark_without_a_score(void **state)
{
    struct arena *a = arena_new();

    (void)state;
    assert_int_equal(drawn(a, SCORE_NONE, 5000, 5000)->as.figure.n, 2);
    assert_int_equal(drawn(a, SCORE_UNSETTLED, 5000, 5000)->as.figure.n, 2);
    arena_free(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(edges_lie_between_whole_points),
        cmocka_unit_test(a_settled_score_lies_in_its_band),
        cmocka_unit_test(a_half_has_room),
        cmocka_unit_test(own_mark_is_an_outline),
        cmocka_unit_test(own_mark_where_the_readers_are),
        cmocka_unit_test(own_mark_without_a_score),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

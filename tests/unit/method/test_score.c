/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Settling, bands, spread and what `score` prints. */
#include "method/score_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

static struct band band_v[] = {
    {.id = "low", .from = 1000},
    {.id = "mid", .from = 3000},
    {.id = "high", .from = 6000},
};
static struct group groups[] = {{.is.id = "practice"}};
static struct scale scales[] = {
    {.is.id = "secure_base", .min = 1, .max = 7, .show = {true, true}},
    {.is.id = "anger", .min = 1, .max = 7, .show = {true, true}},
};

static struct rules
rules_make(struct arena *a)
{
    struct rules r = {
        .id = {.s = "test"},
        .groups = groups,
        .ngroups = 1,
        .scales = scales,
        .nscales = 2,
        .settle = {SETTLE_AGREED, SETTLE_MEDIAN},
        .nsettle = 2,
        .differ_from = 2000,
        .nbands = 1,
    };

    r.bands = NEW(a, struct bands, 1);
    r.bands->is.id = "heard";
    r.bands->n = 3;
    memcpy(r.bands->v, band_v, sizeof band_v);
    return r;
}

enum { ABSENT = -1, NA = -2 };

/* An interview whose readers give scale 0 the scores of `v`. */
static struct interview
interview_make(struct arena *a, const int *v, int n)
{
    struct interview iv = {.case_id = {.s = "T-1"}, .nreadings = n};

    iv.readings = NEW(a, struct reading, n);
    for (int i = 0; i < n; i++) {
        iv.readings[i].by.s = arena_printf(a, "L%d", i + 1);
        if (v[i] == ABSENT)
            continue;
        iv.readings[i].nscores = 1;
        iv.readings[i].scores = NEW(a, struct scored, 1);
        iv.readings[i].scores->na = v[i] == NA;
        iv.readings[i].scores->score = v[i];
    }
    return iv;
}

struct settle_case {
    enum settle how;
    int n, v[5];
    enum score_state state;
    int value, band;
    bool differs;
};

static const struct settle_case settle_cases[] = {
    {SETTLE_MEDIAN, 1, {3000}, SCORE_SETTLED, 3000, 1, false},
    {SETTLE_MEDIAN, 2, {3000, 4000}, SCORE_SETTLED, 3500, 1, false},
    {SETTLE_MEDIAN, 2, {5000, 7000}, SCORE_UNSETTLED, 0, -1, true},
    {SETTLE_MEDIAN, 3, {7000, 1000, 2000}, SCORE_UNSETTLED, 0, -1, true},
    {SETTLE_MEDIAN, 3, {3000, 2001, 2000}, SCORE_SETTLED, 2001, 0, false},
    {SETTLE_MEDIAN, 4, {1000, 2900, 2001, 2002}, SCORE_SETTLED, 2002, 0, false},
    {SETTLE_MEDIAN, 3, {NA, 6000, ABSENT}, SCORE_SETTLED, 6000, 2, false},
    {SETTLE_MEAN, 3, {1000, 1000, 2000}, SCORE_SETTLED, 1333, 0, false},
    {SETTLE_MEAN, 3, {1000, 2000, 2000}, SCORE_SETTLED, 1667, 0, false},
    {SETTLE_MEAN, 2, {-1000, -2001}, SCORE_SETTLED, -1500, 0, false},
    {SETTLE_FIRST, 3, {ABSENT, 5000, 2000}, SCORE_UNSETTLED, 0, -1, true},
    {SETTLE_FIRST, 3, {ABSENT, 5000, 4000}, SCORE_SETTLED, 5000, 1, false},
    {SETTLE_NONE, 2, {5000, 5000}, SCORE_UNSETTLED, 0, -1, false},
    {SETTLE_AGREED, 1, {5000}, SCORE_UNSETTLED, 0, -1, false},
    {SETTLE_MEDIAN, 2, {NA, ABSENT}, SCORE_NONE, 0, -1, false},
    {SETTLE_MEDIAN, 0, {0}, SCORE_NONE, 0, -1, false},
};

static void
settles_by_each_way(void **state)
{
    struct arena *a = arena_new();

    (void)state;
    for (size_t i = 0; i < sizeof settle_cases / sizeof *settle_cases; i++) {
        const struct settle_case *c = &settle_cases[i];
        struct rules r = rules_make(a);
        struct interview iv = interview_make(a, c->v, c->n);
        const struct scale_score *v;

        r.settle[0] = c->how;
        r.nsettle = 1;
        v = score_interview(a, &r, &iv)->v;
        assert_int_equal(v->state, c->state);
        assert_int_equal(v->value, c->value);
        assert_int_equal(v->band, c->band);
        assert_int_equal(v->differs, c->differs);
    }
    arena_free(a);
}

static void
agreed_goes_before_median(void **state)
{
    static const int v[] = {3000, 5000};
    struct arena *a = arena_new();
    struct rules r = rules_make(a);
    struct interview iv = interview_make(a, v, 2);
    struct scored agreed = {.scale_index = 0, .score = 5000};
    struct scores *s;

    (void)state;
    iv.agreed = &agreed;
    iv.nagreed = 1;
    s = score_interview(a, &r, &iv);
    assert_int_equal(s->v[0].value, 5000);
    assert_int_equal(s->v[0].how, SETTLE_AGREED);
    assert_int_equal(s->v[0].low, 3000);
    assert_int_equal(s->v[0].high, 5000);
    assert_int_equal(s->v[0].nscored, 2);
    assert_int_equal(s->v[1].state, SCORE_NONE);
    arena_free(a);
}

static void
says_where_it_comes_from(void **state)
{
    static const struct {
        enum settle how;
        int n, v[4];
        enum score_basis basis;
    } cases[] = {
        {SETTLE_MEDIAN, 1, {3000}, BASIS_ONE},
        {SETTLE_MEDIAN, 3, {3000, NA, ABSENT}, BASIS_ONE},
        {SETTLE_MEDIAN, 3, {3000, 3000, 3000}, BASIS_TOGETHER},
        {SETTLE_MEDIAN, 3, {3000, 3000, 4000}, BASIS_MIDDLE},
        {SETTLE_MEDIAN, 2, {3000, 4000}, BASIS_HALFWAY},
        {SETTLE_MEAN, 2, {3000, 4000}, BASIS_HALFWAY},
        {SETTLE_MEAN, 3, {3000, 4000, 4000}, BASIS_MEAN},
        {SETTLE_FIRST, 2, {3000, 4000}, BASIS_FIRST},
    };
    struct arena *a = arena_new();

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct rules r = rules_make(a);
        struct interview iv = interview_make(a, cases[i].v, cases[i].n);

        r.settle[0] = cases[i].how;
        r.nsettle = 1;
        assert_int_equal(
            score_basis(score_interview(a, &r, &iv)->v), cases[i].basis);
    }
    arena_free(a);
}

static void
dumps_what_it_settled(void **state)
{
    static const int v[] = {3000, NA, 4000, ABSENT};
    struct arena *a = arena_new();
    struct rules r = rules_make(a);
    struct interview iv = interview_make(a, v, 4);
    struct buf out = buf_new(a);

    (void)state;
    scores_dump(score_interview(a, &r, &iv), &out);
    assert_string_equal(out.p,
        "scores T-1 readers=4\n"
        "  secure_base settled 3.5 mid by=median spread=3..4"
        " L1=3 L2=na L3=4 L4=-\n"
        "  anger none L1=- L2=- L3=- L4=-\n");
    arena_free(a);
}

static void
prints_text_csv_and_json(void **state)
{
    static const int v[] = {3000, 6000, NA};
    struct arena *a = arena_new();
    struct diag *d = diag_new(a, NULL);
    struct rules r = rules_make(a);
    struct interview iv = interview_make(a, v, 3);
    struct scores *s = score_interview(a, &r, &iv);
    struct profile *p = profile_scores(a, d, s, LANG_NL);
    struct buf text = buf_new(a), csv = buf_new(a), json = buf_new(a);
    struct csv_put cells = csv_put_new(&csv, CSV_COMMA);

    (void)state;
    score_text(s, p, LANG_NL, &text);
    assert_string_equal(text.p,
        "T-1, drie lezers\n"
        "               score  band              bepaald door  lezers\n"
        "practice\n"
        "  secure_base  -      niet vastgesteld                3    6    nvt"
        "  (verschil)\n"
        "  anger        -      niet gescoord                   -    -    -\n"
        "patronen: geen\n"
        "uitgelicht: geen\n"
        "bewijs, aanzetten\n"
        "  secure_base  0 gevonden\n");
    score_csv_head(&cells);
    score_csv(s, p, &cells);
    assert_string_equal(csv.p,
        "case,group,scale,state,score,band,settled_by,readers_scored,"
        "lowest,highest,differs,readers,"
        "evidence_found,evidence_not_found,prompts,references\n"
        "T-1,practice,secure_base,unsettled,,,,2,3,6,yes,3 6 na,"
        "0,0,,\n"
        "T-1,practice,anger,none,,,,0,,,no,none none none,0,0,,\n");
    score_json(s, p, &json);
    assert_string_equal(json.p,
        "{\"case\":\"T-1\",\"rules\":\"test\",\"scales\":["
        "{\"id\":\"secure_base\",\"group\":\"practice\","
        "\"state\":\"unsettled\",\"lowest\":3,\"highest\":6,"
        "\"differs\":true,\"readers\":[{\"by\":\"L1\",\"score\":3,\"evidence\":"
        "[]},"
        "{\"by\":\"L2\",\"score\":6,\"evidence\":[]},{\"by\":\"L3\",\"score\":"
        "\"na\",\"evidence\":[]}],\"prompts\":[],\"references\":[]},"
        "{\"id\":\"anger\",\"group\":\"practice\",\"state\":\"none\","
        "\"differs\":false,\"readers\":[{\"by\":\"L1\",\"score\":null,"
        "\"evidence\":[]},"
        "{\"by\":\"L2\",\"score\":null,\"evidence\":[]},{\"by\":\"L3\","
        "\"score\":null,\"evidence\":[]}],\"prompts\":[],\"references\":[]}"
        "],\"patterns\":[],\"focus\":[]}\n");
    arena_free(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(settles_by_each_way),
        cmocka_unit_test(says_where_it_comes_from),
        cmocka_unit_test(agreed_goes_before_median),
        cmocka_unit_test(dumps_what_it_settled),
        cmocka_unit_test(prints_text_csv_and_json),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Sums, means, missing answers and bands of questionnaires. */
#include "method/questionnaire.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>

static int numbers[] = {1, 2, 3};
static bool reversed[] = {false, false, true};
static struct questionnaire questionnaires[] = {
    {.is.id = "own", .min = 1, .max = 5, .items = 3}};
static struct bands bands[] = {
    {.n = 2, .v = {{.id = "low", .from = 1000}, {.id = "high", .from = 2500}}}};

enum { MEAN, SUM, STRICT };

static struct subscale subscales[] = {
    [MEAN] = {.is.id = "mean",
        .items = numbers,
        .reversed = reversed,
        .nitems = 3,
        .mean = true,
        .missing_at_most = 1,
        .bands = 0},
    [SUM] = {.is.id = "sum",
        .items = numbers,
        .reversed = reversed,
        .nitems = 3,
        .missing_at_most = 2,
        .bands = -1},
    [STRICT] = {.is.id = "strict",
        .items = numbers,
        .reversed = reversed,
        .nitems = 3,
        .bands = -1},
};
static const struct rules rules = {.questionnaires = questionnaires,
    .nquestionnaires = 1,
    .subscales = subscales,
    .nsubscales = 3,
    .bands = bands,
    .nbands = 1};

static struct item
answer(const char *name, int value)
{
    return (struct item){.name.s = name, .value = value * 1000};
}

static void
test_reversed_and_mean(void **state)
{
    struct item items[] = {answer("1", 5), answer("2", 4), answer("3", 2)};
    const struct filled f = {.items = items, .nitems = 3};
    struct subscale_score v = questionnaire_subscale(&rules, &f, MEAN);

    (void)state;
    assert_int_equal(v.state, SUBSCALE_COMPUTED);
    assert_int_equal(v.value, 4333); /* 5 + 4 + (6 - 2) = 13 */
    assert_int_equal(v.answered, 3);
    assert_int_equal(v.band, 1);
    v = questionnaire_subscale(&rules, &f, SUM);
    assert_int_equal(v.value, 13000);
    assert_int_equal(v.band, -1);
}

static void
test_half_up(void **state)
{
    struct item items[] = {answer("1", 1), answer("3", 5)};
    struct item two[] = {answer("1", 2), answer("2", 2), answer("3", 5)};
    struct filled f = {.items = items, .nitems = 2};

    (void)state;
    assert_int_equal(questionnaire_subscale(&rules, &f, MEAN).value, 1000);
    assert_int_equal(questionnaire_subscale(&rules, &f, MEAN).band, 0);
    f = (struct filled){.items = two, .nitems = 3};
    assert_int_equal(questionnaire_subscale(&rules, &f, MEAN).value, 1667);
}

static void
test_prorated(void **state)
{
    struct item items[] = {answer("1", 5), answer("2", 4)};
    struct filled f = {.items = items, .nitems = 2};

    (void)state;
    assert_int_equal(questionnaire_subscale(&rules, &f, SUM).value, 13500);
    f.nitems = 1;
    assert_int_equal(questionnaire_subscale(&rules, &f, SUM).value, 15000);
    f.nitems = 0;
    assert_int_equal(
        questionnaire_subscale(&rules, &f, SUM).state, SUBSCALE_MISSING);
}

static void
test_missing(void **state)
{
    struct item items[] = {answer("1", 5), answer("2", 4)};
    struct filled f = {.items = items, .nitems = 2};
    struct subscale_score v = questionnaire_subscale(&rules, &f, STRICT);

    (void)state;
    assert_int_equal(v.state, SUBSCALE_MISSING);
    assert_int_equal(v.answered, 2);
    assert_int_equal(v.band, -1);
    assert_int_equal(
        questionnaire_subscale(&rules, &f, MEAN).state, SUBSCALE_COMPUTED);
    f.nitems = 1;
    assert_int_equal(
        questionnaire_subscale(&rules, &f, MEAN).state, SUBSCALE_MISSING);
}

static void
test_entered(void **state)
{
    struct item items[] = {answer("1", 5), answer("2", 4), answer("3", 2)};
    struct item scores[] = {{.name.s = "mean", .value = 2500}};
    const struct filled f = {
        .items = items, .nitems = 3, .scores = scores, .nscores = 1};
    struct subscale_score v = questionnaire_subscale(&rules, &f, MEAN);

    (void)state;
    assert_int_equal(v.state, SUBSCALE_ENTERED);
    assert_int_equal(v.value, 2500);
    assert_int_equal(v.band, 1);
}

static void
test_ranges(void **state)
{
    int min, max;

    (void)state;
    rules_subscale_range(&rules, &subscales[MEAN], &min, &max);
    assert_int_equal(min, 1000);
    assert_int_equal(max, 5000);
    rules_subscale_range(&rules, &subscales[SUM], &min, &max);
    assert_int_equal(min, 3000);
    assert_int_equal(max, 15000);
}

static void
test_references(void **state)
{
    struct reference v[] = {{.scale = 0, .subscale = -1},
        {.scale = -1, .subscale = SUM}, {.scale = -1, .subscale = MEAN},
        {.scale = -1, .subscale = SUM}};
    struct rules r = rules;
    const struct reference *found;

    (void)state;
    r.references = v;
    r.nreferences = 4;
    found = questionnaire_reference(&r, SUM, NULL);
    assert_ptr_equal(found, &v[1]);
    found = questionnaire_reference(&r, SUM, found);
    assert_ptr_equal(found, &v[3]);
    assert_null(questionnaire_reference(&r, SUM, found));
    assert_null(questionnaire_reference(&r, STRICT, NULL));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reversed_and_mean),
        cmocka_unit_test(test_half_up),
        cmocka_unit_test(test_prorated),
        cmocka_unit_test(test_missing),
        cmocka_unit_test(test_entered),
        cmocka_unit_test(test_ranges),
        cmocka_unit_test(test_references),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

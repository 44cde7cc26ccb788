/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Until when a file is kept. */
#include "method/retention.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>

static void
assert_until(struct retention r, struct date from, int year, int month, int day)
{
    struct date until = retention_until(&r, from);

    assert_int_equal(until.year, year);
    assert_int_equal(until.month, month);
    assert_int_equal(until.day, day);
}

static void
test_same_day(void **state)
{
    (void)state;
    assert_until((struct retention){.years = 2}, (struct date){2026, 1, 27},
        2028, 1, 27);
    assert_until((struct retention){.years = 0}, (struct date){2026, 12, 31},
        2026, 12, 31);
}

static void
test_leap_day(void **state)
{
    const struct date leap = {2024, 2, 29};

    (void)state;
    assert_until((struct retention){.years = 1}, leap, 2025, 2, 28);
    assert_until((struct retention){.years = 4}, leap, 2028, 2, 29);
    assert_until((struct retention){.years = 76}, leap, 2100, 2, 28);
    assert_until((struct retention){.years = 20, .until_year_end = true}, leap,
        2044, 12, 31);
    assert_until((struct retention){.years = 100}, (struct date){2000, 2, 29},
        2100, 2, 28);
}

static void
test_year_end(void **state)
{
    (void)state;
    assert_until((struct retention){.years = 20, .until_year_end = true},
        (struct date){2026, 1, 27}, 2046, 12, 31);
}

static void
test_unknown(void **state)
{
    (void)state;
    assert_int_equal(
        retention_until(&(struct retention){.years = 2}, (struct date){0}).year,
        0);
}

static void
test_kept(void **state)
{
    struct retention regimes[] = {
        {.years = 1}, {.years = 1, .from_interview = true}};
    const struct rules rules = {.retentions = regimes, .nretentions = 2};
    struct interview iv = {.keep_index = -1,
        .date = {2026, 3, 2},
        .relation_ended = {2026, 6, 30}};

    (void)state;
    assert_null(retention_kept(&rules, &iv).regime);
    iv.keep_regime.s = "school";
    iv.keep_index = 0;
    assert_int_equal(retention_kept(&rules, &iv).until.month, 6);
    iv.keep_index = 1;
    assert_int_equal(retention_kept(&rules, &iv).until.month, 3);
    iv.keep_index = 0;
    iv.relation_ended.year = 0;
    assert_ptr_equal(retention_kept(&rules, &iv).regime, &regimes[0]);
    assert_int_equal(retention_kept(&rules, &iv).until.year, 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_same_day),
        cmocka_unit_test(test_leap_day),
        cmocka_unit_test(test_year_end),
        cmocka_unit_test(test_unknown),
        cmocka_unit_test(test_kept),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

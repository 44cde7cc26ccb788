/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "base/text_index.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static const char *
numbered(struct arena *a, int i)
{
    return i == 0 ? "" : arena_printf(a, "C%d", i * 7919 % 5003);
}

static void
test_numbers(void **state)
{
    enum { MANY = 5000 };
    struct arena *a = arena_new();
    struct text_index index = {0};

    (void)state;
    for (int i = 0; i < MANY; i++)
        assert_int_equal(text_index_add(a, &index, numbered(a, i)), i);
    for (int i = MANY - 1; i >= 0; i--)
        assert_int_equal(text_index_add(a, &index, numbered(a, i)), i);
    assert_int_equal(index.n, MANY);
    assert_string_equal(index.v[0], "");
    assert_string_equal(index.v[1], numbered(a, 1));
    assert_int_equal(text_index_add(a, &index, "c1"), MANY);
    arena_free(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_numbers)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}

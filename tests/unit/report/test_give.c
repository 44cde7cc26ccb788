/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What blocks can give. */
#include "report/give.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>

/* No distance goes below what stays in any case, and small ones stay whole. */
static void
test_bounds(void **state)
{
    (void)state;
    for (mpt before = 0; before < MM(20); before += MM(0.3)) {
        struct arena *a = arena_new();
        struct block *root = block_add(a, NULL, BLOCK_GROUP);
        struct block *sect = block_add(a, root, BLOCK_GROUP), *v[4];

        block_add(a, sect, BLOCK_GROUP);
        v[0] = block_rule(a, sect, PT(0.5), COLOR_RULE);
        v[1] = block_text(a, sect, ROLE_H2, STYLE_HEADING, "h");
        v[2] = block_text(a, sect, ROLE_P, STYLE_BODY, "p");
        v[3] = block_add(a, sect, BLOCK_COLUMNS);
        for (int i = 0; i < 4; i++)
            v[i]->before = v[i]->after = before;
        give_blocks(root);
        for (int i = 0; i < 4; i++) {
            assert_true(v[i]->tight >= 0 && v[i]->tight <= before * 6 / 10);
            assert_true(v[i]->tight == 0 || before - v[i]->tight >= MM(0.6));
            assert_true(v[i]->tight > 0 || before <= MM(2.1));
            assert_true(v[i]->tight_after <= before / 2);
        }
        arena_free(a);
    }
}

/* What stands beside something keeps its height; what is drawn to measure and
   what a section set itself stay as they are. */
static void
test_what_stays(void **state)
{
    struct arena *a = arena_new();
    struct block *root = block_add(a, NULL, BLOCK_GROUP);
    struct block *sect = block_add(a, root, BLOCK_GROUP);
    struct block *row = block_add(a, sect, BLOCK_COLUMNS), *v[5];
    struct block *left = block_add(a, row, BLOCK_GROUP);
    struct block *fixed = block_add(a, sect, BLOCK_GROUP);

    (void)state;
    v[0] = left;
    v[1] = block_text(a, left, ROLE_P, STYLE_BODY, "beside");
    v[2] = block_text(a, left, ROLE_P, STYLE_BODY, "below");
    fixed->rigid = true;
    v[3] = block_text(a, fixed, ROLE_P, STYLE_BODY, "to measure");
    v[4] = block_text(a, sect, ROLE_P, STYLE_BODY, "set");
    for (int i = 0; i < 5; i++)
        v[i]->before = MM(10);
    v[4]->tight = MM(1);
    give_blocks(root);
    assert_int_equal(v[0]->tight, 0);
    assert_int_equal(v[1]->tight, 0);
    assert_true(v[2]->tight > 0);
    assert_int_equal(v[3]->tight, 0);
    assert_int_equal(v[4]->tight, MM(1));
    arena_free(a);
}

/* Writing lines stay wide enough for a hand, and at least one is left. */
static void
test_lines(void **state)
{
    (void)state;
    for (int n = 0; n < 6; n++)
        for (mpt pitch = MM(4); pitch < MM(12); pitch += MM(0.5)) {
            struct arena *a = arena_new();
            struct block *root = block_add(a, NULL, BLOCK_GROUP);
            struct block *b = block_lines(a, root, n, pitch, "room");
            mpt least;

            give_blocks(root);
            least = pitch - b->as.lines.tight;
            assert_true(least >= MM(7.8) || least == pitch);
            assert_true(b->as.lines.least >= (n > 0 ? 1 : 0));
            assert_true(b->as.lines.least >= n - 1);
            arena_free(a);
        }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bounds),
        cmocka_unit_test(test_what_stays),
        cmocka_unit_test(test_lines),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

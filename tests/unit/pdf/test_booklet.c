/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The order of pages on the sheets of a booklet. */
#include "pdf/booklet.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>

/* Sheets are laid on one another and folded: then pages follow one another. */
static void
test_folded(void **state)
{
    (void)state;
    for (int n = 1; n <= 41; n++) {
        struct booklet b = booklet_of(n, MM(210), MM(297));
        int sheets = b.sides / 2, next = 0;

        assert_int_equal(sheets, (n + 3) / 4);
        /* The right half of each sheet, front and back, from the outer one. */
        for (int s = 0; s < sheets; s++) {
            int front[2], back[2];

            booklet_side(&b, n, 2 * s, front);
            booklet_side(&b, n, 2 * s + 1, back);
            assert_int_equal(front[1], next < n ? next : BOOKLET_BLANK);
            next++;
            assert_int_equal(back[0], next < n ? next : BOOKLET_BLANK);
            next++;
        }
        /* Then the left half, from the inner one. */
        for (int s = sheets - 1; s >= 0; s--) {
            int front[2], back[2];

            booklet_side(&b, n, 2 * s + 1, back);
            booklet_side(&b, n, 2 * s, front);
            assert_int_equal(back[1], next < n ? next : BOOKLET_BLANK);
            next++;
            assert_int_equal(front[0], next < n ? next : BOOKLET_BLANK);
            next++;
        }
        assert_int_equal(next, 4 * sheets);
    }
}

/* A page lies in its half, and no page is made larger. */
static void
test_place(void **state)
{
    static const struct {
        mpt w, h, side_w, side_h;
        bool as_is;
    } cases[] = {
        {MM(210), MM(297), MM(297), MM(210), false},
        {MM(148), MM(210), MM(297), MM(210), true},
        {PT(612), PT(792), PT(792), PT(612), false},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct booklet b = booklet_of(8, cases[i].w, cases[i].h);

        assert_int_equal(b.w, cases[i].side_w);
        assert_int_equal(b.h, cases[i].side_h);
        assert_int_equal(b.ppm == 1000000, cases[i].as_is);
        for (int half = 0; half < 2; half++) {
            mpt x, y, w = (mpt)((long long)cases[i].w * b.ppm / 1000000);
            mpt h = (mpt)((long long)cases[i].h * b.ppm / 1000000);

            booklet_place(&b, half, &x, &y);
            assert_in_range(
                x, half * (b.w / 2), half * (b.w / 2) + b.w / 2 - w);
            assert_in_range(y, 0, b.h - h);
        }
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_folded),
        cmocka_unit_test(test_place),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

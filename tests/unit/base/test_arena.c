/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What grows in an arena: where it lies if nothing came behind it, elsewhere
   with all it held if something did. */
#include "base/arena.h"
#include "base/buf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

enum { MANY = 200000 };

static void
test_in_place(void **state)
{
    struct arena *a = arena_new();
    char *p = arena_more(a, NULL, 0, 100), *q;

    (void)state;
    memset(p, 'x', 100);
    q = arena_more(a, p, 100, 5000);
    assert_ptr_equal(p, q);
    assert_int_equal(arena_taken(a), 5008); /* in steps of 16 */
    arena_alloc(a, 1);
    q = arena_more(a, p, 5000, 6000);
    assert_ptr_not_equal(p, q);
    for (int i = 0; i < 100; i++)
        assert_int_equal(q[i], 'x');
    arena_free(a);
}

/* Two arrays and a text that grow by turns, past the end of chunks. */
static void
test_by_turns(void **state)
{
    struct arena *a = arena_new();
    struct buf text = buf_new(a);
    int *v = NULL, nv = 0, vcap = 0, *w = NULL, nw = 0, wcap = 0;

    (void)state;
    for (int i = 0; i < MANY; i++) {
        GROW(a, v, nv, vcap, 4);
        v[nv++] = i;
        if (i % 3 == 0) {
            GROW(a, w, nw, wcap, 4);
            w[nw++] = -i;
        }
        if (i % 1000 < 500)
            buf_putc(&text, (char)('a' + i % 7));
    }
    for (int i = 0; i < MANY; i++)
        assert_int_equal(v[i], i);
    for (int i = 0; i < nw; i++)
        assert_int_equal(w[i], -3 * i);
    for (size_t i = 0; i < text.len; i++)
        assert_int_equal(text.p[i], 'a' + (int)(i / 500 * 1000 + i % 500) % 7);
    assert_int_equal(text.p[text.len], '\0');
    arena_free(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_in_place),
        cmocka_unit_test(test_by_turns),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

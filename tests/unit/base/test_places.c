/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "base/places.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static const char *const parts[] = {"a", "\n", "\r\n", "\xc3\xa9",
    "\xe2\x82\xac", "\xf0\x9f\x98\x80", "bc ", ""};

/* Text of all widths of characters, short and long lines; the same bytes for
   the same seed. */
static struct source
text_of(struct arena *a, unsigned seed, size_t most, bool bom)
{
    struct buf b = buf_new(a);

    buf_puts(&b, bom ? "\xef\xbb\xbf" : "");
    while (b.len < most) {
        seed = seed * 1103515245u + 12345u;
        buf_puts(&b, parts[(seed >> 16) % (seed % 3 == 0 ? 8 : 7)]);
    }
    return (struct source){.name = "a", .text = b.p, .len = b.len};
}

static void
assert_alike(const struct source *plain, const struct source *marked)
{
    for (size_t i = 0; i <= plain->len + 2; i++) {
        struct pos p = diag_pos(plain, i), m = diag_pos(marked, i);

        assert_int_equal(m.line, p.line);
        assert_int_equal(m.col, p.col);
        p.src = plain;
        m.src = marked;
        assert_int_equal(places_offset(m), places_offset(p));
        p.col += 3;
        m.col += 3;
        assert_int_equal(places_offset(m), places_offset(p));
    }
}

static void
test_marks_change_nothing(void **state)
{
    struct arena *a = arena_new();

    (void)state;
    for (unsigned seed = 1; seed < 12; seed++) {
        struct source plain = text_of(a, seed, 3000, seed % 2 == 0);
        struct source marked = plain;

        places_mark(a, &marked);
        assert_true(marked.nmarks > 10);
        assert_alike(&plain, &marked);
    }
    arena_free(a);
}

static void
test_lines(void **state)
{
    struct arena *a = arena_new();
    struct source plain = text_of(a, 5, 3000, true), marked = plain;
    size_t p = 0, m = 0;
    int line = 0;

    (void)state;
    places_mark(a, &marked);
    while (places_line(&plain, line, &p)) {
        assert_true(places_line(&marked, line, &m));
        assert_int_equal(m, p);
        assert_true(line < 2 || plain.text[p - 1] == '\n');
        line++;
    }
    assert_false(places_line(&marked, line, &m));
    assert_true(line > 100);
    arena_free(a);
}

/* What is no UTF-8 gets none, and is walked through. */
static void
test_bytes(void **state)
{
    struct arena *a = arena_new();
    struct source src = {.name = "a", .text = "a\xff\n\xff\xfe!", .len = 6};

    (void)state;
    places_mark(a, &src);
    assert_int_equal(src.nmarks, 0);
    assert_int_equal(diag_pos(&src, 5).line, 2);
    assert_int_equal(diag_pos(&src, 5).col, 3);
    arena_free(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_marks_change_nothing),
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_bytes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

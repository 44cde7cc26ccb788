/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* An outline says of each line what the functions that walk say. */
#include "base/places.h"
#include "format/yaml_lines.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static const char *const lines[] = {"a:", "- a: b", "a: |", "text of words",
    "# a comment", "", "- |", "b: >", "een: twee", "  "};

static struct source
source_of(struct arena *a, unsigned seed)
{
    struct buf b = buf_new(a);
    struct source src;

    buf_puts(&b, seed % 5 == 0 ? "\xef\xbb\xbf" : "");
    for (int i = 0; i < 40; i++) {
        seed = seed * 1103515245u + 12345u;
        buf_printf(&b, "%*s%s%s", (int)(seed >> 8 & 7) % 5, "",
            lines[(seed >> 16) % 10], seed >> 28 == 1 ? "\r\n" : "\n");
    }
    src = (struct source){.name = "a", .text = b.p, .len = b.len - seed % 2};
    places_mark(a, &src);
    return src;
}

/* As yaml_outline says it, by walking. */
static int
blanks_below(const struct source *src, int line, bool comments)
{
    struct yaml_line l;

    if (!yaml_line(src, line, &l))
        return comments ? 0 : -1;
    while (yaml_line_next(src, &l))
        if (!yaml_line_empty(&l) && (comments || src->text[l.text] != '#'))
            return l.indent;
    return comments ? 0 : -1;
}

static void
assert_alike(struct arena *a, const struct source *src)
{
    struct yaml_outline o = yaml_outline(a, src);
    struct yaml_line l;

    for (int i = 1; i <= o.n; i++) {
        assert_true(yaml_line(src, i, &l));
        assert_int_equal(o.owner[i], yaml_line_owner(src, i));
        if (yaml_line_has_key(&l) && src->text[l.text] != '#')
            assert_int_equal(o.last[i], yaml_line_last(src, i));
        assert_int_equal(o.inner[i], blanks_below(src, i, true));
        assert_int_equal(o.leads[i], blanks_below(src, i, false));
        if (l.text < l.end && src->text[l.text] == '#')
            assert_int_equal(
                yaml_outline_text_above(&o, i), yaml_line_text_above(src, i));
    }
    assert_false(yaml_line(src, o.n + 1, &l));
}

static void
test_outline(void **state)
{
    (void)state;
    for (unsigned seed = 1; seed < 3000; seed++) {
        struct arena *a = arena_new();
        struct source src = source_of(a, seed);

        assert_alike(a, &src);
        arena_free(a);
    }
}

static void
test_nothing(void **state)
{
    struct arena *a = arena_new();
    struct source src = {.name = "a", .text = "", .len = 0};

    (void)state;
    assert_int_equal(yaml_outline(a, &src).n, 0);
    arena_free(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_outline),
        cmocka_unit_test(test_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

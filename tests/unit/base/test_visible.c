/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What acts on a terminal is made visible, and JSON stays JSON. */
#include "base/visible.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

static const struct {
    const char *text, *lines, *line, *json;
} samples[] = {
    {"a\tb\nc", "a\tb\nc", "a b c", "\"a\\u0009b\\nc\""},
    {"\x1b[2J", "<U+001B>[2J", "<U+001B>[2J", "\"\\u001b[2J\""},
    {"\x7f\xc2\x9b", "<U+007F><U+009B>", "<U+007F><U+009B>",
        "\"\\u007f\\u009b\""},
    {"\xe2\x80\xae\xe2\x81\xa6", "<U+202E><U+2066>", "<U+202E><U+2066>",
        "\"\\u202e\\u2066\""},
    {"\xf3\xa0\x81\x81", "<U+E0041>", "<U+E0041>", "\"\\udb40\\udc41\""},
    {"caf\xe9", "caf<0xE9>", "caf<0xE9>", "\"caf<0xE9>\""},
    {"\xed\xa0\x80\xc0\x9b", "<0xED><0xA0><0x80><0xC0><0x9B>",
        "<0xED><0xA0><0x80><0xC0><0x9B>", "\"<0xED><0xA0><0x80><0xC0><0x9B>\""},
    {"\xe2\x80", "<0xE2><0x80>", "<0xE2><0x80>", "\"<0xE2><0x80>\""},
    {"\"\\\xc3\xa9\xf0\x9f\x98\x80", "\"\\\xc3\xa9\xf0\x9f\x98\x80",
        "\"\\\xc3\xa9\xf0\x9f\x98\x80", "\"\\\"\\\\\xc3\xa9\xf0\x9f\x98\x80\""},
    {"", "", "", "\"\""},
};

static const char *
text_of(const struct buf *b)
{
    return b->p == NULL ? "" : b->p;
}

static void
test_samples(void **state)
{
    struct arena *a = arena_new();

    (void)state;
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        struct buf lines = buf_new(a), line = buf_new(a), json = buf_new(a);
        struct buf again = buf_new(a);

        buf_visible(&lines, samples[i].text, strlen(samples[i].text));
        buf_visible(&again, text_of(&lines), lines.len);
        buf_visible_line(&line, samples[i].text);
        buf_json(&json, samples[i].text);
        assert_string_equal(text_of(&lines), samples[i].lines);
        assert_string_equal(text_of(&again), samples[i].lines);
        assert_string_equal(text_of(&line), samples[i].line);
        assert_string_equal(json.p, samples[i].json);
    }
    arena_free(a);
}

/* A NUL within is a character like others. */
static void
test_nul(void **state)
{
    struct arena *a = arena_new();
    struct buf out = buf_new(a);

    (void)state;
    buf_visible(&out, "a\0b", 3);
    assert_string_equal(out.p, "a<U+0000>b");
    arena_free(a);
}

static void
test_joiners(void **state)
{
    (void)state;
    assert_true(visible_acts(0x200d));
    assert_false(visible_hides(0x200d));
    assert_false(visible_acts(0xad));
    assert_true(visible_hides(0x200b));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_samples),
        cmocka_unit_test(test_nul),
        cmocka_unit_test(test_joiners),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

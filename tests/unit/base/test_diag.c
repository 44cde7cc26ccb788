/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Messages: order, form, limits, suggestions, places. */
#include "base/diag.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

static struct source
source_of(const char *text)
{
    return (struct source){.name = "a.yaml", .text = text, .len = strlen(text)};
}

static const char *
shout(const char *english)
{
    return strcmp(english, "odd %s") == 0 ? "vreemd: %s" : english;
}

static void
test_form(void **state)
{
    struct arena *a = arena_new();
    struct diag *d = diag_new(a, NULL);
    struct source src = source_of("een\n\ttwee é drie\r\n");
    struct buf out = buf_new(a);

    (void)state;
    assert_false(diag_error(d, (struct pos){.src = &src, .line = 2, .col = 9},
        "I303", "unknown scale \"%s\"", "drie"));
    diag_help(d, "did you mean \"%s\"?", "dri");
    diag_note(d, (struct pos){.src = &src, .line = 1, .col = 1}, "first here");
    diag_format(d, &out, false);
    assert_string_equal(out.p,
        "a.yaml:2:9: error[I303]: unknown scale \"drie\"\n"
        "  2 |  twee é drie\n"
        "    |         ^\n"
        "  help: did you mean \"dri\"?\n"
        "  a.yaml:1:1: note: first here\n");
    arena_free(a);
}

static void
test_order(void **state)
{
    struct arena *a = arena_new();
    struct diag *d = diag_new(a, NULL);
    struct source one = source_of("x"), two = source_of("y");
    struct buf out = buf_new(a);

    (void)state;
    two.name = "b.yaml";
    diag_error(d, (struct pos){.src = &two}, "A003", "third");
    diag_warning(
        d, (struct pos){.src = &one, .line = 7, .col = 1}, "A002", "second");
    diag_error(d, (struct pos){.src = &one}, "A001", "first");
    diag_remark(d, (struct pos){.src = &two}, "A004", "fourth");
    diag_format(d, &out, false);
    assert_string_equal(out.p, "b.yaml: error[A003]: third\n"
                               "b.yaml: note[A004]: fourth\n"
                               "a.yaml: error[A001]: first\n"
                               "a.yaml:7:1: warning[A002]: second\n");
    assert_int_equal(diag_errors(d, &one), 1);
    assert_int_equal(diag_warnings(d, &one), 1);
    assert_int_equal(diag_errors(d, NULL), 2);
    assert_string_equal(diag_first(d)->code, "A003");
    arena_free(a);
}

static void
test_limit(void **state)
{
    struct arena *a = arena_new();
    struct diag *d = diag_new(a, NULL);
    struct source src = source_of("");
    struct buf out = buf_new(a);
    int lines = 0;

    (void)state;
    for (int i = 0; i < 27; i++) {
        assert_int_equal(diag_full(d, &src), i >= 20);
        diag_error(d, (struct pos){.src = &src}, "A001", "number %d", i);
    }
    diag_format(d, &out, false);
    for (const char *p = out.p; (p = strchr(p, '\n')) != NULL; p++)
        lines++;
    assert_int_equal(lines, 21);
    assert_non_null(strstr(out.p, "number 19\na.yaml: 7 more errors\n"));
    arena_free(a);
}

static void
test_terminal(void **state)
{
    struct arena *a = arena_new();
    struct diag *d = diag_new(a, NULL);
    struct source src = source_of("\x1b[31m\xe2\x80\xae\xff!");
    struct buf out = buf_new(a), color = buf_new(a);

    (void)state;
    diag_error(d, (struct pos){.src = &src, .line = 1, .col = 8}, "A001",
        "says \x1b]0;x\x07\n.");
    diag_format(d, &out, false);
    assert_null(strchr(out.p, '\x1b'));
    assert_null(strstr(out.p, "\xe2\x80\xae"));
    assert_null(strchr(out.p, '\xff'));
    assert_non_null(strstr(out.p, "says <U+001B>]0;x<U+0007> ."));
    assert_non_null(strstr(out.p, "  1 | <U+001B>[31m<U+202E><0xFF>!\n"
                                  "    |                           ^\n"));
    diag_format(d, &color, true);
    assert_non_null(strstr(color.p, "\x1b[1;31merror[A001]\x1b[0m"));
    arena_free(a);
}

static void
test_long_line(void **state)
{
    struct arena *a = arena_new();
    struct diag *d = diag_new(a, NULL);
    char text[1001];
    struct source src = {.name = "a", .text = text, .len = 1000};
    struct buf out = buf_new(a);
    const char *line, *caret;

    (void)state;
    memset(text, 'x', 1000);
    text[1000] = '\0';
    text[499] = '!';
    diag_error(
        d, (struct pos){.src = &src, .line = 1, .col = 500}, "A001", "here");
    diag_format(d, &out, false);
    line = strstr(out.p, "| ");
    caret = strstr(line + 1, "| ");
    assert_true(caret - line < 120);
    /* One mark of three bytes stands before: two columns less than bytes. */
    assert_int_equal(strchr(line, '!') - line - 2, strchr(caret, '^') - caret);
    arena_free(a);
}

static void
test_translate(void **state)
{
    struct arena *a = arena_new();
    struct diag *d = diag_new(a, shout);

    (void)state;
    diag_error(d, (struct pos){0}, "A001", "odd %s", "woord");
    assert_string_equal(diag_first(d)->text, "vreemd: woord");
    arena_free(a);
}

static void
test_nearest(void **state)
{
    static const char *const words[] = {"boosheid", NULL, "bewijs", "bij"};

    (void)state;
    assert_string_equal(diag_nearest("boosheit", words, 4), "boosheid");
    assert_string_equal(diag_nearest("bewjis", words, 4), "bewijs");
    assert_null(diag_nearest("vragenlijsten", words, 4));
}

static void
test_pos(void **state)
{
    struct source src = source_of("\xef\xbb\xbf"
                                  "aé\nb\xff!");
    struct pos at;

    (void)state;
    at = diag_pos(&src, 3);
    assert_int_equal(at.line, 1);
    assert_int_equal(at.col, 1);
    at = diag_pos(&src, 6);
    assert_int_equal(at.col, 3);
    at = diag_pos(&src, 9);
    assert_int_equal(at.line, 2);
    assert_int_equal(at.col, 3);
    at = diag_pos(&src, 999);
    assert_int_equal(at.col, 4);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_form),
        cmocka_unit_test(test_order),
        cmocka_unit_test(test_limit),
        cmocka_unit_test(test_terminal),
        cmocka_unit_test(test_long_line),
        cmocka_unit_test(test_translate),
        cmocka_unit_test(test_nearest),
        cmocka_unit_test(test_pos),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

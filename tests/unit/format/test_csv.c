/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* CSV: what a table reads as, where its faults lie, and that no table, however
   damaged, is read beyond its end. */
#include "method/course_scores.h"
#include "format/csv.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

struct reading {
    const char *text;
    const char *want; /* rows by '|', cells by '/', or the code of the error */
    int line, col;    /* of the error */
};

static const struct reading readings[] = {
    {"a,b\n1,2\n", "a/b|1/2", 0, 0},
    {"a,b\r\n1,2", "a/b|1/2", 0, 0},
    {"\xef\xbb\xbf"
     "a;b\n1,5;2\n",
        "a/b|1,5/2", 0, 0},
    {"\n\na,b\n\n1,2\n\n,\n", "a/b|1/2", 0, 0},
    {" a , b\t\n\" 1 \" ,2 \n", "a/b| 1 /2", 0, 0},
    {"a,b\n\"x,\"\"y\"\"\r\nz\",2\n", "a/b|x,\"y\"\nz/2", 0, 0},
    {"a\n\"\"\nb", "a|b", 0, 0},
    {"a,b\n,2\n1,\n", "a/b|/2|1/", 0, 0},
    {"\"a;b\",c\n1,2\n", "a;b/c|1/2", 0, 0},
    {"a,b\n\xc3\xa9,\xe9\n", "S101", 2, 3},
    {"a,b\n1,\x02\n", "S102", 2, 3},
    {"a,b\r1,2\n", "S102", 1, 4},
    {"a,b\n\xc3\xa9,\"2\n", "S103", 2, 3},
    {"a,b\n\"1\"x,2\n", "S104", 2, 4},
    {"a,b\n1,2\"\n", "S105", 2, 4},
    {"a,b\n1,2,3\n", "S107", 2, 1},
    {"a,b\n\"x\ny\",2\n1\n", "S107", 4, 1},
    {"a,b,,\n1,2,,\n3,4\n", "a/b|1/2|3/4", 0, 0},
    {"a,b,,\n1,2,,x\n", "S107", 2, 1},
    {"a\tb;c\td\n1\t2\t3\n", "a/b;c/d|1/2/3", 0, 0},
    {"sep=;\r\na,b;c\n1;2\n", "a,b/c|1/2", 0, 0},
    {"\"sep=|\"\na|b\n1|2\n", "a/b|1/2", 0, 0},
    {"sep=;x\n1\n", "S107", 2, 1},
    {"sep=;x,b,c\n1,2,3\n", "sep=;x/b/c|1/2/3", 0, 0},
    {"sep=", "sep=", 0, 0},
    {"", "S107", 0, 0},
    {"\n,\n", "S107", 0, 0},
};

static const char *
table_text(struct arena *a, const struct csv *csv)
{
    struct buf out = buf_new(a);

    for (const struct csv_row *row = csv->first; row != NULL; row = row->next) {
        if (row != csv->first)
            buf_putc(&out, '|');
        for (int i = 0; i < row->n; i++)
            buf_printf(&out, "%s%s", i > 0 ? "/" : "", row->cells[i].s);
    }
    return out.p;
}

static void
test_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof readings / sizeof *readings; i++) {
        const struct reading *x = &readings[i];
        const struct source src = {
            .name = "t.csv", .text = x->text, .len = strlen(x->text)};
        struct arena *a = arena_new();
        struct diag *d = diag_new(a, NULL);
        struct csv csv;
        const struct message *m;

        if (csv_parse(a, d, &src, &csv)) {
            assert_string_equal(table_text(a, &csv), x->want);
            assert_null(diag_first(d));
        } else {
            m = diag_first(d);
            assert_non_null(m);
            assert_string_equal(m->code, x->want);
            assert_int_equal(m->at.line, x->line);
            assert_int_equal(m->at.col, x->col);
        }
        arena_free(a);
    }
}

static void
test_places(void **state)
{
    static const char text[] = "a,b\n\"x\ny\", \xc3\xa9\xc3\xa9 ,x\n";
    static const char good[] = "a,b\n\"x\ny\", \xc3\xa9\n3,4\n";
    const struct source bad = {
        .name = "t.csv", .text = text, .len = sizeof text - 1};
    const struct source src = {
        .name = "t.csv", .text = good, .len = sizeof good - 1};
    struct arena *a = arena_new();
    struct csv csv;

    (void)state;
    assert_false(csv_parse(a, diag_new(a, NULL), &bad, &csv));
    assert_true(csv_parse(a, diag_new(a, NULL), &src, &csv));
    assert_int_equal(csv.nrows, 3);
    assert_int_equal(csv.first->next->cells[0].at.line, 2);
    assert_int_equal(csv.first->next->cells[1].at.line, 3);
    assert_int_equal(csv.first->next->cells[1].at.col, 5);
    assert_int_equal(csv.first->next->next->cells[1].at.line, 4);
    arena_free(a);
}

/* A table cut off or changed at every byte is read or refused. */
static void
test_damaged(void **state)
{
    static const char text[] =
        "trainee;scale;score\r\n\"A \"\"b\"\"\";anger;3\r\n"
        "\xc3\xa9;joy;na\r\n";
    static const char bytes[] = {'"', ';', '\n', '\r', '\0', '\x80', ',', '3'};
    struct arena *a = arena_new();

    (void)state;
    for (size_t i = 0; i < sizeof text; i++)
        for (size_t k = 0; k <= sizeof bytes; k++) {
            bool cut = k == sizeof bytes;
            size_t len = cut ? i : sizeof text - 1;
            char *copy = arena_alloc(a, len + 1);
            struct source src = {.name = "t.csv", .text = copy, .len = len};
            struct diag *d = diag_new(a, NULL);
            struct csv csv;

            memcpy(copy, text, len);
            if (!cut && i < len)
                copy[i] = bytes[k];
            if (!csv_parse(a, d, &src, &csv))
                assert_true(diag_errors(d, NULL) > 0);
            arena_reset(a);
        }
    arena_free(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_read),
        cmocka_unit_test(test_places),
        cmocka_unit_test(test_damaged),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

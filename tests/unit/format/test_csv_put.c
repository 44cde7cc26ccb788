/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* CSV that is written: cells that no spreadsheet computes, in each dialect. */
#include "format/csv_put.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>

static void
cells_of_all_kinds(void **state)
{
    static const char *const want[] = {
        [CSV_COMMA] =
            "'=1+1,'+1,'-a,'@x,\"'\tb\",a=b,,\"x,\"\"y\"\"\",-3,-4.5\n",
        [CSV_SEMICOLON] = "\xef\xbb\xbf"
                          "'=1+1;'+1;'-a;'@x;\"'\tb\";a=b;;\"x,\"\"y\"\"\";-3;"
                          "-4,5\n",
        [CSV_TAB] = "'=1+1\t'+1\t'-a\t'@x\t\"'\tb\"\ta=b\t\t\"x,\"\"y\"\"\"\t"
                    "-3\t-4.5\n",
    };
    static const char *const texts[] = {
        "=1+1", "+1", "-a", "@x", "\tb", "a=b", "", "x,\"y\""};

    (void)state;
    for (int d = CSV_COMMA; d <= CSV_TAB; d++) {
        struct arena *a = arena_new();
        struct buf out = buf_new(a);
        struct csv_put c = csv_put_new(&out, (enum csv_dialect)d);

        csv_put_head(&c);
        for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
            csv_put_text(&c, texts[i]);
        csv_put_int(&c, -3);
        csv_put_milli(&c, -4500);
        csv_put_row(&c);
        assert_string_equal(out.p, want[d]);
        arena_free(a);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_of_all_kinds),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

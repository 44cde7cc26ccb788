/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The case id at first sight. */
#include "engine/state.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

static const struct {
    const char *text, *id, *rules;
} looks[] = {
    {"formaat: interview/1\ndossier: LP-0017\ntaal: nl\n", "LP-0017", NULL},
    {"# c\n\nformat: interview/1\n# d\ncase: X.1_b\nx: 1\n", "X.1_b", NULL},
    {"format: interview/1\ncase: LP-1\nx: 1\nrules: six-c\ny: 1\n", "LP-1",
        "six-c"},
    /* Told by reading all of it. */
    {"formaat: interview/1\ntaal: nl\ndossier: LP-1\n", NULL, NULL},
    {"formaat: interview/1\ncase: LP-1\n", NULL, NULL},
    {"format: interview/2\ncase: LP-1\n", NULL, NULL},
    {"format: interview/1\ncase: LP-1 # note\n", NULL, NULL},
    {"format: interview/1\ncase: \"LP-1\"\n", NULL, NULL},
    {"format: interview/1\ncase: LP-1\n  more\n", NULL, NULL},
    {"format: interview/1\ncase: LP-1\nx: 1\ncase: LP-2\n", NULL, NULL},
    {"format: interview/1\ncase: LP-1\nrules: a b\n", NULL, NULL},
    {"format: interview/1\ncase: LP-1\n\"rules\": mine\n", NULL, NULL},
    {"format: interview/1\r\ncase: LP-1\r\n", NULL, NULL},
    {"format: interview/1\ncase: LP-1", NULL, NULL},
    {"format: interview/1\ncase: null\n", NULL, NULL},
    {"format: interview/1\ncase: 12\n", NULL, NULL},
    {"\xef\xbb\xbf"
     "format: interview/1\ncase: LP-1\n",
        NULL, NULL},
    {"", NULL, NULL},
};

static void
test_looks(void **state)
{
    struct arena *a = arena_new();

    (void)state;
    for (size_t i = 0; i < sizeof looks / sizeof *looks; i++) {
        const struct source src = {.name = "x.yaml",
            .text = looks[i].text,
            .len = strlen(looks[i].text)};
        const char *rules, *id = peek_id(a, &src, &rules);

        if (looks[i].id == NULL)
            assert_null(id);
        else
            assert_string_equal(id, looks[i].id);
        if (looks[i].rules != NULL)
            assert_string_equal(rules, looks[i].rules);
    }
    arena_free(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_looks)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}

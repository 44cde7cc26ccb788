/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The document tree: headings without gaps. */
#include "report/block.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>

static void
test_headings_have_no_gaps(void **state)
{
    struct arena *a = arena_new();
    struct doc doc = {.root = block_add(a, NULL, BLOCK_GROUP)};
    struct block *none = block_text(a, doc.root, ROLE_H1, STYLE_TITLE, "");
    struct block *first = block_text(a, doc.root, ROLE_H2, STYLE_TITLE, "a");
    struct block *part = block_add(a, doc.root, BLOCK_GROUP);
    struct block *deep = block_text(a, part, ROLE_H3, STYLE_TITLE, "b");
    struct block *deeper = block_text(a, part, ROLE_H3, STYLE_TITLE, "c");
    struct block *text = block_text(a, part, ROLE_P, STYLE_BODY, "d");
    struct block *next = block_text(a, doc.root, ROLE_H2, STYLE_TITLE, "e");

    (void)state;
    doc_level_headings(&doc);
    assert_int_equal(none->role, ROLE_H1);
    assert_int_equal(first->role, ROLE_H1);
    assert_int_equal(deep->role, ROLE_H2);
    assert_int_equal(deeper->role, ROLE_H2);
    assert_int_equal(text->role, ROLE_P);
    assert_int_equal(next->role, ROLE_H1);
    arena_free(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_headings_have_no_gaps),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

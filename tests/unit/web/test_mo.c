/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Message files: found, not found, damaged. */
#include "web/mo.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

/* Two messages, "a" to "A" and "b" to "", as msgfmt lays them out. */
static const unsigned char file[] = {0xde, 0x12, 0x04, 0x95, 0, 0, 0,
    0, /* magic, revision */
    2, 0, 0, 0, 28, 0, 0, 0, 44, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, /* head */
    1, 0, 0, 0, 60, 0, 0, 0, 1, 0, 0, 0, 62, 0, 0, 0, /* originals */
    1, 0, 0, 0, 64, 0, 0, 0, 0, 0, 0, 0, 66, 0, 0, 0, /* translations */
    'a', 0, 'b', 0, 'A', 0, 0};

static void
test_finds(void **state)
{
    const struct mo mo = {file, sizeof file}, none = {NULL, 0};

    (void)state;
    assert_string_equal(mo_find(&mo, "a"), "A");
    assert_string_equal(mo_find(&mo, "b"), "b");
    assert_string_equal(mo_find(&mo, "c"), "c");
    assert_string_equal(mo_find(&mo, ""), "");
    assert_string_equal(mo_find(&none, "a"), "a");
}

/* Every byte in turn is another, and the file ends at every byte. */
static void
test_damaged(void **state)
{
    unsigned char bad[sizeof file];

    (void)state;
    for (size_t len = 0; len < sizeof file; len++) {
        const struct mo mo = {file, len};

        assert_non_null(mo_find(&mo, "a"));
        assert_non_null(mo_find(&mo, "b"));
    }
    for (size_t i = 0; i < sizeof file; i++)
        for (int value = 0; value < 256; value += 15) {
            const struct mo mo = {bad, sizeof bad};

            memcpy(bad, file, sizeof file);
            bad[i] = (unsigned char)value;
            assert_non_null(mo_find(&mo, "a"));
            assert_non_null(mo_find(&mo, "b"));
        }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_finds),
        cmocka_unit_test(test_damaged),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

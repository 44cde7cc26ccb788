/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* SHA-256 by the examples of FIPS 180-4, in one part and in several. */
#include "base/hash.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

static const struct {
    const char *text, *hash;
} samples[] = {
    {"", "e3b0c44298fc1c149afbf4c8996fb924"
         "27ae41e4649b934ca495991b7852b855"},
    {"abc", "ba7816bf8f01cfea414140de5dae2223"
            "b00361a396177a9cb410ff61f20015ad"},
    {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039"
        "a33ce45964ff2167f6ecedd419db06c1"},
};

static void
test_samples(void **state)
{
    struct arena *a = arena_new();

    (void)state;
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        const char *s = samples[i].text;
        size_t len = strlen(s);

        assert_string_equal(hash_sha256(a, s, len), samples[i].hash);
        for (size_t cut = 0; cut <= len; cut++) {
            const struct hash_part parts[] = {{s, cut}, {s + cut, len - cut}};
            struct hash_run *run = hash_run_new(a);
            char hex[HASH_DIGITS + 1];

            hash_parts(parts, 2, hex);
            assert_string_equal(hex, samples[i].hash);
            hash_run_add(run, s, cut);
            hash_run_add(run, s + cut, len - cut);
            hash_run_end(run, hex);
            assert_string_equal(hex, samples[i].hash);
        }
    }
    arena_free(a);
}

/* RFC 1321, A.5 */
static void
test_md5(void **state)
{
    static const uint8_t sum[HASH_MD5_BYTES] = {0x90, 0x01, 0x50, 0x98, 0x3c,
        0xd2, 0x4f, 0xb0, 0xd6, 0x96, 0x3f, 0x7d, 0x28, 0xe1, 0x7f, 0x72};
    uint8_t out[HASH_MD5_BYTES];

    (void)state;
    hash_md5("abc", 3, out);
    assert_memory_equal(out, sum, sizeof sum);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_samples), cmocka_unit_test(test_md5)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}

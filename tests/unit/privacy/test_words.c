/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Ordinary words, as the lists have them that were packed into the program. */
#include "privacy/word_list.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#define ARRAY_LEN(x) (sizeof(x) / sizeof *(x))

static void
test_lists(void **state)
{
    static const struct {
        enum lang lang;
        const char *word;
        bool ordinary;
    } v[] = {
        {LANG_NL, "blij", true},
        {LANG_NL, "legt", true},
        {LANG_NL, "a", true},
        {LANG_NL, "rekenschrift", true},         /* a compound */
        {LANG_NL, "kringgesprekken", true},      /* one of longer words */
        {LANG_NL, "verantwoordelijkheid", true}, /* too long for the list */
        {LANG_NL, "thijmen", false},
        {LANG_NL, "zwolle", false},
        {LANG_NL, "rademaker", false}, /* looks like a compound */
        {LANG_NL, "noordwijkerhout", false},
        {LANG_NL, "upset", false},
        {LANG_NL, "", false},
        {LANG_EN, "upset", true},
        {LANG_EN, "doesn", true}, /* before an apostrophe */
        {LANG_EN, "zwolle", false},
        {LANG_EN, "leerkracht", false},
        {LANG_EN, "zzzz", false},
    };

    static const struct word_table none = {0};

    (void)state;
    assert_false(word_table_has(&none, "a", 1));
    assert_true(word_list_sure(LANG_NL, "kringgesprekken"));
    assert_true(word_list_has(LANG_NL, "papadopoulos"));
    assert_false(word_list_sure(LANG_NL, "papadopoulos"));
    for (size_t i = 0; i < ARRAY_LEN(v); i++)
        if (word_list_has(v[i].lang, v[i].word) != v[i].ordinary)
            fail_msg("\"%s\"", v[i].word);
}

/* Every word of a small table is found, and nothing beside. */
static void
test_table(void **state)
{
    static const unsigned char bytes[] = "A"
                                         "kin\xe4"
                                         "E"
                                         "er\xf3"
                                         "A"
                                         "wer\xeb";
    static const uint32_t blocks[] = {0};
    const struct word_table t = {bytes, blocks, 1};
    static const char *const have[] = {"kind", "kinders", "werk"};
    static const char *const lack[] = {
        "kinde", "kin", "kinderss", "aa", "zz", "we", "werkt"};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(have); i++)
        assert_true(word_table_has(&t, have[i], strlen(have[i])));
    for (size_t i = 0; i < ARRAY_LEN(lack); i++)
        assert_false(word_table_has(&t, lack[i], strlen(lack[i])));
    assert_true(word_table_joins(&t, "werkskind", 9));
    assert_true(word_table_joins(&t, "kindwerkkinders", 15));
    assert_false(word_table_joins(&t, "werks", 5));
    assert_false(word_table_joins(&t, "kindswer", 8));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lists), cmocka_unit_test(test_table)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}

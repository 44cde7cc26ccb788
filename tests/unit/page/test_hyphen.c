/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Where words may be divided.  Needs the patterns of hyphen-nl and
   hyphen-en-gb. */
#include "page/hyphen.h"

#include "tests/unit/debian.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

static struct arena *arena;

/* The word with its divisions shown as '='. */
static const char *
divide(const struct hyphenator *h, const char *word)
{
    static char out[2 * HYPHEN_BYTES_MAX + 2];
    size_t n = 0, len = strlen(word);
    uint64_t points = hyphen_points(h, word, len);

    for (size_t k = 0; k < len && n < sizeof out - 2; k++) {
        if (k <= HYPHEN_BYTES_MAX && (points >> k & 1) != 0)
            out[n++] = '=';
        out[n++] = word[k];
    }
    out[n] = '\0';
    return out;
}

struct example {
    const char *word, *divided;
};

static void
check(enum lang lang, const struct example *examples, size_t n)
{
    struct hyphenator *h = debian_patterns(arena, lang);

    assert_non_null(h);
    for (int again = 0; again < 2; again++) /* asked, then known */
        for (size_t k = 0; k < n; k++)
            assert_string_equal(
                divide(h, examples[k].word), examples[k].divided);
    hyphen_close(h);
}

static void
test_dutch(void **state)
{
    static const struct example examples[] = {
        {"verantwoordelijkheid", "ver=ant=woor=de=lijk=heid"},
        {"gedrag", "ge=drag"}, {"Martijn", "Martijn"},
        {"Verantwoordelijkheidsgevoel", "Ver=ant=woor=de=lijk=heids=ge=voel"},
        {"\u201cgevoelens\u201d,", "\u201cge=voe=lens\u201d,"},
        {"(moeilijk).", "(moei=lijk)."},
        {"creëren", "creë=ren"}, /* not before the dots */
    };

    (void)state;
    check(LANG_NL, examples, sizeof examples / sizeof *examples);
}

static void
test_english(void **state)
{
    static const struct example examples[] = {
        {"responsibility", "re=spons=ib=il=ity"},
        {"Children", "Children"},
    };

    (void)state;
    check(LANG_EN, examples, sizeof examples / sizeof *examples);
}

static void
test_undivided(void **state)
{
    static const char *const words[] = {"", ".", "na", "open", "relaties2",
        "LLiNC", "VERANTWOORDELIJK", "foto's", "aan-uitknop", "zo\u2019n",
        "отношение", "ouderавтор", "\u201c\u201d",
        "aaaaabbbbbcccccdddddeeeeefffffggggghhhhhiiiiijjjjjkkkkklllllmmmmm"};
    struct hyphenator *h = debian_patterns(arena, LANG_NL);

    (void)state;
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        assert_true(hyphen_points(h, words[k], strlen(words[k])) == 0);
    hyphen_close(h);
    assert_true(hyphen_points(NULL, "gedrag", 6) == 0);
    hyphen_close(NULL);
}

/* Least letters at both ends, for words of all lengths. */
static void
test_ends(void **state)
{
    static const char word[] = "meervoudigepersoonlijkheidsontwikkelingen";
    struct hyphenator *h = debian_patterns(arena, LANG_NL);

    (void)state;
    for (size_t n = 1; n < sizeof word; n++) {
        uint64_t points = hyphen_points(h, word, n);

        for (size_t k = 0; k < 64; k++)
            if ((points >> k & 1) != 0)
                assert_true(k >= HYPHEN_BEFORE && k + HYPHEN_AFTER <= n);
    }
    hyphen_close(h);
}

static int
setup(void **state)
{
    (void)state;
    arena = arena_new();
    return 0;
}

static int
teardown(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_dutch),
        cmocka_unit_test(test_english),
        cmocka_unit_test(test_undivided),
        cmocka_unit_test(test_ends),
    };

    return cmocka_run_group_tests(tests, setup, teardown);
}

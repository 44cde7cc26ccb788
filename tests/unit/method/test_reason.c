/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Reasons: whose holds for the settled score, and numbers in them. */
#include "method/reason.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

enum { READERS = 3 };

static const struct source src = {.name = "a.yaml", .text = "", .len = 0};

/* One scale, its readers, and the score that was settled. */
struct fixture {
    struct scored from[READERS];
    struct reader_score readers[READERS];
    struct scale_score scale;
    struct scores scores;
    struct profile profile;
};

static void
fixture_make(struct fixture *f, const int *given, int settled)
{
    memset(f, 0, sizeof *f);
    for (int i = 0; i < READERS; i++) {
        f->from[i].score = given[i];
        f->from[i].not_lower.at.src = f->from[i].not_higher.at.src = &src;
        f->readers[i].from = &f->from[i];
    }
    f->scale.readers = f->readers;
    f->scale.state = SCORE_SETTLED;
    f->scale.value = settled;
    f->scores.nreaders = READERS;
    f->scores.v = &f->scale;
    f->profile.scores = &f->scores;
}

static void
numbers_are_found(void **state)
{
    static const char *const with[] = {"Een 3 past niet.", "Dan was het 7.",
        "Een zes is te hoog.", "Score vijf is te veel.", "Twee punten meer.",
        "Geen zeven: dat zegt ze niet.", "half, dus \u00bd", "\uff13 past",
        "V5, 4 keer", "not a six", "Five points at most", "2x"};
    static const char *const without[] = {"Vertelt twee fijne momenten.",
        "Zegt drie keer dat niets helpt.", "Zie V5 en V10.", "Een verklaring.",
        "E\u00e9n verklaring, en een andere.", "Noemt er twee of drie.",
        "Q7 says so.", "One moment; a good one.", "", "Het is een een-tweetje"};

    (void)state;
    for (size_t i = 0; i < sizeof with / sizeof *with; i++)
        if (reason_number(with[i]) == NULL)
            fail_msg("no number in \"%s\"", with[i]);
    for (size_t i = 0; i < sizeof without / sizeof *without; i++)
        if (reason_number(without[i]) != NULL)
            fail_msg("a number in \"%s\"", without[i]);
}

static void
only_what_holds_is_told(void **state)
{
    static const int given[] = {2000, 5000, 3000};
    struct fixture f;
    struct arena *a = arena_new();
    struct diag *d = diag_new(a, NULL);

    (void)state;
    fixture_make(&f, given, 3000);
    /* "Not lower than two" says nothing of a three, "not higher than five"
       neither. */
    f.from[0].not_lower.s = "van twee";
    f.from[1].not_higher.s = "van vijf";
    assert_null(reason_told(d, &f.profile, 0, REASON_NOT_LOWER).s);
    assert_null(reason_told(d, &f.profile, 0, REASON_NOT_HIGHER).s);
    f.from[0].not_higher.s = "lager";
    f.from[1].not_lower.s = "hoger";
    assert_string_equal(
        reason_told(d, &f.profile, 0, REASON_NOT_HIGHER).s, "lager");
    assert_string_equal(
        reason_told(d, &f.profile, 0, REASON_NOT_LOWER).s, "hoger");
    f.from[2].not_lower.s = "gelijk";
    assert_string_equal(
        reason_told(d, &f.profile, 0, REASON_NOT_LOWER).s, "gelijk");
    f.from[2].na = true;
    assert_string_equal(
        reason_told(d, &f.profile, 0, REASON_NOT_LOWER).s, "hoger");
    assert_int_equal(diag_warnings(d, &src), 0);
    f.scale.state = SCORE_UNSETTLED;
    assert_null(reason_told(d, &f.profile, 0, REASON_NOT_LOWER).s);
    arena_free(a);
}

static void
a_number_is_left_out_with_a_warning(void **state)
{
    static const int given[] = {3000, 3000, 3000};
    struct fixture f;
    struct arena *a = arena_new();
    struct diag *d = diag_new(a, NULL);

    (void)state;
    fixture_make(&f, given, 3000);
    f.from[0].not_lower.s = "Een 2 is te laag.";
    f.from[1].not_lower.s = "Er is steun.";
    assert_string_equal(
        reason_told(d, &f.profile, 0, REASON_NOT_LOWER).s, "Er is steun.");
    assert_int_equal(diag_warnings(d, &src), 1);
    f.from[1].not_lower.s = NULL;
    assert_null(reason_told(d, &f.profile, 0, REASON_NOT_LOWER).s);
    arena_free(a);
}

static void
quotes_of_a_reason(void **state)
{
    static const int given[] = {2000, 5000, 3000};
    static struct quote low = {
        .text = {.s = "laag"}, .is_for = QUOTE_FOR_NOT_LOWER};
    static struct quote both[] = {{.text = {.s = "beide"}},
        {.text = {.s = "hoog"}, .is_for = QUOTE_FOR_NOT_HIGHER},
        {.text = {.s = "niet lager"}, .is_for = QUOTE_FOR_NOT_LOWER}};
    struct fixture f;

    (void)state;
    fixture_make(&f, given, 3000);
    f.from[0].quotes = &low; /* says nothing of a three */
    f.from[0].nquotes = 1;
    assert_null(reason_quote(&f.profile, 0, REASON_NOT_LOWER));
    f.from[1].quotes = both;
    f.from[1].nquotes = 3;
    assert_ptr_equal(reason_quote(&f.profile, 0, REASON_NOT_LOWER), &both[2]);
    assert_null(reason_quote(&f.profile, 0, REASON_NOT_HIGHER));
    f.from[2].quotes = &low;
    f.from[2].nquotes = 1;
    assert_ptr_equal(reason_quote(&f.profile, 0, REASON_NOT_LOWER), &low);
    f.scale.state = SCORE_UNSETTLED;
    assert_null(reason_quote(&f.profile, 0, REASON_NOT_LOWER));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_found),
        cmocka_unit_test(only_what_holds_is_told),
        cmocka_unit_test(quotes_of_a_reason),
        cmocka_unit_test(a_number_is_left_out_with_a_warning),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Which moments were told, how each went, and whose words say so. */
#include "method/moments.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

enum { JOY, MIXED, ANGER };

static struct feeling feelings[] = {
    [JOY] = {.tone = TONE_LIGHT},
    [MIXED] = {.tone = TONE_MIXED},
    [ANGER] = {.tone = TONE_HEAVY},
};
static struct question questions[] = {
    {.number = 4,
        .kind = QUESTION_MOMENT,
        .went = WENT_WELL,
        .title = {.t = {[LANG_NL] = {.s = "Een goed moment"}}}},
    {.number = 5, .kind = QUESTION_MOMENT, .went = WENT_HARD},
    {.number = 6,
        .kind = QUESTION_MOMENT,
        .title = {.t = {[LANG_NL] = {.s = "Een grens"}}}},
    {.number = 8, .kind = QUESTION_OPEN},
};
static const struct rules rules = {.questions = questions,
    .nquestions = sizeof questions / sizeof *questions,
    .feelings = feelings,
    .nfeelings = sizeof feelings / sizeof *feelings};

static struct fill
fill_of(const struct interview *iv)
{
    return (struct fill){.rules = &rules, .interview = iv, .lang = LANG_NL};
}

static void
test_how_a_moment_went(void **state)
{
    struct fragment f[] = {
        {.at.question = 4, .feeling_index = ANGER},
        {.at.question = 4, .feeling_index = ANGER},
        {.at.question = 5, .feeling_index = JOY},
        {.at.question = 5, .feeling_index = MIXED},
        {.at.question = 6, .feeling_index = ANGER},
    };
    struct interview iv = {0};
    struct fill env = fill_of(&iv);
    struct moment at4 = {.at.question = 4}, at5 = {.at.question = 5},
                  at6 = {.at.question = 6}, nowhere = {0},
                  typed = {.at.question = 4, .went = WENT_HARD};

    (void)state;
    assert_int_equal(moment_went(&env, &at4), WENT_WELL);
    assert_int_equal(moment_went(&env, &at5), WENT_HARD);
    assert_int_equal(moment_went(&env, &at6), WENT_UNKNOWN);
    assert_int_equal(moment_went(&env, &nowhere), WENT_UNKNOWN);
    assert_int_equal(moment_went(&env, &typed), WENT_HARD);
    iv.fragments = f;
    iv.nfragments = sizeof f / sizeof *f;
    /* All that was heard is heavy: not a good moment, whatever was asked. */
    assert_int_equal(moment_went(&env, &at4), WENT_UNKNOWN);
    assert_int_equal(moment_went(&env, &at5), WENT_HARD);
    /* Heavy feelings alone say nothing of a moment. */
    assert_int_equal(moment_went(&env, &at6), WENT_UNKNOWN);
}

static void
test_pair(void **state)
{
    struct interview iv = {0};
    struct fill env = fill_of(&iv);
    struct moment v[] = {{.at.question = 6}, {.at.question = 4},
        {.at.question = 5}, {.at.question = 6, .went = WENT_HARD}};
    const struct moment *hard, *well;

    (void)state;
    assert_true(moments_pair(&env, v, 4, &hard, &well));
    assert_ptr_equal(hard, &v[3]); /* named so, before one that is asked for */
    assert_ptr_equal(well, &v[1]);
    assert_true(moments_pair(&env, v, 2, &hard, &well));
    assert_null(hard); /* not the one of which nothing is known */
    assert_ptr_equal(well, &v[1]);
    assert_false(moments_pair(&env, v, 1, &hard, &well));
    assert_ptr_equal(hard, &v[0]);
    assert_null(well);
    assert_true(moments_pair(&env, v, 0, &hard, &well));
    assert_null(hard);
}

static void
test_own_words(void **state)
{
    struct answer answers[] = {
        {.question = 4,
            .slotted = true,
            .slots = {[SLOT_DID] = {.s = "Ik bleef."},
                [SLOT_WHY] = {.s = "Het kon."}}},
        {.question = 5, .whole = {.s = "Het botste."}},
    };
    struct moment v[] = {{.at.question = 4,
                             .did = {.s = "Je bleef."},
                             .teacher = {.s = "Blij."}},
        {.at.question = 5, .did = {.s = "Je riep."}}, {.at.question = 4}};
    struct interview iv = {
        .answers = answers, .nanswers = 2, .moments = v, .nmoments = 2};
    struct told_part part = moment_part(&iv, &v[0], SLOT_DID);

    (void)state;
    assert_string_equal(part.text.s, "Ik bleef.");
    assert_true(part.own);
    part = moment_part(&iv, &v[0], SLOT_TEACHER_FELT);
    assert_string_equal(part.text.s, "Blij.");
    assert_false(part.own);
    part = moment_part(&iv, &v[1], SLOT_DID);
    assert_string_equal(part.text.s, "Je riep.");
    assert_false(part.own);
    assert_null(moment_part(&iv, &v[0], SLOT_CHILD_FELT).text.s);
    /* A table keeps what was put in it, and takes what is not. */
    part = moment_cell(&iv, &v[0], SLOT_DID);
    assert_string_equal(part.text.s, "Je bleef.");
    assert_false(part.own);
    part = moment_cell(&iv, &v[0], SLOT_WHY);
    assert_string_equal(part.text.s, "Het kon.");
    assert_true(part.own);
    /* An answer that two moments name is of neither for certain. */
    iv.nmoments = 3;
    part = moment_part(&iv, &v[0], SLOT_DID);
    assert_string_equal(part.text.s, "Je bleef.");
    assert_null(moment_part(&iv, &v[2], SLOT_DID).text.s);
    assert_null(moment_cell(&iv, &v[2], SLOT_WHY).text.s);
}

static void
test_found_in_answers(void **state)
{
    struct arena *a = arena_new();
    struct answer answers[] = {
        {.question = 4, .whole = {.s = "Plain."}},
        {.question = 6, .slotted = true, .slots = {[SLOT_WHY] = {.s = "w"}}},
        {.question = 8, .slotted = true},
    };
    struct moment table[2] = {0};
    struct interview iv = {.answers = answers, .nanswers = 3};
    struct fill env = fill_of(&iv);
    const struct moment *v;

    (void)state;
    assert_int_equal(moments_find(a, &env, 5, &v), 1);
    assert_string_equal(v[0].title.s, "Een grens");
    assert_int_equal(v[0].at.question, 6);
    assert_true(moment_part(&iv, &v[0], SLOT_WHY).own);
    iv.moments = table;
    iv.nmoments = 2;
    assert_int_equal(moments_find(a, &env, 1, &v), 2);
    assert_ptr_equal(v, table);
    arena_free(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_how_a_moment_went),
        cmocka_unit_test(test_pair),
        cmocka_unit_test(test_own_words),
        cmocka_unit_test(test_found_in_answers),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

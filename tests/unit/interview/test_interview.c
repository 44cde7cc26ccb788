/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* An interview as values, against rules made by hand, and the template.  The
   messages on each fault are golden cases (tests/cases/i-*). */
#include "interview/interview.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

static struct question questions[] = {
    {.is.id = "v01", .number = 1, .kind = QUESTION_WORDS},
    {.is.id = "v02", .number = 2, .kind = QUESTION_WORD, .word = 1},
    {.is.id = "v04", .number = 4, .kind = QUESTION_MOMENT},
    {.is.id = "v08", .number = 8, .kind = QUESTION_OPEN},
};
static struct text also[] = {{.s = "boosheid"}};
static struct scale scales[] = {
    {.is = {.id = "warmth"}, .min = 1, .max = 5},
    {.is = {.id = "anger", .also = {also, 1}}, .min = 1, .max = 7},
};
static struct feeling feelings[] = {{.is.id = "joy"}};
static struct goal goals[] = {{.is.id = "listen"}};
static struct questionnaire questionnaires[] = {
    {.is.id = "own", .min = 1, .max = 5, .items = 6},
};
static struct subscale subscales[] = {
    {.is.id = "near", .questionnaire = 0, .nitems = 2, .mean = true}};
static struct retention retentions[] = {{.is.id = "short"}};
static const struct source rules_source = {.name = "rules.ini", .text = ""};

static const struct rules rules = {
    .src = &rules_source,
    .questions = questions,
    .nquestions = 4,
    .scales = scales,
    .nscales = 2,
    .feelings = feelings,
    .nfeelings = 1,
    .goals = goals,
    .ngoals = 1,
    .questionnaires = questionnaires,
    .nquestionnaires = 1,
    .subscales = subscales,
    .nsubscales = 1,
    .retentions = retentions,
    .nretentions = 1,
    .half_points = true,
};

struct read {
    struct arena *a;
    struct diag *d;
    struct source src;
    struct interview iv;
    bool parsed, matched;
};

static void
read_interview(struct read *r, const char *text)
{
    r->a = arena_new();
    r->d = diag_new(r->a, NULL);
    r->src = (struct source){.name = "a", .text = text, .len = strlen(text)};
    r->parsed = interview_parse(r->a, r->d, &r->src, &r->iv);
    r->matched = r->parsed && interview_match(r->a, r->d, &r->iv, &rules);
}

static const char dutch[] =
    "formaat: interview/1\n"
    "dossier: LP-0017\n"
    "verzonnen: ja\n"
    "taal: en\n"
    "kind: {naam: Noor, groep: \"4\", voornaamwoord: die, namen: [Noor, N]}\n"
    "gesprek: {datum: 2026-01-13, duur: 38}\n"
    "drie_woorden:\n"
    "  - {woord: warm, voorbeeld: Zij lachte hardop.}\n"
    "  - {woord: druk}\n"
    "  - {woord: open}\n"
    "antwoorden:\n"
    "  v04:\n"
    "    nodig: |\n"
    "      Rust.\n"
    "    gebeurtenis: |\n"
    "      Zij kwam\n"
    "      binnen.\n"
    "overgeslagen: [v08]\n"
    "fragmenten: [{bij: v04, gevoel: joy}]\n"
    "beoordelingen:\n"
    "  - door: coach\n"
    "    datum: 2026-01-16\n"
    "    scores:\n"
    "      boosheid:\n"
    "        score: 4.5\n"
    "        bewijs: [{bij: v04, citaat: kwam binnen. Rust.},\n"
    "          {bij: v02, citaat: lachte ... hardop}, {citaat: Rust.}]\n"
    "      warmth: {score: nvt, reden: ruis}\n"
    "  - {door: L2, datum: 2026-01-15, scores: {anger: {score: 4}}}\n"
    "vastgesteld: {scores: {anger: 4.5}}\n"
    "uitgelicht: [boosheid]\n"
    "aanzetten: {anger: [Een?, Twee?]}\n"
    "betekent: {warmth: Veel.}\n"
    "plan: {stappen: [{doel: listen}, {doel: iets anders}]}\n"
    "vragenlijsten: {own: {datum: 2026-02-01, items: {1: 5, 6: 1},\n"
    "  scores: {near: 3.5}}}\n"
    "bewaren: {regime: short}\n"
    "...\n";

static void
test_values(void **state)
{
    struct read r;
    const struct answer *answer;

    (void)state;
    read_interview(&r, dutch);
    assert_null(diag_first(r.d));
    assert_true(r.matched);
    assert_int_equal(r.iv.keys, LANG_NL);
    assert_int_equal(r.iv.lang, LANG_EN);
    assert_true(r.iv.invented);
    assert_true(r.iv.ended);
    assert_int_equal(r.iv.child.pronoun, PRONOUN_THEY);
    assert_int_equal(r.iv.child.names.n, 2);
    assert_int_equal(r.iv.minutes, 38);
    assert_int_equal(r.iv.nwords, 3);
    answer = interview_answer(&r.iv, 4);
    assert_non_null(answer);
    assert_true(answer->slotted);
    assert_string_equal(answer->whole.s, "Zij kwam\nbinnen. Rust.");
    assert_null(interview_answer(&r.iv, 8));
    assert_int_equal(interview_report_date(&r.iv).day, 16);
    arena_free(r.a);
}

/* Agreed on, else the last reading, else the interview. */
static void
test_report_date(void **state)
{
    struct interview iv = {.date = {2026, 1, 13}};
    struct reading readings[] = {
        {.date = {2026, 2, 5}}, {.date = {2026, 2, 3}}, {.date = {0}}};

    (void)state;
    assert_int_equal(interview_report_date(&iv).day, 13);
    iv.readings = readings;
    iv.nreadings = 3;
    assert_int_equal(interview_report_date(&iv).day, 5);
    readings[0].date = readings[1].date = (struct date){0};
    assert_int_equal(interview_report_date(&iv).day, 13);
    iv.agreed_date = (struct date){2026, 1, 9};
    assert_int_equal(interview_report_date(&iv).day, 9);
}

static void
test_match(void **state)
{
    struct read r;
    const struct scored *scored;

    (void)state;
    read_interview(&r, dutch);
    scored = r.iv.readings[0].scores;
    assert_int_equal(scored[0].scale_index, 1);
    assert_int_equal(scored[0].score, 4500);
    assert_int_equal(scored[0].nquotes, 3);
    assert_true(scored[1].na);
    assert_int_equal(r.iv.readings[1].scores[0].scale_index, 1);
    assert_int_equal(r.iv.fragments[0].feeling_index, 0);
    assert_true(r.iv.focus_given);
    assert_int_equal(r.iv.focus_index[0], 1);
    assert_int_equal(r.iv.prompts[0].texts.n, 2);
    assert_int_equal(r.iv.means[0].scale_index, 0);
    assert_int_equal(r.iv.steps[0].goal_index, 0);
    assert_int_equal(r.iv.steps[1].goal_index, -1);
    assert_int_equal(r.iv.questionnaires[0].index, 0);
    assert_int_equal(r.iv.questionnaires[0].items[1].value, 1000);
    assert_int_equal(r.iv.questionnaires[0].scores[0].value, 3500);
    assert_int_equal(r.iv.keep_index, 0);
    arena_free(r.a);
}

/* Empty values are as good as none. */
static void
test_empty(void **state)
{
    static const char text[] =
        "format: interview/1\n"
        "case: A\n"
        "child: {name: , names: }\n"
        "answers: {v04: {event: ''}, v08: }\n"
        "skipped: [v01, v02, v04, v08]\n"
        "readings: [{by: , scores: {anger: {score: }}}]\n"
        "focus:\n"
        "plan: {steps: [{goal: }]}\n"
        "...\n";
    struct read r;

    (void)state;
    read_interview(&r, text);
    assert_null(diag_first(r.d));
    assert_int_equal(r.iv.nanswers, 0);
    assert_int_equal(r.iv.nreadings, 0);
    assert_int_equal(r.iv.nsteps, 0);
    assert_false(r.iv.focus_given);
    assert_int_equal(r.iv.keep_index, -1);
    assert_int_equal(interview_report_date(&r.iv).year, 0);
    arena_free(r.a);
    read_interview(&r, "format: interview/1\ncase: A\nfocus: []\n"
                       "skipped: [v01, v02, v04, v08]\n...\n");
    assert_null(diag_first(r.d));
    assert_true(r.iv.focus_given);
    assert_int_equal(r.iv.focus.n, 0);
    arena_free(r.a);
}

static void
check_code(const char *extra, const char *code)
{
    struct arena *a = arena_new();
    struct read r;

    read_interview(&r, arena_printf(a,
                           "format: interview/1\ncase: A\n"
                           "skipped: [v01, v02, v04, v08]\n%s\n...\n",
                           extra));
    assert_non_null(diag_first(r.d));
    assert_string_equal(diag_first(r.d)->code, code);
    assert_null(diag_first(r.d)->next);
    arena_free(r.a);
    arena_free(a);
}

static void
test_faults(void **state)
{
    (void)state;
    check_code("readings: [{by: a, scores: {anger: {score: 4.25}}}]", "I308");
    check_code("readings: [{by: a, scores: {warmth: {score: 5.5}}}]", "I307");
    check_code("agreed: {scores: {anger: 1, boosheid: 2}}", "I309");
    check_code("questionnaires: {own: {items: {7: 1}}}", "I310");
    check_code("questionnaires: {own: {items: {1: 6}}}", "I311");
    check_code("questionnaires: {own: {items: {1: 2.5}}}", "I311");
    check_code("questionnaires: {own: {scores: {nears: 1}}}", "I312");
    check_code("questionnaires: {own: {scores: {near: 5.5}}}", "I313");
    check_code("answers: {v08: Ja.}", "I406");
    check_code("answers: {v09: Ja.}", "I302");
}

static void
count_text(void *ctx, const struct text *text)
{
    assert_non_null(text->s);
    assert_null(strstr(text->s, "never"));
    (*(int *)ctx)++;
}

static void
test_texts(void **state)
{
    struct read r;
    int n = 0;

    (void)state;
    read_interview(&r, "format: interview/1\ncase: A\n"
                       "child: {name: Bo, names: [never]}\n"
                       "others: [never]\n"
                       "skipped: [v01, v02, v04]\n"
                       "answers: {v08: Yes.}\n"
                       "notice: Look.\n...\n");
    interview_each_text(&r.iv, count_text, &n);
    assert_int_equal(n, 4);
    arena_free(r.a);
}

static void
test_dump(void **state)
{
    struct read r;
    struct buf out;

    (void)state;
    read_interview(&r, dutch);
    out = buf_new(r.a);
    interview_dump(&r.iv, &out);
    assert_non_null(strstr(out.p, "case: LP-0017\ninvented: yes\n"));
    assert_non_null(strstr(out.p, "  pronoun: they\n"));
    assert_non_null(strstr(out.p, "v04:\n  event: Zij kwam | binnen.\n"));
    assert_non_null(strstr(out.p, "    score: 4.5\n"));
    assert_non_null(strstr(out.p, "    score: na\n    reason: ruis\n"));
    arena_free(r.a);
}

static void
test_template(void **state)
{
    (void)state;
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        struct arena *a = arena_new();
        struct buf out = buf_new(a);
        struct read r;

        interview_template(&rules, NULL, (enum lang)lang, &out);
        read_interview(&r, out.p);
        assert_null(diag_first(r.d));
        assert_true(r.matched);
        assert_true(r.iv.ended);
        assert_int_equal(r.iv.keys, lang);
        assert_int_equal(r.iv.skipped.n, 4);
        arena_free(r.a);
        arena_free(a);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_values),
        cmocka_unit_test(test_report_date),
        cmocka_unit_test(test_match),
        cmocka_unit_test(test_empty),
        cmocka_unit_test(test_faults),
        cmocka_unit_test(test_texts),
        cmocka_unit_test(test_dump),
        cmocka_unit_test(test_template),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

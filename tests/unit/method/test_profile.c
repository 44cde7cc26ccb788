/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Conditions, patterns, focus, quotes, reasons, choice of prompts, and the
   explanation of it all. */
#include "method/score_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

enum { BASE, ANGER, JOY, SCALES };
enum { LOW, MID, HIGH };

#define NL(x)                                                                  \
    {                                                                          \
        .t = { [LANG_NL] = {.s = x} }                                          \
    }

static struct group groups[] = {{.is.id = "practice"}, {.is.id = "feelings"}};
static struct scale scales[] = {
    [BASE] = {.is.id = "secure_base", .group = 0, .show = {true, true}},
    [ANGER] = {.is.id = "anger", .group = 1, .show = {true, true}},
    [JOY] = {.is.id = "joy", .group = 1, .show = {false, true}},
};

static struct condition base_low = {.kind = CONDITION_IS,
    .scale = BASE,
    .band = LOW,
    .source = {.s = "secure_base is low"}};
static struct condition anger_high = {.kind = CONDITION_IS,
    .scale = ANGER,
    .band = HIGH,
    .source = {.s = "anger is high"}};
static struct condition joy_missing = {
    .kind = CONDITION_MISSING, .scale = JOY, .source = {.s = "joy missing"}};
static struct condition anger_more = {.kind = CONDITION_MORE_THAN,
    .scale = ANGER,
    .other = BASE,
    .source = {.s = "anger more_than secure_base"}};
static struct condition either[] = {
    {.kind = CONDITION_IS,
        .scale = BASE,
        .band = HIGH,
        .source = {.s = "secure_base is high"}},
    {.kind = CONDITION_DIFFERS,
        .scale = ANGER,
        .source = {.s = "anger differs"}},
};

static struct prompt prompts[] = {
    {.is = {.id = "plain", .order = 10},
        .target = TARGET_SCALE,
        .index = BASE,
        .text = NL("plain")},
    {.is = {.id = "low", .order = 20},
        .target = TARGET_SCALE,
        .index = BASE,
        .when = {.all = &base_low, .nall = 1},
        .text = NL("low")},
    {.is = {.id = "late", .order = 50},
        .target = TARGET_SCALE,
        .index = BASE,
        .text = NL("late")},
    {.is = {.id = "group", .order = 5},
        .target = TARGET_GROUP,
        .index = 0,
        .priority = 100,
        .text = NL("group")},
    {.is = {.id = "page", .order = 60},
        .target = TARGET_PHASE,
        .index = 0,
        .text = NL("zie {page.plan}")},
    {.is = {.id = "free", .order = 61},
        .target = TARGET_PHASE,
        .index = 0,
        .text = NL("vrij")},
    {.is = {.id = "added", .order = 101},
        .target = TARGET_SCALE,
        .index = BASE,
        .text = NL("added")},
};
static int anger_and_joy[] = {ANGER, JOY};
static struct pattern patterns[] = {
    {.is = {.id = "cold", .order = 30},
        .when = {.all = &base_low, .nall = 1},
        .notice = NL("koud"),
        .prompt = NL("cold"),
        .target = TARGET_SCALE,
        .index = BASE},
    {.is = {.id = "hot", .order = 40},
        .priority = 5,
        .when = {.all = &anger_high, .nall = 1, .any = either, .nany = 2},
        .notice = NL("heet"),
        .prompt = NL("hot"),
        .focus = anger_and_joy,
        .nfocus = 2},
    {.is = {.id = "gap", .order = 45},
        .when = {.all = &joy_missing, .nall = 1},
        .prompt = NL("gap")},
};
static struct phase phases[] = {{.is.id = "look"}};

/* Rules, one reader or more, and what comes of them. */
struct fixture {
    struct arena *a;
    struct diag *d;
    struct rules rules;
    struct interview iv;
    struct scores *scores;
    struct profile *profile;
};

enum { ABSENT = -1 };

static void
fixture_make(struct fixture *f, const int v[][SCALES], int n)
{
    static const struct band band[] = {
        {.id = "low", .from = 1000},
        {.id = "mid", .from = 3000},
        {.id = "high", .from = 6000},
    };

    *f = (struct fixture){.a = arena_new()};
    f->d = diag_new(f->a, NULL);
    f->rules = (struct rules){.groups = groups,
        .ngroups = 2,
        .scales = scales,
        .nscales = SCALES,
        .prompts = prompts,
        .nprompts = sizeof prompts / sizeof *prompts,
        .patterns = patterns,
        .npatterns = sizeof patterns / sizeof *patterns,
        .phases = phases,
        .nphases = 1,
        .settle = {SETTLE_AGREED, SETTLE_MEDIAN},
        .nsettle = 2,
        .differ_from = 2000,
        .nbands = 1};
    f->rules.bands = NEW(f->a, struct bands, 1);
    f->rules.bands->n = 3;
    memcpy(f->rules.bands->v, band, sizeof band);
    f->iv.case_id.s = "T-1";
    f->iv.nreadings = n;
    f->iv.readings = NEW(f->a, struct reading, n);
    for (int i = 0; i < n; i++) {
        struct reading *r = &f->iv.readings[i];

        r->scores = NEW(f->a, struct scored, SCALES);
        for (int k = 0; k < SCALES; k++) {
            if (v[i][k] == ABSENT)
                continue;
            r->scores[r->nscores].scale_index = k;
            r->scores[r->nscores++].score = v[i][k];
        }
    }
}

static void
fixture_draw(struct fixture *f)
{
    f->scores = score_interview(f->a, &f->rules, &f->iv);
    f->profile = profile_scores(f->a, f->d, f->scores, LANG_NL);
}

/* Readers two apart settle by agreement alone. */
static void
fixture_agree(struct fixture *f, int scale, int score)
{
    f->iv.agreed = NEW(f->a, struct scored, 1);
    f->iv.agreed->scale_index = scale;
    f->iv.agreed->score = score;
    f->iv.nagreed = 1;
}

static const int cold_and_hot[][SCALES] = {
    {2000, 7000, ABSENT},
    {2000, 5000, ABSENT},
};

struct condition_case {
    struct condition c;
    bool holds;
};

/* Scores: secure_base 2 (low), anger 6 (high, readers 2 apart), joy none. */
static const struct condition_case condition_cases[] = {
    {{.kind = CONDITION_IS, .scale = BASE, .band = LOW}, true},
    {{.kind = CONDITION_IS, .scale = BASE, .band = MID}, false},
    {{.kind = CONDITION_IS_NOT, .scale = BASE, .band = MID}, true},
    {{.kind = CONDITION_IS_NOT, .scale = BASE, .band = LOW}, false},
    {{.kind = CONDITION_LESS, .scale = BASE, .value = 2000}, false},
    {{.kind = CONDITION_LESS, .scale = BASE, .value = 2001}, true},
    {{.kind = CONDITION_AT_MOST, .scale = BASE, .value = 2000}, true},
    {{.kind = CONDITION_MORE, .scale = BASE, .value = 2000}, false},
    {{.kind = CONDITION_AT_LEAST, .scale = BASE, .value = 2000}, true},
    {{.kind = CONDITION_EQUAL, .scale = BASE, .value = 2000}, true},
    {{.kind = CONDITION_MISSING, .scale = BASE}, false},
    {{.kind = CONDITION_DIFFERS, .scale = BASE}, false},
    {{.kind = CONDITION_DIFFERS, .scale = ANGER}, true},
    {{.kind = CONDITION_MORE_THAN, .scale = ANGER, .other = BASE}, true},
    {{.kind = CONDITION_MORE_THAN, .scale = BASE, .other = ANGER}, false},
    {{.kind = CONDITION_MORE_THAN, .scale = BASE, .other = JOY}, false},
    {{.kind = CONDITION_MORE_THAN, .scale = JOY, .other = BASE}, false},
    {{.kind = CONDITION_MISSING, .scale = JOY}, true},
    {{.kind = CONDITION_IS_NOT, .scale = JOY, .band = LOW}, false},
    {{.kind = CONDITION_LESS, .scale = JOY, .value = 9000}, false},
    {{.kind = CONDITION_DIFFERS, .scale = JOY}, false},
};

static void
conditions_compare(void **state)
{
    struct fixture f;

    (void)state;
    fixture_make(&f, cold_and_hot, 2);
    fixture_agree(&f, ANGER, 6000);
    fixture_draw(&f);
    for (size_t i = 0; i < sizeof condition_cases / sizeof *condition_cases;
         i++)
        if (condition_holds(f.scores, &condition_cases[i].c) !=
            condition_cases[i].holds)
            fail_msg("condition %d", (int)i);
    arena_free(f.a);
}

static void
only_missing_and_differs_hold_unsettled(void **state)
{
    struct fixture f;

    (void)state;
    fixture_make(&f, cold_and_hot, 2);
    fixture_agree(&f, ANGER, 6000);
    f.rules.settle[0] = SETTLE_NONE;
    fixture_draw(&f);
    for (int kind = CONDITION_IS; kind <= CONDITION_MORE_THAN; kind++) {
        struct condition c = {
            .kind = (enum condition_kind)kind, .scale = ANGER, .other = BASE};

        assert_int_equal(condition_holds(f.scores, &c),
            kind == CONDITION_MISSING || kind == CONDITION_DIFFERS);
    }
    arena_free(f.a);
}

static void
any_needs_one(void **state)
{
    struct fixture f;
    struct conditions none = {0};
    struct conditions any = {.any = either, .nany = 1};

    (void)state;
    fixture_make(&f, cold_and_hot, 2);
    fixture_agree(&f, ANGER, 6000);
    fixture_draw(&f);
    assert_true(conditions_hold(f.scores, &none));
    assert_false(conditions_hold(f.scores, &any));
    any.nany = 2;
    assert_true(conditions_hold(f.scores, &any));
    any.all = &anger_more;
    any.nall = 1;
    assert_true(conditions_hold(f.scores, &any));
    arena_free(f.a);
}

static void
patterns_by_priority(void **state)
{
    struct fixture f;

    (void)state;
    fixture_make(&f, cold_and_hot, 2);
    fixture_agree(&f, ANGER, 6000);
    fixture_draw(&f);
    assert_int_equal(f.profile->npatterns, 3);
    assert_string_equal(f.profile->patterns[0]->is.id, "hot");
    assert_string_equal(f.profile->patterns[1]->is.id, "cold");
    assert_string_equal(f.profile->patterns[2]->is.id, "gap");
    assert_string_equal(f.profile->notice.s, "heet");
    assert_false(f.profile->notice_filled);
    assert_int_equal(f.profile->nfocus, 1); /* joy is not scored */
    assert_int_equal(f.profile->focus[0], ANGER);
    assert_int_equal(diag_warnings(f.d, NULL), 0);
    arena_free(f.a);
}

static void
interview_goes_before_patterns(void **state)
{
    struct fixture f;
    struct text ids[] = {{.s = "joy"}, {.s = "basis"}, {.s = "secure_base"}};
    int index[] = {JOY, BASE, BASE};

    (void)state;
    fixture_make(&f, cold_and_hot, 2);
    fixture_agree(&f, ANGER, 6000);
    f.iv.notice.s = "eigen";
    f.iv.focus_given = true;
    f.iv.focus = (struct texts){ids, 3};
    f.iv.focus_index = index;
    fixture_draw(&f);
    assert_string_equal(f.profile->notice.s, "eigen");
    assert_true(f.profile->notice_filled);
    assert_int_equal(f.profile->nfocus, 1);
    assert_int_equal(f.profile->focus[0], BASE);
    assert_int_equal(diag_warnings(f.d, NULL), 1);
    assert_string_equal(diag_first(f.d)->code, "W301");
    f.iv.focus.n = 0;
    fixture_draw(&f);
    assert_int_equal(f.profile->nfocus, 0);
    arena_free(f.a);
}

static void
groups_show_by_their_scales(void **state)
{
    struct fixture f;

    (void)state;
    fixture_make(&f, cold_and_hot, 2);
    fixture_agree(&f, ANGER, 6000);
    fixture_draw(&f);
    assert_false(profile_shows_scale(f.profile, JOY, COPY_TEACHER));
    assert_true(profile_shows_scale(f.profile, JOY, COPY_COACH));
    assert_true(profile_shows_group(f.profile, 1, COPY_TEACHER));
    arena_free(f.a);
}

static void
quotes_once_and_reasons_of_the_settled(void **state)
{
    static const int v[][SCALES] = {
        {2000, 1000, 1000}, {3000, 1000, 1000}, {3000, 1000, 1000}};
    struct fixture f;
    struct quote one[] = {{.text = {.s = "Hij kwam\nnaar mij."}}};
    struct quote two[] = {{.text = {.s = " Hij kwam naar  mij."}},
        {.text = {.s = "Hij kwam naar mij"}}};
    const struct quote **q;

    (void)state;
    fixture_make(&f, v, 3);
    f.iv.readings[0].scores[BASE].quotes = one;
    f.iv.readings[0].scores[BASE].nquotes = 1;
    f.iv.readings[0].scores[BASE].not_lower.s = "eerste";
    f.iv.readings[0].scores[BASE].not_higher.s = "eerste hoger";
    f.iv.readings[1].scores[BASE].quotes = two;
    f.iv.readings[1].scores[BASE].nquotes = 2;
    f.iv.readings[1].scores[BASE].not_lower.s = "tweede";
    fixture_draw(&f);
    assert_int_equal(profile_quotes(f.a, f.profile, BASE, &q), 2);
    assert_ptr_equal(q[0], &one[0]);
    assert_ptr_equal(q[1], &two[1]);
    assert_string_equal(profile_not_lower(f.profile, BASE).s, "tweede");
    assert_string_equal(profile_not_higher(f.profile, BASE).s, "eerste hoger");
    assert_null(profile_not_lower(f.profile, ANGER).s);
    arena_free(f.a);
}

static void
quotes_of_a_card(void **state)
{
    static const int v[][SCALES] = {
        {2000, 1000, 1000}, {3000, 1000, 1000}, {5000, 1000, 1000}};
    struct fixture f;
    struct quote low[] = {{.at.question = 9, .text = {.s = "Nooit."}},
        {.at.question = 4, .text = {.s = "Soms."}}};
    struct quote mid[] = {{.at.question = 4, .text = {.s = "Soms."}},
        {.at.question = 4, .text = {.s = "Een keer."}},
        {.at.question = 5, .text = {.s = "Later wel."}}};
    const struct quote **q;

    (void)state;
    fixture_make(&f, v, 3);
    fixture_agree(&f, BASE, 3000);
    f.iv.readings[0].scores[BASE].quotes = low;
    f.iv.readings[0].scores[BASE].nquotes = 2;
    f.iv.readings[1].scores[BASE].quotes = mid;
    f.iv.readings[1].scores[BASE].nquotes = 3;
    fixture_draw(&f);
    /* Settled at 3: "Nooit." was heard by whom it was a 2. */
    assert_int_equal(profile_chosen_quotes(f.a, f.profile, BASE, 2, &q), 2);
    assert_string_equal(q[0]->text.s, "Soms.");
    assert_string_equal(q[1]->text.s, "Later wel.");
    assert_int_equal(profile_chosen_quotes(f.a, f.profile, BASE, 9, &q), 3);
    assert_string_equal(q[2]->text.s, "Een keer.");
    /* In no reader's band: what there is. */
    f.iv.readings[1].scores[BASE].nquotes = 0;
    assert_int_equal(profile_chosen_quotes(f.a, f.profile, BASE, 2, &q), 2);
    assert_string_equal(q[0]->text.s, "Nooit.");
    assert_int_equal(profile_chosen_quotes(f.a, f.profile, ANGER, 2, &q), 0);
    arena_free(f.a);
}

static void
prompts_in_order(void **state)
{
    static const char *const order[] = {
        "eigen", "plain", "low", "cold", "late", "added", "group"};
    struct fixture f;
    struct text own = {.s = "eigen"};
    struct scale_texts texts = {.scale_index = BASE, .texts = {&own, 1}};
    struct chosen v[10];
    int n;

    (void)state;
    fixture_make(&f, cold_and_hot, 2);
    fixture_agree(&f, ANGER, 6000);
    f.iv.prompts = &texts;
    f.iv.nprompts = 1;
    fixture_draw(&f);
    n = profile_prompts(
        f.a, f.profile, TARGET_SCALE, BASE, LANG_NL, 10, NULL, NULL, v);
    assert_int_equal(n, 7);
    for (int i = 0; i < n; i++)
        assert_string_equal(v[i].text.s, order[i]);
    assert_true(v[0].typed);
    assert_null(v[0].id);
    assert_string_equal(v[3].id, "cold");
    n = profile_prompts(
        f.a, f.profile, TARGET_SCALE, BASE, LANG_NL, 2, NULL, NULL, v);
    assert_int_equal(n, 2);
    n = profile_prompts(
        f.a, f.profile, TARGET_PROFILE, -1, LANG_NL, 10, NULL, NULL, v);
    assert_int_equal(n, 2);
    assert_string_equal(v[0].text.s, "hot");
    assert_string_equal(v[1].text.s, "gap");
    arena_free(f.a);
}

static bool
knows_kind(void *ctx, const char *kind, size_t len)
{
    const char *known = ctx;

    return strlen(known) == len && memcmp(known, kind, len) == 0;
}

static void
prompts_name_only_known_pages(void **state)
{
    struct fixture f;
    struct chosen v[3];
    char plan[] = "plan", other[] = "planning";

    (void)state;
    fixture_make(&f, cold_and_hot, 2);
    fixture_agree(&f, ANGER, 6000);
    fixture_draw(&f);
    assert_int_equal(profile_prompts(f.a, f.profile, TARGET_PHASE, 0, LANG_NL,
                         3, knows_kind, plan, v),
        2);
    assert_int_equal(profile_prompts(f.a, f.profile, TARGET_PHASE, 0, LANG_NL,
                         3, knows_kind, other, v),
        1);
    assert_string_equal(v[0].id, "free");
    arena_free(f.a);
}

static void
explains_each_choice(void **state)
{
    struct fixture f;
    struct buf out;

    (void)state;
    fixture_make(&f, cold_and_hot, 2);
    fixture_agree(&f, ANGER, 6000);
    f.rules.npatterns = 2;
    f.rules.nprompts = 2;
    fixture_draw(&f);
    out = buf_new(f.a);
    score_explain(f.scores, f.profile, LANG_NL, &out);
    assert_string_equal(out.p,
        "Een kaart drukt de eerste een of twee aanzetten van zijn schaal af, "
        "een fase de eerste twee.\n"
        "pattern cold\n"
        "  when.1  ja   secure_base is low  [secure_base 2 (low)]\n"
        "  -> gaat op\n"
        "  -> plaats 3 voor scale secure_base\n"
        "pattern hot\n"
        "  when.1  ja   anger is high  [anger 6 (high)]\n"
        "  any.1  nee  secure_base is high  [secure_base 2 (low)]\n"
        "  any.2  ja   anger differs  [anger 6 (high), lezers 5..7]\n"
        "  -> gaat op en is het eerste: geeft uitgelicht en wat opvalt, "
        "waar het interview dat niet doet\n"
        "  -> plaats 1 voor profile\n"
        "prompt plain, voor scale secure_base\n"
        "  geen voorwaarde\n"
        "  -> plaats 1 voor scale secure_base\n"
        "prompt low, voor scale secure_base\n"
        "  when.1  ja   secure_base is low  [secure_base 2 (low)]\n"
        "  -> plaats 2 voor scale secure_base\n");
    arena_free(f.a);
}

static void
explains_each_refusal(void **state)
{
    static const int v[][SCALES] = {{7000, ABSENT, 4000}};
    struct fixture f;
    struct buf out;

    (void)state;
    fixture_make(&f, v, 1);
    f.rules.npatterns = 2;
    f.rules.nprompts = 0;
    fixture_draw(&f);
    out = buf_new(f.a);
    score_explain(f.scores, f.profile, LANG_EN, &out);
    assert_string_equal(out.p,
        "A card prints the first one or two prompts of its scale, a phase "
        "the first two.\n"
        "pattern cold\n"
        "  when.1  no   secure_base is low  [secure_base 7 (high)]\n"
        "  -> when.1 does not hold: not chosen\n"
        "pattern hot\n"
        "  when.1  no   anger is high  [anger not scored]\n"
        "  any.1  yes  secure_base is high  [secure_base 7 (high)]\n"
        "  any.2  no   anger differs  [anger not scored]\n"
        "  -> when.1 does not hold: not chosen\n");
    arena_free(f.a);
}

static void
dumps_the_profile(void **state)
{
    struct fixture f;
    struct buf out;

    (void)state;
    fixture_make(&f, cold_and_hot, 2);
    fixture_agree(&f, ANGER, 6000);
    f.rules.nprompts = 2;
    f.iv.readings[0].scores[BASE].not_lower.s = "Hij komt\nwel.";
    fixture_draw(&f);
    out = buf_new(f.a);
    profile_dump(f.profile, LANG_NL, &out);
    assert_string_equal(out.p, "profile T-1\n"
                               "  pattern hot\n"
                               "  pattern cold\n"
                               "  pattern gap\n"
                               "  focus anger\n"
                               "    notice heet\n"
                               "  scale secure_base\n"
                               "    not lower Hij komt wel.\n"
                               "    prompt plain\n"
                               "    prompt low\n"
                               "    prompt cold\n"
                               "  scale anger\n"
                               "  scale joy\n"
                               "  phase look\n"
                               "  profile\n"
                               "    prompt hot\n"
                               "    prompt gap\n");
    arena_free(f.a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(conditions_compare),
        cmocka_unit_test(only_missing_and_differs_hold_unsettled),
        cmocka_unit_test(any_needs_one),
        cmocka_unit_test(patterns_by_priority),
        cmocka_unit_test(interview_goes_before_patterns),
        cmocka_unit_test(groups_show_by_their_scales),
        cmocka_unit_test(quotes_once_and_reasons_of_the_settled),
        cmocka_unit_test(quotes_of_a_card),
        cmocka_unit_test(prompts_in_order),
        cmocka_unit_test(prompts_name_only_known_pages),
        cmocka_unit_test(explains_each_choice),
        cmocka_unit_test(explains_each_refusal),
        cmocka_unit_test(dumps_the_profile),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Placeholders, pronouns, possessives, marks, and the words of dates and
   counts. */
#include "base/utf8.h"
#include "report/fill_block.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

/* A child and a text, and what it prints. */
struct fill_case {
    enum lang lang;
    enum pronoun pronoun;
    const char *name, *code, *group;
    const char *text, *printed;
};

static const struct fill_case fill_cases[] = {
    {LANG_NL, PRONOUN_HE, "Martijn", "K1", "4",
        "{Hij} helpt {kind}; {zijn} boek is van {hem}.",
        "Hij helpt Martijn; zijn boek is van hem."},
    {LANG_NL, PRONOUN_SHE, "Noor", NULL, NULL, "{hij} {hem} {zijn}",
        "zij haar haar"},
    {LANG_NL, PRONOUN_THEY, "Sam", NULL, NULL, "{Hij} {hem} {zijn}",
        "Die Sam Sams"},
    {LANG_EN, PRONOUN_HE, "Martijn", NULL, NULL, "{he} {him} {His}",
        "he him His"},
    {LANG_EN, PRONOUN_SHE, "Noor", NULL, NULL, "{he} {him} {his}",
        "she her her"},
    {LANG_EN, PRONOUN_THEY, "Sam", NULL, NULL, "{he} {him} {his}",
        "they them their"},
    /* No pronoun: the name, else the code, else the word. */
    {LANG_NL, PRONOUN_NONE, "Martijn", "K1", NULL, "{Hij} en {zijn} boek",
        "Martijn en Martijns boek"},
    {LANG_NL, PRONOUN_NONE, NULL, "K12", NULL, "{hem} en {zijn} boek",
        "K12 en K12’s boek"},
    {LANG_NL, PRONOUN_NONE, NULL, NULL, NULL, "{Hij} en {zijn} boek",
        "Het kind en diens boek"},
    {LANG_EN, PRONOUN_NONE, "Alex", NULL, NULL, "{his} book", "Alex’s book"},
    {LANG_EN, PRONOUN_NONE, NULL, NULL, NULL, "{His} book of {him}",
        "Their book of the child"},
    /* What the author wrote at the front of a sentence stays. */
    {LANG_NL, PRONOUN_NONE, "Anne", NULL, NULL, "{leerkracht} en {Leerkracht}",
        "juf Els en Juf Els"},
    {LANG_NL, PRONOUN_NONE, "IJsbrand", NULL, NULL, "{Kind}", "IJsbrand"},
    {LANG_NL, PRONOUN_NONE, "ijsbrand", NULL, NULL, "{Kind}", "IJsbrand"},
    {LANG_NL, PRONOUN_NONE, "élise", NULL, NULL, "{Kind}", "Élise"},
    {LANG_NL, PRONOUN_NONE, "Tim", NULL, "4", "{kind}, groep {group}",
        "Tim, groep 4"},
    /* Nothing printed leaves no double space. */
    {LANG_NL, PRONOUN_NONE, "Tim", NULL, NULL, "In {group} zit {kind}",
        "In zit Tim"},
    {LANG_NL, PRONOUN_NONE, "Tim", NULL, NULL, "{group} en {kind}", "en Tim"},
    {LANG_NL, PRONOUN_NONE, "Tim", NULL, NULL, "{kind} {group}, {list}.",
        "Tim,."},
    {LANG_NL, PRONOUN_NONE, "Tim", NULL, NULL, "{kind} {group}", "Tim"},
    {LANG_NL, PRONOUN_NONE, "Tim", NULL, NULL, "{case}: {coach}, {readers}",
        "T-1: de coach, één lezer"},
    {LANG_EN, PRONOUN_NONE, "Tim", NULL, NULL, "{readers} {chip} {page.plan}",
        "one reader V5 ?"},
    {LANG_NL, PRONOUN_NONE, "Tim", NULL, NULL, "a **b {kind}** {x} {",
        "a b Tim {x} {"},
    /* Straight apostrophes. */
    {LANG_NL, PRONOUN_NONE, "Tim", NULL, NULL, "foto's 's avonds 't is zo'n",
        "foto’s ’s avonds ’t is zo’n"},
    {LANG_NL, PRONOUN_NONE, "Tim", NULL, NULL, "'ja' en {kind}'s 'tja'",
        "‘ja’ en Tim’s ‘tja’"},
    {LANG_NL, PRONOUN_NONE, "Tim", NULL, NULL, "", ""},
};

static struct rules
rules_make(void)
{
    return (struct rules){
        .child.t = {{.s = "kind"}, {.s = "child"}},
        .teacher.t = {{.s = "leerkracht"}, {.s = "teacher"}},
        .coach.t = {{.s = "coach"}, {.s = "coach"}},
    };
}

static void
fills_texts(void **state)
{
    struct arena *a = arena_new();
    struct rules r = rules_make();

    (void)state;
    for (size_t i = 0; i < sizeof fill_cases / sizeof *fill_cases; i++) {
        const struct fill_case *c = &fill_cases[i];
        struct interview iv = {
            .case_id.s = "T-1",
            .child = {.name.s = c->name,
                .code.s = c->code,
                .group.s = c->group,
                .pronoun = c->pronoun},
            .teacher.name.s = "juf Els",
            .nreadings = 1,
        };
        struct fill env = {
            .rules = &r, .interview = &iv, .lang = c->lang, .chip = "V5"};

        assert_string_equal(fill_text(a, &env, c->text), c->printed);
    }
    arena_free(a);
}

static void
makes_runs(void **state)
{
    static const struct {
        enum run_kind kind;
        bool strong;
        const char *text;
    } want[] = {
        {RUN_TEXT, false, "Zie "},
        {RUN_CHIP, false, "V5"},
        {RUN_TEXT, false, " op pagina "},
        {RUN_PAGE, false, "plan"},
        {RUN_TEXT, false, ", "},
        {RUN_TEXT, true, "vet Tim "},
        {RUN_PAGE, true, "interview"},
        {RUN_TEXT, false, "."},
    };
    struct arena *a = arena_new();
    struct rules r = rules_make();
    struct interview iv = {.child.name.s = "Tim"};
    struct fill env = {.rules = &r, .interview = &iv, .chip = "V5"};
    struct block *b = block_text(a, NULL, ROLE_P, STYLE_BODY, "");
    int first = b->as.text.n;

    (void)state;
    fill_block(a, &env,
        "Zie {chip} op pagina {page.plan}, **vet {kind} {page.interview}**.",
        b);
    assert_int_equal(b->as.text.n - first, 8);
    for (int i = 0; i < 8; i++) {
        const struct run *run = &b->as.text.runs[first + i];

        assert_int_equal(run->kind, want[i].kind);
        assert_int_equal(run->strong, want[i].strong);
        assert_int_equal(run->len, strlen(want[i].text));
        assert_memory_equal(run->text, want[i].text, run->len);
    }
    arena_free(a);
}

static void
names_people(void **state)
{
    struct rules r = rules_make();
    struct interview iv = {.teacher.code.s = "L07", .coach.name.s = "Ank"};
    struct fill env = {.rules = &r, .interview = &iv, .lang = LANG_EN};
    struct arena *a = arena_new();

    (void)state;
    assert_string_equal(fill_child(a, &env), "the child");
    assert_string_equal(fill_teacher(a, &env), "L07");
    assert_string_equal(fill_coach(a, &env), "Ank");
    assert_string_equal(
        fill_text(a, &env, "{Child} is here."), "The child is here.");
    assert_string_equal(fill_article(a, "kind", LANG_NL), "het kind");
    assert_string_equal(fill_article(a, "meisje", LANG_NL), "het meisje");
    assert_string_equal(fill_article(a, "leerling", LANG_NL), "de leerling");
    assert_string_equal(fill_article(a, "de leerling", LANG_NL), "de leerling");
    arena_free(a);
}

static void
possessives(void **state)
{
    static const char *const dutch[][2] = {
        {"Martijn", "Martijns"},
        {"Alex", "Alex’"},
        {"Lars", "Lars’"},
        {"Liz", "Liz’"},
        {"Anna", "Anna’s"},
        {"Romy", "Romy’s"},
        {"Leo", "Leo’s"},
        {"Anne", "Annes"},
        {"Renée", "Renées"},
        {"Joy", "Joys"},
        {"Beau", "Beaus"},
        {"kind B", "kind B’s"},
        {"K12", "K12’s"},
    };
    struct arena *a = arena_new();

    (void)state;
    for (size_t i = 0; i < sizeof dutch / sizeof *dutch; i++)
        assert_string_equal(
            fill_possessive(a, dutch[i][0], LANG_NL), dutch[i][1]);
    assert_string_equal(fill_possessive(a, "Lars", LANG_EN), "Lars’s");
    arena_free(a);
}

static void
quotes(void **state)
{
    static const char *const quote[][2] = {
        {"Hij lachte.", "“Hij lachte.”"},
        {"\"Moet ik niet.\"", "“Moet ik niet.”"},
        {" „Ga zitten.” \n", "“Ga zitten.”"},
        {"«Nee»", "“Nee”"},
        {"‘Nee’", "“Nee”"},
        {"“Ja” zei hij, “nee”", "“‘Ja’ zei hij, ‘nee’”"},
        {"Hij zei: \"nee\"", "“Hij zei: ‘nee’”"},
        {"Ze noemt het “de storm”.", "“Ze noemt het ‘de storm’.”"},
        {"Ze noemt het „de storm“, (\"stil\").",
            "“Ze noemt het ‘de storm’, (‘stil’).”"},
        {"Ze noemt het «storm» en ‘stil’.",
            "“Ze noemt het ‘storm’ en ‘stil’.”"},
        {"She said 'no' and I didn't. 't Was 'all right'.",
            "“She said ‘no’ and I didn’t. ’t Was ‘all right’.”"},
        {"Get 'em, at 's morgens, 5' high.",
            "“Get ’em, at ’s morgens, 5' high.”"},
        {"een lat van 5\" breed", "“een lat van 5\" breed”"},
        {"", "“”"},
        {"\"", "“\"”"},
    };
    struct arena *a = arena_new();

    (void)state;
    for (size_t i = 0; i < sizeof quote / sizeof *quote; i++)
        assert_string_equal(fill_quote(a, quote[i][0]), quote[i][1]);
    arena_free(a);
}

static void
words_of_a_language(void **state)
{
    static const char *const list[] = {"a", "b", "c"};
    struct arena *a = arena_new();
    struct date d = {2026, 1, 13};

    (void)state;
    assert_string_equal(fill_date(a, d, LANG_NL), "13 januari 2026");
    assert_string_equal(fill_date(a, d, LANG_EN), "13 January 2026");
    assert_string_equal(fill_date(a, (struct date){0}, LANG_EN), "");
    assert_string_equal(fill_count(a, 1, LANG_NL), "één");
    assert_string_equal(fill_count(a, 12, LANG_EN), "twelve");
    assert_string_equal(fill_count(a, 13, LANG_NL), "13");
    assert_string_equal(fill_count(a, -1, LANG_NL), "-1");
    assert_string_equal(fill_chip(a, 5, LANG_NL), "V5");
    assert_string_equal(fill_chip(a, 10, LANG_EN), "Q10");
    assert_string_equal(fill_number(a, 3500, LANG_NL), "3,5");
    assert_string_equal(fill_number(a, 3500, LANG_EN), "3.5");
    assert_string_equal(fill_number(a, 4000, LANG_NL), "4");
    assert_string_equal(fill_readers(a, 0, LANG_NL), "geen lezers");
    assert_string_equal(fill_readers(a, 1, LANG_NL), "één lezer");
    assert_string_equal(fill_readers(a, 2, LANG_EN), "two readers");
    assert_string_equal(fill_list(a, list, 0, LANG_NL), "");
    assert_string_equal(fill_list(a, list, 1, LANG_NL), "a");
    assert_string_equal(fill_list(a, list, 2, LANG_NL), "a en b");
    assert_string_equal(fill_list(a, list, 3, LANG_EN), "a, b and c");
    assert_string_equal(fill_capital(a, ""), "");
    assert_string_equal(fill_capital(a, "'s ochtends"), "'s Ochtends");
    assert_string_equal(fill_capital(a, "’t ijs"), "’t IJs");
    assert_string_equal(fill_capital(a, "'tussendoor'"), "'tussendoor'");
    assert_string_equal(fill_capital(a, "'"), "'");
    assert_string_equal(fill_within(a, "Veilige basis"), "veilige basis");
    assert_string_equal(fill_within(a, "Één"), "één");
    assert_string_equal(fill_within(a, "IJver"), "ijver");
    assert_string_equal(fill_within(a, "ADHD thuis"), "ADHD thuis");
    assert_string_equal(fill_within(a, "A"), "a");
    assert_string_equal(fill_within(a, ""), "");
    assert_string_equal(
        fill_month((struct date){2026, 3, 1}, LANG_NL), "maart");
    assert_string_equal(fill_month((struct date){0}, LANG_NL), "");
    assert_true(utf8_same(" Juf Éva\n", "juf éva"));
    assert_true(utf8_same("", " "));
    assert_false(utf8_same("Ada", "Ada M"));
    assert_false(utf8_same("Ada M", "Ada"));
    arena_free(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fills_texts),
        cmocka_unit_test(makes_runs),
        cmocka_unit_test(names_people),
        cmocka_unit_test(possessives),
        cmocka_unit_test(quotes),
        cmocka_unit_test(words_of_a_language),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

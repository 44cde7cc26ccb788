/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Names left out: every form a Dutch or English text gives them, and what only
   looks like one. */
#include "privacy/anonymise.h"
#include "privacy/names.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#define ARRAY_LEN(x) (sizeof(x) / sizeof *(x))

static struct text
text_of(const char *s)
{
    return (struct text){.s = s};
}

/* An interview that lists these names. */
static struct interview
listing(void)
{
    static struct text child[] = {{.s = "Martijn"}, {.s = "Tijn"}};
    static struct text others[] = {{.s = "Sandra van der Berg"}, {.s = "Wil"},
        {.s = "Roos"}, {.s = "Sam"}, {.s = "José"}, {.s = "mevrouw De Wit"},
        {.s = "Anne-Marie Vos-de Graaf"}, {.s = "Mark"}, {.s = "Bram"},
        {.s = "Romy"}, {.s = "Al"}, {.s = "Łukasz Żółkiewski"},
        {.s = "oma Tim"}, {.s = "Hennie"}};
    static struct reading readings[] = {
        {.by = {.s = "coach"}}, {.by = {.s = "L42"}}, {.by = {.s = "Zoë"}}};
    struct interview iv = {.readings = readings, .nreadings = 3};

    iv.case_id = text_of("LP-0017");
    iv.teacher.name = text_of("juf Anne");
    iv.teacher.code = text_of("L07");
    iv.child.name = text_of("Martijn");
    iv.child.code = text_of("K12");
    iv.child.names = (struct texts){.v = child, .n = 2};
    iv.others = (struct texts){.v = others, .n = ARRAY_LEN(others)};
    iv.coach.name = text_of("Petra Smit");
    return iv;
}

struct example {
    const char *text, *result; /* NULL: the same */
};

static void
check(const struct example *v, size_t n)
{
    struct arena *a = arena_new();
    struct interview iv = listing();
    struct names *names = names_collect(a, &iv, NULL, LANG_NL);

    parts_expect_near(a, names);
    for (size_t i = 0; i < n; i++)
        assert_string_equal(names_replace(a, names, v[i].text),
            v[i].result == NULL ? v[i].text : v[i].result);
    arena_free(a);
}

static void
test_forms(void **state)
{
    static const struct example v[] = {
        {"Ik zag Martijn.", "Ik zag kind B."},
        {"Martijn lacht.", "Kind B lacht."},
        {"het is Martijns boek", "het is kind B’s boek"},
        {"het is Martijn's boek", "het is kind B’s boek"},
        {"het is Martijn’s boek", "het is kind B’s boek"},
        {"met MARTIJN erbij", "met kind B erbij"},
        {"met MARTIJN'S boek", "met kind B’s boek"},
        {"met martijn erbij", "met kind B erbij"},
        {"die Martijntje toch", "die kind B toch"},
        {"die Martijntjes lach", "die kind B’s lach"},
        {"die Martijntje's lach", "die kind B’s lach"},
        {"op Sint-Martijn", "op Sint-kind B"},
        {"echt martijn-achtig", "echt kind B-achtig"},
        {"(Martijn) “Martijn” 'Martijn'", "(Kind B) “Kind B” 'Kind B'"},
        {"dat Brammetje en Bramse", "dat persoon K en Bramse"},
        {"naar Romy'tje", "naar persoon L"},
        {"Mar\xc2\xadtijn en Marti\xe2\x80\x8bjn", "Kind B en kind B"},
        {"Jose, JOSÉ, Jose\xcc\x81 en josé",
            "Persoon G, persoon G, persoon G en persoon G"},
        {"bij Lukasz, bij Zolkiewski", "bij persoon N, bij persoon N"},
        {"en ŁUKASZ ŻÓŁKIEWSKI’S jas", "en persoon N’s jas"},
        {"van Tijn, Tijntje en Martijn Tijn", "van kind B, kind B en kind B"},
        {"Martijn2 en martijn_x", "Kind B en kind B"},
        {"martijn@school.nl", "Kind B"},
        {"sam@school.nl en dus bij sam@thuis.nl",
            "Persoon F en dus bij persoon F"},
        {"Martijn (Martijn) en Martijn -Martijn",
            "Kind B (kind B) en kind B -kind B"},
        {"aan m.martijn@school.nl.", "aan kind B."},
    };

    (void)state;
    check(v, ARRAY_LEN(v));
}

static void
test_persons(void **state)
{
    static const struct example v[] = {
        {"Juf Anne zei het.", "Leerkracht A zei het."},
        {"tegen juf Anne's klas", "tegen leerkracht A’s klas"},
        {"tegen Anne", "tegen leerkracht A"},
        {"de juf zei", NULL},
        {"Sandra van der Berg belde", "Persoon C belde"},
        {"bij van der\nBerg thuis", "bij persoon C thuis"},
        {"mw. Van der Berg, Sandra, mevr. Berg",
            "Persoon C, persoon C, persoon C"},
        {"Zij en Sandra Berg", "Zij en persoon C"},
        {"met de heer Berg mee", "met persoon C mee"},
        {"de witte jas van mevrouw De Wit", "de witte jas van persoon H"},
        {"Anne-Marie, Annemarie, Anne Marie en Anne‑Marie",
            "Persoon I, persoon I, persoon I en persoon I"},
        {"mevrouw Vos-de Graaf, mevrouw Vos", "Persoon I, persoon I"},
        {"K12 en k12, L07, L42; K123, AK12",
            "Kind B en kind B, leerkracht A, lezer 2; K123, AK12"},
        {"volgens Zoe en Petra en mevrouw Smit",
            "volgens lezer 3 en coach en coach"},
        {"zijn oma Tim en oma", "zijn oma persoon O en oma"},
    };

    (void)state;
    check(v, ARRAY_LEN(v));
}

static void
test_words(void **state)
{
    static const struct example v[] = {
        {"Ik wil dat niet. Wil je mee?", NULL},
        {"Ik WIL het niet.", NULL},
        {"Dat is voor Wil.", "Dat is voor persoon D."},
        {"Wil kwam later.", "Persoon D kwam later."},
        {"Wils jas", "Persoon D’s jas"},
        {"een mark, de roos, het roosje, de mark", NULL},
        {"Hij zag Roos en Roosje.", "Hij zag persoon E en persoon E."},
        {"Roos is lief.", "Persoon E is lief."},
        {"Samen met Sam", "Samen met persoon F"},
        {"al het werk, als altijd", NULL},
        {"toen Al kwam", "toen persoon M kwam"},
        {"optimisme, Timmerman, wanneer, januari, Samen, optimist", NULL},
        {"Timmie, Annemiek, banner, Bergen", NULL},
        {"de witte boot, de wit", NULL},
    };

    (void)state;
    check(v, ARRAY_LEN(v));
}

static void
test_hidden(void **state)
{
    static const struct example v[] = {
        {"op de tas: M a r t i j n, met stift", "op de tas: kind B, met stift"},
        {"m.a.r.t.i.j.n staat er", "Kind B staat er"},
        {"in het spel is hij m4rt1jn", "in het spel is hij kind B"},
        {"hij is @martijn_12!", "hij is kind B!"},
        {"zie www.martijn.nl.", "zie kind B."},
        {"Mar-\ntijn kwam", "Kind B kwam"},
        {"S. v.d. Berg, S.v.d.B. en SvdB", "Persoon C, persoon C en persoon C"},
        {"Sandra vd Berg, Sandra v/d Berg", "Persoon C, persoon C"},
        {"Sandra B. lachte", "Persoon C lachte"},
        {"bij Berg, van der.", "bij persoon C."},
        {"Matrijn, Martijjn en martijnn", "Kind B, kind B en kind B"},
        {"bij Henie en Hennnie", "bij persoon P en persoon P"},
        {"Romys' boek; Vos' hond, 'bij Vos' dus",
            "Persoon L’s boek; persoon I’s hond, 'bij persoon I' dus"},
        {"M a r t, R o o", NULL},
        {"Marti, Martin en Mart", NULL},
    };

    (void)state;
    check(v, ARRAY_LEN(v));
}

static void
test_english(void **state)
{
    struct arena *a = arena_new();
    struct interview iv = listing();
    struct names *names = names_collect(a, &iv, NULL, LANG_EN);

    (void)state;
    assert_string_equal(names_replace(a, names,
                            "Mrs Berg saw Martijn’s mark; Mark saw his own."),
        "Person C saw child B’s mark; person J saw his own.");
    assert_string_equal(names_teacher(a, LANG_EN), "teacher A");
    arena_free(a);
}

static void
test_roles(void **state)
{
    struct arena *a = arena_new();
    struct text others[60];
    struct interview iv = {.case_id = text_of("X1")};
    struct names *names;

    (void)state;
    for (int i = 0; i < 60; i++)
        others[i] =
            text_of(arena_printf(a, "Naam%c%c", 'a' + i / 26, 'a' + i % 26));
    iv.others = (struct texts){.v = others, .n = 60};
    names = names_collect(a, &iv, NULL, LANG_NL);
    assert_string_equal(names_replace(a, names, "bij Naamaa"), "bij persoon C");
    assert_string_equal(names_replace(a, names, "bij Naamax"), "bij persoon Z");
    assert_string_equal(
        names_replace(a, names, "bij Naamay"), "bij persoon AA");
    assert_string_equal(
        names_replace(a, names, "Naamaqs jas"), "Persoon S’ jas");
    arena_free(a);
}

static void
test_copy(void **state)
{
    struct arena *a = arena_new();
    struct interview iv = listing(), *copy;
    struct answer answers[] = {{.question = 4, .slotted = true},
        {.question = 5, .whole = {.s = "Martijn bleef."}}};
    struct moment moments[] = {{.title = {.s = "Martijns beurt"}}};

    (void)state;
    answers[0].slots[SLOT_EVENT] = text_of("Martijn viel.");
    answers[0].slots[SLOT_NEEDED] = text_of("Ik riep Sandra.");
    iv.answers = answers;
    iv.nanswers = 2;
    iv.moments = moments;
    iv.nmoments = 1;
    iv.date = (struct date){2026, 1, 13};
    copy = anonymise_interview(a, &iv, NULL, LANG_NL, ANONYMISE_NAMES);
    assert_string_equal(copy->teacher.name.s, "leerkracht A");
    assert_null(copy->teacher.code.s);
    assert_string_equal(copy->child.name.s, "kind B");
    assert_string_equal(copy->coach.name.s, "coach");
    assert_int_equal(copy->others.n, 0);
    assert_int_equal(copy->child.names.n, 0);
    assert_string_equal(copy->readings[0].by.s, "coach");
    assert_string_equal(copy->readings[1].by.s, "lezer 2");
    assert_string_equal(
        copy->answers[0].whole.s, "Kind B viel. Ik riep persoon C.");
    assert_string_equal(copy->answers[1].whole.s, "Kind B bleef.");
    assert_string_equal(copy->moments[0].title.s, "Kind B’s beurt");
    assert_int_equal(copy->date.year, 2026);
    assert_string_equal(iv.answers[1].whole.s, "Martijn bleef.");
    copy = anonymise_interview(a, &iv, NULL, LANG_NL, ANONYMISE_COURSE);
    assert_int_equal(copy->date.year, 0);
    assert_int_equal(iv.date.year, 2026);
    arena_free(a);
}

static void
test_case_id(void **state)
{
    static const char *const refused[] = {
        "martijn", "LP-Tijn-4", "XMartijnX", "anne_marie", "Sandra.1"};
    static const char *const fine[] = {"LP-0017", "K12", "Samen-3", "tijnen"};
    struct arena *a = arena_new();
    struct interview iv = listing();

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(refused); i++) {
        struct diag *d = diag_new(a, NULL);

        iv.case_id = text_of(refused[i]);
        assert_false(anonymise_check(a, d, &iv));
        assert_string_equal(diag_first(d)->code, "A101");
    }
    for (size_t i = 0; i < ARRAY_LEN(fine); i++) {
        iv.case_id = text_of(fine[i]);
        assert_true(anonymise_check(a, diag_new(a, NULL), &iv));
    }
    arena_free(a);
}

/* Look-ups for a text where so many names are listed. */
static long
steps_with(int n)
{
    static const char text[] =
        "Gisteren zag ik Naamaa en Naamab bij het hek; ze lachten om een "
        "grapje van Namaab, en daarna gingen zij verder met hun werk.";
    struct arena *a = arena_new();
    struct text *others = NEW(a, struct text, n);
    struct interview iv = {.case_id = text_of("X1")};
    struct names *names;
    long steps = 0;

    for (int i = 0; i < n; i++)
        others[i] = text_of(arena_printf(a, "Naam%c%c%c Berg", 'a' + i / 676,
            'a' + i / 26 % 26, 'a' + i % 26));
    iv.others = (struct texts){.v = others, .n = n};
    names = names_collect(a, &iv, NULL, LANG_NL);
    parts_expect_near(a, names);
    names->steps = &steps;
    names_replace(a, names, text);
    arena_free(a);
    return steps;
}

/* The work for a text does not grow with the names. */
static void
test_work(void **state)
{
    long few = steps_with(40), many = steps_with(8000);

    (void)state;
    assert_true(few > 0);
    assert_true(many <= few + 10);
}

/* What the review says of a text: code and quoted words, a blank between. */
static const char *
reviewed(struct arena *a, const char *text)
{
    struct interview iv = listing();
    struct answer answer = {.question = 4, .whole = {.s = text}};
    struct diag *d = diag_new(a, NULL);
    struct buf out = buf_new(a);

    iv.answers = &answer;
    iv.nanswers = 1;
    anonymise_review(a, d, &iv, NULL, LANG_NL, "het weer");
    buf_puts(&out, "");
    for (const struct message *m = diag_first(d); m != NULL; m = m->next) {
        const char *from = strchr(m->text, '"'), *to;

        if (strcmp(m->code, "A190") == 0)
            continue;
        assert_non_null(from);
        to = strchr(from + 1, '"');
        buf_printf(&out, "%s%s %.*s", out.len > 0 ? " | " : "", m->code,
            (int)(to - from - 1), from + 1);
    }
    return out.p;
}

static void
test_review(void **state)
{
    static const struct {
        const char *text, *said;
    } v[] = {
        {"Hij deed het goed. Dat was fijn.", ""},
        {"Ik zag Martijns boek.", "A110 Martijns"},
        {"Roos kwam. Op Sint-Martijn.", "A111 Roos | A115 Sint | A111 Martijn"},
        {"Ik wil dat. Wil je mee? Ik wil het.", "A112 wil | A112 Wil"},
        {"Martyn, martijnachtig, Mart, Sandro en sandro",
            "A113 Martyn | A113 martijnachtig | A113 Mart | A113 Sandro | A113 "
            "sandro"},
        {"Timmie en timmeren", "A113 Timmie"},
        {"M. was boos op de B. straat.", "A114 M. | A114 B."},
        {"Hij ging naar De Regenboog. De Regenboog is groot.",
            "A115 Regenboog"},
        {"Kees kwam. Toen kwam Nederland. Daarna niets.", "A115 Kees"},
        {"Bal was weg, de bal. Weer was het laat.", ""},
        {"op 12 maart, 12e van mei, 3-4-2015, 2015-04-03 en 12/3",
            "A116 12 maart | A116 3-4-2015 | A116 2015-04-03 | A116 12/3"},
        {"on March 12 and the 3rd of May", "A116 March 12 | A116 3rd of May"},
        {"bel 06-12345678 of +31 6 1234 5678",
            "A117 06-12345678 | A117 31 6 1234 5678"},
        {"a.b@school.nl schreef", "A118 a.b@school.nl"},
        {"nummer 123456789 of 123.456.789, en 12345678, niet 123456",
            "A119 123456789 | A119 123.456.789 | A124 12345678"},
        {"veertien maart, geboren in 2015, jarig op de veertiende",
            "A116 veertien maart | A116 geboren in 2015 | A116 jarig op de "
            "veertiende"},
        {"in de kerkstraat 12a, 8011 AB, 8011ab en in 2015 in de tuin",
            "A121 kerkstraat 12a | A121 8011 AB | A121 8011ab"},
        {"op obs de regenboog; de basisschool is ver", "A122 obs de regenboog"},
        {"uit groep 4b, vraag 4b, in 3a", "A123 groep 4b | A123 3a"},
        {"@piet_1, www.x.nl en thijs2015",
            "A120 @piet_1 | A120 www.x.nl | A120 thijs2015"},
        {"juf karin, juf zegt, meester linde en mevr. de bakker",
            "A115 karin | A115 linde | A115 bakker"},
        {"Blij liep hij. Legt hij het weg? hij zag daan in zwolle",
            "A115 daan | A115 zwolle"},
        {"op de trui: N o u d", "A115 N o u d"},
        {"groep 4, 25 keer, 10.30 uur, 2-3 keer, 1/2", ""},
    };
    struct arena *a = arena_new();

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(v); i++)
        assert_string_equal(reviewed(a, v[i].text), v[i].said);
    arena_free(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_forms),
        cmocka_unit_test(test_persons), cmocka_unit_test(test_words),
        cmocka_unit_test(test_hidden), cmocka_unit_test(test_english),
        cmocka_unit_test(test_roles), cmocka_unit_test(test_copy),
        cmocka_unit_test(test_case_id), cmocka_unit_test(test_review),
        cmocka_unit_test(test_work)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* "je" said with "u": subject, possessive and reflexive, and the verb with it.
 */
#include "method/address.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>

static void
check(const char *const (*v)[2], size_t n)
{
    struct arena *a = arena_new();

    for (size_t i = 0; i < n; i++)
        assert_string_equal(address_formal(a, v[i][0]), v[i][1]);
    arena_free(a);
}

#define CHECK(v) check(v, sizeof(v) / sizeof *(v))

static void
subjects(void **state)
{
    static const char *const v[][2] = {
        {"Je stuurt op tijd bij.", "U stuurt op tijd bij."},
        {"Wat jij kiest, bepaal je.", "Wat u kiest, bepaalt u."},
        {"Soms ga je er snel aan voorbij.", "Soms gaat u er snel aan voorbij."},
        {"Hoe laat je {kind} dit merken?", "Hoe laat u {kind} dit merken?"},
        {"Wat kun je, en wat wil jij?", "Wat kunt u, en wat wilt u?"},
        {"Wat koos je? Wat deed je?", "Wat koos u? Wat deed u?"},
        {"Herken je iets niet?", "Herkent u iets niet?"},
        {"Wat hou je vast?", "Wat houdt u vast?"},
        {"Waar je op bouwt", "Waar u op bouwt"},
        {"Het helpt je om te kiezen.", "Het helpt u om te kiezen."},
        {"Dat **je** dit doet.", "Dat **u** dit doet."},
        {"Hij kwam naar je toe, bij jou.", "Hij kwam naar u toe, bij u."},
        {"Schrijf wat er in je opkomt.", "Schrijf wat er in u opkomt."},
    };

    (void)state;
    CHECK(v);
}

static void
possessives(void **state)
{
    static const char *const v[][2] = {
        {"Jouw woorden, je drie woorden", "Uw woorden, uw drie woorden"},
        {"Je woorden passen.", "Uw woorden passen."},
        {"Bespreek het met je coach.", "Bespreek het met uw coach."},
        {"Schrijf je antwoord op.", "Schrijf uw antwoord op."},
        {"Waar zie je je bedoeling?", "Waar ziet u uw bedoeling?"},
        {"Neem het mee in je auto.", "Neem het mee in uw auto."},
        {"Vragen aan jezelf", "Vragen aan uzelf"},
    };

    (void)state;
    CHECK(v);
}

static void
reflexives(void **state)
{
    static const char *const v[][2] = {
        {"Je ergert je of je wordt boos.", "U ergert zich of u wordt boos."},
        {"Wanneer voelde je je zeker?", "Wanneer voelde u zich zeker?"},
        {"Kon je je goed inleven?", "Kon u zich goed inleven?"},
        {"Vraag je af: wat nu?", "Vraag u af: wat nu?"},
        {"Je verplaatsen in {kind}", "Zich verplaatsen in {kind}"},
    };

    (void)state;
    CHECK(v);
}

static void
both_of_you(void **state)
{
    static const char *const v[][2] = {
        {"Wat wil je tussen jullie?", "Wat wilt u tussen u en {kind}?"},
        {"Wat hoop je voor jullie twee?", "Wat hoopt u voor u en {kind}?"},
        {"Daarop kunnen jullie bouwen.", "Daarop kunt u samen bouwen."},
        {"van jullie goede contact", "van uw goede contact"},
        {"Jullie kennen elkaar.", "U en {kind} kennen elkaar."},
    };

    (void)state;
    CHECK(v);
}

static void
other_words_stay(void **state)
{
    static const char *const v[] = {"Hij vroeg iets.", "een kopje, een jeep",
        "{Kind} weet het.", "", "{", "**", "'s middags, jeugd"};
    struct arena *a = arena_new();

    (void)state;
    for (size_t i = 0; i < sizeof v / sizeof *v; i++)
        assert_ptr_equal(address_formal(a, v[i]), v[i]);
    arena_free(a);
}

/* Behind the end nothing is read. */
static void
placeholder_last(void **state)
{
    static const char text[] = "Wat wil je van {kind}\0je bent";
    struct arena *a = arena_new();

    (void)state;
    assert_string_equal(address_formal(a, text), "Wat wilt u van {kind}");
    assert_string_equal(address_formal(a, "Zie {kind}je?"), "Zie {kind}u?");
    arena_free(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(subjects),
        cmocka_unit_test(possessives),
        cmocka_unit_test(reflexives),
        cmocka_unit_test(both_of_you),
        cmocka_unit_test(placeholder_last),
        cmocka_unit_test(other_words_stay),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

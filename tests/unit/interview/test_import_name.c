/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Where names belong, by the shipped rules: heads of columns, and lines of
   transcripts. */
#include "base/file.h"
#include "interview/import_parts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

/* "-" for nowhere; an answer is its question. */
static const struct {
    const char *name, *place;
} names[] = {
    {"v04", "v04"},
    {"V4", "v04"},
    {"Vraag 4.", "v04"},
    {" \tvraag 4", "v04"},
    {"question four", "v04"},
    {"vraag\xc2\xa0"
     "12",
        "v12"},
    {"4", "-"},
    {"v77", "-"},
    {"v4a", "-"},
    {"vier", "-"},
    {"Een goed moment", "v04"},
    {"v04. Een goed moment", "v04"},
    {"v04: iets anders", "-"},
    {"WANNEER ging het goed tussen jou en Sem van Dam?", "v04"},
    {"Wanneer ging het goed tussen jou en een twee drie vier?", "-"},
    {"v04.gedaan", "antwoorden.v04.gedaan"},
    {"V4 How the child felt", "antwoorden.v04.gevoel_kind"},
    {"antwoorden.v05", "v05"},
    {"dossier", "dossier"},
    {"Case number", "dossier"},
    {"kind.naam", "kind.naam"},
    {"Kind: naam", "kind.naam"},
    {"Naam van het kind", "kind.naam"},
    {"name of the child", "kind.naam"},
    {"Kind", "kind.naam"},
    {"naam", "-"},
    {"Groep of klas", "kind.groep"},
    {"groep", "kind.groep"},
    {"datum", "-"},
    {"Datum gesprek", "gesprek.datum"},
    {"drie_woorden.2.woord", "drie_woorden.2.woord"},
    {"drie_woorden.99.woord", "drie_woorden.99.woord"},
    {"drie_woorden.100.woord", "-"},
    {"woord 2", "drie_woorden.2.woord"},
    {"momenten/1/wat", "momenten.1.wat"},
    {"boosheid", "beoordelingen.1.scores.boosheid.score"},
    {"Boosheid en irritatie", "beoordelingen.1.scores.boosheid.score"},
    {"anger reason", "beoordelingen.1.scores.boosheid.reden"},
    {"beoordelingen 2 anger", "-"},
    {"readings 2 scores anger", "beoordelingen.2.scores.boosheid.score"},
    {"lezer", "beoordelingen.1.door"},
    {"eigen tekens anger", "eigen.tekens.boosheid"},
    {"overgeslagen", "overgeslagen"},
    {"", "-"},
    {" ... ", "-"},
    {"toelichting coach", "-"},
};

static const char *
place_text(struct arena *a, const struct import_place *place)
{
    struct buf out = buf_new(a);

    if (place->kind == IMPORT_NOWHERE)
        return "-";
    if (place->kind == IMPORT_ANSWER)
        return arena_printf(a, "v%02d", place->question);
    for (int i = 0; i < place->nsteps; i++) {
        buf_puts(&out, i > 0 ? "." : "");
        if (place->step[i].key != NULL)
            buf_puts(&out, place->step[i].key);
        else
            buf_printf(&out, "%d", place->step[i].item);
    }
    return out.p;
}

static void
each_name_has_its_place(void **state)
{
    struct arena *a = arena_new();
    struct diag *d = diag_new(a, NULL);
    struct source file;
    const struct source *files[] = {&file};
    struct rules rules;
    struct import_how how = {.rules = &rules, .lang = LANG_NL};

    (void)state;
    assert_true(file_read(a, d, "rules/llinc.ini", FILE_TEXT_MAX, &file));
    assert_true(rules_parse(a, d, files, 1, &rules));
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct import_place place = import_name(a, &how, names[i].name);
        const char *got = place_text(a, &place);

        if (strcmp(got, names[i].place) != 0)
            fail_msg(
                "\"%s\" is %s, not %s", names[i].name, got, names[i].place);
    }
    arena_free(a);
}

static void
words_of_a_list(void **state)
{
    struct arena *a = arena_new();
    const char *v[3];

    (void)state;
    assert_int_equal(import_words(a, "warm, druk en zoekend.", v, 3), 3);
    assert_string_equal(v[2], "zoekend");
    assert_int_equal(import_words(a, "- warm\n2. druk", v, 3), 2);
    assert_string_equal(v[0], "warm");
    assert_string_equal(v[1], "druk");
    assert_int_equal(import_words(a, "a, b, c, d", v, 3), 0);
    assert_int_equal(import_words(a,
                         "Ik zou zeggen dat het nogal wisselend is met hem, en "
                         "vaak druk",
                         v, 3),
        0);
    assert_int_equal(import_words(a, " , ;", v, 3), 0);
    arena_free(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_name_has_its_place),
        cmocka_unit_test(words_of_a_list),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Names that are listed, or written, as few are: what is left out then, and
   what the review says. */
#include "privacy/anonymise.h"
#include "privacy/names.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#define ARRAY_LEN(x) (sizeof(x) / sizeof *(x))

#define FIFTY "abcdefghijabcdefghijabcdefghijabcdefghijabcdefghij"

/* An interview that lists these names. */
static struct interview
listing(void)
{
    static struct text child[] = {
        {.s = "Martijn"}, {.s = "Wil"}, {.s = "Roos"}};
    static struct text others[] = {{.s = "Sandra van den Berg"}, {.s = "oma"},
        {.s = "opa en tante"}, {.s = "El."}, {.s = "Karl von und zum Stein"},
        {.s = "Karin von und zu der Tann"}, {.s = FIFTY},
        {.s = "Maria Papadopoulos"},
        {.s = "Aaf, Bert, Corrie, Dirkje, Evertje, Frits, Gerrit, Hanneke, "
              "Ineke, Jozef, Klaasje, Lammert, Mientje, Nelis-Teunis"},
        {.s = "Steffi"}};
    struct interview iv = {.case_id = {.s = "X1"}, .lang = LANG_NL};

    iv.teacher.name.s = "juf";
    iv.child.names = (struct texts){.v = child, .n = ARRAY_LEN(child)};
    iv.others = (struct texts){.v = others, .n = ARRAY_LEN(others)};
    return iv;
}

static void
test_replaced(void **state)
{
    static const struct {
        const char *text, *result; /* NULL: the same */
    } v[] = {
        /* listed as nothing but what somebody is to the child */
        {"de juf en een tante", NULL},
        {"bij oma thuis", "bij persoon D thuis"},
        {"Opa en tante kwamen; opa bleef.", "Persoon E kwamen; opa bleef."},
        {"toen El kwam", "toen persoon F kwam"},
        /* many particles */
        {"met Sandra v. d. Berg mee", "met persoon C mee"},
        {"met Karl von und zum Stein mee", "met persoon G mee"},
        {"met Karin von und zu der Tann mee", "met persoon H mee"},
        /* letters without end */
        {"bij " FIFTY " thuis", "bij persoon I thuis"},
        {"bij martijn" FIFTY " en " FIFTY "s thuis", NULL},
        /* too long for a list of words to tell that it is none */
        {"toen papadopoulos en Papadopuolos kwamen",
            "toen persoon J en persoon J kwamen"},
        /* many in one */
        {"bij Lammert, Mientje, Nelis-Teunis en Nelisteunis",
            "bij persoon K, persoon K, persoon K en persoon K"},
        /* a word behind a name that is one too */
        {"toen Sandra Berg kwam", "toen persoon C kwam"},
        {"toen Sandra berg kwam", "toen persoon C berg kwam"},
        {"toen sandra berg kwam", "toen persoon C kwam"},
        {"een Martijn roos", "een kind B roos"},
        {"omdat MARTIJN HET WIL", "omdat kind B HET WIL"},
        {"omdat MARTIJN WIL", "omdat kind B"},
        /* one sign that stands for eighteen letters, and for three */
        {"Roos \xef\xb7\xba en Roo\xef\xac\x83",
            "Kind B \xef\xb7\xba en Roo\xef\xac\x83"},
        {"toen Ste\xef\xac\x83 kwam", "toen persoon L kwam"},
        /* in addresses */
        {"kijk op martijn.nl, of op sandra.com/b",
            "kijk op kind B, of op persoon C"},
        {"mail wils@school.nl of x@wils.nl", "mail kind B of kind B"},
        {"via st3ins.eu of berg_9", "via persoon G of persoon C"},
    };
    struct arena *a = arena_new();
    struct interview iv = listing();
    struct names *names = names_collect(a, &iv, NULL, LANG_NL);

    (void)state;
    parts_expect_near(a, names);
    for (size_t i = 0; i < ARRAY_LEN(v); i++)
        assert_string_equal(names_replace(a, names, v[i].text),
            v[i].result == NULL ? v[i].text : v[i].result);
    arena_free(a);
}

static struct diag *
review(struct arena *a, const char *text)
{
    struct interview iv = listing();
    struct answer answer = {.question = 4, .whole = {.s = text}};
    struct diag *d = diag_new(a, NULL);

    iv.answers = &answer;
    iv.nanswers = 1;
    anonymise_review(a, d, &iv, NULL, LANG_NL, "het weer");
    return d;
}

/* What the review says of a text: code and quoted words, a bar between. */
static const char *
reviewed(struct arena *a, const char *text)
{
    struct buf out = buf_new(a);

    buf_puts(&out, "");
    for (const struct message *m = diag_first(review(a, text)); m != NULL;
         m = m->next) {
        const char *from = strchr(m->text, '"');

        if (strcmp(m->code, "A190") != 0)
            buf_printf(&out, "%s%s %.*s", out.len > 0 ? " | " : "", m->code,
                (int)strcspn(from + 1, "\""), from + 1);
    }
    return out.p;
}

static void
test_review(void **state)
{
    static const struct {
        const char *text, *said;
    } v[] = {
        {"toen P. Berg kwam", "A111 P. Berg"},
        {"toen mevrouw P. Berg kwam", "A110 mevrouw P. Berg"},
        {"bij martijn" FIFTY " en " FIFTY "s",
            "A113 martijn" FIFTY " | A113 " FIFTY "s"},
        {"hij kwam mgl. mee, mgl. Mee kwam", "A115 mgl"},
        {"hij riep STOP en Stop en STOp", "A115 Stop | A115 STOp"},
        {"kijk op school.nl/groep", "A120 school.nl/groep"},
        {"on March the fourteenth", "A116 March the fourteenth"},
        {"geboren op (wel)", ""},
        {"jarig: 2015; geboren", "A116 jarig: 2015"},
        {"in EC1A 1BB of SW1 1AA", "A121 EC1A 1BB | A121 SW1 1AA"},
        {"hij ging naar obs de", ""},
        {"hij ging naar obs de.", ""},
    };
    struct arena *a = arena_new();

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(v); i++)
        assert_string_equal(reviewed(a, v[i].text), v[i].said);
    arena_free(a);
}

/* Beyond so many places each is only counted: once, whatever it is. */
static void
test_review_many(void **state)
{
    enum { SHOWN = 10000 };
    struct arena *a = arena_new();
    struct buf text = buf_new(a);
    struct diag *d;
    int n[2] = {0};
    const char *said = NULL;

    (void)state;
    for (int i = 0; i < SHOWN; i++)
        buf_puts(&text, "Martijn, ");
    buf_puts(&text, "zat, a.b@school.nl, veertien maart, 06-12345678, Martijn, "
                    "Thijs, N o u d.");
    d = review(a, text.p);
    for (const struct message *m = diag_first(d); m != NULL; m = m->next) {
        n[strcmp(m->code, "A110") == 0]++;
        if (strcmp(m->code, "A189") == 0)
            said = m->text;
    }
    assert_non_null(said);
    assert_string_equal(said, "6 more places are not shown");
    assert_int_equal(n[1], SHOWN);
    assert_int_equal(n[0], 2);
    arena_free(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_replaced),
        cmocka_unit_test(test_review), cmocka_unit_test(test_review_many)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}

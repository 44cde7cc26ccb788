/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Every type of field: what is taken, what is refused and what is proposed. */
#include "format/field.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>
#include <stddef.h>
#include <string.h>

struct things {
    struct text text;
    int number;
    struct date date;
    bool yes;
    struct qref q;
    struct texts list;
    struct qrefs questions;
};

static const struct field_word colors[] = {
    {{"rood", "red"}, 1},
    {{"blauw", "blue"}, 2},
};

#define FIELD(kind, member, ...)                                               \
    {                                                                          \
        .name = {"ding", "thing"}, .type = kind,                               \
        .offset = offsetof(struct things, member), __VA_ARGS__                 \
    }

enum { TEXT, LINE, ID, CASE, INT, NUM, LENGTH, COLOR, DATE, WORD, YESNO, QREF };

static const struct field fields[] = {
    [TEXT] = FIELD(FIELD_TEXT, text, .min = 0),
    [LINE] = FIELD(FIELD_LINE, text, .min = 0),
    [ID] = FIELD(FIELD_ID, text, .min = 0),
    [CASE] = FIELD(FIELD_CASE, text, .min = 0),
    [INT] = FIELD(FIELD_INT, number, .min = 1, .max = 7),
    [NUM] = FIELD(FIELD_NUM, number, .min = 1000, .max = 7000),
    [LENGTH] = FIELD(FIELD_LENGTH, number, .min = MM(5), .max = MM(80)),
    [COLOR] = FIELD(FIELD_COLOR, number, .min = 0),
    [DATE] = FIELD(FIELD_DATE, date, .min = 0),
    [WORD] = FIELD(FIELD_WORD, number, .words = colors, .nwords = 2),
    [YESNO] = FIELD(FIELD_YESNO, yes, .min = 0),
    [QREF] = FIELD(FIELD_QREF, q, .min = 0),
};

/* A text, and the code and help it is refused with; no code: it is taken. */
static const struct {
    int field;
    enum lang lang;
    const char *text, *code, *help;
} samples[] = {
    {TEXT, LANG_NL, "een\ntwee", NULL, NULL},
    {LINE, LANG_NL, "een\ntwee", "I201", "|"},
    {ID, LANG_NL, "veilige_basis", NULL, NULL},
    {ID, LANG_NL, "Veilige Basis", NULL, NULL}, /* match.c asks the rules */
    {ID, LANG_NL, "%s%n", "I202", NULL},
    {ID, LANG_NL, "a23456789012345678901234567890123", "I202", NULL},
    {CASE, LANG_NL, "LP-0017.b_c", NULL, NULL},
    {CASE, LANG_NL, "../x", "I203", NULL},
    {CASE, LANG_NL, "-l", "I203", NULL},
    {CASE, LANG_NL, "0017", "I203", NULL},
    {INT, LANG_NL, "7", NULL, NULL},
    {INT, LANG_NL, "8", "I212", NULL},
    {INT, LANG_NL, "4.0", "I204", NULL},
    {INT, LANG_NL, "04", "I204", "4"},
    {INT, LANG_NL, "4,5", "I204", NULL},
    {NUM, LANG_NL, "4.5", NULL, NULL},
    {NUM, LANG_NL, "4,5", "I205", "4.5"},
    {NUM, LANG_NL, "05", "I205", "5"},
    {NUM, LANG_NL, "010", "I205", NULL},
    {NUM, LANG_NL, "5abc", "I205", NULL},
    {NUM, LANG_NL, "no", "I205", NULL},
    {NUM, LANG_NL, "1e1", "I205", NULL},
    {NUM, LANG_NL, "nan", "I205", NULL},
    {NUM, LANG_NL, "7.001", "I212", NULL},
    {LENGTH, LANG_EN, "22mm", NULL, NULL},
    {LENGTH, LANG_EN, "22", "I206", "22mm"},
    {LENGTH, LANG_EN, "2mm", "I212", NULL},
    {COLOR, LANG_EN, "#0B5688", NULL, NULL},
    {COLOR, LANG_EN, "blue", "I206", NULL},
    {DATE, LANG_NL, "2026-02-28", NULL, NULL},
    {DATE, LANG_NL, "2026-02-29", "I208", NULL},
    {DATE, LANG_NL, "28-2-2026", "I208", "2026-02-28"},
    {WORD, LANG_NL, "rood", NULL, NULL},
    {WORD, LANG_NL, "Rood", NULL, NULL},
    {WORD, LANG_NL, "red", "I209", "rood"},
    {WORD, LANG_EN, "bleu", "I209", "blue"},
    {YESNO, LANG_NL, "ja", NULL, NULL},
    {YESNO, LANG_NL, "JA", NULL, NULL},
    {YESNO, LANG_EN, "yes", NULL, NULL},
    {YESNO, LANG_EN, "true", "I210", NULL},
    {QREF, LANG_NL, "v04", NULL, NULL},
    {QREF, LANG_NL, "v4", "I211", "v04"},
    {QREF, LANG_NL, "V04", "I211", "v04"},
    {QREF, LANG_NL, "q12", "I211", "v12"},
    {QREF, LANG_NL, "v00", "I211", NULL},
    {QREF, LANG_NL, "v100", "I211", NULL},
};

static void
test_samples(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        struct arena *a = arena_new();
        struct diag *d = diag_new(a, NULL);
        struct things things = {0};
        bool ok = field_set(a, d, 'I', &fields[samples[i].field],
            samples[i].lang, samples[i].text, (struct pos){0}, &things);

        assert_int_equal(ok, samples[i].code == NULL);
        if (!ok) {
            assert_string_equal(diag_first(d)->code, samples[i].code);
            if (samples[i].help != NULL)
                assert_non_null(strstr(diag_first(d)->help, samples[i].help));
        }
        arena_free(a);
    }
}

static void
test_values(void **state)
{
    struct arena *a = arena_new();
    struct diag *d = diag_new(a, NULL);
    struct things t = {0};
    struct pos at = {0};

    (void)state;
    field_set(a, d, 'I', &fields[NUM], LANG_NL, "4.5", at, &t);
    assert_int_equal(t.number, 4500);
    field_set(a, d, 'I', &fields[WORD], LANG_EN, "blue", at, &t);
    assert_int_equal(t.number, 2);
    field_set(a, d, 'I', &fields[COLOR], LANG_EN, "#0B5688", at, &t);
    assert_int_equal(t.number, 0x0b5688);
    field_set(a, d, 'I', &fields[YESNO], LANG_NL, "ja", at, &t);
    assert_true(t.yes);
    field_set(a, d, 'I', &fields[QREF], LANG_NL, "v42", at, &t);
    assert_int_equal(t.q.question, 42);
    /* Empty is not given: a value stays as it was, a text is none. */
    assert_true(field_set(a, d, 'I', &fields[NUM], LANG_NL, "", at, &t));
    assert_int_equal(t.number, 0x0b5688);
    field_set(a, d, 'I', &fields[TEXT], LANG_NL, "", at, &t);
    assert_null(t.text.s);
    assert_false(field_set(a, d, 'R', &fields[NUM], LANG_EN, "", at, &t));
    assert_string_equal(diag_first(d)->code, "R205");
    arena_free(a);
}

static void
test_lists(void **state)
{
    static const struct field texts = FIELD(FIELD_TEXTS, list, .min = 0);
    static const struct field qrefs = FIELD(FIELD_QREFS, questions, .min = 0);
    struct arena *a = arena_new();
    struct diag *d = diag_new(a, NULL);
    struct things t = {0};
    struct pos at = {.line = 3, .col = 10};

    (void)state;
    assert_true(
        field_set(a, d, 'R', &texts, LANG_EN, "één, twee , drie", at, &t));
    assert_int_equal(t.list.n, 3);
    assert_string_equal(t.list.v[1].s, "twee");
    assert_int_equal(t.list.v[1].at.col, 15);
    assert_string_equal(t.list.v[2].s, "drie");
    assert_false(field_set(a, d, 'R', &qrefs, LANG_EN, "v01, x, v03", at, &t));
    assert_int_equal(t.questions.n, 2);
    assert_int_equal(diag_first(d)->at.col, 15);
    assert_false(field_set(a, d, 'R', &texts, LANG_EN, "a,, b", at, &t));
    assert_false(field_set(a, d, 'R', &texts, LANG_EN, "a,", at, &t));
    assert_false(field_set(a, d, 'R', &texts, LANG_EN, ",", at, &t));
    assert_true(field_set(a, d, 'R', &texts, LANG_EN, "", at, &t));
    assert_int_equal(t.list.n, 0);
    arena_free(a);
}

static void
test_quote(void **state)
{
    struct arena *a = arena_new();
    char text[201];

    (void)state;
    assert_string_equal(text_quote(a, "kort"), "kort");
    memset(text, 'x', 200);
    text[200] = '\0';
    assert_int_equal(strlen(text_quote(a, text)), 51);
    arena_free(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_samples),
        cmocka_unit_test(test_values),
        cmocka_unit_test(test_lists),
        cmocka_unit_test(test_quote),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

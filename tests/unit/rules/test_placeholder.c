/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Placeholders: which names are read in which language, and what is
   reported where. */
#include "rules/placeholder.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

struct reading {
    const char *text;
    enum lang lang;
    bool known;
    enum placeholder which;
    bool capital;
    const char *arg;
};

static const struct reading readings[] = {
    {"{child}", LANG_NL, true, PLACEHOLDER_CHILD, false, ""},
    {"{child}", LANG_EN, true, PLACEHOLDER_CHILD, false, ""},
    {"{Child}", LANG_EN, true, PLACEHOLDER_CHILD, true, ""},
    {"{kind}", LANG_NL, true, PLACEHOLDER_CHILD, false, ""},
    {"{Kind}", LANG_NL, true, PLACEHOLDER_CHILD, true, ""},
    {"{kind}", LANG_EN, false, PLACEHOLDER_CHILD, false, ""},
    {"{leerkracht}", LANG_NL, true, PLACEHOLDER_TEACHER, false, ""},
    {"{Hij}", LANG_NL, true, PLACEHOLDER_HE, true, ""},
    {"{hem}", LANG_NL, true, PLACEHOLDER_HIM, false, ""},
    {"{zijn}", LANG_NL, true, PLACEHOLDER_HIS, false, ""},
    {"{hij}", LANG_EN, false, PLACEHOLDER_HE, false, ""},
    {"{he}", LANG_NL, true, PLACEHOLDER_HE, false, ""},
    {"{count}", LANG_NL, true, PLACEHOLDER_COUNT_ITEMS, false, ""},
    {"{page.talk_guide}", LANG_EN, true, PLACEHOLDER_PAGE, false, "talk_guide"},
    {"{page}", LANG_EN, false, PLACEHOLDER_PAGE, false, ""},
    {"{page.}", LANG_EN, false, PLACEHOLDER_PAGE, false, ""},
    {"{page.A}", LANG_EN, false, PLACEHOLDER_PAGE, false, ""},
    {"{child.x}", LANG_EN, false, PLACEHOLDER_CHILD, false, ""},
    {"{CHILD}", LANG_EN, false, PLACEHOLDER_CHILD, false, ""},
    {"{child", LANG_EN, false, PLACEHOLDER_CHILD, false, ""},
    {"{}", LANG_EN, false, PLACEHOLDER_CHILD, false, ""},
    {"{", LANG_EN, false, PLACEHOLDER_CHILD, false, ""},
};

static void
test_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof readings / sizeof readings[0]; i++) {
        const struct reading *x = &readings[i];
        const char *s = x->text, *arg = "";
        enum placeholder which;
        size_t len = 0;
        bool capital;

        assert_int_equal(
            placeholder_read(&s, x->lang, &which, &capital, &arg, &len),
            x->known);
        if (!x->known)
            continue;
        assert_int_equal(which, x->which);
        assert_int_equal(capital, x->capital);
        assert_int_equal(len, strlen(x->arg));
        assert_memory_equal(arg, x->arg, len);
        assert_string_equal(s, "");
    }
}

struct check {
    const char *text, *code; /* NULL: sound */
    int col;
};

static const struct check checks[] = {
    {"Een zin.", NULL, 0},
    {"**Vet** en **vetter**: {kind}", NULL, 0},
    {"{kind} en {chip}", NULL, 0},
    {"\xc3\xa9\xc3\xa9n {naam}", "R302", 5},
    {"{ kind}", "R301", 1},
    {"tot {", "R301", 5},
    {"op {page.plan}", "R303", 4},
    {"met {list}", "R303", 5},
    {"een **vet", "R304", 5},
    {"**a** b ** c", "R304", 9},
};

static void
test_check(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof checks / sizeof checks[0]; i++) {
        const struct check *x = &checks[i];
        struct arena *a = arena_new();
        struct diag *d = diag_new(a, NULL);
        struct source src = {
            .name = "t", .text = x->text, .len = strlen(x->text)};
        struct text text = {x->text, {.src = &src, .line = 1, .col = 1}};
        bool ok = placeholder_check(d, &text, LANG_NL, PLACEHOLDER_ANYWHERE);

        assert_int_equal(ok, x->code == NULL);
        if (x->code != NULL) {
            assert_string_equal(diag_first(d)->code, x->code);
            assert_int_equal(diag_first(d)->at.col, x->col);
        } else {
            assert_null(diag_first(d));
        }
        arena_free(a);
    }
}

static void
test_absent(void **state)
{
    struct arena *a = arena_new();
    struct text none = {0};

    (void)state;
    assert_true(placeholder_check(diag_new(a, NULL), &none, LANG_NL, 0));
    arena_free(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_read),
        cmocka_unit_test(test_check),
        cmocka_unit_test(test_absent),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Interviews written anew: what is read again holds the same and is written in
   the same way.  Over every interview of the project that can be read, and
   over those with keys of their own. */
#include "base/file.h"
#include "interview/tidy.h"
#include "tests/unit/trees.h"

#include <glob.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

struct bench {
    struct arena *a;
    struct diag *d;
    const struct tidy_known *known;
    struct model model;
    struct buf out;
};

static int
setup(void **state)
{
    static struct bench b;

    b = (struct bench){.a = arena_new()};
    b.d = diag_new(b.a, NULL);
    b.known = tidy_known(b.a, NULL);
    *state = &b;
    return 0;
}

static int
teardown(void **state)
{
    struct bench *b = *state;

    arena_free(b->a);
    return 0;
}

/* Reads and prints; false where it is refused. */
static bool
print(struct bench *b, const char *text, size_t len, int to)
{
    struct source *src = NEW(b->a, struct source, 1);

    *src = (struct source){.name = "x.yaml", .text = text, .len = len};
    b->out = buf_new(b->a);
    return model_read(b->a, b->d, src, &b->model) &&
           tidy_print(b->a, b->d, &b->model, b->known,
               to < 0 ? b->model.lang : (enum lang)to, &b->out);
}

/* What was printed last is printed in the same way; its tree in `*root`. */
static void
again(struct bench *b, const char *name, const struct node **root)
{
    struct buf first = b->out;

    if (!print(b, first.p, first.len, -1) || b->out.len != first.len ||
        memcmp(b->out.p, first.p, first.len) != 0)
        fail_msg("%s: %s\nbecomes\n%s", name, first.p, b->out.p);
    *root = b->model.yaml.root;
}

static bool
holds(struct bench *b, const char *name, const struct source *src)
{
    const struct node *before, *after;
    enum lang lang;
    int comments;

    if (!print(b, src->text, src->len, -1))
        return false;
    before = b->model.yaml.root;
    lang = b->model.lang;
    comments = tidy_own_comments(&b->model.yaml, b->known);
    again(b, name, &after);
    if (!trees_same(before, after))
        fail_msg("%s holds other things", name);
    assert_int_equal(tidy_own_comments(&b->model.yaml, b->known), comments);
    /* To the other language and back: the same, but that the language of the
       report is told. */
    if (print(b, src->text, src->len, LANG_COUNT - 1 - (int)lang)) {
        struct buf back;

        again(b, name, &after);
        assert_true(print(b, b->out.p, b->out.len, lang));
        back = b->out;
        again(b, name, &after);
        assert_true(print(b, back.p, back.len, LANG_COUNT - 1 - (int)lang));
        assert_true(print(b, b->out.p, b->out.len, lang));
        assert_string_equal(b->out.p, back.p);
    }
    return true;
}

static int
all_of(struct bench *b, const char *pattern)
{
    glob_t files;
    int n = 0;

    assert_int_equal(glob(pattern, 0, NULL, &files), 0);
    for (size_t i = 0; i < files.gl_pathc; i++) {
        struct arena *a = arena_new();
        struct bench one = *b;
        struct source src;

        one.a = a;
        one.d = diag_new(a, NULL);
        if (file_read(a, one.d, files.gl_pathv[i], FILE_TEXT_MAX, &src))
            n += holds(&one, files.gl_pathv[i], &src);
        arena_free(a);
    }
    globfree(&files);
    return n;
}

static void
test_files(void **state)
{
    assert_true(all_of(*state, "examples/*.yaml") > 6);
    assert_true(all_of(*state, "tests/cases/*/*.yaml") > 120);
}

static void
test_cases(void **state)
{
    static const char *const texts[] = {
        "formaat: interview/1\n",
        "{\"format\":\"interview/1\"}",
        "\xef\xbb\xbf# a\r\nformat: interview/1 # b\r\nx: |2\r\n   c\r\n",
        /* comments everywhere */
        "#a\nkind: #b\n  #c\n  naam: x #d\n#e\n  groep: #f\n  namen: [ #g\n"
        " a, #h\n b ] #i\nformaat: #j\n  interview/1\n#k\nsterk: #l\n#m\n"
        "- #n\n  zin: z #o\n- #p\n#q\n... #r\n#s\n",
        /* unknown things of all shapes, and kinds that are wrong */
        "formaat: interview/1\n\"\": [[], {}, [[a], b], {c: }, '']\n"
        "kind: [a, {naam: b}]\nantwoorden: x\nsterk: {a: b}\nanderen: [{}]\n"
        "beoordelingen: [a, [b], {door: [c], scores: {s: {score: {}, x: }}}]\n"
        "dossier: [a]\nvragenlijsten: {q: {items: {1: [a], 2: }}}\n"
        "momenten: [{titel: }, '']\nplan: {stappen: [{x: }]}\n",
    };

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct source src = {
            .name = "text", .text = texts[i], .len = strlen(texts[i])};

        if (!holds(*state, texts[i], &src))
            fail_msg("refused: %s", texts[i]);
    }
}

/* A key that is too long for a colon behind it, and many of them. */
static void
test_long_keys(void **state)
{
    struct bench *b = *state;
    struct buf text = buf_new(b->a);
    struct source src;

    buf_puts(&text, "formaat: interview/1\n");
    for (int i = 0; i < 3; i++) {
        buf_printf(&text, "? \"%d", i);
        for (int k = 0; k < 400; k++)
            buf_puts(&text, "\xc3\xa9: ");
        buf_puts(&text, "\"\n: {a: b}\n");
    }
    src = (struct source){.name = "long", .text = text.p, .len = text.len};
    assert_true(holds(b, "long keys", &src));
}

/* The order is that of the tables, and nothing of the program's own comments
   counts as the writer's. */
static void
test_form(void **state)
{
    static const char text[] = "# plan: hoe het verder gaat\n"
                               "# eigen\n"
                               "onbekend: x\nkind: {groep: 4, naam: Ada}\n"
                               "dossier: A\nformaat: interview/1\n...\n";
    static const char *const order[] = {
        "# eigen\nformaat: interview/1\ndossier: A\n", "\n# verzonnen: ja",
        "\nkind:\n  naam: Ada\n  groep: \"4\"\n\n", "\n# plan: hoe",
        "\nonbekend: x\n...\n"};
    struct bench *b = *state;
    const char *p;

    assert_true(print(b, text, sizeof text - 1, -1));
    assert_int_equal(tidy_own_comments(&b->model.yaml, b->known), 1);
    p = b->out.p;
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        p = strstr(p, order[i]);
        if (p == NULL)
            fail_msg("%s\nlacks %s", b->out.p, order[i]);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_files, setup, teardown),
        cmocka_unit_test_setup_teardown(test_cases, setup, teardown),
        cmocka_unit_test_setup_teardown(test_long_keys, setup, teardown),
        cmocka_unit_test_setup_teardown(test_form, setup, teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

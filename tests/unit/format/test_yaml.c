/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The tree that YAML gives, its places, and the limits.  The messages on
   each fault of syntax are golden cases (tests/cases/y-*). */
#include "format/text.h"
#include "format/yaml.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

struct parsed {
    struct arena *a;
    struct diag *d;
    struct source src;
    struct yaml yaml;
    bool ok;
};

static void
parse(struct parsed *p, const char *text, size_t len)
{
    p->a = arena_new();
    p->d = diag_new(p->a, NULL);
    p->src = (struct source){.name = "a.yaml", .text = text, .len = len};
    p->ok = yaml_parse(p->a, p->d, &p->src, &p->yaml);
}

static void
check_node(
    const struct node *n, const char *key, int line, int col, const char *text)
{
    assert_non_null(n);
    assert_string_equal(n->key, key);
    assert_int_equal(n->at.line, line);
    assert_int_equal(n->at.col, col);
    assert_int_equal(n->kind, NODE_SCALAR);
    assert_string_equal(n->text, text);
}

static void
test_tree(void **state)
{
    static const char text[] = "\xef\xbb\xbf"
                               "een: caf\x65\xcc\x81\n"
                               "\xc3\xa9\xc3\xa9n: \"a: b\"\n"
                               "blok: |\n"
                               "  een # geen\n"
                               "\n"
                               "  twee\n"
                               "\n"
                               "leeg:\n"
                               "lijst: [x, {y: z}]\n"
                               "...\n";
    struct parsed p;
    const struct node *n;

    (void)state;
    parse(&p, text, sizeof text - 1);
    assert_true(p.ok);
    assert_true(p.yaml.ended);
    assert_int_equal(p.yaml.end.line, 10);
    n = p.yaml.root->first;
    check_node(n, "een", 1, 6, "caf\xc3\xa9");
    assert_false(n->quoted);
    n = n->next;
    check_node(n, "\xc3\xa9\xc3\xa9n", 2, 6, "a: b");
    assert_true(n->quoted);
    n = n->next;
    check_node(n, "blok", 3, 7, "een # geen\n\ntwee");
    n = n->next;
    check_node(n, "leeg", 8, 6, "");
    n = n->next;
    assert_int_equal(n->kind, NODE_LIST);
    assert_null(n->next);
    assert_string_equal(n->first->text, "x");
    check_node(n->first->next->first, "y", 9, 16, "z");
    assert_int_equal(diag_warnings(p.d, &p.src), 0);
    arena_free(p.a);
}

/* Where a stretch of a text stands in its file. */
static void
test_locate(void **state)
{
    static const struct {
        const char *source, *find;
        int line, col;
    } samples[] = {
        {"a: een twee drie\n...\n", "twee", 1, 8},
        {"a: een\n  twee drie\n...\n", "drie", 2, 8},
        {"a: 'dat ''s zo ja'\n...\n", "zo", 1, 13},
        {"a: \"een \\\"twee\\\" drie\"\n...\n", "drie", 1, 18},
        {"a: |\n    \xc3\xa9\xc3\xa9n\n      twee\n    drie\n...\n", "twee", 3,
            7},
        {"a: |\r\n  een\r\n\r\n  twee\r\n...\r\n", "twee", 4, 3},
        {"a: >\n  een\n  twee\n...\n", "twee", 3, 3},
        /* Escapes and composed letters: the beginning is all that is known. */
        {"a: \"\\u0065en twee\"\n...\n", "twee", 1, 4},
        {"a: e\xcc\x81n twee\n...\n", "twee", 1, 4},
    };

    (void)state;
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        struct parsed p;
        struct text text;
        struct pos at;

        parse(&p, samples[i].source, strlen(samples[i].source));
        assert_true(p.ok);
        text = (struct text){
            .s = p.yaml.root->first->text, .at = p.yaml.root->first->at};
        at = text_locate(
            &text, (size_t)(strstr(text.s, samples[i].find) - text.s));
        assert_int_equal(at.line, samples[i].line);
        assert_int_equal(at.col, samples[i].col);
        arena_free(p.a);
    }
}

/* A text of `n` times `unit` between `head` and `tail`. */
static const char *
repeat(struct arena *a, const char *head, const char *unit, int n,
    const char *tail)
{
    struct buf b = buf_new(a);

    buf_puts(&b, head);
    for (int i = 0; i < n; i++)
        buf_puts(&b, unit);
    buf_puts(&b, tail);
    return b.p;
}

static void
test_limits(void **state)
{
    static const struct {
        const char *head, *unit;
        int n;
        const char *tail, *code;
    } samples[] = {
        {"a: ", "[", 31, "", NULL},
        {"a: ", "[", 32, "", "Y116"},
        {"a: ", "[", 100000, "", "Y116"},
        {"a: ", "{a: ", 100000, "", "Y116"},
        {"a: [", "x,", 49998, "]\n...\n", NULL},
        {"a: [", "x,", 49999, "]\n...\n", "Y117"},
        {"a: \"", "x", 65536, "\"\n...\n", NULL},
        {"a: \"", "x", 65537, "\"\n...\n", "Y118"},
        {"a: ", "x", 65537, "\n...\n", "Y118"},
        {"", "\n", 1000000, "a: b\n...\n", NULL},
    };

    (void)state;
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
        struct arena *a = arena_new();
        struct parsed p;
        const char *text = repeat(
            a, samples[i].head, samples[i].unit, samples[i].n, samples[i].tail);
        const char *code = samples[i].code;

        if (strcmp(samples[i].unit, "[") == 0 && code == NULL)
            text = repeat(a, text, "]", samples[i].n, "\n...\n");
        parse(&p, text, strlen(text));
        assert_int_equal(p.ok, code == NULL);
        if (code != NULL) {
            assert_string_equal(diag_first(p.d)->code, code);
            assert_true(diag_first(p.d)->at.line > 0);
        }
        arena_free(p.a);
        arena_free(a);
    }
}

/* Nothing is lost of a file that is too large to be kept as it was looked
   through: from 16,384 events on. */
static void
test_all_is_read(void **state)
{
    (void)state;
    for (int n = 16370; n <= 16390; n++) {
        struct arena *a = arena_new();
        const char *text = repeat(a, "a: [", "x, ", n, "y]\n...\n");
        const struct node *item;
        struct parsed p;
        int count = 0;

        parse(&p, text, strlen(text));
        assert_true(p.ok);
        for (item = p.yaml.root->first->first; item->next != NULL; count++)
            item = item->next;
        assert_int_equal(count, n);
        assert_string_equal(item->text, "y");
        arena_free(p.a);
        arena_free(a);
    }
}

/* What is cut off anywhere is refused with a place, or warned of. */
static void
test_cut(void **state)
{
    static const char whole[] = "a: \"een\"\n"
                                "b: [x, 'y', {c: \xc3\xa9}]\n"
                                "d: |\n"
                                "  Zij zei: nee.\n"
                                "e:\n"
                                "  - f: 1\n"
                                "    g: 2\n"
                                "...\n";

    (void)state;
    for (size_t len = 1; len < sizeof whole - 2; len++) {
        char text[sizeof whole];
        struct parsed p;

        memcpy(text, whole, len);
        text[len] = '\0';
        parse(&p, text, len);
        if (len < sizeof whole - 2) {
            if (p.yaml.cut_off)
                yaml_say_cut(p.d, p.yaml.end, true);
            assert_non_null(diag_first(p.d));
            assert_true(diag_first(p.d)->at.line > 0);
        }
        arena_free(p.a);
    }
}

/* What a syntax error took away is marked: a value alone, or the group of a
   line that could not be read, so that nothing in it is missing. */
static void
test_marked(void **state)
{
    static const char text[] =
        "a: {b: c}\nd:\n  e: f\n  g: 'x\nh:\n  i: j\n   k\n  : l\nm: n\n";
    struct parsed p;
    const struct node *a;

    (void)state;
    parse(&p, text, sizeof text - 1);
    assert_false(p.ok);
    a = p.yaml.root->first;
    assert_false(a->cut);
    assert_false(a->next->cut);
    check_node(a->next->first, "e", 3, 6, "f");
    assert_true(a->next->first->next->cut);
    assert_true(a->next->next->cut);
    check_node(a->next->next->next, "m", 9, 4, "n");
    arena_free(p.a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tree),
        cmocka_unit_test(test_locate),
        cmocka_unit_test(test_limits),
        cmocka_unit_test(test_all_is_read),
        cmocka_unit_test(test_cut),
        cmocka_unit_test(test_marked),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

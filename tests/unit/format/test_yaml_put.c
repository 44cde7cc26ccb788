/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Texts to YAML and back: as a value, a key, within brackets, as a block. */
#include "format/yaml.h"
#include "format/yaml_put.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

/* Every text that reads as another thing, or loses a part, when it is written
   without care. */
static const char *const texts[] = {
    "a",
    "0123",
    "1_000",
    "0x1F",
    "1e5",
    ".5",
    "+1",
    "-1",
    "12:30",
    "2026-01-13",
    ".inf",
    "yes",
    "no",
    "on",
    "y",
    "ja",
    "nee",
    "null",
    "Null",
    "~",
    "~a",
    "true",
    "---",
    "...",
    "... en toen",
    "--- a",
    "- a",
    "-a",
    "? a",
    ": a",
    "a:",
    "a: b",
    "a:b",
    "a #b",
    "a# b",
    "# a",
    "&a",
    "*a",
    "!a",
    "|",
    ">",
    "%a",
    "@a",
    "`a`",
    "'s avonds",
    "\"zei hij\"",
    "hij zei \"nee\"",
    "a\\nb",
    "[a, b]",
    "{a: b}",
    "a, b",
    "a]",
    "<<",
    "=",
    " a",
    "a ",
    "\ta",
    "a\t",
    "a\tb",
    "a\nb",
    "\na",
    "\n\na\n\nb",
    " a\nb",
    "a\n b",
    "a\n\tb",
    "a\n  \tb",
    "a\n\t\nb",
    "a \nb",
    "a\n  ",
    "  \na",
    "\n  \n a",
    "a\n...\nb\n---\nc",
    "a\n# b\n- c\nd: e",
    "\xc3\xa9\xc3\xa9n",
    "\xf0\x9f\x99\x82 \xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7",
    "dus \xe2\x80\x9czei\xe2\x80\x9d",
    "\xc2\xa0"
    "a\xc2\xa0",
    "https://example.org/?a=b#c",
};

enum { TEXTS = sizeof texts / sizeof *texts };

static const struct node *
read_back(struct arena *a, const struct buf *out)
{
    struct source *src = NEW(a, struct source, 1);
    struct diag *d = diag_new(a, NULL);
    struct yaml yaml;

    *src = (struct source){.name = "out", .text = out->p, .len = out->len};
    if (!yaml_parse(a, d, src, &yaml)) {
        fail_msg("%s\n%s", out->p, diag_first(d)->text);
        return NULL;
    }
    assert_int_equal(diag_warnings(d, NULL), 0);
    return yaml.root;
}

static void
is_text(const struct node *n, const char *s, const struct buf *out)
{
    if (n == NULL || n->kind != NODE_SCALAR || strcmp(n->text, s) != 0)
        fail_msg("\"%s\" is not what %s says", s, out->p);
}

/* A text alone, behind a key, in an item, in brackets, as a key. */
static void
test_back(void **state)
{
    struct arena *a = arena_new();

    (void)state;
    for (int i = 0; i < TEXTS; i++) {
        for (int typed = 0; typed < 2; typed++) {
            struct buf out = buf_new(a);
            const struct node *n;

            buf_puts(&out, "k: ");
            yaml_put(&out, texts[i], YAML_VALUE, typed);
            buf_puts(&out, "\nl:\n  - ");
            yaml_put(&out, texts[i], YAML_VALUE, typed);
            buf_puts(&out, "\nf: [");
            yaml_put(&out, texts[i], YAML_FLOW, typed);
            buf_puts(&out, ", x]\nm:\n  ");
            yaml_put(&out, texts[i], YAML_KEY, typed);
            buf_puts(&out, ": x\n...\n");
            n = read_back(a, &out)->first;
            is_text(n, texts[i], &out);
            n = n->next;
            is_text(n->first, texts[i], &out);
            n = n->next;
            is_text(n->first, texts[i], &out);
            is_text(n->first->next, "x", &out);
            n = n->next;
            assert_string_equal(n->first->key, texts[i]);
        }
    }
    arena_free(a);
}

static void
test_block(void **state)
{
    static const char joiner[] = "\xe2\x80\x8d"; /* written as an escape */
    struct arena *a = arena_new();
    int blocks = 0;

    (void)state;
    for (int i = 0; i < TEXTS; i++) {
        struct buf out = buf_new(a);
        const struct node *n;

        if (!yaml_blockable(texts[i])) {
            assert_true(strchr(texts[i], '\t') != NULL ||
                        strstr(texts[i], joiner) != NULL);
            continue;
        }
        blocks++;
        buf_puts(&out, "k: ");
        yaml_put_block(&out, texts[i], 2);
        buf_puts(&out, "l:\n  - ");
        yaml_put_block(&out, texts[i], 4);
        buf_puts(&out, "  - m: ");
        yaml_put_block(&out, texts[i], 6);
        buf_puts(&out, "...\n");
        n = read_back(a, &out)->first;
        is_text(n, texts[i], &out);
        is_text(n->next->first, texts[i], &out);
        is_text(n->next->first->next->first, texts[i], &out);
    }
    assert_true(blocks > TEXTS - 10);
    arena_free(a);
}

/* What other readers of YAML take for no text is quoted, but for values that
   are meant so; plain words are not. */
static void
test_quotes(void **state)
{
    static const char *const plain[] = {"Martijn", "juf Anne", "groep 4", "ja",
        "v04", "LP-0017", "Wat ik ook doe, het helpt niet.", "a:b", "C# en F#",
        "5b"};
    static const char *const quoted[] = {"4", "0123", "no", "2026-01-13",
        "12:30", "null", "1.5", ".inf", "0x1f"};

    (void)state;
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        assert_true(yaml_plain(plain[i], YAML_VALUE, false));
    for (size_t i = 0; i < sizeof quoted / sizeof *quoted; i++) {
        assert_false(yaml_plain(quoted[i], YAML_VALUE, false));
        assert_int_equal(yaml_plain(quoted[i], YAML_VALUE, true),
            strcmp(quoted[i], "null") != 0);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_back),
        cmocka_unit_test(test_block),
        cmocka_unit_test(test_quotes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

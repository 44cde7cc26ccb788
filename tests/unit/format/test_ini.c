/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The strict dialect: places, values, every refusal, and that whatever is
   accepted iniparser reads alike. */
#include "base/file.h"
#include "base/hash.h"
#include "format/ini_compare.h"
#include "format/ini_known.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>
#include <glob.h>
#include <string.h>

struct read {
    struct arena *a;
    struct diag *d;
    struct source src;
    struct ini ini;
    bool ok;
};

static struct read
read_bytes(const char *text, size_t len)
{
    struct read r = {.a = arena_new()};
    struct source *src = arena_alloc(r.a, sizeof *src);

    r.d = diag_new(r.a, NULL);
    *src = (struct source){
        .name = "t.ini", .text = arena_strndup(r.a, text, len), .len = len};
    r.ok = ini_parse(r.a, r.d, src, &r.ini);
    return r;
}

static struct read
read_text(const char *text)
{
    return read_bytes(text, strlen(text));
}

static void
assert_place(struct pos at, int line, int col)
{
    assert_int_equal(at.line, line);
    assert_int_equal(at.col, col);
}

static void
test_places(void **state)
{
    struct read r =
        read_text("; comment\n"
                  "[one.two]\n"
                  "a = plain 3..7 \n"
                  "title.nl\t=  \"  \xc3\xa9\xc3\xa9n; #2 = 'x' \"\n"
                  "\n"
                  "[three]\n"
                  "empty = \"\"\n");
    struct ini_section *s = ini_section(&r.ini, "one.two");
    struct ini_entry *e;

    (void)state;
    assert_true(r.ok);
    assert_non_null(s);
    assert_place(s->at, 2, 1);
    e = ini_entry(s, "a");
    assert_string_equal(e->value, "plain 3..7");
    assert_false(e->quoted);
    assert_place(e->key_at, 3, 1);
    assert_place(e->at, 3, 5);
    e = ini_entry(s, "title.nl");
    assert_string_equal(e->value, "  \xc3\xa9\xc3\xa9n; #2 = 'x' ");
    assert_true(e->quoted);
    assert_place(e->at, 4, 14);
    assert_ptr_equal(s->next, ini_section(&r.ini, "three"));
    assert_string_equal(ini_entry(s->next, "empty")->value, "");
    assert_null(ini_entry(s, "empty"));
    assert_null(ini_section(&r.ini, "one"));
    arena_free(r.a);
}

/* Values are NFC after the comparison; the byte order mark has no column. */
static void
test_normal_form(void **state)
{
    struct read r = read_text("\xef\xbb\xbf[a]\r\nk = \"e\xcc\x81\"\r\n");
    struct ini_entry *e;

    (void)state;
    assert_true(r.ok);
    assert_place(r.ini.first->at, 1, 1);
    e = ini_entry(r.ini.first, "k");
    assert_string_equal(e->value, "\xc3\xa9");
    assert_place(e->at, 2, 6);
    arena_free(r.a);
}

struct refusal {
    const char *text, *code;
    int line, col;
};

static const struct refusal refusals[] = {
    {"[a]\nk = \"\xff\"\n", "R101", 2, 6},
    {"[a]\rk = 1\n", "R103", 1, 4},
    {"[a]\nk = \"\x07\"\n", "R104", 2, 6},
    {"[a]\nk = \"\xc2\x85\"\n", "R104", 2, 6},
    {"[a]\nk = \"\xe2\x80\xa8\"\n", "R104", 2, 6},
    {"[a]\nk = a\tb\n", "R104", 2, 6},
    {"[a]\n\tk = 1\n", "R106", 2, 1},
    {"[a]\n k = 1\n", "R107", 2, 1},
    {"[a]\n ; comment\n", "R107", 2, 1},
    {"[a]\nk = 1 \\\n", "R108", 2, 7},
    {"[a]\n; comment \\ \n", "R108", 2, 11},
    {"k = 1\n[a]\n", "R109", 1, 1},
    {"[a\nk = 1\n", "R110", 1, 1},
    {"[]\nk = 1\n", "R111", 1, 1},
    {"[a] ; see x=1\n", "R112", 1, 5},
    {"[a] k = 1\n", "R112", 1, 5},
    {"[A]\n", "R114", 1, 2},
    {"[a:b]\n", "R115", 1, 3},
    {"[a b]\n", "R116", 1, 3},
    {"[a..b]\n", "R116", 1, 3},
    {"[a]\nKey = 1\n", "R114", 2, 1},
    {"[a]\nk:l = 1\n", "R115", 2, 2},
    {"[a]\nk-l = 1\n", "R116", 2, 2},
    {"[a]\n1k = 1\n", "R116", 2, 1},
    {"[a]\nk. = 1\n", "R116", 2, 2},
    {"[a]\n\xc3\xa9 = 1\n", "R116", 2, 1},
    {"[a]\nkey\n", "R117", 2, 1},
    {"[a]\n= 1\n", "R118", 2, 1},
    {"[a]\n[a]\n", "R121", 2, 1},
    {"[a]\nk = 1\nl = 1\nk = 2\n", "R122", 4, 1},
    {"[a]\nk =\n", "R123", 2, 4},
    {"[a]\nk = 's Morgens\n", "R124", 2, 5},
    {"[a]\nk = \"a\n", "R125", 2, 5},
    {"[a]\nk = \"\n", "R125", 2, 5},
    {"[a]\nk = \"a \\\"b\\\" c\"\n", "R126", 2, 9},
    {"[a]\nk = \"a\" b\n", "R126", 2, 7},
    {"[a]\nk = a \"b\"\n", "R126", 2, 7},
    {"[a]\nk = \"a\" ; b\n", "R127", 2, 9},
    {"[a]\nk = a # b\n", "R127", 2, 7},
    {"[a]\nk = a;b\n", "R128", 2, 6},
    {"[a]\nk = #112233\n", "R128", 2, 5},
};

static void
test_refusals(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof refusals / sizeof refusals[0]; i++) {
        const struct refusal *x = &refusals[i];
        struct read r = read_text(x->text);
        const struct message *m = diag_first(r.d);

        assert_false(r.ok);
        assert_non_null(m);
        assert_string_equal(m->code, x->code);
        assert_place(m->at, x->line, x->col);
        assert_null(m->next);
        arena_free(r.a);
    }
}

static void
test_nul(void **state)
{
    static const char text[] = "[a]\nk = \"a\0b\"\n";
    struct read r = read_bytes(text, sizeof text - 1);

    (void)state;
    assert_false(r.ok);
    assert_string_equal(diag_first(r.d)->code, "R102");
    assert_place(diag_first(r.d)->at, 2, 7);
    arena_free(r.a);
}

/* A line of `len` bytes: k = "xxx…". */
static bool
line_is_read(size_t len)
{
    struct arena *a = arena_new();
    struct buf b = buf_new(a);
    struct read r;

    buf_puts(&b, "[a]\nk = \"");
    while (b.len < 4 + len - 1)
        buf_putc(&b, 'x');
    buf_puts(&b, "\"\n");
    r = read_text(b.p);
    if (r.ok)
        assert_int_equal(strlen(r.ini.first->first->value), len - 6);
    else
        assert_string_equal(diag_first(r.d)->code, "R105");
    arena_free(r.a);
    arena_free(a);
    return r.ok;
}

static void
test_line_length(void **state)
{
    (void)state;
    assert_true(line_is_read(900));
    assert_false(line_is_read(901));
}

static bool
is_read(int sections, int values)
{
    struct arena *a = arena_new();
    struct buf b = buf_new(a);
    struct read r;

    for (int i = 0; i < sections; i++)
        buf_printf(&b, "[s%d]\n", i);
    for (int i = 0; i < values; i++)
        buf_printf(&b, "k%d = 1\n", i);
    r = read_text(b.p);
    if (!r.ok)
        assert_string_equal(
            diag_first(r.d)->code, values > 0 ? "R129" : "R130");
    arena_free(r.a);
    arena_free(a);
    return r.ok;
}

static void
test_limits(void **state)
{
    (void)state;
    assert_true(is_read(2000, 0));
    assert_false(is_read(2001, 0));
    assert_false(is_read(1, 50001));
}

/* A second place for what stands there twice; all faults in one run. */
static void
test_all_at_once(void **state)
{
    struct read r = read_text("[a]\nk = 1\nk = 2\nl\n[b\n");
    const struct message *m;
    int n = 0;

    (void)state;
    assert_false(r.ok);
    for (m = diag_first(r.d); m != NULL; m = m->next, n++)
        if (strcmp(m->code, "R122") == 0)
            assert_place(m->note_at, 2, 1);
    assert_int_equal(n, 3);
    arena_free(r.a);
}

static void
test_peek(void **state)
{
    struct arena *a = arena_new();
    struct source good = {
        .name = "t", .text = "[format]\nkind = rules\nX\n", .len = 24};
    struct source none = {.name = "t", .text = "kind: rules\n", .len = 12};

    (void)state;
    assert_string_equal(ini_peek(a, &good, "format", "kind"), "rules");
    assert_null(ini_peek(a, &good, "format", "version"));
    assert_null(ini_peek(a, &none, "format", "kind"));
    arena_free(a);
}

/* --- damage --- */

static const char sample[] =
    "; comment = \"x\"\r\n[format]\nkind = rules\nversion = 1\n\n"
    "[scale.secure_base]\nrange = 1..7\ntitle.nl = \"Veilige; basis\"\n"
    "title.en = \"'t is \xc3\xa9\xc3\xa9n # a = b\"\nwhen.1 = x >= 3\n";

/* No crash; and what is accepted, iniparser reads alike: a difference would be
   an R9xx. */
static void
check_damaged(const char *text, size_t len)
{
    struct read r = read_bytes(text, len);

    for (const struct message *m = diag_first(r.d); m != NULL; m = m->next) {
        assert_true(m->code[1] != '9');
        assert_true(m->at.line > 0 && m->at.col > 0);
    }
    assert_int_equal(r.ok, diag_first(r.d) == NULL);
    arena_free(r.a);
}

static void
test_cut(void **state)
{
    (void)state;
    for (size_t n = 0; n < sizeof sample; n++)
        check_damaged(sample, n);
}

static void
test_flipped(void **state)
{
    char text[sizeof sample];

    (void)state;
    memcpy(text, sample, sizeof sample);
    for (size_t i = 0; i < sizeof sample - 1; i++)
        for (int bit = 0; bit < 8; bit++) {
            text[i] = (char)(sample[i] ^ (1 << bit));
            check_damaged(text, sizeof sample - 1);
            text[i] = sample[i];
        }
}

/* Every byte replaced by each character that means something in INI. */
static void
test_replaced(void **state)
{
    static const char signs[] = "=\"'[];#:\\\n\r\t ";
    char text[sizeof sample];

    (void)state;
    memcpy(text, sample, sizeof sample);
    for (size_t i = 0; i < sizeof sample - 1; i++)
        for (const char *c = signs; *c != '\0'; c++) {
            text[i] = *c;
            check_damaged(text, sizeof sample - 1);
            text[i] = sample[i];
        }
}

/* iniparser gets a large file in portions: sections of all sizes around theirs,
   with comments, empty lines and both line ends, are compared whole. */
static void
test_portions(void **state)
{
    (void)state;
    for (int size = 0; size < 300; size += 7) {
        struct arena *a = arena_new();
        struct buf b = buf_new(a);
        const char *stop = size % 2 == 0 ? "\r\n" : "\n";
        struct read r;
        int n = 0;

        for (int s = 0; s < 5; s++) {
            buf_printf(&b, "; [no.section]%s%s[s%d]%s", stop, stop, s, stop);
            for (int i = 0; i < size + s; i++)
                buf_printf(&b, "%sk%d = %d%s", i % 50 == 0 ? "# k = 1\n" : "",
                    i, i, stop);
        }
        r = read_bytes(b.p, b.len);
        assert_true(r.ok);
        for (struct ini_section *s = r.ini.first; s != NULL; s = s->next)
            for (struct ini_entry *e = s->first; e != NULL; e = e->next)
                n++;
        assert_int_equal(n, 5 * size + 10);
        arena_free(r.a);
        arena_free(a);
    }
}

/* What comes with the program is compared here, and not in its runs. */
static void
test_known(void **state)
{
    static const char *const folders[] = {
        "rules/*.ini", "layouts/*.ini", "fonts/*.ini"};
    glob_t found;

    (void)state;
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        assert_int_equal(
            glob(folders[i], i > 0 ? GLOB_APPEND : 0, NULL, &found), 0);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        struct arena *a = arena_new();
        struct diag *d = diag_new(a, NULL);
        const char *hash, *const *known = ini_known;
        struct source src;
        struct ini ini;

        assert_true(file_read(a, d, found.gl_pathv[i], 1 << 20, &src));
        assert_true(ini_scan(a, d, &src, &ini));
        assert_true(ini_compare(a, d, &ini));
        for (hash = hash_sha256(a, src.text, src.len);
             *known != NULL && strcmp(*known, hash) != 0;)
            known++;
        assert_non_null(*known);
        arena_free(a);
    }
    globfree(&found);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_places),
        cmocka_unit_test(test_normal_form),
        cmocka_unit_test(test_refusals),
        cmocka_unit_test(test_nul),
        cmocka_unit_test(test_line_length),
        cmocka_unit_test(test_limits),
        cmocka_unit_test(test_all_at_once),
        cmocka_unit_test(test_peek),
        cmocka_unit_test(test_cut),
        cmocka_unit_test(test_flipped),
        cmocka_unit_test(test_replaced),
        cmocka_unit_test(test_portions),
        cmocka_unit_test(test_known),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

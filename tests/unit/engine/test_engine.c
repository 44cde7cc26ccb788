/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The engine over files in memory: what is read, made and said, and to whom. */
#include "base/file.h"
#include "engine/engine.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

enum { TEXTS = 11, SAID_MAX = 8 };

/* By name, and where the tests take them from. */
static const struct {
    enum engine_kind kind;
    const char *name, *path;
} shipped[TEXTS] = {
    {ENGINE_RULES, "llinc", "rules/llinc.ini"},
    {ENGINE_LAYOUT, "handout", "layouts/handout.ini"},
    {ENGINE_LAYOUT, "dossier", "layouts/dossier.ini"},
    {ENGINE_LAYOUT, "twice", "layouts/twice.ini"},
    {ENGINE_CATALOGUE, "catalogue", "fonts/catalogue.ini"},
    {ENGINE_COLOURS, "sRGB", "/usr/share/color/icc/sRGB.icc"},
    {ENGINE_FONT, "Lato-Regular.ttf",
        "/usr/share/fonts/truetype/lato/Lato-Regular.ttf"},
    {ENGINE_FONT, "Lato-Bold.ttf",
        "/usr/share/fonts/truetype/lato/Lato-Bold.ttf"},
    {ENGINE_FONT, "Lato-Light.ttf",
        "/usr/share/fonts/truetype/lato/Lato-Light.ttf"},
    {ENGINE_FONT, "DejaVuSans.ttf",
        "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"},
    {ENGINE_FONT, "DejaVuSans-Bold.ttf",
        "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf"},
};

struct bench {
    struct arena *run, *a;
    struct engine_text texts[TEXTS];
    struct engine_files files;
    struct engine_options options;
    struct engine *e;
    struct diag *d;
    const char *said[SAID_MAX]; /* codes */
    int nsaid;
};

static void
say(void *ctx, const struct diag *d)
{
    struct bench *b = ctx;

    for (const struct message *m = diag_first(d); m != NULL; m = m->next)
        if (b->nsaid < SAID_MAX)
            b->said[b->nsaid++] = m->code;
}

static int
setup(void **state)
{
    static struct bench b;

    b = (struct bench){.run = arena_new(), .a = arena_new()};
    b.options = engine_defaults;
    for (int i = 0; i < TEXTS; i++) {
        struct source file;

        if (!file_map(b.run, diag_new(b.run, NULL), shipped[i].path, &file))
            return 1;
        b.texts[i] = (struct engine_text){
            shipped[i].kind, shipped[i].name, file.text, file.len};
    }
    b.files = engine_named(b.run, b.texts, TEXTS);
    b.files.say = say;
    b.files.say_ctx = &b;
    b.e = engine_open(b.run, &b.files, &b.options);
    b.d = diag_new(b.a, NULL);
    *state = &b;
    return 0;
}

static int
teardown(void **state)
{
    struct bench *b = *state;

    engine_close(b->e);
    arena_free(b->a);
    arena_free(b->run);
    return 0;
}

static struct engine_case *
example(struct bench *b, const char *path, enum status want)
{
    struct source *src = NEW(b->a, struct source, 1);
    struct engine_case *c = NULL;

    assert_true(file_read(b->a, b->d, path, FILE_TEXT_MAX, src));
    assert_int_equal(engine_read(b->a, b->d, b->e, src, &c), want);
    return c;
}

static void
load(struct bench *b, const char *word, enum status want)
{
    assert_int_equal(engine_load(b->e, &word, 1, true), want);
}

static void
test_makes(void **state)
{
    struct bench *b = *state;
    struct engine_case *c = example(b, "examples/juf-anne.yaml", STATUS_OK);
    struct buf one = buf_new(b->a), two = buf_new(b->a), text = buf_new(b->a);
    struct engine_record record;

    load(b, "handout", STATUS_OK);
    assert_int_equal(
        engine_make(b->a, b->d, b->e, c, engine_form(b->e, 0), STAGE_PDF, &one),
        STATUS_OK);
    engine_trim(b->e);
    assert_int_equal(
        engine_make(b->a, b->d, b->e, c, engine_form(b->e, 0), STAGE_PDF, &two),
        STATUS_OK);
    assert_int_equal(one.len, two.len);
    assert_memory_equal(one.p, two.p, one.len);
    assert_true(engine_record(b->a, one.p, one.len, &record));
    assert_true(record.unaltered);
    assert_string_equal(record.fact[FACT_CASE], "LP-0017");
    assert_string_equal(record.fact[FACT_LAYOUT], "handout");
    one.p[one.len / 2] ^= 1;
    assert_false(
        engine_record(b->a, one.p, one.len, &record) && record.unaltered);
    assert_int_equal(engine_make(b->a, b->d, b->e, c, engine_form(b->e, 0),
                         STAGE_DOC, &text),
        STATUS_OK);
    assert_non_null(strstr(text.p, "Martijn"));
    assert_int_equal(b->nsaid, 0);
}

/* The second report and every further one take nothing of the run's memory:
   thousands go through one process. */
static void
test_memory(void **state)
{
    static const char *const paths[] = {
        "examples/juf-anne.yaml", "examples/second-child.yaml"};
    struct bench *b = *state;
    size_t before = 0, report[2] = {0};

    load(b, "handout", STATUS_OK);
    for (int i = 0; i < 20; i++) {
        struct engine_case *c;
        struct buf out;
        size_t *most = &report[i % 2];

        arena_reset(b->a);
        b->d = diag_new(b->a, NULL);
        out = buf_new(b->a);
        c = example(b, paths[i % 2], STATUS_OK);
        assert_int_equal(engine_make(b->a, b->d, b->e, c, engine_form(b->e, 0),
                             STAGE_PDF, &out),
            STATUS_OK);
        engine_trim(b->e);
        if (i == 1)
            before = arena_taken(b->run);
        assert_true(i < 2 || arena_taken(b->run) == before);
        assert_true(i < 2 || arena_taken(b->a) == *most);
        *most = arena_taken(b->a);
    }
    assert_true(before > 0);
}

/* A fault of the interview is the caller's collector's, one of a layout is
   said. */
static void
test_faults(void **state)
{
    static const char bad[] = "formaat: interview/1\nzaak: X\nkindd: 1\n...\n";
    struct bench *b = *state;
    const struct source src = {
        .name = "bad.yaml", .text = bad, .len = sizeof bad - 1};
    struct engine_case *c = NULL;

    assert_int_equal(engine_read(b->a, b->d, b->e, &src, &c), STATUS_REFUSED);
    assert_true(diag_errors(b->d, &src) > 0);
    assert_int_equal(b->nsaid, 0);
    load(b, "nowhere", STATUS_USAGE);
    assert_int_equal(b->nsaid, 1);
    assert_string_equal(b->said[0], "E100");
    load(b, "twice", STATUS_USAGE); /* over two interviews */
    assert_int_equal(b->nsaid, 2);
}

static void
test_options(void **state)
{
    struct bench *b = *state;
    const char *rules[] = {"other"};
    struct engine_case *c;

    b->options.lang = LANG_EN;
    c = example(b, "examples/juf-anne.yaml", STATUS_OK);
    load(b, "dossier", STATUS_OK);
    assert_true(engine_can_hide(b->e));
    b->options.anonymise = true;
    assert_false(engine_can_hide(b->e));
    b->options.anonymise = false;
    assert_int_equal(engine_copies(b->a, c, engine_form(b->e, 0),
                         (struct engine_copy[ENGINE_COPIES]){{NULL}}),
        ENGINE_COPIES);
    b->options.rules = (struct engine_words){rules, 1};
    assert_int_equal(engine_load_rules(b->e, NULL), STATUS_USAGE);
}

static void
test_pair(void **state)
{
    struct bench *b = *state;
    struct engine_case *one =
        example(b, "examples/first-child-later.yaml", STATUS_OK);
    struct engine_case *two =
        example(b, "examples/first-child.yaml", STATUS_OK);
    struct engine_case *pair;

    assert_int_equal(engine_pair(b->d, one, two, &pair), STATUS_OK);
    assert_ptr_equal(pair, two); /* the earlier first */
    assert_string_equal(engine_case_layout(pair), "twice");
    assert_non_null(strchr(engine_case_id(b->a, pair), '+'));
    assert_int_equal(engine_pair(b->d, one, one, &pair), STATUS_REFUSED);
}

static void
test_gathering(void **state)
{
    struct bench *b = *state;
    struct engine_gathering *g = engine_gathering_new(b->a, b->e);
    struct engine_printing how = {.format = FORMAT_CSV};
    struct buf out = buf_new(b->a);
    struct engine_case *all;

    assert_null(engine_gathered(g));
    assert_int_equal(
        engine_gather(g, example(b, "examples/juf-anne.yaml", STATUS_OK)),
        STATUS_OK);
    assert_int_equal(
        engine_gather(g, example(b, "examples/three-readers.yaml", STATUS_OK)),
        STATUS_OK);
    all = engine_gathered(g);
    assert_non_null(all);
    assert_null(engine_case_id(b->a, all));
    assert_string_equal(engine_case_layout(all), "agreement");
    engine_agreement(all, &how, &out);
    assert_true(out.len > 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_makes, setup, teardown),
        cmocka_unit_test_setup_teardown(test_memory, setup, teardown),
        cmocka_unit_test_setup_teardown(test_faults, setup, teardown),
        cmocka_unit_test_setup_teardown(test_options, setup, teardown),
        cmocka_unit_test_setup_teardown(test_pair, setup, teardown),
        cmocka_unit_test_setup_teardown(test_gathering, setup, teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

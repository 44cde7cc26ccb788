/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Content streams, the whole file, its ID and metadata; and the file as other
   programs read it. */
#include "pdf/draw.h"
#include "tests/unit/debian.h"
#include "tests/unit/sample.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct bench {
    struct arena *a;
    struct diag *d;
    struct font_set *fonts;
    struct pdf *pdf;
};

static int
setup(void **state)
{
    static struct bench b;

    b.a = arena_new();
    b.d = diag_new(b.a, NULL);
    b.fonts = debian_fonts(b.a, b.d);
    b.pdf = pdf_open(b.d);
    *state = &b;
    return b.fonts == NULL || b.pdf == NULL;
}

static int
teardown(void **state)
{
    struct bench *b = *state;

    pdf_close(b->pdf);
    font_close(b->fonts);
    arena_free(b->a);
    return 0;
}

static struct buf
report(struct bench *b, struct pdf *pdf, enum pdf_profile profile, int n)
{
    struct pdf_meta meta = sample_meta(b->a, profile);
    struct buf out = buf_new(b->a);
    struct sample s;

    sample_make(&s, b->a, b->fonts, n, 4);
    assert_true(pdf_draw(b->a, b->d, pdf, b->fonts, &s.pages, &meta, &out));
    return out;
}

/* ---- content streams ---- */

static const char *
drawn(struct bench *b, bool mono, const struct mark *marks, int n)
{
    struct pictures pictures = pictures_new(b->a);
    struct canvas c = canvas_new(b->a, b->fonts, &pictures, 100000, mono);

    font_begin(b->fonts);
    for (int i = 0; i < n; i++)
        canvas_mark(&c, &marks[i]);
    assert_false(c.outside);
    return c.out.p;
}

static void
test_shapes(void **state)
{
    static const struct {
        struct mark mark;
        const char *drawn;
    } cases[] = {
        {{.kind = MARK_RECT,
             .x = 1000,
             .y = 2000,
             .w = 30000,
             .h = 4500,
             .fill = 0,
             .stroke = -1},
            "1 93.5 30 4.5 re\nf\n"},
        {{.kind = MARK_RECT,
             .x = 1004,
             .y = 2006,
             .w = 30000,
             .h = 4500,
             .fill = 0xff0000,
             .stroke = 0x0000ff,
             .weight = 500},
            "1 0 0 rg\n0 0 1 RG\n.5 w\n1 93.49 30 4.5 re\nB\n"},
        {{.kind = MARK_LINE,
             .w = 10000,
             .fill = -1,
             .stroke = 0x808080,
             .weight = 1000,
             .dash = 2000},
            "0.502 G\n[2 ] 0 d\n0 100 m\n10 100 l\nS\n"},
        {{.kind = MARK_TRIANGLE,
             .w = 10000,
             .h = 10000,
             .fill = 0,
             .stroke = -1},
            "10 100 m\n10 90 l\n0 90 l\nh\nf\n"},
        {{.kind = MARK_DIAMOND,
             .x = 50000,
             .y = 50000,
             .w = 5000,
             .fill = 0,
             .stroke = -1},
            "50 55 m\n55 50 l\n50 45 l\n45 50 l\nh\nf\n"},
        {{.kind = MARK_DISC,
             .x = 50000,
             .y = 50000,
             .w = 10000,
             .fill = 0,
             .stroke = -1},
            "60 50 m\n60 44.48 55.52 40 50 40 c\n44.48 40 40 44.48 40 50 c\n"
            "40 55.52 44.48 60 50 60 c\n55.52 60 60 55.52 60 50 c\nh\nf\n"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(
            drawn(*state, false, &cases[i].mark, 1), cases[i].drawn);
}

static void
test_state_is_written_once(void **state)
{
    struct mark m[3] = {{.kind = MARK_RECT,
        .w = 1000,
        .h = 1000,
        .fill = 0x0B5688,
        .stroke = -1}};

    m[1] = m[2] = m[0];
    m[2].fill = 0;
    assert_string_equal(drawn(*state, false, m, 3),
        "0.043 0.337 0.533 rg\n0 99 1 1 re\nf\n0 99 1 1 re\nf\n"
        "0 g\n0 99 1 1 re\nf\n");
}

static void
test_mono(void **state)
{
    struct mark m = {.kind = MARK_RECT,
        .w = 1000,
        .h = 1000,
        .fill = 0xff0000,
        .stroke = -1};

    assert_string_equal(
        drawn(*state, true, &m, 1), "0.212 g\n0 99 1 1 re\nf\n");
}

static struct mark
text_mark(struct bench *b, const char *s)
{
    struct metrics m = font_metrics(b->fonts);
    const struct shaped *t = m.shape(m.ctx, FACE_REGULAR, s, strlen(s));

    return (struct mark){.kind = MARK_GLYPHS,
        .x = 10000,
        .y = 20000,
        .w = t->width * 10,
        .size = 10000,
        .fill = 0,
        .stroke = -1,
        .glyphs = t->glyphs,
        .nglyphs = t->n};
}

/* The operators for a mark of text, CIDs as letters from "a". */
static const char *
drawn_text(struct bench *b, const struct mark *m)
{
    struct pictures pictures = pictures_new(b->a);
    struct canvas c = canvas_new(b->a, b->fonts, &pictures, 100000, false);
    struct buf shown = buf_new(b->a);

    font_begin(b->fonts);
    canvas_mark(&c, m);
    for (size_t i = 0; i < c.out.len; i++)
        if (c.out.p[i] == '\0')
            buf_putc(&shown, (char)('a' + c.out.p[++i]));
        else
            buf_putc(&shown, c.out.p[i]);
    return shown.p;
}

static void
test_text(void **state)
{
    struct mark m = text_mark(*state, "nn");

    assert_string_equal(
        drawn_text(*state, &m), "BT 10 80 Td\n/F0 10 Tf\n[(bb)]TJ\nET\n");
}

/* Kerning goes between the glyphs; offsets move one glyph and not the next. */
static void
test_text_adjusted(void **state)
{
    struct mark m = text_mark(*state, "nnn");
    struct glyph glyphs[3] = {m.glyphs[0], m.glyphs[1], m.glyphs[2]};

    m.glyphs = glyphs;
    glyphs[0].advance = (int16_t)(glyphs[0].advance - 40);
    glyphs[1].dx = 15;
    glyphs[1].dy = -200;
    assert_string_equal(drawn_text(*state, &m),
        "BT 10 80 Td\n/F0 10 Tf\n[(b)]TJ\n-2 Ts\n[25(b)]TJ\n0 Ts\n"
        "[15(b)]TJ\nET\n");
}

/* A glyph that stands for a text with others gives it once, beside them. */
static void
test_cluster_says_its_text_once(void **state)
{
    struct mark m = text_mark(*state, "nn");
    struct glyph glyphs[2] = {m.glyphs[0], m.glyphs[1]};

    glyphs[1].len = 0;
    m.glyphs = glyphs;
    assert_string_equal(drawn_text(*state, &m),
        "BT 10 80 Td\n/Span<</ActualText<FEFF006E>>>BDC\n/F0 10 Tf\n"
        "[(bc)]TJ\nEMC\nET\n");
}

static void
test_invisible(void **state)
{
    struct mark m = text_mark(*state, "");

    assert_false(canvas_shows(&m));
    m = (struct mark){.kind = MARK_RECT, .fill = -1, .stroke = 0};
    assert_false(canvas_shows(&m)); /* no weight */
    m.weight = 1;
    assert_true(canvas_shows(&m));
    m = (struct mark){.kind = MARK_LINE, .fill = 0, .stroke = -1};
    assert_false(canvas_shows(&m));
}

/* ---- whole files ---- */

static void
assert_same(struct buf one, struct buf two)
{
    assert_int_equal(one.len, two.len);
    assert_memory_equal(one.p, two.p, one.len);
}

static void
test_same_bytes_fresh_or_reused(void **state)
{
    struct bench *b = *state;
    struct buf first = report(b, b->pdf, PDF_2A, 2);
    struct pdf *fresh = pdf_open(b->d);

    for (int i = 0; i < 30; i++)
        report(b, b->pdf, (enum pdf_profile)(i % 5), 1 + i % 3);
    assert_same(first, report(b, b->pdf, PDF_2A, 2));
    assert_same(first, report(b, fresh, PDF_2A, 2));
    pdf_close(fresh);
}

static void
test_id_shows_any_change(void **state)
{
    for (int profile = PDF_NONE; profile <= PDF_3A; profile++) {
        struct bench *b = *state;
        struct buf out = report(b, b->pdf, (enum pdf_profile)profile, 1);

        assert_true(pdf_check_id(out.p, out.len));
        assert_false(pdf_check_id(out.p, out.len - 1));
        for (size_t i = 0; i < out.len;
             i += i + 400 < out.len ? out.len / 60 : 1) {
            out.p[i] ^= 1;
            assert_false(pdf_check_id(out.p, out.len));
            out.p[i] ^= 1;
        }
    }
}

static void
test_strange_files_have_no_id(void **state)
{
    static const char *const texts[] = {"", "startxref\n", "%PDF-1.7\n",
        "startxref\n99999999999999999999999\n%%EOF\n",
        "/ID[<0>]startxref\n0\n%%EOF\n",
        "/ID[<00000000000000000000000000000000><0000startxref\n0\n%%EOF\n"};

    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_false(pdf_check_id(texts[i], strlen(texts[i])));
}

static void
test_metadata_read_back(void **state)
{
    struct bench *b = *state;
    struct pdf_meta meta = sample_meta(b->a, PDF_3A);
    struct pdf_record r;

    for (int profile = PDF_NONE; profile <= PDF_3A; profile++) {
        struct buf out = report(b, b->pdf, (enum pdf_profile)profile, 1);

        assert_true(pdf_read_meta(b->a, out.p, out.len, &r));
        assert_int_equal(r.profile, profile);
    }
    assert_string_equal(r.title, meta.title);
    assert_string_equal(r.version, meta.version);
    assert_string_equal(r.case_id, "LP-0017");
    assert_string_equal(r.layout_id, "handout");
    assert_string_equal(r.options, meta.options);
    assert_string_equal(r.hash_interview, meta.hash_interview);
    assert_null(r.hash_rules);
    assert_false(pdf_read_meta(b->a, "%PDF-1.7\n", 9, &r));
}

static void
test_dates(void **state)
{
    static const struct {
        long epoch;
        struct date date;
        const char *shows;
    } cases[] = {{-1, {2026, 1, 13}, "D:20260113120000Z"},
        {0, {2026, 1, 13}, "D:19700101000000Z"},
        {951782399, {0, 0, 0}, "D:20000228235959Z"},
        {951868800, {0, 0, 0}, "D:20000301000000Z"},
        {1767225600, {0, 0, 0}, "D:20260101000000Z"},
        {4107542400, {0, 0, 0}, "D:21000301000000Z"}};
    static const long noon = 1768305600; /* of the first */
    struct bench *b = *state;
    struct pdf_record r;

    for (size_t i = 0; i <= sizeof cases / sizeof *cases; i++) {
        bool none = i == sizeof cases / sizeof *cases;
        struct pdf_meta meta = sample_meta(b->a, PDF_1B); /* plain objects */
        struct buf out = buf_new(b->a), text = buf_new(b->a);
        struct sample s;

        meta.epoch = none ? -1 : cases[i].epoch;
        meta.date = none ? (struct date){0} : cases[i].date;
        sample_make(&s, b->a, b->fonts, 1, 1);
        assert_true(
            pdf_draw(b->a, b->d, b->pdf, b->fonts, &s.pages, &meta, &out));
        for (size_t k = 0; k < out.len; k++)
            if (out.p[k] != '\0')
                buf_putc(&text, out.p[k]);
        assert_true((strstr(text.p, none ? "CreationDate" : cases[i].shows) ==
                        NULL) == none);
        assert_true(pdf_read_meta(b->a, out.p, out.len, &r));
        assert_true(r.epoch == (none                ? -1
                                   : meta.epoch < 0 ? noon
                                                    : meta.epoch));
    }
}

static void
test_mark_outside(void **state)
{
    struct bench *b = *state;
    struct pdf_meta meta = sample_meta(b->a, PDF_2A);
    struct diag *d = diag_new(b->a, NULL);
    struct buf out = buf_new(b->a);
    struct sample s;

    sample_make(&s, b->a, b->fonts, 1, 1);
    s.pages.v[0].marks[0].x = 2000000000;
    assert_false(pdf_draw(b->a, d, b->pdf, b->fonts, &s.pages, &meta, &out));
    assert_string_equal(diag_first(d)->code, "E503");
    assert_int_equal(out.len, 0);
    report(b, b->pdf, PDF_2A, 1); /* and the next one is well */
}

static void
test_no_colour_profile(void **state)
{
    struct bench *b = *state;
    struct pdf_meta meta = sample_meta(b->a, PDF_2A);
    struct diag *d = diag_new(b->a, NULL);
    struct buf out = buf_new(b->a);
    struct sample s;

    meta.icc = NULL;
    sample_make(&s, b->a, b->fonts, 1, 1);
    assert_false(pdf_draw(b->a, d, b->pdf, b->fonts, &s.pages, &meta, &out));
    assert_string_equal(diag_first(d)->code, "E504");
    meta.profile = PDF_NONE; /* needs none */
    assert_true(pdf_draw(b->a, d, b->pdf, b->fonts, &s.pages, &meta, &out));
}

/* ---- as others read it ---- */

/* Runs `command FILE` and returns what it prints on both outputs. */
static const char *
run(struct bench *b, const char *command, struct buf pdf, int *status)
{
    char path[] = "/tmp/test_pdf.XXXXXX", line[512];
    struct buf out = buf_new(b->a);
    int fd = mkstemp(path);
    FILE *f = fdopen(fd, "wb");

    assert_non_null(f);
    assert_int_equal(fwrite(pdf.p, 1, pdf.len, f), pdf.len);
    assert_int_equal(fclose(f), 0);
    f = popen(arena_printf(b->a, "%s %s 2>&1", command, path), "r");
    assert_non_null(f);
    while (fgets(line, sizeof line, f) != NULL)
        buf_puts(&out, line);
    *status = pclose(f);
    unlink(path);
    return out.len > 0 ? out.p : "";
}

static void
test_tools_find_no_fault(void **state)
{
    struct bench *b = *state;

    for (int profile = PDF_NONE; profile <= PDF_3A; profile++) {
        struct buf out = report(b, b->pdf, (enum pdf_profile)profile, 3);
        int status;
        const char *said = run(b, "python3 tests/pdfcheck.py", out, &status);

        if (status != 0)
            print_message("profile %d: %s", profile, said);
        assert_int_equal(status, 0);
        run(b, "qpdf --check", out, &status);
        assert_int_equal(status, 0);
        assert_null(strstr(run(b, "pdffonts", out, &status), "Warning"));
    }
}

static void
test_each_rule_of_the_checker_fires(void **state)
{
    struct bench *b = *state;
    int status;
    const char *said = run(b, "python3 tests/pdfcheck_test.py",
        report(b, b->pdf, PDF_3A, 3), &status);

    if (status != 0)
        print_message("%s", said);
    assert_int_equal(status, 0);
}

/* Each text comes out once and exactly: ligatures, fallback, marks. */
static void
test_text_comes_out(void **state)
{
    static const char *const texts[] = {"officiële", "fjord",
        "kwaliteitsrapportage", "Şükrü", "→ vervolg", "10\u00a0en 12\u202fuur",
        "x\u0302 met"};
    struct bench *b = *state;
    int status;
    const char *said =
        run(b, "pdfinfo -struct-text", report(b, b->pdf, PDF_2A, 1), &status);

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_non_null(strstr(said, texts[i]));
    assert_null(strstr(said, "Relatieprofiel")); /* the running head */
    assert_null(strstr(said, "Syntax"));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_shapes),
        cmocka_unit_test(test_state_is_written_once),
        cmocka_unit_test(test_mono),
        cmocka_unit_test(test_text),
        cmocka_unit_test(test_text_adjusted),
        cmocka_unit_test(test_cluster_says_its_text_once),
        cmocka_unit_test(test_invisible),
        cmocka_unit_test(test_same_bytes_fresh_or_reused),
        cmocka_unit_test(test_id_shows_any_change),
        cmocka_unit_test(test_strange_files_have_no_id),
        cmocka_unit_test(test_metadata_read_back),
        cmocka_unit_test(test_dates),
        cmocka_unit_test(test_mark_outside),
        cmocka_unit_test(test_no_colour_profile),
        cmocka_unit_test(test_tools_find_no_fault),
        cmocka_unit_test(test_each_rule_of_the_checker_fires),
        cmocka_unit_test(test_text_comes_out),
    };

    return cmocka_run_group_tests(tests, setup, teardown);
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Shaping, fallback, the cache of words, CIDs and subsets. */
#include "tests/unit/debian.h"

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
    struct metrics m;
};

static int
setup(void **state)
{
    static struct bench b;

    b.a = arena_new();
    b.d = diag_new(b.a, NULL);
    b.fonts = debian_fonts(b.a, b.d);
    b.m = font_metrics(b.fonts);
    *state = &b;
    return b.fonts == NULL;
}

static int
teardown(void **state)
{
    struct bench *b = *state;

    font_close(b->fonts);
    arena_free(b->a);
    return 0;
}

static const struct shaped *
shape(struct bench *b, const char *s)
{
    return b->m.shape(b->m.ctx, FACE_REGULAR, s, strlen(s));
}

/* What the glyphs say, one after another, and their advances. */
static void
assert_says(struct bench *b, const char *s)
{
    const struct shaped *t = shape(b, s);
    struct buf text = buf_new(b->a);
    int width = 0;

    for (int i = 0; i < t->n; i++) {
        buf_add(&text, t->glyphs[i].text, t->glyphs[i].len);
        width += t->glyphs[i].advance;
    }
    assert_string_equal(text.len > 0 ? text.p : "", s);
    assert_int_equal(width, t->width);
}

static void
test_text_is_kept(void **state)
{
    static const char *const texts[] = {"", " ", "fietsen", "■", "officiële",
        "kwaliteits\u00adrapportage", "10\u00a0uur", "12\u202fuur", "→ ≥ ½",
        "x\u0302", "q\u0323\u0301", "\u0301", "字", "😀", "a字b", "e\u200db",
        "non\u2011breaking", "Şükrü", "\u05e9"};

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_says(*state, texts[i]);
}

static void
test_kerning(void **state)
{
    int pair = shape(*state, "AV")->width;

    assert_true(pair < shape(*state, "A")->width + shape(*state, "V")->width);
}

/* Ligatures, but an i keeps its dot. */
static void
test_ligatures(void **state)
{
    static const struct {
        const char *text;
        int glyphs;
    } words[] = {
        {"fi", 2}, {"ti", 2}, {"ffi", 2}, {"tijn", 4}, {"ff", 1}, {"if", 2}};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        assert_int_equal(shape(*state, words[i].text)->n, words[i].glyphs);
}

static void
test_soft_hyphen_looks_like_a_hyphen(void **state)
{
    const struct glyph *soft = shape(*state, "\u00ad")->glyphs;
    const struct glyph *hard = shape(*state, "-")->glyphs;

    assert_int_equal(soft->gid, hard->gid);
    assert_int_equal(soft->len, 2);
    assert_true(soft->advance > 0);
}

static void
test_fallback_per_letter(void **state)
{
    const struct shaped *t = shape(*state, "a■b");
    int family = shape(*state, "a")->glyphs->font;

    assert_int_equal(t->n, 3);
    assert_int_equal(t->glyphs[0].font, family);
    assert_int_not_equal(t->glyphs[1].font, family);
    assert_int_equal(t->glyphs[2].font, family);
}

static void
test_marks_stay_with_their_base(void **state)
{
    static const char text[] = "■\u0302";
    struct bench *b = *state;
    const struct shaped *t = shape(b, text);

    for (int i = 1; i < t->n; i++)
        assert_int_equal(t->glyphs[i].font, t->glyphs[0].font);
    assert_true(t->n == 2);
}

/* DejaVu places marks; Lato has them at one place for all letters. */
static void
test_marks_are_placed(void **state)
{
    struct bench *b = *state;
    struct font_files family = debian_lato(b->a);
    struct font_files fallback = debian_dejavu(b->a);
    struct font_set *dejavu = font_open(b->a, b->d, &fallback, &family);
    struct metrics m = font_metrics(dejavu);
    const struct shaped *t = m.shape(m.ctx, FACE_REGULAR, "Q\u0302", 3);

    assert_int_equal(t->n, 2);
    assert_true(t->glyphs[1].dx != 0);
    assert_true(t->glyphs[1].dy != 0);
    font_close(dejavu);
}

/* What its own face and that one's fallback lack, another face may have. */
static void
test_other_face_helps(void **state)
{
    struct bench *b = *state;
    struct font_files family = debian_lato(b->a);
    struct font_files fallback = debian_lato(b->a);
    struct font_set *set;
    struct metrics m;

    family.file[FACE_BOLD] = debian_dejavu(b->a).file[FACE_BOLD];
    set = font_open(b->a, b->d, &family, &fallback);
    m = font_metrics(set);
    assert_true(m.covers(m.ctx, 0x2654));
    assert_int_equal(m.shape(m.ctx, FACE_LIGHT, "♔", 3)->glyphs->font,
        m.shape(m.ctx, FACE_BOLD, "♔", 3)->glyphs->font);
    font_close(set);
}

static void
test_missing_shows_a_box(void **state)
{
    const struct shaped *t = shape(*state, "字"),
                        *other = shape(*state, "🧿");

    assert_int_equal(t->n, 1);
    assert_int_not_equal(t->glyphs->gid, 0);
    assert_int_equal(t->glyphs->gid, other->glyphs->gid);
    assert_int_not_equal(t->glyphs->font, shape(*state, "a")->glyphs->font);
    assert_int_equal(t->glyphs->len, 3);
}

static void
test_covers(void **state)
{
    struct bench *b = *state;

    assert_true(b->m.covers(b->m.ctx, 'a'));
    assert_true(b->m.covers(b->m.ctx, 0x2192)); /* by the fallback */
    assert_true(b->m.covers(b->m.ctx, 0xad));
    assert_true(b->m.covers(b->m.ctx, 0x202f));
    assert_false(b->m.covers(b->m.ctx, 0x5b57));
    assert_false(b->m.covers(b->m.ctx, '\t'));
}

static void
test_cache(void **state)
{
    struct bench *b = *state;
    const struct shaped *one = shape(b, "voorlezen");

    assert_ptr_equal(shape(b, "voorlezen"), one);
    assert_ptr_not_equal(b->m.shape(b->m.ctx, FACE_BOLD, "voorlezen", 9), one);
    font_trim(b->fonts);
    assert_ptr_equal(shape(b, "voorlezen"), one);
}

static void
test_cache_is_bounded(void **state)
{
    struct bench *b = *state;
    int width = shape(b, "voorlezen")->width;
    char word[16];

    for (int round = 0; round < 2; round++) {
        for (int i = 0; i < 41000; i++) {
            snprintf(word, sizeof word, "%d", i);
            shape(b, word);
        }
        font_trim(b->fonts);
    }
    assert_int_equal(shape(b, "voorlezen")->width, width);
}

static void
test_long_text(void **state)
{
    struct bench *b = *state;
    struct buf text = buf_new(b->a);

    for (int i = 0; i < 20000; i++)
        buf_puts(&text, i % 3 == 0 ? "é" : "x\u0302");
    assert_says(b, text.p);
}

/* ---- CIDs and subsets ---- */

static void
test_cid_per_text(void **state)
{
    struct bench *b = *state;
    const struct glyph *soft, *hard;
    int first, second;

    font_begin(b->fonts);
    soft = shape(b, "\u00ad")->glyphs;
    hard = shape(b, "-")->glyphs;
    first = font_cid(b->fonts, soft);
    second = font_cid(b->fonts, hard);
    assert_int_equal(first, 1);
    assert_int_equal(second, 2);
    assert_int_equal(font_cid(b->fonts, soft), first);
    assert_int_equal(font_width(b->fonts, soft->font, first),
        font_width(b->fonts, hard->font, second));
    assert_true(font_cid_says(b->fonts, hard, second));
    assert_false(font_cid_says(b->fonts, hard, first));
}

static struct font_subset
subset_of(struct bench *b, const char *s)
{
    const struct shaped *t = shape(b, s);
    struct font_subset out;

    font_begin(b->fonts);
    for (int i = 0; i < t->n; i++)
        font_cid(b->fonts, &t->glyphs[i]);
    assert_true(font_subset(b->a, b->fonts, t->glyphs->font, &out));
    return out;
}

static void
test_subset(void **state)
{
    struct font_subset s = subset_of(*state, "abca-\u00ad");

    assert_true(s.used);
    assert_false(s.cff);
    assert_int_equal(s.ncids, 6); /* .notdef, a, b, c, hyphen twice */
    assert_memory_equal(s.program, "\0\1\0\0", 4);
    assert_true(s.program_len < 10000);
    assert_string_equal(s.name + 6, "+Lato-Regular");
    assert_null(s.text[0]);
    assert_string_equal(s.text[5], "\u00ad");
    for (int i = 1; i < s.ncids; i++)
        assert_true(s.gids[i] > 0 && s.widths[i] > 0);
    assert_true(s.ascent > s.cap_height && s.descent < 0);
}

static void
test_subset_does_not_depend_on_order(void **state)
{
    struct font_subset one = subset_of(*state, "abc");
    struct font_subset two = subset_of(*state, "cba");

    assert_string_equal(one.name, two.name);
    assert_int_equal(one.program_len, two.program_len);
    assert_memory_equal(one.program, two.program, one.program_len);
    assert_string_not_equal(one.name, subset_of(*state, "abd").name);
}

static void
test_unused_font(void **state)
{
    struct bench *b = *state;
    struct font_subset s;

    font_begin(b->fonts);
    for (int i = 0; i < FONT_MAX; i++) {
        assert_true(font_subset(b->a, b->fonts, i, &s));
        assert_false(s.used);
    }
}

/* ---- opening ---- */

/* The code that a file is refused with as a font, or NULL. */
static const char *
refused(struct bench *b, const struct source *file)
{
    struct diag *d = diag_new(b->a, NULL);
    struct font_files files = {{file, file, file}};
    struct font_files fallback = debian_dejavu(b->a);
    struct font_set *f = font_open(b->a, d, &files, &fallback);

    if (f != NULL) {
        font_close(f);
        return NULL;
    }
    assert_int_equal(diag_errors(d, NULL), 1);
    return diag_first(d)->code;
}

/* Lato with other licence bits. */
static struct source
licensed(struct bench *b, int bits)
{
    const struct source *font = debian_file(b->a, DEBIAN_LATO "Regular.ttf");
    char *p = arena_strndup(b->a, font->text, font->len);

    for (size_t i = 12; i < 400; i += 16)
        if (memcmp(p + i, "OS/2", 4) == 0) {
            unsigned char *at = (unsigned char *)p + i + 8;
            size_t os2 = (size_t)at[0] << 24 | (size_t)at[1] << 16 |
                         (size_t)at[2] << 8 | at[3];

            p[os2 + 8] = (char)(bits >> 8);
            p[os2 + 9] = (char)bits;
        }
    return (struct source){.name = "font", .text = p, .len = font->len};
}

static void
test_refused(void **state)
{
    static const int forbidden[] = {0x2, 0x100, 0x200, 0x108};
    static const int allowed[] = {0, 0x4, 0x8, 0x6};
    const struct source empty = {.name = "font", .text = ""};
    struct bench *b = *state;

    assert_string_equal(refused(b, &empty), "D102");
    assert_string_equal(refused(b, debian_colours(b->a)), "D102");
    for (size_t i = 0; i < 4; i++) {
        struct source no = licensed(b, forbidden[i]);
        struct source yes = licensed(b, allowed[i]);

        assert_string_equal(refused(b, &no), "D103");
        assert_null(refused(b, &yes));
    }
}

static void
test_hash(void **state)
{
    struct bench *b = *state;
    struct font_files family = debian_lato(b->a);
    struct font_files fallback = debian_dejavu(b->a);
    struct font_set *other = font_open(b->a, b->d, &fallback, &family);

    assert_int_equal(strlen(font_hash(b->fonts)), 64);
    assert_string_not_equal(font_hash(b->fonts), font_hash(other));
    font_close(other);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text_is_kept),
        cmocka_unit_test(test_kerning),
        cmocka_unit_test(test_ligatures),
        cmocka_unit_test(test_soft_hyphen_looks_like_a_hyphen),
        cmocka_unit_test(test_fallback_per_letter),
        cmocka_unit_test(test_marks_stay_with_their_base),
        cmocka_unit_test(test_marks_are_placed),
        cmocka_unit_test(test_other_face_helps),
        cmocka_unit_test(test_missing_shows_a_box),
        cmocka_unit_test(test_covers),
        cmocka_unit_test(test_cache),
        cmocka_unit_test(test_cache_is_bounded),
        cmocka_unit_test(test_long_text),
        cmocka_unit_test(test_cid_per_text),
        cmocka_unit_test(test_subset),
        cmocka_unit_test(test_subset_does_not_depend_on_order),
        cmocka_unit_test(test_unused_font),
        cmocka_unit_test(test_refused),
        cmocka_unit_test(test_hash),
    };

    return cmocka_run_group_tests(tests, setup, teardown);
}

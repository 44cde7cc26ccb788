/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Layouts: defaults, what a file changes, blocks, damaged files. */
#include "layout/layout.h"
#include "report/section.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

static const char sample[] =
    "[format]\nkind = layout\nversion = 1\nid = course-key\ncopy = coach\n"
    "numbers = yes\ntitle.nl = \"Uitwerking\"\n"
    "[page]\npaper = A4\nmargin.left = 25mm\nmargin.top = 40pt\n"
    "head.left.nl = \"{kind} op {page.plan}\"\nhead_first = yes\n"
    "[font.body]\nfamily = lato\n"
    "[style.body]\nsize = 13pt\nleading = 19pt\ncolour = slate\n"
    "align = justified\nhyphenate = yes\nface = light\nwidows = 3\n"
    "[colour.slate]\nvalue = \"#010203\"\nmark = \"#040506\"\n"
    "[colour.band2]\nvalue = \"#0708ff\"\n"
    "[block.summary]\nkind = title\n"
    "[block.words]\nkind = three_words\ntitle.nl = \"Woorden\"\n"
    "page = new\n";

struct read {
    struct arena *a;
    struct diag *d;
    struct layout layout;
    bool ok;
};

static struct read
read_layout(const char *text, size_t len)
{
    struct read r = {.a = arena_new()};
    struct source *src = arena_alloc(r.a, sizeof *src);

    r.d = diag_new(r.a, NULL);
    *src = (struct source){
        .name = "t.ini", .text = arena_strndup(r.a, text, len), .len = len};
    r.ok = layout_parse(r.a, r.d, src, &r.layout);
    return r;
}

static void
test_read(void **state)
{
    struct read r = read_layout(sample, sizeof sample - 1);
    const struct layout *l = &r.layout;
    const struct style_def *body = &l->styles[STYLE_BODY];

    (void)state;
    assert_true(r.ok);
    assert_null(diag_first(r.d));
    assert_string_equal(l->id.s, "course-key");
    assert_int_equal(l->copy, COPY_COACH);
    assert_true(l->numbers);
    assert_false(l->anonymise);
    assert_int_equal(l->page_w, MM(210));
    assert_int_equal(l->page_h, MM(297));
    assert_int_equal(l->left, MM(25));
    assert_int_equal(l->top, PT(40));
    assert_true(l->head_first);
    assert_string_equal(l->family.s, "lato");
    assert_int_equal(body->size, PT(13));
    assert_int_equal(body->leading, PT(19));
    assert_int_equal(body->color, COLOR_SLATE);
    assert_int_equal(body->face, FACE_LIGHT);
    assert_true(body->justified);
    assert_true(body->hyphenate);
    assert_int_equal(body->widows, 3);
    assert_int_equal(body->orphans, 2);
    assert_int_equal(l->colors[COLOR_SLATE], 0x010203);
    assert_int_equal(l->colors[COLOR_GREY], 0x040506);
    assert_int_equal(l->colors[COLOR_BAND2], 0x0708ff);
    arena_free(r.a);
}

static void
test_defaults(void **state)
{
    static const char least[] = "[format]\nkind = layout\nversion = 1\n"
                                "id = least\n[block.a]\nkind = title\n";
    struct read r = read_layout(least, sizeof least - 1);
    const struct layout *l = &r.layout;

    (void)state;
    assert_true(r.ok);
    assert_int_equal(l->copy, COPY_TEACHER);
    assert_int_equal(l->left, MM(22));
    assert_int_equal(l->right, MM(22));
    assert_int_equal(l->top, MM(16));
    assert_int_equal(l->bottom, MM(22));
    assert_string_equal(l->family.s, "lato");
    assert_string_equal(l->fallback.s, "dejavu");
    assert_memory_equal(l->styles, style_default, sizeof style_default);
    assert_memory_equal(l->colors, color_default, sizeof color_default);
    assert_null(l->include.s);
    arena_free(r.a);
}

/* Every style can be set on its lines, and has a name. */
static void
test_house_style(void **state)
{
    (void)state;
    for (int i = 0; i < STYLE_COUNT; i++) {
        const struct style_def *s = &style_default[i];

        assert_non_null(style_name[i]);
        assert_true(s->size >= PT(6) && s->size <= PT(48));
        assert_true(s->leading >= s->size);
        assert_true(s->min_size <= s->size);
        assert_int_equal(s->widows, 2);
        assert_int_equal(s->orphans, 2);
    }
    for (int i = 0; i < COLOR_COUNT; i++)
        assert_non_null(color_name[i]);
}

/* A block keeps its entries for the report to read. */
static void
test_blocks(void **state)
{
    struct read r = read_layout(sample, sizeof sample - 1);
    const struct layout_block *b = &r.layout.blocks[1];

    (void)state;
    assert_true(r.ok);
    assert_int_equal(r.layout.nblocks, 2);
    assert_string_equal(b->id, "words");
    assert_string_equal(b->kind.s, "three_words");
    assert_true(ini_entry(b->section, "kind")->used);
    assert_false(ini_entry(b->section, "page")->used);
    assert_string_equal(ini_entry(b->section, "title.nl")->value, "Woorden");
    arena_free(r.a);
}

static void
test_include(void **state)
{
    static const char text[] = "[format]\nkind = layout\nversion = 1\n"
                               "id = dossier\n[page]\ninclude = handout\n";
    struct read r = read_layout(text, sizeof text - 1);

    (void)state;
    assert_true(r.ok);
    assert_int_equal(r.layout.nblocks, 0);
    assert_string_equal(r.layout.include.s, "handout");
    arena_free(r.a);
}

static void
test_dump(void **state)
{
    struct read r = read_layout(sample, sizeof sample - 1);
    struct buf b = buf_new(r.a);

    (void)state;
    layout_dump(&r.layout, &b);
    assert_non_null(strstr(b.p, "\n[style.body]\nface = light\nsize = 13pt\n"
                                "leading = 19pt\n"));
    assert_non_null(strstr(b.p, "\ncolour.slate.mark = \"#040506\"\n"));
    assert_non_null(strstr(b.p, "\n[block.words]\nkind = three_words\n"
                                "title.nl = \"Woorden\"\npage = new\n"));
    arena_free(r.a);
}

/* What an author of layouts is told is what holds. */
static void
test_lists(void **state)
{
    struct arena *a = arena_new();
    struct buf keys = buf_new(a), blocks = buf_new(a);

    (void)state;
    layout_list_keys(LANG_EN, &keys);
    assert_non_null(strstr(keys.p, "\n    margin.left = 5mm … 80mm "
                                   "(default 22mm): margin at the left\n"));
    assert_non_null(strstr(keys.p, "\n    size = 7pt … 48pt: size\n"));
    assert_non_null(strstr(keys.p, "\n    names          light 34pt/40pt ink, "
                                   "min_size 26pt\n"));
    assert_non_null(strstr(keys.p, "\n    [colour.ink] value = \"#1F2933\"\n"));
    section_list(LANG_NL, &blocks);
    assert_non_null(strstr(blocks.p, "\nself_questions: de eerste drie"));
    assert_non_null(
        strstr(blocks.p, "\n    lines = 1 … 10: schrijflijnen onder "
                         "elke vraag\n        anders: 3\n"));
    arena_free(a);
}

static void
check_damaged(const char *text, size_t len)
{
    struct read r = read_layout(text, len);
    struct buf b = buf_new(r.a);

    assert_int_equal(r.ok, diag_errors(r.d, NULL) == 0);
    for (const struct message *m = diag_first(r.d); m != NULL; m = m->next)
        assert_true(m->code[1] != '9');
    if (r.ok)
        layout_dump(&r.layout, &b);
    arena_free(r.a);
}

static void
test_damaged(void **state)
{
    char text[sizeof sample];

    (void)state;
    memcpy(text, sample, sizeof sample);
    for (size_t n = 0; n < sizeof sample; n++)
        check_damaged(sample, n);
    for (size_t i = 0; i < sizeof sample - 1; i++)
        for (int bit = 0; bit < 8; bit++) {
            text[i] = (char)(sample[i] ^ (1 << bit));
            check_damaged(text, sizeof sample - 1);
            text[i] = sample[i];
        }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_read),
        cmocka_unit_test(test_defaults),
        cmocka_unit_test(test_house_style),
        cmocka_unit_test(test_blocks),
        cmocka_unit_test(test_include),
        cmocka_unit_test(test_dump),
        cmocka_unit_test(test_lists),
        cmocka_unit_test(test_damaged),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

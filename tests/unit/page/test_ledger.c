/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The ink ledger: pages that balance, and each fault that it is there for. */
#include "page/flow.h"
#include "page/ledger.h"

#include "tests/unit/fake_metrics.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

struct bench {
    struct arena *a;
    struct fake fake;
    struct layout layout;
    struct doc doc;
    struct block *sect, *text, *words, *figure;
    struct pages *pages;
    struct ledger_entry entry;
};

/* A section with a text over two pages, a number of a page, words in a row, a
   figure, and room for notes. */
static void
bench_open(struct bench *b, int enlarge, mpt binding)
{
    static const char word[] = "wo\xc2\xadrd of a line that goes on and on ";
    struct metrics metrics;
    struct block *notes;

    memset(b, 0, sizeof *b);
    b->a = arena_new();
    b->fake.a = b->a;
    metrics = fake_metrics(&b->fake);
    b->layout = (struct layout){.page_w = MM(210),
        .page_h = MM(297),
        .left = MM(22),
        .right = MM(22),
        .top = MM(16),
        .bottom = MM(22),
        .binding = binding};
    memcpy(b->layout.styles, style_default, sizeof style_default);
    memcpy(b->layout.colors, color_default, sizeof color_default);
    b->layout.enlarge = enlarge;
    b->doc = (struct doc){.layout = &b->layout,
        .head_left = "left",
        .head_right = "right",
        .foot = "foot",
        .page_of = "van",
        .root = block_add(b->a, NULL, BLOCK_GROUP)};
    b->sect = block_add(b->a, b->doc.root, BLOCK_GROUP);
    b->sect->section = "sample";
    b->sect->target = true;
    b->text = block_text(b->a, b->sect, ROLE_P, STYLE_BODY, NULL);
    for (int i = 0; i < 120; i++)
        block_run(b->a, b->text, RUN_TEXT, i % 7 == 0, word, sizeof word - 1);
    block_run_page(b->a, b->text, b->sect);
    block_run(b->a, b->text, RUN_CHIP, false, "V5", 2);
    b->words = block_add(b->a, b->sect, BLOCK_WORDS);
    b->words->as.text.style = STYLE_WORDS;
    block_run(b->a, b->words, RUN_TEXT, false, "one", 3);
    block_run(b->a, b->words, RUN_TEXT, false, "two", 3);
    b->figure = block_figure(b->a, b->sect, MM(20), "figure");
    block_rect(b->a, b->figure, 0, 0, MM(30), MM(20), COLOR_BLUE);
    block_label(b->a, b->figure, MM(2), MM(10), STYLE_BODY, COLOR_INK,
        ALIGN_LEFT, "label");
    notes = block_add(b->a, b->sect, BLOCK_GROUP);
    notes->notes = true;
    block_text(b->a, notes, ROLE_P, STYLE_BODY, "Notes");
    block_lines(b->a, notes, 0, MM(9), "room");
    b->pages = flow_doc(b->a, &metrics, &b->doc);
    assert_true(b->pages->n > 1);
}

static bool
balances(struct bench *b)
{
    return ledger_check(b->a, b->pages, &b->entry);
}

/* The first mark of a block. */
static struct mark *
mark_of(struct bench *b, const struct block *of, enum mark_kind kind,
    struct page **page)
{
    for (int i = 0; i < b->pages->n; i++)
        for (int k = 0; k < b->pages->v[i].n; k++) {
            struct mark *m = &b->pages->v[i].marks[k];

            if (m->block == of && m->kind == kind) {
                *page = &b->pages->v[i];
                return m;
            }
        }
    return NULL;
}

static void
test_balances(void **state)
{
    static const mpt bindings[] = {0, MM(6)};

    (void)state;
    for (int large = 0; large < 2; large++)
        for (int i = 0; i < 2; i++) {
            struct bench b;

            bench_open(&b, large ? 1240 : 0, bindings[i]);
            assert_true(balances(&b));
            arena_free(b.a);
        }
}

/* Of a text, of words and of a figure: a mark less, twice, or with fewer
   glyphs. */
static void
test_lost_and_doubled(void **state)
{
    (void)state;
    for (int of = 0; of < 3; of++)
        for (int how = 0; how < 3; how++) {
            struct bench b;
            struct page *page;
            struct mark *m;
            const struct block *block;

            bench_open(&b, 0, 0);
            block = of == 0 ? b.text : of == 1 ? b.words : b.figure;
            m = mark_of(&b, block, MARK_GLYPHS, &page);
            if (how == 0)
                *m = page->marks[--page->n];
            else if (how == 1)
                page_mark(b.a, page, *m);
            else
                m->glyphs++, m->nglyphs--;
            assert_false(balances(&b));
            assert_int_equal(
                b.entry.fault, how == 1 ? LEDGER_DOUBLE : LEDGER_LOST);
            assert_ptr_equal(b.entry.block, block);
            assert_string_equal(b.entry.section, "sample");
            arena_free(b.a);
        }
}

/* One text in the place of another as long is no text placed. */
static void
test_another_text(void **state)
{
    struct bench b;
    struct page *page;
    struct mark *m;
    struct glyph *glyphs;

    (void)state;
    bench_open(&b, 0, 0);
    m = mark_of(&b, b.figure, MARK_GLYPHS, &page);
    glyphs = NEW(b.a, struct glyph, m->nglyphs);
    memcpy(glyphs, m->glyphs, (size_t)m->nglyphs * sizeof *glyphs);
    glyphs[0].text = "L";
    m->glyphs = glyphs;
    assert_false(balances(&b));
    assert_int_equal(b.entry.fault, LEDGER_LOST);
    arena_free(b.a);
}

/* A text at the edge or in the foot, a figure and a running text off the
   sheet. */
static void
test_outside(void **state)
{
    static const struct {
        bool text;
        mpt x, y; /* moved by */
        bool wrong;
    } of[] = {{true, MM(-10), 0, false}, {true, MM(-18), 0, true},
        {true, MM(160), 0, true}, {true, 0, MM(280), true},
        {true, 0, MM(-30), true}, {false, MM(-10), 0, false},
        {false, MM(-23), 0, true}, {false, MM(170), 0, true},
        {false, 0, MM(260), true}};

    (void)state;
    for (size_t i = 0; i < sizeof of / sizeof *of; i++) {
        struct bench b;
        struct page *page;
        struct mark *m;

        bench_open(&b, 0, 0);
        m = mark_of(&b, of[i].text ? b.text : b.figure,
            of[i].text ? MARK_GLYPHS : MARK_RECT, &page);
        m->x += of[i].x;
        m->y += of[i].y;
        assert_int_equal(balances(&b), !of[i].wrong);
        if (of[i].wrong)
            assert_int_equal(b.entry.fault, LEDGER_OUTSIDE);
        arena_free(b.a);
    }
}

/* A fault is an error that names page, block and element. */
static void
test_message(void **state)
{
    struct bench b;
    struct page *page;
    struct mark *m;
    struct diag *d;

    (void)state;
    bench_open(&b, 0, 0);
    d = diag_new(b.a, NULL);
    assert_true(ledger_prove(b.a, d, b.pages));
    m = mark_of(&b, b.figure, MARK_RECT, &page);
    m->y = MM(290);
    assert_false(ledger_prove(b.a, d, b.pages));
    assert_non_null(diag_first(d));
    assert_string_equal(diag_first(d)->code, "E507");
    assert_non_null(strstr(diag_first(d)->text, "sample"));
    arena_free(b.a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_balances),
        cmocka_unit_test(test_lost_and_doubled),
        cmocka_unit_test(test_another_text),
        cmocka_unit_test(test_outside),
        cmocka_unit_test(test_message),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

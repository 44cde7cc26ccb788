/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Blocks to pages, with fake metrics: every glyph 600/1000 em. */
#include "page/flow.h"

#include "tests/unit/fake_metrics.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

struct bench {
    struct arena *a;
    struct fake fake;
    struct metrics metrics;
    struct layout layout;
    struct doc doc;
    struct block *sect;
};

static void
bench_open(struct bench *b)
{
    memset(b, 0, sizeof *b);
    b->a = arena_new();
    b->fake.a = b->a;
    b->metrics = fake_metrics(&b->fake);
    b->layout = (struct layout){.page_w = MM(210),
        .page_h = MM(297),
        .left = MM(22),
        .right = MM(22),
        .top = MM(16),
        .bottom = MM(22)};
    memcpy(b->layout.styles, style_default, sizeof style_default);
    memcpy(b->layout.colors, color_default, sizeof color_default);
    b->doc = (struct doc){.layout = &b->layout,
        .title = "t",
        .case_id = "C1",
        .layout_id = "l",
        .head_left = "left",
        .head_right = "right",
        .foot = "foot",
        .page_of = "van"};
    b->doc.root = block_add(b->a, NULL, BLOCK_GROUP);
    b->sect = block_add(b->a, b->doc.root, BLOCK_GROUP);
}

static void
bench_close(struct bench *b)
{
    arena_free(b->a);
}

/* Lines that make a last page so full that no break is chosen for its sake. */
enum { REST = 20 };

/* A paragraph of `n` lines: words of a line's length. */
static struct block *
lines_of_text(struct bench *b, struct block *parent, int n)
{
    /* 166 mm at 10.5 pt hold 74 glyphs; two words of 40 do not fit. */
    static const char word[] = "0123456789012345678901234567890123456789 ";
    struct block *t = block_text(b->a, parent, ROLE_P, STYLE_BODY, NULL);

    for (int i = 0; i < n; i++)
        block_run(b->a, t, RUN_TEXT, false, word, sizeof word - 1);
    return t;
}

/* Glyph marks of block `of` on a page. */
static int
count_lines(const struct pages *p, int page, const struct block *of)
{
    int n = 0;

    for (int i = 0; i < p->v[page].n; i++)
        n += p->v[page].marks[i].kind == MARK_GLYPHS &&
             p->v[page].marks[i].block == of;
    return n;
}

static const struct mark *
find_mark(const struct pages *p, int page, const struct block *of)
{
    for (int i = 0; i < p->v[page].n; i++)
        if (p->v[page].marks[i].block == of)
            return &p->v[page].marks[i];
    return NULL;
}

/* The first rule above the foot. */
static const struct mark *
find_rule(const struct pages *p, int page)
{
    for (int i = 0; i < p->v[page].n; i++)
        if (p->v[page].marks[i].kind == MARK_LINE &&
            p->v[page].marks[i].y < MM(270))
            return &p->v[page].marks[i];
    return NULL;
}

static bool
page_says(const struct pages *p, int page, const char *text)
{
    struct arena *a = arena_new();
    struct buf b = buf_new(a);
    bool found;

    buf_puts(&b, "");
    for (int i = 0; i < p->v[page].n; i++)
        for (int k = 0; k < p->v[page].marks[i].nglyphs; k++)
            buf_add(&b, p->v[page].marks[i].glyphs[k].text,
                p->v[page].marks[i].glyphs[k].len);
    found = strstr(b.p, text) != NULL;
    arena_free(a);
    return found;
}

/* Every mark of the text stays above the bottom margin. */
static void
assert_inside(const struct bench *b, const struct pages *p)
{
    mpt bottom = b->layout.page_h - b->layout.bottom;

    for (int i = 0; i < p->n; i++)
        for (int k = 0; k < p->v[i].n; k++) {
            const struct mark *m = &p->v[i].marks[k];

            if (m->block != NULL)
                assert_true(m->y + m->h <= bottom);
        }
}

static void
test_baseline_of_first_line(void **state)
{
    struct bench b;
    struct pages *p;
    struct block *t;

    (void)state;
    bench_open(&b);
    t = lines_of_text(&b, b.sect, 1);
    p = flow_doc(b.a, &b.metrics, &b.doc);
    assert_int_equal(p->n, 1);
    /* top margin + 0.5 leading + 0.35 size; no running head on page 1 */
    assert_int_equal(find_mark(p, 0, t)->y, MM(16) + 7500 + 3675);
    assert_false(page_says(p, 0, "left"));
    assert_true(page_says(p, 0, "foot"));
    assert_true(page_says(p, 0, "1 van 1"));
    bench_close(&b);
}

static void
test_long_paragraph_runs_over_pages(void **state)
{
    struct bench b;
    struct pages *p;
    struct block *t;
    int sum = 0;

    (void)state;
    bench_open(&b);
    t = lines_of_text(&b, b.sect, 120);
    p = flow_doc(b.a, &b.metrics, &b.doc);
    assert_int_equal(p->n, 3);
    for (int i = 0; i < p->n; i++)
        sum += count_lines(p, i, t);
    assert_int_equal(sum, 120);
    assert_true(page_says(p, 1, "left"));
    assert_inside(&b, p);
    bench_close(&b);
}

/* 48 lines fill page 1 (259 mm), so one line more would stand alone. */
static void
test_no_widow_and_no_orphan(void **state)
{
    struct bench b;
    struct pages *p;
    struct block *t, *u;

    (void)state;
    bench_open(&b);
    t = lines_of_text(&b, b.sect, 49);
    lines_of_text(&b, b.sect, REST);
    p = flow_doc(b.a, &b.metrics, &b.doc);
    assert_int_equal(count_lines(p, 0, t), 47);
    assert_int_equal(count_lines(p, 1, t), 2);
    bench_close(&b);
    bench_open(&b);
    lines_of_text(&b, b.sect, 47);
    u = lines_of_text(&b, b.sect, 5);
    p = flow_doc(b.a, &b.metrics, &b.doc);
    assert_int_equal(count_lines(p, 0, u), 0);
    assert_int_equal(count_lines(p, 1, u), 5);
    bench_close(&b);
}

static void
test_keep_moves_whole_and_heading_goes_along(void **state)
{
    struct bench b;
    struct pages *p;
    struct block *h, *card, *t;

    (void)state;
    bench_open(&b);
    lines_of_text(&b, b.sect, 40);
    h = lines_of_text(&b, b.sect, 1);
    h->keep_next = true;
    card = block_add(b.a, b.sect, BLOCK_GROUP);
    card->keep = true;
    t = lines_of_text(&b, card, 12);
    p = flow_doc(b.a, &b.metrics, &b.doc);
    assert_int_equal(p->n, 2);
    assert_int_equal(count_lines(p, 0, h), 0);
    assert_int_equal(count_lines(p, 1, h), 1);
    assert_int_equal(count_lines(p, 1, t), 12);
    bench_close(&b);
}

/* A card that no page can hold is parted between lines. */
static void
test_keep_gives_way(void **state)
{
    struct bench b;
    struct pages *p;
    struct block *card, *t;

    (void)state;
    bench_open(&b);
    card = block_add(b.a, b.sect, BLOCK_GROUP);
    card->keep = true;
    block_bar(b.a, card, (struct bar){.w = MM(1), .color = COLOR_BLUE});
    t = lines_of_text(&b, card, 100);
    p = flow_doc(b.a, &b.metrics, &b.doc);
    assert_int_equal(p->n, 3);
    assert_int_equal(
        count_lines(p, 0, t) + count_lines(p, 1, t) + count_lines(p, 2, t),
        100);
    for (int i = 0; i < 3; i++) { /* the bar runs along on every page */
        const struct mark *bar = &p->v[i].marks[0];

        assert_int_equal(bar->kind, MARK_RECT);
        assert_int_equal(bar->y, i == 0 ? MM(16) : (MM(16) + MM(10)));
    }
    assert_inside(&b, p);
    bench_close(&b);
}

static void
test_page_numbers_in_text(void **state)
{
    struct bench b;
    struct pages *p;
    struct block *t, *later;

    (void)state;
    bench_open(&b);
    t = block_text(b.a, b.sect, ROLE_P, STYLE_BODY, "see page ");
    block_run(b.a, t, RUN_PAGE, false, "plan", 4);
    lines_of_text(&b, b.sect, 130);
    later = block_add(b.a, b.doc.root, BLOCK_GROUP);
    later->page = PAGE_NEW;
    later->section = "plan";
    lines_of_text(&b, later, 1);
    p = flow_doc(b.a, &b.metrics, &b.doc);
    assert_int_equal(p->n, 4);
    assert_true(page_says(p, 0, "see page 4"));
    bench_close(&b);
}

static struct block *
add_notes(struct bench *b)
{
    struct block *notes = block_add(b->a, b->sect, BLOCK_COLUMNS);

    notes->notes = true;
    notes->before = MM(5);
    block_text(b->a, notes, ROLE_P, STYLE_BODY, "Notes");
    return block_lines(b->a, notes, 0, MM(9), "room");
}

static void
test_notes_fill_free_room(void **state)
{
    struct bench b;
    struct pages *p;
    struct block *lines;
    int n = 0;

    (void)state;
    bench_open(&b);
    lines_of_text(&b, b.sect, 10);
    lines = add_notes(&b);
    p = flow_doc(b.a, &b.metrics, &b.doc);
    for (int i = 0; i < p->v[0].n; i++)
        n += p->v[0].marks[i].block == lines;
    assert_int_equal(n, (int)((MM(259) - 150000 - MM(5)) / MM(9)));
    assert_inside(&b, p);
    bench_close(&b);
    bench_open(&b);
    lines_of_text(&b, b.sect, 44); /* 233 mm: less than 28 left */
    lines = add_notes(&b);
    p = flow_doc(b.a, &b.metrics, &b.doc);
    assert_null(find_mark(p, 0, lines));
    bench_close(&b);
}

static void
test_white_space_vanishes_at_a_page_top(void **state)
{
    struct bench b;
    struct pages *p;
    struct block *t;

    (void)state;
    bench_open(&b);
    lines_of_text(&b, b.sect, 47);
    t = lines_of_text(&b, b.sect, 3);
    t->before = MM(20);
    lines_of_text(&b, b.sect, REST);
    p = flow_doc(b.a, &b.metrics, &b.doc);
    assert_int_equal(find_mark(p, 1, t)->y, (MM(16) + MM(10)) + 7500 + 3675);
    bench_close(&b);
}

/* White space goes only where that saves a page, and no more than is needed. */
static void
test_tight_saves_a_page(void **state)
{
    static const mpt tight[] = {0, MM(2), MM(20), MM(8)};
    static const int pages[] = {2, 2, 1, 1}, gone[] = {0, 0, 500, 750};

    (void)state;
    for (size_t i = 0; i < sizeof tight / sizeof *tight; i++) {
        struct bench b;
        struct pages *p;
        struct block *t, *u;

        bench_open(&b);
        t = lines_of_text(&b, b.sect, 2);
        t->before = MM(3);
        t = lines_of_text(&b, b.sect, 40);
        t->before = MM(2);
        t->tight = tight[i] < MM(2) ? tight[i] : MM(2);
        u = lines_of_text(&b, b.sect, 3);
        u->before = MM(25);
        u->tight = tight[i];
        p = flow_doc(b.a, &b.metrics, &b.doc);
        assert_int_equal(p->n, pages[i]);
        assert_int_equal(count_lines(p, pages[i] - 1, u), 3);
        assert_int_equal(find_mark(p, 0, t)->y,
            MM(16) + 2 * 15000 + MM(2) - MM(2) * gone[i] / 1000 + 7500 + 3675);
        bench_close(&b);
    }
}

/* A rule that ends a part does not go along with the part behind it. */
static void
test_rule_ends_a_part(void **state)
{
    (void)state;
    for (int ends = 0; ends < 2; ends++) {
        struct bench b;
        struct pages *p;
        struct block *rule, *card;

        bench_open(&b);
        lines_of_text(&b, b.sect, 40);
        rule = block_rule(b.a, b.sect, PT(0.5), COLOR_RULE);
        rule->keep_next = !ends;
        card = block_add(b.a, b.sect, BLOCK_GROUP);
        card->keep = true;
        lines_of_text(&b, card, REST);
        p = flow_doc(b.a, &b.metrics, &b.doc);
        assert_int_equal(p->n, 2);
        assert_int_equal(ends, find_rule(p, 0) != NULL);
        bench_close(&b);
    }
}

/* The head of a table stands on each page again, as decoration. */
static void
test_table_head_is_repeated(void **state)
{
    struct bench b;
    struct pages *p;
    struct block *table, *head, *row;

    (void)state;
    bench_open(&b);
    table = block_add(b.a, b.sect, BLOCK_GROUP);
    head = lines_of_text(&b, table, 1);
    head->repeat = head->keep_next = true;
    row = lines_of_text(&b, table, 60);
    row->before = MM(3);
    lines_of_text(&b, b.sect, 60);
    p = flow_doc(b.a, &b.metrics, &b.doc);
    assert_int_equal(p->n, 3);
    assert_int_equal(count_lines(p, 0, head), 1);
    assert_int_equal(count_lines(p, 1, head), 0);
    assert_int_equal(p->v[1].marks[0].kind, MARK_GLYPHS);
    assert_true(p->v[1].marks[0].artifact);
    assert_int_equal(find_mark(p, 1, row)->y - p->v[1].marks[0].y,
        find_mark(p, 0, row)->y - find_mark(p, 0, head)->y);
    assert_false(p->v[2].marks[0].artifact);
    assert_int_equal(count_lines(p, 0, row) + count_lines(p, 1, row), 60);
    assert_inside(&b, p);
    bench_close(&b);
}

/* What a block shows again stands above its rest, or beside it, on each further
   page, as decoration; the last piece is as high as what stands beside it. */
static void
test_again(void **state)
{
    for (int beside = 0; beside < 2; beside++) {
        struct bench b;
        struct pages *p;
        struct block *part, *text;
        const struct mark *again;

        (void)state;
        bench_open(&b);
        b.layout.styles[STYLE_BODY].widows = 1;
        part = block_add(b.a, b.sect, BLOCK_GROUP);
        part->beside = beside;
        part->again = block_add(b.a, NULL, BLOCK_GROUP);
        for (int i = 0; i < 4; i++)
            block_text(b.a, part->again, ROLE_P, STYLE_BODY, "on");
        part->again->w = MM(10);
        text = lines_of_text(&b, part, 50);
        text->x = MM(20);
        text->w = MM(120);
        lines_of_text(&b, b.sect, 3);
        p = flow_doc(b.a, &b.metrics, &b.doc);
        assert_int_equal(p->n, 2);
        again = &p->v[1].marks[0];
        assert_true(again->artifact);
        assert_null(again->block);
        assert_int_equal(again->glyphs[0].len, 1);
        assert_int_equal(again->glyphs[0].text[0], 'o');
        assert_int_equal(find_mark(p, 1, text)->y - again->y,
            beside ? 0 : 4 * style_default[STYLE_BODY].leading);
        assert_true(count_lines(p, 1, text) >= (beside ? 4 : 1));
        assert_int_equal(count_lines(p, 0, text) + count_lines(p, 1, text), 50);
        for (int i = 0; i < p->v[0].n; i++)
            assert_true(
                p->v[0].marks[i].block != NULL || p->v[0].marks[i].y > MM(270));
        bench_close(&b);
    }
}

/* Behind one that no page holds the next is whole again. */
static void
test_keep_behind_a_parted_one(void **state)
{
    static const int lines[] = {60, 28, REST};
    struct block *card[3];
    struct bench b;
    struct pages *p;

    (void)state;
    bench_open(&b);
    for (int i = 0; i < 3; i++) {
        card[i] = lines_of_text(&b, b.sect, lines[i]);
        card[i]->keep = true;
    }
    p = flow_doc(b.a, &b.metrics, &b.doc);
    assert_int_equal(p->n, 3);
    assert_true(count_lines(p, 1, card[0]) > 0);
    assert_int_equal(count_lines(p, 1, card[1]), 28);
    assert_int_equal(count_lines(p, 2, card[2]), REST);
    bench_close(&b);
}

/* A part of which nothing shows is still found, on a page of its own. */
static void
test_nothing_to_see(void **state)
{
    struct bench b;
    struct pages *p;
    struct block *empty, *part;

    (void)state;
    bench_open(&b);
    b.sect->section = "page_title";
    empty = block_text(b.a, b.sect, ROLE_P, STYLE_BODY, NULL);
    empty->before = MM(5);
    part = block_add(b.a, b.doc.root, BLOCK_GROUP);
    part->section = "plan";
    part->page = PAGE_NEW;
    part->target = true;
    lines_of_text(&b, part, 2);
    p = flow_doc(b.a, &b.metrics, &b.doc);
    assert_int_equal(p->n, 2);
    assert_int_equal(p->nlandings, 1);
    assert_int_equal(p->landings[0].page, 1);
    bench_close(&b);
}

/* A block that stays whole only at the closer steps. */
static void
test_keep_below_when_closer(void **state)
{
    (void)state;
    for (mpt below = PT(150); below < PT(260); below += PT(10)) {
        struct bench b;
        struct pages *p;
        struct block *card, *last;

        bench_open(&b);
        lines_of_text(&b, b.sect, 38);
        card = block_add(b.a, b.sect, BLOCK_GROUP);
        card->keep_below = below;
        lines_of_text(&b, card, 6);
        last = lines_of_text(&b, card, 6);
        last->before = MM(22);
        last->tight = MM(20);
        p = flow_doc(b.a, &b.metrics, &b.doc);
        assert_inside(&b, p);
        assert_int_equal(count_lines(p, p->n - 1, last), 6);
        bench_close(&b);
    }
}

/* What is higher than a page is parted, though it stays with what comes next:
   only its end does. */
static void
test_tall_with_next(void **state)
{
    for (int lines = 30; lines < 110; lines += 7) {
        struct bench b;
        struct pages *p;
        struct block *part, *next;
        int sum = 0;

        (void)state;
        bench_open(&b);
        part = block_add(b.a, b.sect, BLOCK_GROUP);
        part->keep = part->keep_next = true;
        for (int i = 0; i < lines; i++)
            lines_of_text(&b, part, 1);
        next = lines_of_text(&b, b.sect, 4);
        p = flow_doc(b.a, &b.metrics, &b.doc);
        assert_inside(&b, p);
        for (const struct block *c = part->first; c != NULL; c = c->next)
            for (int i = 0; i < p->n; i++)
                sum += count_lines(p, i, c);
        assert_int_equal(sum, lines);
        assert_int_equal(count_lines(p, p->n - 1, next) +
                             count_lines(p, p->n - 1, part->last),
            5);
        bench_close(&b);
    }
}

/* What must not begin a page takes the end of what stands before it along. */
static void
test_keep_with_previous(void **state)
{
    for (int n = 40; n < 60; n++) {
        struct bench b;
        struct pages *p;
        struct block *text, *part;

        (void)state;
        bench_open(&b);
        text = lines_of_text(&b, b.sect, n);
        part = lines_of_text(&b, b.sect, 4);
        part->keep = part->keep_prev = true;
        p = flow_doc(b.a, &b.metrics, &b.doc);
        assert_true(p->n <= 2);
        if (p->n == 2) {
            assert_int_equal(count_lines(p, 1, part), 4);
            assert_true(count_lines(p, 1, text) >= 4);
        }
        bench_close(&b);
    }
}

/* A rule between two parts shows only where both stand on its page, and takes
   no room at the top of one. */
static void
test_rule_between(void **state)
{
    for (int n = 40; n < 60; n++) {
        struct bench b;
        struct pages *p;
        struct block *rule, *part;
        bool together;

        (void)state;
        bench_open(&b);
        lines_of_text(&b, b.sect, n);
        rule = block_rule(b.a, b.sect, PT(0.5), COLOR_RULE);
        rule->before = MM(4);
        rule->as.rule.between = true;
        part = lines_of_text(&b, b.sect, 4);
        part->before = MM(4);
        part->keep = true;
        p = flow_doc(b.a, &b.metrics, &b.doc);
        together = p->n == 1 || count_lines(p, 1, part) == 0;
        assert_int_equal(
            find_rule(p, 0) != NULL, together && count_lines(p, 0, part) == 4);
        if (p->n == 2)
            assert_int_equal(find_rule(p, 1) != NULL,
                count_lines(p, 1, part) == 4 &&
                    find_mark(p, 1, part) != &p->v[1].marks[0]);
        bench_close(&b);
    }
}

/* A long head gets smaller, but not below 7.5 pt; it takes the room that the
   other end leaves, and then a second line. */
static void
test_running_head(void **state)
{
    static const struct {
        int letters;
        mpt size;
        int lines;
    } of[] = {{80, PT(8.5), 1}, {95, PT(7.5), 1}, {150, PT(7.5), 2}};

    for (size_t i = 0; i < sizeof of / sizeof *of; i++) {
        struct bench b;
        struct pages *p;
        struct block *part;
        char head[200] = "";
        int lines = 0;

        (void)state;
        bench_open(&b);
        for (int k = 0; k < of[i].letters; k++)
            head[k] = k % 10 == 9 ? ' ' : 'x';
        head[of[i].letters - 1] = 'x';
        b.doc.head_left = head;
        b.doc.head_right = "C1";
        b.layout.head_first = true;
        part = lines_of_text(&b, b.sect, 1);
        p = flow_doc(b.a, &b.metrics, &b.doc);
        for (int k = 0; k < p->v[0].n; k++) {
            const struct mark *m = &p->v[0].marks[k];

            if (m->kind != MARK_GLYPHS || m->block == part || m->y > MM(20) ||
                m->x > MM(100))
                continue;
            lines++;
            assert_int_equal(m->size, of[i].size);
            assert_true(m->artifact && m->block == NULL);
        }
        assert_int_equal(lines, of[i].lines);
        bench_close(&b);
    }
}

/* A low block stays whole, a higher one may be parted. */
static void
test_keep_below(void **state)
{
    for (int whole = 0; whole < 2; whole++) {
        struct bench b;
        struct pages *p;
        struct block *text;

        (void)state;
        bench_open(&b);
        lines_of_text(&b, b.sect, 40);
        text = lines_of_text(&b, b.sect, 12);
        text->keep_below =
            11 * style_default[STYLE_BODY].leading + whole * PT(20);
        lines_of_text(&b, b.sect, REST);
        p = flow_doc(b.a, &b.metrics, &b.doc);
        assert_int_equal(p->n, 2);
        assert_int_equal(count_lines(p, 1, text) == 12, whole);
        bench_close(&b);
    }
}

static void
test_level_columns(void **state)
{
    struct bench b;
    struct block *row, *part[2][3];
    struct pages *p;

    (void)state;
    bench_open(&b);
    row = block_add(b.a, b.sect, BLOCK_COLUMNS);
    row->level = true;
    for (int c = 0; c < 2; c++) {
        struct block *column = block_add(b.a, row, BLOCK_GROUP);

        column->x = c * MM(76);
        column->w = MM(90); /* a word a line */
        for (int i = 0; i < 3 - c; i++) {
            part[c][i] = lines_of_text(&b, column, i == c ? 4 : 1);
            part[c][i]->before = MM(2);
        }
    }
    p = flow_doc(b.a, &b.metrics, &b.doc);
    for (int i = 0; i < 2; i++)
        assert_int_equal(
            find_mark(p, 0, part[0][i])->y, find_mark(p, 0, part[1][i])->y);
    /* The longest part of each row makes room for the next. */
    assert_int_equal(
        find_mark(p, 0, part[0][1])->y - find_mark(p, 0, part[0][0])->y,
        4 * PT(15) + MM(2));
    assert_int_equal(
        find_mark(p, 0, part[0][2])->y - find_mark(p, 0, part[0][1])->y,
        4 * PT(15) + MM(2));
    assert_int_equal(count_lines(p, 0, part[0][0]), 4);
    assert_int_equal(p->n, 1);
    assert_inside(&b, p);
    bench_close(&b);
}

/* Notes stand on the lines of their runs, or lower where a line has one; what
   they name is the page of a block inside a section, where it lands. */
static void
test_notes_beside(void **state)
{
    static const char word[] = "0123456789012345678901234567890123456789 ";
    struct bench b;
    struct block *text, *notes[3], *card;
    struct pages *p;
    mpt first;

    (void)state;
    bench_open(&b);
    text = block_text(b.a, b.sect, ROLE_P, STYLE_TABLE, NULL);
    text->as.text.margin = MM(20);
    b.doc.underlines[1] = (struct underline){COLOR_BLUE, PT(1), PT(2)};
    for (int i = 0; i < 3; i++)
        block_run(b.a, text, RUN_TEXT, false, word, sizeof word - 1);
    text->as.text.runs[1].under = 2;
    text->as.text.runs[1].beside = 3;
    block_add(b.a, b.sect, BLOCK_GROUP)->after = MM(240);
    lines_of_text(&b, b.sect, 4)->keep_next = true;
    card = lines_of_text(&b, b.sect, 30);
    card->target = true;
    for (int i = 0; i < 3; i++) {
        notes[i] = block_text(b.a, text, ROLE_LINK, STYLE_AXIS, "H3 p. ");
        notes[i]->as.text.runs[0].under = 2;
        notes[i]->leads_to = card;
        block_run_page(b.a, notes[i], card);
    }
    p = flow_doc(b.a, &b.metrics, &b.doc);
    assert_int_equal(p->nlandings, 1);
    assert_ptr_equal(p->landings[0].block, card);
    assert_int_equal(p->landings[0].page, 1);
    assert_true(page_says(p, 0, "H3 p. 2"));
    first = find_mark(p, 0, text)->y;
    for (int i = 0; i < 3; i++) {
        const struct mark *code = find_mark(p, 0, notes[i]);

        assert_int_equal(code->kind, MARK_GLYPHS);
        assert_true(code->x > MM(166));
        assert_int_equal(code->y, first + (i + 1) * PT(14.5));
        assert_int_equal(code[1].kind, MARK_GLYPHS);
        assert_int_equal(code[2].kind, MARK_LINE);
        assert_int_equal(code[2].dash, PT(2));
    }
    bench_close(&b);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_notes_beside),
        cmocka_unit_test(test_baseline_of_first_line),
        cmocka_unit_test(test_long_paragraph_runs_over_pages),
        cmocka_unit_test(test_no_widow_and_no_orphan),
        cmocka_unit_test(test_keep_moves_whole_and_heading_goes_along),
        cmocka_unit_test(test_keep_gives_way),
        cmocka_unit_test(test_page_numbers_in_text),
        cmocka_unit_test(test_notes_fill_free_room),
        cmocka_unit_test(test_white_space_vanishes_at_a_page_top),
        cmocka_unit_test(test_tight_saves_a_page),
        cmocka_unit_test(test_rule_ends_a_part),
        cmocka_unit_test(test_table_head_is_repeated),
        cmocka_unit_test(test_again),
        cmocka_unit_test(test_keep_below),
        cmocka_unit_test(test_level_columns),
        cmocka_unit_test(test_keep_behind_a_parted_one),
        cmocka_unit_test(test_keep_with_previous),
        cmocka_unit_test(test_keep_below_when_closer),
        cmocka_unit_test(test_tall_with_next),
        cmocka_unit_test(test_nothing_to_see),
        cmocka_unit_test(test_rule_between),
        cmocka_unit_test(test_running_head),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

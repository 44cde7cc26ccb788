/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The choice of pages, against all choices that there are. */
#include "page/best.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 9, ROOM = 1000, TIGHTEST = GIVE_STEPS - 1 };

/* Pieces below one another, of random heights and distances; some are held
   together.  At the last step distances are gone. */
struct case_of {
    struct arena *a;
    struct galley g[2];
    struct best b;
    uint8_t begins[MOST + 1];
    mpt again[MOST + 1];
    int part_end[MOST + 1];
};

static unsigned seed;

static int
pick(int n)
{
    seed = seed * 1103515245u + 12345u;
    return (int)(seed >> 16 & 0x7fff) % n;
}

static void
make_case(struct case_of *c)
{
    int n = 1 + pick(MOST), most = 50 + pick(500);
    struct pieces *p;

    memset(c, 0, sizeof *c);
    c->a = arena_new();
    for (int i = 0, y[2] = {0, 0}; i < n; i++) {
        int h = 20 + pick(most), gap = pick(60);
        bool held = i > 0 && pick(4) == 0;

        for (int k = 0; k < 2; k++) {
            c->g[k].a = c->a;
            y[k] += i > 0 && k == 0 ? gap : 0;
            galley_atom(&c->g[k], y[k], y[k] + h, false);
            if (held)
                galley_atom(&c->g[k], y[k] - 10, y[k] + h, true);
            y[k] += h;
        }
        c->begins[i] = i > 0 && !held && pick(4) == 0 ? BEGINS_PART : 0;
    }
    p = pieces_new(c->a, &c->g[0], ROOM);
    if (pick(2) == 0)
        pieces_step(c->a, p, &c->g[1], TIGHTEST);
    for (int k = n - 1, part = n; k >= 0; k--) {
        c->part_end[k] = part;
        if (c->begins[k] != BEGINS_NOT)
            part = k;
    }
    c->b = (struct best){.pieces = p,
        .begins = c->begins,
        .part_end = c->part_end,
        .again = c->again,
        .first = ROOM - pick(200),
        .room = ROOM};
}

static mpt
height_of(const struct best *b, int step, int from, int to)
{
    return b->pieces->bottom[step][to - 1] - b->pieces->top[step][from];
}

/* What these cuts (a bit for each piece that begins a page) come to at a step
   of each page: whether all fits and nothing is parted, and how many pages are
   under a third full. */
static bool
weigh(const struct best *b, unsigned cuts, const int *steps, int *poor)
{
    const struct pieces *p = b->pieces;

    *poor = 0;
    for (int from = 0, k = 0, to; from < p->n; from = to, k++) {
        mpt room = from == 0 ? b->first : b->room, h;

        for (to = from + 1; to < p->n && (cuts >> to & 1) == 0;)
            to++;
        if (p->top[steps[k]] == NULL)
            return false;
        h = height_of(b, steps[k], from, to);
        if (h > room || (to < p->n && p->held[to] > 0))
            return false;
        *poor += (int64_t)h * 1000 / room < BEST_THIRD;
        if (to < p->n && b->begins[to] == BEGINS_NOT &&
            steps[k] != steps[k + 1])
            return false; /* one step for all pages of a part */
    }
    return true;
}

/* The fewest poor pages of all choices; -1: none fits. */
static int
fewest_poor(const struct best *b)
{
    int n = b->pieces->n, best = -1;

    for (unsigned cuts = 0; cuts < 1u << n; cuts += 2)
        for (unsigned tight = 0; tight < 1u << n; tight++) {
            int steps[MOST + 1], poor, pages = 1;

            for (int i = 1; i < n; i++)
                pages += (cuts >> i & 1) != 0;
            if (tight >> pages != 0)
                break;
            for (int i = 0; i <= n; i++)
                steps[i] = (tight >> i & 1) != 0 ? TIGHTEST : 0;
            steps[pages] = steps[pages - 1];
            if (weigh(b, cuts, steps, &poor) && (best < 0 || poor < best))
                best = poor;
        }
    return best;
}

/* Nothing else has fewer pages under a third full, and all fits where it can.
 */
static void
test_fewest_poor_pages(void **state)
{
    int fitting = 0;

    (void)state;
    for (seed = 1; seed < 40000; seed += 97) {
        struct best_page *v;
        struct case_of c;
        int steps[MOST + 1], poor, best, n, at = 0;
        unsigned cuts = 0, start = seed;

        make_case(&c);
        (void)best_pages(c.a, &c.b, &v, &n);
        for (int k = 0; k < n; k++) {
            assert_int_equal(v[k].from, at);
            assert_true(v[k].to > at);
            cuts |= 1u << at;
            steps[k] = v[k].step;
            at = v[k].to;
        }
        steps[n] = steps[n - 1];
        assert_int_equal(at, c.b.pieces->n);
        best = fewest_poor(&c.b);
        if (best >= 0) {
            assert_true(weigh(&c.b, cuts, steps, &poor));
            assert_int_equal(poor, best);
            fitting++;
        }
        arena_free(c.a);
        seed = start;
    }
    assert_true(fitting > 100);
}

/* A bound is never above what the choice costs. */
static void
test_bound(void **state)
{
    (void)state;
    for (seed = 1; seed < 40000; seed += 97) {
        struct best_page *v;
        struct case_of c;
        int64_t cost;
        unsigned start = seed;
        int n;

        make_case(&c);
        cost = best_pages(c.a, &c.b, &v, &n);
        c.b.bound = true;
        assert_true(best_pages(c.a, &c.b, &v, &n) <= cost);
        arena_free(c.a);
        seed = start;
    }
}

/* A part that fills a page begins the next one; one that would be alone on it
   begins low. */
static void
test_low(void **state)
{
    static const int height[] = {400, 200};

    (void)state;
    for (int low = 0; low < 2; low++) {
        struct case_of c = {.a = arena_new()};
        struct best_page *v;
        int n;

        c.g[0].a = c.a;
        galley_atom(&c.g[0], 0, 500, false);
        galley_atom(&c.g[0], 540, 540 + height[low], false);
        c.begins[1] = BEGINS_PART;
        c.part_end[0] = 1;
        c.part_end[1] = 2;
        c.b = (struct best){.pieces = pieces_new(c.a, &c.g[0], ROOM),
            .begins = c.begins,
            .part_end = c.part_end,
            .again = c.again,
            .first = ROOM,
            .room = ROOM};
        (void)best_pages(c.a, &c.b, &v, &n);
        assert_int_equal(n, low ? 1 : 2);
        assert_int_equal(v[0].low, low);
        assert_int_equal(v[0].ends, low ? ENDS_REPORT : ENDS_PART);
        arena_free(c.a);
    }
}

/* A part that faces another one's end costs more on a right-hand page, and
   nothing where no side is asked for. */
static void
test_sides(void **state)
{
    int64_t cost[2][2];

    (void)state;
    for (int facing = 0; facing < 2; facing++)
        for (int page = 0; page < 2; page++) {
            struct case_of c = {.a = arena_new()};
            struct best_page *v;
            int n;

            c.g[0].a = c.a;
            galley_atom(&c.g[0], 0, 900, false);
            galley_atom(&c.g[0], 940, 940 + 900, false);
            c.begins[1] = BEGINS_PART | (facing ? BEGINS_FACING : 0);
            c.part_end[0] = 1;
            c.part_end[1] = 2;
            c.b = (struct best){.pieces = pieces_new(c.a, &c.g[0], ROOM),
                .begins = c.begins,
                .part_end = c.part_end,
                .again = c.again,
                .first = ROOM,
                .room = ROOM,
                .page = page};
            cost[facing][page] = best_pages(c.a, &c.b, &v, &n);
            assert_int_equal(n, 2);
            assert_int_equal(v[0].from, 0);
            assert_int_equal(v[1].from, 1);
            assert_int_equal(v[1].to, 2);
            arena_free(c.a);
        }
    assert_true(cost[0][0] == cost[0][1]);
    assert_true(cost[1][0] == cost[0][0]);
    assert_true(cost[1][1] > cost[0][0]);
}

/* The same question is known again; one of another height is not. */
static void
test_same(void **state)
{
    (void)state;
    for (seed = 1; seed < 4000; seed += 97) {
        struct case_of c[2];
        unsigned start = seed;

        make_case(&c[0]);
        seed = start;
        make_case(&c[1]);
        assert_true(best_same(&c[0].b, &c[1].b));
        c[1].b.pieces->bottom[0][c[1].b.pieces->n - 1]++;
        assert_false(best_same(&c[0].b, &c[1].b));
        arena_free(c[0].a);
        arena_free(c[1].a);
        seed = start;
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fewest_poor_pages),
        cmocka_unit_test(test_bound),
        cmocka_unit_test(test_low),
        cmocka_unit_test(test_sides),
        cmocka_unit_test(test_same),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

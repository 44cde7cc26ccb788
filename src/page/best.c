/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "page/best.h"

#include <string.h>

/* A shortest way through the cuts, as in page/fit.c.  Each cut asks how far a
   page goes that begins there: to every cut behind it that its height allows.
   So time grows with the pieces
   times the pieces of a page.  All pages of a part take the same step, so that
   its distances are the same on each: inside a part there is a way for each
   step.

   Costs are integers on one scale: what follows is a choice between two of
   them, each time.  A page more is dearer than any step of the ladder: blocks
   give before the report grows.  A page under a third full is dearer than all
   but parting what belongs together; a part that begins low lies between, but
   where it is more of the same kind: that is cheaper than a page, though not so
   cheap that two parts leave the spread that they fill for one page. */
static const struct {
    int page;   /* any page */
    int third;  /* one under a third full, */
    int below;  /* and for each per mille below that */
    int lean;   /* for each per mille that it holds less than it should */
    int rest;   /* white below what goes on: its square, per mille, by this */
    int held;   /* for each thing parted that a page could hold */
    int low;    /* a part that begins low, */
    int lower;  /* and for each per mille below the top, */
    int kin;    /* the same of one of the same kind, */
    int tenth;  /* and for each ten per mille */
    int foot;   /* one that begins at the foot, below FOOT per mille */
    int facing; /* a part on a right-hand page that should be on the left */
    int over;   /* what no page holds */
} price = {.page = 500,
    .third = 5000,
    .below = 10,
    .lean = 6,
    .rest = 4000,
    .held = 20000,
    .low = 900,
    .lower = 2,
    .kin = 320,
    .tenth = 2,
    .foot = 2500,
    .facing = 200,
    .over = 10 * 1000 * 1000};

enum { FOOT = 750 };

/* Where a part goes on for so many pages and small pieces, a page of it ends
   only where it is nearly full: its last pages are what can be evened out. */
enum { FAR_PAGES = 3, FAR_PIECES = 100, FAR_FILL = 850 };

#define COST_NONE INT64_MAX

/* The best way to a cut, with a page that begins there of that side, and inside
   a part at the step that the part has; of the page that ends there what
   best_page tells. */
struct node {
    int64_t cost;
    int before; /* node that the page begins at */
    int step, fill, low;
};

/* Where no part asks for a side, there is one node for both. */
struct ways {
    const struct best *b;
    struct node *v;
    int sides;
    int far[GIVE_STEPS]; /* the first end that was found last, at each step */
};

enum { NOWHERE = -1 };

/* A page that is being weighed: from one piece on, at one step.  Its side
   counts for what begins behind it only. */
struct trial {
    const struct best *b;
    struct ways *ways;
    int from, step;
    int node[2]; /* of each side; NOWHERE: no way leads there */
    mpt room;
    int low;      /* parts that begin on it so far */
    int64_t lows; /* and what that costs */
};

/* The node of a cut; `step` counts inside a part only. */
static int
node_at(const struct ways *w, int cut, int side, int step)
{
    const struct best *b = w->b;
    bool inside = cut > 0 && cut < b->pieces->n && b->begins[cut] == BEGINS_NOT;

    return (w->sides * cut + side) * GIVE_STEPS + (inside ? step : 0);
}

/* The piece that a node's page begins with. */
static int
node_cut(const struct ways *w, int node)
{
    return node / (w->sides * GIVE_STEPS);
}

static mpt
page_height(const struct best *b, int from)
{
    return from == 0 ? b->first : b->room;
}

static mpt
height(const struct pieces *p, int step, int from, int to)
{
    return p->bottom[step][to - 1] - p->top[step][from];
}

static int
permille(mpt part, mpt whole)
{
    return (int)((int64_t)part * 1000 / whole);
}

static int
fill_of(const struct trial *t, int to)
{
    return permille(
        height(t->b->pieces, t->step, t->from, to) + t->b->again[t->from],
        page_height(t->b, t->from));
}

/* Whether that is less than `fill`; it is asked much more often than known. */
static bool
fills_less(const struct trial *t, int to, int fill)
{
    mpt h = height(t->b->pieces, t->step, t->from, to) + t->b->again[t->from];

    return h * INT64_C(1000) < (int64_t)fill * page_height(t->b, t->from);
}

/* Whether a page may end before piece `to` at a step, and the next begin. */
static bool
may_cut(const struct pieces *p, int step, int to)
{
    return to == p->n || !p->closed[step][to];
}

/* Notes the part that begins with piece `at` below others. */
static void
begin_low(struct trial *t, int at)
{
    const mpt *top = t->b->pieces->top[t->step];
    int where = permille(top[at] - top[t->from], page_height(t->b, t->from));

    t->low++;
    t->lows += where > FOOT ? price.foot : 0;
    if ((t->b->begins[at] & BEGINS_KIN) != 0)
        t->lows += price.kin + (int64_t)price.tenth * where / 10;
    else
        t->lows += price.low + (int64_t)price.lower * where;
}

/* Whether a page that ends before piece `to` ends inside a part. */
static bool
ends_inside(const struct best *b, int to)
{
    return to < b->pieces->n && b->begins[to] == BEGINS_NOT;
}

static int64_t
page_cost(const struct trial *t, int to, int fill, bool over)
{
    const struct best *b = t->b;
    int step = b->bound && t->step > 1 ? 1 : t->step;
    int64_t cost = price.page + t->lows + give_ladder[step].cost;

    if (over)
        return cost + price.over;
    if (fill < BEST_THIRD)
        cost += price.third + (int64_t)price.below * (BEST_THIRD - fill);
    if (fill < BEST_LEAN)
        cost += (int64_t)price.lean * (BEST_LEAN - fill);
    if (ends_inside(b, to))
        cost += (int64_t)(1000 - fill) * (1000 - fill) / price.rest +
                (int64_t)price.held * b->pieces->held[to];
    return cost;
}

/* What the page that begins with piece `to` costs for the side it is on;
   `page` is its number from 0. */
static int
side_cost(const struct best *b, int to, int page)
{
    return to < b->pieces->n && (b->begins[to] & BEGINS_FACING) != 0 &&
                   page % 2 == 0
               ? price.facing
               : 0;
}

/* Offers a page that ends before piece `to` to the nodes there. */
static void
offer(const struct trial *t, int to, bool over)
{
    const struct ways *w = t->ways;
    struct node new = {.step = t->step, .fill = fill_of(t, to), .low = t->low};
    int64_t own = page_cost(t, to, new.fill, over);
    int first = node_at(w, to, 0, t->step);

    for (int side = 0; side < w->sides; side++) {
        int next = w->sides - 1 - side;
        struct node *n = &w->v[first + next * GIVE_STEPS];

        new.before = t->node[side];
        if (new.before == NOWHERE)
            continue;
        new.cost = w->v[new.before].cost + own + side_cost(t->b, to, next);
        if (new.cost <= n->cost) /* of equals the one that came last */
            *n = new;
    }
}

/* The first end of a page that is weighed, behind its first piece.  It is
   looked for from where it was found for the piece before. */
static int
first_end(const struct trial *t)
{
    const struct pieces *p = t->b->pieces;
    int least = t->from + 1, high = t->b->part_end[t->from];
    int low = t->ways->far[t->step];

    if (high - least < FAR_PIECES ||
        height(p, t->step, t->from, high) / FAR_PAGES < t->room)
        return least;
    low = low < least ? least : low > high ? high : low;
    while (low > least && !fills_less(t, low - 1, FAR_FILL))
        low--;
    while (low < high && fills_less(t, low, FAR_FILL))
        low++;
    t->ways->far[t->step] = low;
    return height(p, t->step, t->from, low) <= t->room && p->held[low] == 0 &&
                   may_cut(p, t->step, low)
               ? low
               : least;
}

/* All pages that begin with piece `from` at one step.  An end inside a part
   that leaves the page nearly empty, or parts what belongs together, is offered
   only where there is no other. */
static void
try_step(const struct trial *from_here)
{
    struct trial t = *from_here;
    const struct best *b = t.b;
    const struct pieces *p = b->pieces;
    int spare = 0, to = first_end(&t);
    bool some = false;

    for (; to <= p->n; to++) {
        if (to - 1 > t.from && b->begins[to - 1] != BEGINS_NOT)
            begin_low(&t, to - 1);
        if (height(p, t.step, t.from, to) > t.room)
            break;
        if (!may_cut(p, t.step, to))
            continue;
        if (ends_inside(b, to) &&
            (p->held[to] > 0 || fills_less(&t, to, BEST_THIRD))) {
            if (spare == 0 || p->held[to] <= p->held[spare])
                spare = to;
            continue;
        }
        offer(&t, to, false);
        some = true;
    }
    if (some)
        return;
    while (spare == 0 && !may_cut(p, t.step, to))
        to++;
    offer(&t, spare > 0 ? spare : to, spare == 0);
}

/* Whether a way leads to a page that begins there at the trial's step. */
static bool
is_reached(struct trial *t)
{
    const struct ways *w = t->ways;
    bool some = false;

    for (int side = 0; side < w->sides; side++) {
        int node = node_at(w, t->from, side, t->step);
        bool way = w->v[node].cost != COST_NONE;

        t->node[side] = way ? node : NOWHERE;
        some |= way;
    }
    return some;
}

/* The same at each step that the page may take. */
static void
try_pages(struct ways *w, int from)
{
    const struct best *b = w->b;
    const struct pieces *p = b->pieces;
    struct trial t = {.b = b, .ways = w, .from = from};

    t.room = page_height(b, from) - b->again[from];
    for (t.step = 0; t.step < GIVE_STEPS; t.step++)
        if (p->top[t.step] != NULL && may_cut(p, t.step, from) &&
            is_reached(&t))
            try_step(&t);
}

static bool
asks_side(const struct best *b)
{
    for (int k = 0; k < b->pieces->n; k++)
        if ((b->begins[k] & BEGINS_FACING) != 0)
            return true;
    return false;
}

static struct ways
find_ways(struct arena *a, const struct best *b)
{
    struct ways w = {.b = b, .sides = asks_side(b) ? 2 : 1};
    int n = b->pieces->n, nodes = w.sides * (n + 1) * GIVE_STEPS;

    w.v = arena_raw_n(a, sizeof *w.v, (size_t)nodes);
    for (int i = 0; i < nodes; i++)
        w.v[i].cost = COST_NONE;
    w.v[node_at(&w, 0, b->page % w.sides, 0)].cost = 0;
    for (int i = 0; i < n; i++)
        try_pages(&w, i);
    return w;
}

/* Why page `v` ends where it does. */
static enum ends
why_ends(const struct best *b, const struct best_page *v)
{
    const struct pieces *p = b->pieces;
    mpt room = page_height(b, v->from) - b->again[v->from];
    int to = v->to + 1;

    if (v->to == p->n)
        return ENDS_REPORT;
    if (!ends_inside(b, v->to))
        return ENDS_PART;
    if (height(p, v->step, v->from, to) > room)
        return ENDS_FULL;
    while (to < p->n && (p->held[to] > 0 || !may_cut(p, v->step, to)))
        to++;
    return height(p, v->step, v->from, to) > room ? ENDS_HELD : ENDS_SPARED;
}

/* A page of a part that has room keeps the writing lines that others lack. */
static void
loosen(const struct best *b, struct best_page *v)
{
    const struct pieces *p = b->pieces;
    mpt room = page_height(b, v->from) - b->again[v->from];

    while (v->step > 0 &&
           give_ladder[v->step - 1].gaps == give_ladder[v->step].gaps &&
           p->top[v->step - 1] != NULL && may_cut(p, v->step - 1, v->from) &&
           may_cut(p, v->step - 1, v->to) &&
           height(p, v->step - 1, v->from, v->to) <= room)
        v->step--;
    v->fill = permille(height(p, v->step, v->from, v->to) + b->again[v->from],
        page_height(b, v->from));
}

/* The page that ends before piece `to`, at a node there. */
static struct best_page
page_of(const struct ways *w, int at, int to)
{
    const struct node *n = &w->v[at], *before = &w->v[n->before];
    int side = at / GIVE_STEPS % w->sides;

    return (struct best_page){.from = node_cut(w, n->before),
        .to = to,
        .step = n->step,
        .fill = n->fill,
        .low = n->low,
        .cost = n->cost - before->cost - side_cost(w->b, to, side)};
}

int64_t
best_pages(
    struct arena *a, const struct best *b, struct best_page **out, int *n)
{
    struct arena *scratch = arena_new();
    const struct ways w = find_ways(scratch, b);
    int end = node_at(&w, b->pieces->n, 0, 0), k = 0;
    int other = node_at(&w, b->pieces->n, w.sides - 1, 0);
    int64_t cost;

    if (w.v[other].cost < w.v[end].cost)
        end = other;
    cost = w.v[end].cost;
    for (int at = end; node_cut(&w, at) > 0; at = w.v[at].before)
        k++;
    *n = k;
    *out = NEW(a, struct best_page, k + 1);
    for (int at = end; node_cut(&w, at) > 0; at = w.v[at].before) {
        struct best_page *v = &(*out)[--k];

        *v = page_of(&w, at, node_cut(&w, at));
        loosen(b, v);
        v->ends = why_ends(b, v);
    }
    arena_free(scratch);
    return cost;
}

bool
best_same(const struct best *a, const struct best *b)
{
    const struct pieces *p = a->pieces, *q = b->pieces;
    size_t n = (size_t)p->n;

    return p->n == q->n && a->first == b->first && a->room == b->room &&
           a->page % 2 == b->page % 2 &&
           memcmp(p->top[0], q->top[0], n * sizeof *p->top[0]) == 0 &&
           memcmp(p->bottom[0], q->bottom[0], n * sizeof *p->bottom[0]) == 0 &&
           memcmp(p->closed[0], q->closed[0], n * sizeof *p->closed[0]) == 0 &&
           memcmp(p->held, q->held, n * sizeof *p->held) == 0 &&
           memcmp(a->begins, b->begins, n * sizeof *a->begins) == 0 &&
           memcmp(a->part_end, b->part_end, n * sizeof *a->part_end) == 0 &&
           memcmp(a->again, b->again, n * sizeof *a->again) == 0;
}

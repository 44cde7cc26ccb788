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
   a part at the step that the part has. */
struct node {
    int64_t cost;
    struct best_page page; /* that ends there */
    int before;            /* node that it begins at */
};

/* A page that is being weighed: from one piece on, at one step. */
struct trial {
    const struct best *b;
    int from, side, step, node;
    mpt room;
    int low;      /* parts that begin on it so far */
    int64_t lows; /* and what that costs */
};

/* The node of a cut; `step` counts inside a part only. */
static int
node_at(const struct best *b, int cut, int side, int step)
{
    bool inside = cut > 0 && cut < b->pieces->n && b->begins[cut] == BEGINS_NOT;

    return (2 * cut + side) * GIVE_STEPS + (inside ? step : 0);
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

/* Offers a page that ends before piece `to` to the node there. */
static void
offer(struct node *nodes, const struct trial *t, int to, bool over)
{
    const struct best *b = t->b;
    int fill = fill_of(t, to), side = 1 - t->side;
    int64_t own = page_cost(t, to, fill, over);
    struct node *n = &nodes[node_at(b, to, side, t->step)];
    int64_t cost = nodes[t->node].cost + own + side_cost(b, to, side);

    if (cost > n->cost) /* of equals the one that came last: the later cut */
        return;
    n->cost = cost;
    n->before = t->node;
    n->page = (struct best_page){.from = t->from,
        .to = to,
        .step = t->step,
        .fill = fill,
        .low = t->low,
        .cost = own};
}

/* The first end of a page that is weighed, behind its first piece. */
static int
first_end(const struct trial *t)
{
    const struct pieces *p = t->b->pieces;
    int low = t->from + 1, high = t->b->part_end[t->from];

    if (high - low < FAR_PIECES ||
        height(p, t->step, t->from, high) / FAR_PAGES < t->room)
        return low;
    while (low < high) {
        int mid = (low + high) / 2;

        if (fill_of(t, mid) < FAR_FILL)
            low = mid + 1;
        else
            high = mid;
    }
    return height(p, t->step, t->from, low) <= t->room && p->held[low] == 0 &&
                   may_cut(p, t->step, low)
               ? low
               : t->from + 1;
}

/* All pages that begin with piece `from` at one step.  An end inside a part
   that leaves the page nearly empty, or parts what belongs together, is offered
   only where there is no other. */
static void
try_step(struct node *nodes, const struct trial *from_here)
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
            (p->held[to] > 0 || fill_of(&t, to) < BEST_THIRD)) {
            if (spare == 0 || p->held[to] <= p->held[spare])
                spare = to;
            continue;
        }
        offer(nodes, &t, to, false);
        some = true;
    }
    if (some)
        return;
    while (spare == 0 && !may_cut(p, t.step, to))
        to++;
    offer(nodes, &t, spare > 0 ? spare : to, spare == 0);
}

/* The same at each step that the page may take. */
static void
try_pages(struct node *nodes, const struct best *b, int from, int side)
{
    const struct pieces *p = b->pieces;
    struct trial t = {.b = b, .from = from, .side = side};

    t.room = page_height(b, from) - b->again[from];
    for (t.step = 0; t.step < GIVE_STEPS; t.step++) {
        t.node = node_at(b, from, side, t.step);
        if (p->top[t.step] != NULL && nodes[t.node].cost != COST_NONE &&
            may_cut(p, t.step, from))
            try_step(nodes, &t);
    }
}

static struct node *
find_ways(struct arena *a, const struct best *b)
{
    int n = b->pieces->n, nodes = 2 * (n + 1) * GIVE_STEPS;
    struct node *v = arena_raw_n(a, sizeof *v, (size_t)nodes);

    for (int i = 0; i < nodes; i++)
        v[i].cost = COST_NONE;
    v[node_at(b, 0, b->page % 2, 0)].cost = 0;
    for (int i = 0; i < n; i++)
        for (int side = 0; side < 2; side++)
            try_pages(v, b, i, side);
    return v;
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

int64_t
best_pages(
    struct arena *a, const struct best *b, struct best_page **out, int *n)
{
    const struct node *nodes = find_ways(a, b);
    int end = node_at(b, b->pieces->n, 0, 0), k = 0;
    int other = node_at(b, b->pieces->n, 1, 0);

    if (nodes[other].cost < nodes[end].cost)
        end = other;
    for (int at = end; at >= 2 * GIVE_STEPS; at = nodes[at].before)
        k++;
    *n = k;
    *out = NEW(a, struct best_page, k + 1);
    for (int at = end; at >= 2 * GIVE_STEPS; at = nodes[at].before) {
        struct best_page *v = &(*out)[--k];

        *v = nodes[at].page;
        loosen(b, v);
        v->ends = why_ends(b, v);
    }
    return nodes[end].cost;
}

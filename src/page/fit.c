/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "page/fit.h"

/* Knuth and Plass, Breaking Paragraphs into Lines (1981), as a shortest way
   through the stops.  Each stop asks all stops before it that are near enough
   to begin its line, so time grows with the text times the words of a line.
   Costs are integers: of a line, its ratio squared if ragged, and Knuth's
   (10 + 100 r^3)^2 if justified; penalties stand on the same two scales. */

struct taste {
    int64_t hyphen;      /* a line that ends in a hyphen */
    int64_t ladder;      /* two of them in a row */
    int64_t before_last; /* one before the last line */
    int64_t poor;        /* a last line of one short word */
};

static const struct taste fit_ragged = {.hyphen = 40 * 1000,
    .ladder = 400 * 1000,
    .before_last = 100 * 1000,
    .poor = 4 * 1000 * 1000};
static const struct taste fit_justified = {.hyphen = 4 * 1000,
    .ladder = 100 * 1000 * 1000,
    .before_last = 1000 * 1000,
    .poor = 20 * 1000 * 1000};

/* Ratios per mille: RATIO_GAPLESS and above is a line that cannot be
   justified for want of spaces. */
enum { RATIO_MAX = 20000, RATIO_GAPLESS = 10000, RATIO_OVERFULL = FIT_ANY };

/* A last line is poor below 1/8 of the width, or if it is one word that is
   narrower than 1/3 or has fewer letters than this. */
enum { POOR_PART = 8, POOR_WORD_PART = 3, POOR_LETTERS = 5 };

#define COST_OVERFULL (4 * FIT_EMERGENCY)
#define COST_NONE INT64_MAX

static bool
fit_never(const struct fit *f, const struct stop *a, const struct stop *b)
{
    int64_t shrink = f->shrink * (b->gaps_end - a->gaps_start);

    /* Behind a hyphen an end may stand a little to the left again. */
    return b->end - a->start - shrink - f->hyphen > f->width;
}

static int
fit_ratio(
    const struct fit *f, const struct stop *a, const struct stop *b, bool last)
{
    int64_t slack = f->width - (b->end - a->start);
    int64_t gaps = b->gaps_end - a->gaps_start, r;

    if (slack < 0)
        return -slack > gaps * f->shrink
                   ? RATIO_OVERFULL
                   : (int)(-slack * 1000 / (gaps * f->shrink));
    if (last)
        return 0;
    if (f->stretch == 0)
        return (int)(slack * 1000 / f->width);
    if (gaps == 0)
        return RATIO_GAPLESS +
               (int)(slack * (RATIO_MAX - RATIO_GAPLESS) / f->width);
    r = slack * 1000 / (gaps * f->stretch);
    return r < RATIO_GAPLESS ? (int)r : RATIO_GAPLESS;
}

static int64_t
fit_cost(const struct fit *f, int ratio)
{
    int64_t r = ratio, badness;

    if (ratio == RATIO_OVERFULL)
        return COST_OVERFULL;
    if (f->stretch == 0)
        return r * r;
    badness = r * r * r / (10 * 1000 * 1000);
    return (10 + badness) * (10 + badness);
}

static bool
fit_poor(const struct fit *f, const struct stop *a, const struct stop *last)
{
    int64_t w = last->end - a->start;

    return w * POOR_PART < f->width ||
           (last->gaps_end == a->gaps_start &&
               (w * POOR_WORD_PART < f->width ||
                   last->letters - a->letters < POOR_LETTERS));
}

/* Penalties of the line from `a` to `b`, or COST_NONE if it may not be. */
static int64_t
fit_penalty(
    const struct fit *f, const struct stop *a, const struct stop *b, bool last)
{
    const struct taste *taste = f->stretch == 0 ? &fit_ragged : &fit_justified;
    int64_t cost = b->penalty;

    if (b->hyphen)
        cost += a->hyphen ? taste->hyphen + taste->ladder : taste->hyphen;
    if (!last || a->prev < 0)
        return cost;
    if (a->hyphen)
        cost += taste->before_last;
    if (!fit_poor(f, a, b))
        return cost;
    return f->poor ? cost + taste->poor : COST_NONE;
}

/* Finds the best line that ends at `b` among those from stops[lo] on. */
static void
fit_end(const struct fit *f, struct stop *stops, int lo, int b, bool last)
{
    struct stop *end = &stops[b];

    end->cost = COST_NONE;
    end->prev = -1;
    for (int a = lo; a < b; a++) {
        int ratio;
        int64_t cost;

        if (stops[a].cost == COST_NONE)
            continue;
        ratio = fit_ratio(f, &stops[a], end, last);
        if (ratio > f->worst || (ratio == RATIO_OVERFULL && a < b - 1))
            continue;
        cost = fit_penalty(f, &stops[a], end, last);
        if (cost == COST_NONE)
            continue;
        cost += stops[a].cost + fit_cost(f, ratio);
        if (cost <= end->cost) { /* of equals: full lines first */
            end->cost = cost;
            end->prev = a;
        }
    }
}

bool
fit_stops(const struct fit *f, struct stop *stops, int n, long *tried)
{
    int lo = 0, reached = 0;

    stops[0].cost = 0;
    stops[0].prev = -1;
    for (int b = 1; b < n; b++) {
        while (lo < b - 1 && fit_never(f, &stops[lo], &stops[b]))
            lo++;
        if (reached < lo)
            return false;
        fit_end(f, stops, lo, b, b == n - 1);
        if (stops[b].cost != COST_NONE)
            reached = b;
        *tried += b - lo;
    }
    if (reached != n - 1)
        return false;
    stops[n - 1].next = -1;
    for (int b = n - 1; stops[b].prev >= 0; b = stops[b].prev)
        stops[stops[b].prev].next = b;
    return true;
}

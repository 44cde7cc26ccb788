/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "pdf/booklet.h"

enum { MILLION = 1000000, PAGES_OF_SHEET = 4 };

/* How many millionths of `what` fit in `room`, at most all. */
static int
fit(mpt room, mpt what)
{
    long long ppm = (long long)room * MILLION / what;

    return ppm < MILLION ? (int)ppm : MILLION;
}

static mpt
scaled(mpt v, int ppm)
{
    return (mpt)((long long)v * ppm / MILLION);
}

struct booklet
booklet_of(int n, mpt page_w, mpt page_h)
{
    /* A page that was enlarged may be a hair smaller. */
    bool letter = page_w > PT(611) && page_h < PT(793);
    struct booklet b = {
        .sides = (n + PAGES_OF_SHEET - 1) / PAGES_OF_SHEET * 2,
        .w = letter ? PT(792) : MM(297),
        .h = letter ? PT(612) : MM(210),
        .page_w = page_w,
        .page_h = page_h,
    };
    int wide = fit(b.w / 2, page_w), high = fit(b.h, page_h);

    b.ppm = wide < high ? wide : high;
    return b;
}

void
booklet_side(const struct booklet *b, int n, int side, int out[2])
{
    int last = 2 * b->sides - 1 - side; /* of all, blank ones too */
    bool front = side % 2 == 0;

    out[0] = front ? last : side;
    out[1] = front ? side : last;
    for (int half = 0; half < 2; half++)
        if (out[half] >= n)
            out[half] = BOOKLET_BLANK;
}

void
booklet_place(const struct booklet *b, int half, mpt *x, mpt *y)
{
    mpt w = scaled(b->page_w, b->ppm), h = scaled(b->page_h, b->ppm);

    *x = half * (b->w / 2) + (b->w / 2 - w) / 2;
    *y = (b->h - h) / 2;
}

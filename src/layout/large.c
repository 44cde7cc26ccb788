/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "layout/layout.h"

enum { LARGE_PERMILLE = 1240 };

/* Body text at 13/19: a little more leading than in proportion. */
#define LARGE_LEADING PT(15.32)

/* What blocks are drawn for has at least this width: that of a large A4. */
#define TEXT_W MM(133.8)
#define SMALL_PAGE MM(160)

/* All is set on a page so much smaller (or larger) and enlarged when placed. */
static void
set_at(struct layout *l, int permille)
{
    mpt *lengths[] = {&l->page_w, &l->page_h, &l->left, &l->right, &l->top,
        &l->bottom, &l->binding};

    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++)
        *lengths[i] = (mpt)((long long)*lengths[i] * 1000 / permille);
    l->enlarge = permille;
}

bool
layout_is_small(const struct layout *l)
{
    return l->page_w < SMALL_PAGE;
}

void
layout_reduce(struct layout *l)
{
    long long w = l->page_w - l->left - l->right;

    if (w < TEXT_W)
        set_at(l, (int)(w * 1000 / TEXT_W));
}

void
layout_enlarge(struct layout *l)
{
    static const enum style running[] = {STYLE_BODY, STYLE_PROMPT, STYLE_TABLE};

    set_at(l, LARGE_PERMILLE);
    for (size_t i = 0; i < sizeof running / sizeof *running; i++) {
        struct style_def *s = &l->styles[running[i]];

        if (s->leading < LARGE_LEADING)
            s->leading = LARGE_LEADING;
    }
}

#include "layout/layout.h"

enum { LARGE_PERMILLE = 1240 };

/* Body text at 13/19: a little more leading than in proportion. */
#define LARGE_LEADING PT(15.32)

static mpt
smaller(mpt v)
{
    return (mpt)((long long)v * 1000 / LARGE_PERMILLE);
}

void
layout_enlarge(struct layout *l)
{
    static const enum style running[] = {STYLE_BODY, STYLE_PROMPT, STYLE_TABLE};

    l->enlarge = LARGE_PERMILLE;
    l->page_w = smaller(l->page_w);
    l->page_h = smaller(l->page_h);
    l->left = smaller(l->left);
    l->right = smaller(l->right);
    l->top = smaller(l->top);
    l->bottom = smaller(l->bottom);
    l->binding = smaller(l->binding);
    for (size_t i = 0; i < sizeof running / sizeof *running; i++) {
        struct style_def *s = &l->styles[running[i]];

        if (s->leading < LARGE_LEADING)
            s->leading = LARGE_LEADING;
    }
}

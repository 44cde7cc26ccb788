#include "page/running.h"

#include "page/line.h"

#include <string.h>

/* The least size, and the white space between the two ends. */
#define LEAST PT(7.5)
#define APART MM(8)

/* A text that takes no more than a third of the line gets all it asks for. */
enum { SHARE = 3 };

static struct block
running_block(struct run *run, enum style style, enum align align)
{
    struct block b = {.kind = BLOCK_TEXT, .artifact = true};

    b.as.text.style = style;
    b.as.text.align = align;
    b.as.text.min_size = LEAST;
    b.as.text.runs = run;
    b.as.text.n = run->len > 0;
    return b;
}

static mpt
natural_width(const struct galley *g, const struct block *b)
{
    if (b->as.text.n == 0)
        return 0;
    return line_width(g->metrics, b->as.text.runs, b->as.text.n,
        &g->layout->styles[b->as.text.style]);
}

/* Sets one text, and moves it to its baseline. */
static void
place_end(struct galley *g, const struct block *b, const struct running *r,
    mpt x, mpt w)
{
    int first = g->nmarks;
    mpt from = 0, to = 0;

    place_text(g, b, x, w, 0);
    for (int i = first; i < g->nmarks; i++) {
        mpt y = g->marks[i].mark.y;

        from = i == first || y < from ? y : from;
        to = y > to ? y : to;
    }
    for (int i = first; i < g->nmarks; i++) {
        g->marks[i].mark.y += r->baseline - (r->down ? from : to);
        g->marks[i].mark.block = NULL;
    }
}

void
place_running(struct galley *g, const struct running *r, mpt x, mpt w)
{
    struct run left = {.text = r->left, .len = strlen(r->left)};
    struct run right = {.text = r->right, .len = strlen(r->right)};
    struct block a = running_block(&left, r->left_style, ALIGN_LEFT);
    struct block b = running_block(&right, r->right_style, ALIGN_RIGHT);
    mpt aw = natural_width(g, &a), bw = natural_width(g, &b);
    mpt room = w - (aw > 0 && bw > 0 ? APART : 0);

    if (aw + bw > room) {
        if (bw > room / SHARE)
            bw = aw > room / SHARE ? room / SHARE : room - aw;
        aw = room - bw;
    }
    place_end(g, &a, r, x, aw);
    place_end(g, &b, r, x + w - bw, bw);
}

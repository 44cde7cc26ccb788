/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "page/running.h"

#include "page/line.h"

#include <string.h>

/* The least size where the style has none of its own, the white space between
   the two ends, and the edge of a page that printers leave white. */
#define LEAST PT(7.5)
#define EDGE MM(5)
#define APART MM(8)

/* A text that takes no more than a third of the line gets all it asks for. */
enum { SHARE = 3 };

static struct block
running_block(
    const struct galley *g, struct run *run, enum style style, enum align align)
{
    mpt least = g->layout->styles[style].min_size;

    struct block b = {.kind = BLOCK_TEXT, .artifact = true};

    b.as.text.style = style;
    b.as.text.align = align;
    b.as.text.min_size = least > 0 ? least : LEAST;
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

/* Sets one text, and moves it to its baseline.  Whether it stays off the edge
   of the page. */
static bool
place_end(struct galley *g, const struct block *b, const struct running *r,
    mpt x, mpt w)
{
    int first = g->nmarks;
    mpt from = 0, to = 0, move, size = 0;

    place_text(g, b, x, w, 0);
    for (int i = first; i < g->nmarks; i++) {
        const struct mark *m = &g->marks[i].mark;

        from = i == first || m->y < from ? m->y : from;
        to = m->y > to ? m->y : to;
        size = m->size > size ? m->size : size;
    }
    move = r->baseline - (r->down ? from : to);
    for (int i = first; i < g->nmarks; i++) {
        g->marks[i].mark.y += move;
        g->marks[i].mark.block = NULL;
    }
    return first == g->nmarks || (from + move - size >= EDGE &&
                                     to + move <= g->layout->page_h - EDGE);
}

bool
place_running(struct galley *g, const struct running *r)
{
    const struct layout *l = g->layout;
    mpt x = l->left, w = l->page_w - l->left - l->right;
    struct run left = {.text = r->left, .len = strlen(r->left)};
    struct run right = {.text = r->right, .len = strlen(r->right)};
    struct block a = running_block(g, &left, r->left_style, ALIGN_LEFT);
    struct block b = running_block(g, &right, r->right_style, ALIGN_RIGHT);
    mpt aw = natural_width(g, &a), bw = natural_width(g, &b);
    mpt room = w - (aw > 0 && bw > 0 ? APART : 0);
    bool fits;

    if (aw + bw > room) {
        if (bw > room / SHARE)
            bw = aw > room / SHARE ? room / SHARE : room - aw;
        aw = room - bw;
    }
    fits = place_end(g, &a, r, x, aw);
    return place_end(g, &b, r, x + w - bw, bw) && fits;
}

struct running
running_head(const struct look *look)
{
    return (struct running){.left_style = STYLE_HEAD,
        .right_style = STYLE_HEAD,
        .left = look->head_left,
        .right = look->head_right,
        .baseline = HEAD_BASELINE};
}

struct running
running_foot(struct arena *a, const struct doc *d, int page, int npages)
{
    /* The design's y are those of A4. */
    mpt lower = d->layout->page_h - PAGE_A4_H;
    int in_all = d->pages_in_all > 0 ? d->pages_in_all : npages;

    return (struct running){.left_style = STYLE_FOOT,
        .right_style = STYLE_PAGE,
        .left = d->foot,
        .right = arena_printf(
            a, "%d %s %d", d->pages_before + page, d->page_of, in_all),
        .baseline = FOOT_BASELINE + lower,
        .down = true};
}

/* Whether one of them fits on a page of `layout`. */
static bool
fits(struct arena *a, const struct metrics *metrics, const struct doc *doc,
    const struct layout *layout, const struct running *r)
{
    struct galley g = {.a = a,
        .metrics = metrics,
        .doc = doc,
        .layout = layout,
        .give = &give_ladder[0]};

    return place_running(&g, r);
}

/* The place of a text of the layout that is too long; none where it has none.
 */
static struct pos
place_of(const struct layout *l, const struct bitext *text, enum lang lang)
{
    struct pos at = text->t[lang].at;

    return at.src != NULL ? at : (struct pos){.src = l->src};
}

bool
running_check(struct arena *a, struct diag *d, const struct metrics *metrics,
    const struct doc *doc)
{
    const struct look own = {doc->layout, doc->head_left, doc->head_right};
    const struct running foot = running_foot(a, doc, 99, 99);
    const struct look *last = NULL;
    bool ok = true;

    if (!fits(a, metrics, doc, doc->layout, &foot)) {
        ok = diag_error(d, place_of(doc->layout, &doc->layout->foot, doc->lang),
            "L407", "the foot of the page is too long for its margin");
        diag_help(d, "shorten it: two lines have room");
    }
    for (const struct block *b = doc->root->first; b != NULL; b = b->next) {
        const struct look *look = b->look == NULL ? &own : b->look;
        struct running head = running_head(look);

        if (look != last && !fits(a, metrics, doc, look->layout, &head)) {
            ok = diag_error(d,
                place_of(look->layout, &look->layout->head_left, doc->lang),
                "L408", "the head of the page is too long for its margin");
            diag_help(d, "shorten head.left or head.right");
        }
        last = look;
    }
    return ok;
}

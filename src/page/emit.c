/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "page/emit.h"

/* A page's part of a galley. */
struct fragment {
    mpt cut, from, to; /* on the galley: what begins at `cut` or below is on
                          this page, and `from` is the top of its first piece */
    mpt y;             /* where `from` stands on the page */
    struct page *page;
    bool ours; /* the page is at the galley's step */
};

/* The fragments of the galley at a step, in order. */
static struct fragment *
make_fragments(
    struct arena *a, struct pages *pages, const struct stretch *s, int step)
{
    struct fragment *v = NEW(a, struct fragment, s->n);

    for (int k = 0; k < s->n; k++)
        v[k] =
            (struct fragment){.cut = pieces_cut(s->pieces, step, s->v[k].from),
                .from = s->pieces->top[step][s->v[k].from],
                .to = s->pieces->bottom[step][s->v[k].to - 1],
                .y = s->y[k],
                .page = &pages->v[s->page + k],
                .ours = s->v[k].step == step};
    return v;
}

/* The fragment in which `at` lies. */
static int
find_fragment(const struct fragment *v, int n, mpt at)
{
    int low = 0, high = n;

    while (high - low > 1) {
        int mid = (low + high) / 2;

        if (v[mid].cut <= at)
            low = mid;
        else
            high = mid;
    }
    return low;
}

/* A bar: on each page a piece of it. */
static void
emit_stretch(struct arena *a, const struct galley_mark *m,
    const struct fragment *v, int n)
{
    for (int i = 0; i < n; i++) {
        struct mark mark = m->mark;
        mpt top = mark.y, bottom = mark.y + mark.h;

        if (i > 0 && top < v[i].from)
            top = v[i].from;
        if (i + 1 < n && bottom > v[i].to)
            bottom = v[i].to;
        if (bottom <= top || !v[i].ours)
            continue;
        mark.y = top - v[i].from + v[i].y;
        mark.h = bottom - top;
        page_mark(a, v[i].page, mark);
    }
}

/* Whether it is shown again on a page that begins at `cut`. */
static bool
is_carried(const struct carried *c, mpt cut)
{
    return c->after < cut && cut < c->until;
}

mpt
emit_again(const struct galley *g, mpt cut)
{
    mpt h = 0;

    for (int i = 0; i < g->ncarried; i++)
        if (is_carried(&g->carried[i], cut))
            h += g->carried[i].h;
    return h;
}

/* What is shown again above and beside a piece; it was read where it stood
   first. */
static void
emit_carried(struct arena *a, const struct galley *g, const struct fragment *at)
{
    mpt y = at->y - emit_again(g, at->cut);

    for (int i = 0; i < g->ncarried; i++) {
        const struct carried *c = &g->carried[i];

        if (!is_carried(c, at->cut))
            continue;
        for (int k = 0; k < c->n; k++) {
            struct mark mark = c->marks[k];

            mark.y += y;
            page_mark(a, at->page, mark);
        }
        y += c->h;
    }
}

static void
emit_step(
    struct arena *a, const struct galley *g, const struct fragment *v, int n)
{
    for (int i = 0; i < n; i++)
        if (v[i].ours)
            emit_carried(a, g, &v[i]);
    for (int i = 0; i < g->nmarks; i++) {
        const struct galley_mark *m = &g->marks[i];
        const struct fragment *at;
        struct mark mark = m->mark;

        if (m->stretch) {
            emit_stretch(a, m, v, n);
            continue;
        }
        at = &v[find_fragment(v, n, m->at)];
        if (!at->ours ||
            (m->between && (mark.y <= at->from || mark.y >= at->to)))
            continue;
        mark.y += at->y - at->from;
        page_mark(a, at->page, mark);
    }
}

void
emit_marks(struct arena *a, struct pages *pages, const struct stretch *s)
{
    bool used[GIVE_STEPS] = {false};

    for (int k = 0; k < s->n; k++)
        used[s->v[k].step] = true;
    for (int step = 0; step < GIVE_STEPS; step++)
        if (used[step])
            emit_step(a, s->g[step], make_fragments(a, pages, s, step), s->n);
}

/* The page of the stretch on which a piece stands. */
static int
page_of_piece(const struct stretch *s, int piece)
{
    int k = 0;

    while (k + 1 < s->n && s->v[k].to <= piece)
        k++;
    return k;
}

int
emit_place(const struct stretch *s, int anchor, mpt *y)
{
    const struct pieces *p = s->pieces;
    mpt at = s->g[0]->anchors[anchor].y, from;
    int piece = 0, k, step;

    while (piece + 1 < p->n && p->bottom[0][piece] <= at)
        piece++;
    k = page_of_piece(s, piece);
    step = s->v[k].step;
    from = p->top[step][s->v[k].from];
    at = s->g[step]->anchors[anchor].y;
    *y = s->y[k] + (at > from ? at - from : 0);
    return k;
}

mpt
emit_foot(const struct stretch *s, int k)
{
    const struct best_page *v = &s->v[k];

    return s->y[k] + s->pieces->bottom[v->step][v->to - 1] -
           s->pieces->top[v->step][v->from];
}

mpt
emit_rest(const struct stretch *s)
{
    const struct best_page *v = &s->v[s->n - 1];
    mpt rest = s->g[v->step]->bottom - s->pieces->bottom[v->step][v->to - 1];

    return rest > 0 ? rest : 0;
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "page/line.h"

#include "page/box.h"
#include "page/fit.h"
#include "page/hyphen.h"
#include "page/set.h"

/* Runs become boxes on one endless line; stops are the places where that line
   may be cut; fit.c chooses among them; set.c makes a line of what stands
   between two.  An empty line in the text cuts it into sections, each broken on
   its own. */

/* How much a justified space may get wider (at ratio 1) or narrower, per mille
   of its width. */
enum { STRETCH = 250, SHRINK = 333 };

/* Breaking is tried with each of these in turn that the style allows. */
static const struct pass {
    bool hyphens;
    int ragged, justified; /* worst ratio of a line, see fit.h */
    bool poor;
} line_passes[] = {
    {false, 150, 1300, false},
    {true, 1000, 3800, true},
    {true, FIT_ANY, FIT_ANY, true},
};
enum { PASS_COUNT = sizeof line_passes / sizeof *line_passes };

static const bool line_ends[JOINT_COUNT] = {
    [JOINT_CUT] = true,
    [JOINT_SHY] = true,
    [JOINT_SPACE] = true,
    [JOINT_ROW_LONG] = true,
};

struct breaker {
    struct arena *work;
    struct type type;
    const struct style_def *style;
    const struct hyphenator *hyphen;
    int64_t width;
    struct boxes boxes; /* of this section */
    struct stop *stops;
    int nstops, stop_cap;
};

static void
line_add_stop(struct breaker *b, struct stop stop)
{
    GROW(b->work, b->stops, b->nstops, b->stop_cap, 16);
    b->stops[b->nstops++] = stop;
}

/* The stop between box i - 1 and box i, 0 < i <= n. */
static void
line_stop_joint(struct breaker *b, int i, int64_t penalty)
{
    const struct box *box = &b->boxes.v[i - 1];
    struct stop stop = {.end = box->left + box->w,
        .start = box->left + box->w,
        .penalty = penalty,
        .gaps_end = box->gaps,
        .gaps_start = box->gaps,
        .letters = box->letters + box->item.letters,
        .item = i};

    if (i < b->boxes.n) {
        const struct box *next = &b->boxes.v[i];

        stop.start = next->left;
        stop.gaps_start = next->gaps;
        stop.hyphen = next->item.joint == JOINT_SHY;
    }
    if (stop.hyphen) {
        const struct shaped *part =
            box_part(b->work, &b->type, box, 0, (int)box->item.len, true);

        stop.end = box->left + type_width(&b->type, part->glyphs, part->n);
    }
    line_add_stop(b, stop);
}

/* A stop at byte `k` of box i's word. */
static void
line_stop_hyphen(struct breaker *b, int i, int k, int64_t penalty)
{
    const struct type *t = &b->type;
    const struct box *box = &b->boxes.v[i];
    const struct shaped *left = box_part(b->work, t, box, 0, k, true);
    const struct shaped *right =
        box_part(b->work, t, box, k, (int)box->item.len, false);

    line_add_stop(b,
        (struct stop){.end = box->left + type_width(t, left->glyphs, left->n),
            .start =
                box->left + box->w - type_width(t, right->glyphs, right->n),
            .penalty = penalty,
            .gaps_end = box->gaps,
            .gaps_start = box->gaps,
            .letters = box->letters + k,
            .hyphen = true,
            .item = i,
            .cut = k});
}

/* Stops where the patterns divide box i's word.  False if a piece between them
   is too wide for a line. */
static bool
line_stop_hyphens(struct breaker *b, int i, int64_t penalty)
{
    const struct box *box = &b->boxes.v[i];
    bool inner =
        box->item.inner || (i + 1 < b->boxes.n && b->boxes.v[i + 1].item.inner);
    int64_t start = box->left;
    uint64_t points = 0;
    bool fits = true;

    if (!box->item.chip && !inner)
        points = hyphen_points(b->hyphen, box->item.text, box->item.len);
    for (int k = 1; points >> k != 0; k++) {
        const struct stop *stop;

        if ((points >> k & 1) == 0)
            continue;
        line_stop_hyphen(b, i, k, penalty);
        stop = &b->stops[b->nstops - 1];
        fits = fits && stop->end - start <= b->width;
        start = stop->start;
    }
    return fits && box->left + box->w - start <= b->width;
}

/* Stops between the glyphs of box i, for a word wider than a line. */
static void
line_stop_glyphs(struct breaker *b, int i)
{
    const struct box *box = &b->boxes.v[i];
    struct stop stop = {.penalty = 2 * FIT_EMERGENCY,
        .gaps_end = box->gaps,
        .gaps_start = box->gaps,
        .letters = box->letters,
        .item = i};
    int64_t x = box->left;

    for (int k = 0; k < box->shaped->n; k++) {
        const struct glyph *g = &box->shaped->glyphs[k];

        if (k > 0 && g->len > 0 && g->advance != 0) {
            stop.start = stop.end = x;
            stop.cut = k;
            stop.letters++;
            line_add_stop(b, stop);
        }
        x += type_width(&b->type, g, 1);
    }
}

/* Stops inside the boxes from..to-1, between which no line should end. */
static void
line_stop_inside(struct breaker *b, int from, int to, bool hyphens)
{
    const struct box *v = b->boxes.v;
    bool wide = v[to - 1].left + v[to - 1].w - v[from].left > b->width;

    for (int i = from; i < to; i++) {
        int before;

        if (wide && i > from)
            line_stop_joint(b, i, FIT_EMERGENCY);
        before = b->nstops;
        if (wide && v[i].w > b->width && !v[i].item.chip) {
            if (line_stop_hyphens(b, i, FIT_EMERGENCY))
                continue;
            b->nstops = before;
            line_stop_glyphs(b, i);
        } else if (hyphens) {
            line_stop_hyphens(b, i, 0);
        }
    }
}

static void
line_stops(struct breaker *b, bool hyphens)
{
    b->nstops = 0;
    line_add_stop(b, (struct stop){0});
    for (int from = 0, to; from < b->boxes.n; from = to) {
        for (to = from + 1; to < b->boxes.n; to++)
            if (line_ends[b->boxes.v[to].item.joint])
                break;
        line_stop_inside(b, from, to, hyphens);
        line_stop_joint(b, to, 0);
    }
}

/* Links the stops of this section's lines. */
static void
line_choose(struct breaker *b, long *tried)
{
    bool justified = b->style->justified;
    bool hyphenate = b->style->hyphenate && b->hyphen != NULL;
    int64_t space = (int64_t)b->type.space[0].advance * b->type.size;
    struct fit fit = {.width = b->width, .hyphen = b->type.size * INT64_C(500)};

    if (justified && space > 0) {
        fit.stretch = space * STRETCH / 1000 + 1;
        fit.shrink = space * SHRINK / 1000;
    }
    for (int k = hyphenate ? 0 : justified ? 1 : 2; k < PASS_COUNT; k++) {
        const struct pass *pass = &line_passes[k];

        line_stops(b, hyphenate && pass->hyphens);
        fit.worst = justified ? pass->justified : pass->ragged;
        fit.poor = pass->poor;
        if (fit_stops(&fit, b->stops, b->nstops, tried))
            return;
    }
}

void
line_break(struct arena *a, const struct metrics *m, const struct run *runs,
    int nruns, const struct style_def *style, enum lang lang, mpt width,
    struct paragraph *out)
{
    struct arena *work = m->work != NULL ? m->work : a;
    struct breaker b = {.work = work,
        .type = type_new(m, style),
        .style = style,
        .hyphen = m->hyphen[lang],
        .width = (int64_t)(width > 0 ? width : 1) * 1000};
    struct setter s = {.a = a,
        .work = work,
        .type = &b.type,
        .boxes = &b.boxes,
        .width = b.width,
        .justified = style->justified,
        .out = out};
    struct scan scan = item_scan(runs, nruns);
    struct item item;
    bool more = item_next(&scan, &item);

    *out = (struct paragraph){0};
    if (work != a)
        arena_reset(work);
    if (!more)
        set_empty(&s);
    while (more) {
        b.boxes.n = 0;
        do {
            box_add(work, &b.boxes, &b.type, &item);
            more = item_next(&scan, &item);
        } while (more && item.joint != JOINT_BREAK);
        line_choose(&b, &out->tried);
        for (int k = 0, next; (next = b.stops[k].next) >= 0; k = next) {
            bool last = b.stops[next].next < 0;

            set_line(&s, &b.stops[k], &b.stops[next], last, more || !last);
        }
    }
}

mpt
line_width(const struct metrics *m, const struct run *runs, int nruns,
    const struct style_def *style)
{
    struct type t = type_new(m, style);
    struct scan scan = item_scan(runs, nruns);
    struct item item, before = {0};
    int64_t w = 0;

    while (item_next(&scan, &item)) {
        if (before.len > 0)
            w += type_gap_width(&t, item.joint, &before);
        w += type_item_width(&t, &item, type_shape(&t, &item));
        before = item;
    }
    return box_mpt(w);
}

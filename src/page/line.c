#include "page/line.h"

#include "page/fit.h"
#include "page/hyphen.h"
#include "page/item.h"

#include <string.h>

/* Items are shaped to boxes on one endless line; stops are the places where
   that line may be cut; fit.c chooses among them; then the boxes between two
   stops are set as a line.  An empty line in the text cuts it into sections,
   each broken on its own.  Widths are kept in 1/1000 mpt, in which an advance
   (1/1000 em) times a size (mpt) is exact. */

/* Distances around chips; drawing sees them in the advances of the spaces. */
#define CHIP_GAP MM(1.0)
#define CHIP_ROW_GAP MM(0.7)

/* A justified space may get this much wider (at ratio 1) or narrower, in
   parts of its width; a line that would need GAP_MAX per space stays ragged. */
enum { STRETCH_PART = 2, SHRINK_PART = 5, GAP_MAX = 1000 };

/* Breaking is tried with the first of these that the style allows. */
static const struct pass {
    bool hyphens;
    int ragged, justified; /* worst ratio of a line, see fit.h */
    bool poor;
} line_passes[] = {
    {false, 150, 1000, false},
    {true, 1000, 3100, true},
    {true, FIT_ANY, FIT_ANY, true},
};
enum { PASS_COUNT = sizeof line_passes / sizeof *line_passes };

static const bool joint_space[JOINT_COUNT] = {[JOINT_SPACE] = true,
    [JOINT_TIE] = true,
    [JOINT_CHIP] = true,
    [JOINT_ROW] = true,
    [JOINT_ROW_LONG] = true,
    [JOINT_BREAK] = true};
static const bool joint_stretch[JOINT_COUNT] = {
    [JOINT_SPACE] = true, [JOINT_TIE] = true};
static const bool joint_ends_line[JOINT_COUNT] = {[JOINT_CUT] = true,
    [JOINT_SHY] = true,
    [JOINT_SPACE] = true,
    [JOINT_ROW_LONG] = true};

/* What a style makes of text. */
struct type {
    const struct metrics *m;
    enum face face[2]; /* plain, strong */
    mpt size, chip_size;
    int tracking; /* 1/1000 em */
    struct glyph space[2], chip_gap, row_gap;
};

/* A shaped item on the endless line. */
struct box {
    struct item item;
    const struct shaped *shaped;
    int64_t left, w;
    int gaps;    /* that stretch, before it */
    int letters; /* before it */
};

struct setter {
    struct arena *a;
    struct type type;
    const struct style_def *style;
    const struct hyphenator *hyphen;
    int64_t width;
    struct box *boxes; /* of this section */
    int n, cap;
    struct stop *stops;
    int nstops, stop_cap;
    struct glyph *glyphs; /* of the line being set */
    int nglyphs, glyph_cap;
    struct segment *segments;
    int nsegments, segment_cap;
    int64_t x;       /* where its next glyph comes */
    struct buf part; /* text of a divided word */
    struct paragraph *out;
    int line_cap;
};

/* Makes room for one more item of `size`. */
static void *
line_grow(struct arena *a, void *v, int n, int *cap, size_t size)
{
    void *more;

    if (n < *cap)
        return v;
    *cap = n < 16 ? 16 : 2 * n;
    more = arena_alloc_n(a, size, (size_t)*cap);
    if (n > 0)
        memcpy(more, v, (size_t)n * size);
    return more;
}

static int
line_clamp(int advance)
{
    if (advance > INT16_MAX)
        return INT16_MAX;
    return advance < INT16_MIN ? INT16_MIN : advance;
}

static mpt
line_mpt(int64_t w)
{
    return (mpt)((w + 999) / 1000);
}

/* Type: widths of items and joints. */

static struct glyph
type_space(const struct type *t, enum face face, int advance)
{
    struct glyph g = *t->m->shape(t->m->ctx, face, " ", 1)->glyphs;

    g.advance = (int16_t)line_clamp(advance < 0 ? g.advance : advance);
    return g;
}

static struct type
type_new(const struct metrics *m, const struct style_def *style)
{
    mpt size = style->size > 0 ? style->size : 1;
    struct type t = {.m = m, .face = {style->face, FACE_BOLD}, .size = size};

    t.chip_size = (mpt)(((int64_t)size * CHIP_SIZE_PERMILLE + 500) / 1000);
    t.tracking = (int)((int64_t)style->tracking * 1000 / size);
    t.chip_gap = type_space(&t, style->face, (int)(CHIP_GAP * 1000L / size));
    t.row_gap = type_space(&t, style->face, (int)(CHIP_ROW_GAP * 1000L / size));
    for (int strong = 0; strong < 2; strong++) {
        t.space[strong] = type_space(&t, t.face[strong], -1);
        t.space[strong].advance =
            (int16_t)line_clamp(t.space[strong].advance + t.tracking);
    }
    return t;
}

/* A glyph's advance with tracking; marks of no width keep none. */
static int
type_advance(const struct type *t, const struct glyph *g)
{
    return g->advance == 0 ? 0 : line_clamp(g->advance + t->tracking);
}

static int64_t
type_width(const struct type *t, const struct glyph *glyphs, int n)
{
    int64_t w = 0;

    for (int i = 0; i < n; i++)
        w += type_advance(t, &glyphs[i]);
    return w * t->size;
}

static const struct shaped *
type_shape(const struct type *t, bool strong, const char *s, size_t len)
{
    return t->m->shape(t->m->ctx, t->face[strong], s, len);
}

static int64_t
type_item_width(
    const struct type *t, const struct item *item, const struct shaped *shaped)
{
    if (item->chip)
        return (int64_t)shaped->width * t->chip_size + 2000 * CHIP_PAD;
    if (t->tracking == 0)
        return (int64_t)shaped->width * t->size;
    return type_width(t, shaped->glyphs, shaped->n);
}

/* The space glyph of a joint behind an item. */
static const struct glyph *
type_gap(const struct type *t, enum joint joint, const struct item *before)
{
    if (joint == JOINT_CHIP)
        return &t->chip_gap;
    if (joint == JOINT_ROW || joint == JOINT_ROW_LONG)
        return &t->row_gap;
    return &t->space[!before->chip && before->strong];
}

static int64_t
type_gap_width(
    const struct type *t, enum joint joint, const struct item *before)
{
    if (!joint_space[joint])
        return 0;
    return (int64_t)type_gap(t, joint, before)->advance * t->size;
}

/* Boxes. */

static void
line_add_box(struct setter *s, const struct item *item)
{
    struct box box = {.item = *item};

    box.shaped = type_shape(&s->type, item->strong, item->text, item->len);
    box.w = type_item_width(&s->type, item, box.shaped);
    if (s->n > 0) {
        const struct box *last = &s->boxes[s->n - 1];

        box.left = last->left + last->w +
                   type_gap_width(&s->type, item->joint, &last->item);
        box.gaps = last->gaps + joint_stretch[item->joint];
        box.letters = last->letters + last->item.letters;
    }
    s->boxes = line_grow(s->a, s->boxes, s->n, &s->cap, sizeof *s->boxes);
    s->boxes[s->n++] = box;
}

/* The part of a box's text from byte `from` to `to`, shaped anew. */
static const struct shaped *
line_shape_part(
    struct setter *s, const struct box *b, size_t from, size_t to, bool hyphen)
{
    if (!hyphen)
        return type_shape(
            &s->type, b->item.strong, b->item.text + from, to - from);
    s->part.len = 0;
    buf_add(&s->part, b->item.text + from, to - from);
    buf_puts(&s->part, "\u00ad");
    return type_shape(&s->type, b->item.strong, s->part.p, s->part.len);
}

/* Stops. */

static void
line_add_stop(struct setter *s, struct stop stop)
{
    s->stops =
        line_grow(s->a, s->stops, s->nstops, &s->stop_cap, sizeof *s->stops);
    s->stops[s->nstops++] = stop;
}

/* The stop between box i - 1 and box i, 0 < i <= n. */
static void
line_stop_joint(struct setter *s, int i, int64_t penalty)
{
    const struct box *b = &s->boxes[i - 1];
    struct stop stop = {.end = b->left + b->w,
        .penalty = penalty,
        .gaps_end = b->gaps,
        .letters = b->letters + b->item.letters,
        .item = i};

    stop.start = stop.end;
    stop.gaps_start = stop.gaps_end;
    if (i < s->n) {
        stop.start = s->boxes[i].left;
        stop.gaps_start = s->boxes[i].gaps;
        stop.hyphen = s->boxes[i].item.joint == JOINT_SHY;
    }
    if (stop.hyphen) {
        const struct shaped *part = line_shape_part(s, b, 0, b->item.len, true);

        stop.end = b->left + type_width(&s->type, part->glyphs, part->n);
    }
    line_add_stop(s, stop);
}

/* A stop at byte `k` of box i's word. */
static void
line_stop_hyphen(struct setter *s, int i, size_t k, int64_t penalty)
{
    const struct box *b = &s->boxes[i];
    const struct shaped *left = line_shape_part(s, b, 0, k, true);
    const struct shaped *right = line_shape_part(s, b, k, b->item.len, false);

    line_add_stop(s, (struct stop){.end = b->left + type_width(&s->type,
                                                        left->glyphs, left->n),
                         .start = b->left + b->w -
                                  type_width(&s->type, right->glyphs, right->n),
                         .penalty = penalty,
                         .gaps_end = b->gaps,
                         .gaps_start = b->gaps,
                         .letters = b->letters + (int)k,
                         .hyphen = true,
                         .item = i,
                         .cut = (int)k});
}

/* Stops where the patterns divide box i's word.  Returns false if a piece
   between them is too wide for a line. */
static bool
line_stop_hyphens(struct setter *s, int i, int64_t penalty)
{
    const struct box *b = &s->boxes[i];
    int64_t start = b->left;
    uint64_t points = 0;
    bool inner = b->item.inner || (i + 1 < s->n && s->boxes[i + 1].item.inner);

    if (!b->item.chip && !inner)
        points = hyphen_points(s->hyphen, b->item.text, b->item.len);
    for (size_t k = 1; points >> k != 0; k++) {
        const struct stop *stop;

        if ((points >> k & 1) == 0)
            continue;
        line_stop_hyphen(s, i, k, penalty);
        stop = &s->stops[s->nstops - 1];
        if (stop->end - start > s->width)
            return false;
        start = stop->start;
    }
    return b->left + b->w - start <= s->width;
}

/* Stops between the glyphs of box i, for a word wider than a line. */
static void
line_stop_glyphs(struct setter *s, int i)
{
    const struct box *b = &s->boxes[i];
    struct stop stop = {.penalty = 2 * FIT_EMERGENCY,
        .gaps_end = b->gaps,
        .gaps_start = b->gaps,
        .letters = b->letters,
        .item = i};
    int64_t x = b->left;

    for (int k = 0; k < b->shaped->n; k++) {
        const struct glyph *g = &b->shaped->glyphs[k];

        if (k > 0 && g->len > 0 && g->advance != 0) {
            stop.start = stop.end = x;
            stop.cut = k;
            stop.letters++;
            line_add_stop(s, stop);
        }
        x += (int64_t)type_advance(&s->type, g) * s->type.size;
    }
}

/* Stops inside the boxes from..to-1, which no line should end between. */
static void
line_stop_inside(struct setter *s, int from, int to, bool hyphens)
{
    const struct box *b = s->boxes;
    bool wide = b[to - 1].left + b[to - 1].w - b[from].left > s->width;

    for (int i = from; i < to; i++) {
        int before;

        if (wide && i > from)
            line_stop_joint(s, i, FIT_EMERGENCY);
        before = s->nstops;
        if (wide && b[i].w > s->width && !b[i].item.chip) {
            if (line_stop_hyphens(s, i, FIT_EMERGENCY))
                continue;
            s->nstops = before;
            line_stop_glyphs(s, i);
        } else if (hyphens) {
            line_stop_hyphens(s, i, 0);
        }
    }
}

static void
line_stops(struct setter *s, bool hyphens)
{
    s->nstops = 0;
    line_add_stop(s, (struct stop){0});
    for (int from = 0, to; from < s->n; from = to) {
        for (to = from + 1; to < s->n; to++)
            if (joint_ends_line[s->boxes[to].item.joint])
                break;
        line_stop_inside(s, from, to, hyphens);
        line_stop_joint(s, to, 0);
    }
}

/* Chooses the stops of this section's lines. */
static void
line_choose(struct setter *s)
{
    bool justified = s->style->justified;
    bool hyphenate = s->style->hyphenate && s->hyphen != NULL;
    int64_t space = (int64_t)s->type.space[0].advance * s->type.size;
    struct fit fit = {.width = s->width, .hyphen = s->type.size * INT64_C(500)};
    bool built = false, hyphens = false;

    if (justified && space > 0) {
        fit.stretch = space / STRETCH_PART + 1;
        fit.shrink = space / SHRINK_PART;
    }
    for (int k = hyphenate ? 0 : justified ? 1 : 2; k < PASS_COUNT; k++) {
        const struct pass *pass = &line_passes[k];

        if (!built || (hyphenate && pass->hyphens != hyphens))
            line_stops(s, hyphenate && pass->hyphens);
        built = true;
        hyphens = pass->hyphens;
        fit.worst = justified ? pass->justified : pass->ragged;
        fit.poor = pass->poor;
        if (fit_stops(&fit, s->stops, s->nstops, &s->out->tried))
            break;
    }
}

/* Setting a line: glyphs and segments are gathered in the setter, then copied
   to their places.  Until then a segment's glyphs are those behind the ones of
   the segments before it. */

static struct segment *
set_segment(struct setter *s, bool chip, enum face face, mpt size)
{
    struct segment *seg;

    if (s->nsegments > 0) {
        seg = &s->segments[s->nsegments - 1];
        if (!chip && !seg->chip && seg->face == face)
            return seg;
    }
    s->segments = line_grow(
        s->a, s->segments, s->nsegments, &s->segment_cap, sizeof *s->segments);
    seg = &s->segments[s->nsegments++];
    *seg = (struct segment){
        .chip = chip, .face = face, .size = size, .x = (mpt)(s->x / 1000)};
    return seg;
}

/* Adds glyphs to a segment; `tracking` is added to their advances. */
static void
set_glyphs(struct setter *s, struct segment *seg, const struct glyph *glyphs,
    int n, int tracking)
{
    for (int i = 0; i < n; i++) {
        struct glyph *g;

        s->glyphs = line_grow(
            s->a, s->glyphs, s->nglyphs, &s->glyph_cap, sizeof *s->glyphs);
        g = &s->glyphs[s->nglyphs++];
        *g = glyphs[i];
        if (g->advance != 0)
            g->advance = (int16_t)line_clamp(g->advance + tracking);
        s->x += (int64_t)g->advance * seg->size;
    }
    seg->nglyphs += n;
}

static void
set_chip(struct setter *s, const struct box *b)
{
    int64_t x = s->x;
    struct segment *seg = set_segment(s, true, FACE_BOLD, s->type.chip_size);

    set_glyphs(s, seg, b->shaped->glyphs, b->shaped->n, 0);
    s->x = x + b->w;
    seg->w = line_mpt(b->w);
}

static void
set_text(struct setter *s, bool strong, const struct glyph *glyphs, int n,
    int tracking)
{
    const struct type *t = &s->type;
    struct segment *seg = set_segment(s, false, t->face[strong], t->size);

    set_glyphs(s, seg, glyphs, n, tracking);
    seg->w = line_mpt(s->x) - seg->x;
}

/* The space behind box i, `extra` wider. */
static void
set_gap(struct setter *s, int i, enum joint joint, int extra)
{
    const struct item *before = &s->boxes[i].item;
    struct glyph g = *type_gap(&s->type, joint, before);

    g.advance = (int16_t)line_clamp(g.advance + extra);
    set_text(s, !before->chip && before->strong, &g, 1, 0);
}

/* What of box i stands on the line from `a` to `b`. */
static void
set_box(struct setter *s, int i, const struct stop *a, const struct stop *b)
{
    const struct box *box = &s->boxes[i];
    bool head = i == a->item && a->cut > 0; /* its beginning is gone */
    bool tail = i == b->item && b->cut > 0; /* its end is */
    bool shy = b->hyphen && (tail || (i == b->item - 1 && b->cut == 0));
    const struct shaped *shaped = box->shaped;
    int from = 0, to;

    if (box->item.chip) {
        set_chip(s, box);
        return;
    }
    if (shy || (head && a->hyphen)) {
        shaped = line_shape_part(s, box, head ? (size_t)a->cut : 0,
            tail ? (size_t)b->cut : box->item.len, shy);
        head = tail = false;
    }
    to = shaped->n;
    if (head)
        from = a->cut;
    if (tail)
        to = b->cut;
    set_text(s, box->item.strong, shaped->glyphs + from, to - from,
        s->type.tracking);
}

/* Copies what was gathered to a new line of the paragraph. */
static void
set_finish(struct setter *s, mpt w)
{
    struct paragraph *out = s->out;
    struct line *line;
    struct glyph *g = NEW(s->a, struct glyph, s->nglyphs);

    out->lines =
        line_grow(s->a, out->lines, out->n, &s->line_cap, sizeof *out->lines);
    line = &out->lines[out->n++];
    *line = (struct line){.n = s->nsegments, .w = w};
    line->segments = NEW(s->a, struct segment, s->nsegments);
    if (s->nsegments > 0)
        memcpy(line->segments, s->segments,
            (size_t)s->nsegments * sizeof *s->segments);
    if (s->nglyphs > 0)
        memcpy(g, s->glyphs, (size_t)s->nglyphs * sizeof *g);
    for (int k = 0; k < line->n; k++) {
        line->segments[k].glyphs = g;
        g += line->segments[k].nglyphs;
    }
    s->nsegments = s->nglyphs = 0;
    s->x = 0;
}

/* How much wider the spaces of a justified line are together, 1/1000 em. */
static int64_t
set_extra(const struct setter *s, const struct stop *a, const struct stop *b)
{
    int64_t slack = s->width - (b->end - a->start), size = s->type.size;
    int64_t gaps = b->gaps_end - a->gaps_start, extra;

    if (!s->style->justified || gaps == 0)
        return 0;
    if (slack >= 0 && b->next < 0)
        return 0;
    extra = slack >= 0 ? slack / size : -((size - 1 - slack) / size);
    return extra > gaps * GAP_MAX ? 0 : extra;
}

/* The space at a line's end, which is no part of what is printed. */
static void
set_end_space(struct setter *s, int i, enum joint joint)
{
    mpt w = line_mpt(s->x);
    struct segment *seg;

    set_gap(s, i, joint, 0);
    seg = &s->segments[s->nsegments - 1];
    seg->w = w - seg->x;
}

/* Sets the line between two stops.  `more` says whether text follows. */
static void
set_line(
    struct setter *s, const struct stop *a, const struct stop *b, bool more)
{
    int64_t extra = set_extra(s, a, b), given = 0;
    int gaps = b->gaps_end - a->gaps_start, gap = 0;
    int last = b->cut > 0 ? b->item : b->item - 1;
    mpt w;

    for (int i = a->item; i <= last; i++) {
        enum joint joint = i > a->item ? s->boxes[i].item.joint : JOINT_NONE;
        int64_t due = given;

        if (joint_stretch[joint])
            due = extra * ++gap / gaps;
        if (joint_space[joint])
            set_gap(s, i - 1, joint, (int)(due - given));
        given = due;
        set_box(s, i, a, b);
    }
    w = line_mpt(s->x);
    if (b->cut == 0 && more) {
        enum joint joint =
            b->item < s->n ? s->boxes[b->item].item.joint : JOINT_BREAK;

        if (joint_space[joint])
            set_end_space(s, last, joint);
    }
    set_finish(s, w);
}

void
line_break(struct arena *a, const struct metrics *m, const struct run *runs,
    int nruns, const struct style_def *style, enum lang lang, mpt width,
    struct paragraph *out)
{
    struct setter s = {.a = a,
        .type = type_new(m, style),
        .style = style,
        .hyphen = m->hyphen[lang],
        .width = (int64_t)(width > 0 ? width : 1) * 1000,
        .part = buf_new(a),
        .out = out};
    struct scan scan = item_scan(runs, nruns);
    struct item item;
    bool more = item_next(&scan, &item);

    *out = (struct paragraph){0};
    while (more) {
        const struct stop *stop;

        s.n = 0;
        do {
            line_add_box(&s, &item);
            more = item_next(&scan, &item);
        } while (more && item.joint != JOINT_BREAK);
        line_choose(&s);
        for (stop = s.stops; stop->next >= 0; stop = &s.stops[stop->next]) {
            const struct stop *end = &s.stops[stop->next];

            set_line(&s, stop, end, more || end->next >= 0);
        }
    }
    if (out->n == 0)
        set_finish(&s, 0);
}

mpt
line_width(const struct metrics *m, const struct run *runs, int nruns,
    const struct style_def *style)
{
    struct type t = type_new(m, style);
    struct scan scan = item_scan(runs, nruns);
    struct item item, last = {0};
    int64_t w = 0;

    while (item_next(&scan, &item)) {
        const struct shaped *shaped =
            type_shape(&t, item.strong, item.text, item.len);

        if (w > 0)
            w += type_gap_width(&t, item.joint, &last);
        w += type_item_width(&t, &item, shaped);
        last = item;
    }
    return line_mpt(w);
}

#include "page/galley.h"

#include "page/line.h"

#include <string.h>

/* Each kind of block knows how to set itself at a given place; what it needs
   from its surroundings is the column and the top.  Marks carry their final
   look, so nothing is measured again when they are drawn. */

/* Chip: a rounded box around a question's number (report-design 3), for a
   surrounding size of 10.5 pt; it grows with that size. */
#define CHIP_H MM(3.7)
#define CHIP_RISE MM(2.95)
#define CHIP_RADIUS MM(1.1)
#define CHIP_LIFT MM(0.2)
#define CHIP_LINE PT(0.5)
#define CHIP_BASE PT(10.5)

/* Three words in a row: white space between them, and how they shrink. */
#define WORDS_GAP_MAX MM(22)
#define WORDS_GAP_MIN MM(12)
#define WORDS_STEP PT(0.5)
#define DIVIDER_WEIGHT PT(0.5)

#define WRITING_WEIGHT PT(0.45)

static void *
galley_grow(struct arena *a, void *v, int n, int *cap, size_t size)
{
    void *more;

    if (n < *cap)
        return v;
    *cap = *cap == 0 ? 256 : *cap * 2;
    more = arena_alloc_n(a, size, (size_t)*cap);
    if (n > 0)
        memcpy(more, v, (size_t)n * size);
    return more;
}

/* Adds a mark of `b` that belongs to the atom at `at`; returns its index. */
static int
galley_mark(struct galley *g, const struct block *b, mpt at, struct mark mark)
{
    mark.block = b;
    if (b == NULL || b->artifact)
        mark.artifact = true;
    g->marks = galley_grow(
        g->a, g->marks, g->nmarks, &g->capmarks, sizeof(struct galley_mark));
    g->marks[g->nmarks] = (struct galley_mark){.mark = mark, .at = at};
    return g->nmarks++;
}

static void
galley_atom(struct galley *g, mpt top, mpt bottom, bool soft)
{
    g->atoms = galley_grow(
        g->a, g->atoms, g->natoms, &g->capatoms, sizeof(struct atom));
    g->atoms[g->natoms++] =
        (struct atom){.top = top, .bottom = bottom, .soft = soft};
}

static void
galley_anchor(struct galley *g, const struct block *b, mpt y)
{
    g->anchors = galley_grow(
        g->a, g->anchors, g->nanchors, &g->capanchors, sizeof(struct anchor));
    g->anchors[g->nanchors++] = (struct anchor){.block = b, .y = y};
}

static int
galley_color(const struct galley *g, enum color color)
{
    return color == COLOR_NONE ? -1 : g->doc->layout->colors[color];
}

static mpt
half_of(mpt v)
{
    return v / 2;
}

/* From the top of a line to its baseline (report-design, coordinates). */
static mpt
first_baseline(const struct style_def *s)
{
    return half_of(s->leading) + (mpt)((long long)s->size * 35 / 100);
}

static mpt
scaled(mpt v, mpt size, mpt base)
{
    return (mpt)((long long)v * size / base);
}

/* Text -------------------------------------------------------------- */

static const char *
page_number(struct galley *g, const struct run *r)
{
    for (int i = 0; i < g->nrefs; i++)
        if (strlen(g->refs[i].kind) == r->len &&
            memcmp(g->refs[i].kind, r->text, r->len) == 0)
            return arena_printf(g->a, "%d", g->refs[i].page);
    return "?";
}

/* The runs with page numbers filled in. */
static const struct run *
resolved_runs(struct galley *g, const struct block *b)
{
    struct run *copy = NULL;

    for (int i = 0; i < b->as.text.n; i++) {
        const struct run *r = &b->as.text.runs[i];

        if (r->kind != RUN_PAGE)
            continue;
        if (copy == NULL) {
            copy = NEW(g->a, struct run, b->as.text.n);
            memcpy(copy, b->as.text.runs, (size_t)b->as.text.n * sizeof *copy);
        }
        copy[i].kind = RUN_TEXT;
        copy[i].text = page_number(g, r);
        copy[i].len = strlen(copy[i].text);
    }
    return copy != NULL ? copy : b->as.text.runs;
}

/* The style shrunk so that `width` fits in `w`, but not below its least
   size. */
static void
shrink_style(struct style_def *s, mpt width, mpt w)
{
    mpt size = s->size;

    if (s->min_size == 0 || width <= w)
        return;
    size = (mpt)((long long)size * w / width) / 250 * 250;
    if (size < s->min_size)
        size = s->min_size;
    s->leading = scaled(s->leading, size, s->size);
    s->size = size;
}

static void
place_chip(struct galley *g, const struct block *b, const struct segment *s,
    mpt x, mpt baseline, mpt size, mpt at)
{
    mpt radius = scaled(CHIP_RADIUS, size, CHIP_BASE);

    galley_mark(g, b, at,
        (struct mark){.kind = MARK_RECT,
            .x = x + s->x,
            .y = baseline - scaled(CHIP_RISE, size, CHIP_BASE),
            .w = s->w,
            .h = scaled(CHIP_H, size, CHIP_BASE),
            .fill = -1,
            .stroke = galley_color(g, COLOR_SLATE),
            .weight = CHIP_LINE,
            .radius = radius});
    galley_mark(g, b, at,
        (struct mark){.kind = MARK_GLYPHS,
            .x = x + s->x + CHIP_PAD,
            .y = baseline - scaled(CHIP_LIFT, size, CHIP_BASE),
            .w = s->w - 2 * CHIP_PAD,
            .size = s->size,
            .fill = galley_color(g, COLOR_SLATE),
            .stroke = -1,
            .glyphs = s->glyphs,
            .nglyphs = s->nglyphs});
}

static void
place_line(struct galley *g, const struct block *b, const struct line *line,
    const struct style_def *style, mpt x, mpt baseline, mpt at)
{
    enum color ink =
        b->as.text.ink == COLOR_NONE ? style->color : b->as.text.ink;

    for (int i = 0; i < line->n; i++) {
        const struct segment *s = &line->segments[i];

        if (s->chip) {
            place_chip(g, b, s, x, baseline, style->size, at);
            continue;
        }
        galley_mark(g, b, at,
            (struct mark){.kind = MARK_GLYPHS,
                .x = x + s->x,
                .y = baseline,
                .w = s->w,
                .size = s->size,
                .fill = galley_color(g, ink),
                .stroke = -1,
                .glyphs = s->glyphs,
                .nglyphs = s->nglyphs});
    }
}

/* Lines that may not be parted: the first `orphans` and the last `widows` of
   a paragraph stand in one atom each. */
static void
text_atoms(struct galley *g, const struct style_def *s, int n, mpt y)
{
    int head = s->orphans < 1 ? 1 : s->orphans;
    int tail = s->widows < 1 ? 1 : s->widows;

    if (head + tail > n) {
        galley_atom(g, y, y + n * s->leading, false);
        return;
    }
    galley_atom(g, y, y + head * s->leading, false);
    for (int i = head; i < n - tail; i++)
        galley_atom(g, y + i * s->leading, y + (i + 1) * s->leading, false);
    galley_atom(g, y + (n - tail) * s->leading, y + n * s->leading, false);
}

static mpt
place_text(struct galley *g, const struct block *b, mpt x, mpt w, mpt y)
{
    struct style_def style = g->doc->layout->styles[b->as.text.style];
    const struct run *runs = resolved_runs(g, b);
    struct paragraph p;

    if (style.min_size > 0)
        shrink_style(
            &style, line_width(g->metrics, runs, b->as.text.n, &style), w);
    line_break(
        g->a, g->metrics, runs, b->as.text.n, &style, g->doc->lang, w, &p);
    for (int i = 0; i < p.n; i++) {
        mpt at = y + i * style.leading, dx = 0;

        if (b->as.text.align != ALIGN_LEFT)
            dx = w - p.lines[i].w;
        if (b->as.text.align == ALIGN_CENTER)
            dx = half_of(dx);
        place_line(
            g, b, &p.lines[i], &style, x + dx, at + first_baseline(&style), at);
    }
    text_atoms(g, &style, p.n, y);
    return y + p.n * style.leading;
}

/* Words ------------------------------------------------------------- */

/* Sum of the words' widths, and the widest. */
static mpt
words_width(const struct galley *g, const struct block *b,
    const struct style_def *style, mpt *widest)
{
    mpt sum = 0;

    *widest = 0;
    for (int i = 0; i < b->as.text.n; i++) {
        mpt w = line_width(g->metrics, &b->as.text.runs[i], 1, style);

        sum += w;
        if (w > *widest)
            *widest = w;
    }
    return sum;
}

static void
place_word(struct galley *g, const struct block *b, int i,
    const struct style_def *style, mpt x, mpt w, mpt y)
{
    struct paragraph p;

    line_break(
        g->a, g->metrics, &b->as.text.runs[i], 1, style, g->doc->lang, w, &p);
    for (int k = 0; k < p.n; k++)
        place_line(g, b, &p.lines[k], style, x,
            y + k * style->leading + first_baseline(style), y);
}

static void
words_in_row(struct galley *g, const struct block *b,
    const struct style_def *style, mpt x, mpt w, mpt sum, mpt y)
{
    int n = b->as.text.n;
    mpt gap = n > 1 ? (w - sum) / (n - 1) : 0;
    mpt baseline = y + first_baseline(style);

    if (gap > WORDS_GAP_MAX)
        gap = WORDS_GAP_MAX;
    for (int i = 0; i < n; i++) {
        mpt width = line_width(g->metrics, &b->as.text.runs[i], 1, style);

        if (i > 0) {
            int d = galley_mark(g, b, y,
                (struct mark){.kind = MARK_LINE,
                    .x = x - half_of(gap),
                    .y = baseline - scaled(style->size, 80, 100),
                    .h = style->size,
                    .fill = -1,
                    .stroke = galley_color(g, COLOR_RULE),
                    .weight = DIVIDER_WEIGHT});

            g->marks[d].mark.artifact = true;
        }
        place_word(g, b, i, style, x, width, y);
        x += width + gap;
    }
}

static mpt
place_words(struct galley *g, const struct block *b, mpt x, mpt w, mpt y)
{
    struct style_def style = g->doc->layout->styles[b->as.text.style];
    mpt leading = style.leading, size = style.size, widest, sum, top = y;
    mpt room = w - WORDS_GAP_MIN * (b->as.text.n - 1);

    sum = words_width(g, b, &style, &widest);
    while (sum > room && style.size - WORDS_STEP >= style.min_size) {
        style.size -= WORDS_STEP;
        sum = words_width(g, b, &style, &widest);
    }
    if (sum <= room) { /* the row keeps its height and baseline */
        mpt drop = first_baseline(&style);
        struct style_def full = g->doc->layout->styles[b->as.text.style];

        words_in_row(g, b, &style, x, w, sum, y + first_baseline(&full) - drop);
        galley_atom(g, top, y + leading, false);
        return y + leading;
    }
    style.leading = scaled(leading, style.size, size);
    for (int i = 0; i < b->as.text.n; i++, y += style.leading)
        place_word(g, b, i, &style, x, w, y);
    galley_atom(g, top, y, false);
    return y;
}

/* Rules, lines, figures --------------------------------------------- */

static mpt
place_rule(struct galley *g, const struct block *b, mpt x, mpt w, mpt y)
{
    galley_mark(g, b, y,
        (struct mark){.kind = MARK_LINE,
            .x = x,
            .y = y,
            .w = w,
            .fill = -1,
            .stroke = galley_color(g, b->as.rule.color),
            .weight = b->as.rule.weight});
    galley_atom(g, y, y + b->as.rule.weight, false);
    return y;
}

static mpt
place_lines(struct galley *g, const struct block *b, mpt x, mpt w, mpt y)
{
    int n = b->as.lines.n > 0 ? b->as.lines.n : g->fill_lines;

    for (int i = 0; i < n; i++) {
        galley_mark(g, b, y,
            (struct mark){.kind = MARK_LINE,
                .x = x,
                .y = y + b->as.lines.pitch,
                .w = w,
                .fill = -1,
                .stroke = galley_color(g, COLOR_LINE),
                .weight = WRITING_WEIGHT});
        galley_atom(g, y, y + b->as.lines.pitch, false);
        y += b->as.lines.pitch;
    }
    return y;
}

static void
place_shaped(struct galley *g, const struct block *b, mpt x, mpt y,
    enum align align, const struct style_def *style, enum color ink,
    const char *s, mpt at)
{
    const struct shaped *shaped =
        g->metrics->shape(g->metrics->ctx, style->face, s, strlen(s));
    mpt w = (mpt)((long long)shaped->width * style->size / 1000);

    if (align == ALIGN_RIGHT)
        x -= w;
    else if (align == ALIGN_CENTER)
        x -= half_of(w);
    galley_mark(g, b, at,
        (struct mark){.kind = MARK_GLYPHS,
            .x = x,
            .y = y,
            .w = w,
            .size = style->size,
            .fill = galley_color(g, ink == COLOR_NONE ? style->color : ink),
            .stroke = -1,
            .glyphs = shaped->glyphs,
            .nglyphs = shaped->n});
}

void
place_string(struct galley *g, const struct block *block, mpt x, mpt y,
    enum align align, enum style style, enum color ink, const char *s)
{
    if (*s != '\0')
        place_shaped(
            g, block, x, y, align, &g->doc->layout->styles[style], ink, s, y);
}

static void
place_shape(struct galley *g, const struct block *b, const struct shape *s,
    mpt x, mpt y)
{
    static const enum mark_kind kinds[] = {
        [SHAPE_RECT] = MARK_RECT,
        [SHAPE_LINE] = MARK_LINE,
        [SHAPE_DISC] = MARK_DISC,
        [SHAPE_DIAMOND] = MARK_DIAMOND,
        [SHAPE_TRIANGLE] = MARK_TRIANGLE,
    };
    int i;

    if (s->kind == SHAPE_TEXT) {
        place_shaped(g, b, x + s->x, y + s->y, s->align,
            &g->doc->layout->styles[s->style], s->ink, s->text, y);
        i = g->nmarks - 1;
    } else {
        i = galley_mark(g, b, y,
            (struct mark){.kind = kinds[s->kind],
                .x = x + s->x,
                .y = y + s->y,
                .w = s->w,
                .h = s->h,
                .fill = galley_color(g, s->fill),
                .stroke = galley_color(g, s->stroke),
                .weight = s->weight,
                .radius = s->radius,
                .dash = s->dash});
    }
    if (s->artifact)
        g->marks[i].mark.artifact = true;
}

static mpt
place_figure(struct galley *g, const struct block *b, mpt x, mpt y)
{
    for (int i = 0; i < b->as.figure.n; i++)
        place_shape(g, b, &b->as.figure.v[i], x, y);
    if (b->as.figure.h > 0)
        galley_atom(g, y, y + b->as.figure.h, false);
    return y + b->as.figure.h;
}

/* Groups and columns ------------------------------------------------ */

/* Ties what stands from `top` on to the beginning of what was placed as the
   atoms from `first` on. */
static void
keep_with_next(struct galley *g, mpt top, int first)
{
    const struct atom *hard = NULL, *soft = NULL;

    for (int i = first; i < g->natoms; i++) {
        const struct atom *t = &g->atoms[i];
        const struct atom **best = t->soft ? &soft : &hard;

        if (*best == NULL || t->top < (*best)->top ||
            (t->top == (*best)->top && t->bottom < (*best)->bottom))
            *best = t;
    }
    if (hard != NULL)
        galley_atom(g, top, hard->bottom, false);
    if (soft != NULL && (hard == NULL || soft->top <= hard->top))
        galley_atom(g, top, soft->bottom, true);
}

mpt
place_children(struct galley *g, const struct block *first,
    const struct block *stop, mpt y, mpt x, mpt w)
{
    const struct block *before = NULL;
    mpt before_top = 0;

    for (const struct block *c = first; c != stop; c = c->next) {
        int atoms = g->natoms;
        mpt top = y + c->before;

        if (c->notes)
            continue;
        y = place_block(g, c, x, w, top) + c->after;
        if (before != NULL && before->keep_next)
            keep_with_next(g, before_top, atoms);
        before = c;
        before_top = top;
    }
    return y;
}

static mpt
place_columns(struct galley *g, const struct block *b, mpt x, mpt w, mpt y)
{
    mpt bottom = y;

    for (const struct block *c = b->first; c != NULL; c = c->next) {
        mpt end = place_block(g, c, x, w, y + c->before) + c->after;

        if (end > bottom)
            bottom = end;
    }
    return bottom;
}

static mpt
place_kind(struct galley *g, const struct block *b, mpt x, mpt w, mpt y)
{
    switch (b->kind) {
    case BLOCK_GROUP:
        return place_children(g, b->first, NULL, y, x, w);
    case BLOCK_COLUMNS:
        return place_columns(g, b, x, w, y);
    case BLOCK_TEXT:
        return place_text(g, b, x, w, y);
    case BLOCK_WORDS:
        return place_words(g, b, x, w, y);
    case BLOCK_RULE:
        return place_rule(g, b, x, w, y);
    case BLOCK_LINES:
        return place_lines(g, b, x, w, y);
    case BLOCK_FIGURE:
        return place_figure(g, b, x, y);
    }
    return y;
}

static void
place_bar(struct galley *g, const struct bar *bar, mpt x, mpt y)
{
    int i = galley_mark(g, NULL, y + bar->top,
        (struct mark){.kind = MARK_RECT,
            .x = x + bar->x,
            .y = y + bar->top,
            .w = bar->w,
            .fill = galley_color(g, bar->color),
            .stroke = -1});

    g->marks[i].stretch = true;
}

mpt
place_block(struct galley *g, const struct block *b, mpt x, mpt w, mpt y)
{
    int bars = g->nmarks;
    mpt bottom;

    x += b->x;
    w = b->w > 0 ? b->w : w - b->x;
    if (b->section != NULL || b->bookmark != NULL)
        galley_anchor(g, b, y);
    for (int i = 0; i < b->nbars; i++)
        place_bar(g, &b->bars[i], x, y);
    bottom = place_kind(g, b, x, w, y);
    if (bottom < y + b->min_h)
        bottom = y + b->min_h;
    for (int i = 0; i < b->nbars; i++) {
        struct mark *m = &g->marks[bars + i].mark;

        m->h = bottom - b->bars[i].bottom - m->y;
    }
    if (b->keep && bottom > y)
        galley_atom(g, y, bottom, true);
    return bottom;
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "page/galley.h"

#include "page/kept.h"
#include "page/line.h"

#include <string.h>

/* Setting paragraphs, chips and rows of words. */

/* Chip: a rounded box around a question's number, for a
   surrounding size of 10.5 pt; it grows with that size. */
#define CHIP_H MM(3.7)
#define CHIP_RISE MM(2.95)
#define CHIP_RADIUS MM(1.1)
#define CHIP_LIFT MM(0.2)
#define CHIP_LINE PT(0.5)
#define CHIP_BASE PT(10.5)

/* Lines under text: below the baseline, and one below the other, for a
   surrounding size of 10.5 pt. */
#define UNDER_FIRST PT(2.7)
#define UNDER_STEP PT(1.75)

/* Between a text and the column beside it. */
#define BESIDE_GAP MM(2.5)

/* Three words in a row: white space between them, and how they shrink. */
#define WORDS_GAP_MAX MM(22)
#define WORDS_GAP_MIN MM(12)
#define WORDS_GAP_BASE PT(30) /* at that size; smaller words stand closer */
#define WORDS_STEP PT(0.5)
#define DIVIDER_WEIGHT PT(0.5)

static mpt
half_of(mpt v)
{
    return v / 2;
}

/* From the top of a line to its baseline. */
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
    if (r->kind == RUN_PAGES)
        return arena_printf(g->a, "%d", g->npages);
    for (int i = 0; i < g->nrefs; i++) {
        const struct block *b = g->refs[i].block;

        if (r->of != NULL
                ? b == r->of
                : b->section != NULL && strlen(b->section) == r->len &&
                      memcmp(b->section, r->text, r->len) == 0)
            return arena_printf(g->a, "%d", g->refs[i].page);
    }
    return "?";
}

/* The runs with page numbers filled in. */
static const struct run *
resolved_runs(struct galley *g, const struct block *b)
{
    struct run *copy = NULL;

    for (int i = 0; i < b->as.text.n; i++) {
        const struct run *r = &b->as.text.runs[i];

        if (r->kind != RUN_PAGE && r->kind != RUN_PAGES)
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
            place_chip(
                g, s->of != NULL ? s->of : b, s, x, baseline, style->size, at);
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

/* All lines that stand under the text of a block. */
static unsigned
lines_under(const struct block *b)
{
    unsigned all = 0;

    for (int i = 0; i < b->as.text.n; i++)
        all |= b->as.text.runs[i].under;
    return all;
}

static void
place_stroke(struct galley *g, const struct block *b, int bit, mpt x, mpt y,
    mpt w, mpt at)
{
    const struct underline *u = &g->doc->underlines[bit];

    galley_mark(g, b, at,
        (struct mark){.kind = MARK_LINE,
            .x = x,
            .y = y,
            .w = w,
            .fill = -1,
            .stroke = galley_color(g, u->color),
            .weight = u->weight,
            .dash = u->dash});
}

/* The lines under one line of text.  A line goes on unbroken from one segment
   to the next; where a text has several kinds each keeps its height. */
static void
place_underlines(struct galley *g, const struct block *b, unsigned all,
    const struct line *line, mpt size, mpt x, mpt baseline, mpt at)
{
    mpt y = baseline + scaled(UNDER_FIRST, size, CHIP_BASE);

    for (int bit = 0; bit < UNDERLINES; bit++) {
        unsigned mask = 1u << bit;

        if ((all & mask) == 0)
            continue;
        for (int i = 0; i < line->n; i++) {
            mpt left = line->segments[i].x, right;

            if ((line->segments[i].under & mask) == 0)
                continue;
            while (i + 1 < line->n && (line->segments[i + 1].under & mask) != 0)
                i++;
            right = line->segments[i].x + line->segments[i].w;
            place_stroke(g, b, bit, x + left, y, right - left, at);
        }
        y += scaled(UNDER_STEP, size, CHIP_BASE);
    }
}

/* One block of the margin, on one line; set smaller where it is too wide. */
static void
place_beside(
    struct galley *g, const struct block *c, mpt x, mpt baseline, mpt w, mpt at)
{
    struct style_def style = g->layout->styles[c->as.text.style];
    const struct run *runs = resolved_runs(g, c);
    struct paragraph p;
    mpt width = line_width(g->metrics, runs, c->as.text.n, &style);

    if (width > w)
        style.size = (mpt)((long long)style.size * w / width);
    line_break(g->a, g->metrics, runs, c->as.text.n, &style, g->doc->lang,
        MM(100), &p);
    place_line(g, c, &p.lines[0], &style, x, baseline, at);
    place_underlines(
        g, c, lines_under(c), &p.lines[0], style.size, x, baseline, at);
}

/* The children of a text in its margin, each on the line where its run begins,
   or lower where that line has one already.  Returns the foot of the last. */
static mpt
place_margin(struct galley *g, const struct block *b, const struct paragraph *p,
    const struct style_def *style, mpt x, mpt w, mpt y)
{
    const struct block *c = b->first;
    int row = 0;

    for (int i = 0; i < p->n; i++)
        for (int k = 0; k < p->lines[i].beside && c != NULL; k++, c = c->next) {
            mpt at;

            row = row < i ? i : row;
            at = y + row * style->leading;
            if (row >= p->n)
                galley_atom(g, at, at + style->leading, false);
            if (!g->measures)
                place_beside(g, c, x, at + first_baseline(style), w, at);
            row++;
        }
    return y + row * style->leading;
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

/* The language that a block's words are divided by; no words are where none is
   known. */
static enum lang
block_lang(const struct galley *g, const struct block *b, struct style_def *s)
{
    for (int i = 0; b->lang != NULL && i < LANG_COUNT; i++)
        if (strcmp(lang_code[i], b->lang) == 0)
            return (enum lang)i;
    s->hyphenate = s->hyphenate && b->lang == NULL;
    return g->doc->lang;
}

/* The style as large as the paragraph can be set in it, and its lines. */
static void
fit_lines(struct galley *g, const struct block *b, const struct run *runs,
    struct style_def *style, enum lang lang, mpt w, struct paragraph *p)
{
    mpt less = b->as.text.less_size;

    if (style->min_size > 0)
        shrink_style(
            style, line_width(g->metrics, runs, b->as.text.n, style), w);
    line_break(g->a, g->metrics, runs, b->as.text.n, style, lang, w, p);
    if (less == 0 || p->n <= b->as.text.less_above)
        return;
    style->leading = scaled(style->leading, less, style->size);
    style->size = less;
    line_break(g->a, g->metrics, runs, b->as.text.n, style, lang, w, p);
}

/* The lines of a paragraph, and its style as they are set.  What names a page
   is set anew each time: the number may be another. */
static struct paragraph
set_lines(struct galley *g, const struct block *b, const struct run *runs,
    struct style_def *style, enum lang lang, mpt w)
{
    struct kept_text fresh = {.p = {0}}, *k = &fresh;

    if (g->kept != NULL && runs == b->as.text.runs)
        k = kept_find(g->a, g->kept, b, w);
    if (k->p.n == 0) {
        fit_lines(g, b, runs, style, lang, w, &k->p);
        k->size = style->size;
        k->leading = style->leading;
    }
    style->size = k->size;
    style->leading = k->leading;
    return k->p;
}

mpt
place_text(struct galley *g, const struct block *b, mpt x, mpt w, mpt y)
{
    struct style_def style = g->layout->styles[b->as.text.style];
    enum lang lang = block_lang(g, b, &style);
    const struct run *runs = resolved_runs(g, b);
    unsigned all = lines_under(b);
    mpt margin = b->as.text.margin, bottom;
    struct paragraph p;

    if (b->as.text.n == 0)
        return y;
    w -= margin > 0 ? margin + BESIDE_GAP : 0;
    if (b->as.text.min_size > 0)
        style.min_size = b->as.text.min_size;
    p = set_lines(g, b, runs, &style, lang, w);
    if (p.n > 1)
        style.leading -= galley_given(g, b->as.text.tight);
    if (b->as.text.middle) {
        mpt rise = half_of((p.n - 1) * style.leading);

        y -= rise < b->before ? rise : b->before;
    }
    for (int i = 0; i < p.n && !g->measures; i++) {
        mpt at = y + i * style.leading, dx = 0;

        if (b->as.text.align != ALIGN_LEFT)
            dx = w - p.lines[i].w;
        if (b->as.text.align == ALIGN_CENTER)
            dx = half_of(dx);
        place_line(
            g, b, &p.lines[i], &style, x + dx, at + first_baseline(&style), at);
        place_underlines(g, b, all, &p.lines[i], style.size, x + dx,
            at + first_baseline(&style), at);
    }
    text_atoms(g, &style, p.n, y);
    bottom = place_margin(g, b, &p, &style, x + w + BESIDE_GAP, margin, y);
    y += p.n * style.leading;
    return bottom > y ? bottom : y;
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

/* A word of the row, and behind all but the last a space that is there only
   for who extracts the text. */
static void
place_word(struct galley *g, const struct block *b, int i,
    const struct style_def *style, mpt x, mpt w, mpt y)
{
    const struct shaped *space =
        g->metrics->shape(g->metrics->ctx, style->face, " ", 1);
    struct paragraph p;
    mpt baseline = y;

    line_break(
        g->a, g->metrics, &b->as.text.runs[i], 1, style, g->doc->lang, w, &p);
    for (int k = 0; k < p.n; k++) {
        baseline = y + k * style->leading + first_baseline(style);
        place_line(g, b, &p.lines[k], style, x, baseline, y);
    }
    if (i + 1 < b->as.text.n)
        galley_mark(g, b, y,
            (struct mark){.kind = MARK_GLYPHS,
                .x = x + p.lines[p.n - 1].w,
                .y = baseline,
                .size = style->size,
                .fill = galley_color(g, style->color),
                .stroke = -1,
                .glyphs = space->glyphs,
                .nglyphs = space->n});
}

/* White space between the words of a style. */
static mpt
words_gap(const struct galley *g, const struct block *b, mpt gap)
{
    return scaled(
        gap, g->layout->styles[b->as.text.style].size, WORDS_GAP_BASE);
}

static void
words_in_row(struct galley *g, const struct block *b,
    const struct style_def *style, mpt x, mpt w, mpt sum, mpt y)
{
    int n = b->as.text.n;
    mpt gap = n > 1 ? (w - sum) / (n - 1) : 0;
    mpt baseline = y + first_baseline(style);

    if (gap > words_gap(g, b, WORDS_GAP_MAX))
        gap = words_gap(g, b, WORDS_GAP_MAX);
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

mpt
place_words(struct galley *g, const struct block *b, mpt x, mpt w, mpt y)
{
    struct style_def style = g->layout->styles[b->as.text.style];
    mpt leading = style.leading, size = style.size, widest, sum, top = y;
    mpt room = w - words_gap(g, b, WORDS_GAP_MIN) * (b->as.text.n - 1);

    sum = words_width(g, b, &style, &widest);
    while (sum > room && style.size - WORDS_STEP >= style.min_size) {
        style.size -= WORDS_STEP;
        sum = words_width(g, b, &style, &widest);
    }
    if (sum <= room) { /* the row keeps its height and baseline */
        mpt drop = first_baseline(&style);
        struct style_def full = g->layout->styles[b->as.text.style];

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

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/chart.h"

#include "method/fill.h"
#include "report/words.h"

#include <string.h>

/* Sizes of the charts. */
#define BAND_GAP PT(1.2)
#define ROW_WEIGHT PT(0.5)
#define TICK MM(0.8)
#define ROW_DASH PT(2)
#define SPREAD_OUT MM(1.3)
#define SPREAD_H MM(2.6)
#define SPREAD_OUTLINE PT(0.5) /* what a bad copier leaves of a light fill */
#define AXIS_SMALL MM(22)
#define OUTLINE PT(1.5)
#define CONNECTOR PT(1.8)

enum color
chart_color(const struct group *g, enum color_part part)
{
    return (enum color)((int)COLOR_BLUE + 4 * (int)g->color + (int)part);
}

enum color
chart_tint(int i, int n)
{
    static const enum color tints[BAND_MAX + 1][BAND_MAX] = {
        [2] = {COLOR_BAND1, COLOR_BAND5},
        [3] = {COLOR_BAND1, COLOR_BAND3, COLOR_BAND5},
        [4] = {COLOR_BAND1, COLOR_BAND2, COLOR_BAND4, COLOR_BAND5},
        [5] = {COLOR_BAND1, COLOR_BAND2, COLOR_BAND3, COLOR_BAND4, COLOR_BAND5},
    };

    return tints[n][i];
}

struct track
chart_track(const struct rules *r, int scale, mpt w, mpt h)
{
    struct track t = {.w = w,
        .h = h,
        .min = r->scales[scale].min,
        .max = r->scales[scale].max,
        .step = r->half_points ? 500 : 1000};
    const struct bands *bands = &r->bands[r->scales[scale].bands];

    for (int i = 0; i < bands->n; i++) {
        t.first[i] = (bands->v[i].from + t.step - 1) / t.step * t.step;
        t.before[i] = t.first[i] - t.step;
    }
    return t;
}

/* Brings the edges of bands between this value and its neighbours. */
static void
track_value(struct track *t, const struct bands *bands, int value)
{
    for (int i = 0; i < bands->n; i++) {
        if (value < bands->v[i].from && value > t->before[i])
            t->before[i] = value;
        if (value >= bands->v[i].from && value < t->first[i])
            t->first[i] = value;
    }
}

void
chart_track_scores(struct track *t, const struct scores *s, int scale)
{
    const struct rules *r = s->rules;
    int bands = r->scales[scale].bands;

    for (int i = 0; i < s->n; i++)
        if (r->scales[i].bands == bands && s->v[i].state == SCORE_SETTLED)
            track_value(t, &r->bands[bands], s->v[i].value);
}

/* The edge before a value's cell. */
static mpt
chart_edge(const struct track *t, int value)
{
    long long cells = t->max - t->min + 1;

    return t->x +
           (mpt)((long long)(value - t->min * 1000) * t->w / (cells * 1000));
}

mpt
chart_x(const struct track *t, int value)
{
    return chart_edge(t, value + 500);
}

mpt
chart_middle(const struct track *t)
{
    return t->y + t->h / 2;
}

/* Between the last score below a band and its first. */
static mpt
band_edge(const struct track *t, int i)
{
    return chart_x(t, (t->before[i] + t->first[i]) / 2);
}

void
chart_band(const struct track *t, const struct bands *bands, int i, mpt *left,
    mpt *right)
{
    *left = i == 0 ? t->x : band_edge(t, i) + BAND_GAP / 2;
    *right =
        i + 1 == bands->n ? t->x + t->w : band_edge(t, i + 1) - BAND_GAP / 2;
}

void
chart_bands(struct arena *a, struct block *fig, const struct track *t,
    const struct bands *bands)
{
    for (int i = 0; i < bands->n; i++) {
        mpt left, right;

        chart_band(t, bands, i, &left, &right);
        block_rect(
            a, fig, left, t->y, right - left, t->h, chart_tint(i, bands->n));
    }
}

static void
chart_line(
    struct arena *a, struct block *fig, mpt x, mpt y, mpt w, mpt h, mpt dash)
{
    block_shape(a, fig,
        (struct shape){.kind = SHAPE_LINE,
            .x = x,
            .y = y,
            .w = w,
            .h = h,
            .fill = COLOR_NONE,
            .stroke = COLOR_LINE,
            .weight = ROW_WEIGHT,
            .dash = dash});
}

void
chart_row_line(
    struct arena *a, struct block *fig, const struct track *t, bool dashed)
{
    mpt first = chart_x(t, t->min * 1000), last = chart_x(t, t->max * 1000);
    mpt y = chart_middle(t);

    chart_line(a, fig, first, y, last - first, 0, dashed ? ROW_DASH : 0);
    for (int v = t->min; v <= t->max; v++)
        chart_line(a, fig, chart_x(t, v * 1000), y - TICK, 0, 2 * TICK, 0);
}

void
chart_spread(struct arena *a, struct block *fig, const struct track *t, int low,
    int high, const struct group *g)
{
    mpt left = chart_x(t, low) - SPREAD_OUT;
    mpt right = chart_x(t, high) + SPREAD_OUT;

    if (low == high)
        return;
    block_shape(a, fig,
        (struct shape){.kind = SHAPE_RECT,
            .x = left,
            .y = chart_middle(t) - SPREAD_H / 2,
            .w = right - left,
            .h = SPREAD_H,
            .radius = SPREAD_H / 2,
            .fill = chart_color(g, PART_SPREAD),
            .stroke = chart_color(g, PART_MARK),
            .weight = SPREAD_OUTLINE});
}

/* A mark's form: half its width, that of its white ground, and how far in the
   middle of an outline lies so that it ends where the full mark does. */
struct form {
    enum shape_kind kind;
    mpt size, ground, inset;
};

static const struct form forms[] = {
    [MARKING_CIRCLE] = {SHAPE_DISC, MM(2.4), MM(2.95), MM(0.265)},
    [MARKING_DIAMOND] = {SHAPE_DIAMOND, MM(2.93), MM(3.68), MM(0.3)},
    [MARKING_SQUARE] = {SHAPE_RECT, MM(2.15), MM(2.75), MM(0.265)},
};

/* `outline` COLOR_NONE: none. */
static void
chart_form(struct arena *a, struct block *fig, enum shape_kind kind, mpt x,
    mpt y, mpt size, enum color color, enum color outline)
{
    struct shape s = {.kind = kind,
        .x = x,
        .y = y,
        .w = size,
        .fill = color,
        .stroke = outline,
        .weight = outline == COLOR_NONE ? 0 : OUTLINE};

    if (kind == SHAPE_RECT) { /* from its corner, not its centre */
        s.x -= size;
        s.y -= size;
        s.w = s.h = 2 * size;
    }
    block_shape(a, fig, s);
}

void
chart_mark(struct arena *a, struct block *fig, mpt x, mpt y,
    const struct group *g, int permille)
{
    const struct form *f = &forms[g->mark];

    chart_form(a, fig, f->kind, x, y, f->ground * permille / 1000, COLOR_WHITE,
        COLOR_NONE);
    chart_form(a, fig, f->kind, x, y, f->size * permille / 1000,
        chart_color(g, PART_MARK), COLOR_NONE);
}

void
chart_hollow(struct arena *a, struct block *fig, mpt x, mpt y,
    const struct group *g, int permille)
{
    const struct form *f = &forms[g->mark];

    chart_form(a, fig, f->kind, x, y, f->ground * permille / 1000, COLOR_WHITE,
        COLOR_NONE);
    chart_form(a, fig, f->kind, x, y, f->size * permille / 1000 - f->inset,
        COLOR_WHITE, chart_color(g, PART_MARK));
}

void
chart_connector(struct arena *a, struct block *fig, const struct track *t,
    const struct group *g, int from, int to)
{
    mpt left = chart_x(t, from < to ? from : to);

    block_stroke(a, fig, left, chart_middle(t),
        chart_x(t, from < to ? to : from) - left, 0, chart_color(g, PART_MARK),
        CONNECTOR);
}

void
chart_axis(
    struct arena *a, struct block *fig, const struct track *t, mpt baseline)
{
    for (int v = t->min; v <= t->max; v++)
        block_label(a, fig, chart_x(t, v * 1000), baseline, STYLE_AXIS,
            COLOR_NONE, ALIGN_CENTER, arena_printf(a, "%d", v));
}

void
chart_score(struct arena *a, struct block *fig, const struct track *t,
    const struct group *g, const struct scale_score *score)
{
    chart_row_line(a, fig, t, score->state == SCORE_NONE);
    if (score->nscored > 1)
        chart_spread(a, fig, t, score->low, score->high, g);
    if (score->state == SCORE_SETTLED)
        chart_mark(a, fig, chart_x(t, score->value), chart_middle(t), g, 1000);
}

void
chart_own(struct arena *a, struct block *fig, const struct track *t,
    const struct group *g, const struct scale_score *score, int own)
{
    enum { WITHIN = 500 }; /* a mark that is drawn in the outline */
    mpt x = chart_x(t, own), y = chart_middle(t);

    chart_hollow(a, fig, x, y, g, 1000);
    if (score->state == SCORE_SETTLED && score->value == own)
        chart_form(a, fig, forms[g->mark].kind, x, y,
            forms[g->mark].size * WITHIN / 1000, chart_color(g, PART_MARK),
            COLOR_NONE);
}

const char *
chart_points(struct arena *a, const struct rules *r, const struct scale *is,
    int band, enum lang lang)
{
    const struct bands *bands = &r->bands[is->bands];
    int step = r->half_points ? 500 : 1000;
    int low = (bands->v[band].from + step - 1) / step * step;
    int high = is->max * 1000;

    if (band + 1 < bands->n)
        high = (bands->v[band + 1].from + step - 1) / step * step - step;
    if (low >= high)
        return fill_number(a, low, lang);
    return arena_printf(
        a, "%s–%s", fill_number(a, low, lang), fill_number(a, high, lang));
}

/* Whether some band is too narrow for its name: then all have short ones. */
static bool
names_brief(const struct track *t, const struct bands *bands, enum lang lang)
{
    for (int i = 0; i < bands->n; i++) {
        const char *brief = bands->v[i].brief.t[lang].s;
        mpt left, right;

        chart_band(t, bands, i, &left, &right);
        if (right - left < AXIS_SMALL && brief != NULL &&
            strcmp(brief, bands->v[i].label.t[lang].s) != 0)
            return true;
    }
    return false;
}

struct block *
chart_band_names(struct arena *a, struct block *parent, const struct track *t,
    const struct bands *bands, enum lang lang, mpt x)
{
    struct block *row = block_add(a, parent, BLOCK_COLUMNS);
    bool brief = names_brief(t, bands, lang);

    row->keep_next = true;
    for (int i = 0; i < bands->n; i++) {
        const struct band *b = &bands->v[i];
        struct block *name;
        mpt left, right;

        chart_band(t, bands, i, &left, &right);
        name = block_text(a, row, ROLE_NONE, STYLE_AXIS,
            brief && b->brief.t[lang].s != NULL ? b->brief.t[lang].s
                                                : b->label.t[lang].s);
        name->artifact = true; /* who listens hears the band of each score */
        name->as.text.align = ALIGN_CENTER;
        name->x = x + left;
        name->w = right - left;
    }
    return row;
}

static const char *
band_label(const struct rules *r, int scale, int value, enum lang lang)
{
    const struct bands *b = &r->bands[r->scales[scale].bands];

    return b->v[rules_band(r, scale, value)].label.t[lang].s;
}

static const char *
alt_readers(struct arena *a, const struct profile *p, int scale, enum lang lang,
    bool numbers)
{
    const struct scale_score *s = &p->scores->v[scale];
    const char *args[2];

    if (s->nscored < 2 || s->low == s->high)
        return "";
    if (numbers) {
        args[0] = fill_number(a, s->low, lang);
        args[1] = fill_number(a, s->high, lang);
        return say_with(a, SAY_ALT_READERS, lang, args);
    }
    if (rules_band(p->rules, scale, s->low) ==
        rules_band(p->rules, scale, s->high))
        return say(SAY_ALT_WITHIN, lang);
    args[0] = band_label(p->rules, scale, s->low, lang);
    args[1] = band_label(p->rules, scale, s->high, lang);
    return say_with(a, SAY_ALT_SPREAD, lang, args);
}

/* The settled score, as a band or with its numbers. */
static const char *
alt_score(struct arena *a, const struct profile *p, int scale,
    const char *title, enum lang lang, bool numbers)
{
    const struct scale *is = &p->rules->scales[scale];
    int value = p->scores->v[scale].value;
    const char *label = band_label(p->rules, scale, value, lang);
    const char *bands[] = {title, label};
    const char *points[] = {title, fill_number(a, value, lang),
        fill_number(a, is->min * 1000, lang),
        fill_number(a, is->max * 1000, lang), label};

    return numbers ? say_with(a, SAY_ALT_SCORE, lang, points)
                   : say_with(a, SAY_ALT_BAND, lang, bands);
}

const char *
chart_alt(struct arena *a, const struct profile *p, int scale,
    const char *title, enum lang lang, bool numbers)
{
    const char *none[] = {title, chart_word(p, scale, lang, false)};
    const char *first = p->scores->v[scale].state == SCORE_SETTLED
                            ? alt_score(a, p, scale, title, lang, numbers)
                            : say_with(a, SAY_ALT_BAND, lang, none);

    return arena_printf(
        a, "%s%s", first, alt_readers(a, p, scale, lang, numbers));
}

const char *
chart_word(const struct profile *p, int scale, enum lang lang, bool brief)
{
    const struct scale_score *s = &p->scores->v[scale];
    const struct bands *bands = &p->rules->bands[p->rules->scales[scale].bands];
    const struct band *b;

    switch (s->state) {
    case SCORE_NONE:
        return say(SAY_NOT_SCORED, lang);
    case SCORE_UNSETTLED:
        return say(brief        ? SAY_OPEN
                   : s->differs ? SAY_DIFFER
                                : SAY_NOT_SETTLED,
            lang);
    case SCORE_SETTLED:
        break;
    }
    b = &bands->v[s->band];
    return brief && b->brief.t[lang].s != NULL ? b->brief.t[lang].s
                                               : b->label.t[lang].s;
}

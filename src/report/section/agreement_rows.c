/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/section/agreement_rows.h"

/* A row per interview: a mark per reader, a line from the lowest to the
   highest. */

/* Rows of a chart: up to so many they stand in one column, then in two; and no
   more in one part of a chart than a page holds. */
enum { ROWS_WIDE = 12, ROWS_COLUMN = 50, MARK_CLOSE = 470 };

#define LABEL_W_WIDE MM(22)
#define LABEL_W MM(17)
#define TRACK_LEAST MM(28)
#define ROW_H MM(5)
#define ROW_H_CLOSE MM(3.6)

/* A column of rows. */
struct rows {
    mpt x, w, label_w, pitch;
    int mark; /* size in permille */
};

#define CONNECTOR PT(0.9)
#define LEAST_LABEL PT(6)

static const int *
row_of(const struct agreement_scale *c, int i)
{
    return &c->of->m.v[c->rows[i] * c->of->m.nreaders];
}

/* Lowest and highest score of a row; returns how many there are. */
static int
row_spread(const struct agree_matrix *m, const int *row, int *low, int *high)
{
    int n = 0;

    for (int i = 0; i < m->nreaders; i++) {
        if (row[i] == AGREE_MISSING)
            continue;
        if (n == 0 || row[i] < *low)
            *low = row[i];
        if (n == 0 || row[i] > *high)
            *high = row[i];
        n++;
    }
    return n;
}

struct agreement_scale
agreement_compare(struct section *s, int scale)
{
    const struct agree_scale *of = &s->agreement->v[scale];
    struct agreement_scale c = {
        .of = of, .scale = scale, .rows = NEW(s->a, int, of->m.ncases)};

    for (int r = 0; r < of->m.ncases; r++) {
        int low = 0, high = 0;

        if (row_spread(&of->m, &of->m.v[r * of->m.nreaders], &low, &high) < 2) {
            c.singles++;
            continue;
        }
        c.rows[c.n++] = r;
        c.same += low == high;
        c.near += high - low <= AGREEMENT_POINT;
        if (high - low > c.most)
            c.most = high - low;
    }
    return c;
}

static const struct group *
group_of(const struct section *s, int scale)
{
    return &s->rules->groups[s->rules->scales[scale].group];
}

/* "coach 3, L2 4"; where numbers stay off, each reader's band. */
static const char *
row_alt(struct section *s, const struct agreement_scale *c, const int *row)
{
    const struct bands *bands =
        &s->rules->bands[s->rules->scales[c->scale].bands];
    struct buf out = buf_new(s->a);

    for (int i = 0; i < c->of->m.nreaders; i++) {
        if (row[i] == AGREE_MISSING)
            continue;
        buf_printf(&out, "%s%s %s", out.len > 0 ? ", " : "",
            s->agreement->readers[c->of->readers[i]],
            s->numbers ? fill_number(s->a, row[i], s->lang)
                       : bands->v[rules_band(s->rules, c->scale, row[i])]
                             .label.t[s->lang]
                             .s);
    }
    return out.p;
}

/* Of two readers the second has a hollow mark, unless both stand at one. */
static void
add_marks(struct section *s, struct block *fig, const struct agreement_scale *c,
    const int *row, const struct track *t, int size)
{
    const struct agree_matrix *m = &c->of->m;
    const struct group *g = group_of(s, c->scale);
    int low = 0, high = 0;
    mpt y = chart_middle(t);

    row_spread(m, row, &low, &high);
    if (low != high)
        block_stroke(s->a, fig, chart_x(t, low), y,
            chart_x(t, high) - chart_x(t, low), 0, chart_color(g, PART_MARK),
            CONNECTOR);
    for (int i = m->nreaders - 1; i >= 0; i--) {
        if (row[i] == AGREE_MISSING)
            continue;
        if (m->nreaders == 2 && i == 1 && low != high)
            chart_hollow(s->a, fig, chart_x(t, row[i]), y, g, size);
        else
            chart_mark(s->a, fig, chart_x(t, row[i]), y, g, size);
    }
}

static void
add_row(struct section *s, struct block *table, const struct agreement_scale *c,
    int i, const struct rows *rows)
{
    const struct style_def *type = &s->layout->styles[STYLE_AXIS];
    struct block *row = block_add(s->a, table, BLOCK_COLUMNS), *b;
    struct track t =
        chart_track(s->rules, c->scale, rows->w - rows->label_w, rows->pitch);

    row->role = ROLE_TR;
    row->min_h = rows->pitch;
    row->keep = true;
    b = section_typed(s, row, ROLE_TH_ROW, STYLE_AXIS,
        s->agreement->cases[c->of->cases[c->rows[i]]]);
    b->before = (rows->pitch - type->leading) / 2;
    b->w = rows->label_w - MM(2);
    b->as.text.min_size = LEAST_LABEL;
    b = block_add(s->a, row, BLOCK_GROUP);
    b->role = ROLE_TD;
    b->x = rows->label_w;
    b = block_figure(s->a, b, 0, row_alt(s, c, row_of(c, i)));
    add_marks(s, b, c, row_of(c, i), &t, rows->mark);
}

/* The rows from `first` up to `end` with bands behind them, band names above
   and the axis below. */
static void
add_rows(struct section *s, struct block *parent,
    const struct agreement_scale *c, int first, int end,
    const struct rows *rows)
{
    const struct bands *bands =
        &s->rules->bands[s->rules->scales[c->scale].bands];
    struct track t =
        chart_track(s->rules, c->scale, rows->w - rows->label_w, 0);
    struct block *column = block_add(s->a, parent, BLOCK_GROUP), *table, *b;

    column->x = rows->x;
    column->w = rows->w;
    b = chart_band_names(s->a, column, &t, bands, s->lang, rows->label_w);
    b->after = MM(0.8);
    for (b = b->first; b != NULL; b = b->next)
        b->as.text.min_size = LEAST_LABEL;
    table = block_add(s->a, column, BLOCK_GROUP);
    table->role = ROLE_TABLE;
    for (int i = 0; i < bands->n; i++) {
        mpt left, right;

        chart_band(&t, bands, i, &left, &right);
        block_bar(s->a, table,
            (struct bar){.x = rows->label_w + left,
                .w = right - left,
                .color = chart_tint(i, bands->n)});
    }
    for (int i = first; i < end; i++)
        add_row(s, table, c, i, rows);
    if (!s->numbers)
        return;
    b = block_figure(s->a, column, MM(4), NULL);
    b->x = rows->label_w;
    chart_axis(s->a, b, &t, MM(3.4));
}

int
agreement_add_rows(struct section *s, struct block *row,
    const struct agreement_scale *c, int first)
{
    mpt half = (s->main_w - AGREEMENT_GAP) / 2;
    bool two = c->n > ROWS_WIDE && half - LABEL_W >= TRACK_LEAST;
    struct rows rows = {.x = s->main_x,
        .w = two ? half : s->main_w,
        .label_w = two ? LABEL_W : LABEL_W_WIDE,
        .pitch = c->n > ROWS_WIDE ? ROW_H_CLOSE : ROW_H,
        .mark = c->n > ROWS_WIDE ? MARK_CLOSE : AGREEMENT_MARK};
    int left = c->n - first, each = two ? (left + 1) / 2 : left;
    int end;

    if (each > ROWS_COLUMN)
        each = ROWS_COLUMN;
    end = first + each;
    add_rows(s, row, c, first, end, &rows);
    if (!two || end == c->n)
        return end;
    first = end;
    end = first + each < c->n ? first + each : c->n;
    rows.x += half + AGREEMENT_GAP;
    add_rows(s, row, c, first, end, &rows);
    return end;
}

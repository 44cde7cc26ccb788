/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/section/group_chart.h"

/* Sizes of the chart; from eleven scales on rows are closer. */
#define HEADER_H MM(8.5)
#define HEADER_LEAST MM(6)
#define ROW_H MM(8.2)
#define ROW_H_CLOSE MM(7)
#define ROW_H_LEAST MM(6)

enum { ROWS_OPEN = 10 };

int
group_chart_scales(const struct section *s, int group, int *out)
{
    int n = 0;

    for (int i = 0; i < s->rules->nscales; i++)
        if (s->rules->scales[i].group == group && section_shows(s, i))
            out[n++] = i;
    return n;
}

int
group_chart_rows(struct section *s)
{
    int *groups = NEW(s->a, int, s->rules->ngroups);
    int *scales = NEW(s->a, int, s->rules->nscales);
    int ngroups = section_groups(s, groups), rows = 0;

    for (int i = 0; i < ngroups; i++)
        rows += group_chart_scales(s, groups[i], scales);
    return rows;
}

struct track
group_chart_track(const struct group_chart *c, int scale)
{
    return section_track(c->s, scale, c->track_w, c->row_h);
}

/* A row that can lose `h`: most of it above its text, which moves up, the rest
   below. */
static void
give_row(struct block *row, mpt h)
{
    row->tight = h / 5 * 3;
    row->tight_h = h - row->tight;
}

/* The tinted bands run behind the whole group, however high its rows get. */
/* White space between words of more lines in two rows. */
#define WORD_AFTER MM(0.4)

static void
add_band_bars(struct group_chart *c, struct block *group, const struct track *t,
    const struct bands *bands)
{
    for (int i = 0; i < bands->n; i++) {
        mpt left, right;

        chart_band(t, bands, i, &left, &right);
        block_bar(c->s->a, group,
            (struct bar){.x = c->s->main_x + left,
                .w = right - left,
                .color = chart_tint(i, bands->n)});
    }
}

/* One below the chart's own heading, or the title of its page. */
static enum role
group_role(const struct group_chart *c)
{
    enum role own = section_heading_role(c->s);

    return c->sect->page == PAGE_FLOW && own < ROLE_H3 ? own + 1 : own;
}

static struct block *
add_header(struct group_chart *c, struct block *group, const struct group *is)
{
    struct section *s = c->s;
    struct block *row = block_add(s->a, group, BLOCK_COLUMNS), *b;

    row->min_h = HEADER_H;
    give_row(row, HEADER_H - HEADER_LEAST);
    row->keep_next = true;
    b = block_figure(s->a, row, 0, NULL);
    chart_mark(s->a, b, MM(1.9), MM(4.25), is, 708);
    b = section_fill(
        s, row, group_role(c), STYLE_STRONG, is->title.t[s->lang].s);
    b->as.text.ink = chart_color(is, PART_TEXT);
    b->x = MM(6);
    b->w = s->main_x - b->x - MM(2);
    b->before = MM(1.6);
    return row;
}

struct block *
group_chart_row(
    struct group_chart *c, struct block *table, int scale, const char *alt)
{
    struct section *s = c->s;
    struct block *row = block_add(s->a, table, BLOCK_COLUMNS), *b;

    row->role = ROLE_TR;
    row->min_h = c->row_h;
    give_row(row, c->row_h - ROW_H_LEAST);
    row->keep = true;
    b = section_fill(s, row, ROLE_TH_ROW, STYLE_BODY,
        s->rules->scales[scale].title.t[s->lang].s);
    b->before = c->row_h / 2 + MM(1.3) - MM(3.942);
    b->w = s->side_w;
    b = block_add(s->a, row, BLOCK_GROUP);
    b->role = ROLE_TD;
    b->x = s->main_x;
    return block_figure(s->a, b, 0, alt);
}

void
group_chart_word(struct group_chart *c, struct block *table, enum style style,
    mpt word_x, const char *word)
{
    struct section *s = c->s;
    const struct style_def *type = &s->layout->styles[style];
    struct block *b = section_typed(s, table->last, ROLE_TD, style, word);

    /* Baseline 1.1 mm below the middle of the row. */
    b->before = c->row_h / 2 + MM(1.1) - type->leading / 2 -
                (mpt)((long long)type->size * 35 / 100);
    b->as.text.middle = true;
    b->after = WORD_AFTER;
    b->x = s->main_x + word_x;
    b->w = s->w - b->x;
}

static void
add_names_above(struct group_chart *c, const struct track *t, int bands)
{
    struct block *names;

    if (c->bands == bands && !c->names_each)
        return;
    names = chart_band_names(c->s->a, c->sect, t, &c->s->rules->bands[bands],
        c->s->lang, c->s->main_x);
    names->before = c->bands < 0 ? c->before : MM(2.5);
    names->after = MM(1.4);
    c->bands = bands;
}

static void
add_axis(struct group_chart *c, const struct track *t)
{
    struct block *fig = block_figure(c->s->a, c->sect, MM(4), NULL);

    fig->x = c->s->main_x;
    chart_axis(c->s->a, fig, t, MM(3.4));
}

static void
add_group(struct group_chart *c, int group, const int *scales, int n)
{
    struct section *s = c->s;
    int bands = s->rules->scales[scales[0]].bands;
    struct track t = section_track(s, scales[0], c->track_w, 0);
    struct block *b, *header, *table;
    bool first = c->bands < 0;

    add_names_above(c, &t, bands);
    b = block_add(s->a, c->sect, BLOCK_GROUP);
    b->keep = true;
    add_band_bars(c, b, &t, &s->rules->bands[bands]);
    header = add_header(c, b, &s->rules->groups[group]);
    if (first && c->add_above != NULL)
        c->add_above(c, header, scales[0]);
    table = block_add(s->a, b, BLOCK_GROUP);
    table->role = ROLE_TABLE;
    for (int i = 0; i < n; i++)
        c->add_row(c, table, scales[i]);
    table->after = MM(1.5);
}

/* Where numbers show, the axis of a scale, but not between groups that share
   it; `next` is the first scale of the next group, or -1. */
static void
end_axis(struct group_chart *c, int scale, int next)
{
    const struct scale *v = c->s->rules->scales;
    struct track t;

    if (!c->s->numbers || scale < 0 ||
        (next >= 0 && v[scale].min == v[next].min &&
            v[scale].max == v[next].max))
        return;
    t = section_track(c->s, scale, c->track_w, 0);
    add_axis(c, &t);
}

void
group_chart_add(struct group_chart *c)
{
    struct section *s = c->s;
    int *groups = NEW(s->a, int, s->rules->ngroups);
    int *scales = NEW(s->a, int, s->rules->nscales);
    int ngroups = section_groups(s, groups);
    int scale = -1; /* of the group before */

    c->row_h = group_chart_rows(s) > ROWS_OPEN ? ROW_H_CLOSE : ROW_H;
    c->bands = -1;
    for (int i = 0; i < ngroups; i++) {
        int n = group_chart_scales(s, groups[i], scales);

        if (n == 0)
            continue;
        end_axis(c, scale, scales[0]);
        if (scale >= 0)
            c->sect->last->after = MM(3);
        add_group(c, groups[i], scales, n);
        scale = scales[0];
    }
    end_axis(c, scale, -1);
}

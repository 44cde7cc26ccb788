/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/section/course.h"

/* Score circles stand 10 mm apart; from eight points on closer, and more than
   ten take two rows. */
#define CIRCLE_R MM(3.1)
#define HALF_R MM(1.1)
#define CIRCLE_WEIGHT PT(0.6)
#define CIRCLE_PITCH MM(10)
#define HEARD_X MM(76)
#define HEARD_W MM(14) /* at least */
#define HEARD_GAP MM(4)
#define CIRCLES_Y MM(5.2)
#define CIRCLES_ROW MM(8.6)
#define DIGIT_DROP MM(1.2) /* from a centre to the baseline */
#define KEY_OUT MM(3.9)
#define DESIGN_W MM(166)

enum { CIRCLES_IN_ROW = 10 };

mpt
course_share(const struct section *s, mpt v)
{
    return (mpt)((long long)v * s->w / DESIGN_W);
}

struct accepted
course_accepted(const struct scale_score *score)
{
    struct accepted key = {.known = score->nscored > 0 && !score->differs,
        .low = score->low,
        .high = score->high,
        .settled = score->state == SCORE_SETTLED,
        .value = score->value};

    if (!key.settled)
        return key;
    if (score->nscored == 0 || key.value < key.low)
        key.low = key.value;
    if (score->nscored == 0 || key.value > key.high)
        key.high = key.value;
    key.known = true;
    return key;
}

void
course_each_group(struct section *s,
    void (*visit)(struct section *s, void *ctx, int i, int group,
        const int *scales, int n),
    void *ctx)
{
    int *groups = NEW(s->a, int, s->rules->ngroups);
    int *scales = NEW(s->a, int, s->rules->nscales);
    int ngroups = section_groups(s, groups), shown = 0;

    for (int i = 0; i < ngroups; i++) {
        int n = 0;

        for (int k = 0; k < s->rules->nscales; k++)
            if (s->rules->scales[k].group == groups[i] && section_shows(s, k))
                scales[n++] = k;
        if (n > 0)
            visit(s, ctx, shown++, groups[i], scales, n);
    }
}

const char *
course_scale_title(struct section *s, int scale)
{
    return fill_text(
        s->a, &s->fill, s->rules->scales[scale].title.t[s->lang].s);
}

static void
add_group_head(struct section *s, struct block *parent, int group, bool again)
{
    const struct group *is = &s->rules->groups[group];
    const char *title = is->title.t[s->lang].s;
    struct block *row = block_add(s->a, parent, BLOCK_COLUMNS), *b;

    row->keep_next = true;
    b = block_figure(s->a, row, 0, NULL);
    chart_mark(s->a, b, MM(1.9), MM(2.75), is, 708);
    b = again ? section_continued(
                    s, row, STYLE_STRONG, fill_text(s->a, &s->fill, title))
              : section_fill(
                    s, row, section_heading_role(s), STYLE_STRONG, title);
    b->as.text.ink = chart_color(is, PART_TEXT);
    b->x = MM(6);
    b->w = s->main_x - MM(8);
    section_separator(s, parent, MM(1.3));
}

struct block *
course_group(struct section *s, struct block *parent, int group, mpt before)
{
    struct block *b = block_add(s->a, parent, BLOCK_GROUP);

    b->before = before;
    add_group_head(s, b, group, false);
    b->again = block_add(s->a, NULL, BLOCK_GROUP);
    add_group_head(s, b->again, group, true);
    return b;
}

/* Circles */

static int
points(const struct scale *is)
{
    return is->max - is->min + 1;
}

static int
circles_in_row(const struct scale *is)
{
    int n = points(is);

    if (n <= CIRCLES_IN_ROW)
        return n;
    return (n + 1) / 2;
}

mpt
course_heard_x(const struct section *s)
{
    mpt last = s->main_w - HEARD_W;

    return last < HEARD_X ? last : HEARD_X;
}

mpt
course_circles_pitch(const struct section *s, const struct scale *is)
{
    mpt pitch = (course_heard_x(s) - HEARD_GAP) / circles_in_row(is);

    return pitch < CIRCLE_PITCH ? pitch : CIRCLE_PITCH;
}

mpt
course_circles_w(const struct section *s, const struct scale *is)
{
    return circles_in_row(is) * course_circles_pitch(s, is);
}

/* Circles never touch, however narrow the column. */
static mpt
circle_r(const struct section *s, const struct scale *is)
{
    mpt r = course_circles_pitch(s, is) * 45 / 100;

    return r < CIRCLE_R ? r : CIRCLE_R;
}

mpt
course_circles_h(const struct scale *is)
{
    return 2 * CIRCLES_Y + (points(is) > circles_in_row(is) ? CIRCLES_ROW : 0);
}

/* Where the circle of a value (thousandths) of row `row` has its centre; left
   of the first or right of the last where it stands in the other row. */
static mpt
circle_x(const struct section *s, const struct scale *is, int value, int row)
{
    long long from = is->min * 1000 + row * circles_in_row(is) * 1000;

    return (mpt)((value - from + 500) * course_circles_pitch(s, is) / 1000);
}

static mpt
circle_y(int row)
{
    return CIRCLES_Y + row * CIRCLES_ROW;
}

/* The part of the accepted range that lies in one row. */
static void
add_range(struct section *s, struct block *fig, const struct scale *is, int row,
    const struct accepted *key, enum color color)
{
    int first = (is->min + row * circles_in_row(is)) * 1000;
    int last = first + (circles_in_row(is) - 1) * 1000;
    int low = key->low > first ? key->low : first;
    int high = key->high < last ? key->high : last;

    if (low > high)
        return;
    block_shape(s->a, fig,
        (struct shape){.kind = SHAPE_RECT,
            .x = circle_x(s, is, low, row) - KEY_OUT,
            .y = circle_y(row) - KEY_OUT,
            .w = circle_x(s, is, high, row) - circle_x(s, is, low, row) +
                 2 * KEY_OUT,
            .h = 2 * KEY_OUT,
            .radius = KEY_OUT,
            .fill = color,
            .stroke = COLOR_NONE});
}

/* In which row a value stands. */
static int
row_of(const struct scale *is, int value)
{
    return value / 1000 - is->min >= circles_in_row(is);
}

/* The circle as a place to choose: "readings.1.scores.secure_base.score". */
static void
ask_circle(struct section *s, struct block *fig, int scale, int value, mpt r)
{
    const struct scale *is = &s->rules->scales[scale];
    const char *title = course_scale_title(s, scale);
    int row = row_of(is, value);

    section_ask_at(s, fig,
        &(struct input){.kind = INPUT_CHOICE,
            .name = arena_printf(s->a, "readings.1.scores.%s.score", is->is.id),
            .label = section_label(s, title, fill_number(s->a, value, s->lang)),
            .of = say_with(s->a, SAY_INPUT_CHOOSE, s->lang, &title),
            .choice = fill_number(s->a, value, LANG_EN)},
        circle_x(s, is, value, row) - r, circle_y(row) - r, 2 * r, 2 * r);
}

static void
add_circle(struct section *s, struct block *fig, const struct scale *is,
    int value, enum color line)
{
    int row = row_of(is, value * 1000);
    mpt x = circle_x(s, is, value * 1000, row), y = circle_y(row);

    block_shape(s->a, fig,
        (struct shape){.kind = SHAPE_DISC,
            .x = x,
            .y = y,
            .w = circle_r(s, is),
            .fill = COLOR_NONE,
            .stroke = line,
            .weight = CIRCLE_WEIGHT});
    block_label(s->a, fig, x, y + DIGIT_DROP, STYLE_SMALL, COLOR_NONE,
        ALIGN_CENTER, arena_printf(s->a, "%d", value));
}

/* A small circle between two points, where halves may be given. */
static void
add_half(
    struct section *s, struct block *fig, const struct scale *is, int value)
{
    int row = row_of(is, value);

    if (row_of(is, value + 500) != row)
        return;
    block_shape(s->a, fig,
        (struct shape){.kind = SHAPE_DISC,
            .x = circle_x(s, is, value, row),
            .y = circle_y(row),
            .w = HALF_R,
            .fill = COLOR_NONE,
            .stroke = COLOR_SLATE,
            .weight = CIRCLE_WEIGHT});
}

/* The settled score: a filled disc with its number, wider where the number is
   no whole one. */
static void
add_settled(
    struct section *s, struct block *fig, mpt x, mpt y, int value, enum color c)
{
    const char *number = fill_number(s->a, value, s->lang);
    mpt half = value % 1000 == 0  ? CIRCLE_R
               : value % 100 == 0 ? MM(3.8)
                                  : MM(5.4);

    block_shape(s->a, fig,
        (struct shape){.kind = SHAPE_RECT,
            .x = x - half,
            .y = y - CIRCLE_R,
            .w = 2 * half,
            .h = 2 * CIRCLE_R,
            .radius = CIRCLE_R,
            .fill = c,
            .stroke = COLOR_NONE});
    block_label(s->a, fig, x, y + DIGIT_DROP, STYLE_NUMBER, COLOR_WHITE,
        ALIGN_CENTER, number);
}

void
course_circles(
    struct section *s, struct block *fig, int scale, const struct accepted *key)
{
    const struct scale *is = &s->rules->scales[scale];
    const struct group *group = &s->rules->groups[is->group];
    bool settled = key != NULL && key->settled;

    for (int row = 0; key != NULL && key->known && row < 2; row++)
        add_range(s, fig, is, row, key, chart_color(group, PART_TINT));
    for (int v = is->min; v <= is->max; v++)
        if (!settled || v * 1000 != key->value)
            add_circle(s, fig, is, v, key == NULL ? COLOR_SLATE : COLOR_LINE);
    for (int v = is->min; key == NULL && s->rules->half_points && v < is->max;
         v++)
        add_half(s, fig, is, v * 1000 + 500);
    for (int v = is->min; key == NULL && v <= is->max; v++) {
        ask_circle(s, fig, scale, v * 1000, circle_r(s, is));
        if (s->rules->half_points && v < is->max &&
            row_of(is, v * 1000 + 500) == row_of(is, v * 1000 + 1000))
            ask_circle(s, fig, scale, v * 1000 + 500, HALF_R);
    }
    if (settled) {
        int row = row_of(is, key->value);

        add_settled(s, fig, circle_x(s, is, key->value, row), circle_y(row),
            key->value, chart_color(group, PART_MARK));
    }
}

struct block *
course_line(struct section *s, struct block *row, enum style style,
    const char *key, mpt x, mpt line_x, mpt end)
{
    struct block *b = section_para(s, row, ROLE_P, style, key);

    if (b != NULL) {
        b->x = x;
        b->w = line_x - x;
    }
    b = block_lines(s->a, row, 1, style == STYLE_LABEL ? MM(4.2) : MM(3.9),
        say(SAY_ROOM_ONE, s->lang));
    b->x = line_x;
    b->w = end - line_x;
    return b;
}

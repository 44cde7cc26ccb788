/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/section/course.h"
#include "report/section.h"
#include "report/section/kinds.h"

#include <stdlib.h>
#include <string.h>

/* What a group of trainees scored: per scale how many chose each point, with
   the key, and per trainee how near to the key.  Without scores the table is
   empty, to count by hand. */

static const struct section_key keys[] = {
    KEY_OF_TEXT("title", "Groepstelling", "Group tally", "title of the page"),
    KEY_OF_TEXT("sub",
        "Hoe vaak elk punt is gekozen door {count} cursisten. Gevuld: de "
        "uitwerking. Getint: van de laagste tot de hoogste lezer.",
        "How often {count} trainees chose each point. Filled: the key. Tinted: "
        "from the lowest to the highest reader.",
        "line below it"),
    KEY_OF_TEXT("sub_one",
        "Welke punten één cursist koos. Gevuld: de uitwerking. Getint: van de "
        "laagste tot de hoogste lezer.",
        "Which points one trainee chose. Filled: the key. Tinted: from the "
        "lowest to the highest reader.",
        "the same, with one trainee"),
    KEY_OF_TEXT("sub_none",
        "Turf per schaal hoe vaak elk punt is gekozen. Omlijnd: de uitwerking. "
        "Getint: van de laagste tot de hoogste lezer.",
        "Tally per scale how often each point was chosen. Outlined: the key. "
        "Tinted: from the lowest to the highest reader.",
        "the same, without scores"),
    KEY_OF_TEXT("between", "Een streep: de uitwerking ligt tussen twee punten.",
        "A line: the key lies between two points.",
        "behind it, where that is so"),
    KEY_OF_GROUPS(
        "groups", "", "which groups show; by default those of the copy"),
    KEY_OF_TEXT("scale", "Schaal", "Scale", "head of a column"),
    KEY_OF_TEXT(
        "near", "Binnen één punt", "Within one point", "head of a column"),
    KEY_OF_TEXT("of", "van", "of", "between two numbers: 7 of 9"),
    KEY_OF_TEXT("trainees", "Per cursist", "Per trainee",
        "heading of the second table"),
    KEY_OF_TEXT("trainee", "Cursist", "Trainee", "head of a column"),
    KEY_OF_TEXT(
        "inside", "Binnen de tint", "Within the tint", "head of a column"),
    KEY_OF_TEXT("apart", "Verschil van {count} of meer bij",
        "{Count} or more apart on", "head of a column"),
    KEY_OF_TEXT("none", "geen", "none", "where no scale is so far apart"),
};

enum { NEAR = 1000 }; /* thousandths */

#define ROW_H MM(9.4)
#define NEAR_X MM(83)
#define NEAR_W MM(24) /* at least */
#define BETWEEN_W MM(1.2)
#define CELL_GAP MM(2)
#define CELL_PAD MM(1)
#define TRAINEE_H MM(7.6)

/* How near a number of scores are to the key. */
struct nearness {
    int keyed, near, inside;
};

struct sheet {
    const struct course_scores *in;
    struct block *sect, *table;
    struct accepted *keys; /* per scale */
};

static const struct course_scores none = {0};

static const struct course_scores *
scores_of(const struct section *s)
{
    return s->course != NULL ? s->course : &none;
}

static void
count_score(const struct accepted *key, int score, struct nearness *out)
{
    if (!key->settled)
        return;
    out->keyed++;
    out->near += abs(score - key->value) <= NEAR;
    out->inside += key->low <= score && score <= key->high;
}

/* "7 van 9". */
static const char *
share(struct section *s, int n, int of)
{
    return arena_printf(
        s->a, "%d\u00a0%s\u00a0%d", n, section_text(s, "of"), of);
}

static void
add_cell(struct section *s, struct block *row, enum role role, enum style style,
    const char *text, mpt x, mpt w)
{
    struct block *b = section_typed(s, row, role, style, text);

    b->x = x;
    b->w = w - CELL_GAP;
    /* One baseline, whatever the size. */
    b->before = style == STYLE_FACT ? MM(2.49) : MM(2.1);
}

/* The table of scales */

/* Where the column of a value has its middle. */
static mpt
value_x(const struct scale *is, int value, mpt w)
{
    int points = is->max - is->min + 1;

    return (mpt)((long long)(value - is->min * 1000 + 500) * w / 1000 / points);
}

/* Where the last column begins, from the main column's left. */
static mpt
near_x(const struct section *s)
{
    mpt last = s->main_w - NEAR_W;

    return last < NEAR_X ? last : NEAR_X;
}

/* How wide the columns of all values are. */
static mpt
columns_w(const struct section *s, const struct scale *is)
{
    mpt w = course_circles_pitch(s, is) * (is->max - is->min + 1);
    mpt most = near_x(s) - MM(3);

    return w < most ? w : most;
}

static int
value_step(const struct section *s)
{
    return s->rules->half_points ? 500 : 1000;
}

static struct block *
add_row(struct section *s, struct block *table, mpt h)
{
    struct block *row = block_add(s->a, table, BLOCK_COLUMNS);

    row->role = ROLE_TR;
    row->keep = true;
    row->min_h = h;
    return row;
}

static void
add_head(struct section *s, struct block *table, const struct scale *is)
{
    struct block *row = add_row(s, table, MM(7.5)), *b;
    mpt w = columns_w(s, is), cell = w / (is->max - is->min + 1);

    row->keep_next = true;
    row->repeat = true;
    add_cell(s, row, ROLE_TH_COLUMN, STYLE_FACT_LABEL, section_text(s, "scale"),
        0, s->side_w);
    for (int v = is->min * 1000; v <= is->max * 1000; v += value_step(s)) {
        b = section_typed(s, row, ROLE_TH_COLUMN, STYLE_FACT_LABEL,
            fill_number(s->a, v, s->lang));
        b->as.text.align = ALIGN_CENTER;
        b->before = MM(2.1);
        b->x = s->main_x + value_x(is, v, w) - cell / 2;
        b->w = cell;
    }
    add_cell(s, row, ROLE_TH_COLUMN, STYLE_FACT_LABEL, section_text(s, "near"),
        s->main_x + near_x(s), s->main_w - near_x(s));
    section_separator(s, table, 0)->repeat = true;
}

/* Whether a key has no column of its own. */
static bool
is_between(const struct section *s, int scale, const struct accepted *key)
{
    return key->settled &&
           (key->value - s->rules->scales[scale].min * 1000) % value_step(s) !=
               0;
}

/* The key behind the numbers: a tint from the lowest to the highest reader,
   and a disc on the settled score, or a line between two points. */
static void
add_key(
    struct section *s, struct block *row, int scale, const struct accepted *key)
{
    const struct scale *is = &s->rules->scales[scale];
    const struct group *group = &s->rules->groups[is->group];
    struct block *fig = block_figure(s->a, row, 0, NULL);
    bool empty = scores_of(s)->n == 0; /* to count by hand */
    mpt w = columns_w(s, is), low = value_x(is, key->low, w);
    mpt high = value_x(is, key->high, w);

    fig->x = s->main_x;
    if (!key->known)
        return;
    block_shape(s->a, fig,
        (struct shape){.kind = SHAPE_RECT,
            .x = low - MM(3.9),
            .y = ROW_H / 2 - MM(3.9),
            .w = high - low + MM(7.8),
            .h = MM(7.8),
            .radius = MM(3.9),
            .fill = chart_color(group, PART_TINT),
            .stroke = COLOR_NONE});
    if (is_between(s, scale, key))
        /* Between two points there is no number to lie behind. */
        block_shape(s->a, fig,
            (struct shape){.kind = SHAPE_RECT,
                .x = value_x(is, key->value, w) - BETWEEN_W / 2,
                .y = ROW_H / 2 - MM(3.1),
                .w = BETWEEN_W,
                .h = MM(6.2),
                .radius = BETWEEN_W / 2,
                .fill = chart_color(group, PART_MARK),
                .stroke = COLOR_NONE});
    else if (key->settled)
        block_shape(s->a, fig,
            (struct shape){.kind = SHAPE_DISC,
                .x = value_x(is, key->value, w),
                .y = ROW_H / 2,
                .w = MM(3.1),
                .fill = empty ? COLOR_WHITE : chart_color(group, PART_MARK),
                .stroke = chart_color(group, PART_MARK),
                .weight = PT(1.2)});
}

/* Whether there is something to count by hand, in fields. */
static bool
asks(const struct section *s)
{
    return scores_of(s)->n == 0 && s->doc->fillable;
}

/* The cell of a value, and the last one of a scale (`value` -1), to be written
   in. */
static void
ask_cell(
    struct section *s, struct block *row, int scale, int value, mpt x, mpt w)
{
    const char *id = s->rules->scales[scale].is.id;
    const char *title = course_scale_title(s, scale), *name, *label;
    const char *args[] = {title, fill_number(s->a, value, s->lang)};
    struct block *cell, *fig;

    name = value < 0 ? arena_printf(s->a, "room.group_tally.%s.near", id)
                     : arena_printf(s->a, "room.group_tally.%s.%d%s", id,
                           value / 1000, value % 1000 == 0 ? "" : "_5");
    label = value < 0 ? section_label(s, title, section_text(s, "near"))
                      : say_with(s->a, SAY_INPUT_CHOSEN, s->lang, args);
    cell = block_add(s->a, row, BLOCK_GROUP);
    cell->role = ROLE_TD;
    fig = block_figure(s->a, cell, 0, NULL);
    fig->artifact = false;
    section_ask_at(s, fig,
        &(struct input){.kind = INPUT_TEXT, .name = name, .label = label},
        x + CELL_PAD, CELL_PAD, w - 2 * CELL_PAD, ROW_H - 2 * CELL_PAD);
}

static int
count_value(const struct section *s, int scale, int value)
{
    const struct course_scores *in = scores_of(s);
    int n = 0;

    for (int i = 0; i < in->n; i++)
        n += in->v[i].scale == scale && in->v[i].score == value;
    return n;
}

/* How often each value was chosen; a value that nobody chose stays empty. */
static void
add_counts(
    struct section *s, struct block *row, int scale, const struct accepted *key)
{
    const struct scale *is = &s->rules->scales[scale];
    mpt w = columns_w(s, is), cell = w / (is->max - is->min + 1);

    for (int v = is->min * 1000; v <= is->max * 1000; v += value_step(s)) {
        int n = count_value(s, scale, v);
        bool filled = key->settled && key->value == v;
        struct block *b;

        if (asks(s)) {
            ask_cell(s, row, scale, v, s->main_x + value_x(is, v, w) - cell / 2,
                cell);
            continue;
        }
        b = block_text(
            s->a, row, ROLE_TD, filled ? STYLE_NUMBER : STYLE_FACT, NULL);
        if (n > 0) {
            const char *text = arena_printf(s->a, "%d", n);

            block_run(s->a, b, RUN_TEXT, false, text, strlen(text));
        }
        b->as.text.align = ALIGN_CENTER;
        b->x = s->main_x + value_x(is, v, w) - cell / 2;
        b->w = cell;
        b->before = filled ? ROW_H / 2 - MM(2.1) : ROW_H / 2 - MM(2.38);
    }
}

static void
add_scale(struct section *s, struct sheet *sheet, int scale)
{
    const struct course_scores *in = scores_of(s);
    const struct accepted *key = &sheet->keys[scale];
    struct nearness got = {0};
    struct block *row = add_row(s, sheet->table, ROW_H);

    for (int i = 0; i < in->n; i++)
        if (in->v[i].scale == scale)
            count_score(key, in->v[i].score, &got);
    add_key(s, row, scale, key);
    add_cell(s, row, ROLE_TH_ROW, STYLE_BODY, course_scale_title(s, scale), 0,
        s->side_w);
    add_counts(s, row, scale, key);
    if (asks(s))
        ask_cell(
            s, row, scale, -1, s->main_x + near_x(s), s->main_w - near_x(s));
    else
        add_cell(s, row, ROLE_TD, STYLE_FACT,
            got.keyed > 0 ? share(s, got.near, got.keyed) : "",
            s->main_x + near_x(s), s->main_w - near_x(s));
    section_separator(s, sheet->table, 0)->keep_next = false;
}

static void
add_group(
    struct section *s, void *ctx, int i, int group, const int *scales, int n)
{
    struct sheet *sheet = ctx;

    struct block *part =
        course_group(s, sheet->sect, group, i == 0 ? MM(7) : MM(5.3));

    sheet->table = block_add(s->a, part, BLOCK_GROUP);
    sheet->table->role = ROLE_TABLE;
    add_head(s, sheet->table, &s->rules->scales[scales[0]]);
    for (int k = 0; k < n; k++)
        add_scale(s, sheet, scales[k]);
}

/* The table of trainees */

/* Where its columns begin: names take less than the side column, so that the
   scales that differ mostly fit on one line. */
struct trainee_columns {
    mpt near, inside, apart;
};

static struct trainee_columns
trainee_columns(const struct section *s)
{
    mpt near = s->main_x * 3 / 4, w = s->main_w / 4;

    return (struct trainee_columns){
        .near = near, .inside = near + w, .apart = near + 2 * w - MM(2)};
}

/* Which scales a trainee scored far from the key. */
static const char *
far_scales(struct section *s, const struct sheet *sheet, int trainee)
{
    const struct course_scores *in = sheet->in;
    struct buf out = buf_new(s->a);

    for (int i = in->first[trainee]; i >= 0; i = in->v[i].next) {
        const struct course_score *score = &in->v[i];
        const struct accepted *key = &sheet->keys[score->scale];

        if (key->settled &&
            abs(score->score - key->value) >= s->rules->differ_from)
            buf_printf(&out, "%s%s", out.len > 0 ? ", " : "",
                course_scale_title(s, score->scale));
    }
    return out.len > 0 ? out.p : section_text(s, "none");
}

static void
add_trainee(struct section *s, const struct sheet *sheet, int trainee)
{
    const struct course_scores *in = sheet->in;
    struct block *row = add_row(s, sheet->table, TRAINEE_H);
    struct trainee_columns at = trainee_columns(s);
    struct nearness got = {0};

    row->after = MM(1.4);
    for (int i = in->first[trainee]; i >= 0; i = in->v[i].next)
        count_score(&sheet->keys[in->v[i].scale], in->v[i].score, &got);
    add_cell(s, row, ROLE_TH_ROW, STYLE_BODY, in->trainees[trainee].s, 0,
        at.near - CELL_GAP);
    add_cell(s, row, ROLE_TD, STYLE_FACT, share(s, got.near, got.keyed),
        at.near, at.inside - at.near);
    add_cell(s, row, ROLE_TD, STYLE_FACT, share(s, got.inside, got.keyed),
        at.inside, at.apart - at.inside);
    add_cell(s, row, ROLE_TD, STYLE_FACT, far_scales(s, sheet, trainee),
        at.apart, s->w - at.apart);
    section_separator(s, sheet->table, 0)->keep_next = false;
}

static void
add_trainees(struct section *s, struct sheet *sheet)
{
    const struct course_scores *in = sheet->in;
    struct trainee_columns at = trainee_columns(s);
    struct block *row, *b;

    if (in->n == 0)
        return;
    b = section_para(
        s, sheet->sect, section_heading_role(s), STYLE_HEADING, "trainees");
    if (b != NULL) {
        b->before = MM(9);
        b->keep_next = true;
    }
    sheet->table = block_add(s->a, sheet->sect, BLOCK_GROUP);
    sheet->table->role = ROLE_TABLE;
    row = add_row(s, sheet->table, MM(7.5));
    row->keep_next = true;
    row->repeat = true;
    add_cell(s, row, ROLE_TH_COLUMN, STYLE_FACT_LABEL,
        section_text(s, "trainee"), 0, at.near - CELL_GAP);
    add_cell(s, row, ROLE_TH_COLUMN, STYLE_FACT_LABEL, section_text(s, "near"),
        at.near, at.inside - at.near);
    add_cell(s, row, ROLE_TH_COLUMN, STYLE_FACT_LABEL,
        section_text(s, "inside"), at.inside, at.apart - at.inside);
    s->fill.count = fill_number(s->a, s->rules->differ_from, s->lang);
    add_cell(s, row, ROLE_TH_COLUMN, STYLE_FACT_LABEL, section_text(s, "apart"),
        at.apart, s->w - at.apart);
    s->fill.count = NULL;
    section_separator(s, sheet->table, 0)->repeat = true;
    for (int i = 0; i < in->ntrainees; i++)
        add_trainee(s, sheet, i);
}

/* A scale that trainees scored and the sheet does not show is said once. */
static void
warn_hidden(struct section *s)
{
    const struct course_scores *in = scores_of(s);
    bool *said = NEW(s->a, bool, s->rules->nscales);

    for (int i = 0; i < in->n; i++) {
        int scale = in->v[i].scale;

        if (section_shows(s, scale) || said[scale])
            continue;
        said[scale] = true;
        diag_warning(s->d, in->v[i].at, "C105",
            "scale \"%s\" is not shown on this sheet; its scores count only "
            "per trainee",
            s->rules->scales[scale].is.id);
    }
}

static void
add(struct section *s)
{
    struct sheet sheet = {.in = scores_of(s),
        .keys = NEW(s->a, struct accepted, s->rules->nscales)};
    int n = sheet.in->ntrainees;
    const char *sub = section_raw(s, n == 0   ? "sub_none"
                                     : n == 1 ? "sub_one"
                                              : "sub");
    bool between = false;

    for (int i = 0; i < s->rules->nscales; i++) {
        sheet.keys[i] = course_accepted(&s->profile->scores->v[i]);
        between |= section_shows(s, i) && is_between(s, i, &sheet.keys[i]);
    }
    if (between)
        sub = arena_printf(s->a, "%s %s", sub, section_raw(s, "between"));
    s->fill.count = fill_count(s->a, n, s->lang);
    sheet.sect = section_open_page(s, section_raw(s, "title"), sub, true);
    s->fill.count = NULL;
    course_each_group(s, add_group, &sheet);
    add_trainees(s, &sheet);
    warn_hidden(s);
    section_notes(s, sheet.sect, true);
}

const struct section_kind section_group_tally = {
    .name = "group_tally",
    .help = "trainees' scores beside the key, per scale and per trainee",
    .page = PAGE_NEW,
    .low = true,
    KEYS(keys),
    .add = add,
};

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "base/utf8.h"
#include "report/section/comparison.h"
#include "report/section/group_chart.h"
#include "report/section.h"
#include "report/section/kinds.h"

#include <string.h>

/* Two values per scale with a line between them: hollow the first, filled the
   second. */

static const struct section_key keys[] = {
    KEY_OF_TEXT("title", "Twee interviews naast elkaar",
        "Two interviews side by side",
        "heading, or title of the page where it begins one"),
    KEY_OF_TEXT("sub", "Open teken: {eerste}. Dicht teken: {tweede}.",
        "Open mark: {first}. Filled mark: {second}.",
        "below it; {first}, {second}: the children, or the months"),
    KEY_OF_YESNO("remark", "yes", "whether one_step or steps follows"),
    COMPARISON_REMARK_KEYS("Eén stap verschil telt als ongeveer gelijk.",
        "A difference of one step counts as about the same.",
        "Tot {count} stappen verschil telt als ongeveer gelijk.",
        "A difference of up to {count} steps counts as about the same."),
    KEY_OF_TEXT("same", "ongeveer gelijk", "about the same",
        "beside a scale: about the same"),
    KEY_OF_TEXT("more", "meer", "more", "the second has more"),
    KEY_OF_TEXT("less", "minder", "less", "the second has less"),
    KEY_OF_TEXT("open", "nog te bespreken", "still to talk about",
        "not scored in both, or readers differ"),
    KEY_OF_GROUPS(
        "groups", "", "which groups show; by default those of the copy"),
};

/* Shares of the main column. */
#define TRACK_SHARE(w) ((mpt)((long long)(w)*8000 / 10867))
#define WORD_X(w) ((mpt)((long long)(w)*8400 / 10867))

/* Names above the first row: the lower line's baseline is that far below the
   top of the heading; white space at the edges of the track, and between two on
   a line, which must not read as one. */
#define NAME_BASELINE MM(8.2)
#define NAME_GAP MM(1)
#define NAME_APART MM(5)

/* Longer names have no room beside a row. */
enum { NAME_SHORT = 14 };

/* A name above its mark. */
struct name {
    const char *text;
    bool strong, shown;
    mpt x; /* of the mark */
};

/* Both names as they stand in the chart: the first of several where the whole
   one has no room, and tells the two apart. */
struct pair_shown {
    const char *first, *second;
};

static const char *
first_word(struct arena *a, const char *name)
{
    const char *p = name;
    size_t n = strcspn(name, " ");

    if (utf8_count(name, strlen(name)) <= NAME_SHORT || *name == '\0' ||
        !utf8_is_capital(utf8_next(&p)))
        return name;
    return arena_strndup(a, name, n);
}

static struct pair_shown
pair_shown(const struct section *s)
{
    struct pair_shown of = {
        first_word(s->a, s->fill.first), first_word(s->a, s->fill.second)};

    if (strcmp(of.first, of.second) == 0)
        of = (struct pair_shown){s->fill.first, s->fill.second};
    return of;
}

/* What a name takes at most, or hardly ever more: no font is known here.  One
   that is wider still is broken within its room. */
static mpt
name_width(const struct section *s, const struct name *n)
{
    mpt size = s->layout->styles[STYLE_AXIS].size;

    return (mpt)utf8_count(n->text, strlen(n->text)) * (size * 6 / 10);
}

/* Sets a name over its mark, or as near as it can within from..to. */
static void
add_name(struct section *s, struct block *row, const struct name *n, mpt from,
    mpt to)
{
    mpt half = name_width(s, n) / 2, left = n->x - from, right = to - n->x;
    struct block *b;

    if (!n->shown)
        return;
    b = block_add(s->a, row, BLOCK_TEXT);
    b->role = ROLE_P;
    b->as.text.style = STYLE_AXIS;
    b->as.text.ink = COLOR_INK;
    block_run(s->a, b, RUN_TEXT, n->strong, n->text, strlen(n->text));
    b->x = from;
    b->w = to - from;
    if (half <= left && half <= right) {
        mpt least = left < right ? left : right;

        b->as.text.align = ALIGN_CENTER;
        b->x = n->x - least;
        b->w = 2 * least;
    } else if (half > right) {
        b->as.text.align = ALIGN_RIGHT;
    }
}

/* Both names on a line, each on its own side of the middle between the marks;
   false where one has no room there. */
static bool
add_names_beside(struct section *s, struct block *box, const struct name *n,
    mpt from, mpt to)
{
    mpt middle = (n[0].x + n[1].x) / 2;
    bool swapped = n[1].x < n[0].x;
    mpt before = middle - NAME_APART / 2, behind = middle + NAME_APART / 2;
    struct block *row;

    if (n[0].x == n[1].x || name_width(s, &n[swapped]) > before - from ||
        name_width(s, &n[!swapped]) > to - behind)
        return false;
    row = block_add(s->a, box, BLOCK_COLUMNS);
    for (int i = 0; i < 2; i++) {
        bool right = swapped == (i == 0);

        add_name(s, row, &n[i], right ? behind : from, right ? to : before);
    }
    return true;
}

/* The names stand in the heading's row, which ends where the first row of
   scales begins. */
static void
add_names(struct group_chart *c, struct block *header, int scale)
{
    struct section *s = c->s;
    const struct style_def *type = &s->layout->styles[STYLE_AXIS];
    struct track t = group_chart_track(c, scale);
    const struct scale_score *one = &s->profile->scores->v[scale];
    const struct scale_score *two = &s->other->scores->v[scale];
    struct pair_shown of = pair_shown(s);
    const struct name names[] = {
        {of.first, false, one->state == SCORE_SETTLED, chart_x(&t, one->value)},
        {of.second, true, two->state == SCORE_SETTLED, chart_x(&t, two->value)},
    };
    mpt from = NAME_GAP, to = t.w - NAME_GAP;
    struct block *box;

    if (!names[0].shown && !names[1].shown)
        return;
    box = block_add(s->a, header, BLOCK_GROUP);
    box->x = s->main_x;
    box->w = t.w;
    box->before = NAME_BASELINE - type->leading / 2 -
                  (mpt)((long long)type->size * 35 / 100);
    box->after = MM(-0.5);
    if (names[0].shown && names[1].shown) {
        if (add_names_beside(s, box, names, from, to))
            return;
        box->before -= type->leading;
    }
    for (int i = 0; i < 2; i++)
        add_name(s, box, &names[i], from, to);
}

static const char *
word_of(struct section *s, int scale)
{
    static const char *const words[] = {[PAIR_SAME] = "same",
        [PAIR_MORE] = "more",
        [PAIR_LESS] = "less",
        [PAIR_OPEN] = "open"};
    const struct fill full = s->fill;
    const struct pair_shown of = pair_shown(s);
    const char *word;

    s->fill.first = of.first;
    s->fill.second = of.second;
    word = section_text(s, words[pair_state(s->profile, s->other, scale)]);
    s->fill = full;
    return word;
}

/* One interview's part of what the row says: its band, or that it has none;
   the number before it where numbers show. */
static const char *
alt_part(struct section *s, const struct profile *p, int scale)
{
    const struct scale_score *score = &p->scores->v[scale];
    const char *word = chart_word(p, scale, s->lang, false);

    if (!s->numbers || score->state != SCORE_SETTLED)
        return word;
    return arena_printf(
        s->a, "%s, %s", fill_number(s->a, score->value, s->lang), word);
}

static const char *
alt_of(struct section *s, int scale)
{
    const char *title = s->rules->scales[scale].title.t[s->lang].s;
    const char *args[] = {fill_text(s->a, &s->fill, title), s->fill.first,
        alt_part(s, s->profile, scale), s->fill.second,
        alt_part(s, s->other, scale)};

    return say_with(s->a, SAY_ALT_PAIR, s->lang, args);
}

static void
add_marks(
    struct section *s, struct block *fig, const struct track *t, int scale)
{
    const struct group *g = &s->rules->groups[s->rules->scales[scale].group];
    const struct scale_score *one = &s->profile->scores->v[scale];
    const struct scale_score *two = &s->other->scores->v[scale];
    bool first = one->state == SCORE_SETTLED;
    bool second = two->state == SCORE_SETTLED;
    mpt y = chart_middle(t);

    chart_row_line(s->a, fig, t, !first && !second);
    if (first && second && one->value != two->value)
        chart_connector(s->a, fig, t, g, one->value, two->value);
    if (first && (!second || one->value != two->value))
        chart_hollow(s->a, fig, chart_x(t, one->value), y, g, 1000);
    if (second)
        chart_mark(s->a, fig, chart_x(t, two->value), y, g, 1000);
}

static void
add_row(struct group_chart *c, struct block *table, int scale)
{
    struct section *s = c->s;
    struct track t = group_chart_track(c, scale);

    add_marks(s, group_chart_row(c, table, scale, alt_of(s, scale)), &t, scale);
    group_chart_word(
        c, table, STYLE_DIFFERENCE, WORD_X(s->main_w), word_of(s, scale));
}

static struct block *
open_section(struct section *s)
{
    bool new_page = !section_has_word(s, "page", "flow");
    const char *title = section_raw(s, "title"), *sub = section_raw(s, "sub");
    const char *remark = section_yes(s, "remark") ? comparison_remark(s) : "";
    struct block *sect, *b;

    if (*remark != '\0')
        sub = arena_printf(s->a, "%s %s", sub, remark);
    sect = section_open_page(
        s, new_page ? title : "", new_page ? sub : "", new_page);
    if (new_page)
        return sect;
    b = section_para(
        s, sect, section_heading_role(s), STYLE_HEADING_LARGE, "title");
    if (b != NULL) {
        b->before = MM(3.7);
        b->keep_next = true;
    }
    b = section_fill(s, sect, ROLE_P, STYLE_SMALL, sub);
    if (b != NULL) {
        b->before = MM(0.4);
        b->keep_next = true;
    }
    return sect;
}

static void
add(struct section *s)
{
    struct group_chart c = {.s = s,
        .track_w = TRACK_SHARE(s->main_w),
        .before = MM(8),
        .add_row = add_row,
        .add_above = add_names};

    if (group_chart_rows(s) == 0)
        return;
    c.sect = open_section(s);
    s->fill.count = NULL;
    group_chart_add(&c);
}

const struct section_kind section_dumbbell = {
    .name = "dumbbell",
    .help = "all scales of two interviews as a chart; only in `compare`",
    .page = PAGE_NEW,
    .low = true,
    .compares = true,
    KEYS(keys),
    .add = add,
};

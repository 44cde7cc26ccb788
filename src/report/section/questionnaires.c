/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/section.h"
#include "report/section/kinds.h"

#include "method/questionnaire.h"

#include <string.h>

/* What was filled in on questionnaires: a panel per instrument, each subscale
   on an axis of its own, apart from the interview's scales. */

static const struct section_key keys[] = {
    {.name = "title",
        .type = KEY_TEXT,
        .nl = "Wat je invulde over {kind}",
        .en = "What you filled in about {child}",
        .help = "title of the page"},
    {.name = "sub",
        .type = KEY_TEXT,
        .nl = "Dit zijn je eigen antwoorden. Ze staan los van wat er in het "
              "interview te horen was.",
        .en = "These are your own answers. They stand apart from what was "
              "heard in the interview.",
        .help = "line below it"},
    KEY_OF_TEXT("filled", "ingevuld op {count}", "filled in on {count}",
        "below the name of a questionnaire; {count} is the date"),
    KEY_OF_TEXT("missing", "niet genoeg antwoorden", "not enough answers",
        "in place of a value"),
    KEY_OF_TEXT("mean", "gemiddelde van {count} antwoorden",
        "average of {count} answers",
        "below a number: where it comes from; {count}: how many"),
    KEY_OF_TEXT("sum", "som van {count} antwoorden", "sum of {count} answers",
        "the same, where answers are added up"),
    KEY_OF_TEXT("sum_part", "som, geschat uit {value} van {total} antwoorden",
        "sum, estimated from {value} of {total} answers",
        "the same, where some are missing"),
    KEY_OF_TEXT(
        "answer", "één antwoord", "one answer", "the same, where there is one"),
    KEY_OF_TEXT("entered", "als getal ingevuld", "filled in as a number",
        "the same, where the interview gives the number itself"),
    KEY_OF_TEXT("lowest", "laagst mogelijk", "lowest possible",
        "left end of an axis without numbers"),
    KEY_OF_TEXT("highest", "hoogst mogelijk", "highest possible",
        "right end of an axis without numbers"),
    KEY_OF_TEXT("reference", "Streepje op {count}:", "Dash at {count}:",
        "before what a reference value is; it shows where numbers do"),
    KEY_OF_TEXT("reference_range", "Grijze balk: van {first} tot {second}.",
        "Grey bar: from {first} to {second}.",
        "behind it, where the reference has a range"),
    KEY_OF_TEXT("published_sample",
        "gemiddelde uit een gepubliceerde steekproef, geen norm",
        "mean of a published sample, not a norm", "what a reference value is"),
    KEY_OF_TEXT("local_sample",
        "gemiddelde uit een eigen steekproef, geen norm",
        "mean of a sample of our own, not a norm", "the same"),
    KEY_OF_TEXT("norm", "norm", "norm", "the same"),
    KEY_OF_TEXT("source", "Bron", "Source", "before its source"),
};

/* An axis is a strip with room for the mark at both ends. */
#define TRACK_H MM(6)
#define END_ROOM MM(4)
#define TICK MM(0.8)
#define MARK_R MM(2.15)
#define GROUND_R MM(2.75)
#define LABEL_BASELINE MM(9.6)
#define FIGURE_H MM(10.4)
#define BAND_GAP PT(1.2)

enum { TICKS_MAX = 10 };

struct axis {
    mpt w;
    int min, max; /* thousandths */
};

static mpt
axis_x(const struct axis *axis, int value)
{
    long long w = axis->w - 2 * END_ROOM;

    return END_ROOM + (mpt)(w * (value - axis->min) / (axis->max - axis->min));
}

static void
add_label(struct section *s, struct block *fig, mpt x, enum align align,
    const char *text)
{
    block_label(
        s->a, fig, x, LABEL_BASELINE, STYLE_AXIS, COLOR_NONE, align, text);
}

/* The distance between two values that answers can come to. */
static int
value_step(const struct subscale *is)
{
    return is->mean && is->nitems > 0 ? 1000 / is->nitems : 1000;
}

/* Between the last value below a band and its first, so that each lies in the
   band that its word names. */
static mpt
band_edge(const struct axis *axis, const struct band *b,
    const struct subscale *is, const struct subscale_score *v)
{
    int before = b->from - value_step(is);

    if (v->state != SUBSCALE_MISSING && v->value < b->from && v->value > before)
        before = v->value;
    if (before < axis->min)
        before = axis->min;
    return axis_x(axis, (before + b->from) / 2);
}

/* The strip, parted where the bands begin. */
static void
add_strip(struct section *s, struct block *fig, const struct axis *axis,
    const struct subscale_score *v)
{
    const struct subscale *is = &s->rules->subscales[v->subscale];
    const struct bands *bands =
        is->bands >= 0 ? &s->rules->bands[is->bands] : NULL;

    if (bands == NULL) {
        block_rect(s->a, fig, 0, 0, axis->w, TRACK_H, COLOR_BAND1);
        return;
    }
    for (int i = 0; i < bands->n; i++) {
        mpt left = 0, right = axis->w;

        if (i > 0)
            left = band_edge(axis, &bands->v[i], is, v) + BAND_GAP / 2;
        if (i + 1 < bands->n)
            right = band_edge(axis, &bands->v[i + 1], is, v) - BAND_GAP / 2;
        block_rect(
            s->a, fig, left, 0, right - left, TRACK_H, chart_tint(i, bands->n));
    }
}

/* Whole points between two ticks: few enough, and 1, 2 or 5 times a power of
   ten. */
static int
tick_step(const struct axis *axis)
{
    int points = (axis->max - axis->min) / 1000, step = 1;

    for (int k = 0; points / step > TICKS_MAX; k++)
        step = k % 3 == 1 ? step / 2 * 5 : step * 2;
    return step * 1000;
}

/* A tick at both ends and at the whole steps between; its number where numbers
   show. */
static void
add_ticks(struct section *s, struct block *fig, const struct axis *axis)
{
    int step = tick_step(axis), next;

    for (int v = axis->min; v <= axis->max; v = next) {
        mpt x = axis_x(axis, v);

        block_stroke(
            s->a, fig, x, TRACK_H / 2 - TICK, 0, 2 * TICK, COLOR_LINE, PT(0.5));
        if (s->numbers)
            add_label(s, fig, x, ALIGN_CENTER, fill_number(s->a, v, s->lang));
        next = (v / step + 1) * step;
        if (v < axis->max && axis->max - next < step / 2)
            next = axis->max;
    }
    if (s->numbers)
        return;
    add_label(s, fig, 0, ALIGN_LEFT, section_text(s, "lowest"));
    add_label(s, fig, axis->w, ALIGN_RIGHT, section_text(s, "highest"));
}

static void
add_reference_mark(struct section *s, struct block *fig,
    const struct axis *axis, const struct reference *ref)
{
    if (ref->has_range)
        block_rect(s->a, fig, axis_x(axis, ref->low), TRACK_H / 2 - MM(0.6),
            axis_x(axis, ref->high) - axis_x(axis, ref->low), MM(1.2),
            COLOR_GREY_SPREAD);
    block_stroke(s->a, fig, axis_x(axis, ref->value), -MM(0.8), 0,
        TRACK_H + MM(1.6), COLOR_INK, PT(1.2));
}

static const char *
subscale_title(struct section *s, const struct subscale *is)
{
    return fill_text(s->a, &s->fill, is->title.t[s->lang].s);
}

static const char *
band_label(struct section *s, const struct subscale_score *v)
{
    const struct subscale *is = &s->rules->subscales[v->subscale];

    return v->band < 0
               ? NULL
               : s->rules->bands[is->bands].v[v->band].label.t[s->lang].s;
}

/* What the figure says to who cannot see it. */
static const char *
alt_text(
    struct section *s, const struct subscale_score *v, const struct axis *axis)
{
    const char *title = subscale_title(s, &s->rules->subscales[v->subscale]);
    const char *band = band_label(s, v);
    const char *args[] = {title, band, "", ""};

    if (v->state == SUBSCALE_MISSING)
        args[1] = section_text(s, "missing");
    else if (s->numbers) {
        args[1] = fill_number(s->a, v->value, s->lang);
        args[2] = fill_number(s->a, axis->min, s->lang);
        args[3] = fill_number(s->a, axis->max, s->lang);
        return say_with(s->a, SAY_ALT_VALUE, s->lang, args);
    }
    return say_with(
        s->a, args[1] != NULL ? SAY_ALT_BAND : SAY_ALT_AXIS, s->lang, args);
}

static void
add_figure(
    struct section *s, struct block *main, const struct subscale_score *v)
{
    const struct subscale *is = &s->rules->subscales[v->subscale];
    const struct reference *ref = NULL;
    struct axis axis = {.w = s->main_w};
    struct block *fig;

    rules_subscale_range(s->rules, is, &axis.min, &axis.max);
    fig = block_figure(s->a, main, FIGURE_H, alt_text(s, v, &axis));
    add_strip(s, fig, &axis, v);
    block_stroke(s->a, fig, END_ROOM, TRACK_H / 2, axis.w - 2 * END_ROOM, 0,
        COLOR_LINE, PT(0.5));
    if (v->state == SUBSCALE_MISSING)
        fig->as.figure.v[fig->as.figure.n - 1].dash = PT(2);
    add_ticks(s, fig, &axis);
    while (s->numbers &&
           (ref = questionnaire_reference(s->rules, v->subscale, ref)) != NULL)
        add_reference_mark(s, fig, &axis, ref);
    if (v->state == SUBSCALE_MISSING)
        return;
    block_rect(s->a, fig, axis_x(&axis, v->value) - GROUND_R,
        TRACK_H / 2 - GROUND_R, 2 * GROUND_R, 2 * GROUND_R, COLOR_WHITE);
    block_rect(s->a, fig, axis_x(&axis, v->value) - MARK_R,
        TRACK_H / 2 - MARK_R, 2 * MARK_R, 2 * MARK_R, COLOR_GREY);
}

/* "Streepje op 3,6: gemiddelde uit een eigen steekproef, geen norm. Bron: …,
   n = 120, leerkrachten van groep 1 tot en met 4.  Grijze balk: van 3 tot
   4,2." */
static void
add_reference(
    struct section *s, struct block *main, const struct reference *ref)
{
    static const char *const status[] = {
        [REFERENCE_PUBLISHED] = "published_sample",
        [REFERENCE_LOCAL] = "local_sample",
        [REFERENCE_NORM] = "norm"};
    const char *source = ref->source.t[s->lang].s;
    const char *people = ref->population.t[s->lang].s;
    const char *at, *range = "";

    if (ref->has_range) {
        s->fill.first = fill_number(s->a, ref->low, s->lang);
        s->fill.second = fill_number(s->a, ref->high, s->lang);
        range = arena_printf(s->a, " %s", section_text(s, "reference_range"));
        s->fill.first = s->fill.second = NULL;
    }
    s->fill.count = fill_number(s->a, ref->value, s->lang);
    at = section_text(s, "reference");
    s->fill.count = NULL;
    section_typed(s, main, ROLE_P, STYLE_FACT_LABEL,
        arena_printf(s->a, "%s %s. %s: %s, n\u00a0=\u00a0%d, %s.%s", at,
            section_text(s, status[ref->status]), section_text(s, "source"),
            source != NULL ? source : "", ref->n, people != NULL ? people : "",
            range))
        ->before = MM(0.8);
}

/* How a number came about: of answers, or entered. */
static void
add_origin(
    struct section *s, struct block *side, const struct subscale_score *v)
{
    const struct subscale *is = &s->rules->subscales[v->subscale];
    const char *key = "entered";

    if (v->state == SUBSCALE_COMPUTED) {
        bool all = v->answered == is->nitems;

        key = is->mean || is->nitems == 1 ? "mean" : all ? "sum" : "sum_part";
        if (v->answered == 1 && (is->mean || is->nitems == 1))
            key = "answer";
    }
    s->fill.count = fill_count(s->a, v->answered, s->lang);
    s->fill.value = arena_printf(s->a, "%d", v->answered);
    s->fill.total = arena_printf(s->a, "%d", is->nitems);
    section_para(s, side, ROLE_P, STYLE_SMALL, key);
    s->fill.count = s->fill.value = s->fill.total = NULL;
}

static void
add_value(struct section *s, struct block *side, const struct subscale_score *v)
{
    const char *band = band_label(s, v);
    const char *number = fill_number(s->a, v->value, s->lang);

    if (v->state == SUBSCALE_MISSING)
        section_para(s, side, ROLE_P, STYLE_SMALL, "missing");
    else if (s->numbers) {
        section_typed(s, side, ROLE_P, STYLE_BAND,
            band != NULL ? arena_printf(s->a, "%s · %s", number, band)
                         : number);
        add_origin(s, side, v);
    } else if (band != NULL)
        section_typed(s, side, ROLE_P, STYLE_BAND, band);
}

static void
add_subscale(
    struct section *s, struct block *panel, const struct subscale_score *v)
{
    const struct reference *ref = NULL;
    struct block *side, *main;
    struct block *row = section_row(s, panel, &side, &main);

    row->before = MM(5);
    row->keep = true;
    section_typed(s, side,
        section_heading_role(s) == ROLE_H2 ? ROLE_H3 : ROLE_P, STYLE_SCALE,
        subscale_title(s, &s->rules->subscales[v->subscale]));
    add_value(s, side, v);
    main->before = MM(0.6);
    add_figure(s, main, v);
    while (s->numbers &&
           (ref = questionnaire_reference(s->rules, v->subscale, ref)) != NULL)
        add_reference(s, main, ref);
}

static void
add_panel(struct section *s, struct block *sect, const struct filled *f)
{
    const struct questionnaire *is = &s->rules->questionnaires[f->index];
    struct block *panel = block_add(s->a, sect, BLOCK_GROUP), *b;
    struct subscale_score *v;
    int n = questionnaire_scores(s->a, s->rules, f, &v);

    panel->again = section_continued(s, NULL, STYLE_HEADING,
        fill_text(s->a, &s->fill, is->title.t[s->lang].s));
    section_key_rule(s, panel, MM(6.5));
    b = section_fill(s, panel, section_heading_role(s), STYLE_HEADING,
        is->title.t[s->lang].s);
    b->before = MM(4);
    b->keep_next = true;
    if (f->date.year != 0) {
        s->fill.count = fill_date(s->a, f->date, s->lang);
        b = section_para(s, panel, ROLE_P, STYLE_SMALL, "filled");
        s->fill.count = NULL;
        if (b != NULL)
            b->keep_next = true;
    }
    for (int i = 0; i < n; i++)
        add_subscale(s, panel, &v[i]);
}

static void
add(struct section *s)
{
    struct block *sect = NULL;

    for (int i = 0; i < s->iv->nquestionnaires; i++) {
        if (sect == NULL)
            sect = section_open(s);
        add_panel(s, sect, &s->iv->questionnaires[i]);
    }
    if (sect != NULL)
        section_notes(s, sect, true);
}

const struct section_kind section_questionnaires = {
    .name = "questionnaires",
    .help = "what was filled in on questionnaires, each on an axis of its own",
    .page = PAGE_NEW,
    .low = true,
    .notes = true,
    KEYS(keys),
    .add = add,
};

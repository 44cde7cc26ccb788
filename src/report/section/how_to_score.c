/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/section/course.h"
#include "report/section.h"
#include "report/section/kinds.h"

/* How to score: the steps, what the bands mean, and per scale what a reader
   listens for in each band. */

static const struct section_key keys[] = {
    {.name = "title",
        .type = KEY_TEXT,
        .nl = "Zo scoor je",
        .en = "How to score",
        .help = "title of the page"},
    {.name = "sub",
        .type = KEY_TEXT,
        .nl = "Je scoort het hele gesprek, niet één antwoord. Per schaal "
              "kies je hoe duidelijk je het hoort.",
        .en = "You score the whole interview, not a single answer. For each "
              "scale you choose how clearly you hear it.",
        .help = "line below it"},
    KEY_OF_GROUPS(
        "groups", "", "which groups show; by default those of the copy"),
    KEY_OF_TEXT("steps", "Stap voor stap", "Step by step", "heading"),
    KEY_OF_TEXT("step_1", "Lees eerst het hele interview.",
        "Read the whole interview first.", "a step; empty leaves it out"),
    {.name = "step_2",
        .type = KEY_TEXT,
        .nl = "Neem één schaal. Zoek de antwoorden waarin je die hoort.",
        .en = "Take one scale. Find the answers in which you hear it.",
        .help = "a step"},
    KEY_OF_TEXT("step_3", "Kies de band die het best past, en daarna het punt.",
        "Choose the band that fits best, and then the point.", "a step"),
    KEY_OF_TEXT("step_4",
        "Schrijf op waarom het niet lager is, en waarom niet hoger.",
        "Write down why it is not lower, and why not higher.", "a step"),
    KEY_OF_TEXT(
        "bands", "Wat de punten zeggen", "What the points say", "heading"),
};

#define ROW_BEFORE MM(2.9)
#define BEFORE_RULE MM(5)
#define AFTER_RULE MM(3.6)
#define SWATCH_W MM(19)
#define SWATCH_H MM(8.2)
#define CHIP_W MM(13)
#define CHIP_H MM(5.2)

/* A tinted field with the points of a band. */
static void
add_field(struct section *s, struct block *row, const struct scale *is, int i,
    mpt w, mpt h, enum style style)
{
    const char *text = chart_points(s->a, s->rules, is, i, s->lang);
    struct block *fig = block_figure(s->a, row, h, text);

    fig->w = w;
    block_rect(
        s->a, fig, 0, 0, w, h, chart_tint(i, s->rules->bands[is->bands].n));
    block_label(s->a, fig, w / 2, h / 2 + MM(1.15), style, COLOR_INK,
        ALIGN_CENTER, text);
}

static void
add_steps(struct section *s, struct block *sect)
{
    static const char *const steps[] = {"step_1", "step_2", "step_3", "step_4"};
    struct block *row, *side, *main, *list;

    row = section_row(s, sect, &side, &main);
    row->before = MM(7);
    row->keep = true;
    section_para(s, side, section_heading_role(s), STYLE_HEADING, "steps");
    list = block_add(s->a, main, BLOCK_GROUP);
    list->role = ROLE_L;
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        const char *text = section_raw(s, steps[i]);

        if (*text == '\0')
            continue;
        fill_block(s->a, &s->fill, text, section_bullet(s, list));
        list->last->before = list->first == list->last ? 0 : MM(1);
    }
}

static void
add_bands(struct section *s, struct block *parent, const struct scale *is)
{
    const struct bands *bands = &s->rules->bands[is->bands];
    struct block *table = block_add(s->a, parent, BLOCK_GROUP);

    for (int i = 0; i < bands->n; i++) {
        const struct band *band = &bands->v[i];
        struct block *row = block_add(s->a, table, BLOCK_COLUMNS), *b;

        row->keep = true;
        row->min_h = SWATCH_H;
        row->before = i > 0 ? MM(1.6) : MM(0.5);
        add_field(s, row, is, i, SWATCH_W, SWATCH_H, STYLE_BAND);
        b = section_fill(
            s, row, ROLE_P, STYLE_STRONG, band->label.t[s->lang].s);
        b->x = MM(23.8);
        b->w = MM(29);
        b->before = MM(1.35);
        b = section_fill(s, row, ROLE_P, STYLE_BODY, band->about.t[s->lang].s);
        if (b != NULL) {
            b->x = MM(54);
            b->before = MM(1.35);
        }
    }
}

/* The bands of the scales that show, each set once. */
struct band_sets {
    struct block *main;
    bool *seen;
};

static void
add_group_bands(
    struct section *s, void *ctx, int i, int group, const int *scales, int n)
{
    struct band_sets *sets = ctx;

    (void)i;
    (void)group;
    for (int k = 0; k < n; k++) {
        const struct scale *is = &s->rules->scales[scales[k]];

        if (sets->seen[is->bands])
            continue;
        sets->seen[is->bands] = true;
        add_bands(s, sets->main, is);
        sets->main->last->before =
            sets->main->first == sets->main->last ? 0 : MM(4);
    }
}

static void
add_band_part(struct section *s, struct block *sect)
{
    struct band_sets sets = {.seen = NEW(s->a, bool, s->rules->nbands)};
    struct block *row, *side;

    section_between(s, sect, BEFORE_RULE);
    row = section_row(s, sect, &side, &sets.main);
    row->before = AFTER_RULE;
    section_para(s, side, section_heading_role(s), STYLE_HEADING, "bands");
    course_each_group(s, add_group_bands, &sets);
}

/* What a reader listens for, band by band; nothing where the rules say
   nothing. */
static void
add_anchors(struct section *s, struct block *main, const struct scale *is)
{
    const struct bands *bands = &s->rules->bands[is->bands];

    for (int i = 0; i < bands->n; i++) {
        const char *anchor = is->anchor[i].t[s->lang].s;
        struct block *row, *b;

        if (anchor == NULL)
            continue;
        row = block_add(s->a, main, BLOCK_COLUMNS);
        row->keep = true;
        row->before = main->first == row ? 0 : MM(1.3);
        add_field(s, row, is, i, CHIP_W, CHIP_H, STYLE_AXIS);
        b = section_fill(s, row, ROLE_P, STYLE_FACT, anchor);
        b->x = CHIP_W + MM(4);
        b->before = MM(0.2);
    }
}

static void
add_scale(struct section *s, struct block *sect, int scale)
{
    const struct scale *is = &s->rules->scales[scale];
    struct block *row, *side, *main, *b;

    row = section_row(s, sect, &side, &main);
    row->keep = true;
    row->before = ROW_BEFORE;
    row->after = MM(3.2);
    section_typed(s, side, ROLE_P, STYLE_SCALE, course_scale_title(s, scale));
    b = section_fill(s, side, ROLE_P, STYLE_SMALL, is->about.t[s->lang].s);
    if (b != NULL)
        b->before = MM(0.6);
    add_anchors(s, main, is);
    b = section_separator(s, sect, 0);
    b->keep_next = false;
    b->keep_prev = true; /* no page begins with it */
}

static void
add_group(
    struct section *s, void *ctx, int i, int group, const int *scales, int n)
{
    struct block *part = course_group(s, ctx, group, i == 0 ? MM(8) : MM(6));

    part->again->after = ROW_BEFORE;
    for (int k = 0; k < n; k++)
        add_scale(s, part, scales[k]);
}

static void
add(struct section *s)
{
    struct block *sect = section_open(s);

    add_steps(s, sect);
    add_band_part(s, sect);
    course_each_group(s, add_group, sect);
    section_notes(s, sect, false);
}

const struct section_kind section_how_to_score = {
    .name = "how_to_score",
    .help = "steps, bands, and per scale what a reader listens for",
    .page = PAGE_NEW,
    .low = true,
    .notes = true,
    .blank = true,
    KEYS(keys),
    .add = add,
};

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/section/course.h"
#include "report/section.h"
#include "report/section/kinds.h"

#include <string.h>

/* The blank scoring form: circles to cross, and lines for the reasons. */

static const struct section_key keys[] = {
    {.name = "title",
        .type = KEY_TEXT,
        .nl = "Zelf scoren",
        .en = "Score it yourself",
        .help = "title of the page"},
    {.name = "sub",
        .type = KEY_TEXT,
        .nl = "Lees het interview van {leerkracht}. Zet op elke schaal één "
              "kruis. Schrijf op in welke antwoorden je het hoort.",
        .en = "Read the interview of {teacher}. Put one cross on each scale. "
              "Write down in which answers you hear it.",
        .help = "line below it"},
    KEY_OF_GROUPS(
        "groups", "", "which groups show; by default those of the copy"),
    KEY_OF_TEXT("name", "Naam", "Name", "label of a line above the scales"),
    {.name = "asks",
        .type = KEY_CHOICE,
        .choices = "reader case",
        .nl = "reader",
        .en = "",
        .help = "what is written on that line, where it is a field to type in"},
    KEY_OF_TEXT("date", "Datum", "Date", "label of a line above the scales"),
    KEY_OF_TEXT("heard", "te horen bij vraag", "heard in question",
        "above the lines for numbers of questions"),
    KEY_OF_TEXT("not_lower", "Niet lager, want",
        "Not lower:", "label of a line for a reason"),
    KEY_OF_TEXT("not_higher", "Niet hoger, want",
        "Not higher:", "label of a line for a reason"),
};

/* So many scales stand on a page; behind them the words above the circles are
   said again. */
enum { SCALES_ON_PAGE = 7 };

#define ROW_H MM(25)
#define REASON_TOP MM(15.4)

struct form {
    struct block *sect;
    int bands;  /* whose words stood above the circles last; -1: none */
    int since;  /* scales below those words */
    mpt before; /* white space above the next group */
};

static void
add_person(struct section *s, struct block *sect)
{
    struct block *row = block_add(s->a, sect, BLOCK_COLUMNS), *b;

    row->before = MM(5.4);
    b = course_line(
        s, row, STYLE_LABEL, "name", 0, MM(14), course_share(s, MM(92)));
    section_ask(s, b, INPUT_TEXT,
        section_has_word(s, "asks", "case") ? "case" : "readings.1.by",
        section_text(s, "name"));
    b = course_line(s, row, STYLE_LABEL, "date", course_share(s, MM(100)),
        course_share(s, MM(100)) + MM(14), s->w);
    section_ask(s, b, INPUT_DATE, "readings.1.date", section_text(s, "date"));
}

static const char *
band_word(const struct section *s, const struct band *b)
{
    const char *brief = b->brief.t[s->lang].s;

    return brief != NULL ? brief : b->label.t[s->lang].s;
}

/* "weinig" and "veel" above the circles' ends. */
static void
add_words(struct section *s, struct block *head, const struct scale *is)
{
    const struct bands *bands = &s->rules->bands[is->bands];
    mpt w = course_circles_w(s, is);
    struct block *b;

    b = section_typed(
        s, head, ROLE_P, STYLE_FACT_LABEL, band_word(s, &bands->v[0]));
    b->x = s->main_x;
    b->w = w / 2;
    b->before = MM(0.77);
    b = section_typed(s, head, ROLE_P, STYLE_FACT_LABEL,
        band_word(s, &bands->v[bands->n - 1]));
    b->x = s->main_x + w / 2;
    b->w = w - w / 2;
    b->as.text.align = ALIGN_RIGHT;
    b->before = MM(0.77);
    b = section_para(s, head, ROLE_P, STYLE_FACT_LABEL, "heard");
    if (b != NULL) {
        b->x = s->main_x + course_heard_x(s);
        b->before = MM(0.77);
    }
}

static const char *
circles_alt(struct section *s, const struct scale *is, const char *title)
{
    const char *args[] = {title, arena_printf(s->a, "%d", is->min),
        arena_printf(s->a, "%d", is->max)};

    return say_with(s->a, SAY_ALT_CIRCLES, s->lang, args);
}

/* A line for a reason or for questions: the label `key`, of which the name is
   `of`, the scale and `part`. */
static void
ask_about(struct section *s, struct block *line, int scale, const char *key,
    const char *of, const char *part)
{
    section_ask(s, line, INPUT_TEXT,
        arena_printf(s->a, "%s.%s.%s", of, s->rules->scales[scale].is.id, part),
        section_label(s, course_scale_title(s, scale), section_text(s, key)));
}

static void
add_scale(struct section *s, struct block *parent, int scale)
{
    const struct scale *is = &s->rules->scales[scale];
    const char *title = course_scale_title(s, scale);
    struct block *part = block_add(s->a, parent, BLOCK_GROUP), *row, *b;
    mpt h = course_circles_h(is), middle = course_share(s, MM(86));

    part->keep = true;
    part->min_h = ROW_H + h - MM(10.4);
    row = block_add(s->a, part, BLOCK_COLUMNS);
    row->keep_next = true;
    b = section_typed(s, row, ROLE_P, STYLE_STRONG, title);
    b->w = s->side_w;
    b->before = MM(2.15);
    b = block_figure(s->a, row, h, circles_alt(s, is, title));
    b->x = s->main_x;
    b->w = course_circles_w(s, is);
    course_circles(s, b, scale, NULL);
    b = block_lines(s->a, row, 1, MM(8), say(SAY_ROOM_ONE, s->lang));
    b->x = s->main_x + course_heard_x(s);
    ask_about(s, b, scale, "heard", "room.score_form", "heard");
    row = block_add(s->a, part, BLOCK_COLUMNS);
    row->before = REASON_TOP - MM(10.4);
    b = course_line(
        s, row, STYLE_FACT_LABEL, "not_lower", 0, MM(24), middle - MM(6));
    ask_about(s, b, scale, "not_lower", "readings.1.scores", "not_lower");
    b = course_line(
        s, row, STYLE_FACT_LABEL, "not_higher", middle, middle + MM(25), s->w);
    ask_about(s, b, scale, "not_higher", "readings.1.scores", "not_higher");
    section_separator(s, parent, 0)->keep_next = false;
}

static void
add_group(
    struct section *s, void *ctx, int i, int group, const int *scales, int n)
{
    struct form *form = ctx;
    int bands = s->rules->scales[scales[0]].bands;
    struct block *part =
        course_group(s, form->sect, group, i == 0 ? form->before : MM(5.3));

    if (bands != form->bands || form->since + n > SCALES_ON_PAGE) {
        add_words(s, part->first, &s->rules->scales[scales[0]]);
        form->bands = bands;
        form->since = 0;
    }
    form->since += n;
    add_words(s, part->again->first, &s->rules->scales[scales[0]]);
    for (int k = 0; k < n; k++)
        add_scale(s, part, scales[k]);
}

static void
add(struct section *s)
{
    struct form form = {.sect = section_open(s), .bands = -1, .before = MM(11)};

    add_person(s, form.sect);
    course_each_group(s, add_group, &form);
    section_notes(s, form.sect, false);
}

const struct section_kind section_score_form = {
    .name = "score_form",
    .help = "the scales to score by hand: circles, and lines for reasons",
    .page = PAGE_NEW,
    .notes = true,
    .blank = true,
    KEYS(keys),
    .add = add,
};

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/section.h"
#include "report/section/kinds.h"
#include "report/section/week_boxes.h"

#include <string.h>

static const struct section_key keys[] = {
    KEY_OF_TEXT("title", "Mijn plan", "My plan", "title of the page"),
    KEY_OF_TEXT("sub",
        "{Count} richtingen. Eén kleine stap die lukt, is genoeg.",
        "{Count} directions. One small step that works is enough.",
        "line below it; {count}: how many"),
    KEY_OF_TEXT("sub_one", "Eén kleine stap die lukt, is genoeg.",
        "One small step that works is enough.", "the same, with one or none"),
    KEY_OF_TEXT("question", "Mijn werkvraag", "My question", "label"),
    KEY_OF_TEXT("step", "Mijn stap", "My step", "label"),
    KEY_OF_TEXT("when", "Wanneer", "When", "label"),
    KEY_OF_TEXT("sign", "Waaraan merk ik dat het werkt?",
        "How will I notice that it works?", "label"),
    KEY_OF_TEXT("tally", "Twee weken kijken", "Two weeks of noticing",
        "heading of the tally; empty: no tally"),
    KEY_OF_TEXT("tally_hint",
        "Zet een streepje voor elk fijn moment. Schrijf één woord op de lijn.",
        "Make a tick for each good moment. Write one word on the line.",
        "below it"),
    KEY_OF_TEXT("week", "week", "week", "before the number of a week"),
    KEY_OF_TEXT("days", "ma di wo do vr", "Mon Tue Wed Thu Fri",
        "five days with a blank between"),
    KEY_OF_TEXT("back", "We kijken terug op", "We look back on",
        "last line, before the date"),
    KEY_OF_TEXT(
        "with", "met", "with", "last line, before the name; empty: no name"),
    KEY_OF_INT("steps", 1, 3, "3", "steps to fill in where none is told"),
    KEY_OF_YESNO("goals", "yes", "whether those have a goal of the rules"),
    KEY_OF_TEXT("alone", "", "",
        "in the place of the goal of a step that has none and stands alone"),
    KEY_OF_TEXT("alone_idea", "", "", "below it"),
};

enum { WEEKS = 2 };

/* Geometry of the page. */
#define GOAL_X MM(11.1)
#define BLOCK_H MM(45.5)
#define WHEN_W MM(36)
#define SIGN_X MM(42)
#define BOX_H MM(12)
#define BOX_GAP MM(2.9)
#define WEEK_PITCH MM(22.2)

/* A label with its text, or lines to write on: the part `key` of step `i`,
   which is `at` something. */
static void
add_answer(struct section *s, struct block *parent, const char *key,
    const char *text, int lines, mpt pitch, int i, const char *at)
{
    const char *args[] = {section_text(s, key), at};
    struct block *b = section_para(s, parent, ROLE_P, STYLE_LABEL, key);

    if (b != NULL)
        b->keep_next = true;
    if (text != NULL)
        section_typed(s, parent, ROLE_P, STYLE_BODY, text)->before = MM(0.4);
    else
        section_ask(s, section_lines(s, parent, lines, pitch), INPUT_TEXT,
            arena_printf(s->a, "plan.steps.%d.%s", i + 1, key),
            strchr(args[0], '?') != NULL
                ? section_label(s, at, args[0])
                : say_with(s->a, SAY_INPUT_AT, s->lang, args));
}

/* Of the interview, else the first goals of the rules. */
static int
count_steps(const struct section *s)
{
    int n = section_int(s, "steps");

    if (s->iv->nsteps > 0)
        return s->iv->nsteps;
    return section_yes(s, "goals") && s->rules->ngoals < n ? s->rules->ngoals
                                                           : n;
}

/* The goal of the rules that a step is for; -1: none. */
static int
goal_of(const struct section *s, int step)
{
    if (s->iv->nsteps > 0)
        return s->iv->steps[step].goal_index;
    return section_yes(s, "goals") ? step : -1;
}

/* What a step works on, as its title says it; without one its number. */
static const char *
goal_text(struct section *s, int i, const struct goal *goal, const char *own)
{
    if (goal != NULL)
        return fill_text(s->a, &s->fill, goal->title.t[s->lang].s);
    if (own == NULL && count_steps(s) == 1 && *section_raw(s, "alone") != '\0')
        return section_text(s, "alone");
    return own != NULL ? own : arena_printf(s->a, "%d", i + 1);
}

static void
add_goal_title(struct section *s, struct block *side, const struct goal *goal,
    const char *own)
{
    struct block *b = NULL;

    if (goal != NULL)
        b = section_fill(s, side, section_heading_role(s), STYLE_HEADING,
            goal->title.t[s->lang].s);
    else if (own != NULL)
        b = section_typed(s, side, section_heading_role(s), STYLE_HEADING, own);
    if (b == NULL)
        return;
    b->x = GOAL_X;
    b->before = MM(4.8);
    if (goal == NULL)
        return;
    b = section_fill(s, side, ROLE_P, STYLE_SMALL, goal->idea.t[s->lang].s);
    if (b != NULL) {
        b->x = GOAL_X;
        b->before = MM(0.9);
    }
}

/* A step without a goal that stands alone needs no number. */
static void
add_alone(struct section *s, struct block *side)
{
    struct block *b =
        section_para(s, side, section_heading_role(s), STYLE_HEADING, "alone");

    b->before = MM(4.8);
    b = section_para(s, side, ROLE_P, STYLE_SMALL, "alone_idea");
    b->before = MM(0.9);
}

static void
add_step(struct section *s, struct block *sect, int i, const struct goal *goal,
    const struct step *step)
{
    struct block *part = block_add(s->a, sect, BLOCK_GROUP), *side, *main;
    struct block *pair, *cell;
    const char *at = goal_text(s, i, goal, step != NULL ? step->goal.s : NULL);

    part->keep = true;
    part->min_h = BLOCK_H;
    section_row(s, part, &side, &main);
    if (goal == NULL && step == NULL && *section_raw(s, "alone") != '\0' &&
        count_steps(s) == 1) {
        add_alone(s, side);
    } else {
        section_disc(s, side, MM(3.6), MM(8.5), i + 1);
        add_goal_title(s, side, goal, step != NULL ? step->goal.s : NULL);
    }
    side->after = main->after = MM(2.7);
    main->before = MM(3.3);
    add_answer(
        s, main, "step", step != NULL ? step->step.s : NULL, 2, MM(9), i, at);
    pair = block_add(s->a, main, BLOCK_COLUMNS);
    pair->before = MM(2);
    cell = block_add(s->a, pair, BLOCK_GROUP);
    cell->w = WHEN_W;
    add_answer(
        s, cell, "when", step != NULL ? step->when.s : NULL, 1, MM(9.3), i, at);
    cell = block_add(s->a, pair, BLOCK_GROUP);
    cell->x = SIGN_X;
    add_answer(
        s, cell, "sign", step != NULL ? step->sign.s : NULL, 1, MM(9.3), i, at);
}

static void
add_steps(struct section *s, struct block *sect)
{
    int n = count_steps(s);

    for (int i = 0; i < n; i++) {
        const struct step *step = s->iv->nsteps > 0 ? &s->iv->steps[i] : NULL;
        int goal = goal_of(s, i);

        add_step(s, sect, i, goal >= 0 ? &s->rules->goals[goal] : NULL, step);
        section_key_rule(s, sect, 0)->keep_next = false;
    }
}

static void
add_tally(struct section *s, struct block *sect)
{
    const struct week_boxes boxes = {
        .w = s->main_w, .gap = BOX_GAP, .box_h = BOX_H};
    struct block *row, *side, *main, *fig, *b;

    if (*section_raw(s, "tally") == '\0')
        return;
    row = section_row(s, sect, &side, &main);
    row->keep = true;
    row->before = MM(4.8);
    section_para(s, side, section_heading_role(s), STYLE_HEADING, "tally");
    b = section_para(s, side, ROLE_P, STYLE_SMALL, "tally_hint");
    if (b != NULL)
        b->before = MM(1);
    fig = block_figure(s->a, main, WEEK_PITCH * (WEEKS - 1) + BOX_H + WEEK_LINE,
        say(SAY_ALT_TALLY, s->lang));
    fig->before = MM(4.2);
    for (int i = 0; i < WEEKS; i++)
        week_boxes_add(s, fig, &boxes, i + 1, i * WEEK_PITCH);
    section_between(s, sect, MM(4.7));
}

/* "We kijken terug op … met …": what is known, else a line. */
static void
add_back(struct section *s, struct block *sect)
{
    struct block *row, *side, *main, *b;
    const char *date = s->iv->review.year == 0
                           ? NULL
                           : fill_date(s->a, s->iv->review, s->lang);
    const char *with = s->iv->coach.name.s;

    row = section_row(s, sect, &side, &main);
    row->keep = true;
    row->before = MM(4.7);
    section_para(s, side, ROLE_P, STYLE_STRONG, "back");
    main->kind = BLOCK_COLUMNS;
    b = date != NULL
            ? section_typed(s, main, ROLE_P, STYLE_BODY, date)
            : block_lines(s->a, main, 1, MM(4.4), say(SAY_ROOM_ONE, s->lang));
    if (date == NULL)
        section_ask(
            s, b, INPUT_DATE, "reflection.review", section_text(s, "back"));
    b->w = MM(46);
    if (*section_raw(s, "with") == '\0')
        return;
    b = section_para(s, main, ROLE_P, STYLE_STRONG, "with");
    if (b != NULL) {
        b->x = MM(52);
        b->w = MM(9);
    }
    b = with != NULL
            ? section_typed(s, main, ROLE_P, STYLE_BODY, with)
            : block_lines(s->a, main, 1, MM(4.4), say(SAY_ROOM_ONE, s->lang));
    if (with == NULL)
        section_ask(s, b, INPUT_TEXT, "coach.name",
            arena_printf(s->a, "%s … %s", section_text(s, "back"),
                section_text(s, "with")));
    b->x = MM(62);
}

static void
add(struct section *s)
{
    struct block *sect, *row, *side, *main;
    bool flow = section_has_word(s, "page", "flow");
    int n = count_steps(s);

    s->fill.count = fill_count(s->a, n, s->lang);
    sect = section_open_page(s, flow ? "" : section_raw(s, "title"),
        flow ? "" : section_raw(s, n > 1 ? "sub" : "sub_one"), !flow);
    s->fill.count = NULL;
    row = section_row(s, sect, &side, &main);
    row->before = MM(6.3);
    row->after = MM(7.3);
    section_para(s, side, section_heading_role(s), STYLE_HEADING, "question");
    if (s->iv->plan_question.s != NULL)
        section_typed(s, main, ROLE_P, STYLE_BODY, s->iv->plan_question.s)
            ->before = MM(0.25);
    else
        section_ask(s,
            block_lines(s->a, main, 1, MM(4.7), say(SAY_ROOM_ONE, s->lang)),
            INPUT_TEXT, "plan.question", section_text(s, "question"));
    section_key_rule(s, sect, 0);
    add_steps(s, sect);
    add_tally(s, sect);
    add_back(s, sect);
}

const struct section_kind section_plan = {
    .name = "plan",
    .help = "the plan: question, steps, two weeks of noticing",
    .page = PAGE_NEW,
    .low = true,
    .blank_too = true,
    KEYS(keys),
    .add = add,
};

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/section.h"
#include "report/section/kinds.h"

/* Looking back on a plan: each step with what was done of it and what was
   noticed, as it was told, or with room to write. */

static const struct section_key keys[] = {
    {.name = "title",
        .type = KEY_TEXT,
        .nl = "Wat kwam er van je plan?",
        .en = "What came of your plan?",
        .help = "heading"},
    KEY_OF_TEXT("hint", "", "", "below it"),
    {.name = "step",
        .type = KEY_TEXT,
        .nl = "De stap die je koos",
        .en = "The step you chose",
        .help = "label of a step"},
    {.name = "outcome",
        .type = KEY_TEXT,
        .nl = "Wat deed je, en wat merkte je?",
        .en = "What did you do, and what did you notice?",
        .help = "label of what came of it"},
    KEY_OF_INT("steps", 0, 3, "0",
        "steps to fill in where the interview has no plan; 0: left out"),
    KEY_OF_INT("lines", 0, 10, "0",
        "writing lines where it is not told what came of a step; 0: that step "
        "is left out"),
};

#define LINE_PITCH MM(9)

/* Whether a step prints: what came of it is told, or is asked. */
static bool
shows(const struct section *s, const struct step *is)
{
    return is->outcome.s != NULL ||
           (section_int(s, "lines") > 0 && is->step.s != NULL);
}

static void
add_told(struct section *s, struct block *part, const char *key, int number,
    const char *text, int lines)
{
    struct block *b = section_para(s, part, ROLE_P, STYLE_LABEL, key);

    if (b != NULL)
        b->keep_next = true;
    if (text != NULL)
        section_typed(s, part, ROLE_P, STYLE_BODY, text)->before = MM(0.4);
    else
        section_ask(s, section_lines(s, part, lines, LINE_PITCH), INPUT_TEXT,
            arena_printf(s->a, "plan.steps.%d.%s", number, key),
            section_label(
                s, arena_printf(s->a, "%d", number), section_text(s, key)));
}

static void
add_step(
    struct section *s, struct block *main, int number, const struct step *is)
{
    int lines = section_int(s, "lines");
    bool blank = is->step.s == NULL && is->outcome.s == NULL;
    struct block *part = block_add(s->a, main, BLOCK_GROUP), *b;

    part->keep = true;
    part->before = main->first == part ? 0 : MM(4.6);
    if (is->step.s != NULL || blank) {
        b = block_add(s->a, part, BLOCK_GROUP);
        b->after = MM(2.4);
        add_told(s, b, "step", number, is->step.s, 1);
    }
    add_told(s, part, "outcome", number, is->outcome.s, lines > 0 ? lines : 1);
}

static void
add(struct section *s)
{
    struct block *sect, *row, *side, *main, *b;
    int told = 0, empty;

    for (int i = 0; i < s->iv->nsteps; i++)
        told += shows(s, &s->iv->steps[i]);
    empty = told > 0 ? 0 : section_int(s, "steps");
    if (told + empty == 0)
        return;
    sect = section_open(s);
    row = section_row(s, sect, &side, &main);
    row->before = MM(4.6);
    section_para(s, side, section_heading_role(s), STYLE_HEADING, "title");
    b = section_para(s, side, ROLE_P, STYLE_SMALL, "hint");
    if (b != NULL)
        b->before = MM(1);
    for (int i = 0; i < s->iv->nsteps; i++)
        if (shows(s, &s->iv->steps[i]))
            add_step(s, main, i + 1, &s->iv->steps[i]);
    for (int i = 0; i < empty; i++)
        add_step(s, main, i + 1, &(struct step){0});
    section_between(s, sect, MM(5));
}

const struct section_kind section_plan_outcome = {
    .name = "plan_outcome",
    .help = "what came of the steps of the plan",
    .blank_too = true,
    KEYS(keys),
    .add = add,
};

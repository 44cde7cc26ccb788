/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/section/week_boxes.h"

#include <string.h>

#define BOXES_X MM(12) /* room for "week 1" */

#define BOX_PAD MM(0.6)
#define DAY_H MM(4.2) /* the day's name at the top of a box */
#define DAY_W MM(6.5)
#define TICKS_H MM(4) /* at least, else beside the day's name */

/* The box and the line below it as fields. */
static void
ask_day(struct section *s, struct block *fig, mpt x, mpt y, mpt w, mpt h,
    const char *name, const char *label)
{
    bool below = h - DAY_H - BOX_PAD >= TICKS_H;
    mpt left = below ? BOX_PAD : DAY_W, top = below ? DAY_H : BOX_PAD;

    section_ask_at(s, fig,
        &(struct input){.kind = INPUT_TEXT,
            .name = arena_printf(s->a, "%s.ticks", name),
            .label = say_with(s->a, SAY_INPUT_TICKS, s->lang, &label)},
        x + left, y + top, w - left - BOX_PAD, h - top - BOX_PAD);
    section_ask_at(s, fig,
        &(struct input){.kind = INPUT_TEXT,
            .name = arena_printf(s->a, "%s.word", name),
            .label = say_with(s->a, SAY_INPUT_WORD, s->lang, &label)},
        x, y + h + BOX_PAD, w, WEEK_LINE - BOX_PAD);
}

static void
add_day(struct section *s, struct block *fig, mpt x, mpt y, mpt w, mpt h,
    const char *day)
{
    block_shape(s->a, fig,
        (struct shape){.kind = SHAPE_RECT,
            .x = x,
            .y = y,
            .w = w,
            .h = h,
            .radius = MM(1.5),
            .fill = COLOR_NONE,
            .stroke = COLOR_LINE,
            .weight = PT(0.6)});
    block_label(s->a, fig, x + MM(1.6), y + MM(3.7), STYLE_AXIS, COLOR_NONE,
        ALIGN_LEFT, day);
    block_stroke(s->a, fig, x, y + h + WEEK_LINE, w, 0, COLOR_LINE, PT(0.45));
}

void
week_boxes_add(struct section *s, struct block *fig,
    const struct week_boxes *is, int number, mpt y)
{
    mpt w = (is->w - BOXES_X - (WEEK_DAYS - 1) * is->gap) / WEEK_DAYS;
    const char *days = section_text(s, "days");

    block_label(s->a, fig, 0, y + is->box_h / 2 + MM(1.9), STYLE_FACT_LABEL,
        COLOR_NONE, ALIGN_LEFT,
        arena_printf(s->a, "%s %d", section_text(s, "week"), number));
    for (int i = 0; i < WEEK_DAYS; i++) {
        size_t n = strcspn(days, " ");
        const char *day = arena_strndup(s->a, days, n);
        mpt x = BOXES_X + i * (w + is->gap);

        add_day(s, fig, x, y, w, is->box_h, day);
        ask_day(s, fig, x, y, w, is->box_h,
            arena_printf(
                s->a, "room.%s.tally.%d.%d", s->kind->name, number, i + 1),
            arena_printf(s->a, "%s, %s %d, %s", section_text(s, "tally"),
                section_text(s, "week"), number, day));
        days += n + strspn(days + n, " ");
    }
}

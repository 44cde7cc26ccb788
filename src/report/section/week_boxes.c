#include "report/section/week_boxes.h"

#include <string.h>

#define BOXES_X MM(12) /* room for "week 1" */

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

        add_day(s, fig, BOXES_X + i * (w + is->gap), y, w, is->box_h,
            arena_strndup(s->a, days, n));
        days += n + strspn(days + n, " ");
    }
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/section/tone_square.h"

#define OUTLINE_MAX PT(1.2)

/* The share of the square that is its foot. */
#define FOOT(size) ((size) / 6)

static void
add_ground(struct section *s, struct block *fig, enum tone tone, mpt x, mpt y,
    mpt size)
{
    struct shape ground = {.kind = SHAPE_RECT,
        .x = x,
        .y = y,
        .w = size,
        .h = size,
        .fill = COLOR_OCHRE_SPREAD,
        .stroke = COLOR_NONE};

    if (tone == TONE_MIXED) { /* a line may run behind it */
        block_rect(s->a, fig, x, y, size, size, COLOR_WHITE);
        ground.kind = SHAPE_TRIANGLE;
        ground.fill = COLOR_OCHRE_TINT;
    }
    if (tone != TONE_HEAVY)
        block_shape(s->a, fig, ground);
}

static void
add_foot(struct section *s, struct block *fig, enum tone tone, mpt x, mpt y,
    mpt size)
{
    mpt w = tone == TONE_MIXED ? size / 2 : size;

    if (tone != TONE_LIGHT)
        block_rect(s->a, fig, x + size - w, y + size - FOOT(size), w,
            FOOT(size), COLOR_OCHRE);
}

void
tone_square(struct section *s, struct block *fig, enum tone tone, mpt x, mpt y,
    mpt size)
{
    mpt weight = size / 8 < OUTLINE_MAX ? size / 8 : OUTLINE_MAX;
    mpt in = weight / 2;

    add_ground(s, fig, tone, x + in, y + in, size - weight);
    add_foot(s, fig, tone, x + in, y + in, size - weight);
    block_shape(s->a, fig,
        (struct shape){.kind = SHAPE_RECT,
            .x = x + in,
            .y = y + in,
            .w = size - weight,
            .h = size - weight,
            .fill = COLOR_NONE,
            .stroke = COLOR_OCHRE,
            .weight = weight});
}

const char *
tone_word(const struct section *s, enum tone tone)
{
    static const char *const keys[] = {[TONE_LIGHT] = "tone_light",
        [TONE_MIXED] = "tone_mixed",
        [TONE_HEAVY] = "tone_heavy"};

    return section_text(s, keys[tone]);
}

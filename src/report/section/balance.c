/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/section/balance.h"

#include "method/reason.h"

/* A quote comes to a column only where a reader said which reason it is for;
   others stay above, for all of the scale.  A column of which nothing is known
   is room to write. */

#define COLUMNS_GAP MM(6)
#define LINE_PITCH MM(8.5)

enum { SIDES = 2, ROOM_LINES = 2 };

/* Whether a scale weighs: the less is heard of it the better. */
static bool
weighs(const struct section *s, int scale)
{
    return s->rules->scales[scale].favours == FAVOURS_LOW;
}

static enum reason
side_reason(const struct section *s, int scale, int side)
{
    return (side == 0) != weighs(s, scale) ? REASON_NOT_LOWER
                                           : REASON_NOT_HIGHER;
}

/* Of irritation "there is still room here" would be said of more of it. */
static const char *
side_heading(const struct section *s, int scale, int side)
{
    static const char *const keys[][SIDES] = {
        {"there", "room"}, {"lighter", "heavier"}};

    return keys[weighs(s, scale)][side];
}

bool
balance_shows(const struct section *s, int scale)
{
    return section_yes(s, "balance") &&
           s->rules->scales[scale].favours != FAVOURS_NEITHER &&
           s->profile->scores->v[scale].state == SCORE_SETTLED;
}

int
balance_quotes(const struct section *s, int scale)
{
    int n = 0;

    for (int i = 0; i < SIDES; i++)
        n += reason_quote(s->profile, scale, side_reason(s, scale, i)) != NULL;
    return n;
}

static struct text
reason_text(struct section *s, int scale, enum reason which)
{
    if (!s->numbers)
        return reason_told(s->d, s->profile, scale, which);
    return which == REASON_NOT_LOWER ? profile_not_lower(s->profile, scale)
                                     : profile_not_higher(s->profile, scale);
}

static void
add_column(struct section *s, struct block *row, int scale, int side,
    struct block *card, struct block *code)
{
    const struct group *group =
        &s->rules->groups[s->rules->scales[scale].group];
    enum reason which = side_reason(s, scale, side);
    const struct quote *quote = reason_quote(s->profile, scale, which);
    struct text reason = reason_text(s, scale, which);
    struct block *column = block_add(s->a, row, BLOCK_GROUP), *b;

    column->w = (s->w - COLUMNS_GAP) / SIDES;
    column->x = side * (column->w + COLUMNS_GAP);
    block_rule(s->a, column, PT(0.9), chart_color(group, PART_MARK));
    b = section_para(
        s, column, ROLE_P, STYLE_STRONG, side_heading(s, scale, side));
    b->before = MM(2.4);
    b->keep_next = true;
    if (reason.s != NULL)
        section_typed(s, column, ROLE_P, STYLE_BODY, reason.s)->before =
            MM(0.6);
    if (quote != NULL)
        section_cite(s, column, quote, scale, card, code)->before = MM(1.8);
    if (reason.s == NULL && quote == NULL)
        section_lines(s, column, ROOM_LINES, LINE_PITCH);
}

void
balance_columns(
    struct section *s, struct block *card, int scale, struct block *code)
{
    struct block *row = block_add(s->a, card, BLOCK_COLUMNS);

    row->before = MM(5);
    for (int i = 0; i < SIDES; i++)
        add_column(s, row, scale, i, card, code);
}

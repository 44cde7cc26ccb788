/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Conditions of prompts and patterns against the settled scores.  Where a scale
   is not settled only `missing` and `differs` can hold, so a gap in the scoring
   never chooses a text by accident. */
#include "method/profile.h"

bool
condition_holds(const struct scores *s, const struct condition *c)
{
    const struct scale_score *v = &s->v[c->scale];

    if (v->state != SCORE_SETTLED)
        return c->kind == CONDITION_MISSING ||
               (c->kind == CONDITION_DIFFERS && v->differs);
    switch (c->kind) {
    case CONDITION_IS:
        return v->band == c->band;
    case CONDITION_IS_NOT:
        return v->band != c->band;
    case CONDITION_LESS:
        return v->value < c->value;
    case CONDITION_AT_MOST:
        return v->value <= c->value;
    case CONDITION_MORE:
        return v->value > c->value;
    case CONDITION_AT_LEAST:
        return v->value >= c->value;
    case CONDITION_EQUAL:
        return v->value == c->value;
    case CONDITION_MISSING:
        return false;
    case CONDITION_DIFFERS:
        return v->differs;
    case CONDITION_MORE_THAN:
        return s->v[c->other].state == SCORE_SETTLED &&
               v->value > s->v[c->other].value;
    }
    return false;
}

bool
conditions_hold(const struct scores *s, const struct conditions *c)
{
    for (int i = 0; i < c->nall; i++)
        if (!condition_holds(s, &c->all[i]))
            return false;
    for (int i = 0; i < c->nany; i++)
        if (condition_holds(s, &c->any[i]))
            return true;
    return c->nany == 0;
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "method/pair.h"

#include "base/utf8.h"

#include <stdlib.h>

enum pair_state
pair_state(const struct profile *first, const struct profile *second, int scale)
{
    const struct scale_score *a = &first->scores->v[scale];
    const struct scale_score *b = &second->scores->v[scale];

    if (a->state != SCORE_SETTLED || b->state != SCORE_SETTLED || a->differs ||
        b->differs)
        return PAIR_OPEN;
    if (abs(b->value - a->value) <= first->rules->same_at_most)
        return PAIR_SAME;
    return b->value > a->value ? PAIR_MORE : PAIR_LESS;
}

static const char *
date_name(struct arena *a, const struct fill *env, struct date date,
    struct date other)
{
    return date.month == other.month ? fill_date(a, date, env->lang)
                                     : fill_month(date, env->lang);
}

/* "Noah (K12)" */
static const char *
name_with_code(
    struct arena *a, const char *name, const struct interview *interview)
{
    const char *code = interview->child.code.s;

    return code == NULL || utf8_same(name, code)
               ? name
               : arena_printf(a, "%s (%s)", name, code);
}

void
pair_names(struct arena *a, struct fill *env, bool twice)
{
    const struct interview *one = env->interview, *two = env->other;
    struct fill second = *env;

    if (twice) {
        env->first = date_name(a, env, one->date, two->date);
        env->second = date_name(a, env, two->date, one->date);
        return;
    }
    second.interview = two;
    env->first = fill_child(a, env);
    env->second = fill_child(a, &second);
    if (utf8_same(env->first, env->second)) {
        env->first = name_with_code(a, env->first, one);
        env->second = name_with_code(a, env->second, two);
    }
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What the scores mean by the rules: patterns that hold, focus, quotes,
   reasons and prompts per scale.  No text is filled in here. */
#ifndef METHOD_PROFILE_H
#define METHOD_PROFILE_H

#include "method/score.h"

struct profile {
    const struct rules *rules;
    const struct interview *interview;
    const struct scores *scores;
    const struct pattern **patterns; /* that hold: priority, then file order */
    int npatterns;
    int *
        focus; /* scales to open; of the interview, else of the first pattern */
    int nfocus;
    struct text
        notice; /* of the interview, else of the first pattern; s NULL: none */
    bool notice_filled; /* from the interview: prints as typed, no placeholders
                         */
};

/* Warns (W3xx, at the place in the interview) about a focus that is not scored.
 */
struct profile *profile_scores(struct arena *a, struct diag *d,
    const struct scores *scores, enum lang lang);

/* Whether all of `all` and one of `any` (if there are any) hold.  On a scale
   that is not settled only `missing` and `differs` can hold. */
bool condition_holds(const struct scores *s, const struct condition *c);
bool conditions_hold(const struct scores *s, const struct conditions *c);

/* Whether a scale (group) shows on that copy. */
bool profile_shows_scale(const struct profile *p, int scale, enum copy copy);
bool profile_shows_group(const struct profile *p, int group, enum copy copy);

/* Quotes of a scale: all readers', in file order, the same words once. */
int profile_quotes(struct arena *a, const struct profile *p, int scale,
    const struct quote ***out);

/* At most `max` of them for a card: what a reader gave whose score lies in the
   settled band, where there is such a reader; each of another question than the
   one before it, where there is one. */
int profile_chosen_quotes(struct arena *a, const struct profile *p, int scale,
    int max, const struct quote ***out);

/* "Not lower", "not higher": of the first reader whose score is the settled
   one, else of the first who gives them.  `s` NULL where nobody does. */
struct text profile_not_lower(const struct profile *p, int scale);
struct text profile_not_higher(const struct profile *p, int scale);

/* A discussion prompt: its text and whether it prints as typed. */
struct chosen {
    struct text text;
    bool typed;     /* the interview's own: no placeholders */
    const char *id; /* of the rule; NULL for the interview's own */
};

/* At most `max` prompts for a target, in this order: the
   interview's own, then the target's from prompts and patterns whose conditions
   hold (priority, then file order), then for a scale its group's, where there
   is a prompt or a quote before it: on a card with neither it would point at
   nothing.  `page_known` tells whether the layout has a block of that kind (a
   prompt that names another page is not chosen). */
int profile_prompts(struct arena *a, const struct profile *p,
    enum target target, int index, enum lang lang, int max,
    bool (*page_known)(void *ctx, const char *kind, size_t len), void *ctx,
    struct chosen *out);

void profile_dump(const struct profile *p, enum lang lang, struct buf *out);

#endif

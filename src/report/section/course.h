/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What the course forms share: groups of scales with a heading, score circles
   and labelled writing lines.  Used by the kinds of section
   of the course. */
#ifndef REPORT_SECTION_COURSE_H
#define REPORT_SECTION_COURSE_H

#include "report/section.h"

/* What readers of a case hold to be right: their spread, and the score that
   was settled. */
struct accepted {
    bool known; /* some reader scored it */
    int low, high;
    bool settled;
    int value;
};

struct accepted course_accepted(const struct scale_score *score);

/* Calls `visit` for each group that shows, with its scales that do, in
   order; `i` counts from 0. */
void course_each_group(struct section *s,
    void (*visit)(struct section *s, void *ctx, int i, int group,
        const int *scales, int n),
    void *ctx);

/* A scale's name, filled. */
const char *course_scale_title(struct section *s, int scale);

/* A group: its mark and name, a row to which more may be added, the rule below
   it, and room for the scales.  The head is shown again (`again`, of the same
   form) where the group goes on on another page. */
struct block *course_group(
    struct section *s, struct block *parent, int group, mpt before);

/* Where the column beside the score circles begins, from the main column's
   left. */
mpt course_heard_x(const struct section *s);

/* The space between two score circles, how far the first row of circles
   reaches, and how high all rows are, with the room of one row above it. */
mpt course_circles_pitch(const struct section *s, const struct scale *is);
mpt course_circles_w(const struct section *s, const struct scale *is);
mpt course_circles_h(const struct scale *is);

/* Draws the circles of a scale, one per point, with the accepted range behind
   them and the settled score filled; blank without `key`.  Where the settled
   score lies between two points, its disc does. */
void course_circles(struct section *s, struct block *fig, int scale,
    const struct accepted *key);

/* A label (key) at `x` and one writing line from `line_x` to `end`; returns the
   line. */
struct block *course_line(struct section *s, struct block *row,
    enum style style, const char *key, mpt x, mpt line_x, mpt end);

/* A length of the design's 166 mm in proportion to the text column. */
mpt course_share(const struct section *s, mpt v);

#endif

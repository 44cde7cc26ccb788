/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* A chart of all scales that show, group by group: bands tinted behind, their
   names above, a heading per group and a row per scale.  What a row shows is
   the caller's.  For profile_chart and dumbbell. */
#ifndef REPORT_SECTION_GROUP_CHART_H
#define REPORT_SECTION_GROUP_CHART_H

#include "report/section.h"

struct group_chart {
    struct section *s;
    struct block *sect;
    mpt track_w;
    mpt before;      /* above the first names of bands */
    bool names_each; /* names of bands above every group */
    /* Adds the row of a scale to the table of its group. */
    void (*add_row)(struct group_chart *chart, struct block *table, int scale);
    /* Adds what stands right above the first row, beside the heading of its
       group; or NULL. */
    void (*add_above)(
        struct group_chart *chart, struct block *header, int scale);
    mpt row_h; /* set by group_chart_add */
    int bands; /* set: whose names stand above; -1 none yet */
};

/* How many scales show. */
int group_chart_rows(struct section *s);

/* The scales of a group that show, in order, at most rules->nscales; returns
   how many. */
int group_chart_scales(const struct section *s, int group, int *out);

/* Adds the chart to its section. */
void group_chart_add(struct group_chart *chart);

/* A row: the scale's title, its track as a figure that says `alt`, and a word
   from `word_x` of the main column on.  Returns the figure, still empty. */
struct block *group_chart_row(
    struct group_chart *chart, struct block *table, int scale, const char *alt);
void group_chart_word(struct group_chart *chart, struct block *table,
    enum style style, mpt word_x, const char *word);

/* The track of a scale within its row. */
struct track group_chart_track(const struct group_chart *chart, int scale);

#endif

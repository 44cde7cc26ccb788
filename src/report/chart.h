/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Charts as shapes.  Places are exact here and no text is
   measured: a chart knows values and bands, not fonts. */
#ifndef REPORT_CHART_H
#define REPORT_CHART_H

#include "report/block.h"
#include "method/profile.h"

/* The parts of a group's colour. */
enum color_part { PART_MARK, PART_TEXT, PART_SPREAD, PART_TINT };

enum color chart_color(const struct group *g, enum color_part part);

/* The tint of band `i` of `n`. */
enum color chart_tint(int i, int n);

/* A track: where it lies, and how many points it has. */
struct track {
    mpt x, y, w, h;
    int min, max; /* whole points */
    int step;     /* between two scores that may be given, thousandths */
    /* Of each band the last score below it and its first: its edge lies halfway
       between them. */
    int before[BAND_MAX], first[BAND_MAX];
};

/* The track of a scale whose scores are those that readers may give. */
struct track chart_track(const struct rules *r, int scale, mpt w, mpt h);

/* Moves the edges of bands, on all tracks with these bands alike, so that each
   settled score lies in the band it is said to be in: a median of 2.5 below the
   edge of a band from 3. */
void chart_track_scores(struct track *t, const struct scores *s, int scale);

/* The centre of a value (thousandths), and of the row. */
mpt chart_x(const struct track *t, int value);
mpt chart_middle(const struct track *t);

/* Left and right edge of band `i`, half the white line between bands taken off.
 */
void chart_band(const struct track *t, const struct bands *bands, int i,
    mpt *left, mpt *right);

/* Parts of a track, in drawing order. */
void chart_bands(struct arena *a, struct block *fig, const struct track *t,
    const struct bands *bands);
void chart_row_line(
    struct arena *a, struct block *fig, const struct track *t, bool dashed);
void chart_spread(struct arena *a, struct block *fig, const struct track *t,
    int low, int high, const struct group *g);
/* A mark on its white ground with centre x, y; size in permille of the normal
 * one. */
void chart_mark(struct arena *a, struct block *fig, mpt x, mpt y,
    const struct group *g, int permille);
/* The same as an outline, for the first of two values; and the line between
   them, from x to x. */
void chart_hollow(struct arena *a, struct block *fig, mpt x, mpt y,
    const struct group *g, int permille);
void chart_connector(struct arena *a, struct block *fig, const struct track *t,
    const struct group *g, int from, int to);
void chart_axis(
    struct arena *a, struct block *fig, const struct track *t, mpt baseline);

/* The teacher's own mark (thousandths): an outline, around the mark of the
   settled score where both are one value. */
void chart_own(struct arena *a, struct block *fig, const struct track *t,
    const struct group *g, const struct scale_score *score, int own);

/* Row line, spread and mark of a score, or the dashed line of none. */
void chart_score(struct arena *a, struct block *fig, const struct track *t,
    const struct group *g, const struct scale_score *score);

/* "1–2": the points of a band of a scale, or "4" where it has one. */
const char *chart_points(struct arena *a, const struct rules *r,
    const struct scale *is, int band, enum lang lang);

/* The row of band names above a track, from `x`: for the eye alone. */
struct block *chart_band_names(struct arena *a, struct block *parent,
    const struct track *t, const struct bands *bands, enum lang lang, mpt x);

/* What the chart of a scale says, in words; with numbers only if asked. */
const char *chart_alt(struct arena *a, const struct profile *p, int scale,
    const char *title, enum lang lang, bool numbers);

/* "weinig", "niet gescoord": what stands beside a chart, short or in full. */
const char *chart_word(
    const struct profile *p, int scale, enum lang lang, bool brief);

#endif

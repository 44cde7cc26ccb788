/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Moments that were told: those of the interview's own table, else the answers
   to questions of kind moment; how each went, and what is known of it. */
#ifndef METHOD_MOMENTS_H
#define METHOD_MOMENTS_H

#include "method/fill.h"

/* The table of the interview, else the moments that were answered in parts, in
   order of the rules.  Returns how many, at most `max`; the table is given
   whole. */
int moments_find(struct arena *a, const struct fill *env, int max,
    const struct moment **out);

/* How a moment went.  The interview says so; else its question does, unless
   all fragments of that answer say otherwise.  Nothing else is concluded. */
enum went moment_went(const struct fill *env, const struct moment *m);

/* What is known of a side of a moment.  `own`: in the teacher's words, a part
   of the answer; else as the coach put it.  `text.s` NULL: not known. */
struct told_part {
    struct text text;
    bool own;
};

/* A part of a moment: of the answer to its question, where no other moment
   belongs to that, else the cell of the table. */
struct told_part moment_part(
    const struct interview *iv, const struct moment *m, enum slot slot);

/* The same for a table: the cell, else the part of the answer. */
struct told_part moment_cell(
    const struct interview *iv, const struct moment *m, enum slot slot);

/* A moment that was hard and one that went well, each the first of its kind;
   those that the interview calls so go first.  NULL: none is known to be.
   False: of no moment it is known how it went; then they are the first two. */
bool moments_pair(const struct fill *env, const struct moment *v, int n,
    const struct moment **hard, const struct moment **well);

#endif

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The marked interview: what cards quote is underlined in the answers, with
   the code and the page of each card in the margin.  Used by interview.c. */
#ifndef REPORT_SECTION_MARKED_H
#define REPORT_SECTION_MARKED_H

#include "report/section.h"

struct marked;

/* Finds the quotes of all cards so far in the answers, and writes the code of
   its scale on each card that has one.  NULL where none is found. */
struct marked *marked_find(struct section *s);

/* Adds a stretch of an answer to the paragraph `p`: `text` stands in the whole
   answer from byte `from` on. */
void marked_text(struct section *s, const struct marked *m, struct block *p,
    int question, const char *text, size_t from);

/* Makes links of the chips on cards that name a question, whose answer stands
   in `row`. */
void marked_row(
    struct section *s, const struct marked *m, int question, struct block *row);

#endif

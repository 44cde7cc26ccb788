/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The balance of a scale: what is there beside where room is, in two equal
   columns.  Used by scale_cards.c, whose keys `balance`, `there`, `room`,
   `lighter` and `heavier` it reads. */
#ifndef REPORT_SECTION_BALANCE_H
#define REPORT_SECTION_BALANCE_H

#include "report/section.h"

/* Whether the layout asks for it and the scale has two sides: it is settled,
   and the rules say which end is favourable. */
bool balance_shows(const struct section *s, int scale);

/* How many quotes the columns print. */
int balance_quotes(const struct section *s, int scale);

/* Adds the columns to a card.  Where high is favourable the first says why the
   score is not lower, the second why it is not higher; else the other way
   round, so that irritation has a strength too. */
void balance_columns(
    struct section *s, struct block *card, int scale, struct block *code);

#endif

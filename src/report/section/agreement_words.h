/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Sentences and figures of readers' agreement, for the section of that name. */
#ifndef REPORT_SECTION_AGREEMENT_WORDS_H
#define REPORT_SECTION_AGREEMENT_WORDS_H

#include "report/section/agreement_rows.h"

/* Adds what the rows of a scale come to: sentences, then the figures that the
   layout asks for, or why they cannot be computed. */
void agreement_add_words(
    struct section *s, struct block *side, const struct agreement_scale *c);

/* Whether the layout asks for any figure. */
bool agreement_has_figures(const struct section *s);

/* Adds what the figures say. */
void agreement_add_numbers(struct section *s, struct block *sect);

/* A row with the heading `key` in the sidebar; returns its main column. */
struct block *agreement_guide_row(
    struct section *s, struct block *sect, const char *key, mpt before);

#endif

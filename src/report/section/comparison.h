/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What the sections over two interviews share. */
#ifndef REPORT_SECTION_COMPARISON_H
#define REPORT_SECTION_COMPARISON_H

#include "method/pair.h"
#include "report/section.h"

/* The texts on how much counts as about the same; which of them prints follows
   from [compare] same_at_most. */
#define COMPARISON_REMARK_KEYS(one_nl, one_en, more_nl, more_en)               \
    {.name = "one_step",                                                       \
        .type = KEY_TEXT,                                                      \
        .nl = one_nl,                                                          \
        .en = one_en,                                                          \
        .help = "where a difference of one step is about the same"},           \
    {                                                                          \
        .name = "steps", .type = KEY_TEXT, .nl = more_nl, .en = more_en,       \
        .help = "where another difference is; {count}: how many steps"         \
    }

/* The raw text that holds, and {count} for it; "" where no difference counts as
   the same. */
const char *comparison_remark(struct section *s);

/* A set of states. */
#define IN(state) (1U << (state))

/* Titles of the scales that show and lie in one of those states, as they stand
   within a sentence: "veilige basis, boosheid en plezier".  NULL where there is
   none. */
const char *comparison_list(struct section *s, unsigned states);

#endif

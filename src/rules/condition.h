/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Conditions of prompts and patterns: one a line, no precedence. */
#ifndef RULES_CONDITION_H
#define RULES_CONDITION_H

#include "rules/rules.h"

/* Reads `text` against the scales and bands of `r`.  False with an error
   (R31x) where it has another form, or names what is not there. */
bool condition_parse(struct arena *a, struct diag *d, const struct rules *r,
    const struct text *text, struct condition *out);

#endif

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What a form that asks for an interview takes from the rules, as JSON: the
   questions, scales and other things that an interview names, with their texts
   as the paper has them. */
#ifndef METHOD_FORM_RULES_H
#define METHOD_FORM_RULES_H

#include "base/json.h"
#include "interview/interview.h"

/* Adds the member "rules".  Names, pronoun and words of `iv` fill the texts;
   `lang` must be a language that the rules have. */
void form_rules(struct arena *a, struct json *j, const struct rules *rules,
    const struct interview *iv, enum lang lang);

#endif

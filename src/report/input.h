/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Places to write on, named as fields to type in. */
#ifndef REPORT_INPUT_H
#define REPORT_INPUT_H

#include "report/block.h"

/* Gives every writing line of a fillable document that has no name yet one of
   its kind of section, in reading order: "room.self_questions.2"; and one
   without a label the text that it stands under.  No two labels are alike. */
void inputs_complete(struct arena *a, struct doc *doc);

#endif

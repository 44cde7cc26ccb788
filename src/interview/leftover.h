/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What a template left in a text, and text that became a comment. */
#ifndef INTERVIEW_LEFTOVER_H
#define INTERVIEW_LEFTOVER_H

#include "interview/told.h"

/* Refuses lines of texts that are keys or comments of the template: they would
   be printed.  Warns of comments that seem to be lines of the text above. */
void leftover_match(const struct match *m);

#endif

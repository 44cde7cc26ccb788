/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Quotes, and whether they stand in the answers that they name. */
#ifndef INTERVIEW_EVIDENCE_H
#define INTERVIEW_EVIDENCE_H

#include "interview/told.h"

/* Looks up every quote. */
void evidence_match(const struct match *m);

#endif

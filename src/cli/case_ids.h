/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Case ids that the program gives of its own accord: "LP-0001", "LP-0002" … */
#ifndef CLI_CASE_IDS_H
#define CLI_CASE_IDS_H

#include "cli/session.h"

/* What stands before the number, and the first, which the template has. */
extern const char case_ids_row[], case_ids_first[];

/* The highest number of that row in a folder, in the names of its files and in
   its interviews; 0 where there is none.  What it cannot read of the system is
   said. */
long case_ids_highest(struct session *session, const char *dir);

#endif

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* `list due`: which reports are no longer to be kept. */
#ifndef CLI_VERB_DUE_H
#define CLI_VERB_DUE_H

#include "cli/session.h"

/* Looks at the reports (PDF) that the words after the first name, files and
   folders with all below them, and adds a line for each that is past the last
   day that its metadata name: the day and the path, the oldest first.  Today is
   SOURCE_DATE_EPOCH where that is set.  Says how many are to be kept longer and
   how many name no day.  STATUS_REFUSED where one cannot be read or is no
   report of this program; that is said. */
enum status due_list(struct session *session, struct buf *out);

#endif

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What a run may do, and how long.  From guard_enter on the process opens the
   files of its command line and the program's own, writes in the folders that
   its results go to, and does nothing else (cli/sandbox).  Memory and time of
   the processor have a limit; what ends the process, a limit or a fault of a
   library, is said as a sentence that names the file which was being read, and
   its status is one of the program's.  A sanitizer's own ways are left to it.
 */
#ifndef CLI_GUARD_H
#define CLI_GUARD_H

#include "cli/session.h"

/* Once per run, before any input is opened. */
void guard_enter(const struct session *session);

/* From here on an interview (a table, a report) is at work on: the clock begins
   anew.  It must live until the next call. */
void guard_input(const char *path);

/* A layout, logo or font of others is being read; until the next input it is
   the file at fault, and the time for it is short. */
void guard_asset(const char *path);

/* In a worker, of which the parent looks at time and end. */
void guard_leave(void);

#endif

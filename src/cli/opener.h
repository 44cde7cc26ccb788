/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* For --open: a process that may start the desktop's programs, apart from the
   one that reads interviews, which may not (cli/guard). */
#ifndef CLI_OPENER_H
#define CLI_OPENER_H

#include "cli/session.h"

/* Before guard_enter; does nothing without --open. */
void opener_start(struct session *session);
void opener_stop(struct session *session);

/* Shows a report that was written, or a text to a user who sees no terminal;
   false where that cannot be done. */
bool opener_report(const struct session *session, const char *path);
bool opener_text(const struct session *session, const char *text, size_t len);

#endif

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What a desktop does for the user: shows a file in the program that it knows
   for it. */
#ifndef CLI_DESKTOP_H
#define CLI_DESKTOP_H

#include "cli/console.h"

/* Hands a file to the desktop's program for its kind (xdg-open).  False where
   there is no desktop, or it knows none. */
bool desktop_open(struct arena *a, const char *path);

/* Shows messages to a user who has no terminal: they are laid in the user's
   own folder of this session ($XDG_RUNTIME_DIR, gone after logging out, since
   they quote the interview) and opened.  False where that cannot be done. */
bool desktop_show(struct arena *a, const char *text, size_t len);

#endif

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What there is on the disk.  Where the system cannot tell, that is said as a
   failure of the surroundings and not taken for "nothing". */
#ifndef CLI_LOOK_H
#define CLI_LOOK_H

#include "cli/console.h"

#include <sys/stat.h>

enum look { LOOK_NOTHING, LOOK_THERE, LOOK_FAILED };

/* What stands at `path`; where that is a link, the link itself. */
enum look look_at(
    const struct console *console, const char *path, struct stat *st);

/* The same, where a link stands for what it leads to. */
enum look look_behind(
    const struct console *console, const char *path, struct stat *st);

/* As path_list; 0 where the folder is not there; -1 where it may not be read,
   or cannot be, and then that is said. */
int look_list(const struct console *console, struct arena *a, const char *dir,
    const char *suffix, const char ***names);

#endif

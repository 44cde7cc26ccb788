/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* How far a long run is: one line on the terminal, which is gone when the run
   is. */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include "cli/console.h"

struct progress {
    bool shown; /* false: never, since nobody looks */
    bool drawn;
    int total, done, refused;
    long long began, last; /* ms of the clock */
};

/* Of `total` files.  It is shown on a terminal that can go back on a line,
   unless a line per file is asked for (-v), or silence (-q), or JSON. */
struct progress progress_open(
    const struct console *c, const struct options *o, int total);

/* Takes the line away: something else is to be printed, or all is done. */
void progress_clear(struct progress *p);

/* One more file is done; draws the line where that was not just done. */
void progress_step(struct progress *p, bool refused);

#endif

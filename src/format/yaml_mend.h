/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The rest of a file that a fault of syntax would hide.  For yaml.c only. */
#ifndef FORMAT_YAML_MEND_H
#define FORMAT_YAML_MEND_H

#include "base/diag.h"

enum { YAML_DEPTH_MAX = 32 };

/* What is left out of a line so that the rest can be read. */
enum hole { HOLE_NONE, HOLE_VALUE, HOLE_LINE, HOLE_KEY, HOLE_REST };

struct yaml_event_s;

struct yaml_mended {
    const char *text; /* as long as the source: blanks for what is left out */
    unsigned char *hole; /* enum hole per line, from 1 */
    int lines;
    bool whole; /* nothing is left out */
    /* What libyaml reads in `text`, all of it; NULL where it was not kept.
       yaml_mended_free frees it. */
    struct yaml_event_s *events;
    int nevents, cap;
};

/* Reports the faults of syntax of `src`, each once, and leaves out what they
   spoil: the value of a key with all that belongs to it; if that does not help,
   the line; then all of its key at the margin. */
void yaml_mend(struct arena *a, struct diag *d, const struct source *src,
    struct yaml_mended *out);

void yaml_mended_free(struct yaml_mended *m);

/* Whether more than a value is left out in these lines. */
bool yaml_mended_in(const struct yaml_mended *m, int from, int to);

#endif

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* An archive of files in one folder, as tar unpacks it (POSIX ustar). */
#ifndef CLI_TAR_H
#define CLI_TAR_H

#include "base/buf.h"

#include <stdbool.h>

/* Adds a file (0600), or where `data` is NULL a folder (0700), to an archive:
   `name` below the folder `root`, "" is that folder itself; `time` in seconds.
   The same members give the same bytes.  False where a name is too long. */
bool tar_add(struct buf *out, const char *root, const char *name,
    const char *data, size_t len, long time);

/* Ends the archive. */
void tar_end(struct buf *out);

#endif

/* Layouts with the layouts they include. */
#ifndef CLI_INCLUDE_H
#define CLI_INCLUDE_H

#include "layout/layout.h"
#include "cli/session.h"

/* Reads a layout and what it includes, which is looked for beside it and then
   as -l does, and checks all of it.  The texts of all files are added to `all`.
   False when an error was reported. */
bool include_read(struct arena *a, struct diag *d,
    const struct session *session, const struct source *src, struct buf *all,
    struct layout *out);

#endif

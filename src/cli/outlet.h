/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Where a document goes while it is made: into a file without a name, which it
   gets when all is there; what goes to standard output or into a device is held
   until then. */
#ifndef CLI_OUTLET_H
#define CLI_OUTLET_H

#include "base/sink.h"
#include "cli/session.h"

struct file_set;

struct outlet {
    const struct session *session;
    const char *path;
    struct sink sink;     /* for whoever makes it */
    struct file_set *set; /* NULL: it is held */
    struct buf held;
    size_t len;
    bool too_large;
    int error; /* why the file did not take it; 0: it did */
};

/* Opens one in `a`.  What `path` leads to is replaced; where nothing stands
   there, what comes meanwhile is not, without --force.  STATUS_FAILED with the
   reason said.  `o` stays where it is. */
enum status outlet_open(struct arena *a, const struct session *session,
    const char *path, struct outlet *o);

/* All is there: it gets its name.  As output_report. */
enum status outlet_close(struct outlet *o);

/* Drops it, and says why where it was its own fault; `status` is what made it
   end so. */
enum status outlet_drop(struct outlet *o, enum status status);

#endif

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Reports that are kept: the copies of their inputs that lie beside them. */
#ifndef CLI_ARCHIVE_H
#define CLI_ARCHIVE_H

#include "base/file_write.h"
#include "cli/session.h"

/* Copies of the inputs that lie, or are to lie, beside a report. */
struct archive_copy {
    const char *path;
    struct engine_copy is;
    struct source old; /* what lies there; valid where `there` */
    bool there;        /* a regular file that can be read */
};

/* The last is what --keep-all makes. */
enum { ARCHIVE_KEEP = ENGINE_COPIES, ARCHIVE_MAX };

struct archive {
    struct archive_copy v[ARCHIVE_MAX];
    int n; /* 0: this report has none */
};

/* The copies of a report at `path`; none for a layout that is not kept, and
   none beside standard output. */
struct archive archive_copies(struct arena *a, const char *path,
    const struct engine_case *c, const struct engine_form *form);

/* Adds what --keep-all makes of the report `pdf` to its copies; false where it
   cannot be made (said). */
bool archive_keep(struct arena *a, const struct session *session,
    const char *path, const struct engine_form *form, const struct buf *pdf,
    struct archive *archive);

/* Where --keep-all puts what it makes beside a report with these copies; NULL
   where the report has none. */
const char *archive_keep_path(struct arena *a, const struct archive *archive);

/* Looks at what lies where the copies go.  The path of the first file that is
   not to be replaced: neither alike nor a copy that the report `old`, which is
   ours and about to be replaced, was made from (NULL: there is none); by
   `force` only what is no regular file.  `d` has why one could not be read. */
const char *archive_in_the_way(struct arena *a, struct diag *d,
    struct archive *archive, const struct engine_record *old, bool force);

/* The copies that do not lie there yet, as parts to be written. */
int archive_parts(
    const struct archive *archive, struct file_part out[ARCHIVE_MAX]);

#endif

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Files: read whole, within a limit, only regular ones.  Here and in
   file_write.c is the only place that opens any; cli is its only user. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/diag.h"
#include "base/reason.h"

enum { FILE_TEXT_MAX = 1024 * 1024, FILE_TABLE_MAX = 8 * FILE_TEXT_MAX };

/* Reads a regular file of at most `max` bytes into `*out` (in `a`, name
   copied); a NUL that is not counted follows the text.  Opens with
   O_CLOEXEC|O_NONBLOCK so that no pipe or device can block; "-" is standard
   input.  False with an error at line 0 (F101 cannot open, F102 not a regular
   file, F103 too large, F104 read error or changed meanwhile) where it
   cannot; the error points to `out`, which must outlive `d`, and is a
   diag_failure where the system failed. */
bool file_read(struct arena *a, struct diag *d, const char *path, size_t max,
    struct source *out);

/* The same for a file that lies in `folder` itself under the plain name
   `name`: no link is followed there (F102). */
bool file_read_beside(struct arena *a, struct diag *d, const char *folder,
    const char *name, size_t max, struct source *out);

/* Maps a regular file to be read: of a large one only what is looked at is
   ever loaded.  The name is copied into `a`.  False where it cannot be, as
   file_read. */
bool file_map(
    struct arena *a, struct diag *d, const char *path, struct source *out);

/* Lets go of what is loaded of it: it is loaded anew where it is looked at. */
void file_map_forget(const struct source *file);

/* Gives back what file_map gave. */
void file_unmap(const struct source *file);

/* Whether a regular file is there, that may be read or not: what is forbidden
   is not passed over for another, but said.  Where the system cannot tell that
   is taken for yes, so that reading the file says why not. */
bool file_exists(const char *path);

#endif

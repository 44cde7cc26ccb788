/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Files are written whole or not at all, several that belong together as one;
   what a run that was killed left behind is finished or swept away. */
#ifndef BASE_FILE_WRITE_H
#define BASE_FILE_WRITE_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>

enum { FILE_SET_MAX = 5 };

struct file_part {
    const char *path;
    const char *data;
    size_t len;
    unsigned mode; /* permissions; 0: 0600 */
    bool fresh;    /* what has that name, and is not alike, is not replaced
                      (EEXIST, FILE_LEFT) */
};

/* How writing ended; the error is in errno. */
enum file_end {
    FILE_WRITTEN,     /* all new files stand, and the disk has them */
    FILE_UNCONFIRMED, /* all new files stand; the disk did not confirm their
                         names, so that a power cut may bring back the old */
    FILE_LEFT,        /* all is as it was */
    FILE_HALF         /* some are replaced; file_sweep replaces the others */
};

/* Writes `n` files (at least one) of one folder: all of them or none.  Each is
   complete and on the disk before the first gets its name. Several that are cut
   off between two names are finished by file_sweep.
   `*failed` is the path of the one that an error was about. */
enum file_end file_write_all(
    const struct file_part *v, int n, const char **failed);

/* The same in two steps, so that several sets wait for the disk together.  The
   first makes a set in `a`, which has its folder and its files open and no
   final name; paths live as long as it does, data until this returns.  NULL
   with errno and `*failed` set, and then all is as it was. */
struct file_set;

struct file_set *file_set_make(
    struct arena *a, const struct file_part *v, int n, const char **failed);

/* Adds to the one file of a set, whose data come bit by bit; false with errno
   set.  And drops a set that is not to be placed: all is as it was. */
bool file_set_add(struct file_set *s, const char *data, size_t len);
void file_set_drop(struct file_set *s);

/* The second brings `n` sets to the disk, then gives them their names, waits
   for their folders, and closes them. */
void file_sets_place(struct file_set *const *v, int n);

/* Whether its files had to have temporary names at once, where the system
   knows no others: it should not wait long. */
bool file_set_is_named(const struct file_set *s);

/* How that ended for one: as file_write_all tells. */
enum file_end file_set_end(const struct file_set *s, const char **failed);

/* The same of one file, mode 0600. */
enum file_end file_write(const char *path, const char *data, size_t len);

/* Brings the names in a folder to the disk; false with errno set.  What may not
   be opened, or knows no such thing, is no failure. */
bool file_sync_folder(const char *folder);

/* Writes into a device; false with errno set. */
bool file_put(const char *path, const char *data, size_t len);

/* Looks in `folder` for what a run of this user left that has ended: files that
   belong together and were cut off between two names are finished, all other
   temporary files removed.  What cannot be looked at is left. */
void file_sweep(const char *folder);

#endif

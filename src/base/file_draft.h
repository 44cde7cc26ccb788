/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* A file while it is being made, and the temporary names that such files have;
   for file_write.c and file_sweep.c alone.

   Whoever makes a draft holds a lock on it (flock) for as long as it has a
   temporary name: a name whose lock is free was left behind. */
#ifndef BASE_FILE_DRAFT_H
#define BASE_FILE_DRAFT_H

#include "base/file_write.h"

#include <stdint.h>

enum {
    DRAFT_NAME = 64,
    DRAFT_OLD = 10,     /* numbers from here: second names of old files */
    DRAFT_JOURNAL = 20, /* a journal before it is complete */
};

/* Where drafts are made, and what the names of those that belong together have
   in common. */
struct folder {
    int fd;
    uint64_t key;
};

struct draft {
    int fd; /* -1: none */
    int number;
    struct file_part is;
    char name[DRAFT_NAME]; /* "" while, or when, it has no temporary name */
};

#define DRAFT_NONE ((struct draft){.fd = -1})

/* Opens a folder; -1 with errno set. */
int folder_open(const char *path);

/* A key that no other run has. */
uint64_t draft_key(void);

/* The names of draft `number` and of the journal. */
void draft_name(char name[DRAFT_NAME], uint64_t key, int number);
void draft_journal_name(char name[DRAFT_NAME], uint64_t key);

/* Makes a file, which has a temporary name only where the system needs that.
   The disk has it after draft_sync.  False with errno set; then nothing is
   left. */
bool draft_make(const struct folder *folder, struct draft *w, int number,
    const struct file_part *is);

/* Gives it its temporary name, if it has none yet.  Where the system cannot
   link it, it is copied.  False with errno set; then it is gone. */
bool draft_give_name(const struct folder *folder, struct draft *w);

/* Gives it its final name, in place of what has that (where it is `fresh`
   and that is not alike, EEXIST); false with errno set, and then all is as it
   was. */
bool draft_place(
    const struct folder *folder, struct draft *w, const char *base);

/* Closes it, and removes it where it has a temporary name.  errno stays. */
void draft_drop(const struct folder *folder, struct draft *w);

/* Closes it and leaves its temporary name. */
void draft_leave(struct draft *w);

/* Writes all; false with errno set. */
bool draft_write(int fd, const char *data, size_t len);

/* fsync; false with errno set. */
bool draft_sync(int fd);

/* The disk may begin with it, while there is other work: then fsync waits for
   little. */
void draft_sync_begin(const struct draft *w);

#endif

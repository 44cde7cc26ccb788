/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* A file that grows by lines while a run goes on, and is that run's alone. */
#ifndef BASE_FILE_LOG_H
#define BASE_FILE_LOG_H

#include <stdbool.h>
#include <stddef.h>

struct file_log {
    int fd, folder; /* -1: none */
    size_t len;
};

enum log_end {
    LOG_OPEN,
    LOG_BUSY,   /* another run has it, or its folder */
    LOG_NOFILE, /* what has that name is no regular file */
    LOG_FAILED, /* it may not be opened; the error is in errno */
    LOG_BROKEN  /* the system failed it; the error is in errno */
};

/* Opens or makes the file `name` in `folder`, mode 0600, and locks it (flock)
   until it is closed.  The folder is locked too, so that no other run makes one
   there; where `shared` only so that those may that share it as well.  A file
   system without locks gives none, and that is no error. */
enum log_end file_log_open(
    const char *folder, const char *name, bool shared, struct file_log *out);

/* Leaves the first `len` bytes. */
bool file_log_cut(struct file_log *log, size_t len);

/* Adds whole lines; false with errno set, and then none of them is there. */
bool file_log_add(struct file_log *log, const char *lines, size_t len);

/* Waits until the disk has what was added; false with errno set. */
bool file_log_sync(const struct file_log *log);

void file_log_close(struct file_log *log);

#endif

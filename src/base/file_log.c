/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* flock */

#include "base/file_log.h"

#include "base/file_draft.h"
#include "base/reason.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* False where another run holds it.  What cannot be locked is not. */
static bool
lock(int fd, int how)
{
    return flock(fd, how | LOCK_NB) == 0 || errno != EWOULDBLOCK;
}

static int
open_file(int folder, const char *name)
{
    int fd;

    do
        fd = openat(folder, name,
            O_RDWR | O_CREAT | O_APPEND | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY |
                O_CLOEXEC,
            0600);
    while (fd < 0 && file_interrupted());
    return fd;
}

/* Whether the name still stands for the opened file: the run that had it may
   have put another in its place, or none.  False where it cannot be told. */
static bool
look_again(int folder, const char *name, const struct stat *st, bool *still)
{
    struct stat now;

    *still = fstatat(folder, name, &now, AT_SYMLINK_NOFOLLOW) == 0;
    if (!*still)
        return errno == ENOENT;
    *still = now.st_dev == st->st_dev && now.st_ino == st->st_ino;
    return true;
}

static enum log_end
take(struct file_log *log, const char *name, bool *again)
{
    struct stat st;
    bool still;

    log->fd = open_file(log->folder, name);
    if (log->fd < 0)
        return errno == ELOOP || errno == EISDIR || errno == ENXIO ? LOG_NOFILE
                                                                   : LOG_FAILED;
    if (fstat(log->fd, &st) != 0)
        return LOG_BROKEN;
    if (!S_ISREG(st.st_mode))
        return LOG_NOFILE;
    if (!lock(log->fd, LOCK_EX))
        return LOG_BUSY;
    if (!look_again(log->folder, name, &st, &still))
        return LOG_FAILED;
    *again = !still;
    log->len = (size_t)st.st_size;
    return LOG_OPEN;
}

enum log_end
file_log_open(
    const char *folder, const char *name, bool shared, struct file_log *out)
{
    enum log_end end = LOG_FAILED;
    bool again = true;

    *out = (struct file_log){.fd = -1, .folder = folder_open(folder)};
    if (out->folder < 0)
        return LOG_FAILED;
    if (!lock(out->folder, shared ? LOCK_SH : LOCK_EX))
        end = LOG_BUSY;
    else
        while (again) {
            again = false;
            end = take(out, name, &again);
            if (again)
                close(out->fd);
        }
    if (end != LOG_OPEN)
        file_log_close(out);
    return end;
}

bool
file_log_cut(struct file_log *log, size_t len)
{
    int n;

    do
        n = ftruncate(log->fd, (off_t)len);
    while (n != 0 && file_interrupted());
    if (n == 0)
        log->len = len;
    return n == 0;
}

bool
file_log_add(struct file_log *log, const char *lines, size_t len)
{
    int reason;

    if (draft_write(log->fd, lines, len)) {
        log->len += len;
        return true;
    }
    reason = errno;
    file_log_cut(log, log->len);
    errno = reason;
    return false;
}

bool
file_log_sync(const struct file_log *log)
{
    return draft_sync(log->fd);
}

void
file_log_close(struct file_log *log)
{
    int reason = errno;

    if (log->fd >= 0)
        close(log->fd);
    if (log->folder >= 0)
        close(log->folder);
    *log = (struct file_log){.fd = -1, .folder = -1};
    errno = reason;
}

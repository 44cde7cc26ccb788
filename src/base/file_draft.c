/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* O_TMPFILE */

#include "base/file_draft.h"

#include "base/reason.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

/* An unnamed file is linked in when complete, so that a run that is killed
   leaves nothing; where that cannot be (no /proc, a file system without
   O_TMPFILE) it has a temporary name from the start. */

int
folder_open(const char *path)
{
    int fd;

    do
        fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    while (fd < 0 && file_interrupted());
    return fd;
}

/* Without randomness the number of the process must do: a name that is taken is
   not taken again (O_EXCL). */
uint64_t
draft_key(void)
{
    static uint64_t count;
    uint64_t key = 0;

    if (getrandom(&key, sizeof key, GRND_NONBLOCK) != (ssize_t)sizeof key)
        key = (uint64_t)getpid() << 32;
    return key + count++;
}

void
draft_name(char name[DRAFT_NAME], uint64_t key, int number)
{
    snprintf(
        name, DRAFT_NAME, ".relatieprofiel-%016" PRIx64 "-%d.tmp", key, number);
}

void
draft_journal_name(char name[DRAFT_NAME], uint64_t key)
{
    snprintf(name, DRAFT_NAME, ".relatieprofiel-%016" PRIx64 ".set", key);
}

bool
draft_sync(int fd)
{
    int n;

    do
        n = fsync(fd);
    while (n != 0 && file_interrupted());
    return n == 0;
}

void
draft_drop(const struct folder *folder, struct draft *w)
{
    int reason = errno;

    if (w->name[0] != '\0')
        unlinkat(folder->fd, w->name, 0);
    if (w->fd >= 0)
        close(w->fd); /* and with it the lock */
    *w = DRAFT_NONE;
    errno = reason;
}

void
draft_leave(struct draft *w)
{
    if (w->fd >= 0)
        close(w->fd);
    *w = DRAFT_NONE;
}

/* False where a sweep of another run holds the file, or has removed it: that
   can be between making and locking it only.  A file system that knows no
   locks has no sweeps either. */
static bool
lock(const struct draft *w)
{
    struct stat st;

    if (flock(w->fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
        return false;
    return w->name[0] == '\0' || fstat(w->fd, &st) != 0 || st.st_nlink > 0;
}

bool
draft_write(int fd, const char *data, size_t len)
{
    while (len > 0) {
        ssize_t n = write(fd, data, len);

        if (n < 0 && file_interrupted())
            continue;
        if (n < 0)
            return false;
        data += n;
        len -= (size_t)n;
    }
    return true;
}

/* The umask may have taken permissions away.  What fsync says is true; close
   has nothing to add. */
static bool
fill(const struct draft *w)
{
    mode_t mode = w->is.mode == 0 ? 0600 : w->is.mode;

    return draft_write(w->fd, w->is.data, w->is.len) &&
           fchmod(w->fd, mode) == 0 && draft_sync(w->fd);
}

static bool
link_draft(const struct folder *folder, const struct draft *w, const char *name)
{
    char path[DRAFT_NAME];

    snprintf(path, sizeof path, "/proc/self/fd/%d", w->fd);
    return linkat(AT_FDCWD, path, folder->fd, name, AT_SYMLINK_FOLLOW) == 0;
}

/* Gives an unnamed draft its temporary name. */
static bool
give_name(const struct folder *folder, struct draft *w)
{
    char name[DRAFT_NAME];

    draft_name(name, folder->key, w->number);
    if (!link_draft(folder, w, name))
        return false;
    memcpy(w->name, name, sizeof name);
    return true;
}

/* An unnamed file; `*again` where only a named one may do. */
static bool
make_unnamed(
    const struct folder *folder, struct draft *w, bool named, bool *again)
{
    w->fd = openat(folder->fd, ".", O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);
    *again = w->fd < 0;
    if (*again)
        return false;
    lock(w);
    if (fill(w)) {
        if (!named || give_name(folder, w))
            return true;
        *again = true;
    }
    draft_drop(folder, w);
    return false;
}

static bool
make_named(const struct folder *folder, struct draft *w)
{
    draft_name(w->name, folder->key, w->number);
    w->fd = openat(folder->fd, w->name,
        O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (w->fd < 0)
        w->name[0] = '\0'; /* it is not ours */
    else if (!lock(w))
        errno = EAGAIN;
    else if (fill(w))
        return true;
    draft_drop(folder, w);
    return false;
}

bool
draft_make(const struct folder *folder, struct draft *w, int number,
    const struct file_part *is, bool named)
{
    const struct draft start = {.fd = -1, .number = number, .is = *is};
    bool again;

    *w = start;
    if (make_unnamed(folder, w, named, &again))
        return true;
    if (!again)
        return false;
    *w = start;
    return make_named(folder, w);
}

/* A draft that has no name gets the final one, where no other file has it; else
   a temporary one.  Where the system cannot link it, it is made anew. */
static bool
link_or_name(
    const struct folder *folder, struct draft *w, const char *base, bool *done)
{
    struct draft start = *w;

    *done = link_draft(folder, w, base);
    if (*done || (errno == EEXIST && give_name(folder, w)))
        return true;
    draft_drop(folder, w);
    *w = start;
    w->fd = -1;
    return make_named(folder, w);
}

bool
draft_place(const struct folder *folder, struct draft *w, const char *base)
{
    bool done = false;

    if (w->name[0] == '\0' && !link_or_name(folder, w, base, &done))
        return false;
    if (!done && renameat(folder->fd, w->name, folder->fd, base) != 0)
        return false;
    w->name[0] = '\0'; /* closed by draft_drop */
    return true;
}

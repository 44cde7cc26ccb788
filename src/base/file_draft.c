/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* O_TMPFILE, renameat2, sync_file_range */

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

enum { COPY_SIZE = 16 * 1024 };

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
draft_sync_begin(const struct draft *w)
{
    sync_file_range(w->fd, 0, 0, SYNC_FILE_RANGE_WRITE);
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
permit(const struct draft *w)
{
    return fchmod(w->fd, w->is.mode == 0 ? 0600 : w->is.mode) == 0;
}

static bool
fill(const struct draft *w)
{
    return draft_write(w->fd, w->is.data, w->is.len) && permit(w);
}

/* The bytes of another draft, whose data are gone. */
static bool
fill_from(const struct draft *w, int from)
{
    char bytes[COPY_SIZE];
    off_t at = 0;
    ssize_t n;

    while ((n = pread(from, bytes, sizeof bytes, at)) != 0) {
        if (n < 0 && file_interrupted())
            continue;
        if (n < 0 || !draft_write(w->fd, bytes, (size_t)n))
            return false;
        at += n;
    }
    return permit(w) && draft_sync(w->fd);
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
make_unnamed(const struct folder *folder, struct draft *w, bool *again)
{
    w->fd = openat(folder->fd, ".", O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    *again = w->fd < 0;
    if (*again)
        return false;
    lock(w);
    if (fill(w))
        return true;
    draft_drop(folder, w);
    return false;
}

/* A file with a temporary name; with the bytes of `from`, or (-1) its own. */
static bool
make_named(const struct folder *folder, struct draft *w, int from)
{
    draft_name(w->name, folder->key, w->number);
    w->fd = openat(folder->fd, w->name,
        O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (w->fd < 0)
        w->name[0] = '\0'; /* it is not ours */
    else if (!lock(w))
        errno = EAGAIN;
    else if (from < 0 ? fill(w) : fill_from(w, from))
        return true;
    draft_drop(folder, w);
    return false;
}

bool
draft_make(const struct folder *folder, struct draft *w, int number,
    const struct file_part *is)
{
    const struct draft start = {.fd = -1, .number = number, .is = *is};
    bool again;

    *w = start;
    if (make_unnamed(folder, w, &again))
        return true;
    if (!again)
        return false;
    *w = start;
    return make_named(folder, w, -1);
}

bool
draft_give_name(const struct folder *folder, struct draft *w)
{
    struct draft unnamed = *w;
    bool ok;

    if (w->name[0] != '\0' || give_name(folder, w))
        return true;
    ok = make_named(folder, w, unnamed.fd);
    draft_drop(folder, &unnamed);
    return ok;
}

static bool
same_bytes(int one, int two)
{
    char x[COPY_SIZE / 2], y[COPY_SIZE / 2];
    off_t at = 0;
    ssize_t n, m;

    do {
        n = pread(one, x, sizeof x, at);
        m = pread(two, y, sizeof y, at);
        if (n != m || n < 0 || memcmp(x, y, (size_t)n) != 0)
            return false;
        at += n;
    } while (n > 0);
    return true;
}

/* Whether what has the name is alike, so that to replace it changes nothing:
   another run made the same. */
static bool
is_alike(const struct folder *folder, const struct draft *w, const char *base)
{
    int reason = errno;
    int fd = openat(
        folder->fd, base, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    struct stat st;
    bool alike = fd >= 0 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode) &&
                 same_bytes(fd, w->fd);

    if (fd >= 0)
        close(fd);
    errno = reason;
    return alike;
}

/* A draft that has no name gets the final one, where no other file has it; else
   a temporary one. */
static bool
link_or_name(
    const struct folder *folder, struct draft *w, const char *base, bool *done)
{
    *done = link_draft(folder, w, base);
    if (*done)
        return true;
    if (errno == EEXIST && w->is.fresh && !is_alike(folder, w, base))
        return false;
    if (errno == EEXIST)
        w->is.fresh = false;
    return draft_give_name(folder, w);
}

/* Gives its final name to a draft that has a temporary one. */
static bool
rename_draft(
    const struct folder *folder, const struct draft *w, const char *base)
{
    int n = -1;

    errno = EINVAL;
    if (w->is.fresh)
        n = renameat2(folder->fd, w->name, folder->fd, base, RENAME_NOREPLACE);
    /* Not every file system can tell. */
    if (n != 0 && (errno == EINVAL || errno == ENOSYS ||
                      (errno == EEXIST && is_alike(folder, w, base))))
        n = renameat(folder->fd, w->name, folder->fd, base);
    return n == 0;
}

bool
draft_place(const struct folder *folder, struct draft *w, const char *base)
{
    bool done = false;

    if (w->name[0] == '\0' && !link_or_name(folder, w, base, &done))
        return false;
    if (!done && !rename_draft(folder, w, base))
        return false;
    w->name[0] = '\0'; /* closed by draft_drop */
    return true;
}

#define _GNU_SOURCE /* O_TMPFILE */

#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

/* Reading trusts only what fstat says of the opened file.  Writing never
   shows a half-made file under its final name: an unnamed file is linked in
   when complete; where that cannot be (the target exists, no /proc, a file
   system without O_TMPFILE) a temporary name is renamed over the target. */

enum { TEMPORARY_TRIES = 100, TEMPORARY_SIZE = 64 };

static const char *
kind_of(mode_t mode)
{
    if (S_ISDIR(mode))
        return "a folder";
    if (S_ISFIFO(mode))
        return "a named pipe";
    if (S_ISSOCK(mode))
        return "a socket";
    if (S_ISCHR(mode) || S_ISBLK(mode))
        return "a device";
    return "not a regular file";
}

/* Reads until `max` bytes are there or the file ends; the number read, or
   -1. */
static ssize_t
read_full(int fd, char *to, size_t max)
{
    size_t have = 0;

    while (have < max) {
        ssize_t n = read(fd, to + have, max - have);

        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return -1;
        if (n == 0)
            break;
        have += (size_t)n;
    }
    return (ssize_t)have;
}

static bool
too_large(struct diag *d, struct pos at, size_t max)
{
    diag_error(
        d, at, "F103", "the file is larger than the limit of %zu bytes", max);
    return false;
}

static bool
read_input(struct arena *a, struct diag *d, size_t max, struct source *out)
{
    struct pos at = {.src = out};
    char *text = arena_alloc(a, max + 2);
    ssize_t n = read_full(STDIN_FILENO, text, max + 1);

    if (n < 0)
        return diag_error(d, at, "F104", "cannot read: %s", strerror(errno));
    if ((size_t)n > max)
        return too_large(d, at, max);
    text[n] = '\0';
    out->text = text;
    out->len = (size_t)n;
    return true;
}

static bool
read_opened(
    struct arena *a, struct diag *d, int fd, size_t max, struct source *out)
{
    struct pos at = {.src = out};
    struct stat st;
    size_t size;
    ssize_t n;
    char *text;

    if (fstat(fd, &st) != 0)
        return diag_error(d, at, "F104", "cannot read: %s", strerror(errno));
    if (!S_ISREG(st.st_mode))
        return diag_error(d, at, "F102", "this is %s, where a file is needed",
            kind_of(st.st_mode));
    if (st.st_size < 0 || (unsigned long long)st.st_size > max)
        return too_large(d, at, max);
    size = (size_t)st.st_size;
    text = arena_alloc(a, size + 2);
    n = read_full(fd, text, size + 1);
    if (n < 0)
        return diag_error(d, at, "F104", "cannot read: %s", strerror(errno));
    if ((size_t)n != size)
        return diag_error(d, at, "F104", "the file changed while it was read");
    text[size] = '\0';
    out->text = text;
    out->len = size;
    return true;
}

/* A socket cannot be opened at all; its kind says more than errno does. */
static bool
open_failed(struct diag *d, struct pos at, const char *path, int reason)
{
    struct stat st;

    if (reason == ENXIO && stat(path, &st) == 0)
        return diag_error(d, at, "F102", "this is %s, where a file is needed",
            kind_of(st.st_mode));
    return diag_error(d, at, "F101", "cannot open: %s", strerror(reason));
}

bool
file_read(struct arena *a, struct diag *d, const char *path, size_t max,
    struct source *out)
{
    struct pos at = {.src = out};
    bool ok;
    int fd;

    *out = (struct source){
        .name = arena_strndup(a, path, strlen(path)), .text = ""};
    if (strcmp(path, "-") == 0)
        return read_input(a, d, max, out);
    do
        fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    while (fd < 0 && errno == EINTR);
    if (fd < 0)
        return open_failed(d, at, path, errno);
    ok = read_opened(a, d, fd, max, out);
    close(fd); /* nothing was written: its result says nothing */
    return ok;
}

/* The file `name` of a folder, no link; -1 with errno set. */
static int
open_beside(const char *folder, const char *name)
{
    int dir, fd, reason;

    do
        dir = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    while (dir < 0 && errno == EINTR);
    if (dir < 0)
        return -1;
    do
        fd = openat(dir, name,
            O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW);
    while (fd < 0 && errno == EINTR);
    reason = errno;
    close(dir);
    errno = reason;
    return fd;
}

bool
file_read_beside(struct arena *a, struct diag *d, const char *folder,
    const char *name, size_t max, struct source *out)
{
    struct pos at = {.src = out};
    bool ok;
    int fd;

    *out = (struct source){.name = strcmp(folder, ".") == 0
                                       ? arena_strndup(a, name, strlen(name))
                                       : arena_printf(a, "%s/%s", folder, name),
        .text = ""};
    if (*name == '\0' || strchr(name, '/') != NULL)
        return diag_error(d, at, "F101", "cannot open: %s", strerror(EINVAL));
    fd = open_beside(folder, name);
    if (fd < 0 && errno == ELOOP)
        return diag_error(d, at, "F102", "this is %s, where a file is needed",
            "a symbolic link");
    if (fd < 0)
        return open_failed(d, at, out->name, errno);
    ok = read_opened(a, d, fd, max, out);
    close(fd); /* nothing was written: its result says nothing */
    return ok;
}

bool
file_map(struct arena *a, const char *path, struct source *out)
{
    struct stat st;
    void *text;
    bool ok;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);

    *out = (struct source){
        .name = arena_strndup(a, path, strlen(path)), .text = ""};
    if (fd < 0)
        return false;
    ok = fstat(fd, &st) == 0 && S_ISREG(st.st_mode);
    if (ok && st.st_size > 0) { /* nothing cannot be mapped */
        text = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
        ok = text != MAP_FAILED;
        if (ok)
            *out = (struct source){out->name, text, (size_t)st.st_size};
    }
    close(fd);
    return ok;
}

void
file_unmap(const struct source *file)
{
    if (file->len > 0)
        munmap((void *)(uintptr_t)file->text, file->len);
}

bool
file_exists(const char *path)
{
    struct stat st;

    return stat(path, &st) == 0 && S_ISREG(st.st_mode) &&
           access(path, R_OK) == 0;
}

/* A file being made in folder `dir`; `name` is "" while it has none. */
struct draft {
    int dir, fd;
    char name[TEMPORARY_SIZE];
};

static void
draft_name(struct draft *w, int n)
{
    snprintf(w->name, sizeof w->name, ".relatieprofiel-%ld-%d.tmp",
        (long)getpid(), n);
}

static bool
draft_open_unnamed(struct draft *w)
{
    w->name[0] = '\0';
    w->fd = openat(w->dir, ".", O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);
    return w->fd >= 0;
}

static bool
draft_open_named(struct draft *w)
{
    for (int n = 0; n < TEMPORARY_TRIES; n++) {
        draft_name(w, n);
        w->fd = openat(w->dir, w->name,
            O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
        if (w->fd >= 0)
            return true;
        if (errno != EEXIST)
            break;
    }
    w->name[0] = '\0';
    return false;
}

/* Closes what is open and removes what has a name; errno stays. */
static void
draft_drop(struct draft *w)
{
    int reason = errno;

    if (w->fd >= 0)
        close(w->fd);
    w->fd = -1;
    if (w->name[0] != '\0')
        unlinkat(w->dir, w->name, 0);
    w->name[0] = '\0';
    errno = reason;
}

static bool
sync_fd(int fd)
{
    int n;

    do
        n = fsync(fd);
    while (n != 0 && errno == EINTR);
    return n == 0;
}

static bool
draft_fill(struct draft *w, const char *data, size_t len)
{
    while (len > 0) {
        ssize_t n = write(w->fd, data, len);

        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return false;
        data += n;
        len -= (size_t)n;
    }
    /* The umask may have taken bits away. */
    return fchmod(w->fd, 0600) == 0 && sync_fd(w->fd);
}

static bool
draft_close(struct draft *w)
{
    int fd = w->fd;

    w->fd = -1;
    return close(fd) == 0 || errno == EINTR; /* Linux closes all the same */
}

static bool
draft_link(const struct draft *w, const char *name)
{
    char path[TEMPORARY_SIZE];

    snprintf(path, sizeof path, "/proc/self/fd/%d", w->fd);
    return linkat(AT_FDCWD, path, w->dir, name, AT_SYMLINK_FOLLOW) == 0;
}

/* Gives an unnamed draft a temporary name. */
static bool
draft_link_temporary(struct draft *w)
{
    for (int n = 0; n < TEMPORARY_TRIES; n++) {
        draft_name(w, n);
        if (draft_link(w, w->name))
            return true;
        if (errno != EEXIST)
            break;
    }
    w->name[0] = '\0';
    return false;
}

/* The complete draft becomes `base`.  Where linking is impossible altogether
   `*again` tells to start over with a named draft. */
static bool
draft_publish(struct draft *w, const char *base, bool *again)
{
    if (w->name[0] == '\0') {
        if (draft_link(w, base)) {
            if (draft_close(w))
                return true;
            unlinkat(w->dir, base, 0);
            return false;
        }
        if (errno != EEXIST || !draft_link_temporary(w)) {
            *again = true;
            return false;
        }
    }
    if (!draft_close(w) || renameat(w->dir, w->name, w->dir, base) != 0)
        return false;
    w->name[0] = '\0';
    return true;
}

static bool
draft_write(struct draft *w, const char *base, const char *data, size_t len)
{
    bool again = false;

    if (draft_open_unnamed(w)) {
        if (draft_fill(w, data, len) && draft_publish(w, base, &again))
            return true;
        draft_drop(w);
        if (!again)
            return false;
    }
    if (!draft_open_named(w))
        return false;
    if (draft_fill(w, data, len) && draft_publish(w, base, &again))
        return true;
    draft_drop(w);
    return false;
}

/* Opens the folder that `path` lies in; `*base` is what follows. */
static int
open_folder(const char *path, const char **base)
{
    const char *slash = strrchr(path, '/');
    char folder[4096] = ".";
    size_t len;

    *base = slash == NULL ? path : slash + 1;
    if (**base == '\0') {
        errno = EISDIR;
        return -1;
    }
    if (slash != NULL) {
        len = slash == path ? 1 : (size_t)(slash - path);
        if (len >= sizeof folder) {
            errno = ENAMETOOLONG;
            return -1;
        }
        memcpy(folder, path, len);
        folder[len] = '\0';
    }
    return open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

/* Some file systems know no fsync of a folder: that is no loss of data. */
static bool
sync_folder(int dir)
{
    return sync_fd(dir) || errno == EINVAL;
}

bool
file_write(const char *path, const char *data, size_t len)
{
    const char *base;
    struct draft w = {.fd = -1};
    bool ok;
    int reason;

    w.dir = open_folder(path, &base);
    if (w.dir < 0)
        return false;
    ok = draft_write(&w, base, data, len);
    if (ok && !sync_folder(w.dir)) {
        reason = errno;
        unlinkat(w.dir, base, 0);
        errno = reason;
        ok = false;
    }
    reason = errno;
    close(w.dir);
    errno = reason;
    return ok;
}

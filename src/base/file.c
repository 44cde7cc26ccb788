/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#define _DEFAULT_SOURCE /* madvise */

#include "base/file.h"

#include "base/places.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

/* Reading trusts only what fstat says of the opened file. */

static const char *
kind_of(mode_t mode)
{
    if (S_ISDIR(mode))
        return DIAG_WORDS("a folder");
    if (S_ISFIFO(mode))
        return DIAG_WORDS("a named pipe");
    if (S_ISSOCK(mode))
        return DIAG_WORDS("a socket");
    if (S_ISCHR(mode) || S_ISBLK(mode))
        return DIAG_WORDS("a device");
    return DIAG_WORDS("not a regular file");
}

/* What was opened cannot be read: but for a folder on standard input that is
   never the file's fault. */
static bool
read_failed(struct diag *d, struct pos at, int reason)
{
    return reason == EISDIR ? diag_error(d, at, "F104", "cannot read: %s",
                                  diag_words(d, file_reason(reason)))
                            : diag_failure(d, at, "F104", "cannot read: %s",
                                  diag_words(d, file_reason(reason)));
}

/* Reads until `max` bytes are there or the file ends; the number read, or
   -1. */
static ssize_t
read_full(int fd, char *to, size_t max)
{
    size_t have = 0;

    while (have < max) {
        ssize_t n = read(fd, to + have, max - have);

        if (n < 0 && file_interrupted())
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

/* What may be text; a larger file has no places that are told. */
static void
mark(struct arena *a, struct source *src)
{
    if (src->len <= FILE_TABLE_MAX)
        places_mark(a, src);
}

static bool
read_input(struct arena *a, struct diag *d, size_t max, struct source *out)
{
    struct pos at = {.src = out};
    char *text = arena_alloc(a, max + 2);
    ssize_t n = read_full(STDIN_FILENO, text, max + 1);

    if (n < 0)
        return read_failed(d, at, errno);
    if ((size_t)n > max)
        return too_large(d, at, max);
    text[n] = '\0';
    out->text = text;
    out->len = (size_t)n;
    mark(a, out);
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
        return read_failed(d, at, errno);
    if (!S_ISREG(st.st_mode))
        return diag_error(d, at, "F102", "this is %s, where a file is needed",
            diag_words(d, kind_of(st.st_mode)));
    if (st.st_size < 0 || (unsigned long long)st.st_size > max)
        return too_large(d, at, max);
    size = (size_t)st.st_size;
    text = arena_alloc(a, size + 2);
    n = read_full(fd, text, size + 1);
    if (n < 0)
        return read_failed(d, at, errno);
    if ((size_t)n != size)
        return diag_error(d, at, "F104", "the file changed while it was read");
    text[size] = '\0';
    out->text = text;
    out->len = size;
    mark(a, out);
    return true;
}

/* A socket cannot be opened at all; its kind says more than errno does. */
static bool
open_failed(struct diag *d, struct pos at, const char *path, int reason)
{
    struct stat st;

    if (reason == ENXIO && stat(path, &st) == 0)
        return diag_error(d, at, "F102", "this is %s, where a file is needed",
            diag_words(d, kind_of(st.st_mode)));
    return file_error_of_system(reason)
               ? diag_failure(d, at, "F101", "cannot open: %s",
                     diag_words(d, file_reason(reason)))
               : diag_error(d, at, "F101", "cannot open: %s",
                     diag_words(d, file_reason(reason)));
}

static int
open_file(const char *path)
{
    int fd;

    do
        fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    while (fd < 0 && file_interrupted());
    return fd;
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
    fd = open_file(path);
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
    while (dir < 0 && file_interrupted());
    if (dir < 0)
        return -1;
    do
        fd = openat(dir, name,
            O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW);
    while (fd < 0 && file_interrupted());
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
        return diag_error(d, at, "F101", "cannot open: %s",
            diag_words(d, file_reason(EINVAL)));
    fd = open_beside(folder, name);
    if (fd < 0 && errno == ELOOP)
        return diag_error(d, at, "F102", "this is %s, where a file is needed",
            diag_words(d, DIAG_WORDS("a symbolic link")));
    if (fd < 0)
        return open_failed(d, at, out->name, errno);
    ok = read_opened(a, d, fd, max, out);
    close(fd); /* nothing was written: its result says nothing */
    return ok;
}

static bool
map_opened(struct diag *d, int fd, struct source *out)
{
    struct pos at = {.src = out};
    struct stat st;
    void *text;

    if (fstat(fd, &st) != 0)
        return read_failed(d, at, errno);
    if (!S_ISREG(st.st_mode))
        return diag_error(d, at, "F102", "this is %s, where a file is needed",
            diag_words(d, kind_of(st.st_mode)));
    if (st.st_size == 0) /* nothing cannot be mapped */
        return true;
    text = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
    if (text == MAP_FAILED)
        return read_failed(d, at, errno);
    *out = (struct source){
        .name = out->name, .text = text, .len = (size_t)st.st_size};
    return true;
}

bool
file_map(struct arena *a, struct diag *d, const char *path, struct source *out)
{
    bool ok;
    int fd;

    *out = (struct source){
        .name = arena_strndup(a, path, strlen(path)), .text = ""};
    fd = open_file(path);
    if (fd < 0)
        return open_failed(d, (struct pos){.src = out}, path, errno);
    ok = map_opened(d, fd, out);
    close(fd);
    return ok;
}

void
file_map_forget(const struct source *file)
{
    if (file->len > 0)
        madvise((void *)(uintptr_t)file->text, file->len, MADV_DONTNEED);
}

void
file_unmap(const struct source *file)
{
    if (file->len > 0)
        munmap((void *)(uintptr_t)file->text, file->len);
}

/* Where the system cannot tell whether a file is there, or says that one may
   not look, opening it says more: a folder that is closed to us holds nothing
   that we would miss. */
static bool
may_open(const char *path)
{
    int fd = open_file(path);

    if (fd < 0)
        return file_error_of_system(errno);
    close(fd);
    return true;
}

bool
file_exists(const char *path)
{
    struct stat st;

    if (stat(path, &st) == 0)
        return S_ISREG(st.st_mode);
    return (file_error_of_system(errno) || errno == EACCES) && may_open(path);
}

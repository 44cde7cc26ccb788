/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* A library to be preloaded that gives the program a strange system, for
   common.py:
     ODD_ROOM     so many bytes go into files, and then the disk is full
     ODD_SHORT    1: a read or write moves three bytes at most
     ODD_EINTR    1: every other call is broken off by a signal; always: all
     ODD_CLOCK    the time of day, in seconds since 1970
     ODD_GROWS    the end of a file's name: it is longer than fstat says
     ODD_TMPFILE  0: the file system knows no unnamed files
     ODD_EROFS    the end of a folder's name: nothing can be written there
   Workers share the room with their parent. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { SHORT = 3 };

static _Atomic long *room; /* NULL: as much as there is */
static bool in_short, in_signals, for_ever, named_only;
static const char *grows, *read_only, *clock_text;

__attribute__((constructor)) static void
begin(void)
{
    const char *given = getenv("ODD_ROOM");

    in_short = getenv("ODD_SHORT") != NULL;
    in_signals = getenv("ODD_EINTR") != NULL;
    for_ever = in_signals && strcmp(getenv("ODD_EINTR"), "always") == 0;
    named_only = getenv("ODD_TMPFILE") != NULL;
    grows = getenv("ODD_GROWS");
    read_only = getenv("ODD_EROFS");
    clock_text = getenv("ODD_CLOCK");
    if (given == NULL)
        return;
    room = mmap(NULL, sizeof *room, PROT_READ | PROT_WRITE,
        MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (room == MAP_FAILED)
        abort();
    *room = strtol(given, NULL, 10);
}

static bool
ends_in(const char *name, const char *end)
{
    size_t len = strlen(name), n = end == NULL ? 0 : strlen(end);

    return n > 0 && len >= n && strcmp(name + len - n, end) == 0;
}

/* The name of an open file; "" where it has none. */
static const char *
name_of(int fd)
{
    static _Thread_local char name[PATH_MAX];
    char link[64];
    ssize_t n;

    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    n = readlink(link, name, sizeof name - 1);
    name[n < 0 ? 0 : n] = '\0';
    return name;
}

#define BEHIND(type, name, types) ((type(*) types)dlsym(RTLD_NEXT, #name))

/* Every other call; `count` is that function's own. */
static bool
every_other(unsigned *count)
{
    if (!in_signals || ((*count)++ % 2 == 1 && !for_ever))
        return false;
    errno = EINTR;
    return true;
}

#define BREAK_OFF()                                                            \
    do {                                                                       \
        static _Thread_local unsigned count;                                   \
                                                                               \
        if (every_other(&count))                                               \
            return -1;                                                         \
    } while (0)

/* Whether bytes written there take room on a disk. */
static bool
on_disk(int fd)
{
    struct stat st;

    return BEHIND(int, fstat, (int, struct stat *))(fd, &st) == 0 &&
           S_ISREG(st.st_mode) && strncmp(name_of(fd), "/memfd:", 7) != 0;
}

ssize_t
write(int fd, const void *from, size_t n)
{
    BREAK_OFF();
    if (in_short && n > SHORT)
        n = SHORT;
    if (room != NULL && n > 0 && on_disk(fd)) {
        long had = atomic_fetch_sub(room, (long)n);

        if (had <= 0) {
            errno = ENOSPC;
            return -1;
        }
        if ((long)n > had)
            n = (size_t)had;
    }
    return BEHIND(ssize_t, write, (int, const void *, size_t))(fd, from, n);
}

ssize_t
read(int fd, void *to, size_t n)
{
    BREAK_OFF();
    if (in_short && n > SHORT && on_disk(fd))
        n = SHORT;
    return BEHIND(ssize_t, read, (int, void *, size_t))(fd, to, n);
}

int
open(const char *path, int flags, ...)
{
    va_list args;
    int mode;

    va_start(args, flags);
    mode = (flags & (O_CREAT | __O_TMPFILE)) != 0 ? va_arg(args, int) : 0;
    va_end(args);
    BREAK_OFF();
    return BEHIND(int, open, (const char *, int, ...))(path, flags, mode);
}

int
openat(int dir, const char *path, int flags, ...)
{
    va_list args;
    int mode;

    va_start(args, flags);
    mode = (flags & (O_CREAT | __O_TMPFILE)) != 0 ? va_arg(args, int) : 0;
    va_end(args);
    if ((flags & O_TMPFILE) == O_TMPFILE && named_only) {
        errno = EOPNOTSUPP;
        return -1;
    }
    BREAK_OFF();
    return BEHIND(int, openat, (int, const char *, int, ...))(
        dir, path, flags, mode);
}

int
access(const char *path, int mode)
{
    if ((mode & W_OK) != 0 && ends_in(path, read_only)) {
        errno = EROFS;
        return -1;
    }
    return BEHIND(int, access, (const char *, int))(path, mode);
}

int
fstat(int fd, struct stat *st)
{
    int got = BEHIND(int, fstat, (int, struct stat *))(fd, st);

    if (got == 0 && grows != NULL && ends_in(name_of(fd), grows))
        st->st_size--;
    return got;
}

#define BROKEN_OFF(type, name, types, ...)                                     \
    type name types                                                            \
    {                                                                          \
        BREAK_OFF();                                                           \
        return BEHIND(type, name, types)(__VA_ARGS__);                         \
    }

BROKEN_OFF(int, fsync, (int fd), fd)
BROKEN_OFF(int, poll, (struct pollfd * v, nfds_t n, int ms), v, n, ms)
BROKEN_OFF(
    ssize_t, recv, (int fd, void *to, size_t n, int flags), fd, to, n, flags)
BROKEN_OFF(ssize_t, send, (int fd, const void *from, size_t n, int flags), fd,
    from, n, flags)
BROKEN_OFF(
    pid_t, waitpid, (pid_t pid, int *status, int flags), pid, status, flags)

/* The time of day ------------------------------------------------------- */

int
clock_gettime(clockid_t which, struct timespec *t)
{
    if (clock_text == NULL || which != CLOCK_REALTIME)
        return BEHIND(int, clock_gettime, (clockid_t, struct timespec *))(
            which, t);
    *t = (struct timespec){.tv_sec = strtol(clock_text, NULL, 10)};
    return 0;
}

time_t
time(time_t *to)
{
    struct timespec t;

    clock_gettime(CLOCK_REALTIME, &t);
    if (to != NULL)
        *to = t.tv_sec;
    return t.tv_sec;
}

int
gettimeofday(struct timeval *restrict t, void *restrict zone)
{
    struct timespec now;

    (void)zone;
    clock_gettime(CLOCK_REALTIME, &now);
    *t = (struct timeval){now.tv_sec, now.tv_nsec / 1000};
    return 0;
}

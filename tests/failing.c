/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* A library to be preloaded that makes one call fail, for failing.py:
     FAIL_CALL    which (a name of the list below)
     FAIL_NTH     the how manieth, from 1
     FAIL_ERRNO   with which errno; 0: the process is killed there
     FAIL_STICKY  1: and all after it
     FAIL_HIT     a file that is made when that happens
   Workers go on counting from where they were forked. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static const char *call, *hit;
static long nth, count;
static int error;
static bool sticky;

__attribute__((constructor)) static void
begin(void)
{
    const char *n = getenv("FAIL_NTH"), *e = getenv("FAIL_ERRNO");

    hit = getenv("FAIL_HIT");
    nth = n == NULL ? 0 : strtol(n, NULL, 10);
    error = e == NULL ? 0 : (int)strtol(e, NULL, 10);
    sticky = getenv("FAIL_STICKY") != NULL;
    call = getenv("FAIL_CALL");
}

/* Whether this call fails; errno is set then. */
static bool
fails(const char *name)
{
    if (call == NULL || strcmp(name, call) != 0)
        return false;
    count++;
    if (count < nth || (count > nth && !sticky))
        return false;
    if (count == nth && hit != NULL)
        syscall(SYS_mkdirat, AT_FDCWD, hit, 0700);
    if (error == 0)
        kill(getpid(), SIGKILL);
    errno = error;
    return true;
}

/* The function that this one stands before. */
#define NEXT(type, ...) ((type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, __func__))

#define FAIL(name, value)                                                      \
    if (fails(name))                                                           \
    return value

static int
mode_of(int flags, va_list args)
{
    return (flags & (O_CREAT | __O_TMPFILE)) != 0 ? va_arg(args, int) : 0;
}

int
open(const char *path, int flags, ...)
{
    va_list args;
    int mode;

    va_start(args, flags);
    mode = mode_of(flags, args);
    va_end(args);
    FAIL("open", -1);
    return NEXT(int, const char *, int, ...)(path, flags, mode);
}

int
openat(int dir, const char *path, int flags, ...)
{
    va_list args;
    int mode;

    va_start(args, flags);
    mode = mode_of(flags, args);
    va_end(args);
    /* As on a system without unnamed files. */
    if ((flags & O_TMPFILE) == O_TMPFILE && getenv("FAIL_TMPFILE") != NULL) {
        errno = EOPNOTSUPP;
        return -1;
    }
    FAIL("openat", -1);
    return NEXT(int, int, const char *, int, ...)(dir, path, flags, mode);
}

#define WRAP(type, bad, name, types, ...)                                      \
    type name types                                                            \
    {                                                                          \
        FAIL(#name, bad);                                                      \
        return ((type(*) types)dlsym(RTLD_NEXT, #name))(__VA_ARGS__);          \
    }

WRAP(ssize_t, -1, read, (int fd, void *to, size_t n), fd, to, n)
WRAP(ssize_t, -1, write, (int fd, const void *from, size_t n), fd, from, n)
WRAP(int, -1, fstat, (int fd, struct stat *st), fd, st)
WRAP(int, -1, stat, (const char *path, struct stat *st), path, st)
WRAP(int, -1, lstat, (const char *path, struct stat *st), path, st)
WRAP(int, -1, access, (const char *path, int mode), path, mode)
WRAP(int, -1, fsync, (int fd), fd)
WRAP(int, -1, fchmod, (int fd, mode_t mode), fd, mode)
WRAP(int, -1, linkat, (int d, const char *f, int e, const char *t, int flags),
    d, f, e, t, flags)
WRAP(
    int, -1, renameat, (int d, const char *f, int e, const char *t), d, f, e, t)
WRAP(int, -1, unlinkat, (int d, const char *path, int flags), d, path, flags)
WRAP(pid_t, -1, fork, (void), )
WRAP(int, -1, memfd_create, (const char *name, unsigned flags), name, flags)
WRAP(void *, MAP_FAILED, mmap,
    (void *at, size_t n, int prot, int flags, int fd, off_t from), at, n, prot,
    flags, fd, from)
WRAP(ssize_t, -1, send, (int fd, const void *from, size_t n, int flags), fd,
    from, n, flags)
WRAP(ssize_t, -1, recv, (int fd, void *to, size_t n, int flags), fd, to, n,
    flags)
WRAP(int, -1, poll, (struct pollfd * v, nfds_t n, int ms), v, n, ms)
WRAP(int, -1, socketpair, (int domain, int type, int protocol, int fds[2]),
    domain, type, protocol, fds)

/* Memory, by whichever library it is asked for; errno is ENOMEM then. */
void *
malloc(size_t n)
{
    FAIL("malloc", NULL);
    return NEXT(void *, size_t)(n);
}

void *
calloc(size_t n, size_t size)
{
    FAIL("malloc", NULL);
    return NEXT(void *, size_t, size_t)(n, size);
}

void *
realloc(void *p, size_t n)
{
    FAIL("malloc", NULL);
    return NEXT(void *, void *, size_t)(p, n);
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* A library to be preloaded that makes one call fail, for failing.py:
     FAIL_CALL    which (a name of the list below)
     FAIL_NTH     the how manieth, from 1
     FAIL_ERRNO   with which errno; 0: the process is killed there
     FAIL_STICKY  1: and all after it
     FAIL_HIT     a file that gets a byte when that happens
     FAIL_COUNTS  a file: nothing fails, and how often each is called goes there
   Compiled with SANITIZED it leaves memory to the sanitizer.
   Both are opened at once: the program keeps itself from other files.
   Workers go on counting from where they were forked. */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <spawn.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <unistd.h>

static const char *call;
static int hit = -1;
static long nth, count;
static int error;
static bool sticky;

enum { NAMES = 64, NAME_MAX_LEN = 24 };

/* The content of FAIL_COUNTS: shared by all processes of a run, and there
   however they end. */
static struct counter {
    char name[NAME_MAX_LEN];
    _Atomic long n;     /* how often */
    _Atomic long ready; /* 0: no name, 1: somebody writes it, 2: there */
} * counters;

static void
count_call(const char *name)
{
    for (int i = 0; i < NAMES; i++) {
        struct counter *c = &counters[i];
        long none = 0;

        if (atomic_compare_exchange_strong(&c->ready, &none, 1)) {
            strncpy(c->name, name, sizeof c->name - 1);
            c->ready = 2;
        }
        while (c->ready != 2)
            ;
        if (strcmp(c->name, name) == 0) {
            atomic_fetch_add(&c->n, 1);
            return;
        }
    }
    abort();
}

/* The file that a variable names, made; out of the way of the program's own. */
static int
making(const char *variable)
{
    enum { HIGH = 200 };
    const char *path = getenv(variable);
    int fd = path == NULL ? -1 : (open)(path, O_RDWR | O_CREAT | O_TRUNC, 0600),
        high;

    if (fd < 0)
        return -1;
    high = fcntl(fd, F_DUPFD_CLOEXEC, HIGH);
    close(fd);
    return high;
}

__attribute__((constructor)) static void
begin(void)
{
    const char *n = getenv("FAIL_NTH"), *e = getenv("FAIL_ERRNO");

    int counts;

    hit = making("FAIL_HIT");
    nth = n == NULL ? 0 : strtol(n, NULL, 10);
    error = e == NULL ? 0 : (int)strtol(e, NULL, 10);
    sticky = getenv("FAIL_STICKY") != NULL;
    counts = making("FAIL_COUNTS");
    call = getenv("FAIL_CALL");
    if (counts < 0)
        return;
    if ((ftruncate)(counts, NAMES * sizeof *counters) != 0)
        abort();
    counters = (mmap)(NULL, NAMES * sizeof *counters, PROT_READ | PROT_WRITE,
        MAP_SHARED, counts, 0);
    if (counters == MAP_FAILED)
        abort();
}

/* Whether this call fails; errno is set then. */
static bool
fails(const char *name)
{
    if (counters != NULL)
        count_call(name);
    if (call == NULL || strcmp(name, call) != 0)
        return false;
    count++;
    if (count < nth || (count > nth && !sticky))
        return false;
    if (count == nth && hit >= 0 && pwrite(hit, "", 1, 0) != 1)
        abort();
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
WRAP(int, -1, renameat2,
    (int d, const char *f, int e, const char *t, unsigned flags), d, f, e, t,
    flags)
WRAP(ssize_t, -1, pread, (int fd, void *to, size_t n, off_t at), fd, to, n, at)
WRAP(int, -1, sync_file_range, (int fd, off64_t at, off64_t n, unsigned how),
    fd, at, n, how)
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
WRAP(int, -1, mkdir, (const char *path, mode_t mode), path, mode)
WRAP(int, -1, getrusage, (__rusage_who_t who, struct rusage *to), who, to)
WRAP(int, -1, sigaltstack, (const stack_t *restrict to, stack_t *restrict old),
    to, old)
WRAP(int, -1, pipe, (int fds[2]), fds)
WRAP(int, -1, inotify_init1, (int flags), flags)
WRAP(int, -1, inotify_add_watch, (int fd, const char *path, uint32_t what), fd,
    path, what)
WRAP(int, -1, rmdir, (const char *path), path)
WRAP(int, -1, ftruncate, (int fd, off_t n), fd, n)
WRAP(off_t, -1, lseek, (int fd, off_t to, int from), fd, to, from)
WRAP(int, -1, madvise, (void *at, size_t n, int how), at, n, how)
WRAP(int, -1, mlock, (const void *at, size_t n), at, n)
WRAP(DIR *, NULL, opendir, (const char *path), path)
WRAP(DIR *, NULL, fdopendir, (int fd), fd)
WRAP(struct dirent *, NULL, readdir, (DIR * dir), dir)
WRAP(int, -1, fstatat,
    (int d, const char *restrict path, struct stat *restrict st, int flags), d,
    path, st, flags)
WRAP(int, -1, faccessat, (int d, const char *path, int mode, int flags), d,
    path, mode, flags)
WRAP(int, -1, flock, (int fd, int how), fd, how)
WRAP(ssize_t, -1, getrandom, (void *to, size_t n, unsigned flags), to, n, flags)
WRAP(char *, NULL, realpath, (const char *restrict path, char *restrict to),
    path, to)
WRAP(ssize_t, -1, readlink,
    (const char *restrict path, char *restrict to, size_t n), path, to, n)
WRAP(
    int, -1, signalfd, (int fd, const sigset_t *set, int flags), fd, set, flags)
WRAP(FILE *, NULL, fmemopen, (void *at, size_t n, const char *how), at, n, how)
WRAP(int, -1, sched_getaffinity, (pid_t pid, size_t n, cpu_set_t *set), pid, n,
    set)
WRAP(char *, NULL, setlocale, (int what, const char *name), what, name)
WRAP(int, -1, sigprocmask,
    (int how, const sigset_t *restrict set, sigset_t *restrict old), how, set,
    old)
WRAP(int, -1, uname, (struct utsname * to), to)
WRAP(
    pid_t, -1, waitpid, (pid_t pid, int *status, int flags), pid, status, flags)
WRAP(int, errno, posix_spawnp,
    (pid_t *restrict pid, const char *restrict file,
        const posix_spawn_file_actions_t *actions,
        const posix_spawnattr_t *restrict attributes, char *const argv[],
        char *const envp[]),
    pid, file, actions, attributes, argv, envp)
WRAP(
    int, -1, getrlimit, (__rlimit_resource_t what, struct rlimit *to), what, to)
WRAP(int, -1, setrlimit, (__rlimit_resource_t what, const struct rlimit *to),
    what, to)

int
prctl(int what, ...)
{
    va_list args;
    unsigned long v[4];

    va_start(args, what);
    for (int i = 0; i < 4; i++)
        v[i] = va_arg(args, unsigned long);
    va_end(args);
    FAIL("prctl", -1);
    return (int)syscall(SYS_prctl, what, v[0], v[1], v[2], v[3]);
}

long
syscall(long number, ...)
{
    va_list args;
    long v[6];

    va_start(args, number);
    for (int i = 0; i < 6; i++)
        v[i] = va_arg(args, long);
    va_end(args);
    FAIL("syscall", -1);
    return NEXT(long, long, ...)(number, v[0], v[1], v[2], v[3], v[4], v[5]);
}

#ifndef SANITIZED
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
#endif

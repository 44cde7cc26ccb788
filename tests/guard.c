/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* A library to be preloaded, for guard.py.  At the end of the process it tries
   what a run may not do, and says what came of it on descriptor GUARD_FD, a
   line per process: what succeeded.  And where a picture is opened it ends or
   hangs, as GUARD_PNG asks: "crash", "abort", "hang". */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static void
tell(FILE *out, const char *what, int succeeded)
{
    if (succeeded)
        fprintf(out, " %s", what);
}

static int
runs_program(void)
{
    /* vfork and execve, as system does; here without a new process. */
    int status = system("true"); /* lint: allow */

    return status != -1 && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static int
makes_process(void)
{
    pid_t pid = fork();

    if (pid == 0)
        _exit(0);
    if (pid > 0)
        waitpid(pid, NULL, 0);
    return pid > 0;
}

__attribute__((destructor)) static void
try_all(void)
{
    const char *fd = getenv("GUARD_FD"), *secret = getenv("GUARD_SECRET");
    char line[512] = "";
    FILE *out;

    if (fd == NULL)
        return;
    out = fmemopen(line, sizeof line, "w");
    fprintf(out, "tried:");
    tell(out, "read", open(secret, O_RDONLY) >= 0);
    tell(out, "passwd", open("/etc/passwd", O_RDONLY) >= 0);
    tell(out, "environ", open("/proc/self/environ", O_RDONLY) >= 0);
    tell(out, "write", open(secret, O_WRONLY) >= 0);
    tell(out, "create", open("/tmp/guard-made", O_WRONLY | O_CREAT, 0600) >= 0);
    tell(out, "unlink", unlink(secret) == 0);
    tell(out, "socket", socket(AF_INET, SOCK_STREAM, 0) >= 0);
    tell(out, "process", makes_process());
    tell(out, "program", runs_program());
    tell(out, "ptrace", ptrace(PTRACE_TRACEME, 0, NULL, NULL) == 0);
    fprintf(out, "\n");
    fclose(out);
    if (write((int)strtol(fd, NULL, 10), line, strlen(line)) < 0)
        abort();
}

/* libpng's, which a logo comes through. */
void *png_create_read_struct(
    const char *version, void *p, void *error, void *warn);

void *
png_create_read_struct(const char *version, void *p, void *error, void *warn)
{
    void *(*next)(const char *, void *, void *, void *);
    const char *how = getenv("GUARD_PNG");
    const struct rlimit second = {1, RLIM_INFINITY};
    void *symbol = dlsym(RTLD_NEXT, "png_create_read_struct");

    memcpy(&next, &symbol, sizeof next);
    if (how != NULL && strcmp(how, "crash") == 0)
        raise(SIGSEGV);
    if (how != NULL && strcmp(how, "abort") == 0)
        abort();
    if (how != NULL && strcmp(how, "hang") == 0) {
        setrlimit(RLIMIT_CPU, &second);
        for (;;)
            ;
    }
    return next(version, p, error, warn);
}

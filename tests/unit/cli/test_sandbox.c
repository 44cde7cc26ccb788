/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* A process that may open what it was told and nothing else. */
#define _GNU_SOURCE /* mkdtemp */

#include "cli/sandbox.h"

#include "base/file.h"
#include "base/file_write.h"

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static char folder[] = "/tmp/test_sandbox_XXXXXX";

static int
set_up(void **state)
{
    (void)state;
    if (mkdtemp(folder) == NULL || chdir(folder) != 0 || mkdir("out", 0700))
        return -1;
    return file_write("given", "x", 1) == FILE_WRITTEN &&
                   file_write("other", "x", 1) == FILE_WRITTEN &&
                   file_write("out/old", "x", 1) == FILE_WRITTEN
               ? 0
               : -1;
}

static int
tear_down(void **state)
{
    static const char *const names[] = {
        "given", "other", "out/old", "out/new", "out", folder};

    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (remove(names[i]) != 0)
            return -1;
    return 0;
}

/* Runs `what` in a process of its own that is limited; what it returns. */
static int
limited(int (*what)(void))
{
    const char *read[] = {"given", "absent"}, *write[] = {"out"};
    const struct sandbox s = {
        .read = read, .nread = 2, .write = write, .nwrite = 1};
    pid_t pid = fork();
    int status;

    if (pid == 0) {
        sandbox_enter(&s);
        _exit(what());
    }
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

/* 0, or which of them did not go as it should. */
static int
allowed(void)
{
    int fd = open("given", O_RDONLY);
    char c;

    if (fd < 0 || read(fd, &c, 1) != 1)
        return 1;
    if (file_write("out/new", "new", 3) != FILE_WRITTEN)
        return 2;
    if (file_write("out/old", "new", 3) != FILE_WRITTEN)
        return 3;
    if (open("out/old", O_RDONLY) < 0)
        return 4;
    file_sweep("out");
    return 0;
}

static int
other_files(void)
{
    static const char *const paths[] = {"other", "/etc/passwd", ".",
        "/proc/self/status", "out/../other", "/dev/null"};
    size_t n = sizeof paths / sizeof *paths;

    for (size_t i = 0; i < n; i++)
        if (open(paths[i], O_RDONLY) >= 0 || errno != EACCES)
            return (int)i + 1;
    if (open("given", O_WRONLY) >= 0 || errno != EACCES)
        return 10;
    if (open("fresh", O_WRONLY | O_CREAT, 0600) >= 0 || errno != EACCES)
        return 11;
    if (unlink("other") == 0 || errno != EACCES)
        return 12;
    if (symlink("given", "out/link") == 0 || errno != EACCES)
        return 13;
    return 0;
}

static int
other_calls(void)
{
    char *const words[] = {(char *)(uintptr_t) "/bin/true", NULL};
    int fds[2];

    if (socket(AF_INET, SOCK_STREAM, 0) >= 0 || errno != EPERM)
        return 1;
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, fds) == 0 || errno != EPERM)
        return 2;
    if (fork() >= 0 || errno != EPERM)
        return 3;
    execv(words[0], words);
    if (errno != EPERM)
        return 4;
    if (ptrace(PTRACE_TRACEME, 0, NULL, NULL) == 0 || errno != EPERM)
        return 5;
    return 0;
}

static void
test_allowed(void **state)
{
    (void)state;
    assert_int_equal(limited(allowed), 0);
}

static void
test_other_files(void **state)
{
    (void)state;
    if (!sandbox_has_files())
        skip();
    assert_int_equal(limited(other_files), 0);
}

static void
test_other_calls(void **state)
{
    (void)state;
    if (!sandbox_has_calls())
        skip();
    assert_int_equal(limited(other_calls), 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_allowed),
        cmocka_unit_test(test_other_files),
        cmocka_unit_test(test_other_calls),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}

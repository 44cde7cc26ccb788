/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Linked into the program that `make cov` measures, and into no other: what
   gcov counted is written also where a process does not come to its exit, and
   the program lets itself write that beside its results (ld's --wrap). */
#include "cli/sandbox.h"

#include <gcov.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ld's names. */
void __real_sandbox_enter(const struct sandbox *s);
void __wrap_sandbox_enter(const struct sandbox *s);
_Noreturn void __real__exit(int status);
_Noreturn void __wrap__exit(int status);
int __real_raise(int number);
int __wrap_raise(int number);

void
__wrap_sandbox_enter(const struct sandbox *s)
{
    struct sandbox more = *s;
    const char **write = malloc((size_t)(s->nwrite + 1) * sizeof *write);

    if (write == NULL)
        abort();
    memcpy(write, s->write, (size_t)s->nwrite * sizeof *write);
    write[more.nwrite++] = COVERAGE_FOLDER;
    more.write = write;
    __real_sandbox_enter(&more);
    free(write);
}

void
__wrap__exit(int status)
{
    __gcov_dump();
    __real__exit(status);
}

int
__wrap_raise(int number)
{
    __gcov_dump();
    return __real_raise(number);
}

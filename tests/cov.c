/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Linked into the program that `make cov` measures, and into no other: what
   gcov counted is written also where a process does not come to its exit, and
   the program lets itself write that beside its results (ld's --wrap). */
#include "cli/sandbox.h"

#include <gcov.h>
#include <signal.h>
#include <stdbool.h>
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
void *__real_malloc(size_t n);
void *__wrap_malloc(size_t n);
void __real_free(void *p);
void __wrap_free(void *p);

enum { FOLDERS_MAX = 20000 };

/* gcov asks for the name of a file once, and does not look what it gets. */
static char name[4096];
static bool ends;

void *
__wrap_malloc(size_t n)
{
    void *p = __real_malloc(n);

    return p == NULL && ends && n <= sizeof name ? name : p;
}

void
__wrap_free(void *p)
{
    if (p != name)
        __real_free(p);
}

/* Before gcov's own, which has the first of all priorities. */
__attribute__((destructor)) static void
end(void)
{
    ends = true;
}

/* Once: a signal may come in between. */
static void
dump(void)
{
    if (!ends) {
        ends = true;
        __gcov_dump();
    }
}

void
__wrap_sandbox_enter(const struct sandbox *s)
{
    static const char *write[FOLDERS_MAX];
    struct sandbox more = *s;

    if (s->nwrite >= FOLDERS_MAX)
        abort();
    memcpy(write, s->write, (size_t)s->nwrite * sizeof *write);
    write[more.nwrite++] = COVERAGE_FOLDER;
    more.write = write;
    __real_sandbox_enter(&more);
}

void
__wrap__exit(int status)
{
    dump();
    __real__exit(status);
}

int
__wrap_raise(int number)
{
    dump();
    return __real_raise(number);
}

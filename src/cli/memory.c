/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* RTLD_NEXT, MADV_HUGEPAGE, sbrk */

#include "cli/memory.h"

#include "engine/engine.h"

#include <dlfcn.h>
#include <malloc.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* Libraries meet a lack of memory each in its own way: some crash, and some go
   on and leave a part out, so that a report has other bytes and nobody is told.
   So in this program, and in no other that the engine is part of, malloc and
   its like come back with memory or not at all: the one line, and status 3.
   What a sanitizer has put in their place is left there. */

static const char *said = "relatieprofiel: out of memory\n";

void
memory_line(const char *line)
{
    said = line;
}

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define MEMORY_IS_WATCHED
#endif
#endif
#if defined(__SANITIZE_ADDRESS__)
#define MEMORY_IS_WATCHED
#endif

#ifndef MEMORY_IS_WATCHED

/* No buffers, no handlers at exit: nothing that asks for memory again. */
static _Noreturn void
memory_end(void)
{
    ssize_t n = write(STDERR_FILENO, said, strlen(said));

    (void)n; /* there is nowhere else to say it */
    _exit(STATUS_FAILED);
}

/* A size that no system can give is a fault of who asks; the library knows. */
static void *
memory_check(void *p, size_t n)
{
    if (p == NULL && n > 0 && n <= PTRDIFF_MAX)
        memory_end();
    return p;
}

/* The system gives memory by pages, at the first touch of each, and of 4 KB
   each that took a fifth of a single report.  So the heap begins with room for
   all that such a report asks for, in which the system may give 2 MB at once.
   It does so only where none of the 2 MB was touched before: what the C library
   writes when it takes the room lies in the page before them.  What is not
   touched of the room costs nothing, and where it is not to be had the run is
   slower. */
enum {
    HEAP_ROOM = 16 << 20,
    LARGE = 1 << 20,
    HUGE = 2 << 20,
    BEFORE = 4 << 10
};

static void
heap_begin(void)
{
    static void *first; /* for good */
    void *(*next)(size_t);
    uintptr_t end = (uintptr_t)sbrk(0);
    uintptr_t from = (end + BEFORE + HUGE - 1) / HUGE * HUGE;

    mallopt(M_MMAP_THRESHOLD, LARGE);
    mallopt(M_TRIM_THRESHOLD, HEAP_ROOM);
    mallopt(M_TOP_PAD, HEAP_ROOM);
    *(void **)&next = dlsym(RTLD_NEXT, "malloc");
    if (next == NULL || sbrk((intptr_t)(from - BEFORE - end)) == (void *)-1)
        return;
    first = next(1);
    end = (uintptr_t)sbrk(0);
    if (first != NULL && end > from)
        madvise((void *)from, end - from, MADV_HUGEPAGE);
}

/* The function behind this one: the C library's, or what a test puts before
   it.  POSIX lets dlsym's result be one. */
static void *
behind(const char *name)
{
    static bool begun;
    void *p = dlsym(RTLD_NEXT, name);

    if (p == NULL)
        memory_end();
    if (!begun) {
        begun = true;
        heap_begin();
    }
    return p;
}

void *
malloc(size_t n)
{
    static void *(*next)(size_t);

    if (next == NULL)
        *(void **)&next = behind("malloc");
    return memory_check(next(n), n);
}

void *
calloc(size_t n, size_t size)
{
    static void *(*next)(size_t, size_t);

    if (next == NULL)
        *(void **)&next = behind("calloc");
    if (size != 0 && n > PTRDIFF_MAX / size)
        return next(n, size);
    return memory_check(next(n, size), n * size);
}

void *
realloc(void *p, size_t n)
{
    static void *(*next)(void *, size_t);

    if (next == NULL)
        *(void **)&next = behind("realloc");
    return memory_check(next(p, n), n);
}

#endif

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "base/arena.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A list of chunks, newest first.  A chunk once made is kept over a reset, so
   that a long batch asks the system for memory only in its first reports.  The
   first are small: most arenas of a run hold little. */

enum {
    ARENA_FIRST = 16 * 1024,
    ARENA_CHUNK = 64 * 1024,
    ARENA_ALIGN = 16,
    PRINTED = 256 /* most of what is printed is shorter */
};

struct chunk {
    struct chunk *next;
    size_t size, used;
    _Alignas(ARENA_ALIGN) unsigned char data[];
};

struct arena {
    struct chunk *full; /* in use, the current one first */
    struct chunk *spare;
    size_t room; /* of the next new chunk */
};

static void *
arena_system(size_t size)
{
    void *p = malloc(size);

    if (p == NULL) {
        fputs("relatieprofiel: out of memory\n", stderr);
        exit(3);
    }
    return p;
}

struct arena *
arena_new(void)
{
    struct arena *a = arena_system(sizeof *a);

    *a = (struct arena){.room = ARENA_FIRST};
    return a;
}

void
arena_reset(struct arena *a)
{
    while (a->full != NULL) {
        struct chunk *c = a->full;

        a->full = c->next;
        c->next = a->spare;
        a->spare = c;
    }
}

size_t
arena_taken(const struct arena *a)
{
    size_t taken = 0;

    for (const struct chunk *c = a->full; c != NULL; c = c->next)
        taken += c->used;
    return taken;
}

void
arena_free(struct arena *a)
{
    if (a == NULL)
        return;
    arena_reset(a);
    while (a->spare != NULL) {
        struct chunk *c = a->spare;

        a->spare = c->next;
        free(c);
    }
    free(a);
}

/* A chunk with room for `size` becomes the current one: a spare one where one
   is large enough, else a new one. */
static void
arena_block(struct arena *a, size_t size)
{
    struct chunk **link = &a->spare, *c;

    while (*link != NULL && (*link)->size < size)
        link = &(*link)->next;
    c = *link;
    if (c != NULL) {
        *link = c->next;
    } else {
        size_t room = a->room < size ? size : a->room;

        c = arena_system(sizeof *c + room);
        a->room = a->room < ARENA_CHUNK ? 2 * a->room : a->room;
        c->size = room;
    }
    c->used = 0;
    c->next = a->full;
    a->full = c;
}

static size_t
aligned(size_t size)
{
    return (size + ARENA_ALIGN - 1) & ~(size_t)(ARENA_ALIGN - 1);
}

void *
arena_raw(struct arena *a, size_t size)
{
    void *p;

    if (size > SIZE_MAX / 2) {
        fputs("relatieprofiel: out of memory\n", stderr);
        exit(3);
    }
    size = aligned(size);
    if (a->full == NULL || a->full->size - a->full->used < size)
        arena_block(a, size);
    p = a->full->data + a->full->used;
    a->full->used += size;
    return p;
}

void *
arena_alloc(struct arena *a, size_t size)
{
    return memset(arena_raw(a, size), 0, size);
}

void *
arena_raw_n(struct arena *a, size_t size, size_t n)
{
    if (size != 0 && n > SIZE_MAX / size)
        n = SIZE_MAX / size; /* too large for arena_raw, which says so */
    return arena_raw(a, size * n);
}

void *
arena_alloc_n(struct arena *a, size_t size, size_t n)
{
    void *p = arena_raw_n(a, size, n);

    return memset(p, 0, size * n);
}

/* Whether `old` bytes at `p` are the last that were taken, and as many as
   `size` have room there. */
static bool
grows_in_place(const struct arena *a, const void *p, size_t old, size_t size)
{
    const struct chunk *c = a->full;

    return p != NULL && c != NULL &&
           (const unsigned char *)p + aligned(old) == c->data + c->used &&
           size <= c->size && aligned(size) - aligned(old) <= c->size - c->used;
}

void *
arena_more(struct arena *a, void *p, size_t old, size_t size)
{
    void *more;

    if (grows_in_place(a, p, old, size)) {
        a->full->used += aligned(size) - aligned(old);
        return p;
    }
    more = arena_raw(a, size);
    if (old > 0)
        memcpy(more, p, old);
    return more;
}

char *
arena_strndup(struct arena *a, const char *s, size_t len)
{
    char *p = arena_alloc(a, len + 1);

    if (len > 0)
        memcpy(p, s, len);
    return p;
}

char *
arena_printf(struct arena *a, const char *fmt, ...)
{
    va_list ap, again;
    char first[PRINTED], *p;
    int n;

    va_start(ap, fmt);
    va_copy(again, ap);
    n = vsnprintf(first, sizeof first, fmt, ap);
    va_end(ap);
    p = arena_alloc(a, (size_t)n + 1);
    if (n < PRINTED)
        memcpy(p, first, (size_t)n);
    else
        vsnprintf(p, (size_t)n + 1, fmt, again);
    va_end(again);
    return p;
}

void *
arena_grow(struct arena *a, void *v, int n, int *cap, int first, size_t size)
{
    size_t old = (size_t)*cap * size, room;

    if (n < *cap)
        return v;
    *cap = *cap == 0 ? first : 2 * *cap;
    room = (size_t)*cap > SIZE_MAX / size ? SIZE_MAX : (size_t)*cap * size;
    return arena_more(a, v, old, room);
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The folder base: what every part is made with, and nothing of the program.

   An arena: memory that is given back all at once.  Two of them live in the
   program, one per run and one per report.  A function allocates if and only
   if it takes a `struct arena *`, as its first parameter; nothing in an arena
   is freed singly, and it points only to its own or a longer-lived arena. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct arena;

/* An empty arena, owned by the caller.  Out of memory prints one line and
   exits with status 3; this holds for every function below. */
struct arena *arena_new(void);

/* Forgets all that was allocated but keeps the memory for reuse. */
void arena_reset(struct arena *a);

/* Bytes that were taken since it was new or reset: what grows from report to
   report is seen by it. */
size_t arena_taken(const struct arena *a);

/* Gives all memory back; NULL is allowed. */
void arena_free(struct arena *a);

/* `size` zeroed bytes, aligned for any type.  Never NULL. */
void *arena_alloc(struct arena *a, size_t size);

/* As arena_alloc, but the bytes are whatever they were. */
void *arena_raw(struct arena *a, size_t size);

/* `n` items of `size` bytes, not zeroed, for an array that is written before it
   is read; the product is checked. */
void *arena_raw_n(struct arena *a, size_t size, size_t n);

/* `size` bytes of which the first are the `old` ones at `p` (NULL: none), where
   these lie if nothing was taken since.  The others are whatever they were. */
void *arena_more(struct arena *a, void *p, size_t old, size_t size);

/* A NUL-terminated copy of `len` bytes. */
char *arena_strndup(struct arena *a, const char *s, size_t len);

/* Formatted text. */
char *arena_printf(struct arena *a, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/* An array of `n` zeroed `type`s. */
#define NEW(a, type, n) ((type *)arena_alloc_n((a), sizeof(type), (size_t)(n)))

/* Room for one more than `n` items in the array `v` (NULL: none yet), which has
   room for `cap` and doubles from `first`; what is added is not zeroed. */
#define GROW(a, v, n, cap, first)                                              \
    ((v) = arena_grow((a), (v), (n), &(cap), (first), sizeof *(v)))
void *arena_grow(
    struct arena *a, void *v, int n, int *cap, int first, size_t size);

/* `n` zeroed items of `size` bytes; the product is checked. */
void *arena_alloc_n(struct arena *a, size_t size, size_t n);

#endif

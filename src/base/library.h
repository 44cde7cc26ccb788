/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Libraries that are opened where they are needed: most runs go without them,
   and the system takes longer to load them than a report takes to make. */
#ifndef BASE_LIBRARY_H
#define BASE_LIBRARY_H

#include <stdbool.h>
#include <stddef.h>

/* A function: the library's file, its name, and where in a table of pointers to
   functions it belongs. */
struct library_call {
    const char *file, *name;
    size_t at;
};

/* Fills `table` with `n` functions.  False where a library or a function is
   not there, and then the table is not to be used.  Libraries stay open: some
   cannot be closed again. */
bool library_open(const struct library_call *calls, size_t n, void *table);

#endif

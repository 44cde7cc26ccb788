/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Lines and columns of a text, and the bytes at which they lie.  Without marks
   a place is found by walking from the beginning, which is right but slow where
   many are asked for. */
#ifndef BASE_PLACES_H
#define BASE_PLACES_H

#include "base/diag.h"

/* Gives `src` marks in `a`, which lives as long as its text, where that is
   UTF-8; for who makes a source of what may be large. */
void places_mark(struct arena *a, struct source *src);

/* The byte at which the line `at.line` begins, counted from 1; false where
   there is no such line.  The end of a text that ends in a line break begins a
   line. */
bool places_line(const struct source *src, int line, size_t *begin);

/* The byte of its source at which a place lies; the end of the source where it
   lies behind that. */
size_t places_offset(struct pos at);

#endif

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Text out of files, which may be hostile, on its way out of the program:
   what would act on a terminal or on its neighbours instead of showing itself
   is written as a name.  "<U+202E>" is a character, "<0xE9>" a byte that is no
   UTF-8.  What was made visible stays as it is when it is done again. */
#ifndef BASE_VISIBLE_H
#define BASE_VISIBLE_H

#include "base/buf.h"

#include <stdbool.h>
#include <stdint.h>

/* Directions, zero width, deprecated format characters and tags: they show
   nothing and act on what stands around them.  The joiners U+200C and U+200D
   and the soft hyphen stand inside words and are none. */
bool visible_hides(uint32_t c);

/* Those, and the joiners, controls (C0, DEL, C1) and the ends of lines and
   paragraphs of Unicode. */
bool visible_acts(uint32_t c);

/* The length of the character at `p`, of which `left` bytes are there: 1 for a
   byte that begins none. */
size_t visible_step(const char *p, size_t left);

/* The character of `n` bytes at `p` (of visible_step). */
void buf_visible_one(struct buf *out, const char *p, size_t n);

/* Lines of text: tabs and line feeds stay. */
void buf_visible(struct buf *out, const char *s, size_t len);

/* A text within a line: tabs and line feeds become blanks. */
void buf_visible_line(struct buf *out, const char *s);

#endif

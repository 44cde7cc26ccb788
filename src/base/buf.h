/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Growing bytes in an arena: what dumps, content streams and PDF files are
   made in.  `p` is always NUL-terminated after the first add, so text in a
   buffer can be used as a string. */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include "base/arena.h"

struct buf {
    struct arena *a; /* where it grows */
    char *p;
    size_t len, cap;
};

/* An empty buffer that grows in `a`. */
struct buf buf_new(struct arena *a);

void buf_add(struct buf *b, const void *bytes, size_t len);

/* Room for `len` bytes behind what there is: of those that are filled the
   caller adds the number to `len` of the buffer. */
char *buf_room(struct buf *b, size_t len);
void buf_puts(struct buf *b, const char *s);
void buf_putc(struct buf *b, char c);
void buf_printf(struct buf *b, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/* A whole number, as buf_printf writes it, but at once. */
void buf_number(struct buf *b, unsigned long v);

/* A number of thousandths as a decimal without trailing zeros: 3500 gives
   "3.5", -40 gives "-0.04".  The same in every locale. */
void buf_milli(struct buf *b, long thousandths);

/* A text as a JSON string in quotes (RFC 8259); NULL gives null.  What would
   act on a terminal is escaped; a byte that is no UTF-8, which JSON cannot
   hold, is made visible (base/visible.h). */
void buf_json(struct buf *b, const char *s);

#endif

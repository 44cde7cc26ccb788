/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* CSV to a buffer: cells in a row, quoted where they must be (RFC 4180, but
   lines end in LF). */
#ifndef FORMAT_CSV_PUT_H
#define FORMAT_CSV_PUT_H

#include "base/buf.h"

#include <stdbool.h>

/* How cells are divided, and what goes with it: a spreadsheet set to Dutch
   opens by itself only what has semicolons, decimal commas and, so that it
   takes the bytes for UTF-8, a mark at the head. */
enum csv_dialect { CSV_COMMA, CSV_SEMICOLON, CSV_TAB };

struct csv_put {
    struct buf *out;
    enum csv_dialect dialect;
    bool begun; /* a cell stands in the row */
};

struct csv_put csv_put_new(struct buf *out, enum csv_dialect dialect);

/* What stands before all rows. */
void csv_put_head(struct csv_put *c);

/* A cell with a text.  One that a spreadsheet would compute (it begins with
   = + - @, a tab or a line break) gets a ' before it. */
void csv_put_text(struct csv_put *c, const char *text);

/* A cell with a number: never altered but for the decimal sign. */
void csv_put_int(struct csv_put *c, int value);
void csv_put_milli(struct csv_put *c, long thousandths);

/* As many cells without anything. */
void csv_put_empty(struct csv_put *c, int n);

/* A number that is a part of a cell's text, with the decimal sign. */
void csv_add_milli(const struct csv_put *c, struct buf *text, long thousandths);

/* Ends the row. */
void csv_put_row(struct csv_put *c);

#endif

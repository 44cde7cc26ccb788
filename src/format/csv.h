/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* CSV (RFC 4180): rows of cells with their places.  Used by readers of
   tables; knows nothing of what they hold. */
#ifndef FORMAT_CSV_H
#define FORMAT_CSV_H

#include "format/text.h"

struct csv_row {
    struct text *cells; /* an empty cell has the text "" */
    int n;
    struct csv_row *next;
};

struct csv {
    const struct source *src;
    char separator;        /* what "sep=" says, else that of , ; and tab which
                              the first row has most of */
    struct csv_row *first; /* the header; never NULL after a good reading */
    int nrows;             /* with the header */
};

/* Reads the whole text: UTF-8, UTF-16 or Windows-1252 (csv_bytes.h), a BOM or
   not, lines ending in LF or CRLF, empty lines passed over, and empty columns
   at the end too.  A cell in double quotes may hold separators, line breaks
   and doubled quotes; blanks around a bare cell are taken off, texts are in
   NFC.  Every row has as many cells as the first.  False when an error was
   reported: S101 to
   S107. */
bool csv_parse(
    struct arena *a, struct diag *d, const struct source *src, struct csv *out);

#endif

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The bytes of a table as text. */
#ifndef FORMAT_CSV_BYTES_H
#define FORMAT_CSV_BYTES_H

#include "base/diag.h"

/* The table as UTF-8 without a mark at its head: `src` itself, or a copy in
   `a` under its name of what is UTF-16 (as spreadsheets save "Unicode text")
   or, where no character before is UTF-8, Windows-1252, which is a warning
   (S108) since any byte is a letter there.  NULL where a character is damaged
   (S101) or controls something (S102). */
const struct source *csv_text(
    struct arena *a, struct diag *d, const struct source *src);

#endif

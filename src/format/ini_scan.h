/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The strict pre-scan of INI text: a subset of what iniparser 4.1 accepts, in
   which it and a person read the same.  For ini.c alone. */
#ifndef FORMAT_INI_SCAN_H
#define FORMAT_INI_SCAN_H

#include "format/ini.h"

/* Limits: bytes of a line, of a section's name or a key; values and sections of
   a file. */
enum {
    INI_LINE_MAX = 900,
    INI_NAME_MAX = 100,
    INI_VALUES_MAX = 50000,
    INI_SECTIONS_MAX = 2000
};

/* Length of a byte order mark at the start of `src`: 3 or 0. */
size_t ini_bom(const struct source *src);

/* Whether `src` is UTF-8 without NUL, lone CR and control characters (R101 to
   R104). */
bool ini_check_bytes(struct diag *d, const struct source *src);

/* Sections and entries of `src` with their places, values byte for byte as
   written.  False when anything was reported (R1xx); `out` then holds the
   entries that are sound. */
bool ini_scan(
    struct arena *a, struct diag *d, const struct source *src, struct ini *out);

#endif

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* A text as iniparser reads it, beside what was seen by ini_scan. */
#ifndef FORMAT_INI_COMPARE_H
#define FORMAT_INI_COMPARE_H

#include "format/ini_scan.h"

/* Whether both hold the same sections and entries, in number, order and value;
   a difference is reported (R901 to R905). */
bool ini_compare(struct arena *a, struct diag *d, const struct ini *ini);

#endif

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The rules, layouts and catalogue that come with the program, by their hash:
   the Makefile lists them, and tests/unit/format/test_ini.c compares each with
   iniparser's reading, so that no run needs to. */
#ifndef FORMAT_INI_KNOWN_H
#define FORMAT_INI_KNOWN_H

#include <stddef.h>

/* As hash_sha256 writes it; NULL ends the list. */
extern const char *const ini_known[];

#endif

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* SHA-256 (FIPS 180-4) as it is printed. */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include "base/arena.h"

/* 64 hex digits in small letters. */
const char *hash_sha256(struct arena *a, const char *data, size_t len);

#endif

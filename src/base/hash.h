/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* SHA-256 (FIPS 180-4) as it is printed, and MD5 (RFC 1321), which PDF has for
   the checksum of an attachment. */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include "base/arena.h"

#include <stdint.h>

enum { HASH_BYTES = 32, HASH_DIGITS = 2 * HASH_BYTES, HASH_MD5_BYTES = 16 };

/* 64 hex digits in small letters. */
const char *hash_sha256(struct arena *a, const char *data, size_t len);

/* The same of parts that follow one another. */
struct hash_part {
    const void *data;
    size_t len;
};
void hash_parts(
    const struct hash_part *parts, int n, char hex[HASH_DIGITS + 1]);

/* The same of what comes bit by bit: lives in `a`, and ends once. */
struct hash_run;
struct hash_run *hash_run_new(struct arena *a);
void hash_run_add(struct hash_run *run, const void *data, size_t len);
void hash_run_end(struct hash_run *run, char hex[HASH_DIGITS + 1]);

void hash_md5(const char *data, size_t len, uint8_t out[HASH_MD5_BYTES]);

#endif

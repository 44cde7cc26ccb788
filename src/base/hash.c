/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "base/hash.h"

#include <sha2.h>
#include <string.h>

const char *
hash_sha256(struct arena *a, const char *data, size_t len)
{
    char hex[SHA256_DIGEST_STRING_LENGTH];

    SHA256Data((const uint8_t *)data, len, hex);
    return arena_strndup(a, hex, strlen(hex));
}

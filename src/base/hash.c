/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "base/hash.h"

/* Nettle takes the processor's own instructions where there are any; in a
   browser there are none, and libmd is smaller. */
#ifdef WITHOUT_NETTLE
#include <md5.h>
#include <sha2.h>
#else
#include <nettle/md5.h>
#include <nettle/sha2.h>
#endif

#ifdef WITHOUT_NETTLE

static void
hash_all(const struct hash_part *parts, int n, uint8_t out[HASH_BYTES])
{
    SHA2_CTX sha;

    SHA256Init(&sha);
    for (int i = 0; i < n; i++)
        SHA256Update(&sha, parts[i].data, parts[i].len);
    SHA256Final(out, &sha);
}

void
hash_md5(const char *data, size_t len, uint8_t out[HASH_MD5_BYTES])
{
    MD5_CTX md5;

    MD5Init(&md5);
    MD5Update(&md5, (const uint8_t *)data, len);
    MD5Final(out, &md5);
}

#else

static void
hash_all(const struct hash_part *parts, int n, uint8_t out[HASH_BYTES])
{
    struct sha256_ctx sha;

    sha256_init(&sha);
    for (int i = 0; i < n; i++)
        sha256_update(&sha, parts[i].len, parts[i].data);
    sha256_digest(&sha, HASH_BYTES, out);
}

void
hash_md5(const char *data, size_t len, uint8_t out[HASH_MD5_BYTES])
{
    struct md5_ctx md5;

    md5_init(&md5);
    md5_update(&md5, len, (const uint8_t *)data);
    md5_digest(&md5, HASH_MD5_BYTES, out);
}

#endif

void
hash_parts(const struct hash_part *parts, int n, char hex[HASH_DIGITS + 1])
{
    static const char digits[] = "0123456789abcdef";
    uint8_t hash[HASH_BYTES];

    hash_all(parts, n, hash);
    for (int i = 0; i < HASH_BYTES; i++) {
        hex[2 * i] = digits[hash[i] >> 4];
        hex[2 * i + 1] = digits[hash[i] & 15];
    }
    hex[HASH_DIGITS] = '\0';
}

const char *
hash_sha256(struct arena *a, const char *data, size_t len)
{
    const struct hash_part whole = {data, len};
    char *hex = arena_alloc(a, HASH_DIGITS + 1);

    hash_parts(&whole, 1, hex);
    return hex;
}

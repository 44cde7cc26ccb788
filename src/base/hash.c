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

struct hash_run {
    SHA2_CTX sha;
};

static void
run_begin(struct hash_run *run)
{
    SHA256Init(&run->sha);
}

void
hash_run_add(struct hash_run *run, const void *data, size_t len)
{
    SHA256Update(&run->sha, data, len);
}

static void
run_end(struct hash_run *run, uint8_t out[HASH_BYTES])
{
    SHA256Final(out, &run->sha);
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

struct hash_run {
    struct sha256_ctx sha;
};

static void
run_begin(struct hash_run *run)
{
    sha256_init(&run->sha);
}

void
hash_run_add(struct hash_run *run, const void *data, size_t len)
{
    sha256_update(&run->sha, len, data);
}

static void
run_end(struct hash_run *run, uint8_t out[HASH_BYTES])
{
    sha256_digest(&run->sha, HASH_BYTES, out);
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

struct hash_run *
hash_run_new(struct arena *a)
{
    struct hash_run *run = NEW(a, struct hash_run, 1);

    run_begin(run);
    return run;
}

void
hash_run_end(struct hash_run *run, char hex[HASH_DIGITS + 1])
{
    static const char digits[] = "0123456789abcdef";
    uint8_t hash[HASH_BYTES];

    run_end(run, hash);
    for (int i = 0; i < HASH_BYTES; i++) {
        hex[2 * i] = digits[hash[i] >> 4];
        hex[2 * i + 1] = digits[hash[i] & 15];
    }
    hex[HASH_DIGITS] = '\0';
}

void
hash_parts(const struct hash_part *parts, int n, char hex[HASH_DIGITS + 1])
{
    struct hash_run run;

    run_begin(&run);
    for (int i = 0; i < n; i++)
        hash_run_add(&run, parts[i].data, parts[i].len);
    hash_run_end(&run, hex);
}

const char *
hash_sha256(struct arena *a, const char *data, size_t len)
{
    const struct hash_part whole = {data, len};
    char *hex = arena_alloc(a, HASH_DIGITS + 1);

    hash_parts(&whole, 1, hex);
    return hex;
}

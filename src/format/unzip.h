/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Parts of a ZIP file in memory: what word processors save.  The only user of
   libzip.  A part that is larger than any text, or that grows too much when it
   is unpacked, is not read. */
#ifndef FORMAT_UNZIP_H
#define FORMAT_UNZIP_H

#include "base/arena.h"

#include <stdbool.h>

struct unzip;

/* Opens `len` bytes, which live as long as what is returned; unzip_close gives
   it back.  NULL where they are no whole ZIP file, or there is no libzip. */
struct unzip *unzip_open(struct arena *a, const char *data, size_t len);
void unzip_close(struct unzip *z);

enum unzip_result {
    UNZIP_READ,
    UNZIP_NONE,   /* there is no such part */
    UNZIP_LOCKED, /* it is encrypted */
    UNZIP_LARGE,  /* over the limits */
    UNZIP_DAMAGED /* it cannot be unpacked, or its sum is wrong */
};

/* The bytes of a part, in `a`; a NUL that is not counted follows them. */
enum unzip_result unzip_part(struct arena *a, struct unzip *z, const char *name,
    const char **data, size_t *len);

/* The name of part `i`, from 0; NULL behind the last. */
const char *unzip_name(const struct unzip *z, int i);

/* Opens libzip, if it is not open: NULL, or the file that is missing. */
const char *unzip_missing(void);

/* The version of libzip. */
const char *unzip_library(void);

#endif

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "format/unzip.h"

#include "base/library.h"

#include <string.h>
#include <zip.h>

/* The build asks the linker for the version that the header is of. */
#ifndef LIBRARY_ZIP
#define LIBRARY_ZIP "libzip.so"
#endif

#define CALLS(X)                                                               \
    X(discard)                                                                 \
    X(error_fini)                                                              \
    X(error_init)                                                              \
    X(fclose)                                                                  \
    X(fopen_index)                                                             \
    X(fread)                                                                   \
    X(get_name)                                                                \
    X(get_num_entries)                                                         \
    X(name_locate)                                                             \
    X(open_from_source)                                                        \
    X(source_buffer_create)                                                    \
    X(source_free)                                                             \
    X(stat_index)

static struct zip_calls {
#define POINTER(name) __typeof__(zip_##name) *name;
    CALLS(POINTER)
} libzip;

static const struct library_call calls[] = {
#define CALL(name)                                                             \
    {LIBRARY_ZIP, "zip_" #name, offsetof(struct zip_calls, name)},
    CALLS(CALL)};

/* What a file says of its parts' sizes is believed only to refuse it: the
   bytes are counted as they come. */

enum {
    PARTS_MAX = 4096,
    PART_MAX = 8 * 1024 * 1024,   /* of text, unpacked */
    TOTAL_MAX = 16 * 1024 * 1024, /* of all that is unpacked */
    STEP = 64 * 1024
};

struct unzip {
    zip_t *zip;
    int nparts;
    size_t total; /* unpacked so far */
};

const char *
unzip_missing(void)
{
    return library_open(calls, sizeof calls / sizeof *calls, &libzip)
               ? NULL
               : LIBRARY_ZIP;
}

struct unzip *
unzip_open(struct arena *a, const char *data, size_t len)
{
    struct unzip *z = NEW(a, struct unzip, 1);
    zip_error_t error;
    zip_source_t *source;
    zip_int64_t n;

    if (unzip_missing() != NULL)
        return NULL;
    libzip.error_init(&error);
    source = libzip.source_buffer_create(data, len, 0, &error);
    if (source != NULL)
        z->zip = libzip.open_from_source(source, ZIP_RDONLY, &error);
    if (source != NULL && z->zip == NULL)
        libzip.source_free(source);
    libzip.error_fini(&error);
    if (z->zip == NULL)
        return NULL;
    n = libzip.get_num_entries(z->zip, 0);
    z->nparts = n < 0 ? 0 : n > PARTS_MAX ? PARTS_MAX : (int)n;
    return z;
}

void
unzip_close(struct unzip *z)
{
    if (z != NULL)
        libzip.discard(z->zip);
}

/* All bytes of an open part, at most `max`. */
static enum unzip_result
read_all(struct arena *a, zip_file_t *file, size_t max, const char **data,
    size_t *len)
{
    size_t cap = STEP, n = 0;
    char *bytes = arena_raw(a, cap + 1);

    for (;;) {
        zip_int64_t got = libzip.fread(file, bytes + n, cap - n);

        if (got < 0)
            return UNZIP_DAMAGED;
        n += (size_t)got;
        if (got == 0)
            break;
        if (n > max)
            return UNZIP_LARGE;
        if (n == cap) {
            char *more = arena_raw(a, 2 * cap + 1);

            memcpy(more, bytes, n);
            bytes = more;
            cap *= 2;
        }
    }
    bytes[n] = '\0';
    *data = bytes;
    *len = n;
    return UNZIP_READ;
}

enum unzip_result
unzip_part(struct arena *a, struct unzip *z, const char *name,
    const char **data, size_t *len)
{
    zip_int64_t index = libzip.name_locate(z->zip, name, 0);
    size_t max = TOTAL_MAX - z->total;
    enum unzip_result result;
    zip_stat_t st;
    zip_file_t *file;

    if (index < 0)
        return UNZIP_NONE;
    if (libzip.stat_index(z->zip, (zip_uint64_t)index, 0, &st) != 0)
        return UNZIP_DAMAGED;
    if ((st.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 &&
        st.encryption_method != ZIP_EM_NONE)
        return UNZIP_LOCKED;
    if ((st.valid & ZIP_STAT_SIZE) != 0 && st.size > PART_MAX)
        return UNZIP_LARGE;
    file = libzip.fopen_index(z->zip, (zip_uint64_t)index, 0);
    if (file == NULL)
        return UNZIP_DAMAGED;
    result = read_all(a, file, max < PART_MAX ? max : PART_MAX, data, len);
    if (libzip.fclose(file) != 0 && result == UNZIP_READ)
        result = UNZIP_DAMAGED;
    z->total += result == UNZIP_READ ? *len : 0;
    return result;
}

const char *
unzip_name(const struct unzip *z, int i)
{
    return i < z->nparts ? libzip.get_name(z->zip, (zip_uint64_t)i, 0) : NULL;
}

const char *
unzip_library(void)
{
    return LIBZIP_VERSION;
}

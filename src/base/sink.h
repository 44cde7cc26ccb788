/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Where bytes go that are too many to be held. */
#ifndef BASE_SINK_H
#define BASE_SINK_H

#include <stdbool.h>
#include <stddef.h>

/* Takes the next bytes; false where it cannot, and then it is given no more. */
struct sink {
    bool (*take)(void *ctx, const char *bytes, size_t len);
    void *ctx;
};

#endif

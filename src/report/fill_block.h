/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* A filled text of rules or layouts as the runs of a block. */
#ifndef REPORT_FILL_BLOCK_H
#define REPORT_FILL_BLOCK_H

#include "method/fill.h"
#include "report/block.h"

/* Adds the runs of `s` to a text block, filled. */
void fill_block(
    struct arena *a, const struct fill *env, const char *s, struct block *into);

#endif

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Any bytes as a layout; what is accepted can be dumped. */
#include "fuzz.h"

#include <stdlib.h>

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz *f = fuzz_begin(data, size);
    struct layout layout;
    struct buf out = buf_new(f->a);
    bool ok = layout_parse(f->a, f->d, &f->src, &layout);

    if (ok != (diag_errors(f->d, NULL) == 0))
        abort();
    if (ok)
        layout_dump(&layout, &out);
    fuzz_end(f);
    return 0;
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Any bytes as rules; what is accepted can be dumped. */
#include "fuzz.h"

#include <stdlib.h>

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz *f = fuzz_begin(data, size);
    const struct source *file = &f->src;
    struct rules rules;
    struct buf out = buf_new(f->a);
    bool ok = rules_parse(f->a, f->d, &file, 1, &rules);

    if (ok != (diag_errors(f->d, NULL) == 0))
        abort();
    if (ok)
        rules_dump(&rules, &out);
    fuzz_end(f);
    return 0;
}

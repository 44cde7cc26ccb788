/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Any bytes as a PDF that `read` and `verify` look at: what it says of its own
   making, and what was typed in it. */
#include "fuzz.h"

#include "engine/engine.h"

#include <stdlib.h>

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct engine *e = fuzz_engine();
    struct fuzz *f = fuzz_begin(data, size);
    struct buf out = buf_new(f->a);
    struct engine_record record = {0};
    struct engine_options options = engine_defaults;
    size_t within = engine_form_within(f->src.text, f->src.len);

    if (within > size)
        abort();
    if (engine_record(f->a, f->src.text, f->src.len, &record))
        engine_record_options(f->a, &record, &options);
    if (within > 0)
        engine_same_but_fields(
            f->a, f->src.text, within, f->src.text, f->src.len);
    if (engine_read_filled(f->a, f->d, e, &f->src, &out) != STATUS_OK &&
        diag_errors(f->d, NULL) == 0)
        abort();
    fuzz_end(f);
    return 0;
}

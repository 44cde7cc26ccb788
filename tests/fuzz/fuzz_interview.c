/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Any bytes as an interview. */
#include "fuzz.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz *f = fuzz_begin(data, size);
    struct interview *iv = NEW(f->a, struct interview, 1);
    struct buf out = buf_new(f->a);

    if (interview_parse(f->a, f->d, &f->src, iv))
        interview_match(f->a, f->d, iv, fuzz_rules());
    interview_dump(iv, &out);
    fuzz_end(f);
    return 0;
}

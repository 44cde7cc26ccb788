/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Any bytes as a font: refused with a reason, or all its tables lie in it. */
#include "fuzz.h"

#include "pdf/font.h"

#include <stdlib.h>

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz *f = fuzz_begin(data, size);

    if (font_check(f->d, &f->src) != (diag_errors(f->d, NULL) == 0))
        abort();
    fuzz_end(f);
    return 0;
}

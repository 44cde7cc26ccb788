/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Any bytes as INI: no crash, and what the pre-scan accepts iniparser reads
   alike (else an R9xx is reported). */
#include "fuzz.h"

#include <stdlib.h>

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz *f = fuzz_begin(data, size);
    struct ini ini;

    ini_parse(f->a, f->d, &f->src, &ini);
    for (const struct message *m = diag_first(f->d); m != NULL; m = m->next)
        if (m->code[1] == '9')
            abort();
    fuzz_end(f);
    return 0;
}

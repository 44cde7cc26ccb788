/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What the fuzzers share: an arena that is emptied per input, and the shipped
   rules and layout.  Run from the top of the source tree. */
#ifndef TESTS_FUZZ_H
#define TESTS_FUZZ_H

#include "interview/interview.h"
#include "layout/layout.h"

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The input as a source, in an arena and with a diag of its own. */
struct fuzz {
    struct arena *a;
    struct diag *d;
    struct source src;
    double began; /* processor time */
};
/* Ends the program where an input takes more processor time than SECONDS_FEW
   and NANOSECONDS_BYTE for each of its bytes: sanitizers slow it down, but what
   is quadratic passes that. */
struct fuzz *fuzz_begin(const uint8_t *data, size_t size);

/* Ends an input: also prints its messages to nowhere, as their excerpts point
   into it. */
void fuzz_end(struct fuzz *f);

/* An engine over the files as they lie here, with the layouts handout and
   coach; opened on the first call. */
struct engine *fuzz_engine(void);

/* rules/llinc.ini and layouts/handout.ini; read on the first call. */
const struct rules *fuzz_rules(void);
const struct layout *fuzz_layout(void);

#endif

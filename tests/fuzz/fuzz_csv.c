/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Any bytes as the scores of trainees, by the shipped rules. */
#include "fuzz.h"

#include "method/course_scores.h"

#include <stdlib.h>

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct rules *rules = fuzz_rules();
    struct fuzz *f = fuzz_begin(data, size);
    struct course_scores scores;
    bool ok =
        course_scores_parse(f->a, f->d, &f->src, rules, size % 2 == 0, &scores);

    if (ok != (diag_errors(f->d, NULL) == 0))
        abort();
    for (int i = 0; ok && i < scores.n; i++)
        if (scores.v[i].trainee >= scores.ntrainees ||
            scores.v[i].scale >= rules->nscales)
            abort();
    fuzz_end(f);
    return 0;
}

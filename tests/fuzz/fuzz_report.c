/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Any bytes as an interview, and what is one goes on to pages. */
#include "fuzz.h"

#include "page/flow.h"
#include "report/compose.h"
#include "tests/unit/fake_metrics.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct compose_options options = {.lang = LANG_NL, .numbers = -1};
    struct fuzz *f = fuzz_begin(data, size);
    struct interview *iv = NEW(f->a, struct interview, 1);
    struct fake fake = {.a = f->a};
    struct metrics metrics = fake_metrics(&fake);
    struct buf out = buf_new(f->a);
    const struct scores *scores;
    const struct profile *profile;

    if (!interview_parse(f->a, f->d, &f->src, iv) ||
        !interview_match(f->a, f->d, iv, fuzz_rules()))
        return 0;
    scores = score_interview(f->a, fuzz_rules(), iv);
    profile = profile_scores(f->a, f->d, scores, LANG_NL);
    pages_dump(
        flow_doc(f->a, &metrics,
            compose_report(f->a, f->d, profile, fuzz_layout(), &options)),
        &out);
    fuzz_end(f);
    return 0;
}

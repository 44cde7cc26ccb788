/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Metrics without fonts: one glyph per code point, each 600/1000 em wide. */
#ifndef TESTS_FAKE_METRICS_H
#define TESTS_FAKE_METRICS_H

#include "page/metrics.h"

struct fake {
    struct arena *a; /* where shaped text lives; owned by the caller */
    long shaped;     /* calls */
};

enum { FAKE_ADVANCE = 600 };

/* Metrics over `f`, which must outlive them; no hyphenation. */
struct metrics fake_metrics(struct fake *f);

#endif

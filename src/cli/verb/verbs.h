/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The verbs, each in the file of its name; a new one is a line here. */
#ifndef CLI_VERB_VERBS_H
#define CLI_VERB_VERBS_H

#include "cli/opts.h"

/* In the order of --help. */
#define VERBS(X)                                                               \
    X(render)                                                                  \
    X(watch)                                                                   \
    X(check)                                                                   \
    X(score)                                                                   \
    X(compare)                                                                 \
    X(agree)                                                                   \
    X(tally)                                                                   \
    X(merge)                                                                   \
    X(new)                                                                     \
    X(form)                                                                    \
    X(tidy)                                                                    \
    X(read)                                                                    \
    X(verify)                                                                  \
    X(list)                                                                    \
    X(explain)                                                                 \
    X(schema)                                                                  \
    X(completion)                                                              \
    X(complete)                                                                \
    X(keys)                                                                    \
    X(bug_report)

#define DECLARE(name) extern const struct verb verb_##name;
VERBS(DECLARE)
#undef DECLARE

#endif

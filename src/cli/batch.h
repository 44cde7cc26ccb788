/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The reports of many interviews, in worker processes. */
#ifndef CLI_BATCH_H
#define CLI_BATCH_H

#include "cli/inputs.h"

/* Makes all reports of the inputs, in the order of these; `manifest` is that of
   their folders, or NULL.  What became of them is said. */
enum status batch_make(struct session *session, const struct inputs *inputs,
    struct manifest *manifest);

#endif

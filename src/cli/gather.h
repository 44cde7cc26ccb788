/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Several interviews as one case. */
#ifndef CLI_GATHER_H
#define CLI_GATHER_H

#include "cli/session.h"

/* Reads two interviews, so that the faults of both are told, and finds what
   they are to one another. */
enum status gather_pair(struct arena *a, struct diag *d,
    struct session *session, const char *const *paths,
    struct engine_case **out);

/* Reads many, files and folders, one after the other.  What is wrong is said;
   `*out` is NULL where there is nothing to report on. */
enum status gather_many(struct arena *a, struct session *session,
    const struct engine_words *operands, struct engine_case **out);

#endif

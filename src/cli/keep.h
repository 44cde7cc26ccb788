/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* --keep-all: everything that a report was made from, as one archive beside
   it. */
#ifndef CLI_KEEP_H
#define CLI_KEEP_H

#include "cli/session.h"

/* The archive of a report that was just made in this run, which reads one
   interview in one layout; `name` is "LP-0017.dossier".  It unpacks to one
   folder, which serves as the user's settings: report, interview, every file
   that was read, what to type (README.txt), and SHA256SUMS.  False with the
   reason said where two files would have one name, or one is too long. */
bool keep_make(struct arena *a, const struct session *session, const char *name,
    const struct engine_form *form, const struct engine_copy *interview,
    const struct buf *pdf, struct buf *out);

/* Whether an archive keeps the interview of that name with that SHA-256. */
bool keep_is_of(struct arena *a, const struct source *archive, const char *name,
    const char *hash);

#endif

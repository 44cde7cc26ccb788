/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Reports that lie somewhere: PDF files that are named, and those of folders
   with all below them. */
#ifndef CLI_REPORTS_H
#define CLI_REPORTS_H

#include "cli/session.h"

struct reports {
    const char **v; /* of a folder sorted by bytes */
    int n, cap;
};

/* Whether a path is a folder. */
bool reports_is_folder(const struct session *session, const char *path);

/* The reports of `words`; links to folders are not followed.  STATUS_REFUSED
   where a folder cannot be read, which is said. */
enum status reports_find(struct session *session,
    const struct engine_words *words, struct reports *out);

#endif

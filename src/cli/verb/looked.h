/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* A report that is looked at, by the verb `verify`. */
#ifndef CLI_VERB_LOOKED_H
#define CLI_VERB_LOOKED_H

#include "cli/session.h"

/* Of a filled copy the record is that of the form, where it is within. */
struct looked {
    const char *path;
    struct source file;
    size_t form; /* the length of the form at its beginning; 0: not within */
    bool filled; /* nothing but fields is otherwise than in the form */
    bool locked; /* a copy with a password, which `file` holds without it */
    struct engine_record record;
};

/* Reads a report; STATUS_REFUSED with the reason said where it cannot be read
   or is none of this program. */
enum status looked_read(struct arena *a, struct session *session,
    const char *path, struct looked *out);

/* Whether nothing was altered but what fields hold. */
bool looked_is_sound(const struct looked *l);

/* Whether the words of the command line mean more than one report: a folder,
   or several files that end in .pdf; not where a collection comes before its
   interviews, or their folder. */
bool verify_is_many(const struct session *session);

/* A line for each, and a count at the end; a folder stands for all reports in
   it and below. */
enum status verify_many(struct session *session);

#endif

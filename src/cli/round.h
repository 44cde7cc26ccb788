/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* A round of `watch`: reports of the interviews that were saved, in a process
   of their own. */
#ifndef CLI_ROUND_H
#define CLI_ROUND_H

#include "cli/notice.h"
#include "cli/session.h"

#include <signal.h>

/* A file as it was read. */
struct fact {
    const char *path;
    const char *hash;    /* SHA-256; NULL: it could not be read */
    const char *case_id; /* of an interview; NULL: not known */
};

struct facts {
    struct fact *v;
    int n, cap;
};

struct round_facts {
    struct facts inputs; /* all interviews */
    struct facts files;  /* rules, layouts, logos */
    bool refused;        /* an interview of this round */
};

struct round {
    struct session *session;    /* with layouts */
    const struct saved *saved;  /* `missed`: whatever is not as it was */
    const struct facts *before; /* interviews as they were */
    int signals;                /* signalfd: one ends the round */
    const sigset_t *mask;       /* of the new process */
};

/* Makes the reports, and tells what they were made of, in `a`; false where that
   is not known: the process was ended, which is said. */
bool round_run(
    struct arena *a, const struct round *round, struct round_facts *out);

/* The texts and logos that a session has read. */
void round_files(
    struct arena *a, const struct session *session, struct facts *out);

#endif

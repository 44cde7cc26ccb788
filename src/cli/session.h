/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* A run of the program: what its verbs work with. */
#ifndef CLI_SESSION_H
#define CLI_SESSION_H

#include "cli/console.h"
#include "cli/files.h"

#include <sys/types.h>

struct session {
    struct arena *a;
    const struct options *opts;
    const struct console *console;
    enum lang lang; /* of messages */
    struct files files;
    struct engine_options report; /* how reports are made */
    struct engine *engine;        /* NULL until session_engine */
    int opener;                   /* of cli/opener */
    pid_t opener_pid;
    const char *password;          /* cli/password.h; NULL: there is none */
    const char *swept;             /* folder that output_sweep saw last */
    int ended;                     /* the signal that ended the work; or 0 */
    struct deliveries *deliveries; /* cli/deliver.h; NULL: each at once */
    struct made_folder *made;      /* folders that this run made; or NULL */
};

/* Nothing loaded yet; false with the reason said where SOURCE_DATE_EPOCH is not
   a number. */
bool session_open(struct arena *a, const struct options *opts,
    const struct console *console, enum lang lang, struct session *out);

void session_close(struct session *session);

/* The engine, opened with `session->report` on first use. */
struct engine *session_engine(struct session *session);

/* Loads the layouts of -l (default: handout, coach), each over one interview;
   their faults are said. */
enum status session_load_layouts(struct session *session);

/* An empty collector of messages in the user's language. */
struct diag *session_diag(struct arena *a);

/* The language asked for, or `otherwise`. */
enum lang session_lang(const struct session *session, enum lang otherwise);

/* For files that are read by libqpdf: one may say that it holds more than it
   does.  libqpdf is then out of memory, which it reports as a fault of the
   file. */
void session_limit_memory(void);

#endif

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The same for each of many inputs, in workers: what is printed and said comes
   in the order of the inputs, the same for any number of them. */
#ifndef CLI_EACH_H
#define CLI_EACH_H

#include "cli/inputs.h"
#include "cli/progress.h"
#include "cli/workers.h"

/* Longer than any input takes: a worker that is silent for so long hangs. */
enum { EACH_SECONDS = 60 };

/* How many workers: those of -j, or one per processor, for so many inputs. */
int each_workers(const struct options *o, int inputs);

/* In a worker: nothing is open to it but the inputs, what the program brings
   and, where it `writes`, the folders of their reports. */
void each_limit(
    struct session *session, const struct inputs *inputs, bool writes);

/* Why a worker ended before its input was done. */
void each_say_lost(const struct console *console, const char *path,
    const struct task_result *result);

struct each {
    struct session *session;
    const struct inputs *inputs;
    bool alone; /* in this process, one after the other */
    void *ctx;
    /* Does one input, in a worker; what it has for `done` goes to `out`. */
    enum status (*one)(
        void *ctx, struct arena *a, const struct input *input, struct buf *out);
    /* Takes that, in this process and in order, before what was said is shown;
     *status may become worse.  False: no further input is begun. */
    bool (*done)(
        void *ctx, int input, enum status *status, const char *out, size_t len);
};

/* The worst status. */
enum status each_run(const struct each *each);

#endif

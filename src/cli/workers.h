/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Tasks in processes forked from this one: one that crashes or hangs ends
   alone.  What the caller loaded is there in each of them. */
#ifndef CLI_WORKERS_H
#define CLI_WORKERS_H

#include "base/buf.h"
#include "engine/engine.h"

/* What became of a task, as its worker counts: reports.  It goes over a socket,
   so that nothing lies between its members. */
struct outcome {
    size_t said; /* of what the task has to say, what is for a reader */
    enum status status;
    int written, refused, failed;
    int kept; /* made before, and as they would be made */
    int full; /* 1: there is no room to write in */
};

/* How a task ended. */
enum task_end {
    TASK_DONE,
    TASK_SIGNAL, /* its worker ended by a signal, */
    TASK_EXIT,   /* or with an exit status */
    TASK_TIME    /* it took too long */
};

struct task_result {
    enum task_end end;
    int code;               /* the signal or exit status */
    struct outcome outcome; /* where TASK_DONE */
    const char *said;       /* what the task has to say, in words */
    size_t len;
};

/* What a task said and its outcome, in a worker that settles several
   together. */
struct task_said {
    int task;
    struct arena *a; /* of `said` */
    struct buf said;
    struct outcome outcome;
};

struct work {
    int ntasks;
    int nworkers; /* 0, or a single task: all is done in this process */
    int seconds;  /* that a task may take */
    bool whole;   /* a signal waits until the tasks that are begun are done */
    void *ctx;
    /* What a worker begins with, where one is forked; or NULL. */
    void (*begin)(void *ctx);
    /* Does task 0 .. ntasks - 1, in a worker. */
    struct outcome (*run)(void *ctx, int task, struct buf *said);
    /* Brings to an end, in a worker, what `n` tasks left open, and may change
       what they said.  NULL: they leave nothing open. */
    void (*settle)(void *ctx, struct task_said *v, int n);
    /* Takes a result, in this process, in the order of the tasks.  False: no
       further task is begun. */
    bool (*done)(void *ctx, int task, const struct task_result *result);
};

enum { WORKERS_MAX = 256 };

/* A worker settles so many tasks together, or those of so many ms.  One that
   dies before that has them done again by another. */
enum { WORKER_OPEN_MAX = 16, WORKER_OPEN_MS = 250 };

/* Does all tasks, unless it is told to stop; how many it did.  Where no process
   can be forked they are done in this one.  SIGINT, SIGTERM and SIGHUP end the
   workers and then this process; where the work is to be left whole the first
   only ends the handing out of tasks, and its number is in `*ended` when all
   that was begun is done (0: none came), so that the caller can end by it. */
int workers_run(struct arena *a, const struct work *work, int *ended);

/* As many as there are processors for this process. */
int workers_default(void);

#endif

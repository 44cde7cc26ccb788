/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What goes over the socket between a worker and its parent, and the side of
   the worker; for workers.c alone.

   A socket of whole packets joins each worker to the parent: a task's number
   goes one way, what it says and its outcome come back.  The end of a socket is
   the end of its worker. */
#ifndef CLI_WORKER_H
#define CLI_WORKER_H

#include "cli/workers.h"

/* In place of a task: what is open is to be settled. */
enum { WORKER_SETTLE = -2, TEXT_MAX_PACKET = 16 * 1024 };

enum packet_kind {
    PACKET_TEXT,     /* a piece of what a task says, and there is more */
    PACKET_OPEN,     /* it is done, but not settled yet: the rest comes later */
    PACKET_SETTLING, /* the same, and all that is open is being settled */
    PACKET_LAST      /* the last piece, with the outcome */
};

struct packet {
    enum packet_kind kind;
    int task;
    struct outcome outcome;
    char text[TEXT_MAX_PACKET];
};

/* Does tasks until the parent closes the socket. */
_Noreturn void worker_live(const struct work *work, int fd);

/* ms of a clock that only goes forward. */
long long worker_clock(void);

#endif

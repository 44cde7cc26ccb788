/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Signals that end the process, as packets that are read when there is time. */
#ifndef CLI_SIGNALS_H
#define CLI_SIGNALS_H

#include <signal.h>
#include <stdbool.h>

struct signals {
    int fd;          /* signalfd, to poll; -1: none are taken */
    sigset_t before; /* the mask of before */
};

/* Takes SIGINT, SIGTERM and SIGHUP, but for those that the process was told to
   ignore (nohup); false with errno set. */
bool signals_take(struct signals *s);

/* The signal that has come, or 0; -1 where one has, and cannot be read: after
   signals_leave it comes by itself. */
int signals_read(const struct signals *s);

/* They are as before, and end the process again; none are taken any more. */
void signals_leave(struct signals *s);

#endif

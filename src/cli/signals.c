/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#define _DEFAULT_SOURCE /* signalfd */

#include "cli/signals.h"

#include <errno.h>
#include <stddef.h>
#include <sys/signalfd.h>
#include <unistd.h>

bool
signals_take(struct signals *s)
{
    static const int numbers[] = {SIGINT, SIGTERM, SIGHUP};
    sigset_t set;

    sigemptyset(&set);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        struct sigaction now;

        if (sigaction(numbers[i], NULL, &now) == 0 && now.sa_handler != SIG_IGN)
            sigaddset(&set, numbers[i]);
    }
    s->fd = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
    return s->fd >= 0 && sigprocmask(SIG_BLOCK, &set, &s->before) == 0;
}

int
signals_read(const struct signals *s)
{
    struct signalfd_siginfo info;
    ssize_t n = s->fd < 0 ? 0 : read(s->fd, &info, sizeof info);

    if (n < 0)
        return errno == EAGAIN || errno == EINTR ? 0 : -1;
    return n == (ssize_t)sizeof info ? (int)info.ssi_signo : 0;
}

void
signals_leave(struct signals *s)
{
    if (s->fd < 0)
        return;
    close(s->fd);
    s->fd = -1;
    sigprocmask(SIG_SETMASK, &s->before, NULL);
}

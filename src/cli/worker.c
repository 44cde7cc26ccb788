/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "cli/worker.h"

#include "base/reason.h"

#include <stddef.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

/* Tasks that are done wait here until they are settled. */
struct life {
    const struct work *work;
    int fd;
    struct task_said open[WORKER_OPEN_MAX];
    int nopen;
    long long since; /* when the first of them was done */
};

_Static_assert(sizeof(struct outcome) ==
                   sizeof(size_t) + sizeof(enum status) + 5 * sizeof(int),
    "what lies between members would go over the socket as it is");

long long
worker_clock(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000LL + t.tv_nsec / 1000000;
}

static void
packet_send(int fd, const struct packet *p, size_t text)
{
    size_t len = offsetof(struct packet, text) + text;
    ssize_t n;

    do
        n = send(fd, p, len, MSG_NOSIGNAL);
    while (n < 0 && file_interrupted());
    if (n != (ssize_t)len)
        _exit(STATUS_FAILED); /* nobody listens any more */
}

static void
result_send(int fd, const struct task_said *r)
{
    struct packet p = {
        .kind = PACKET_TEXT, .task = r->task, .outcome = r->outcome};
    size_t sent = 0;

    while (p.kind != PACKET_LAST) {
        size_t n = r->said.len - sent;

        if (n <= sizeof p.text)
            p.kind = PACKET_LAST;
        else
            n = sizeof p.text;
        if (n > 0)
            memcpy(p.text, r->said.p + sent, n);
        packet_send(fd, &p, n);
        sent += n;
    }
}

static void
settle(struct life *l)
{
    if (l->work->settle != NULL)
        l->work->settle(l->work->ctx, l->open, l->nopen);
    for (int i = 0; i < l->nopen; i++) {
        result_send(l->fd, &l->open[i]);
        arena_reset(l->open[i].a);
    }
    l->nopen = 0;
}

/* Whether that can wait.  Where there is no room to write in nothing waits. */
static bool
stays_open(const struct life *l, const struct task_said *r)
{
    return l->nopen < WORKER_OPEN_MAX &&
           worker_clock() - l->since < WORKER_OPEN_MS && !r->outcome.full;
}

/* Without an outcome: a task is done so far. */
static void
tell(const struct life *l, int task, enum packet_kind kind)
{
    const struct packet p = {.kind = kind, .task = task};

    packet_send(l->fd, &p, 0);
}

static void
do_task(struct life *l, int task)
{
    struct task_said *r = &l->open[l->nopen];

    if (l->nopen == 0)
        l->since = worker_clock();
    if (r->a == NULL)
        r->a = arena_new();
    r->task = task;
    r->said = buf_new(r->a);
    r->outcome = l->work->run(l->work->ctx, task, &r->said);
    l->nopen++;
    if (l->work->settle == NULL) {
        settle(l);
    } else if (stays_open(l, r)) {
        tell(l, task, PACKET_OPEN);
    } else {
        tell(l, task, PACKET_SETTLING);
        settle(l);
    }
}

_Noreturn void
worker_live(const struct work *work, int fd)
{
    struct life l = {.work = work, .fd = fd};
    int task;

    if (work->begin != NULL)
        work->begin(work->ctx);
    for (;;) {
        ssize_t n = recv(fd, &task, sizeof task, 0);

        if (n < 0 && file_interrupted())
            continue;
        if (n != (ssize_t)sizeof task)
            _exit(n == 0 ? STATUS_OK : STATUS_FAILED);
        if (task == WORKER_SETTLE)
            settle(&l);
        else
            do_task(&l, task);
    }
}

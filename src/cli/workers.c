/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* sched_getaffinity */

#include "cli/workers.h"

#include "base/reason.h"
#include "cli/signals.h"

#include <errno.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* A socket of whole packets joins each worker to the parent: a task's number
   goes one way, what it says and its outcome come back.  The end of a socket is
   the end of its worker.  Signals come as packets too, so that one poll waits
   for all there is. */

enum {
    NO_TASK = -1,
    TEXT_MAX_PACKET = 16 * 1024,
    LOST_MAX = 4 /* then the rest is done without workers */
};

/* A piece of what a task says; the last brings the outcome. */
struct packet {
    bool last;
    struct outcome outcome;
    char text[TEXT_MAX_PACKET];
};

struct worker {
    pid_t pid; /* 0: none */
    int fd;
    int task;
    long long limit; /* for the task, in ms of the clock */
    bool late;
};

struct pending {
    struct arena *a; /* of `said`, NULL while there is nothing */
    struct buf said;
    struct task_result result;
    bool ready;
};

struct crew {
    const struct work *work;
    struct worker *workers;
    struct pending *pending; /* one per task */
    int ntasks;              /* that are to be done */
    int next;                /* task to be handed out */
    int shown;               /* tasks before this one are done with */
    int lost;  /* workers that were gone before they got a task, in a row */
    int ended; /* the signal that no further task is begun for; or 0 */
    struct signals signals;
};

int
workers_default(void)
{
    cpu_set_t set;

    if (sched_getaffinity(0, sizeof set, &set) != 0)
        return 1;
    return CPU_COUNT(&set) < WORKERS_MAX ? CPU_COUNT(&set) : WORKERS_MAX;
}

static long long
clock_ms(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec * 1000LL + t.tv_nsec / 1000000;
}

/* The worker's side */

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
result_send(int fd, const struct outcome *outcome, const struct buf *said)
{
    struct packet p = {.outcome = *outcome};
    size_t sent = 0;

    while (!p.last) {
        size_t n = said->len - sent;

        p.last = n <= sizeof p.text;
        if (!p.last)
            n = sizeof p.text;
        if (n > 0)
            memcpy(p.text, said->p + sent, n);
        packet_send(fd, &p, n);
        sent += n;
    }
}

/* Does tasks until the parent closes the socket. */
static _Noreturn void
worker_live(const struct work *work, int fd)
{
    struct arena *a = arena_new();
    int task;

    if (work->begin != NULL)
        work->begin(work->ctx);
    for (;;) {
        ssize_t n = recv(fd, &task, sizeof task, 0);
        struct buf said;
        struct outcome outcome;

        if (n < 0 && file_interrupted())
            continue;
        if (n != (ssize_t)sizeof task)
            _exit(n == 0 ? STATUS_OK : STATUS_FAILED);
        said = buf_new(a);
        outcome = work->run(work->ctx, task, &said);
        result_send(fd, &outcome, &said);
        arena_reset(a);
    }
}

/* The parent's side */

/* Gives results to the caller as far as they follow one another. */
static void
results_show(struct crew *crew)
{
    const struct work *work = crew->work;

    for (; crew->shown < crew->next && crew->pending[crew->shown].ready;
         crew->shown++) {
        struct pending *p = &crew->pending[crew->shown];

        if (p->a != NULL) {
            p->result.said = p->said.p;
            p->result.len = p->said.len;
        }
        if (!work->done(work->ctx, crew->shown, &p->result))
            crew->ntasks = crew->next;
        arena_free(p->a);
    }
}

static void
result_ready(struct crew *crew, int task, struct task_result result)
{
    result.said = "";
    crew->pending[task].result = result;
    crew->pending[task].ready = true;
    results_show(crew);
}

/* Forks a worker; false where the system allows none. */
static bool
worker_start(struct crew *crew, struct worker *w)
{
    int fds[2];
    pid_t pid, parent = getpid();

    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, fds) != 0)
        return false;
    pid = fork();
    if (pid == 0) {
        /* A parent that is killed cannot tell: whoever takes its work up must
           not meet its workers. */
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (getppid() != parent)
            _exit(STATUS_FAILED);
        /* Another worker must see the end of its socket. */
        for (int i = 0; i < crew->work->nworkers; i++)
            if (crew->workers[i].pid != 0)
                close(crew->workers[i].fd);
        close(fds[0]);
        /* A terminal sends its signals to all processes: what is to be left
           whole is for the parent to end. */
        if (crew->work->whole)
            close(crew->signals.fd);
        else
            signals_leave(&crew->signals);
        worker_live(crew->work, fds[1]);
    }
    close(fds[1]);
    if (pid < 0) {
        close(fds[0]);
        return false;
    }
    *w = (struct worker){.pid = pid, .fd = fds[0], .task = NO_TASK};
    return true;
}

static int
process_wait(pid_t pid)
{
    int status = 0;

    while (waitpid(pid, &status, 0) < 0 && file_interrupted())
        ;
    return status;
}

/* A worker is gone, and with it the task that it had. */
static void
worker_lost(struct crew *crew, struct worker *w)
{
    int task = w->task, status;
    struct task_result result = {.end = TASK_EXIT};

    close(w->fd);
    status = process_wait(w->pid);
    if (w->late)
        result.end = TASK_TIME;
    else if (WIFSIGNALED(status))
        result.end = TASK_SIGNAL;
    result.code = WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status);
    w->pid = 0;
    if (task == NO_TASK)
        return;
    arena_free(crew->pending[task].a); /* half of what it says */
    crew->pending[task].a = NULL;
    result_ready(crew, task, result);
}

/* Hands the next task out.  A worker that does not get it is let go, and the
   task is left to another. */
static void
worker_task(struct crew *crew, struct worker *w)
{
    ssize_t n;

    do
        n = send(w->fd, &crew->next, sizeof crew->next, MSG_NOSIGNAL);
    while (n < 0 && file_interrupted());
    if (n < 0) {
        crew->lost++;
        worker_lost(crew, w);
        return;
    }
    w->task = crew->next++;
    w->limit = clock_ms() + crew->work->seconds * 1000LL;
}

/* Takes what a worker sent; `flags` of recv. */
static void
worker_hear(struct crew *crew, struct worker *w, int flags)
{
    struct packet p;
    ssize_t n = recv(w->fd, &p, sizeof p, flags);
    size_t head = offsetof(struct packet, text);
    struct pending *pending;

    if (n < 0 && (file_interrupted() || errno == EAGAIN))
        return;
    if (n < (ssize_t)head || w->task == NO_TASK) {
        if (n < 0)
            kill(w->pid, SIGKILL); /* it cannot be heard any more */
        worker_lost(crew, w);
        return;
    }
    pending = &crew->pending[w->task];
    if ((size_t)n > head && pending->a == NULL) {
        pending->a = arena_new();
        pending->said = buf_new(pending->a);
    }
    if ((size_t)n > head)
        buf_add(&pending->said, p.text, (size_t)n - head);
    if (p.last) {
        int task = w->task;

        crew->lost = 0;
        w->task = NO_TASK;
        result_ready(crew, task, (struct task_result){.outcome = p.outcome});
    }
}

/* A signal ends the workers and then, as it would have, this process; where
   what is begun is to be left whole, the second one does. */
static void
crew_end(struct crew *crew)
{
    const struct work *work = crew->work;
    int number = signals_read(&crew->signals);

    if (number == 0)
        return;
    if (work->whole && crew->ended == 0) {
        crew->ended = number;
        crew->ntasks = crew->next;
        return;
    }
    for (int i = 0; i < work->nworkers; i++)
        if (crew->workers[i].pid != 0)
            kill(crew->workers[i].pid, work->whole ? SIGKILL : number);
    sigprocmask(SIG_SETMASK, &crew->signals.before, NULL);
    for (int i = 0; i < work->nworkers; i++)
        if (crew->workers[i].pid != 0)
            process_wait(crew->workers[i].pid);
    raise(number);
}

/* Ends the workers whose time is over; the milliseconds until the next one's
   is, or -1. */
static int
crew_limits(struct crew *crew)
{
    long long now = clock_ms(), next = -1;

    for (int i = 0; i < crew->work->nworkers; i++) {
        struct worker *w = &crew->workers[i];
        long long left = w->limit - now;

        if (w->pid == 0 || w->task == NO_TASK || w->late)
            continue;
        if (left <= 0) {
            w->late = true;
            kill(w->pid, SIGKILL);
        } else if (next < 0 || left < next) {
            next = left;
        }
    }
    return (int)next;
}

/* Where the system cannot wait for several: one after the other. */
static void
crew_hear_all(struct crew *crew)
{
    for (int i = 0; i < crew->work->nworkers; i++)
        if (crew->workers[i].pid != 0 && crew->workers[i].task != NO_TASK)
            worker_hear(crew, &crew->workers[i], 0);
}

/* Waits for what comes next, and takes it. */
static void
crew_wait(struct crew *crew)
{
    struct pollfd fds[WORKERS_MAX + 1];
    int n = crew->work->nworkers, ready;

    for (int i = 0; i < n; i++)
        fds[i] = (struct pollfd){
            .fd = crew->workers[i].pid != 0 ? crew->workers[i].fd : -1,
            .events = POLLIN};
    fds[n] = (struct pollfd){.fd = crew->signals.fd, .events = POLLIN};
    ready = poll(fds, (nfds_t)n + 1, crew_limits(crew));
    if (ready < 0 && !file_interrupted())
        crew_hear_all(crew);
    if (ready <= 0)
        return;
    if (fds[n].revents != 0)
        crew_end(crew);
    for (int i = 0; i < n; i++)
        if (fds[i].revents != 0)
            worker_hear(crew, &crew->workers[i], MSG_DONTWAIT);
}

/* A task for every worker that has none; the number of workers at work. */
static int
crew_employ(struct crew *crew)
{
    const struct work *work = crew->work;
    int n = 0;

    for (int i = 0; i < work->nworkers; i++) {
        struct worker *w = &crew->workers[i];

        if (crew->next < crew->ntasks && w->pid == 0 && crew->lost < LOST_MAX)
            worker_start(crew, w);
        if (crew->next < crew->ntasks && w->pid != 0 && w->task == NO_TASK)
            worker_task(crew, w);
        n += w->pid != 0;
    }
    return n;
}

/* The next task, in this process. */
static void
crew_work(struct crew *crew)
{
    const struct work *work = crew->work;
    int task = crew->next++;
    struct pending *p = &crew->pending[task];

    p->a = arena_new();
    p->said = buf_new(p->a);
    result_ready(crew, task,
        (struct task_result){.outcome = work->run(work->ctx, task, &p->said)});
    crew_end(crew);
}

static void
crew_run(struct crew *crew)
{
    while (crew->shown < crew->ntasks)
        if (crew_employ(crew) > 0)
            crew_wait(crew);
        else
            crew_work(crew);
}

/* Without a task left the workers end. */
static void
crew_dismiss(struct crew *crew)
{
    for (int i = 0; i < crew->work->nworkers; i++)
        if (crew->workers[i].pid != 0)
            close(crew->workers[i].fd);
    for (int i = 0; i < crew->work->nworkers; i++)
        if (crew->workers[i].pid != 0)
            process_wait(crew->workers[i].pid);
}

int
workers_run(struct arena *a, const struct work *work, int *ended)
{
    bool many = work->ntasks > 1;
    struct crew crew = {.work = work,
        .ntasks = work->ntasks,
        .workers = NEW(a, struct worker, work->nworkers),
        .pending = NEW(a, struct pending, work->ntasks),
        .signals = {.fd = -1}};
    bool taken = many && (work->nworkers > 0 || work->whole) &&
                 signals_take(&crew.signals);

    if (taken && work->nworkers > 0)
        crew_run(&crew);
    while (crew.shown < crew.ntasks)
        crew_work(&crew);
    crew_dismiss(&crew);
    signals_leave(&crew.signals);
    *ended = crew.ended;
    return crew.shown;
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* sched_getaffinity */

#include "cli/workers.h"

#include "base/reason.h"
#include "cli/signals.h"
#include "cli/worker.h"

#include <errno.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

/* The side of the parent; the other one is in worker.c.  Signals come as
   packets too, so that one poll waits for all there is. */

enum {
    NO_TASK = -1,
    LOST_MAX = 4 /* then the rest is done without workers */
};

struct worker {
    pid_t pid; /* 0: none */
    int fd;
    int task;
    int open[WORKER_OPEN_MAX]; /* tasks that are done, and not settled */
    int nopen;
    bool settling;   /* it was told to */
    long long limit; /* for what it does, in ms of the clock */
    bool late;
};

struct pending {
    struct arena *a; /* of `said`, NULL while there is nothing */
    struct buf said;
    struct task_result result;
    bool ready;
    bool again; /* its worker died when it settled it */
};

struct crew {
    const struct work *work;
    struct worker *workers;
    struct pending *pending; /* one per task */
    int ntasks;              /* that are to be done */
    int next;                /* task to be handed out */
    int *again, nagain;      /* before it, those that are to be done again */
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

static bool
worker_busy(const struct worker *w)
{
    return w->pid != 0 && (w->task != NO_TASK || w->settling);
}

static void
task_over(struct crew *crew, int task, struct task_result result)
{
    arena_free(crew->pending[task].a); /* half of what it says */
    crew->pending[task].a = NULL;
    result_ready(crew, task, result);
}

/* A task that was not settled is done again, unless a worker died in settling
   it for the second time. */
static void
task_again(
    struct crew *crew, int task, struct task_result result, bool settling)
{
    struct pending *p = &crew->pending[task];

    if (settling && p->again) {
        task_over(crew, task, result);
        return;
    }
    p->again |= settling;
    arena_free(p->a);
    p->a = NULL;
    crew->again[crew->nagain++] = task;
}

/* A worker is gone, and with it the task that it had, and those that were not
   settled. */
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
    for (int i = 0; i < w->nopen; i++)
        task_again(crew, w->open[i], result, w->settling);
    if (task != NO_TASK)
        task_over(crew, task, result);
}

static void
worker_limit(const struct crew *crew, struct worker *w)
{
    w->limit = worker_clock() + crew->work->seconds * 1000LL;
}

static bool
task_left(const struct crew *crew)
{
    return crew->nagain > 0 || crew->next < crew->ntasks;
}

static int
task_take(struct crew *crew)
{
    return crew->nagain > 0 ? crew->again[--crew->nagain] : crew->next++;
}

/* Hands a task out, or WORKER_SETTLE.  A worker that does not get it is let go,
   and the task is left to another. */
static bool
worker_send(struct crew *crew, struct worker *w, int word)
{
    ssize_t n;

    do
        n = send(w->fd, &word, sizeof word, MSG_NOSIGNAL);
    while (n < 0 && file_interrupted());
    if (n < 0) {
        crew->lost++;
        worker_lost(crew, w);
        return false;
    }
    worker_limit(crew, w);
    return true;
}

static void
worker_task(struct crew *crew, struct worker *w)
{
    int task = task_take(crew);

    if (worker_send(crew, w, task))
        w->task = task;
    else
        crew->again[crew->nagain++] = task;
}

/* The place among those that are not settled; nopen: it is none of them. */
static int
open_find(const struct worker *w, int task)
{
    int i = 0;

    while (i < w->nopen && w->open[i] != task)
        i++;
    return i;
}

/* A task is done; it is settled too, or not yet. */
static void
worker_done(struct crew *crew, struct worker *w, const struct packet *p)
{
    crew->lost = 0;
    if (p->task == w->task)
        w->task = NO_TASK;
    else
        w->open[open_find(w, p->task)] = w->open[--w->nopen];
    w->settling &= w->nopen > 0;
    if (p->kind == PACKET_LAST) {
        result_ready(
            crew, p->task, (struct task_result){.outcome = p->outcome});
        return;
    }
    w->open[w->nopen++] = p->task;
    if (p->kind == PACKET_SETTLING) {
        w->settling = true;
        worker_limit(crew, w);
    }
}

/* Whether a worker may say that now. */
static bool
packet_right(const struct worker *w, const struct packet *p)
{
    if (w->task != NO_TASK)
        return p->task == w->task && w->nopen < WORKER_OPEN_MAX;
    return (p->kind == PACKET_TEXT || p->kind == PACKET_LAST) &&
           open_find(w, p->task) < w->nopen;
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
    if (n < (ssize_t)head || !packet_right(w, &p)) {
        if (n != 0)
            kill(w->pid, SIGKILL); /* it cannot be heard any more */
        worker_lost(crew, w);
        return;
    }
    pending = &crew->pending[p.task];
    if ((size_t)n > head && pending->a == NULL) {
        pending->a = arena_new();
        pending->said = buf_new(pending->a);
    }
    if ((size_t)n > head)
        buf_add(&pending->said, p.text, (size_t)n - head);
    if (p.kind != PACKET_TEXT)
        worker_done(crew, w, &p);
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
    if (number < 0) {
        signals_leave(&crew->signals);
        return;
    }
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
    long long now = worker_clock(), next = -1;

    for (int i = 0; i < crew->work->nworkers; i++) {
        struct worker *w = &crew->workers[i];
        long long left = w->limit - now;

        if (!worker_busy(w) || w->late)
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
        if (worker_busy(&crew->workers[i]))
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

/* A task for every worker that has none; where there is none left it settles
   those it did.  The number of workers at work. */
static int
crew_employ(struct crew *crew)
{
    const struct work *work = crew->work;
    int n = 0;

    for (int i = 0; i < work->nworkers; i++) {
        struct worker *w = &crew->workers[i];

        if (task_left(crew) && w->pid == 0 && crew->lost < LOST_MAX)
            worker_start(crew, w);
        if (task_left(crew) && w->pid != 0 && !worker_busy(w))
            worker_task(crew, w);
        else if (w->pid != 0 && w->nopen > 0 && !worker_busy(w))
            w->settling = worker_send(crew, w, WORKER_SETTLE);
        n += w->pid != 0;
    }
    return n;
}

/* The next task, in this process. */
static void
crew_work(struct crew *crew)
{
    const struct work *work = crew->work;
    int task = task_take(crew);
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
        .again = NEW(a, int, work->ntasks),
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

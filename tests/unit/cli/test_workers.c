/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Workers that do their task, crash, end, hang and are interrupted. */
#include "cli/workers.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { TASKS = 40, LONG_TASK = 5, LONG_TEXT = 300000 };

/* What the tasks do, but for those of the lists below. */
struct scene {
    int killed, ended, hanging; /* one task each, or -1 */
    int unsettled;              /* the same: in settling it a worker dies */
    bool all_crash;
    int seen; /* tasks done with */
    int good, bad;
    enum task_end end; /* of the last bad one */
    int code;
    int stop; /* after so many no more are begun */
};

static void
nap(long ms)
{
    const struct timespec t = {.tv_nsec = ms * 1000000};

    nanosleep(&t, NULL);
}

static struct outcome
scene_run(void *ctx, int task, struct buf *said)
{
    struct scene *s = ctx;

    if (task == s->killed || s->all_crash)
        raise(SIGKILL);
    if (task == s->ended)
        _exit(7);
    while (task == s->hanging)
        pause();
    if (task % 2 == 0)
        nap(TASKS - task); /* the first take longest */
    buf_printf(said, "%d:", task);
    for (int i = 0; task == LONG_TASK && i < LONG_TEXT; i++)
        buf_putc(said, 'x');
    return (struct outcome){.status = STATUS_REFUSED, .written = task};
}

static bool
scene_done(void *ctx, int task, const struct task_result *r)
{
    struct scene *s = ctx;
    char head[16];

    assert_int_equal(task, s->seen);
    s->seen++;
    if (r->end != TASK_DONE) {
        s->bad++;
        s->end = r->end;
        s->code = r->code;
        return s->seen < s->stop;
    }
    s->good++;
    assert_int_equal(r->outcome.status, STATUS_REFUSED);
    assert_int_equal(r->outcome.written, task);
    snprintf(head, sizeof head, "%d:", task);
    assert_int_equal(
        r->len, strlen(head) + (task == LONG_TASK ? LONG_TEXT : 0));
    assert_memory_equal(r->said, head, strlen(head));
    for (size_t i = strlen(head); i < r->len; i++)
        assert_int_equal(r->said[i], 'x');
    return s->seen < s->stop;
}

static int
count_open(void)
{
    int n = 0;

    for (int fd = 0; fd < 256; fd++)
        n += fcntl(fd, F_GETFD) >= 0;
    return n;
}

static struct scene
scene_play(struct scene s, int workers)
{
    int before = count_open();
    const struct work work = {.ntasks = TASKS,
        .nworkers = workers,
        .seconds = 1,
        .ctx = &s,
        .run = scene_run,
        .done = scene_done};
    struct arena *a = arena_new();
    int done, ended = -1;

    done = workers_run(a, &work, &ended);
    arena_free(a);
    assert_int_equal(count_open(), before);
    assert_int_equal(ended, 0);
    assert_int_equal(done, s.seen);
    assert_true(s.seen >= s.stop);
    assert_int_equal(s.good + s.bad, s.seen);
    return s;
}

static const struct scene calm = {
    .killed = -1, .ended = -1, .hanging = -1, .unsettled = -1, .stop = TASKS};

static void
test_all_in_order(void **state)
{
    static const int workers[] = {0, 1, 2, 7, TASKS, 100};

    (void)state;
    for (size_t i = 0; i < sizeof workers / sizeof *workers; i++)
        assert_int_equal(scene_play(calm, workers[i]).good, TASKS);
}

static void
test_killed(void **state)
{
    struct scene s = calm;

    (void)state;
    s.killed = 3;
    s = scene_play(s, 2);
    assert_int_equal(s.bad, 1);
    assert_int_equal(s.end, TASK_SIGNAL);
    assert_int_equal(s.code, SIGKILL);
}

static void
test_ended(void **state)
{
    struct scene s = calm;

    (void)state;
    s.ended = TASKS - 1;
    s = scene_play(s, 3);
    assert_int_equal(s.bad, 1);
    assert_int_equal(s.end, TASK_EXIT);
    assert_int_equal(s.code, 7);
}

static void
test_hanging(void **state)
{
    struct scene s = calm;

    (void)state;
    s.hanging = 0;
    s = scene_play(s, 2);
    assert_int_equal(s.bad, 1);
    assert_int_equal(s.end, TASK_TIME);
}

static void
test_all_crash(void **state)
{
    struct scene s = calm;

    (void)state;
    s.all_crash = true;
    assert_int_equal(scene_play(s, 4).bad, TASKS);
}

/* Tasks that are settled together ---------------------------------------- */

/* What is settled says so. */
static void
scene_settle(void *ctx, struct task_said *v, int n)
{
    struct scene *s = ctx;

    assert_true(n > 0 && n <= WORKER_OPEN_MAX);
    for (int i = 0; i < n; i++) {
        if (v[i].task == s->unsettled)
            raise(SIGKILL);
        buf_puts(&v[i].said, " settled");
        v[i].outcome.kept++;
    }
}

static struct outcome
plain_run(void *ctx, int task, struct buf *said)
{
    const struct scene *s = ctx;

    if (task == s->killed)
        raise(SIGKILL);
    buf_printf(said, "%d", task);
    return (struct outcome){.written = task};
}

static bool
settled_done(void *ctx, int task, const struct task_result *r)
{
    struct scene *s = ctx;
    char want[32];

    assert_int_equal(task, s->seen++);
    if (r->end != TASK_DONE) {
        s->bad++;
        return true;
    }
    s->good++;
    snprintf(want, sizeof want, "%d settled", task);
    assert_int_equal(r->len, strlen(want));
    assert_memory_equal(r->said, want, r->len);
    assert_int_equal(r->outcome.kept, 1);
    return true;
}

static struct scene
settled_play(struct scene s, int workers)
{
    const struct work work = {.ntasks = TASKS,
        .nworkers = workers,
        .seconds = 5,
        .ctx = &s,
        .run = plain_run,
        .settle = scene_settle,
        .done = settled_done};
    struct arena *a = arena_new();
    int ended;

    assert_int_equal(workers_run(a, &work, &ended), TASKS);
    arena_free(a);
    assert_int_equal(s.seen, TASKS);
    return s;
}

static void
test_settled(void **state)
{
    static const int workers[] = {1, 2, 7, TASKS};

    (void)state;
    for (size_t i = 0; i < sizeof workers / sizeof *workers; i++) {
        struct scene s = calm;

        assert_int_equal(settled_play(s, workers[i]).good, TASKS);
        s.killed = 20; /* those before it are done again */
        s = settled_play(s, workers[i]);
        assert_int_equal(s.bad, 1);
        s = calm;
        /* With it go, at most, those that were settled in one with it. */
        s.unsettled = 7;
        s = settled_play(s, workers[i]);
        assert_true(s.bad >= 1 && s.bad <= WORKER_OPEN_MAX);
    }
}

/* The status of a process that waits for hanging workers and gets `number`. */
static int
interrupted(int number)
{
    struct scene s = calm;
    pid_t pid = fork();
    int status;

    if (pid == 0) {
        s.hanging = 2;
        for (int i = 0; i < 100; i++) /* at most a second each */
            scene_play(s, 2);
        _exit(0);
    }
    nap(200);
    kill(pid, number);
    assert_int_equal(waitpid(pid, &status, 0), pid);
    return status;
}

static void
test_interrupted(void **state)
{
    static const int numbers[] = {SIGINT, SIGTERM, SIGHUP};

    (void)state;
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        int status = interrupted(numbers[i]);

        assert_true(WIFSIGNALED(status));
        assert_int_equal(WTERMSIG(status), numbers[i]);
    }
}

static void
test_stopped(void **state)
{
    static const int workers[] = {1, 2, 7};

    (void)state;
    for (size_t i = 0; i < sizeof workers / sizeof *workers; i++) {
        struct scene s = calm;

        s.stop = 3;
        s = scene_play(s, workers[i]);
        if (workers[i] == 1)
            assert_int_equal(s.seen, s.stop);
    }
}

static void
test_mask_is_given_back(void **state)
{
    sigset_t before, after;

    (void)state;
    sigprocmask(SIG_SETMASK, NULL, &before);
    scene_play(calm, 2);
    sigprocmask(SIG_SETMASK, NULL, &after);
    assert_int_equal(sigismember(&before, SIGINT), sigismember(&after, SIGINT));
    assert_true(workers_default() >= 1);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_all_in_order),
        cmocka_unit_test(test_killed),
        cmocka_unit_test(test_ended),
        cmocka_unit_test(test_hanging),
        cmocka_unit_test(test_all_crash),
        cmocka_unit_test(test_settled),
        cmocka_unit_test(test_interrupted),
        cmocka_unit_test(test_stopped),
        cmocka_unit_test(test_mask_is_given_back),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "cli/each.h"

#include "cli/guard.h"
#include "cli/sandbox.h"

#include <string.h>

int
each_workers(const struct options *o, int inputs)
{
    int n = o->jobs > 0 ? o->jobs : workers_default();

    return n < inputs ? n : inputs;
}

void
each_limit(struct session *session, const struct inputs *inputs, bool writes)
{
    struct arena *a = session->a;
    int n = inputs->n;
    const char *folders[FILES_FOLDERS];
    struct sandbox s = {.read = NEW(a, const char *, n + FILES_FOLDERS + 1),
        .write = NEW(a, const char *, n)};

    guard_leave();
    for (int i = 0; i < n; i++) {
        const char *dir = inputs->v[i].dir;

        s.read[s.nread++] = inputs->v[i].path;
        if (writes &&
            (s.nwrite == 0 || strcmp(s.write[s.nwrite - 1], dir) != 0))
            s.write[s.nwrite++] = dir;
    }
    n = files_folders(a, &session->files, folders);
    for (int i = 0; i < n; i++)
        s.read[s.nread++] = folders[i];
    folders[0] = paths_locale(a);
    if (folders[0] != NULL)
        s.read[s.nread++] = folders[0];
    sandbox_enter(&s);
}

void
each_say_lost(const struct console *console, const char *path,
    const struct task_result *result)
{
    switch (result->end) {
    case TASK_DONE:
        return;
    case TASK_SIGNAL:
        console_error(console, _("%s: the process at work on it got signal %d"),
            path, result->code);
        return;
    case TASK_EXIT:
        console_error(console,
            _("%s: the process at work on it ended with status %d"), path,
            result->code);
        return;
    case TASK_TIME:
        console_error(
            console, _("%s: not ready after %d seconds"), path, EACH_SECONDS);
        return;
    }
}

/* All of it. */
struct walk {
    const struct each *each;
    struct arena *a; /* of one input */
    struct progress progress;
    enum status status;
    bool stopped; /* what others have begun is not told any more */
};

static void
begin(void *ctx)
{
    const struct each *each = ((struct walk *)ctx)->each;

    each_limit(each->session, each->inputs, false);
}

/* What is said is kept for its turn, and behind it what is for `done`. */
static struct outcome
run(void *ctx, int task, struct buf *said)
{
    struct walk *w = ctx;
    struct session *session = w->each->session;
    const struct console *console = session->console;
    struct console held = *console;
    struct trouble trouble = {false, false};
    struct buf out = buf_new(w->a);
    struct outcome outcome = {.status = STATUS_OK};

    held.held = said;
    held.trouble = &trouble;
    session->console = &held;
    outcome.status =
        w->each->one(w->each->ctx, w->a, &w->each->inputs->v[task], &out);
    session->console = console;
    outcome.failed = trouble.failed;
    outcome.said = said->len;
    buf_add(said, out.p, out.len);
    arena_reset(w->a);
    return outcome;
}

static bool
done(void *ctx, int task, const struct task_result *result)
{
    struct walk *w = ctx;
    const struct each *each = w->each;
    const struct console *console = each->session->console;
    size_t said = result->outcome.said;
    enum status status = result->outcome.status;

    if (w->stopped)
        return false;
    if (result->end != TASK_DONE || said > 0)
        progress_clear(&w->progress);
    if (result->end != TASK_DONE) {
        status = STATUS_FAILED;
        each_say_lost(console, each->inputs->v[task].path, result);
        w->stopped = !each->done(each->ctx, task, &status, "", 0);
    } else {
        w->stopped = !each->done(
            each->ctx, task, &status, result->said + said, result->len - said);
        console_text(console, result->said, said);
        console->trouble->failed |= result->outcome.failed > 0;
    }
    progress_step(&w->progress, status != STATUS_OK);
    w->status = status_worse(w->status, status);
    return !w->stopped;
}

enum status
each_run(const struct each *each)
{
    struct session *session = each->session;
    int n = each->inputs->n;
    struct walk w = {.each = each,
        .a = arena_new(),
        .status = STATUS_OK,
        .progress = progress_open(session->console, session->opts, n)};
    const struct work work = {.ntasks = n,
        .nworkers = each->alone ? 0 : each_workers(session->opts, n),
        .seconds = EACH_SECONDS,
        .ctx = &w,
        .begin = begin,
        .run = run,
        .done = done};

    workers_run(session->a, &work, &session->ended);
    progress_clear(&w.progress);
    arena_free(w.a);
    return w.status;
}

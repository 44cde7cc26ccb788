/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "cli/batch.h"

#include "cli/deliver.h"
#include "cli/each.h"
#include "cli/job.h"
#include "cli/manifest.h"
#include "cli/refused.h"

#include <string.h>

/* A batch is tasks for workers, one per interview. */
struct batch {
    struct arena *a; /* of one interview */
    struct session *session;
    const struct inputs *inputs;
    struct outcome total;
    struct refused refused;
    struct progress progress;
    struct manifest *manifest;
};

/* In a worker: one interview.  What there is to say is kept for its turn, and
   behind it the lines of the manifest. */
static struct outcome
batch_task(void *ctx, int task, struct buf *said)
{
    struct batch *b = ctx;
    struct buf told = buf_new(b->a);
    struct session *session = b->session;
    const struct console *console = session->console;
    struct console held = *console;
    struct trouble trouble = {false, false};
    struct outcome outcome;

    held.held = said;
    held.trouble = &trouble;
    session->console = &held;
    if (session->deliveries != NULL)
        session->deliveries->task = task;
    outcome = job_run(b->a, session, &b->inputs->v[task], &told);
    session->console = console;
    outcome.said = said->len;
    buf_add(said, told.p, told.len);
    if (trouble.failed)
        outcome_fail(&outcome);
    outcome.full = trouble.full;
    arena_reset(b->a);
    engine_trim(session->engine);
    return outcome;
}

/* In a worker: the reports of some interviews are brought to the disk. */
static void
batch_settle(void *ctx, struct task_said *v, int n)
{
    struct session *session = ((struct batch *)ctx)->session;

    deliveries_place(session->deliveries);
    for (int i = 0; i < n; i++)
        job_settle(session, &v[i]);
    deliveries_reset(session->deliveries);
}

/* Adds lines to the manifest of an interview's folder. */
static void
batch_tell_manifest(
    struct batch *b, const struct input *input, const char *lines, size_t len)
{
    const struct console *console = b->session->console;

    if (input->manifest == NULL || len == 0 ||
        manifest_add(b->session, input->manifest, lines, len))
        return;
    b->total.status = STATUS_FAILED;
    b->total.full |= console->trouble->full;
}

static void
batch_add_lost(struct batch *b, int task, const struct task_result *result)
{
    const struct input *input = &b->inputs->v[task];
    struct arena *a = arena_new();
    struct buf lines = buf_new(a);

    each_say_lost(b->session->console, input->path, result);
    outcome_count(&b->total, STATUS_FAILED, job_forms(b->session));
    job_lost(a, b->session, input, &lines);
    refused_add(&b->refused, task, lines.p, lines.len);
    batch_tell_manifest(b, input, lines.p, lines.len);
    arena_free(a);
}

static void
batch_add(struct batch *b, int task, const struct task_result *result)
{
    const struct outcome *one = &result->outcome;
    const char *lines = result->said + one->said;
    size_t len = result->len - one->said;

    if (one->refused + one->failed > 0)
        refused_add(&b->refused, task, lines, len);
    if (!one->full || !b->total.full)
        console_text(b->session->console, result->said, one->said);
    b->total.status = status_worse(b->total.status, one->status);
    b->total.written += one->written;
    b->total.kept += one->kept;
    b->total.refused += one->refused;
    b->total.failed += one->failed;
    b->total.full |= one->full;
    b->session->console->trouble->full |= one->full;
    batch_tell_manifest(b, &b->inputs->v[task], lines, len);
}

/* Where there is no room to write in no further interview is begun, and that
   is said once. */
static bool
batch_done(void *ctx, int task, const struct task_result *result)
{
    struct batch *b = ctx;

    if (result->end != TASK_DONE || result->outcome.said > 0)
        progress_clear(&b->progress);
    if (result->end == TASK_DONE)
        batch_add(b, task, result);
    else
        batch_add_lost(b, task, result);
    progress_step(&b->progress, b->refused.is[task]);
    return !b->total.full;
}

/* Workers only where every interview has files of its own. */
static int
batch_workers(const struct options *o, const struct inputs *inputs)
{
    return o->dump != STAGE_PDF || o->output != NULL
               ? 1
               : each_workers(o, inputs->n);
}

static void
batch_begin(void *ctx)
{
    const struct batch *b = ctx;
    struct session *session = b->session;

    manifests_leave(b->manifest);
    session->deliveries = deliveries_new(session->a);
    each_limit(session, b->inputs, true);
}

/* Why some were not begun. */
static void
batch_say_left(struct batch *b, int left)
{
    if (b->total.full)
        console_failure(b->session->console,
            _("there is no room left; interviews not begun: %d"), left);
    else
        console_note(b->session->console,
            _("broken off; interviews not begun: %d"), left);
}

static void
batch_run(struct batch *b)
{
    struct session *session = b->session;
    const struct options *o = session->opts;
    const struct work work = {.ntasks = b->inputs->n,
        .nworkers = batch_workers(o, b->inputs),
        .seconds = EACH_SECONDS,
        .whole = o->dump == STAGE_PDF && o->output == NULL,
        .ctx = b,
        .begin = batch_begin,
        .run = batch_task,
        .settle = batch_settle,
        .done = batch_done};
    int left;

    b->a = arena_new();
    b->refused = refused_new(session->a, b->inputs);
    b->progress = progress_open(session->console, o, work.ntasks);
    left = work.ntasks - workers_run(session->a, &work, &session->ended);
    progress_clear(&b->progress);
    arena_free(b->a);
    if (left == 0)
        return;
    batch_say_left(b, left);
    if (b->total.full)
        outcome_count(&b->total, STATUS_FAILED, left * job_forms(session));
}

static void
batch_close(const struct batch *b)
{
    const struct outcome *t = &b->total;
    struct buf more = buf_new(b->session->a);

    refused_say_codes(b->session->console, &b->refused);
    refused_say_names(b->session->console, &b->refused);
    buf_add(&more, "", 0);
    if (t->kept > 0)
        buf_printf(&more, _("; as they were: %d"), t->kept);
    if (b->inputs->passed_over > 0)
        buf_printf(&more, _("; passed over: %d"), b->inputs->passed_over);
    console_note(b->session->console,
        _("interviews: %d; reports: %d written, %d refused, %d failed%s"),
        b->inputs->n, t->written, t->refused, t->failed,
        more.len > 0 ? more.p : "");
}

enum status
batch_make(struct session *session, const struct inputs *inputs,
    struct manifest *manifest)
{
    struct batch b = {
        .session = session, .inputs = inputs, .manifest = manifest};
    const struct console *console = session->console;
    struct console plain = *console;

    /* On a terminal a line per report is for a single one. */
    plain.verbose =
        session->opts->verbose || (console->verbose && inputs->n == 1);
    session->console = &plain;
    batch_run(&b);
    session->console = console;
    if (inputs->batch && (inputs->n > 0 || session->opts->shard.n > 0) &&
        session->opts->dump == STAGE_PDF)
        batch_close(&b);
    return status_worse(b.total.status, refused_list(session, &b.refused));
}

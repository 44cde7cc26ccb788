/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The verb `render`: a report per interview and layout.  All that can be at
   fault before the first interview is looked at first; after that every
   interview has its own arena and messages, and a refused one stops no
   other. */
#include "cli/desktop.h"
#include "cli/inputs.h"
#include "cli/output.h"
#include "cli/sandbox.h"
#include "cli/verb/verbs.h"
#include "cli/workers.h"

#include <limits.h>
#include <string.h>
#include <unistd.h>

/* Longer than any report takes: a worker that is silent for so long hangs. */
enum { REPORT_SECONDS = 60, NAMED_MAX = 10 };

/* Counts `n` reports, interview times layout, that ended with `status`. */
static void
outcome_count(struct outcome *o, enum status status, int n)
{
    o->status = status_worse(o->status, status);
    switch (status) {
    case STATUS_OK:
        o->written += n;
        return;
    case STATUS_REFUSED:
    case STATUS_USAGE:
        o->refused += n;
        return;
    case STATUS_FAILED:
        o->failed += n;
        return;
    }
}

/* Where the system failed, what was refused is no fault of the interview. */
static void
outcome_fail(struct outcome *o)
{
    o->status = STATUS_FAILED;
    o->failed += o->refused;
    o->refused = 0;
}

/* One report of one interview, to where it goes. */
static enum status
render_form(struct arena *a, struct diag *d, struct session *session,
    const char *dir, const struct engine_case *c,
    const struct engine_form *form)
{
    struct diag *own = session_diag(a); /* of this form alone */

    if (engine_accepts(own, c, form))
        return output_report(a, d, session, dir, c, form);
    console_diag(session->console, a, own);
    return STATUS_REFUSED;
}

/* How many forms a run makes: a stage before the layout is the same in all. */
static int
forms_used(const struct session *session)
{
    int dump = session->opts->dump;

    return dump != STAGE_PDF && dump < STAGE_LAYOUT
               ? 1
               : engine_nforms(session->engine);
}

/* Reads an interview and looks at what no single form can see. */
static enum status
read_input(struct arena *a, struct diag *d, struct session *session,
    const struct input *input, struct engine_case **out)
{
    enum status status = inputs_read_own(a, d, session, input, out);

    if (status == STATUS_OK)
        status = engine_check_characters(a, d, session->engine, *out);
    if (status == STATUS_OK)
        status = engine_check_names(a, d, session->engine, *out);
    return status;
}

/* All reports of one interview. */
static struct outcome
render_input(
    struct arena *a, struct session *session, const struct input *input)
{
    struct outcome outcome = {.status = STATUS_OK};
    struct diag *d = session_diag(a);
    struct engine_case *c;
    enum status status = read_input(a, d, session, input, &c);
    int n = forms_used(session);

    if (status != STATUS_OK) {
        outcome_count(&outcome, status, n);
    } else {
        for (int i = 0; i < n; i++)
            outcome_count(&outcome,
                session->console->trouble->full
                    ? STATUS_FAILED
                    : render_form(a, d, session, input->dir, c,
                          engine_form(session->engine, i)),
                1);
        engine_review_names(a, d, session->engine, c);
    }
    console_diag(session->console, a, d);
    return outcome;
}

/* Folders, layouts, fonts and the rules of the command line. */
static enum status
render_prepare(struct session *session, const struct inputs *inputs)
{
    enum status status;

    for (int i = 0; i < inputs->n; i++)
        if (!output_ready(session, inputs->v[i].dir))
            return STATUS_USAGE;
    status = session_load_layouts(session);
    if (status == STATUS_OK && !engine_can_hide(session->engine))
        return STATUS_USAGE;
    return status == STATUS_OK ? inputs_load_rules(session, inputs) : status;
}

/* Blank forms, into the folder of the command line or the one that the program
   is in. */
static enum status
render_blank(struct session *session)
{
    const struct inputs here = {
        .v = &(struct input){.path = "form",
            .dir = output_dir(session->a, session->opts, "form", NULL)},
        .n = 1,
        .cap = 1};
    struct arena *a = session->a;
    struct diag *d = session_diag(a);
    struct engine_case *c;
    enum status status = render_prepare(session, &here);

    if (status == STATUS_OK)
        status = engine_blank(a, d, session->engine, &c);
    for (int i = 0; status == STATUS_OK && i < forms_used(session); i++)
        status = render_form(
            a, d, session, here.v[0].dir, c, engine_form(session->engine, i));
    console_diag(session->console, a, d);
    return status;
}

/* A batch is tasks for workers, one per interview. */
struct batch {
    struct arena *a; /* of one interview */
    struct session *session;
    const struct inputs *inputs;
    struct outcome total;
    int bad; /* interviews of which a report is missing */
    bool *is_bad;
};

/* In a worker: one interview.  What there is to say is kept for its turn. */
static struct outcome
batch_task(void *ctx, int task, struct buf *said)
{
    struct batch *b = ctx;
    struct session *session = b->session;
    const struct console *console = session->console;
    struct console held = *console;
    struct trouble trouble = {false, false};
    struct outcome outcome;

    held.held = said;
    held.trouble = &trouble;
    session->console = &held;
    outcome = render_input(b->a, session, &b->inputs->v[task]);
    session->console = console;
    if (trouble.failed)
        outcome_fail(&outcome);
    outcome.full = trouble.full;
    arena_reset(b->a);
    engine_trim(session->engine);
    return outcome;
}

/* Why a worker ended before its interview was done. */
static void
batch_lost(const struct console *console, const char *path,
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
            console, _("%s: not ready after %d seconds"), path, REPORT_SECONDS);
        return;
    }
}

/* Where there is no room to write in no further interview is begun, and that
   is said once. */
static bool
batch_done(void *ctx, int task, const struct task_result *result)
{
    struct batch *b = ctx;
    const struct console *console = b->session->console;
    const struct outcome *one = &result->outcome;

    if (result->end != TASK_DONE) {
        batch_lost(console, b->inputs->v[task].path, result);
        outcome_count(&b->total, STATUS_FAILED, forms_used(b->session));
        b->is_bad[task] = true;
        b->bad++;
        return !b->total.full;
    }
    b->is_bad[task] = one->refused + one->failed > 0;
    b->bad += b->is_bad[task];
    if (!one->full || !b->total.full)
        console_text(console, result->said, result->len);
    b->total.status = status_worse(b->total.status, one->status);
    b->total.written += one->written;
    b->total.refused += one->refused;
    b->total.failed += one->failed;
    b->total.full |= one->full;
    return !b->total.full;
}

/* Workers only where every interview has files of its own. */
static int
batch_workers(const struct options *o, const struct inputs *inputs)
{
    int n = o->jobs > 0 ? o->jobs : workers_default();

    if (o->dump != STAGE_PDF || o->output != NULL)
        return 1;
    return n < inputs->n ? n : inputs->n;
}

/* A worker needs the interviews, the folder of their reports and what the
   program brings; nothing else is open to it. */
static void
batch_begin(void *ctx)
{
    const struct batch *b = ctx;
    struct session *session = b->session;
    struct arena *a = session->a;
    int n = b->inputs->n;
    const char *folders[FILES_FOLDERS];
    struct sandbox s = {.read = NEW(a, const char *, n + FILES_FOLDERS + 1),
        .write = NEW(a, const char *, n)};

    for (int i = 0; i < n; i++) {
        const char *dir = b->inputs->v[i].dir;

        s.read[s.nread++] = b->inputs->v[i].path;
        if (s.nwrite == 0 || strcmp(s.write[s.nwrite - 1], dir) != 0)
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

/* Where workers can do more than they need. */
static void
batch_tell(const struct console *console)
{
    if (!console->verbose)
        return;
    if (!sandbox_has_files())
        console_note(console, "%s",
            _("this system has no Landlock: workers can open other files"));
    if (!sandbox_has_calls())
        console_note(console, "%s",
            _("this system has no seccomp: workers can run programs and reach "
              "the network"));
}

static void
batch_run(struct batch *b)
{
    const struct work work = {.ntasks = b->inputs->n,
        .nworkers = batch_workers(b->session->opts, b->inputs),
        .seconds = REPORT_SECONDS,
        .ctx = b,
        .begin = batch_begin,
        .run = batch_task,
        .done = batch_done};
    int left;

    if (work.nworkers > 1)
        batch_tell(b->session->console);
    b->a = arena_new();
    b->is_bad = NEW(b->session->a, bool, b->inputs->n);
    left = work.ntasks - workers_run(b->session->a, &work);
    arena_free(b->a);
    if (left == 0)
        return;
    console_failure(b->session->console,
        _("there is no room left; interviews not begun: %d"), left);
    outcome_count(&b->total, STATUS_FAILED, left * forms_used(b->session));
}

/* The names of those that must be looked at again. */
static void
batch_name_bad(const struct batch *b)
{
    struct buf names = buf_new(b->session->a);
    int named = 0;

    for (int i = 0; i < b->inputs->n && named < NAMED_MAX; i++)
        if (b->is_bad[i])
            buf_printf(
                &names, "%s%s", named++ > 0 ? ", " : "", b->inputs->v[i].path);
    if (b->bad > named)
        console_note(b->session->console,
            _("not made: %s, and of %d more interviews"), names.p,
            b->bad - named);
    else if (named > 0)
        console_note(b->session->console, _("not made: %s"), names.p);
}

static void
batch_close(const struct batch *b)
{
    const struct console *console = b->session->console;
    const struct outcome *t = &b->total;

    batch_name_bad(b);

    if (b->inputs->passed_over == 0)
        console_note(console,
            _("interviews: %d; reports: %d written, %d refused, %d failed"),
            b->inputs->n, t->written, t->refused, t->failed);
    else
        console_note(console,
            _("interviews: %d; reports: %d written, %d refused, %d failed; "
              "passed over: %d"),
            b->inputs->n, t->written, t->refused, t->failed,
            b->inputs->passed_over);
}

/* --open: the first report of the only interview, which has been written. */
static enum status
open_report(struct session *session, const struct input *input)
{
    struct arena *a = session->a;
    struct engine_case *c;
    enum status status =
        inputs_read_own(a, diag_new(a, NULL), session, input, &c);
    const char *path;

    if (status != STATUS_OK)
        return status;
    path = output_path(
        a, session->opts, input->dir, c, engine_form(session->engine, 0));
    if (desktop_open(a, path))
        return STATUS_OK;
    console_error(session->console, _("open this file in a viewer: %s"), path);
    return STATUS_FAILED;
}

static enum status
render(struct session *session)
{
    struct inputs inputs;
    struct batch b = {.session = session, .inputs = &inputs};
    enum status status, prepared;

    if (session->opts->operands.n == 0)
        return render_blank(session);
    status = inputs_expand(session, &session->opts->operands, &inputs);
    prepared = render_prepare(session, &inputs);
    if (prepared != STATUS_OK)
        return prepared;
    if (session->opts->open && inputs.n > 1) {
        console_error(session->console, "%s",
            _("--open shows the report of one interview"));
        return STATUS_USAGE;
    }
    if (session->opts->keep_all &&
        (inputs.n > 1 || !engine_form_keeps(engine_form(session->engine, 0)))) {
        console_error(session->console, "%s",
            _("--keep-all is for one interview, in a layout that is kept "
              "(dossier)"));
        return STATUS_USAGE;
    }
    if (session->console->trouble->failed)
        return STATUS_FAILED; /* no report would be what it should be */
    if (inputs.n > 1)
        inputs_find_twins(session, &inputs);
    batch_run(&b);
    if (inputs.batch && inputs.n > 0 && session->opts->dump == STAGE_PDF)
        batch_close(&b);
    status = status_worse(status, b.total.status);
    return status == STATUS_OK && session->opts->open && inputs.n == 1
               ? open_report(session, &inputs.v[0])
               : status;
}

/* Without a terminal nobody sees what is said: `said` is passed on, and shown
   where the report was not made. */
static void
show_said(struct session *session, const struct buf *said, enum status status)
{
    struct console plain = *session->console;

    plain.held = NULL;
    console_text(&plain, said->p, said->len);
    if (status != STATUS_OK && said->len > 0)
        desktop_show(session->a, said->p, said->len);
}

/* For --open, which a desktop calls too. */
static enum status
render_and_show(struct session *session)
{
    const struct console *console = session->console;
    struct console held = *console;
    struct buf said = buf_new(session->a);
    enum status status;

    if (!session->opts->open || isatty(STDERR_FILENO))
        return render(session);
    held.held = &said;
    session->console = &held;
    status = render(session);
    show_said(session, &said, status);
    session->console = console;
    return status;
}

static const char *
refuse(struct arena *a, const struct options *o)
{
    if (o->operands.n == 0 && o->layouts.n == 0)
        return opts_missing(a, o->verb);
    if (o->output != NULL && (o->operands.n > 1 || o->layouts.n != 1))
        return _("-o takes one interview and one layout (-l)");
    if (o->keep_all &&
        (o->operands.n != 1 || o->layouts.n != 1 || o->dump != STAGE_PDF ||
            (o->output != NULL && strcmp(o->output, "-") == 0)))
        return _("--keep-all takes one interview and one layout (-l), into a "
                 "file");
    if (o->open && (o->operands.n > 1 || o->dump != STAGE_PDF))
        return _("--open shows the report of one interview");
    return NULL;
}

const struct verb verb_render = {.name = "render",
    .operands = "INTERVIEW...",
    .min = 0,
    .max = INT_MAX,
    .help = {"rapporten maken", "make reports"},
    .example = {"render gesprek.yaml\n"
                "render gesprek.yaml -l coach,rings -d verslagen",
        "render interview.yaml\n"
        "render interview.yaml -l coach,rings -d reports"},
    .refuse = refuse,
    .run = render_and_show};

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "cli/job.h"

#include "cli/deliver.h"
#include "cli/manifest.h"
#include "cli/output.h"

#include <string.h>

enum { CODES_MAX = 64, CODE_SIZE = 5 };

int
job_forms(const struct session *session)
{
    int dump = session->opts->dump;

    return dump != STAGE_PDF && dump < STAGE_LAYOUT
               ? 1
               : engine_nforms(session->engine);
}

void
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

void
outcome_fail(struct outcome *o)
{
    o->status = STATUS_FAILED;
    o->failed += o->refused;
    o->refused = 0;
}

/* What is told ----------------------------------------------------------- */

/* Codes, sorted, each once. */
struct codes {
    char v[CODES_MAX][CODE_SIZE];
    int n;
};

/* Those of the messages on a report. */
struct findings {
    struct codes errors, warnings;
};

static void
codes_add(struct codes *codes, const char *code)
{
    int at = 0;

    while (at < codes->n && strcmp(codes->v[at], code) < 0)
        at++;
    if (codes->n == CODES_MAX || strlen(code) >= CODE_SIZE ||
        (at < codes->n && strcmp(codes->v[at], code) == 0))
        return;
    memmove(codes->v[at + 1], codes->v[at],
        (size_t)(codes->n - at) * sizeof codes->v[0]);
    memcpy(codes->v[at], code, strlen(code) + 1);
    codes->n++;
}

/* Those of the messages from `first` up to and with `last`, or all. */
static void
findings_add(
    struct findings *f, const struct message *first, const struct message *last)
{
    for (const struct message *m = first; m != NULL;
         m = m == last ? NULL : m->next)
        if (m->severity != SEVERITY_NOTE)
            codes_add(m->severity == SEVERITY_ERROR ? &f->errors : &f->warnings,
                m->code);
}

static const char *
codes_text(struct arena *a, const struct codes *codes)
{
    struct buf out = buf_new(a);

    for (int i = 0; i < codes->n; i++)
        buf_printf(&out, "%s%s", i > 0 ? " " : "", codes->v[i]);
    return out.len > 0 ? out.p : "";
}

/* An interview that is being made into reports. */
struct job {
    struct arena *a;
    struct session *session;
    const struct input *input;
    struct diag *d;
    struct engine_case *c;      /* NULL: there is no file */
    const struct message *read; /* the last that was said of the interview */
    struct outcome outcome;
    struct buf *told;
};

static void
tell(struct job *j, const struct engine_form *form, enum status status,
    struct findings *found, const char *pdf)
{
    const struct engine *e = j->session->engine;
    bool ok = status == STATUS_OK;
    /* Warnings are no reason, where there is another. */
    struct codes *codes =
        found->errors.n > 0 ? &found->errors : &found->warnings;

    if (!ok && j->session->console->trouble->failed)
        status = STATUS_FAILED;

    if (!ok && codes->n == 0)
        codes_add(codes, line_code_of_none);
    line_print(
        &(struct manifest_line){
            .case_id = j->c == NULL ? NULL : engine_case_id(j->a, j->c),
            .status = line_status[ok                        ? LINE_WRITTEN
                                  : status == STATUS_FAILED ? LINE_FAILED
                                                            : LINE_REFUSED],
            .codes = codes_text(j->a, codes),
            .pages = ok ? engine_pages(e) : 0,
            .causes = engine_causes(j->a, e, j->c, form),
            .pdf = pdf},
        j->told);
}

void
job_lost(struct arena *a, const struct session *session,
    const struct input *input, struct buf *told)
{
    for (int i = 0; i < job_forms(session); i++)
        line_print(&(struct manifest_line){.case_id = input->case_id,
                       .status = line_status[LINE_FAILED],
                       .codes = line_code_of_none,
                       .causes = engine_causes(a, session->engine, NULL,
                           engine_form(session->engine, i))},
            told);
}

/* Reports ---------------------------------------------------------------- */

/* `own` has what is said of this form alone; `*pdf` becomes the hash of the
   report where that is asked for. */
static enum status
make_form(struct arena *a, struct diag *d, struct diag *own,
    struct session *session, const char *dir, const struct engine_case *c,
    const struct engine_form *form, const char **pdf)
{
    if (engine_accepts(own, c, form))
        return output_report(a, d, session, dir, c, form, pdf);
    console_diag(session->console, a, own);
    return STATUS_REFUSED;
}

enum status
job_form(struct arena *a, struct diag *d, struct session *session,
    const char *dir, const struct engine_case *c,
    const struct engine_form *form)
{
    return make_form(a, d, session_diag(a), session, dir, c, form, NULL);
}

/* Whether the manifest knows the report, nothing that it is made of has changed
   since, and it stands there as it was made. */
static bool
stands(struct job *j, const struct engine_form *form)
{
    struct arena *a = j->a;
    const struct manifest *m = j->input->manifest;
    const char *id = engine_case_id(a, j->c);
    struct engine_causes now;
    struct manifest_line was;

    if (m == NULL || !j->session->opts->resume || id == NULL ||
        !manifest_find(a, m, id, engine_form_id(form), &was))
        return false;
    now = engine_causes(a, j->session->engine, j->c, form);
    if (!line_same_causes(&was.causes, &now) || was.pdf == NULL ||
        !output_stands(a, j->session, j->input->dir, j->c, form, was.pdf))
        return false;
    line_print(&was, j->told);
    return true;
}

static void
run_form(struct job *j, const struct engine_form *form)
{
    struct diag *own = session_diag(j->a);
    const struct message *before = diag_last(j->d);
    const char *pdf = NULL;
    struct findings found = {.errors.n = 0};
    enum status status = STATUS_FAILED;

    if (stands(j, form)) {
        j->outcome.kept++;
        return;
    }
    if (!j->session->console->trouble->full)
        status = make_form(j->a, j->d, own, j->session, j->input->dir, j->c,
            form, j->input->manifest != NULL ? &pdf : NULL);
    if (j->read != NULL)
        findings_add(&found, diag_first(j->d), j->read);
    findings_add(
        &found, before == NULL ? diag_first(j->d) : before->next, NULL);
    findings_add(&found, diag_first(own), NULL);
    outcome_count(&j->outcome, status, 1);
    tell(j, form, status, &found, pdf);
}

static enum status
read_interview(struct job *j)
{
    enum status status =
        inputs_read_whole(j->a, j->d, j->session, j->input, &j->c);

    j->read = diag_last(j->d);
    return status;
}

struct outcome
job_run(struct arena *a, struct session *session, const struct input *input,
    struct buf *told)
{
    struct job j = {.a = a,
        .session = session,
        .input = input,
        .d = session_diag(a),
        .outcome = {.status = STATUS_OK},
        .told = told};
    enum status status = read_interview(&j);

    for (int i = 0; i < job_forms(session); i++) {
        const struct engine_form *form = engine_form(session->engine, i);
        struct findings found = {.errors.n = 0};

        if (session->deliveries != NULL)
            session->deliveries->line = i;
        if (status == STATUS_OK) {
            run_form(&j, form);
        } else {
            findings_add(&found, diag_first(j.d), NULL);
            outcome_count(&j.outcome, status, 1);
            tell(&j, form, status, &found, NULL);
        }
    }
    if (status == STATUS_OK)
        engine_review_names(a, j.d, session->engine, j.c);
    console_diag(session->console, a, j.d);
    return j.outcome;
}

/* Reports that wait for others ------------------------------------------- */

/* What a task said, with what its reports add to that, each in its place; and
   its lines, of which those change whose report is not there. */
struct telling {
    struct task_said *task;
    struct buf text, lines;
    size_t from; /* of what it said, this is not in `text` yet */
    int line;    /* the one that begins at `at` */
    const char *at;
};

/* Lines before number `n`, as they are. */
static void
pass_lines(struct telling *t, const char *end, int n)
{
    const char *start = t->at;

    for (; t->line < n; t->line++)
        t->at = (const char *)memchr(t->at, '\n', (size_t)(end - t->at)) + 1;
    buf_add(&t->lines, start, (size_t)(t->at - start));
}

/* The next line, of a report that ended so. */
static void
change_line(struct telling *t, const char *end, enum status status)
{
    const char *stop = memchr(t->at, '\n', (size_t)(end - t->at));

    line_print_unmade(t->task->a, t->at, (size_t)(stop - t->at),
        status == STATUS_FAILED ? LINE_FAILED : LINE_REFUSED, &t->lines);
    t->at = stop + 1;
    t->line++;
}

static void
settle_one(
    struct session *session, struct telling *t, const struct delivery *one)
{
    struct task_said *task = t->task;
    enum status status;

    buf_add(&t->text, task->said.p + t->from, one->at - t->from);
    t->from = one->at;
    status = delivery_tell(session, one);
    if (status == STATUS_OK)
        return;
    task->outcome.written--;
    outcome_count(&task->outcome, status, 1);
    pass_lines(t, task->said.p + task->said.len, one->line);
    change_line(t, task->said.p + task->said.len, status);
}

void
job_settle(struct session *session, struct task_said *task)
{
    const struct deliveries *all = session->deliveries;
    const struct console *console = session->console;
    struct console held = *console;
    struct trouble trouble = {false, false};
    struct telling t = {.task = task,
        .text = buf_new(task->a),
        .lines = buf_new(task->a),
        .at = task->said.p + task->outcome.said};

    held.held = &t.text;
    held.trouble = &trouble;
    session->console = &held;
    for (int i = 0; i < all->n; i++)
        if (all->v[i].task == task->task)
            settle_one(session, &t, &all->v[i]);
    session->console = console;
    buf_add(&t.text, task->said.p + t.from, task->outcome.said - t.from);
    task->outcome.said = t.text.len;
    buf_add(&t.text, t.lines.p, t.lines.len);
    buf_add(&t.text, t.at, (size_t)(task->said.p + task->said.len - t.at));
    task->said = t.text;
    if (trouble.failed)
        outcome_fail(&task->outcome);
    task->outcome.full |= trouble.full;
}

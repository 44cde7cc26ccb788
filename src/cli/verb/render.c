/* The verbs over interviews.  All that can be at fault before the first
   interview is looked at first; after that every interview has its own arena
   and messages, and a refused one stops no other. */
#include "cli/verb/render.h"

#include "cli/archive.h"
#include "cli/hide.h"
#include "cli/inputs.h"
#include "cli/job.h"
#include "report/blank.h"
#include "cli/output.h"
#include "method/score_text.h"
#include "cli/workers.h"

#include <string.h>

/* Longer than any report takes: a worker that is silent for so long hangs. */
enum { REPORT_SECONDS = 60 };

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

/* Reads one interview and says what is wrong with it. */
static enum status
subject_read(struct arena *a, struct diag *d, struct session *session,
    const struct input *input, struct subject *out)
{
    enum status status = job_read(a, d, session, input->path, out);

    if (input->twin == NULL)
        return status;
    job_twin(d, out, input->twin);
    return status_worse(status, STATUS_REFUSED);
}

/* One report of one interview, to where it goes. */
static enum status
render_form(struct arena *a, struct diag *d, struct session *session,
    const char *path, const struct subject *subject, const struct form *form)
{
    struct buf out = buf_new(a);
    struct diag *own = diag_new(a, console_translate); /* of this form alone */
    enum status status;

    if (!archive_accepts(own, subject, form)) {
        console_diag(session->console, a, own);
        return STATUS_REFUSED;
    }
    status = job_report(a, d, session, subject, form, &out);
    if (status != STATUS_OK)
        return status;
    if (session->opts->dump != STAGE_NONE)
        return console_out(session->console, out.p, out.len);
    return output_write(a, session,
        output_path(a, session->opts, path, subject, form), subject, form,
        &out);
}

/* How many forms a run makes: a stage before the layout is the same in all. */
static int
forms_used(const struct session *session)
{
    int dump = session->opts->dump;

    return dump != STAGE_NONE && dump < STAGE_LAYOUT ? 1 : session->nforms;
}

/* All reports of one interview. */
static struct outcome
render_input(
    struct arena *a, struct session *session, const struct input *input)
{
    struct outcome outcome = {.status = STATUS_OK};
    struct diag *d = diag_new(a, console_translate);
    struct subject subject;
    enum status status = subject_read(a, d, session, input, &subject);
    int n = forms_used(session);

    if (status == STATUS_OK) {
        job_characters(a, d, &subject, &session->forms[0]);
        if (!hide_check(a, d, session, &subject) || job_refused(session, d))
            status = STATUS_REFUSED;
    }
    if (status != STATUS_OK) {
        outcome_count(&outcome, status, n);
    } else {
        for (int i = 0; i < n; i++)
            outcome_count(&outcome,
                render_form(
                    a, d, session, input->path, &subject, &session->forms[i]),
                1);
        hide_review(a, d, session, &subject);
    }
    console_diag(session->console, a, d);
    return outcome;
}

/* Folders, layouts, fonts and the rules of the command line. */
static enum status
render_prepare(struct session *session, const struct inputs *inputs)
{
    const struct options *o = session->opts;
    bool to_file = o->dump == STAGE_NONE &&
                   (o->output == NULL || strcmp(o->output, "-") != 0);
    enum status status;

    for (int i = 0; to_file && i < inputs->n; i++) {
        const char *dir =
            o->folder != NULL
                ? o->folder
                : path_folder(session->a,
                      o->output != NULL ? o->output : inputs->v[i].path);

        if (!output_folder(session->console, dir))
            return STATUS_USAGE;
        if (o->folder != NULL || o->output != NULL)
            break;
    }
    status = session_load_layouts(session);
    if (status == STATUS_OK && !hide_forms(session))
        return STATUS_USAGE;
    if (status == STATUS_OK)
        status = inputs_load_rules(session, inputs);
    return status == STATUS_OK ? session_load_pdf(session) : status;
}

/* Blank forms need no interview; any other layout does. */
static bool
forms_are_blank(const struct session *session)
{
    for (int i = 0; i < session->nforms; i++)
        if (!blank_layout(&session->forms[i].layout)) {
            console_error(session->console,
                _("the layout \"%s\" needs an interview; only blank forms go "
                  "without"),
                session->forms[i].layout.id.s);
            return false;
        }
    return true;
}

/* The rules and the language of blank forms, in `out`. */
static enum status
blank_subject(struct arena *a, struct diag *d, struct session *session,
    struct subject *out)
{
    int asked = session->opts->lang;
    enum lang lang = asked >= 0 ? (enum lang)asked : LANG_NL;
    const struct ruleset *rules = session_rules(session, d, NULL, NULL);

    if (rules == NULL)
        return STATUS_USAGE;
    if (asked < 0 && !rules->rules.has_lang[lang])
        lang = LANG_EN;
    if (!rules->rules.has_lang[lang]) {
        console_error(session->console,
            _("the rules have no texts in the language \"%s\""),
            lang_code[lang]);
        return STATUS_USAGE;
    }
    job_blank(a, d, rules, lang, out);
    return STATUS_OK;
}

/* Blank forms, into the folder of the command line or the one that the program
   is in. */
static enum status
render_blank(struct session *session)
{
    const struct inputs here = {
        .v = &(struct input){.path = "form"}, .n = 1, .cap = 1};
    struct arena *a = session->a;
    struct diag *d = diag_new(a, console_translate);
    struct subject subject;
    enum status status = render_prepare(session, &here);

    if (status == STATUS_OK && !forms_are_blank(session))
        status = STATUS_USAGE;
    if (status == STATUS_OK)
        status = blank_subject(a, d, session, &subject);
    for (int i = 0; status == STATUS_OK && i < forms_used(session); i++)
        status = render_form(
            a, d, session, here.v[0].path, &subject, &session->forms[i]);
    console_diag(session->console, a, d);
    return status;
}

/* A batch is tasks for workers, one per interview. */
struct batch {
    struct arena *a; /* of one interview */
    struct session *session;
    const struct inputs *inputs;
    struct outcome total;
};

/* In a worker: one interview.  What there is to say is kept for its turn. */
static struct outcome
batch_task(void *ctx, int task, struct buf *said)
{
    struct batch *b = ctx;
    struct session *session = b->session;
    const struct console *console = session->console;
    struct console held = *console;
    struct outcome outcome;

    held.held = said;
    session->console = &held;
    outcome = render_input(b->a, session, &b->inputs->v[task]);
    session->console = console;
    arena_reset(b->a);
    for (int i = 0; i < session->nforms; i++)
        font_trim(session->forms[i].fonts);
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

static void
batch_done(void *ctx, int task, const struct task_result *result)
{
    struct batch *b = ctx;
    const struct console *console = b->session->console;
    const struct outcome *one = &result->outcome;

    if (result->end != TASK_DONE) {
        batch_lost(console, b->inputs->v[task].path, result);
        outcome_count(&b->total, STATUS_FAILED, forms_used(b->session));
        return;
    }
    console_text(console, result->said, result->len);
    b->total.status = status_worse(b->total.status, one->status);
    b->total.written += one->written;
    b->total.refused += one->refused;
    b->total.failed += one->failed;
}

/* Workers only where every interview has files of its own. */
static int
batch_workers(const struct options *o, const struct inputs *inputs)
{
    int n = o->jobs > 0 ? o->jobs : workers_default();

    if (o->dump != STAGE_NONE || o->output != NULL)
        return 1;
    return n < inputs->n ? n : inputs->n;
}

static void
batch_run(struct batch *b)
{
    const struct work work = {.ntasks = b->inputs->n,
        .nworkers = batch_workers(b->session->opts, b->inputs),
        .seconds = REPORT_SECONDS,
        .ctx = b,
        .run = batch_task,
        .done = batch_done};

    b->a = arena_new();
    workers_run(b->session->a, &work);
    arena_free(b->a);
}

enum status
batch_render(struct session *session)
{
    struct inputs inputs;
    struct batch b = {.session = session, .inputs = &inputs};
    enum status status, prepared;

    if (session->opts->operands.n == 0)
        return render_blank(session);
    status = inputs_expand(session, &inputs);
    prepared = render_prepare(session, &inputs);
    if (prepared != STATUS_OK)
        return prepared;
    if (inputs.n > 1)
        inputs_find_twins(session, &inputs);
    batch_run(&b);
    if (inputs.batch && inputs.n > 0 && session->opts->dump == STAGE_NONE)
        console_note(session->console, _("%d written, %d refused, %d failed"),
            b.total.written, b.total.refused, b.total.failed);
    return status_worse(status, b.total.status);
}

/* Scores */

static void
score_print(const struct options *o, const struct subject *s, struct buf *out)
{
    switch ((enum format)o->format) {
    case FORMAT_TEXT:
        if (o->explain)
            score_explain(s->scores, s->profile, s->lang, out);
        else
            score_text(s->scores, s->profile, s->lang, out);
        return;
    case FORMAT_CSV:
        score_csv(s->scores, s->profile, out);
        return;
    case FORMAT_JSON:
        score_json(s->scores, s->profile, out);
        return;
    }
}

static enum status
score_input(struct arena *a, struct session *session, const struct input *input)
{
    struct diag *d = diag_new(a, console_translate);
    struct buf out = buf_new(a);
    struct subject subject;
    enum status status = subject_read(a, d, session, input, &subject);

    if (status == STATUS_OK) {
        score_print(session->opts, &subject, &out);
        status = console_out(session->console, out.p, out.len);
    }
    console_diag(session->console, a, d);
    return status;
}

enum status
batch_score(struct session *session)
{
    struct inputs inputs;
    enum status status = inputs_expand(session, &inputs);
    struct arena *a;

    if (inputs_load_rules(session, &inputs) != STATUS_OK)
        return STATUS_USAGE;
    a = arena_new();
    if (inputs.n > 1)
        inputs_find_twins(session, &inputs);
    if (session->opts->format == FORMAT_CSV) {
        struct buf head = buf_new(a);

        score_csv_head(&head);
        status = status_worse(
            status, console_out(session->console, head.p, head.len));
    }
    for (int i = 0; i < inputs.n; i++) {
        arena_reset(a);
        status = status_worse(status, score_input(a, session, &inputs.v[i]));
    }
    arena_free(a);
    return status;
}

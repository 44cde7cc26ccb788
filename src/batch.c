/* The verbs over interviews.  All that can be at fault before the first
   interview is looked at first; after that every interview has its own arena
   and messages, and a refused one stops no other. */
#include "batch.h"

#include "archive.h"
#include "hide.h"
#include "inputs.h"
#include "job.h"
#include "report/blank.h"
#include "output.h"
#include "report/score_text.h"

#include <string.h>

/* Reports: interview times layout. */
struct tally {
    int written, refused, failed;
};

static void
tally_add(struct tally *t, enum status status, int n)
{
    switch (status) {
    case STATUS_OK:
        t->written += n;
        return;
    case STATUS_REFUSED:
    case STATUS_USAGE:
        t->refused += n;
        return;
    case STATUS_FAILED:
        t->failed += n;
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
static enum status
render_input(struct arena *a, struct session *session,
    const struct input *input, struct tally *tally)
{
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
        tally_add(tally, status, n);
    } else {
        for (int i = 0; i < n; i++) {
            enum status one = render_form(
                a, d, session, input->path, &subject, &session->forms[i]);

            tally_add(tally, one, 1);
            status = status_worse(status, one);
        }
        hide_review(a, d, session, &subject);
    }
    console_diag(session->console, a, d);
    return status;
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

enum status
batch_render(struct session *session)
{
    struct inputs inputs;
    struct tally tally = {0};
    enum status status, prepared;
    struct arena *a;

    if (session->opts->operands.n == 0)
        return render_blank(session);
    status = inputs_expand(session, &inputs);
    prepared = render_prepare(session, &inputs);
    if (prepared != STATUS_OK)
        return prepared;
    if (inputs.n > 1)
        inputs_find_twins(session, &inputs);
    a = arena_new();
    for (int i = 0; i < inputs.n; i++) {
        status = status_worse(
            status, render_input(a, session, &inputs.v[i], &tally));
        arena_reset(a);
        for (int k = 0; k < session->nforms; k++)
            font_trim(session->forms[k].fonts);
    }
    arena_free(a);
    if (inputs.batch && inputs.n > 0 && session->opts->dump == STAGE_NONE)
        console_note(session->console, _("%d written, %d refused, %d failed"),
            tally.written, tally.refused, tally.failed);
    return status;
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
        score_csv(s->scores, out);
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

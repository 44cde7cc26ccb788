/* `agree`.  Of each interview only the scores are kept, so that a thousand of
   them take little room. */
#include "cli/verb/agree.h"

#include "base/file.h"
#include "cli/inputs.h"
#include "cli/output.h"
#include "method/agree.h"

#include <string.h>

static const char layout_name[] = "agreement";

/* What was gathered so far. */
struct gathered {
    const struct scores **v;
    int n;
    const struct ruleset *rules; /* of the first */
    const char *path;            /* the same */
    enum lang lang;              /* the same */
    bool mixed;                  /* another has other rules: that is said */
    struct buf hashes;           /* of all, in order */
};

/* Takes the scores of an interview over, unless its rules are others. */
static void
gather(struct arena *a, struct session *session, struct gathered *g,
    const char *path, const struct subject *s)
{
    if (g->rules == NULL) {
        g->rules = s->rules;
        g->path = path;
        g->lang = s->lang;
    }
    if (strcmp(g->rules->hash, s->rules->hash) != 0) {
        console_error(session->console,
            _("%s goes by other rules than %s; -r reads all by the same rules"),
            path, g->path);
        g->mixed = true;
        return;
    }
    g->v[g->n++] = agree_keep(a, s->scores);
    buf_puts(&g->hashes, s->hash);
}

static enum status
gather_all(struct arena *a, struct session *session,
    const struct inputs *inputs, struct gathered *g)
{
    struct arena *each = arena_new();
    enum status status = STATUS_OK;

    for (int i = 0; i < inputs->n && !g->mixed; i++) {
        struct diag *d = diag_new(each, console_translate);
        struct subject s;
        enum status one = job_read(each, d, session, inputs->v[i].path, &s);

        console_diag(session->console, each, d);
        if (one == STATUS_OK)
            gather(a, session, g, inputs->v[i].path, &s);
        status = status_worse(status, one);
        arena_reset(each);
    }
    arena_free(each);
    return g->mixed ? status_worse(status, STATUS_REFUSED) : status;
}

/* A subject that holds no interview but the agreement over all. */
static struct subject *
subject_of(struct arena *a, struct session *session, struct gathered *g)
{
    struct diag *d = diag_new(a, console_translate);
    struct subject *s = NEW(a, struct subject, 1);

    job_blank(a, d, g->rules, g->lang, s);
    for (int i = 0; i < g->n; i++)
        s->interview.invented |= g->v[i]->interview->invented;
    s->agreement = agree_scores(a, g->v, g->n);
    s->hash = session_hash(a, g->hashes.p, g->hashes.len);
    if (s->agreement != NULL)
        return s;
    console_error(session->console,
        _("these are more scores than agreement can be computed over"));
    return NULL;
}

enum status
agreement_read(struct arena *a, struct session *session, struct subject **out)
{
    struct gathered g = {.hashes = buf_new(a)};
    struct inputs inputs;
    enum status status = inputs_expand(session, &inputs);

    *out = NULL;
    if (inputs_load_rules(session, &inputs) != STATUS_OK)
        return STATUS_USAGE;
    g.v = NEW(a, const struct scores *, inputs.n);
    status = status_worse(status, gather_all(a, session, &inputs, &g));
    if (g.n > 0 && !g.mixed)
        *out = subject_of(a, session, &g);
    return *out == NULL ? status_worse(status, STATUS_REFUSED) : status;
}

/* Output */

static bool
wants_pages(const struct options *o)
{
    return o->output != NULL && path_has_suffix(o->output, ".pdf");
}

static void
print(const struct options *o, const struct subject *s, struct buf *out)
{
    switch ((enum format)o->format) {
    case FORMAT_TEXT:
        agree_text(s->agreement, s->lang, out);
        return;
    case FORMAT_CSV:
        agree_csv(s->agreement, out);
        return;
    case FORMAT_JSON:
        agree_json(s->agreement, out);
        return;
    }
}

static enum status
write_pages(struct arena *a, struct session *session, const struct subject *s)
{
    const struct form *form = &session->forms[0];
    struct diag *d = diag_new(a, console_translate);
    struct buf out = buf_new(a);
    enum status status = job_report(a, d, session, s, form, &out);

    console_diag(session->console, a, d);
    return status == STATUS_OK
               ? output_write(a, session, session->opts->output, s, form, &out)
               : status;
}

static enum status
write_text(struct arena *a, struct session *session, const struct subject *s)
{
    const struct options *o = session->opts;
    struct buf out = buf_new(a);

    print(o, s, &out);
    if (o->output == NULL || strcmp(o->output, "-") == 0)
        return console_out(session->console, out.p, out.len);
    return output_write_text(session, o->output, &out);
}

/* The folder of -o, and what pages need. */
static enum status
prepare(struct session *session)
{
    const struct options *o = session->opts;
    enum status status = STATUS_OK;

    if (o->output != NULL && strcmp(o->output, "-") != 0 &&
        !output_folder(session->console, path_folder(session->a, o->output)))
        return STATUS_USAGE;
    if (wants_pages(o))
        status = session_load_layout(session, layout_name);
    if (wants_pages(o) && status == STATUS_OK)
        status = session_load_pdf(session);
    return status;
}

enum status
agreement_run(struct session *session)
{
    enum status status = prepare(session);
    struct subject *subject;
    struct arena *a = session->a;

    if (status != STATUS_OK)
        return status;
    status = agreement_read(a, session, &subject);
    if (subject == NULL)
        return status;
    return status_worse(status, wants_pages(session->opts)
                                    ? write_pages(a, session, subject)
                                    : write_text(a, session, subject));
}

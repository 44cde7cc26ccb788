/* `tally`: a table of trainees' scores and the interview that is its key, to
   the trainer's sheet. */
#include "cli/verb/tally.h"

#include "base/file.h"
#include "cli/job.h"
#include "cli/output.h"

#include <string.h>

static const char layout_name[] = "tally";

/* The folder that the sheet goes to, layout, fonts and libharu. */
static enum status
prepare(struct session *session)
{
    const struct options *o = session->opts;
    const char *dir = o->folder;
    enum status status;

    if (o->dump == STAGE_NONE &&
        (o->output == NULL || strcmp(o->output, "-") != 0)) {
        if (dir == NULL)
            dir = path_folder(
                session->a, o->output != NULL ? o->output : o->operands.v[0]);
        if (!output_folder(session->console, dir))
            return STATUS_USAGE;
    }
    status = session_load_layout(session, layout_name);
    return status == STATUS_OK ? session_load_pdf(session) : status;
}

static bool
has_settled(const struct subject *key)
{
    for (int i = 0; i < key->scores->n; i++)
        if (key->scores->v[i].state == SCORE_SETTLED)
            return true;
    return false;
}

/* The key, and the scores beside it. */
static enum status
read_both(struct arena *a, struct diag *d, struct session *session,
    struct subject *key)
{
    struct course_scores *scores = NEW(a, struct course_scores, 1);
    struct source *table = NEW(a, struct source, 1);
    const struct options *o = session->opts;
    enum status status = job_read(a, d, session, o->key, key);

    if (status != STATUS_OK)
        return status;
    if (!file_read(a, d, o->operands.v[0], FILE_TEXT_MAX, table) ||
        !course_scores_parse(a, d, table, &key->rules->rules, scores))
        return STATUS_REFUSED;
    if (!has_settled(key))
        diag_warning(d, key->interview.case_id.at, "S212",
            "no score is settled in the key, so there is nothing to compare "
            "with");
    key->course = scores;
    return STATUS_OK;
}

static enum status
write_sheet(struct arena *a, struct diag *d, struct session *session,
    const struct subject *key)
{
    const struct form *form = &session->forms[0];
    const struct options *o = session->opts;
    struct buf out = buf_new(a);
    enum status status;

    job_characters(a, d, key, form);
    if (job_refused(session, d))
        return STATUS_REFUSED;
    status = job_report(a, d, session, key, form, &out);
    if (status != STATUS_OK)
        return status;
    if (o->dump != STAGE_NONE)
        return console_out(session->console, out.p, out.len);
    return output_write(a, session,
        output_path(a, o, o->operands.v[0], key, form), key, form, &out);
}

enum status
tally_run(struct session *session)
{
    enum status status = prepare(session);
    struct subject key;
    struct arena *a;
    struct diag *d;

    if (status != STATUS_OK)
        return status;
    a = arena_new();
    d = diag_new(a, console_translate);
    status = read_both(a, d, session, &key);
    if (status == STATUS_OK)
        status = write_sheet(a, d, session, &key);
    console_diag(session->console, a, d);
    arena_free(a);
    return status;
}

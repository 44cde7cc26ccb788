/* `check`.  Interviews go the way of a report up to where pages begin, so that
   everything render would say is said here. */
#include "cli/verb/check.h"

#include "base/file.h"
#include "cli/include.h"
#include "cli/inputs.h"
#include "cli/job.h"
#include "report/section.h"
#include "method/wording.h"

#include <string.h>

static bool
check_rules(struct arena *a, struct diag *d, struct session *session,
    const struct source *src)
{
    struct rules *rules = NEW(a, struct rules, 1);

    (void)session;
    if (!rules_parse(a, d, &src, 1, rules) || !section_check_rules(d, rules))
        return false;
    wording_rules(a, d, rules);
    return true;
}

static bool
check_layout(struct arena *a, struct diag *d, struct session *session,
    const struct source *src)
{
    struct layout *layout = NEW(a, struct layout, 1);
    struct buf all = buf_new(a);
    struct catalogue fonts;
    struct font_files files;
    const struct ruleset *set;

    if (!include_read(a, d, session, src, &all, layout) ||
        !catalogue_read(a, d, &session->paths, &fonts) ||
        !catalogue_files(a, d, &fonts, &layout->family, &files) ||
        !catalogue_files(a, d, &fonts, &layout->fallback, &files))
        return false;
    set = session_rules(session, d, NULL, path_folder(a, src->name));
    if (set != NULL)
        wording_layout(a, d, layout, &set->rules);
    return true;
}

static const struct {
    const char *kind;
    bool (*check)(struct arena *a, struct diag *d, struct session *session,
        const struct source *src);
} ini_checks[] = {
    {"rules", check_rules},
    {"layout", check_layout},
};

static void
check_ini(
    struct arena *a, struct diag *d, struct session *session, const char *path)
{
    struct source *src = NEW(a, struct source, 1);
    const char *kind;
    struct ini ini;

    if (!file_read(a, d, path, FILE_TEXT_MAX, src))
        return;
    kind = ini_peek(a, src, "format", "kind");
    for (size_t i = 0; i < sizeof ini_checks / sizeof *ini_checks; i++)
        if (kind != NULL && strcmp(kind, ini_checks[i].kind) == 0) {
            ini_checks[i].check(a, d, session, src);
            return;
        }
    if (ini_parse(a, d, src, &ini))
        diag_error(d, diag_pos(src, 0), "F106",
            "this is neither rules nor a layout: [format] kind must be "
            "\"rules\" or \"layout\"");
}

static enum status
check_interview(struct arena *a, struct diag *d, struct session *session,
    const struct input *input)
{
    /* In the arena: the messages point into its source. */
    struct subject *subject = NEW(a, struct subject, 1);
    enum status status = job_read(a, d, session, input->path, subject);

    if (input->twin != NULL)
        job_twin(d, subject, input->twin);
    if (status != STATUS_OK)
        return status;
    job_characters(a, d, subject, &session->forms[0]);
    wording_interview(a, d, &subject->interview, &subject->rules->rules);
    for (int i = 0; i < session->nforms; i++)
        job_compose(a, d, session, subject, &session->forms[i]);
    return STATUS_OK;
}

static bool
is_ini(const struct input *input)
{
    return path_has_suffix(input->path, ".ini");
}

static enum status
check_input(struct arena *a, struct session *session, const struct input *input)
{
    struct diag *d = diag_new(a, console_translate);
    enum status status = STATUS_OK;

    if (is_ini(input))
        check_ini(a, d, session, input->path);
    else
        status = check_interview(a, d, session, input);
    console_diag(session->console, a, d);
    return job_refused(session, d) ? status_worse(status, STATUS_REFUSED)
                                   : status;
}

enum status
check_run(struct session *session)
{
    struct inputs inputs;
    enum status status = inputs_expand(session, &inputs);
    bool interviews = false;
    struct arena *a;

    for (int i = 0; i < inputs.n; i++)
        interviews |= !is_ini(&inputs.v[i]);
    if (interviews && (session_load_layouts(session) != STATUS_OK ||
                          inputs_load_rules(session, &inputs) != STATUS_OK))
        return STATUS_USAGE;
    if (interviews && inputs.n > 1)
        inputs_find_twins(session, &inputs);
    a = arena_new();
    for (int i = 0; i < inputs.n; i++) {
        status = status_worse(status, check_input(a, session, &inputs.v[i]));
        arena_reset(a);
    }
    arena_free(a);
    return status;
}

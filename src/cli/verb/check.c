/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The verb `check`: looks files over and makes nothing.  Each operand by its
   kind: an interview (.yaml, .yml, -, or a folder of them), rules or a layout
   (.ini).  Interviews go the way of a report up to where pages begin, so that
   everything render would say is said here. */
#include "base/file.h"
#include "cli/each.h"
#include "cli/refused.h"
#include "cli/verb/verbs.h"

#include <limits.h>

/* Rules are looked at with the fonts of the layouts that are asked for. */
static enum status
check_ini(
    struct arena *a, struct diag *d, struct session *session, const char *path)
{
    struct source *src = NEW(a, struct source, 1);
    struct engine *e = session_engine(session);
    enum status status = STATUS_OK;

    if (!file_read(a, d, path, FILE_TEXT_MAX, src))
        return STATUS_OK; /* reported */
    if (engine_nforms(e) == 0 && engine_text_is_rules(a, src))
        status = session_load_layouts(session);
    if (status == STATUS_OK)
        engine_check_text(a, d, e, src);
    return status;
}

static enum status
check_interview(struct arena *a, struct diag *d, struct session *session,
    const struct input *input)
{
    struct engine *e = session_engine(session);
    struct engine_case *c;
    enum status status;

    if (input->failed)
        return STATUS_FAILED;
    status = inputs_read(a, d, session, input->path, &c);
    if (input->twin != NULL && c != NULL)
        engine_twin(d, c, input->twin);
    if (status != STATUS_OK)
        return status;
    status = engine_check_characters(a, d, e, c);
    engine_check(a, d, e, c);
    return status == STATUS_USAGE ? status : STATUS_OK;
}

static bool
is_ini(const struct input *input)
{
    return path_has_suffix(input->path, ".ini");
}

/* One file is told of on a terminal only, where silence would leave in doubt
   whether it was looked at. */
static void
say_clean(const struct session *session, const char *path, const struct diag *d)
{
    int warnings = diag_warnings(d, NULL);

    if (!session->console->verbose)
        return;
    if (warnings == 0)
        console_note(session->console, _("%s: no faults"), path);
    else
        console_note(
            session->console, _("%s: no faults, warnings: %d"), path, warnings);
}

struct looking {
    struct session *session;
    const struct inputs *inputs;
    struct refused refused;
};

/* The codes of errors, a blank behind each. */
static void
add_codes(struct buf *out, const struct diag *d)
{
    for (const struct message *m = diag_first(d); m != NULL; m = m->next)
        if (m->severity == SEVERITY_ERROR)
            buf_printf(out, "%s ", m->code);
}

static enum status
check_input(
    void *ctx, struct arena *a, const struct input *input, struct buf *out)
{
    const struct looking *l = ctx;
    struct session *session = l->session;
    struct diag *d = session_diag(a);
    enum status status = STATUS_OK;

    if (is_ini(input))
        status = check_ini(a, d, session, input->path);
    else
        status = check_interview(a, d, session, input);
    console_diag(session->console, a, d);
    if (!l->inputs->batch && status == STATUS_OK &&
        !engine_refused(session_engine(session), d))
        say_clean(session, input->path, d);
    if (engine_refused(session_engine(session), d))
        status = status_worse(status, STATUS_REFUSED);
    add_codes(out, d);
    return status;
}

static bool
check_done(
    void *ctx, int input, enum status *status, const char *out, size_t len)
{
    struct looking *l = ctx;
    struct arena *a = arena_new();

    if (*status != STATUS_OK)
        refused_add_codes(&l->refused, input, arena_strndup(a, out, len));
    arena_free(a);
    return true;
}

static enum status
check(struct session *session)
{
    struct inputs inputs;
    enum status status =
        inputs_expand(session, &session->opts->operands, &inputs);
    bool interviews = false, others = false;
    struct looking l = {.session = session, .inputs = &inputs};

    for (int i = 0; i < inputs.n; i++) {
        interviews |= !is_ini(&inputs.v[i]);
        others |= is_ini(&inputs.v[i]);
    }
    if (interviews && (session_load_layouts(session) != STATUS_OK ||
                          inputs_load_rules(session, &inputs) != STATUS_OK))
        return STATUS_USAGE;
    if (interviews && inputs.n > 1)
        inputs_find_twins(session, &inputs);
    l.refused = refused_new(session->a, &inputs);
    /* For rules the layouts are loaded, once. */
    status = status_worse(status, each_run(&(struct each){.session = session,
                                      .inputs = &inputs,
                                      .alone = others,
                                      .ctx = &l,
                                      .one = check_input,
                                      .done = check_done}));
    if (inputs.batch && inputs.n > 0) {
        refused_say_codes(session->console, &l.refused);
        console_note(session->console,
            _("files looked over: %d, with faults: %d"), inputs.n, l.refused.n);
    }
    status = status_worse(status, refused_list(session, &l.refused));
    return status;
}

const struct verb verb_check = {.name = "check",
    .operands = "FILE...",
    .min = 1,
    .max = INT_MAX,
    .help = {"interviews, regels en lay-outs nakijken",
        "look interviews, rules and layouts over"},
    .example = {"check gesprek.yaml", "check interview.yaml"},
    .forks = true,
    .run = check};

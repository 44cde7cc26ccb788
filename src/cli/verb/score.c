/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The verb `score`: the scores of each interview to standard output. */
#include "cli/each.h"
#include "cli/verb/verbs.h"

#include <limits.h>

static enum status
score_input(
    void *ctx, struct arena *a, const struct input *input, struct buf *out)
{
    struct session *session = ctx;
    struct diag *d = session_diag(a);
    struct engine_case *c;
    enum status status = inputs_read_own(a, d, session, input, &c);

    if (status == STATUS_OK)
        engine_score(c, &session->opts->print, out);
    console_diag(session->console, a, d);
    return status;
}

/* Where standard output takes no more there is nothing left to do. */
static bool
score_done(
    void *ctx, int input, enum status *status, const char *out, size_t len)
{
    const struct session *session = ctx;
    enum status printed =
        len == 0 ? STATUS_OK : console_out(session->console, out, len);

    (void)input;
    *status = status_worse(*status, printed);
    return printed == STATUS_OK;
}

static enum status
score_head(const struct session *session)
{
    struct buf head = buf_new(session->a);

    engine_score_head(session->opts->print.separator, &head);
    return console_out(session->console, head.p, head.len);
}

static enum status
score(struct session *session)
{
    struct inputs inputs;
    enum status status =
        inputs_expand(session, &session->opts->operands, &inputs);

    if (inputs_load_rules(session, &inputs) != STATUS_OK)
        return STATUS_USAGE;
    if (inputs.n > 1)
        inputs_find_twins(session, &inputs);
    if (session->opts->print.format == FORMAT_CSV)
        status = status_worse(status, score_head(session));
    return status_worse(status, each_run(&(struct each){.session = session,
                                    .inputs = &inputs,
                                    .ctx = session,
                                    .one = score_input,
                                    .done = score_done}));
}

const struct verb verb_score = {.name = "score",
    .operands = "INTERVIEW...",
    .min = 1,
    .max = INT_MAX,
    .help = {"scores tonen, per lezer en vastgesteld",
        "show scores, per reader and settled"},
    .example = {"score gesprek.yaml --explain",
        "score interview.yaml --explain"},
    .forks = true,
    .run = score};

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The verb `score`: the scores of each interview to standard output. */
#include "cli/inputs.h"
#include "cli/verb/verbs.h"

#include <limits.h>

/* `*lost`: standard output takes no more. */
static enum status
score_input(struct arena *a, struct session *session, const struct input *input,
    bool *lost)
{
    const struct options *o = session->opts;
    struct diag *d = session_diag(a);
    struct buf out = buf_new(a);
    struct engine_case *c;
    enum status status = inputs_read_own(a, d, session, input, &c);

    if (status == STATUS_OK) {
        engine_score(c, &o->print, &out);
        status = console_out(session->console, out.p, out.len);
        *lost = status != STATUS_OK;
    }
    console_diag(session->console, a, d);
    return status;
}

static enum status
score_head(const struct session *session, struct arena *a)
{
    struct buf head = buf_new(a);

    engine_score_head(session->opts->print.separator, &head);
    return console_out(session->console, head.p, head.len);
}

static enum status
score(struct session *session)
{
    struct inputs inputs;
    enum status status =
        inputs_expand(session, &session->opts->operands, &inputs);
    bool lost = false;
    struct arena *a;

    if (inputs_load_rules(session, &inputs) != STATUS_OK)
        return STATUS_USAGE;
    a = arena_new();
    if (inputs.n > 1)
        inputs_find_twins(session, &inputs);
    if (session->opts->print.format == FORMAT_CSV)
        status = status_worse(status, score_head(session, a));
    for (int i = 0; i < inputs.n && !lost; i++) {
        arena_reset(a);
        status =
            status_worse(status, score_input(a, session, &inputs.v[i], &lost));
    }
    arena_free(a);
    return status;
}

const struct verb verb_score = {.name = "score",
    .operands = "INTERVIEW...",
    .min = 1,
    .max = INT_MAX,
    .help = {"scores tonen, per lezer en vastgesteld",
        "show scores, per reader and settled"},
    .example = {"score gesprek.yaml --explain",
        "score interview.yaml --explain"},
    .run = score};

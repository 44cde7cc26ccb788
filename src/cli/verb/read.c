/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The verb `read`: what was typed in the fields of a report, as an interview or
   a part of one. */
#include "base/file.h"
#include "cli/output.h"
#include "cli/password.h"
#include "cli/verb/verbs.h"

#include <string.h>

static enum status
bring(const struct session *session, const struct buf *out)
{
    const char *path = session->opts->output;

    return path == NULL || strcmp(path, "-") == 0
               ? console_out(session->console, out->p, out->len)
               : output_text(session, path, out);
}

static enum status
read_filled(struct session *session)
{
    struct arena *a = session->a;
    struct diag *d = session_diag(a);
    struct source *pdf = NEW(a, struct source, 1);
    struct buf out = buf_new(a);
    enum status status = STATUS_REFUSED;
    bool sound;

    session_limit_memory();
    if (file_read(a, d, session->opts->operands.v[0], OUTPUT_REPORT_MAX, pdf) &&
        password_open(a, d, session, pdf, &sound))
        status = engine_read_filled(a, d, session_engine(session), pdf, &out);
    if (session->report.strict && diag_warnings(d, NULL) > 0)
        status = status_worse(status, STATUS_REFUSED);
    console_diag(session->console, a, d);
    return status == STATUS_OK ? bring(session, &out) : status;
}

const struct verb verb_read = {.name = "read",
    .operands = "PDF",
    .min = 1,
    .max = 1,
    .help = {"wat in een formulier getypt is, als interview",
        "what was typed in a form, as an interview"},
    .example = {"read form.pdf -o gesprek.yaml",
        "read form.pdf -o interview.yaml"},
    .typed = true,
    .run = read_filled};

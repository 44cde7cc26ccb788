/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The verb `agree`: how far readers agree, over several interviews: per scale
   as text, CSV or JSON, or as pages where -o ends in .pdf.  Goes on after a
   refused interview. */
#include "cli/gather.h"
#include "cli/output.h"
#include "cli/verb/verbs.h"

#include <limits.h>
#include <string.h>

static const char *const layout_name[] = {"agreement"};

static bool
wants_pages(const struct options *o)
{
    return o->output != NULL && path_has_suffix(o->output, ".pdf");
}

static enum status
write_pages(
    struct arena *a, struct session *session, const struct engine_case *c)
{
    struct diag *d = session_diag(a);
    struct engine *e = session_engine(session);
    enum status status = engine_check_characters(a, d, e, c);

    if (status == STATUS_OK)
        status = output_report(a, d, session,
            path_folder(a, session->opts->output), c, engine_form(e, 0), NULL);
    console_diag(session->console, a, d);
    return status;
}

static enum status
write_text(
    struct arena *a, struct session *session, const struct engine_case *c)
{
    const struct options *o = session->opts;
    struct buf out = buf_new(a);

    engine_agreement(c, &o->print, &out);
    if (o->output == NULL || strcmp(o->output, "-") == 0)
        return console_out(session->console, out.p, out.len);
    return output_text(session, o->output, &out);
}

static enum status
agree(struct session *session)
{
    const struct options *o = session->opts;
    struct engine_case *c;
    enum status status = STATUS_OK;

    if (o->output != NULL &&
        !output_ready(session, path_folder(session->a, o->output)))
        return STATUS_USAGE;
    if (wants_pages(o))
        status = engine_load(session_engine(session), layout_name, 1, false);
    if (status != STATUS_OK)
        return status;
    status = gather_many(session->a, session, &session->opts->operands, &c);
    if (c == NULL)
        return status;
    return status_worse(status, wants_pages(o)
                                    ? write_pages(session->a, session, c)
                                    : write_text(session->a, session, c));
}

const struct verb verb_agree = {.name = "agree",
    .operands = "INTERVIEW...",
    .min = 1,
    .max = INT_MAX,
    .help = {"hoe ver lezers het eens zijn, per schaal",
        "how far readers agree, per scale"},
    .example = {"agree gesprekken -o overeenstemming.pdf",
        "agree cases -o agreement.pdf"},
    .makes = true,
    .run = agree};

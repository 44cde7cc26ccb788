/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The verb `schema`: what an interview, or the output of `score`, may look
   like, for editors and programs; by the rules of -r where given. */
#include "cli/session.h"
#include "cli/verb/verbs.h"

static enum status
schema(struct session *session)
{
    const char *word = session->opts->operands.v[0];
    struct buf out = buf_new(session->a);
    bool found;
    enum status status = engine_schema(session_engine(session), word,
        session_lang(session, LANG_NL), &out, &found);

    if (status != STATUS_OK)
        return status;
    if (found)
        return console_out(session->console, out.p, out.len);
    console_error(session->console,
        _("schema: there is no schema \"%s\"; there are interview and score"),
        word);
    return STATUS_USAGE;
}

const struct verb verb_schema = {.name = "schema",
    .operands = "interview|score",
    .min = 1,
    .max = 1,
    .help = {"JSON Schema voor editors", "JSON Schema for editors"},
    .example = {"schema interview -r llinc",
        "schema interview -r llinc --lang en"},
    .run = schema};

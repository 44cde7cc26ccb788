/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The verb `compare`: two interviews in one report, which only the teacher's
   own file may hold.  What they are to one another is decided before any layout
   is loaded: the answer names the layout. */
#include "cli/gather.h"
#include "cli/output.h"
#include "cli/verb/verbs.h"

static enum status
compare_files(struct arena *a, struct diag *d, struct session *session)
{
    const char *const *paths = session->opts->operands.v;
    struct engine *e = session_engine(session);
    struct engine_case *pair;
    const char *layout;
    enum status status = gather_pair(a, d, session, paths, &pair);

    if (status != STATUS_OK)
        return status;
    layout = engine_case_layout(pair);
    status = engine_load(e, &layout, 1, false);
    if (status == STATUS_OK)
        status = engine_check_characters(a, d, e, pair);
    if (status == STATUS_OK)
        status = engine_check_names(a, d, e, pair);
    if (status == STATUS_OK)
        status = output_report(a, d, session,
            output_dir(a, session->opts, paths[0], NULL), pair,
            engine_form(e, 0), NULL);
    if (status == STATUS_OK)
        engine_review_names(a, d, e, pair);
    return status;
}

static enum status
compare(struct session *session)
{
    enum status status;
    struct arena *a;
    struct diag *d;

    if (!output_ready(session, output_dir(session->a, session->opts,
                                   session->opts->operands.v[0], NULL)))
        return STATUS_USAGE;
    a = arena_new();
    d = session_diag(a);
    status = compare_files(a, d, session);
    console_diag(session->console, a, d);
    arena_free(a);
    return status;
}

const struct verb verb_compare = {.name = "compare",
    .operands = "INTERVIEW INTERVIEW",
    .min = 2,
    .max = 2,
    .help = {"twee kinderen van een leerkracht, of een kind tweemaal",
        "two children of one teacher, or one child twice"},
    .example = {"compare daan.yaml amira.yaml", "compare daan.yaml amira.yaml"},
    .makes = true,
    .writes = true,
    .run = compare};

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The verb `tally`: a table of trainees' scores and the interview that is its
   key, to the trainer's sheet, or as data to a table. */
#include "base/file.h"
#include "cli/inputs.h"
#include "cli/output.h"
#include "cli/verb/verbs.h"

#include <string.h>

static const char *const layout_name[] = {"tally"};

/* The key, and the scores beside it. */
static enum status
read_both(struct arena *a, struct diag *d, struct session *session,
    struct engine_case **key)
{
    struct source *table = NEW(a, struct source, 1);
    enum status status = inputs_read(a, d, session, session->opts->key, key);

    if (status != STATUS_OK)
        return status;
    if (!file_read(a, d, session->opts->operands.v[0], FILE_TABLE_MAX, table))
        return STATUS_REFUSED;
    return engine_tally(a, d, table, *key);
}

static const char *
report_dir(const struct session *session)
{
    return output_dir(
        session->a, session->opts, session->opts->operands.v[0], NULL);
}

static enum status
make_sheet(struct arena *a, struct diag *d, struct session *session)
{
    struct engine *e = session_engine(session);
    struct engine_case *key;
    enum status status = read_both(a, d, session, &key);

    if (status == STATUS_OK)
        status = engine_check_characters(a, d, e, key);
    return status == STATUS_OK
               ? output_report(a, d, session, report_dir(session), key,
                     engine_form(e, 0), NULL)
               : status;
}

/* All scores beside the key, as data. */
static enum status
make_table(struct arena *a, struct diag *d, struct session *session)
{
    const struct options *o = session->opts;
    struct buf out = buf_new(a);
    struct engine_case *key;
    enum status status = read_both(a, d, session, &key);

    if (status != STATUS_OK)
        return status;
    engine_course(key, o->print.separator, &out);
    if (o->output == NULL || strcmp(o->output, "-") == 0)
        return console_out(session->console, out.p, out.len);
    return output_text(session, o->output, &out);
}

static enum status
tally(struct session *session)
{
    bool table = session->opts->print.format == FORMAT_CSV;
    enum status status;
    struct arena *a;
    struct diag *d;

    if (!table && !output_ready(session, report_dir(session)))
        return STATUS_USAGE;
    status = table
                 ? STATUS_OK
                 : engine_load(session_engine(session), layout_name, 1, false);
    if (status != STATUS_OK)
        return status;
    a = arena_new();
    d = session_diag(a);
    status = table ? make_table(a, d, session) : make_sheet(a, d, session);
    console_diag(session->console, a, d);
    arena_free(a);
    return status;
}

static const char *
refuse(struct arena *a, const struct options *o)
{
    (void)a;
    if (o->print.format == FORMAT_JSON)
        return _("tally prints a sheet, or with --format csv a table");
    if (o->print.format == FORMAT_CSV && o->folder != NULL)
        return _("-d is for the sheet; a table goes to -o");
    return o->key != NULL ? NULL
                          : _("tally needs the interview that is the key: "
                              "--key INTERVIEW");
}

const struct verb verb_tally = {.name = "tally",
    .operands = "CSV",
    .min = 1,
    .max = 1,
    .help = {"scores van cursisten (met --key) naast de uitwerking",
        "trainees' scores beside the key (with --key)"},
    .example = {"tally scores.csv --key gesprek.yaml",
        "tally scores.csv --key interview.yaml"},
    .refuse = refuse,
    .makes = true,
    .writes = true,
    .run = tally};

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The verb `render`: a report per interview and layout.  All that can be at
   fault before the first interview is looked at first; after that every
   interview has its own arena and messages, and a refused one stops no
   other. */
#include "cli/batch.h"
#include "cli/collect.h"
#include "cli/job.h"
#include "cli/manifest.h"
#include "cli/opener.h"
#include "cli/output.h"
#include "cli/verb/verbs.h"

#include <limits.h>
#include <string.h>
#include <unistd.h>

/* Folders, layouts, fonts and the rules of the command line. */
static enum status
render_prepare(struct session *session, const struct inputs *inputs)
{
    enum status status;

    for (int i = 0; i < inputs->n; i++)
        if (!output_ready(session, inputs->v[i].dir))
            return STATUS_USAGE;
    status = session_load_layouts(session);
    if (status == STATUS_OK && !engine_can_hide(session->engine))
        return STATUS_USAGE;
    return status == STATUS_OK ? inputs_load_rules(session, inputs) : status;
}

/* Blank forms, into the folder of the command line or the one that the program
   is in. */
static enum status
render_blank(struct session *session)
{
    const struct inputs here = {
        .v = &(struct input){.path = "form",
            .dir = output_dir(session->a, session->opts, "form", NULL)},
        .n = 1,
        .cap = 1};
    struct arena *a = session->a;
    struct diag *d = session_diag(a);
    struct engine_case *c;
    enum status status = render_prepare(session, &here);

    if (status == STATUS_OK)
        status = engine_blank(a, d, session->engine, &c);
    for (int i = 0; status == STATUS_OK && i < job_forms(session); i++)
        status = job_form(
            a, d, session, here.v[0].dir, c, engine_form(session->engine, i));
    console_diag(session->console, a, d);
    return status;
}

/* --open: the first report of the only interview, which has been written. */
static enum status
open_report(struct session *session, const struct input *input)
{
    struct arena *a = session->a;
    struct diag *d = session_diag(a);
    struct engine_case *c;
    enum status status = inputs_read_own(a, d, session, input, &c);
    const char *path;

    if (status != STATUS_OK) { /* it could be read a moment ago */
        console_diag(session->console, a, d);
        return status;
    }
    path = output_path(
        a, session->opts, input->dir, c, engine_form(session->engine, 0));
    if (opener_report(session, path))
        return STATUS_OK;
    console_error(session->console, _("open this file in a viewer: %s"), path);
    return STATUS_FAILED;
}

static enum status
render(struct session *session)
{
    struct inputs inputs;
    struct manifest *manifest = NULL;
    enum status status, prepared;

    if (session->opts->operands.n == 0 && session->opts->files_from == NULL)
        return render_blank(session);
    if (session->opts->collect != NULL)
        return collect(session);
    status = inputs_expand(session, &session->opts->operands, &inputs);
    prepared = render_prepare(session, &inputs);
    if (prepared != STATUS_OK)
        return prepared;
    if (session->opts->open && inputs.n > 1) {
        console_error(session->console, "%s",
            _("--open shows the report of one interview"));
        return STATUS_USAGE;
    }
    if (session->opts->keep_all &&
        (inputs.n > 1 || !engine_form_keeps(engine_form(session->engine, 0)))) {
        console_error(session->console, "%s",
            _("--keep-all is for one interview, in a layout that is kept "
              "(dossier)"));
        return STATUS_USAGE;
    }
    if (session->console->trouble->failed)
        return STATUS_FAILED; /* no report would be what it should be */
    if (manifests_wanted(session, &inputs))
        prepared = manifests_open(session, &inputs, &manifest);
    if (prepared != STATUS_OK)
        return prepared;
    if (inputs.n > 1 || session->opts->shard.n > 0)
        inputs_find_twins(session, &inputs);
    inputs_take_shard(session, &inputs);
    status = status_worse(status, batch_make(session, &inputs, manifest));
    status = status_worse(status, manifests_close(session, manifest));
    return status == STATUS_OK && session->opts->open && inputs.n == 1
               ? open_report(session, &inputs.v[0])
               : status;
}

/* Without a terminal nobody sees what is said: `said` is passed on, and shown
   where the report was not made. */
static void
show_said(struct session *session, const struct buf *said, enum status status)
{
    struct console plain = *session->console;

    plain.held = NULL;
    console_text(&plain, said->p, said->len);
    if (status != STATUS_OK && said->len > 0)
        opener_text(session, said->p, said->len);
}

/* For --open, which a desktop calls too. */
static enum status
render_and_show(struct session *session)
{
    const struct console *console = session->console;
    struct console held = *console;
    struct buf said = buf_new(session->a);
    enum status status;

    if (!session->opts->open || isatty(STDERR_FILENO))
        return render(session);
    held.held = &said;
    session->console = &held;
    status = render(session);
    show_said(session, &said, status);
    session->console = console;
    return status;
}

/* What of the command line has no meaning beside --collect, or without. */
static const char *
refuse_collect(struct arena *a, const struct options *o)
{
    if (o->collect == NULL)
        return o->numbered != 0 || o->skip_refused
                   ? _("--page-numbers and --skip-refused belong to --collect")
                   : NULL;
    if (o->operands.n == 0)
        return opts_missing(a, o->verb);
    if (o->layouts.n != 1)
        return _("--collect takes one layout (-l)");
    if (o->output != NULL || o->folder != NULL)
        return _("--collect says where the document goes, without -o and -d");
    if (o->dump != STAGE_PDF || o->keep_all || o->open || o->password != NULL)
        return _("--collect makes one document, without --dump, --keep-all, "
                 "--open and --password-file");
    if (o->resume || o->shard.n > 0)
        return _("--collect makes one document of all, without --resume and "
                 "--shard");
    return NULL;
}

static const char *
refuse(struct arena *a, const struct options *o)
{
    if (o->collect != NULL || o->numbered != 0 || o->skip_refused)
        return refuse_collect(a, o);
    if (o->operands.n == 0 && o->layouts.n == 0 && o->files_from == NULL)
        return opts_missing(a, o->verb);
    if (o->output != NULL &&
        (o->operands.n > 1 || o->layouts.n != 1 || o->files_from != NULL))
        return _("-o takes one interview and one layout (-l)");
    if (o->keep_all &&
        (o->operands.n != 1 || o->layouts.n != 1 || o->dump != STAGE_PDF ||
            (o->output != NULL && strcmp(o->output, "-") == 0)))
        return _("--keep-all takes one interview and one layout (-l), into a "
                 "file");
    if (o->no_manifest && (o->resume || o->shard.n > 0))
        return _("--resume and --shard go by a manifest: not with "
                 "--no-manifest");
    if ((o->resume || o->shard.n > 0) &&
        (o->output != NULL || o->dump != STAGE_PDF ||
            (o->operands.n == 0 && o->files_from == NULL)))
        return _("--resume and --shard are for reports of interviews, in a "
                 "folder");
    if (o->open && (o->operands.n > 1 || o->dump != STAGE_PDF))
        return _("--open shows the report of one interview");
    return NULL;
}

const struct verb verb_render = {.name = "render",
    .operands = "INTERVIEW...",
    .min = 0,
    .max = INT_MAX,
    .help = {"rapporten maken", "make reports"},
    .example = {"render gesprek.yaml\n"
                "render gesprek.yaml -l coach,rings -d verslagen",
        "render interview.yaml\n"
        "render interview.yaml -l coach,rings -d reports"},
    .refuse = refuse,
    .makes = true,
    .writes = true,
    .forks = true,
    .run = render_and_show};

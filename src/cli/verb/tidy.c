/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The verb `tidy`: interviews in the one form in which the program writes
   them.  They are printed, or with --write put in place of what was read, whole
   or not at all; one that is in that form already is left alone. */
#include "base/file.h"
#include "cli/inputs.h"
#include "cli/output.h"
#include "cli/verb/verbs.h"

#include <limits.h>
#include <string.h>

/* A file that lacks its end may have lost a part: with the end marker it would
   pass for whole. */
static bool
may_be_cut(const struct diag *d)
{
    for (const struct message *m = diag_first(d); m != NULL; m = m->next)
        if (strcmp(m->code, "Y202") == 0)
            return true;
    return false;
}

static enum status
write_back(const struct session *session, const struct diag *d,
    const struct source *src, const struct buf *out)
{
    if (src->len == out->len && memcmp(src->text, out->p, out->len) == 0)
        return STATUS_OK;
    if (!session->opts->force && may_be_cut(d)) {
        console_error(session->console,
            _("%s may be cut off; it is left as it is (--force writes it)"),
            src->name);
        return STATUS_REFUSED;
    }
    return output_replace(session, src->name, out);
}

static enum status
tidy_input(struct arena *a, struct session *session, const char *path)
{
    struct engine *e = session_engine(session);
    struct diag *d = session_diag(a);
    struct source *src = NEW(a, struct source, 1);
    const struct source *text = src;
    const char *from = session->opts->from;
    struct buf out = buf_new(a);
    enum status status = STATUS_REFUSED, printed;

    if (!file_read(a, d, path, FILE_TEXT_MAX, src))
        text = NULL;
    else if (from != NULL)
        text = engine_decode(a, d, src, from);
    if (text != NULL)
        status = engine_tidy(a, d, e, text, session->report.lang, &out);
    if (status == STATUS_REFUSED && text != NULL && text != src) {
        out = buf_new(a); /* its faults go along, but it can be read now */
        buf_add(&out, text->text, text->len);
        console_diag(session->console, a, d);
        printed = session->opts->write
                      ? output_replace(session, path, &out)
                      : console_out(session->console, out.p, out.len);
        return status_worse(status, printed);
    }
    if (session->report.strict && diag_warnings(d, NULL) > 0)
        status = status_worse(status, STATUS_REFUSED);
    console_diag(session->console, a, d);
    if (status != STATUS_OK)
        return status;
    return session->opts->write ? write_back(session, d, src, &out)
                                : console_out(session->console, out.p, out.len);
}

static enum status
tidy(struct session *session)
{
    struct inputs inputs;
    enum status status =
        inputs_expand(session, &session->opts->operands, &inputs);
    struct arena *a = arena_new();

    for (int i = 0; i < inputs.n; i++) {
        status = status_worse(status, tidy_input(a, session, inputs.v[i].path));
        arena_reset(a);
    }
    arena_free(a);
    return status;
}

static const char *
tidy_refuse(struct arena *a, const struct options *o)
{
    if (o->from != NULL && !engine_decodes(o->from))
        return arena_printf(
            a, _("--from: \"%s\" is not windows-1252 or utf-16"), o->from);
    return o->write && strcmp(o->operands.v[0], "-") == 0
               ? _("--write needs files; standard input (-) is none")
               : NULL;
}

const struct verb verb_tidy = {.name = "tidy",
    .operands = "INTERVIEW...",
    .min = 1,
    .max = INT_MAX,
    .help = {"interviews netjes opschrijven",
        "write interviews out in one form"},
    .example = {"tidy gesprek.yaml --write", "tidy interview.yaml --write"},
    .refuse = tidy_refuse,
    .writes = true,
    .run = tidy};

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Reports that are looked at: one, or many with a line each. */
#include "cli/verb/looked.h"

#include "base/file.h"
#include "base/visible.h"
#include "cli/output.h"
#include "cli/password.h"
#include "cli/reports.h"

#include <string.h>
#include <strings.h>

bool
looked_is_sound(const struct looked *l)
{
    return l->filled || (l->form == 0 && l->record.unaltered);
}

/* A program that fills a form in may add to it and leave its bytes as they
   are: then the form is within. */
static bool
read_record(struct arena *a, struct looked *l, bool sound)
{
    const char *data = l->file.text;
    size_t len = l->file.len;

    if (!engine_record(a, data, len, &l->record))
        return false;
    l->record.unaltered |= l->locked && sound;
    l->form = l->record.unaltered ? 0 : engine_form_within(data, len);
    if (l->form == 0)
        return true;
    l->filled = engine_same_but_fields(a, data, l->form, data, len);
    return engine_record(a, data, l->form, &l->record);
}

enum status
looked_read(struct arena *a, struct session *session, const char *path,
    struct looked *out)
{
    struct diag *d = session_diag(a);
    const char *as_read;
    bool sound;

    *out = (struct looked){.path = path};
    if (!file_read(a, d, path, OUTPUT_REPORT_MAX, &out->file)) {
        console_diag(session->console, a, d);
        return STATUS_REFUSED;
    }
    as_read = out->file.text;
    if (!password_open(a, d, session, &out->file, &sound)) {
        console_diag(session->console, a, d);
        return STATUS_REFUSED;
    }
    out->locked = out->file.text != as_read;
    if (read_record(a, out, sound))
        return STATUS_OK;
    console_error(session->console,
        _("%s is no report of this program, or its metadata were altered"),
        path);
    return STATUS_REFUSED;
}

/* Many ------------------------------------------------------------------ */

static bool
names_report(const char *path)
{
    size_t len = strlen(path);

    return len > 4 && strcasecmp(path + len - 4, ".pdf") == 0;
}

/* A file that is no report, or a folder that holds interviews. */
static bool
names_interviews(const struct session *session, const char *path)
{
    const char **names;

    return reports_is_folder(session, path)
               ? path_list(session->a, path, ".yaml", &names) > 0 ||
                     path_list(session->a, path, ".yml", &names) > 0
               : !names_report(path);
}

/* What it is else is not said. */
static bool
is_collection(const char *path)
{
    struct arena *a = arena_new();
    struct engine_record is;
    struct source file;
    bool collection = false;

    if (file_map(a, diag_new(a, NULL), path, &file)) {
        collection = engine_record(a, file.text, file.len, &is) &&
                     is.fact[FACT_REPORTS] != NULL;
        file_unmap(&file);
    }
    arena_free(a);
    return collection;
}

bool
verify_is_many(const struct session *session)
{
    const struct engine_words *words = &session->opts->operands;
    int named = 0;

    if (words->n > 1 && names_report(words->v[0]) &&
        names_interviews(session, words->v[1]) && is_collection(words->v[0]))
        return false;
    for (int i = 0; i < words->n; i++) {
        if (reports_is_folder(session, words->v[i]) && named == i)
            return true;
        named += names_report(words->v[i]);
    }
    return named > 1;
}

struct count {
    int sound, filled, altered, none;
};

static enum status
tell(struct arena *a, struct session *session, const char *path,
    struct count *count)
{
    struct buf out = buf_new(a);
    struct looked l;
    const char *word;
    enum status status = looked_read(a, session, path, &l);

    if (status != STATUS_OK) {
        count->none++;
        return status;
    }
    if (!looked_is_sound(&l)) {
        count->altered++;
        word = _("ALTERED");
    } else if (l.filled) {
        count->filled++;
        word = _("unaltered but for what was filled in");
    } else {
        count->sound++;
        word = _("unaltered");
    }
    buf_visible_line(&out, path);
    buf_printf(&out, ": %s\n", word);
    status = looked_is_sound(&l) ? STATUS_OK : STATUS_REFUSED;
    return status_worse(status, console_out(session->console, out.p, out.len));
}

enum status
verify_many(struct session *session)
{
    struct reports reports;
    struct count count = {0};
    struct arena *a = arena_new(); /* of one report */
    enum status status =
        reports_find(session, &session->opts->operands, &reports);

    for (int i = 0; i < reports.n; i++) {
        status = status_worse(status, tell(a, session, reports.v[i], &count));
        arena_reset(a);
    }
    arena_free(a);
    console_note(session->console,
        _("%d unaltered, %d filled in, %d altered, %d no report of this "
          "program"),
        count.sound, count.filled, count.altered, count.none);
    return status;
}

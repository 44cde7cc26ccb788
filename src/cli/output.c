/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Where reports go. */
#define _XOPEN_SOURCE 700 /* realpath */

#include "cli/output.h"

#include "base/file.h"
#include "base/hash.h"
#include "cli/archive.h"
#include "cli/deliver.h"
#include "cli/folder.h"
#include "cli/look.h"
#include "cli/password.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

const char *
output_dir(struct arena *a, const struct options *o, const char *input,
    const char *below)
{
    if (o->folder == NULL)
        return path_folder(a, o->output != NULL ? o->output : input);
    return below == NULL ? o->folder : path_join(a, o->folder, below);
}

void
output_sweep(struct session *session, const char *dir)
{
    if (session->swept != NULL && strcmp(session->swept, dir) == 0)
        return;
    file_sweep(dir);
    session->swept = dir;
}

static bool
is_device(const char *path)
{
    struct stat st;

    return lstat(path, &st) == 0 && S_ISCHR(st.st_mode);
}

bool
output_file_ready(struct session *session, const char *path)
{
    if (strcmp(path, "-") == 0 || is_device(path))
        return true;
    path = path_folder(session->a, path);
    if (!folder_ready(session, path))
        return false;
    output_sweep(session, path);
    return true;
}

bool
output_ready(struct session *session, const char *dir)
{
    const struct options *o = session->opts;

    if (o->dump != STAGE_PDF)
        return true;
    if (o->output != NULL)
        return output_file_ready(session, o->output);
    if (!folder_ready(session, dir))
        return false;
    output_sweep(session, dir);
    return true;
}

const char *
output_name(
    struct arena *a, const char *case_id, const char *layout_id, bool booklet)
{
    const char *end = booklet ? ".booklet.pdf" : ".pdf";

    return case_id == NULL
               ? arena_printf(a, "%s%s", layout_id, end)
               : arena_printf(a, "%s.%s%s", case_id, layout_id, end);
}

const char *
output_path(struct arena *a, const struct options *o, const char *dir,
    const struct engine_case *c, const struct engine_form *form)
{
    return o->output != NULL
               ? o->output
               : path_join(a, dir,
                     output_name(a, engine_case_id(a, c), engine_form_id(form),
                         o->report.booklet));
}

/* What is no file is not replaced. */
static enum status
refuse_kind(const struct session *session, const char *path)
{
    console_error(session->console, _("%s is no regular file"), path);
    return STATUS_REFUSED;
}

/* Another file is not replaced. */
static enum status
refuse(const struct session *session, const char *path)
{
    if (session->opts->force)
        return refuse_kind(session, path);
    return deliver_refuse(session, path);
}

/* Nor is another child's report. */
static enum status
refuse_strange(const struct session *session, const char *path)
{
    console_error(session->console,
        _("%s has this case id but is on other people, or of another day; it "
          "is left as it is (--force replaces it)"),
        path);
    return STATUS_REFUSED;
}

/* What stands where a report goes: another file, a report on the same case and
   layout (one that names no case is known by itself), and then of the same
   people or not. */
enum old { OLD_OTHER, OLD_OURS, OLD_STRANGE };

static enum old
old_is(struct arena *a, const struct engine_record *old,
    const struct engine_case *c, const struct engine_form *form)
{
    const char *id = engine_form_names_case(form) ? engine_case_id(a, c) : NULL;

    if (!engine_same_fact(old->fact[FACT_CASE], id) ||
        strcmp(old->fact[FACT_LAYOUT], engine_form_id(form)) != 0)
        return OLD_OTHER;
    return id == NULL || engine_same_people(a, old, c) ? OLD_OURS : OLD_STRANGE;
}

/* Looks at what stands where a report goes, in `found`. */
static enum status
look_at_old(struct arena *a, const struct session *session, const char *path,
    const struct engine_case *c, const struct engine_form *form, enum old *is,
    struct engine_record *found)
{
    struct diag *d = session_diag(a), *opened = session_diag(a);
    struct source old;
    bool sound;

    *is = OLD_OTHER;
    if (file_read(a, d, path, OUTPUT_REPORT_MAX, &old) &&
        (session->password == NULL ||
            password_open(a, opened, session, &old, &sound)) &&
        engine_record(a, old.text, old.len, found))
        *is = old_is(a, found, c, form);
    if (diag_failed(opened)) /* that it is not the password is no fault here */
        d = opened;
    if (!diag_failed(d))
        return STATUS_OK;
    console_diag(session->console, a, d);
    return STATUS_FAILED;
}

/* The report and its copies, as one. */
static enum status
write_whole(const struct session *session, const char *path,
    const struct archive *archive, const struct file_part *locked,
    const struct buf *pdf, const struct buf *after)
{
    struct file_part parts[ARCHIVE_MAX + 2];
    int n = archive_parts(archive, parts);

    if (locked->path != NULL)
        parts[n++] = *locked;
    parts[n++] =
        (struct file_part){.path = path, .data = pdf->p, .len = pdf->len};
    return deliver(session, path, parts, n, after);
}

/* Whether a report, or its copy with a password, may go to `path`: where
   another file stands it may not (said). */
static enum status
look_over(struct arena *a, const struct session *session, const char *path,
    const struct engine_case *c, const struct engine_form *form, enum old *is,
    struct engine_record *found)
{
    struct stat st;
    enum status status;

    *is = OLD_OTHER;
    switch (look_at(session->console, path, &st)) {
    case LOOK_NOTHING:
        return STATUS_OK;
    case LOOK_FAILED:
        return STATUS_FAILED;
    case LOOK_THERE:
        break;
    }
    if (!S_ISREG(st.st_mode) && !S_ISLNK(st.st_mode))
        return refuse_kind(session, path);
    if (session->opts->force)
        return STATUS_OK;
    status = look_at_old(a, session, path, c, form, is, found);
    if (status != STATUS_OK)
        return status;
    return *is == OLD_STRANGE ? refuse_strange(session, path)
           : *is == OLD_OTHER ? refuse(session, path)
                              : STATUS_OK;
}

/* What is laid beside a report when it is made anew is not left as it was in
   silence. */
static void
tell_older(struct arena *a, const struct console *console, const char *path,
    const struct archive *archive, const struct file_part *locked)
{
    const char *copy = password_copy_path(a, path);
    const char *keep = archive_keep_path(a, archive);
    struct stat st;

    if (keep != NULL && archive->n < ARCHIVE_MAX && lstat(keep, &st) == 0)
        console_note(console,
            _("%s is of an earlier report; --keep-all makes it anew"), keep);
    if (locked->path == NULL && lstat(copy, &st) == 0)
        console_note(console,
            _("%s is of an earlier report; --password-file makes it anew"),
            copy);
}

/* Replacing a device would take it away from the system. */
enum status
output_device(
    const struct session *session, const char *path, const struct buf *pdf)
{
    return deliver_ended(session,
        file_put(path, pdf->p, pdf->len) ? FILE_WRITTEN : FILE_LEFT, path,
        path);
}

static enum status
write_report(struct arena *a, const struct session *session, const char *path,
    const struct engine_case *c, const struct engine_form *form,
    const struct buf *pdf)
{
    struct archive archive = archive_copies(a, path, c, form);
    struct file_part locked = {0};
    struct console kept = *session->console;
    struct buf after = buf_new(a);
    struct engine_record found, copied;
    struct diag *d = session_diag(a);
    const char *other, *copy = password_copy_path(a, path);
    enum old is, was;
    enum look look;
    struct stat st;
    enum status status;

    if (strcmp(path, "-") == 0)
        return console_bytes(session->console, pdf->p, pdf->len);
    look = look_at(session->console, path, &st);
    if (look == LOOK_FAILED)
        return STATUS_FAILED;
    if (look == LOOK_THERE && S_ISCHR(st.st_mode) && session->password == NULL)
        return output_device(session, path, pdf);
    status = look_over(a, session, path, c, form, &is, &found);
    if (status == STATUS_OK && session->password != NULL)
        status = look_over(a, session, copy, c, form, &was, &copied);
    if (status != STATUS_OK)
        return status;
    if (session->opts->keep_all &&
        !archive_keep(a, session, path, form, pdf, &archive))
        return STATUS_REFUSED;
    other = archive_in_the_way(
        a, d, &archive, is == OLD_OURS ? &found : NULL, session->opts->force);
    if (diag_failed(d)) {
        console_diag(session->console, a, d);
        return STATUS_FAILED;
    }
    if (other != NULL)
        return refuse(session, other);
    if (session->password != NULL)
        status = password_copy(a, session, copy, pdf, &locked);
    if (status != STATUS_OK)
        return status;
    kept.held = &after;
    tell_older(a, &kept, path, &archive, &locked);
    return write_whole(session, path, &archive, &locked, pdf, &after);
}

enum status
output_report(struct arena *a, struct diag *d, struct session *session,
    const char *dir, const struct engine_case *c,
    const struct engine_form *form, const char **pdf)
{
    enum engine_stage stage = (enum engine_stage)session->opts->dump;
    struct buf out = buf_new(a);
    enum status status =
        engine_make(a, d, session_engine(session), c, form, stage, &out);

    if (status != STATUS_OK)
        return status;
    /* A report may lack what the system did not give. */
    if (diag_failed(d) || session->console->trouble->failed)
        return STATUS_FAILED;
    if (stage != STAGE_PDF)
        return console_out(session->console, out.p, out.len);
    if (pdf != NULL)
        *pdf = hash_sha256(a, out.p, out.len);
    return write_report(
        a, session, output_path(a, session->opts, dir, c, form), c, form, &out);
}

bool
output_stands(struct arena *a, const struct session *session, const char *dir,
    const struct engine_case *c, const struct engine_form *form,
    const char *pdf)
{
    const char *path = output_path(a, session->opts, dir, c, form);
    struct archive archive = archive_copies(a, path, c, form);
    struct file_part parts[ARCHIVE_MAX];
    struct diag *d = diag_new(a, NULL);
    struct source is;

    /* Whether a copy has this password is not known. */
    return session->password == NULL &&
           file_read(a, d, path, OUTPUT_REPORT_MAX, &is) &&
           strcmp(hash_sha256(a, is.text, is.len), pdf) == 0 &&
           archive_in_the_way(a, d, &archive, NULL, false) == NULL &&
           archive_parts(&archive, parts) == 0;
}

/* Whether another collection of that layout stands there. */
static enum status
look_at_collection(struct arena *a, const struct session *session,
    const char *path, const struct engine_form *form, bool *ours)
{
    struct diag *d = session_diag(a);
    struct engine_record found;
    struct source old;

    *ours = file_map(a, d, path, &old);
    if (*ours) {
        *ours = engine_record(a, old.text, old.len, &found) &&
                found.fact[FACT_REPORTS] != NULL &&
                strcmp(found.fact[FACT_LAYOUT], engine_form_id(form)) == 0;
        file_unmap(&old);
    }
    if (!diag_failed(d))
        return STATUS_OK;
    console_diag(session->console, a, d);
    return STATUS_FAILED;
}

enum status
output_may_collect(struct arena *a, const struct session *session,
    const char *path, const struct engine_form *form)
{
    enum status status;
    enum look look;
    struct stat st;
    bool ours;

    if (strcmp(path, "-") == 0)
        return STATUS_OK;
    look = look_at(session->console, path, &st);
    if (look == LOOK_FAILED)
        return STATUS_FAILED;
    if (look == LOOK_NOTHING || S_ISCHR(st.st_mode))
        return STATUS_OK;
    if (!S_ISREG(st.st_mode) && !S_ISLNK(st.st_mode))
        return refuse_kind(session, path);
    if (session->opts->force)
        return STATUS_OK;
    status = look_at_collection(a, session, path, form, &ours);
    return status == STATUS_OK && !ours ? refuse(session, path) : status;
}

enum status
output_text(
    const struct session *session, const char *path, const struct buf *text)
{
    struct stat st;
    enum look look;

    file_sweep(path_folder(session->a, path));
    look = look_at(session->console, path, &st);
    if (look == LOOK_FAILED)
        return STATUS_FAILED;
    if (look == LOOK_THERE && (!session->opts->force || !S_ISREG(st.st_mode)))
        return refuse(session, path);
    return deliver_ended(
        session, file_write(path, text->p, text->len), path, path);
}

enum status
output_replace(
    const struct session *session, const char *path, const struct buf *text)
{
    char *real = realpath(path, NULL);
    const char *failed;
    struct stat st;
    struct file_part part = {.path = real, .data = text->p, .len = text->len};
    enum file_end end = FILE_LEFT;
    enum status status;

    if (real != NULL && stat(real, &st) == 0) {
        part.mode = st.st_mode & 07777;
        file_sweep(path_folder(session->a, real));
        end = file_write_all(&part, 1, &failed);
    }
    status = deliver_ended(session, end, path, path);
    free(real);
    return status;
}

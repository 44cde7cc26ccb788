/* Where reports go. */
#define _XOPEN_SOURCE 700 /* realpath */

#include "cli/output.h"

#include "base/file.h"
#include "cli/archive.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

bool
output_folder(const struct console *console, const char *dir)
{
    struct stat st;

    if (stat(dir, &st) == 0 && !S_ISDIR(st.st_mode))
        errno = ENOTDIR;
    else if (access(dir, W_OK | X_OK) == 0)
        return true;
    console_error(console, _("cannot write in %s: %s"), dir, strerror(errno));
    return false;
}

bool
output_ready(const struct session *session, const char *input)
{
    const struct options *o = session->opts;

    if (o->dump != STAGE_PDF ||
        (o->output != NULL && strcmp(o->output, "-") == 0))
        return true;
    return output_folder(session->console,
        o->folder != NULL
            ? o->folder
            : path_folder(session->a, o->output != NULL ? o->output : input));
}

const char *
output_path(struct arena *a, const struct options *o, const char *input,
    const struct engine_case *c, const struct engine_form *form)
{
    const char *id = engine_case_id(a, c), *is = engine_form_id(form);
    const char *name = id == NULL ? arena_printf(a, "%s.pdf", is)
                                  : arena_printf(a, "%s.%s.pdf", id, is);

    if (o->output != NULL)
        return o->output;
    return path_join(
        a, o->folder != NULL ? o->folder : path_folder(a, input), name);
}

/* Whether the file is a report of ours on the same case and layout.  A layout
   that names no case is known by itself. */
static bool
is_ours(struct arena *a, const char *path, const struct engine_case *c,
    const struct engine_form *form, struct engine_record *found)
{
    struct source old;

    return file_read(a, diag_new(a, NULL), path, OUTPUT_REPORT_MAX, &old) &&
           engine_record(a, old.text, old.len, found) &&
           engine_same_fact(found->fact[FACT_CASE],
               engine_form_names_case(form) ? engine_case_id(a, c) : NULL) &&
           strcmp(found->fact[FACT_LAYOUT], engine_form_id(form)) == 0;
}

/* Another file is not replaced. */
static enum status
refuse(const struct session *session, const char *path)
{
    console_error(session->console,
        _("%s is another file; it is left as it is (--force replaces it)"),
        path);
    return STATUS_REFUSED;
}

/* The report and its copies: all of them or none.  False with errno set and
   `*path` of what cannot be written. */
static bool
write_all(struct archive *archive, const struct buf *pdf, const char **path)
{
    const char *report = *path;
    int error;

    if (!archive_write(archive, path))
        return false;
    if (file_write(report, pdf->p, pdf->len))
        return true;
    error = errno;
    archive_undo(archive);
    errno = error;
    return false;
}

/* A signal that ends the program waits until nothing is half there. */
static enum status
write_whole(const struct session *session, const char *path,
    struct archive *archive, const struct buf *pdf)
{
    sigset_t all, before;
    bool ok;
    int error;

    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, &before);
    ok = write_all(archive, pdf, &path);
    error = errno;
    sigprocmask(SIG_SETMASK, &before, NULL);
    if (ok)
        return STATUS_OK;
    console_error(
        session->console, _("cannot write %s: %s"), path, strerror(error));
    return STATUS_FAILED;
}

static enum status
write_report(struct arena *a, const struct session *session, const char *path,
    const struct engine_case *c, const struct engine_form *form,
    const struct buf *pdf)
{
    struct stat st;
    struct archive archive = archive_copies(a, path, c, form);
    struct engine_record found;
    bool there = lstat(path, &st) == 0, ours, force = session->opts->force;
    const char *other;
    enum status status;

    if (strcmp(path, "-") == 0)
        return console_out(session->console, pdf->p, pdf->len);
    /* Replacing a device would take it away from the system. */
    if (there && !S_ISREG(st.st_mode) && !S_ISLNK(st.st_mode)) {
        console_error(session->console, _("%s is no regular file"), path);
        return STATUS_REFUSED;
    }
    ours = there && is_ours(a, path, c, form, &found);
    if (there && !force && !ours)
        return refuse(session, path);
    other = archive_in_the_way(a, &archive, ours ? &found : NULL, force);
    if (other != NULL && !force)
        return refuse(session, other);
    if (other != NULL) {
        console_error(session->console, _("%s cannot be replaced"), other);
        return STATUS_REFUSED;
    }
    status = write_whole(session, path, &archive, pdf);
    if (status == STATUS_OK && session->console->verbose)
        console_note(session->console, _("wrote %s"), path);
    return status;
}

enum status
output_report(struct arena *a, struct diag *d, struct session *session,
    const char *input, const struct engine_case *c,
    const struct engine_form *form)
{
    enum engine_stage stage = (enum engine_stage)session->opts->dump;
    struct buf out = buf_new(a);
    enum status status =
        engine_make(a, d, session_engine(session), c, form, stage, &out);

    if (status != STATUS_OK)
        return status;
    if (stage != STAGE_PDF)
        return console_out(session->console, out.p, out.len);
    return write_report(a, session,
        output_path(a, session->opts, input, c, form), c, form, &out);
}

/* How writing a text went, said. */
static enum status
written(const struct session *session, const char *path, bool ok)
{
    if (!ok) {
        console_error(
            session->console, _("cannot write %s: %s"), path, strerror(errno));
        return STATUS_FAILED;
    }
    if (session->console->verbose)
        console_note(session->console, _("wrote %s"), path);
    return STATUS_OK;
}

enum status
output_text(
    const struct session *session, const char *path, const struct buf *text)
{
    struct stat st;

    if (lstat(path, &st) == 0 &&
        (!session->opts->force || !S_ISREG(st.st_mode)))
        return refuse(session, path);
    return written(session, path, file_write(path, text->p, text->len));
}

enum status
output_replace(
    const struct session *session, const char *path, const struct buf *text)
{
    char *real = realpath(path, NULL);
    struct stat st;
    bool ok = real != NULL && stat(real, &st) == 0 &&
              file_write(real, text->p, text->len) &&
              chmod(real, st.st_mode & 07777) == 0;
    enum status status = written(session, path, ok);

    free(real);
    return status;
}

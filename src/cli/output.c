/* Where reports go. */
#include "cli/output.h"

#include "cli/archive.h"
#include "base/file.h"
#include "report/compose.h"

#include <errno.h>
#include <signal.h>
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

const char *
output_path(struct arena *a, const struct options *o, const char *input,
    const struct subject *subject, const struct form *form)
{
    const char *folder = o->folder != NULL ? o->folder : path_folder(a, input);

    if (o->output != NULL)
        return o->output;
    if (job_case(a, subject) == NULL)
        return path_join(
            a, folder, arena_printf(a, "%s.pdf", form->layout.id.s));
    return path_join(a, folder,
        arena_printf(a, "%s.%s.pdf", job_case(a, subject), form->layout.id.s));
}

/* Whether the file is a report of ours on the same case and layout.  A layout
   that names no case (NULL) is known by itself. */
static bool
output_is_ours(struct arena *a, const char *path, const char *case_id,
    const char *layout_id, struct pdf_record *found)
{
    struct source old;

    return file_read(a, diag_new(a, NULL), path, OUTPUT_REPORT_MAX, &old) &&
           pdf_read_meta(a, old.text, old.len, found) &&
           (found->case_id == NULL) == (case_id == NULL) &&
           (case_id == NULL || strcmp(found->case_id, case_id) == 0) &&
           found->layout_id != NULL && strcmp(found->layout_id, layout_id) == 0;
}

/* Another file is not replaced. */
static enum status
output_refuse(const struct session *session, const char *path)
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
output_write_all(const struct session *session, const char *path,
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

enum status
output_write(struct arena *a, const struct session *session, const char *path,
    const struct subject *subject, const struct form *form,
    const struct buf *pdf)
{
    struct stat st;
    struct archive archive = archive_copies(a, path, subject, form);
    struct pdf_record found;
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
    ours = there &&
           output_is_ours(a, path,
               compose_names_case(&form->layout) ? job_case(a, subject) : NULL,
               form->layout.id.s, &found);
    if (there && !force && !ours)
        return output_refuse(session, path);
    other = archive_in_the_way(a, &archive, ours ? &found : NULL, force);
    if (other != NULL && !force)
        return output_refuse(session, other);
    if (other != NULL) {
        console_error(session->console, _("%s cannot be replaced"), other);
        return STATUS_REFUSED;
    }
    status = output_write_all(session, path, &archive, pdf);
    if (status == STATUS_OK && session->console->verbose)
        console_note(session->console, _("wrote %s"), path);
    return status;
}

enum status
output_write_text(
    const struct session *session, const char *path, const struct buf *text)
{
    struct stat st;

    if (lstat(path, &st) == 0 &&
        (!session->opts->force || !S_ISREG(st.st_mode)))
        return output_refuse(session, path);
    if (!file_write(path, text->p, text->len)) {
        console_error(
            session->console, _("cannot write %s: %s"), path, strerror(errno));
        return STATUS_FAILED;
    }
    if (session->console->verbose)
        console_note(session->console, _("wrote %s"), path);
    return STATUS_OK;
}

/* Where reports go. */
#include "output.h"

#include "base/file.h"

#include <errno.h>
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
    return path_join(a, folder,
        arena_printf(
            a, "%s.%s.pdf", subject->interview.case_id.s, form->layout.id.s));
}

enum status
output_write(struct arena *a, const struct session *session, const char *path,
    const struct subject *subject, const struct form *form,
    const struct buf *pdf)
{
    struct stat st;

    if (strcmp(path, "-") == 0)
        return console_out(session->console, pdf->p, pdf->len);
    if (!session->opts->force && lstat(path, &st) == 0 &&
        !output_is_ours(
            a, path, subject->interview.case_id.s, form->layout.id.s)) {
        console_error(session->console,
            _("%s is another file; it is left as it is (--force replaces it)"),
            path);
        return STATUS_REFUSED;
    }
    if (!file_write(path, pdf->p, pdf->len)) {
        console_error(
            session->console, _("cannot write %s: %s"), path, strerror(errno));
        return STATUS_FAILED;
    }
    if (session->console->verbose)
        console_note(session->console, _("wrote %s"), path);
    return STATUS_OK;
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "cli/import.h"

#include "base/file.h"
#include "cli/case_ids.h"
#include "cli/folder.h"
#include "cli/look.h"
#include "cli/output.h"

#include <string.h>
#include <sys/stat.h>

static void
say_made(const struct session *session, const char *path,
    const struct engine_imported *made)
{
    console_note(session->console,
        _("%s: %d of %d questions have an answer; see what it says with: "
          "relatieprofiel check %s"),
        path, made->answered, made->questions, path);
}

static enum status
write_one(const struct session *session, const char *path,
    const struct engine_imported *made)
{
    struct buf out = buf_new(session->a);
    struct stat st;
    enum status status;

    if (strcmp(path, "-") == 0)
        return console_out(session->console, made->text, made->len);
    if (!session->opts->force &&
        look_at(session->console, path, &st) != LOOK_NOTHING) {
        console_error(session->console,
            _("%s exists; it is left as it is (--force replaces it)"), path);
        return STATUS_REFUSED;
    }
    buf_add(&out, made->text, made->len);
    status = output_text(session, path, &out);
    if (status == STATUS_OK)
        say_made(session, path, made);
    return status;
}

static enum status
write_all(const struct session *session, const char *path,
    const struct engine_imported *made, int n)
{
    const char *dir = session->opts->folder;
    enum status status = STATUS_OK;

    if (dir == NULL && n == 1)
        return write_one(session, path, made);
    if (dir == NULL) {
        console_error(session->console,
            _("%s holds %d interviews; name a folder for them: -d DIR"),
            session->opts->from, n);
        return STATUS_REFUSED;
    }
    for (int i = 0; i < n; i++)
        status = status_worse(status,
            write_one(session,
                path_join(session->a, dir,
                    arena_printf(session->a, "%s.yaml", made[i].case_id)),
                &made[i]));
    return status;
}

enum status
import_file(struct session *session, enum lang lang, const char *path)
{
    const char *dir = session->opts->folder;
    struct arena *a = session->a;
    struct diag *d = session_diag(a);
    struct source *src = NEW(a, struct source, 1);
    long after =
        case_ids_highest(session, dir != NULL ? dir : path_folder(a, path));
    struct engine_imported *made = NULL;
    enum status status = STATUS_REFUSED;
    int n = 0;

    if (dir != NULL && !folder_ready(session, dir))
        return STATUS_USAGE;
    if (file_read(a, d, session->opts->from, ENGINE_IMPORT_MAX, src))
        status = engine_import(
            a, d, session_engine(session), src, lang, after, &made, &n);
    console_diag(session->console, a, d);
    return status == STATUS_OK ? write_all(session, path, made, n) : status;
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The verb `bug-report`: what a report of a fault of the program needs, and
   nothing personal.  Of a file it tells size and the messages' codes and
   places: no name, no path and no text. */
#include "base/file.h"
#include "cli/inputs.h"
#include "cli/look.h"
#include "cli/verb/verbs.h"

#include <errno.h>
#include <limits.h>
#include <string.h>
#include <sys/utsname.h>
#include <unistd.h>

static const char release_file[] = "/etc/os-release";

/* PRETTY_NAME of os-release(5), without its quotes; or "". */
static const char *
system_name(const struct session *session)
{
    struct arena *a = session->a;
    struct diag *d = session_diag(a);
    static const char key[] = "PRETTY_NAME=\"";
    struct source src;
    const char *at;

    if (!file_read(a, d, release_file, FILE_TEXT_MAX, &src)) {
        if (diag_failed(d))
            console_diag(session->console, a, d);
        return "";
    }
    at = strstr(src.text, key);
    if (at == NULL)
        return "";
    at += sizeof key - 1;
    return arena_strndup(a, at, strcspn(at, "\"\n"));
}

static void
tell_system(struct session *session, struct buf *out)
{
    struct utsname name;

    if (uname(&name) == 0)
        buf_printf(out, "system: %s, %s %s %s\n", system_name(session),
            name.sysname, name.release, name.machine);
    else
        console_failure(session->console, _("cannot read %s: %s"), release_file,
            _(file_reason(errno)));
    buf_printf(out, "messages: %s\n", session->lang == LANG_NL ? "nl" : "en");
    buf_printf(out, "processors: %ld\n", sysconf(_SC_NPROCESSORS_ONLN));
}

/* How many of a kind are shipped, and how many are the user's own: their names
   may tell of a person. */
static enum status
tell_files(struct session *session, const char *what, enum path_kind kind,
    const char *suffix, struct buf *out)
{
    const struct paths *paths = &session->files.paths;
    const char *folders[PATHS_FOLDERS];
    int n = paths_folders(session->a, paths, kind, folders);
    int own = 0, shipped = 0;
    enum status status = STATUS_OK;

    for (int i = 0; i < n; i++) {
        const char **names;
        int found =
            look_list(session->console, session->a, folders[i], suffix, &names);

        if (found < 0)
            status = STATUS_USAGE;
        if (found > 0 && paths->user != NULL && i == 0)
            own = found;
        else if (found > 0)
            shipped = found;
    }
    buf_printf(out, "%s: %d shipped, %d own\n", what, shipped, own);
    return status;
}

static void
tell_fonts(struct session *session, struct buf *out)
{
    const struct engine_font *fonts;
    int n = engine_fonts(session_engine(session), &fonts);

    for (int i = 0; i < n; i++)
        buf_printf(out, "font: %s: %s\n", fonts[i].name,
            fonts[i].there ? "found" : "not found");
}

/* Goes the way of a report up to where pages begin. */
static void
look_over(
    struct arena *a, struct diag *d, struct session *session, const char *path)
{
    struct engine *e = session_engine(session);
    struct engine_case *c;

    if (inputs_read(a, d, session, path, &c) == STATUS_OK) {
        engine_check_characters(a, d, e, c);
        engine_check(a, d, e, c);
    }
}

static void
tell_messages(const struct diag *d, struct buf *out)
{
    static const char *const words[] = {
        [SEVERITY_NOTE] = "note",
        [SEVERITY_WARNING] = "warning",
        [SEVERITY_ERROR] = "error",
    };

    for (const struct message *m = diag_first(d); m != NULL; m = m->next)
        buf_printf(out, "  %d:%d: %s[%s]\n", m->at.line, m->at.col,
            words[m->severity], m->code);
}

/* One file: an interview, or rules or a layout. */
static void
tell_file(
    struct session *session, int number, const char *path, struct buf *out)
{
    struct arena *a = session->a;
    struct diag *d = session_diag(a);
    struct source *src = NEW(a, struct source, 1);
    bool ini = path_has_suffix(path, ".ini");

    if (!file_read(a, d, path, FILE_TEXT_MAX, src))
        src->len = 0;
    else if (ini)
        engine_check_text(a, d, session_engine(session), src);
    else
        look_over(a, d, session, path);
    if (diag_failed(d))
        console_diag(session->console, a, d);
    buf_printf(out, "file %d: %s, %zu bytes\n", number,
        ini ? "rules or layout" : "interview", src->len);
    tell_messages(d, out);
}

static enum status
bug_report(struct session *session)
{
    static const struct {
        const char *what, *suffix;
        enum path_kind kind;
    } kinds[] = {
        {"rules", ".ini", PATH_RULES},
        {"layouts", ".ini", PATH_LAYOUTS},
        {"fonts", ".ttf", PATH_FONTS},
    };
    struct buf out = buf_new(session->a);
    const struct engine_words *files = &session->opts->operands;
    enum status status = STATUS_OK;

    if (session_load_layouts(session) != STATUS_OK)
        return STATUS_USAGE;
    buf_puts(&out, ENGINE_VERSION "\n");
    engine_libraries(&out);
    tell_system(session, &out);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        status =
            status_worse(status, tell_files(session, kinds[i].what,
                                     kinds[i].kind, kinds[i].suffix, &out));
    tell_fonts(session, &out);
    for (int i = 0; i < files->n; i++)
        tell_file(session, i + 1, files->v[i], &out);
    return status_worse(status, console_out(session->console, out.p, out.len));
}

const struct verb verb_bug_report = {.name = "bug-report",
    .operands = "[FILE...]",
    .min = 0,
    .max = INT_MAX,
    .help = {"wat een foutmelding over het programma nodig heeft",
        "what a report of a fault of the program needs"},
    .example = {"bug-report gesprek.yaml", "bug-report interview.yaml"},
    .run = bug_report};

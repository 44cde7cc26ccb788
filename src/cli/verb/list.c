/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The verb `list`: what there is. */
#include "base/file.h"
#include "cli/look.h"
#include "cli/session.h"
#include "cli/verb/due.h"
#include "cli/verb/verbs.h"

#include <limits.h>

#include <string.h>

enum { NAME_COLUMN = 14 };

/* One line per file of a kind; the user's own hide the shipped ones.  One that
   may not be read, or a folder, is told of, and STATUS_USAGE the outcome. */
static enum status
list_files(struct session *session, enum path_kind kind, enum engine_kind of,
    enum lang lang, struct buf *out)
{
    const struct paths *paths = &session->files.paths;
    const char *folders[PATHS_FOLDERS];
    int nfolders = paths_folders(session->a, paths, kind, folders);
    enum status status = STATUS_OK;

    for (int i = 0; i < nfolders; i++) {
        const char **names;
        int n =
            look_list(session->console, session->a, folders[i], ".ini", &names);

        if (n < 0)
            status = STATUS_USAGE;
        for (int k = 0; k < n; k++) {
            const char *path = path_join(session->a, folders[i], names[k]);
            const char *stem = path_stem(session->a, names[k]);
            const char *used = paths_ini(session->a, paths, kind, stem, NULL);
            struct diag *d = session_diag(session->a);
            struct source src;

            /* One that may not be looked at is told of when it is read. */
            if (used != NULL && strcmp(used, path) != 0)
                continue;
            if (file_read(session->a, d, path, FILE_TEXT_MAX, &src)) {
                buf_printf(out, "%-*s %s\n", NAME_COLUMN, stem,
                    engine_title(session->a, d, of, &src, lang));
                if (!diag_failed(d))
                    continue;
            }
            console_diag(session->console, session->a, d);
            status = STATUS_USAGE;
        }
    }
    return status;
}

static enum status
list_rules(struct session *session, enum lang lang, struct buf *out)
{
    return list_files(session, PATH_RULES, ENGINE_RULES, lang, out);
}

static enum status
list_layouts(struct session *session, enum lang lang, struct buf *out)
{
    return list_files(session, PATH_LAYOUTS, ENGINE_LAYOUT, lang, out);
}

/* Families that only their files tell of: NAME-Regular.ttf or .otf. */
static enum status
list_own_fonts(struct session *session, struct buf *out)
{
    static const char *const ends[] = {"-Regular.ttf", "-Regular.otf"};
    const char *folders[PATHS_FOLDERS];
    int n =
        paths_folders(session->a, &session->files.paths, PATH_FONTS, folders);
    enum status status = STATUS_OK;

    for (int i = 0; i < n * 2; i++) {
        const char *folder = folders[i / 2], *end = ends[i % 2], **names;
        int found =
            look_list(session->console, session->a, folder, end, &names);

        if (found < 0) {
            status = STATUS_USAGE;
            i |= 1; /* once for both ends */
        }
        for (int k = 0; k < found; k++)
            buf_printf(out, "%-*.*s %s\n", NAME_COLUMN,
                (int)(strlen(names[k]) - strlen(end)), names[k],
                path_join(session->a, folder, names[k]));
    }
    return status;
}

static enum status
list_fonts(struct session *session, enum lang lang, struct buf *out)
{
    const struct engine_font *v = NULL;
    int n = engine_fonts(session_engine(session), &v);

    (void)lang;
    if (n < 0)
        return STATUS_FAILED;
    for (int i = 0; i < n; i++) {
        buf_printf(out, "%-*s ", NAME_COLUMN, v[i].name);
        if (!v[i].there)
            buf_printf(out, _("not installed; apt install %s"), v[i].package);
        else
            buf_puts(out, v[i].licence);
        buf_putc(out, '\n');
    }
    return list_own_fonts(session, out);
}

static enum status
list_blocks(struct session *session, enum lang lang, struct buf *out)
{
    (void)session;
    engine_list_blocks(lang, out);
    return STATUS_OK;
}

static enum status
list_keys(struct session *session, enum lang lang, struct buf *out)
{
    const struct engine_words *words = &session->opts->operands;

    if (words->n > 1)
        engine_list_rules_keys(lang, out);
    else
        engine_list_keys(lang, out);
    return STATUS_OK;
}

/* The one list that is of files of the user's. */
static const char due_name[] = "due";

/* More words: whose keys, or of which reports. */
static const char *
list_refuse(struct arena *a, const struct options *o)
{
    const struct engine_words *words = &o->operands;

    (void)a;
    if (strcmp(words->v[0], due_name) == 0)
        return words->n > 1 ? NULL
                            : _("list due needs a folder or reports: list due "
                                "reports/");
    return words->n < 2 || (words->n == 2 && strcmp(words->v[0], "keys") == 0 &&
                               strcmp(words->v[1], "rules") == 0)
               ? NULL
               : _("list: a second word is for the keys of rules: list keys "
                   "rules");
}

static const struct {
    const char *name;
    enum status (*list)(
        struct session *session, enum lang lang, struct buf *out);
} lists[] = {
    {"rules", list_rules},
    {"layouts", list_layouts},
    {"fonts", list_fonts},
    {"blocks", list_blocks},
    {"keys", list_keys},
};

static enum status
list_due(struct session *session)
{
    struct buf out = buf_new(session->a);
    enum status status = due_list(session, &out);

    return status_worse(status, console_out(session->console, out.p, out.len));
}

enum { NLISTS = sizeof lists / sizeof *lists };

static enum status
list(struct session *session)
{
    const char *word = session->opts->operands.v[0];
    struct buf out = buf_new(session->a);
    enum status status;
    const char *names[NLISTS + 1] = {[NLISTS] = due_name}, *near;

    if (strcmp(word, due_name) == 0)
        return list_due(session);
    for (int i = 0; i < NLISTS; i++) {
        names[i] = lists[i].name;
        if (strcmp(word, names[i]) != 0)
            continue;
        status =
            lists[i].list(session, session_lang(session, session->lang), &out);
        return status_worse(
            status, console_out(session->console, out.p, out.len));
    }
    near = diag_nearest(word, names, NLISTS + 1);
    if (near != NULL)
        console_error(session->console,
            _("list: there is no list \"%s\"; did you mean \"%s\"?"), word,
            near);
    else
        console_error(session->console,
            _("list: there is no list \"%s\"; there are rules, layouts, fonts, "
              "blocks, keys and due"),
            word);
    return STATUS_USAGE;
}

const struct verb verb_list = {.name = "list",
    .operands = "rules|layouts|fonts|blocks|keys|due PATH...",
    .min = 1,
    .max = INT_MAX,
    .refuse = list_refuse,
    .help = {"tonen wat er is", "show what there is"},
    .example = {"list layouts", "list layouts --lang en"},
    .run = list};

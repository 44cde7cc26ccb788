/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Reports that lie somewhere. */
#include "cli/reports.h"

#include "base/file.h"
#include "cli/look.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

enum { REPORTS_FIRST = 64, DEPTH_MAX = 32 };

static const char report_end[] = ".pdf";

static void
add(struct arena *a, struct reports *to, const char *path)
{
    GROW(a, to->v, to->n, to->cap, REPORTS_FIRST);
    to->v[to->n++] = path;
}

bool
reports_is_folder(const struct session *session, const char *path)
{
    struct stat st;

    return look_behind(session->console, path, &st) == LOOK_THERE &&
           S_ISDIR(st.st_mode);
}

static bool
is_report(const char *name)
{
    size_t len = strlen(name), end = sizeof report_end - 1;

    return len > end && name[0] != '.' &&
           strcasecmp(name + len - end, report_end) == 0;
}

/* What an entry of a folder is, without following a link. */
static void
sort_entry(const struct session *session, const char *dir, const char *name,
    struct reports *files, struct reports *folders)
{
    struct arena *a = session->a;
    const char *path = path_join(a, dir, arena_strndup(a, name, strlen(name)));
    struct stat st;

    if (look_at(session->console, path, &st) != LOOK_THERE)
        return;
    if (S_ISDIR(st.st_mode) && name[0] != '.')
        add(a, folders, path);
    else if (S_ISREG(st.st_mode) && is_report(name))
        add(a, files, path);
}

static int
by_bytes(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void
sort(struct reports *r)
{
    if (r->n > 0)
        qsort(r->v, (size_t)r->n, sizeof *r->v, by_bytes);
}

static enum status
cannot_read(const struct session *session, const char *dir, int error)
{
    return console_errno(session->console, error, STATUS_REFUSED,
        _("cannot read %s: %s"), dir, _(file_reason(error)));
}

/* A folder's own reports, then those of the folders in it. */
static enum status
add_folder(
    struct session *session, const char *dir, int depth, struct reports *out)
{
    struct reports files = {0}, folders = {0};
    DIR *open = depth > 0 ? opendir(dir) : NULL;
    const struct dirent *entry;
    enum status status = STATUS_OK;

    if (open == NULL)
        return cannot_read(session, dir, depth > 0 ? errno : ELOOP);
    while (errno = 0, (entry = readdir(open)) != NULL)
        sort_entry(session, dir, entry->d_name, &files, &folders);
    if (errno != 0)
        status = cannot_read(session, dir, EIO);
    closedir(open);
    sort(&files);
    sort(&folders);
    for (int i = 0; i < files.n; i++)
        add(session->a, out, files.v[i]);
    for (int i = 0; i < folders.n; i++)
        status = status_worse(
            status, add_folder(session, folders.v[i], depth - 1, out));
    return status;
}

enum status
reports_find(struct session *session, const struct engine_words *words,
    struct reports *out)
{
    enum status status = STATUS_OK;

    *out = (struct reports){0};
    for (int i = 0; i < words->n; i++)
        if (reports_is_folder(session, words->v[i]))
            status = status_worse(
                status, add_folder(session, words->v[i], DEPTH_MAX, out));
        else
            add(session->a, out, words->v[i]);
    return status;
}

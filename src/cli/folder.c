/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "cli/folder.h"

#include "base/file.h"
#include "base/file_write.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct made_folder {
    const char *path;
    struct made_folder *next; /* made before this one */
};

static void
say_made(struct session *session, const char *path)
{
    struct made_folder *made = NEW(session->a, struct made_folder, 1);

    *made = (struct made_folder){path, session->made};
    session->made = made;
    if (session->console->verbose)
        console_note(session->console, _("made the folder %s"), path);
}

/* Makes one folder; true where there is one by now, whoever made it. */
static bool
make_one(struct session *session, const char *path)
{
    struct stat st;

    if (mkdir(path, 0700) == 0) {
        say_made(session, path);
        /* What goes in it is not there after a power cut where it is not. */
        return file_sync_folder(path_folder(session->a, path));
    }
    if (errno != EEXIST || stat(path, &st) != 0)
        return false;
    if (!S_ISDIR(st.st_mode)) {
        errno = ENOTDIR;
        return false;
    }
    return true;
}

/* Makes all folders on the way to `path`, and that one. */
static bool
make_all(struct session *session, const char *path)
{
    size_t at = strspn(path, "/");
    struct stat st;

    while (path[at] != '\0') {
        const char *part;

        at += strcspn(path + at, "/");
        part = arena_strndup(session->a, path, at);
        if (stat(part, &st) != 0 && !make_one(session, part))
            return false;
        at += strspn(path + at, "/");
    }
    return true;
}

bool
folder_ready(struct session *session, const char *dir)
{
    struct stat st;
    bool there = stat(dir, &st) == 0;

    if (there && !S_ISDIR(st.st_mode))
        errno = ENOTDIR;
    else if ((there || (errno == ENOENT && make_all(session, dir))) &&
             access(dir, W_OK | X_OK) == 0)
        return true;
    console_errno(session->console, errno, STATUS_USAGE,
        _("cannot write in %s: %s"), dir, _(file_reason(errno)));
    return false;
}

void
folders_drop_empty(struct session *session)
{
    for (; session->made != NULL; session->made = session->made->next)
        rmdir(session->made->path);
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* O_TMPFILE */

#include "base/file_write.h"

#include "base/file_draft.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h> /* renameat */
#include <string.h>
#include <unistd.h>

/* One file is complete before it gets its name, by link where there was none
   and else by rename: that is one step, which is done or not.  Several names
   are several steps; so first all drafts get temporary names and a journal
   beside them says which name each is to have.  From then on a run that is
   killed is finished by the next one (file_sweep): never is one half old and
   the other new for good.  Old files keep a second name meanwhile, so that a
   rename that fails half-way can be taken back. */

struct set {
    struct folder folder;
    struct draft draft[FILE_SET_MAX], journal;
    const char *base[FILE_SET_MAX];     /* final names */
    char old[FILE_SET_MAX][DRAFT_NAME]; /* second names of old files; or "" */
    int n, placed;
};

static const char *
base_name(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash == NULL ? path : slash + 1;
}

/* Opens the folder that `path` lies in; -1 with errno set. */
static int
open_folder(const char *path)
{
    size_t len = (size_t)(base_name(path) - path);
    char folder[PATH_MAX] = ".";

    if (path[len] == '\0') {
        errno = EISDIR;
        return -1;
    }
    if (len >= sizeof folder) {
        errno = ENAMETOOLONG;
        return -1;
    }
    if (len > 0) {
        memcpy(folder, path, len);
        folder[len] = '\0';
    }
    return folder_open(folder);
}

/* Some file systems know no fsync of a folder: that is no loss of data. */
static bool
sync_folder(const struct set *s)
{
    return draft_sync(s->folder.fd) || errno == EINVAL;
}

/* Closes all and removes what still has a temporary name; errno stays. */
static void
set_close(struct set *s)
{
    int reason = errno;

    for (int i = 0; i < s->n; i++) {
        draft_drop(&s->folder, &s->draft[i]);
        if (s->old[i][0] != '\0')
            unlinkat(s->folder.fd, s->old[i], 0);
    }
    /* Last: while it stands, nobody else touches the others. */
    draft_drop(&s->folder, &s->journal);
    close(s->folder.fd);
    errno = reason;
}

/* One file ------------------------------------------------------------- */

static enum file_end
place_one(struct set *s)
{
    struct draft *w = &s->draft[0];

    if (!draft_place(&s->folder, w, s->base[0]))
        return FILE_LEFT;
    return sync_folder(s) ? FILE_WRITTEN : FILE_UNCONFIRMED;
}

/* Several -------------------------------------------------------------- */

static bool
journal_place(struct set *s)
{
    char name[DRAFT_NAME];

    draft_journal_name(name, s->folder.key);
    if (!draft_place(&s->folder, &s->journal, name))
        return false;
    memcpy(s->journal.name, name, sizeof name); /* it is taken away again */
    return true;
}

/* The journal: for each file its temporary and its final name, each ended by
   NUL. */
static bool
journal_write(struct set *s)
{
    char text[FILE_SET_MAX * (DRAFT_NAME + NAME_MAX + 1)];
    struct file_part part;
    size_t len = 0;

    for (int i = 0; i < s->n; i++) {
        const char *pair[] = {s->draft[i].name, s->base[i]};

        for (int k = 0; k < 2; k++) {
            size_t n = strlen(pair[k]) + 1;

            if (n > sizeof text - len) {
                errno = ENAMETOOLONG;
                return false;
            }
            memcpy(text + len, pair[k], n);
            len += n;
        }
    }
    part = (struct file_part){.data = text, .len = len};
    return draft_make(&s->folder, &s->journal, DRAFT_JOURNAL, &part, false) &&
           journal_place(s);
}

/* A second name for each file that is to be replaced, where the file system
   has such. */
static void
set_keep_old(struct set *s)
{
    for (int i = 0; i < s->n; i++) {
        draft_name(s->old[i], s->folder.key, DRAFT_OLD + i);
        if (linkat(s->folder.fd, s->base[i], s->folder.fd, s->old[i], 0) != 0)
            s->old[i][0] = '\0';
    }
}

/* Puts back what was replaced and takes away what was new. */
static bool
set_back(struct set *s)
{
    int dir = s->folder.fd, reason = errno;
    bool all = true;

    for (int i = s->placed - 1; i >= 0; i--) {
        const char *base = s->base[i], *old = s->old[i];

        if (old[0] == '\0')
            all &= unlinkat(dir, base, 0) == 0;
        else if (renameat(dir, old, dir, base) != 0)
            all &= unlinkat(dir, base, 0) == 0 &&
                   linkat(dir, old, dir, base, 0) == 0;
    }
    errno = reason;
    return all;
}

/* What cannot be gone back on either is left for file_sweep: drafts and
   journal keep their names. */
static enum file_end
set_failed(struct set *s)
{
    if (s->placed == 0 || set_back(s))
        return FILE_LEFT;
    for (int i = 0; i < s->n; i++)
        draft_leave(&s->draft[i]);
    draft_leave(&s->journal);
    return FILE_HALF;
}

/* A second time too: what is half done had better be finished. */
static bool
place_firmly(const struct folder *folder, struct draft *w, const char *base)
{
    for (int i = 0; i < 2; i++)
        if (draft_place(folder, w, base))
            return true;
    return false;
}

static enum file_end
place_all(struct set *s, int *failed)
{
    *failed = s->n - 1;
    if (!journal_write(s) || !sync_folder(s))
        return FILE_LEFT;
    set_keep_old(s);
    for (; s->placed < s->n; s->placed++) {
        struct draft *w = &s->draft[s->placed];
        const char *base = s->base[s->placed];

        if (!place_firmly(&s->folder, w, base)) {
            *failed = s->placed;
            return set_failed(s);
        }
    }
    return sync_folder(s) ? FILE_WRITTEN : FILE_UNCONFIRMED;
}

/* ---- */

/* All drafts, complete and on the disk; those of several with a name. */
static bool
set_fill(struct set *s, const struct file_part *v, int *failed)
{
    for (int i = 0; i < s->n; i++) {
        *failed = i;
        if (!draft_make(&s->folder, &s->draft[i], i, &v[i], s->n > 1))
            return false;
    }
    return true;
}

enum file_end
file_write_all(const struct file_part *v, int n, const char **failed)
{
    struct set s = {.n = n, .journal = DRAFT_NONE};
    enum file_end end = FILE_LEFT;
    int which = 0, reason;

    assert(n > 0 && n <= FILE_SET_MAX);
    for (int i = 0; i < n; i++) {
        s.draft[i] = DRAFT_NONE;
        s.base[i] = base_name(v[i].path);
    }
    *failed = v[0].path;
    s.folder = (struct folder){open_folder(v[0].path), draft_key()};
    if (s.folder.fd < 0)
        return FILE_LEFT;
    if (set_fill(&s, v, &which))
        end = n == 1 ? place_one(&s) : place_all(&s, &which);
    *failed = v[which].path;
    reason = errno;
    set_close(&s);
    errno = reason;
    return end;
}

enum file_end
file_write(const char *path, const char *data, size_t len)
{
    const struct file_part part = {path, data, len, 0};
    const char *failed;

    return file_write_all(&part, 1, &failed);
}

bool
file_put(const char *path, const char *data, size_t len)
{
    int fd = open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC), reason;
    bool ok = fd >= 0 && draft_write(fd, data, len);

    reason = errno;
    if (fd >= 0)
        close(fd);
    errno = reason;
    return ok;
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
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

/* The files of several sets are brought to the disk together, and the folder of
   those that are one file each is waited for once. */

struct file_set {
    struct folder folder;
    struct draft draft[FILE_SET_MAX], journal;
    const char *path[FILE_SET_MAX];
    const char *base[FILE_SET_MAX];     /* final names, in the paths */
    char old[FILE_SET_MAX][DRAFT_NAME]; /* second names of old files; or "" */
    int n, placed;
    bool going; /* nothing has failed so far */
    enum file_end end;
    int error, failed; /* which file it is about */
    int folder_error;  /* 0: the disk has the names */
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
static void
sync_folder(struct file_set *s)
{
    s->folder_error = draft_sync(s->folder.fd) || errno == EINVAL ? 0 : errno;
}

static bool
same_folder(const struct file_set *s, const struct file_set *t)
{
    size_t n = (size_t)(s->base[0] - s->path[0]);

    return (size_t)(t->base[0] - t->path[0]) == n &&
           memcmp(s->path[0], t->path[0], n) == 0;
}

/* The folders of single files that go on, each once. */
static void
sync_folders(struct file_set *const *v, int n)
{
    for (int i = 0; i < n; i++) {
        int k = 0;

        if (!v[i]->going || v[i]->n > 1)
            continue;
        while (
            k < i && (!v[k]->going || v[k]->n > 1 || !same_folder(v[k], v[i])))
            k++;
        if (k < i)
            v[i]->folder_error = v[k]->folder_error;
        else
            sync_folder(v[i]);
    }
}

/* It ends here, for the reason in errno. */
static void
set_fail(struct file_set *s, enum file_end end, int failed)
{
    s->going = false;
    s->end = end;
    s->error = errno;
    s->failed = failed;
}

/* Closes all and removes what still has a temporary name; errno stays. */
static void
set_close(struct file_set *s)
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

/* Several -------------------------------------------------------------- */

static bool
journal_place(struct file_set *s)
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
journal_write(struct file_set *s)
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
    return draft_make(&s->folder, &s->journal, DRAFT_JOURNAL, &part) &&
           draft_sync(s->journal.fd) && journal_place(s);
}

/* A second name for each file that is to be replaced, where the file system
   has such. */
static void
set_keep_old(struct file_set *s)
{
    for (int i = 0; i < s->n; i++) {
        draft_name(s->old[i], s->folder.key, DRAFT_OLD + i);
        if (linkat(s->folder.fd, s->base[i], s->folder.fd, s->old[i], 0) != 0)
            s->old[i][0] = '\0';
    }
}

/* Puts back what was replaced and takes away what was new. */
static bool
set_back(struct file_set *s)
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
static void
set_failed(struct file_set *s)
{
    set_fail(s, FILE_LEFT, s->placed);
    if (s->placed == 0 || set_back(s))
        return;
    s->end = FILE_HALF;
    for (int i = 0; i < s->n; i++)
        draft_leave(&s->draft[i]);
    draft_leave(&s->journal);
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

static void
set_name_all(struct file_set *s)
{
    set_keep_old(s);
    for (; s->placed < s->n; s->placed++)
        if (!place_firmly(
                &s->folder, &s->draft[s->placed], s->base[s->placed])) {
            set_failed(s);
            return;
        }
}

/* One ------------------------------------------------------------------- */

static void
set_name_one(struct file_set *s)
{
    if (!draft_place(&s->folder, &s->draft[0], s->base[0]))
        set_fail(s, FILE_LEFT, 0);
}

/* From opening to placing ------------------------------------------------ */

static bool
set_open(struct file_set *s, const struct file_part *v, int n)
{
    assert(n > 0 && n <= FILE_SET_MAX);
    *s = (struct file_set){.n = n, .journal = DRAFT_NONE, .going = true};
    for (int i = 0; i < n; i++) {
        s->draft[i] = DRAFT_NONE;
        s->path[i] = v[i].path;
        s->base[i] = base_name(v[i].path);
    }
    s->folder = (struct folder){open_folder(v[0].path), draft_key()};
    return s->folder.fd >= 0;
}

/* All drafts.  Where that fails it is closed. */
static bool
set_fill(struct file_set *s, const struct file_part *v)
{
    for (int i = 0; i < s->n; i++)
        if (!draft_make(&s->folder, &s->draft[i], i, &v[i])) {
            set_fail(s, FILE_LEFT, i);
            set_close(s);
            return false;
        }
    return true;
}

static void
set_sync(struct file_set *s)
{
    for (int i = 0; s->going && i < s->n; i++)
        if (!draft_sync(s->draft[i].fd))
            set_fail(s, FILE_LEFT, i);
}

/* Whether the disk has the names in the folder. */
static void
folder_told(struct file_set *s, enum file_end otherwise)
{
    errno = s->folder_error;
    if (errno != 0)
        set_fail(s, otherwise, s->n - 1);
}

static void
set_told(struct file_set *s)
{
    if (s->going) {
        s->end = FILE_WRITTEN;
        s->failed = s->n - 1;
        folder_told(s, FILE_UNCONFIRMED);
    }
    set_close(s);
}

static bool
set_give_names(struct file_set *s)
{
    for (int i = 0; i < s->n; i++)
        if (!draft_give_name(&s->folder, &s->draft[i])) {
            set_fail(s, FILE_LEFT, i);
            return false;
        }
    return true;
}

/* A set of several, to its end: drafts have names only meanwhile, so that a
   kill leaves those of no other. */
static void
set_place(struct file_set *s)
{
    if (s->going && set_give_names(s)) {
        if (journal_write(s)) {
            sync_folder(s);
            folder_told(s, FILE_LEFT);
        } else {
            set_fail(s, FILE_LEFT, s->n - 1);
        }
    }
    if (s->going) {
        set_name_all(s);
        sync_folder(s);
    }
    set_told(s);
}

void
file_sets_place(struct file_set *const *v, int n)
{
    for (int i = 0; i < n; i++)
        set_sync(v[i]);
    for (int i = 0; i < n; i++)
        if (v[i]->n > 1)
            set_place(v[i]);
        else if (v[i]->going)
            set_name_one(v[i]);
    sync_folders(v, n);
    for (int i = 0; i < n; i++)
        if (v[i]->n == 1)
            set_told(v[i]);
}

bool
file_set_is_named(const struct file_set *s)
{
    return s->draft[0].name[0] != '\0';
}

enum file_end
file_set_end(const struct file_set *s, const char **failed)
{
    *failed = s->path[s->failed];
    errno = s->error;
    return s->end;
}

struct file_set *
file_set_make(
    struct arena *a, const struct file_part *v, int n, const char **failed)
{
    struct file_set *s = NEW(a, struct file_set, 1);

    *failed = v[0].path;
    if (!set_open(s, v, n))
        return NULL;
    if (!set_fill(s, v)) {
        file_set_end(s, failed);
        return NULL;
    }
    for (int i = 0; i < n; i++)
        draft_sync_begin(&s->draft[i]);
    return s;
}

bool
file_set_add(struct file_set *s, const char *data, size_t len)
{
    return draft_write(s->draft[0].fd, data, len);
}

void
file_set_drop(struct file_set *s)
{
    set_close(s);
}

enum file_end
file_write_all(const struct file_part *v, int n, const char **failed)
{
    struct file_set s, *one = &s;

    *failed = v[0].path;
    if (!set_open(&s, v, n))
        return FILE_LEFT;
    if (set_fill(&s, v))
        file_sets_place(&one, 1);
    return file_set_end(&s, failed);
}

enum file_end
file_write(const char *path, const char *data, size_t len)
{
    const struct file_part part = {.path = path, .data = data, .len = len};
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

bool
file_sync_folder(const char *folder)
{
    int fd = folder_open(folder), reason;
    bool ok = fd >= 0 ? draft_sync(fd) || errno == EINVAL : errno == EACCES;

    reason = errno;
    if (fd >= 0)
        close(fd);
    errno = reason;
    return ok;
}

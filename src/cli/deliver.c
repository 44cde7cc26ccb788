/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "cli/deliver.h"

#include "base/file.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

enum { FIRST = 32, FILES_MOST = 256, FILES_PART = 4 };

enum status
deliver_refuse(const struct session *session, const char *path)
{
    console_error(session->console,
        session->password != NULL
            ? _("%s is another file, or a copy with another password; it is "
                "left as it is (--force replaces it)")
            : _("%s is another file; it is left as it is (--force replaces "
                "it)"),
        path);
    return STATUS_REFUSED;
}

enum status
deliver_ended(const struct session *session, enum file_end end,
    const char *path, const char *failed)
{
    int error = errno;

    if (end != FILE_WRITTEN)
        session->console->trouble->full |= error == ENOSPC || error == EDQUOT;
    switch (end) {
    case FILE_WRITTEN:
        if (session->console->verbose)
            console_note(session->console, _("wrote %s"), path);
        return STATUS_OK;
    case FILE_UNCONFIRMED:
        return console_failure(session->console,
            _("%s is written, but the disk does not confirm it: %s"), path,
            _(file_reason(error)));
    case FILE_LEFT:
        if (error == EEXIST) /* it came while the report was made */
            return deliver_refuse(session, failed);
        return console_failure(session->console, _("cannot write %s: %s"),
            failed, _(file_reason(error)));
    case FILE_HALF:
        return console_failure(session->console,
            _("%s is not replaced yet: %s; the next run in this folder "
              "finishes it"),
            failed, _(file_reason(error)));
    }
    return STATUS_FAILED;
}

static enum status
tell(const struct session *session, enum file_end end, const char *path,
    const char *failed, const struct buf *after)
{
    enum status status = deliver_ended(session, end, path, failed);

    if (status == STATUS_OK && after->len > 0)
        console_text(session->console, after->p, after->len);
    return status;
}

/* At once ---------------------------------------------------------------- */

/* A signal that ends the program waits until nothing is half there. */
static enum status
deliver_now(const struct session *session, const char *path,
    const struct file_part *parts, int n, const struct buf *after)
{
    sigset_t all, before;
    const char *failed;
    enum file_end end;
    int error;

    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, &before);
    end = file_write_all(parts, n, &failed);
    error = errno;
    sigprocmask(SIG_SETMASK, &before, NULL);
    errno = error;
    return tell(session, end, path, failed, after);
}

enum status
deliver_set(
    const struct session *session, const char *path, struct file_set *set)
{
    sigset_t all, before;
    const char *failed;
    enum file_end end;

    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, &before);
    file_sets_place(&set, 1);
    sigprocmask(SIG_SETMASK, &before, NULL);
    end = file_set_end(set, &failed);
    return deliver_ended(session, end, path, failed);
}

/* Together --------------------------------------------------------------- */

struct deliveries *
deliveries_new(struct arena *a)
{
    struct deliveries *all = NEW(a, struct deliveries, 1);
    struct rlimit limit;

    *all = (struct deliveries){.a = arena_new()};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0)
        all->files_max = limit.rlim_cur / FILES_PART < FILES_MOST
                             ? (int)(limit.rlim_cur / FILES_PART)
                             : FILES_MOST;
    return all;
}

void
deliveries_place(struct deliveries *all)
{
    int n = all->n - all->placed;
    struct file_set **v;

    if (n == 0)
        return;
    v = NEW(all->a, struct file_set *, n);
    for (int i = 0; i < n; i++)
        v[i] = all->v[all->placed + i].set;
    file_sets_place(v, n);
    all->placed = all->n;
    all->files = 0;
}

/* Files, a folder and a journal. */
static int
files_of(int n)
{
    return n + 1 + (n > 1);
}

/* Where nothing stood a moment ago, what comes meanwhile is not replaced. */
static void
mark_fresh(
    struct arena *a, const struct options *o, struct file_part *parts, int n)
{
    struct stat st;

    for (int i = 0; i < n; i++) {
        parts[i].fresh =
            !o->force && lstat(parts[i].path, &st) != 0 && errno == ENOENT;
        parts[i].path = arena_strndup(a, parts[i].path, strlen(parts[i].path));
    }
}

enum status
deliver(const struct session *session, const char *path,
    struct file_part *parts, int n, const struct buf *after)
{
    struct deliveries *all = session->deliveries;
    struct delivery *one;
    struct file_set *set;
    const char *failed;

    if (all == NULL)
        return deliver_now(session, path, parts, n, after);
    if (all->files + files_of(n) > all->files_max)
        deliveries_place(all);
    mark_fresh(all->a, session->opts, parts, n);
    set = file_set_make(all->a, parts, n, &failed);
    if (set == NULL)
        return deliver_ended(session, FILE_LEFT, path, failed);
    GROW(all->a, all->v, all->n, all->cap, FIRST);
    one = &all->v[all->n++];
    *one = (struct delivery){.set = set,
        .path = parts[n - 1].path,
        .after = buf_new(all->a),
        .task = all->task,
        .line = all->line,
        .at = session->console->held->len};
    if (after->len > 0)
        buf_add(&one->after, after->p, after->len);
    all->files += files_of(n);
    /* A kill would leave them. */
    if (file_set_is_named(set))
        deliveries_place(all);
    return STATUS_OK;
}

enum status
delivery_tell(const struct session *session, const struct delivery *one)
{
    const char *failed;
    enum file_end end = file_set_end(one->set, &failed);

    return tell(session, end, one->path, failed, &one->after);
}

void
deliveries_reset(struct deliveries *all)
{
    arena_reset(all->a);
    all->v = NULL;
    all->n = all->cap = all->placed = all->files = 0;
}

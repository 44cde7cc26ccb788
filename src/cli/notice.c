/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#define _XOPEN_SOURCE 700 /* realpath */

#include "cli/notice.h"

#include "base/buf.h"
#include "cli/paths.h"

#include <errno.h>
#include <poll.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

/* A file that is written is saved when it is closed, one that is put in its
   place when it has its name.  What is deleted may come back: nothing is told
   until it does. */
enum {
    SAVED = IN_CLOSE_WRITE | IN_MOVED_TO,
    CAME = IN_CREATE | IN_MOVED_TO,
    LOST = IN_IGNORED | IN_UNMOUNT
};

enum { QUIET = 12, ROOM = 64 * 1024 }; /* milliseconds; bytes of events */

struct watched {
    int wd;           /* of its folder */
    const char *name; /* in it; NULL: each */
    const char *path; /* what it is told as; of a folder its own */
};

struct notice {
    struct arena *a;
    int fd;
    struct watched *v;
    int n, cap;
    char *room;
};

struct notice *
notice_open(struct arena *a)
{
    struct notice *n = NEW(a, struct notice, 1);

    *n = (struct notice){.a = a,
        .fd = inotify_init1(IN_CLOEXEC | IN_NONBLOCK),
        .room = arena_alloc(a, ROOM)};
    return n->fd < 0 ? NULL : n;
}

void
notice_close(struct notice *n)
{
    close(n->fd);
}

int
notice_fd(const struct notice *n)
{
    return n->fd;
}

static bool
same(const char *one, const char *two)
{
    return one == NULL || two == NULL ? one == two : strcmp(one, two) == 0;
}

static bool
add(struct notice *n, const char *dir, const char *name, const char *path,
    uint32_t what)
{
    int wd = inotify_add_watch(n->fd, dir, what | IN_ONLYDIR | IN_MASK_ADD);

    if (wd < 0) {
        errno = errno == ENOSPC ? EMFILE : errno; /* it is no disk */
        return false;
    }
    for (int i = 0; i < n->n; i++)
        if (n->v[i].wd == wd && same(n->v[i].name, name) &&
            strcmp(n->v[i].path, path) == 0)
            return true;
    GROW(n->a, n->v, n->n, n->cap, 16);
    n->v[n->n++] = (struct watched){.wd = wd,
        .name = name == NULL ? NULL : arena_strndup(n->a, name, strlen(name)),
        .path = arena_strndup(n->a, path, strlen(path))};
    return true;
}

bool
notice_folder(struct notice *n, const char *dir, bool below)
{
    return add(n, dir, NULL, dir, below ? SAVED | CAME : SAVED);
}

static const char *
base_name(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash == NULL ? path : slash + 1;
}

bool
notice_file(struct notice *n, const char *path)
{
    struct arena *a = arena_new();
    const char *dir = path_folder(a, path);
    char *real = realpath(path, NULL), *folder = realpath(dir, NULL);
    bool ok = add(n, dir, base_name(path), path, SAVED);

    if (ok && real != NULL && folder != NULL &&
        strcmp(path_folder(a, real), folder) != 0)
        ok = add(n, path_folder(a, real), base_name(real), path, SAVED);
    free(real);
    free(folder);
    arena_free(a);
    return ok;
}

static void
tell(struct saved *out, struct arena *a, const char *path)
{
    for (int i = 0; i < out->n; i++)
        if (strcmp(out->v[i], path) == 0)
            return;
    GROW(a, out->v, out->n, out->cap, 16);
    out->v[out->n++] = path;
}

static void
take_event(const struct notice *n, struct arena *a,
    const struct inotify_event *e, struct saved *out)
{
    out->missed |= (e->mask & IN_Q_OVERFLOW) != 0;
    out->gone |= (e->mask & LOST) != 0;
    out->below |= (e->mask & CAME) != 0 && (e->mask & IN_ISDIR) != 0;
    if ((e->mask & SAVED) == 0 || (e->mask & IN_ISDIR) != 0 || e->len == 0)
        return;
    for (int i = 0; i < n->n; i++) {
        const struct watched *w = &n->v[i];

        if (w->wd != e->wd)
            continue;
        if (w->name == NULL)
            tell(out, a,
                path_join(
                    a, w->path, arena_strndup(a, e->name, strlen(e->name))));
        else if (strcmp(w->name, e->name) == 0)
            tell(out, a, w->path);
    }
}

/* All events that are there; false where there is none, or none can be read. */
static bool
take_events(struct notice *n, struct arena *a, struct saved *out)
{
    const struct inotify_event *e;
    ssize_t len = read(n->fd, n->room, ROOM);

    for (ssize_t at = 0; at < len; at += (ssize_t)(sizeof *e + e->len)) {
        e = (const void *)(n->room + at); /* the system aligns them */
        take_event(n, a, e, out);
    }
    out->failed = len < 0 && errno != EAGAIN && errno != EINTR;
    return len > 0;
}

struct saved
notice_take(struct notice *n, struct arena *a, int most)
{
    struct saved out = {0};
    struct pollfd fd = {.fd = n->fd, .events = POLLIN};

    for (int waited = 0; take_events(n, a, &out) && waited < most;
         waited += QUIET)
        if (poll(&fd, 1, QUIET) <= 0)
            break;
    return out;
}

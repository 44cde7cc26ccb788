/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* fdopendir, flock */

#include "base/file_draft.h"
#include "base/file_write.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* Only what has a name of ours, is a file of this user and is held by nobody.
   Two sweeps at once do no harm: a draft that a journal speaks of is left to
   who holds the journal. */

static const char prefix[] = ".relatieprofiel-";

enum { JOURNAL_MAX = 4096 };

/* What a name of ours has in common with others of its run: the characters
   behind the prefix up to `end` (".tmp": up to the last dash).  0: no name of
   ours. */
static size_t
key_length(const char *name, const char *end)
{
    size_t pre = sizeof prefix - 1, len = strlen(name), elen = strlen(end);
    const char *dash = strrchr(name, '-');
    size_t middle;

    if (len <= pre + elen || strncmp(name, prefix, pre) != 0 ||
        strcmp(name + len - elen, end) != 0)
        return 0;
    middle = len - pre - elen;
    if (strspn(name + pre, "0123456789abcdef-") < middle)
        return 0;
    if (strcmp(end, ".set") == 0)
        return middle;
    return dash < name + pre ? 0 : (size_t)(dash - name) - pre;
}

/* Opens and locks a file that was left behind; -1 where it is not that. */
static int
take(int dir, const char *name)
{
    struct stat st;
    int fd = openat(dir, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);

    if (fd < 0)
        return -1;
    if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_uid == geteuid() &&
        flock(fd, LOCK_EX | LOCK_NB) == 0)
        return fd;
    close(fd);
    return -1;
}

/* Whether a file of ours has that name: nothing else may be renamed. */
static bool
is_draft(int dir, const char *name, const char *key, size_t len)
{
    struct stat st;

    return key_length(name, ".tmp") == len &&
           strncmp(name + sizeof prefix - 1, key, len) == 0 &&
           fstatat(dir, name, &st, AT_SYMLINK_NOFOLLOW) == 0 &&
           S_ISREG(st.st_mode) && st.st_uid == geteuid();
}

/* Gives the drafts of a journal their final names; those that are gone have
   them.  False where one could not be. */
static bool
finish(int dir, const char *text, size_t len, const char *key, size_t klen)
{
    const char *at = text, *end = text + len;
    bool all = true;

    while (at < end) {
        const char *draft = at, *base = draft + strlen(draft) + 1;

        if (base >= end)
            break;
        at = base + strlen(base) + 1;
        if (*base != '\0' && strchr(base, '/') == NULL &&
            is_draft(dir, draft, key, klen))
            all &= renameat(dir, draft, dir, base) == 0;
    }
    return all && draft_sync(dir);
}

static void
sweep_journal(int dir, const char *name)
{
    char text[JOURNAL_MAX + 1];
    size_t key = key_length(name, ".set");
    int fd = key > 0 ? take(dir, name) : -1;
    ssize_t n;

    if (fd < 0)
        return;
    n = read(fd, text, JOURNAL_MAX);
    if (n >= 0) {
        text[n] = '\0';
        if (finish(dir, text, (size_t)n, name + sizeof prefix - 1, key))
            unlinkat(dir, name, 0);
    }
    close(fd);
}

static void
sweep_draft(int dir, const char *name)
{
    char journal[NAME_MAX + 1];
    size_t key = key_length(name, ".tmp");
    int fd = key > 0 ? take(dir, name) : -1;

    if (fd < 0)
        return;
    /* Who made it has ended, so that no journal comes any more. */
    snprintf(journal, sizeof journal, "%.*s.set",
        (int)(sizeof prefix - 1 + key), name);
    if (faccessat(dir, journal, F_OK, AT_SYMLINK_NOFOLLOW) != 0 &&
        errno == ENOENT)
        unlinkat(dir, name, 0);
    close(fd);
}

void
file_sweep(const char *folder)
{
    int fd = folder_open(folder);
    DIR *dir = fd < 0 ? NULL : fdopendir(fd);
    const struct dirent *entry;

    if (dir == NULL) {
        if (fd >= 0)
            close(fd);
        return;
    }
    while ((entry = readdir(dir)) != NULL)
        sweep_journal(fd, entry->d_name);
    rewinddir(dir);
    while ((entry = readdir(dir)) != NULL)
        sweep_draft(fd, entry->d_name);
    closedir(dir);
}

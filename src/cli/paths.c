/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Where files are.  The shipped ones are found from the program's own place,
   so that the same binary works in the build tree and installed. */
#define _XOPEN_SOURCE 700 /* realpath */

#include "cli/paths.h"

#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <stdint.h>
#include <string.h>
#include <sys/auxv.h>
#include <unistd.h>

enum { SELF_MAX = 4096, NAMES_FIRST = 64 };

static const char *const kind_folder[PATH_KINDS] = {
    [PATH_RULES] = "rules",
    [PATH_LAYOUTS] = "layouts",
    [PATH_FONTS] = "fonts",
    [PATH_EXAMPLES] = "examples",
};

/* A place from the program's folder, and a file that only our own tree has
   there. */
struct place {
    int up; /* folders */
    const char *below, *mark;
};

#define DUTCH "nl/LC_MESSAGES/relatieprofiel.mo"

/* Installed, build/ and build/VARIANT/; NULL ends the list. */
static const struct place share_places[] = {
    {1, "share/relatieprofiel", PATHS_CATALOGUE},
    {1, ".", PATHS_CATALOGUE},
    {2, ".", PATHS_CATALOGUE},
    {0, NULL, NULL},
};

static const struct place locale_places[] = {
    {1, "share/locale", DUTCH},
    {0, "locale", DUTCH},
    {1, "locale", DUTCH},
    {0, NULL, NULL},
};

const char *
path_folder(struct arena *a, const char *path)
{
    const char *slash = strrchr(path, '/');

    if (slash == NULL)
        return ".";
    return slash == path ? "/" : arena_strndup(a, path, (size_t)(slash - path));
}

const char *
path_join(struct arena *a, const char *dir, const char *name)
{
    if (strcmp(dir, ".") == 0)
        return name;
    return arena_printf(
        a, "%s%s%s", dir, path_has_suffix(dir, "/") ? "" : "/", name);
}

const char *
path_stem(struct arena *a, const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash == NULL ? path : slash + 1;
    const char *dot = strrchr(name, '.');

    return dot == NULL ? name : arena_strndup(a, name, (size_t)(dot - name));
}

bool
path_has_suffix(const char *path, const char *suffix)
{
    size_t len = strlen(path), slen = strlen(suffix);

    return len >= slen && strcmp(path + len - slen, suffix) == 0;
}

bool
path_is_file(const char *word)
{
    return strchr(word, '/') != NULL || path_has_suffix(word, ".ini");
}

/* The XDG base directory rule: a relative value does not count. */
static const char *
user_folder(struct arena *a)
{
    const char *config = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");

    if (config != NULL && config[0] == '/')
        return path_join(a, config, "relatieprofiel");
    if (home != NULL && home[0] == '/')
        return path_join(a, home, ".config/relatieprofiel");
    return NULL;
}

/* The folder of a place where its mark is, or NULL. */
static const char *
place_try(struct arena *a, const char *self, const struct place *place)
{
    const char *dir = path_folder(a, self);

    for (int i = 0; i < place->up; i++)
        dir = path_folder(a, dir);
    if (strcmp(place->below, ".") != 0)
        dir = path_join(a, dir, place->below);
    return file_exists(path_join(a, dir, place->mark)) ? dir : NULL;
}

/* The program's own file; without /proc the name that it was called by. */
static const char *
self_find(struct arena *a)
{
    char self[SELF_MAX], *real;
    ssize_t len = readlink("/proc/self/exe", self, sizeof self);
    const char *called = (const char *)(uintptr_t)getauxval(AT_EXECFN);
    const char *found = NULL;

    if (len > 0 && len < (ssize_t)sizeof self)
        return arena_strndup(a, self, (size_t)len);
    real = called == NULL ? NULL : realpath(called, NULL);
    if (real != NULL)
        found = arena_strndup(a, real, strlen(real));
    free(real);
    return found;
}

static const char *
place_find(struct arena *a, const struct place *places)
{
    const char *self = self_find(a), *dir = NULL;

    if (self == NULL)
        return NULL;
    for (; dir == NULL && places->below != NULL; places++)
        dir = place_try(a, self, places);
    return dir;
}

const char *
paths_locale(struct arena *a)
{
    return place_find(a, locale_places);
}

void
paths_find(struct arena *a, struct paths *out)
{
    errno = 0;
    *out = (struct paths){
        .user = user_folder(a), .share = place_find(a, share_places)};
    if (out->share == NULL && file_error_of_system(errno))
        out->error = errno;
}

int
paths_folders(struct arena *a, const struct paths *p, enum path_kind kind,
    const char *folders[PATHS_FOLDERS])
{
    int n = 0;

    if (p->user != NULL)
        folders[n++] = path_join(a, p->user, kind_folder[kind]);
    if (p->share != NULL)
        folders[n++] = path_join(a, p->share, kind_folder[kind]);
    return n;
}

const char *
paths_ini(struct arena *a, const struct paths *p, enum path_kind kind,
    const char *word, const char *beside)
{
    return path_is_file(word) ? word : paths_named(a, p, kind, word, beside);
}

const char *
paths_named(struct arena *a, const struct paths *p, enum path_kind kind,
    const char *name, const char *beside)
{
    const char *folders[PATHS_FOLDERS + 1];
    int n = 0;

    if (name[0] == '.' || name[0] == '\0' || strchr(name, '/') != NULL)
        return NULL;
    if (!path_has_suffix(name, ".ini"))
        name = arena_printf(a, "%s.ini", name);
    if (beside != NULL)
        folders[n++] = beside;
    n += paths_folders(a, p, kind, folders + n);
    for (int i = 0; i < n; i++) {
        const char *path = path_join(a, folders[i], name);

        if (file_exists(path))
            return path;
    }
    return NULL;
}

static int
name_compare(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

int
path_list(
    struct arena *a, const char *dir, const char *suffix, const char ***names)
{
    DIR *open = opendir(dir);
    const char **v = NULL;
    int n = 0, cap = 0, error;
    const struct dirent *entry;

    if (open == NULL)
        return -1;
    while (errno = 0, (entry = readdir(open)) != NULL) {
        const char *name = entry->d_name;

        if (name[0] == '.' || !path_has_suffix(name, suffix))
            continue;
        GROW(a, v, n, cap, NAMES_FIRST);
        v[n++] = arena_strndup(a, name, strlen(name));
    }
    error = errno;
    closedir(open);
    /* A folder that could be opened may be read: the system failed. */
    errno = error == 0 || file_error_of_system(error) ? error : EIO;
    if (error != 0)
        return -1;
    if (n > 0)
        qsort(v, (size_t)n, sizeof *v, name_compare);
    *names = v;
    return n;
}

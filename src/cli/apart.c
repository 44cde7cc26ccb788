/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "cli/apart.h"

#include "cli/paths.h"

#include <string.h>
#include <sys/stat.h>

/* A result that is named, where it stands. */
struct result {
    const char *path;
    struct stat file;   /* what it would replace */
    struct stat folder; /* where that lies */
    bool interview;     /* by its name */
};

static bool
is_same(const struct stat *a, const struct stat *b)
{
    return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

/* Whether reading `path` reads what the result would replace: that file, or an
   interview of that folder. */
static bool
reads(const char *path, const struct result *r)
{
    struct stat st;

    return path != NULL && stat(path, &st) == 0 &&
           (is_same(&st, &r->file) || (r->interview && S_ISDIR(st.st_mode) &&
                                          is_same(&st, &r->folder)));
}

static const char *
read_among(const struct engine_words *words, const struct result *r)
{
    for (int i = 0; i < words->n; i++)
        if (reads(words->v[i], r))
            return words->v[i];
    return NULL;
}

/* What is read of that file, or NULL. */
static const char *
read_as(const struct options *o, const struct result *r, bool operands)
{
    const char *one[] = {o->key, o->from, o->files_from, o->password};
    const char *found = read_among(&o->layouts, r);

    if (found == NULL)
        found = read_among(&o->report.rules, r);
    if (found == NULL && operands)
        found = read_among(&o->operands, r);
    for (size_t i = 0; found == NULL && i < sizeof one / sizeof *one; i++)
        if (reads(one[i], r))
            found = one[i];
    return found;
}

static bool
is_apart(const struct session *session, const char *path, bool operands)
{
    const char *found;
    struct result r = {.path = path};

    if (path == NULL || strcmp(path, "-") == 0 || stat(path, &r.file) != 0 ||
        !S_ISREG(r.file.st_mode))
        return true;
    r.interview =
        (path_has_suffix(path, ".yaml") || path_has_suffix(path, ".yml")) &&
        stat(path_folder(session->a, path), &r.folder) == 0;
    found = read_as(session->opts, &r, operands);
    if (found != NULL)
        console_error(session->console,
            _("%s is read here (%s), so no result takes its place: name "
              "another file"),
            path, found);
    return found == NULL;
}

bool
apart(const struct session *session)
{
    const struct options *o = session->opts;
    const struct verb *verb = o->verb;
    const char *named = verb->imports && o->from != NULL && o->operands.n > 0
                            ? o->operands.v[0]
                            : NULL;

    return is_apart(session, o->output, !verb->joins) &&
           is_apart(session, o->collect, true) &&
           is_apart(session, o->list_refused, true) &&
           is_apart(session, named, false);
}

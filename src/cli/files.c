/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Where each kind of file is looked for, and how it is read: texts whole, what
   the system's packages bring mapped, since little of it is looked at. */
#include "cli/files.h"

#include "base/file.h"
#include "base/utf8.h"
#include "cli/guard.h"

#include <string.h>

#define LEN(x) (sizeof(x) / sizeof *(x))

struct mapped_file {
    struct source file;
    struct mapped_file *next;
};

/* Where Debian's packages put fonts, patterns and the profile. */
static const char *const font_folders[] = {
    "/usr/share/fonts", "/usr/local/share/fonts"};

static const struct {
    const char *name, *path;
} patterns[] = {
    {"nl", "/usr/share/hyphen/hyph_nl_NL.dic"},
    {"en", "/usr/share/hyphen/hyph_en_GB.dic"},
};

static const char colour_profile[] = "/usr/share/color/icc/sRGB.icc";

/* Below the user's settings: what is kept with a report (--keep-all). */
static const char patterns_folder[] = "hyphen", colours_folder[] = "colours";

static const char *
find_font(struct arena *a, const struct paths *paths, const char *name,
    const char *system)
{
    const char *folders[PATHS_FOLDERS + LEN(font_folders)];
    int n = paths_folders(a, paths, PATH_FONTS, folders);

    for (size_t i = 0; system != NULL && i < LEN(font_folders); i++)
        folders[n++] = path_join(a, font_folders[i], system);
    for (int i = 0; i < n; i++) {
        const char *path = path_join(a, folders[i], name);

        if (file_exists(path))
            return path;
    }
    return NULL;
}

/* A file of that name in a folder of the user's own settings, else `path`. */
static const char *
own_or(struct arena *a, const struct paths *paths, const char *folder,
    const char *path)
{
    const char *base = strrchr(path, '/') + 1, *own;

    if (paths->user == NULL)
        return path;
    own = path_join(a, path_join(a, paths->user, folder), base);
    return file_exists(own) ? own : path;
}

static const char *
find_patterns(struct arena *a, const struct paths *paths, const char *name)
{
    for (size_t i = 0; i < LEN(patterns); i++) {
        const char *path;

        if (strcmp(patterns[i].name, name) != 0)
            continue;
        path = own_or(a, paths, patterns_folder, patterns[i].path);
        return file_exists(path) ? path : NULL;
    }
    return NULL;
}

/* One that is kept with a report goes before the shipped one. */
static const char *
find_catalogue(struct arena *a, const struct paths *paths)
{
    const char *own =
        paths->user == NULL ? NULL : path_join(a, paths->user, PATHS_CATALOGUE);

    if (own != NULL && file_exists(own))
        return own;
    return paths->share == NULL ? NULL
                                : path_join(a, paths->share, PATHS_CATALOGUE);
}

static enum path_kind
kind_of(enum engine_kind kind)
{
    return kind == ENGINE_RULES ? PATH_RULES : PATH_LAYOUTS;
}

static const char *
find_ini(struct arena *a, const struct paths *paths,
    const struct engine_want *want, const char *beside)
{
    return want->told
               ? paths_named(a, paths, kind_of(want->kind), want->name, beside)
               : paths_ini(a, paths, kind_of(want->kind), want->name, beside);
}

static const char *
find(void *ctx, struct arena *a, const struct engine_want *want)
{
    const struct paths *paths = &((const struct files *)ctx)->paths;
    const char *beside = want->from == NULL ? NULL : path_folder(a, want->from);
    const char *path;

    switch (want->kind) {
    case ENGINE_RULES:
    case ENGINE_LAYOUT:
        return find_ini(a, paths, want, beside);
    case ENGINE_CATALOGUE:
        return find_catalogue(a, paths);
    case ENGINE_CODES:
        return paths->share == NULL
                   ? NULL
                   : path_join(a, paths->share,
                         arena_printf(a, "explain/%s.yaml", want->name));
    case ENGINE_FONT:
        return find_font(a, paths, want->name, want->from);
    case ENGINE_PATTERNS:
        return find_patterns(a, paths, want->name);
    case ENGINE_COLOURS:
        path = own_or(a, paths, colours_folder, colour_profile);
        return file_exists(path) ? path : NULL;
    case ENGINE_LOGO:
        break;
    }
    return NULL;
}

/* Of rules and layouts: a name like it in the folders of the user and of the
   program. */
static const char *
near(void *ctx, struct arena *a, const struct engine_want *want)
{
    const struct paths *paths = &((const struct files *)ctx)->paths;
    const char *folders[PATHS_FOLDERS], *best = NULL;
    int least = 0, distance;
    int n = want->kind == ENGINE_RULES || want->kind == ENGINE_LAYOUT
                ? paths_folders(a, paths,
                      want->kind == ENGINE_RULES ? PATH_RULES : PATH_LAYOUTS,
                      folders)
                : 0;

    for (int i = 0; i < n; i++) {
        const char **names;
        int count = path_list(a, folders[i], ".ini", &names);

        for (int k = 0; k < count; k++) {
            const char *stem = path_stem(a, names[k]);

            if (utf8_similar(want->name, stem, &distance) &&
                (best == NULL || distance < least)) {
                best = stem;
                least = distance;
            }
        }
    }
    return best;
}

static bool
read_mapped(struct files *files, struct arena *a, struct diag *d,
    const char *path, struct source *out)
{
    struct mapped_file *m = NEW(a, struct mapped_file, 1);

    if (!file_map(a, d, path, out))
        return false;
    m->file = *out;
    m->next = files->mapped;
    files->mapped = m;
    return true;
}

/* Whether a file lies in a folder that the user or the program keeps. */
static bool
is_known(struct arena *a, const struct paths *paths, enum path_kind kind,
    const char *path)
{
    const char *folders[PATHS_FOLDERS], *folder = path_folder(a, path);
    int n = paths_folders(a, paths, kind, folders);

    for (int i = 0; i < n; i++)
        if (strcmp(folders[i], folder) == 0)
            return true;
    return false;
}

/* What an input told and lies beside it came along with it, from anybody: a
   link there could lead to any file, whose lines a message would show. */
static bool
read_ini(struct arena *a, struct diag *d, const struct paths *paths,
    const struct engine_want *want, struct source *out)
{
    const char *folder = path_folder(a, want->name);
    const char *slash = strrchr(want->name, '/');

    if (!want->told || is_known(a, paths, kind_of(want->kind), want->name))
        return file_read(a, d, want->name, ENGINE_TEXT_MAX, out);
    return file_read_beside(a, d, folder,
        slash == NULL ? want->name : slash + 1, ENGINE_TEXT_MAX, out);
}

static bool
read_kind(struct files *ctx, struct arena *a, struct diag *d,
    const struct engine_want *want, struct source *out)
{
    switch (want->kind) {
    case ENGINE_RULES:
    case ENGINE_LAYOUT:
        return read_ini(a, d, &ctx->paths, want, out);
    case ENGINE_CATALOGUE:
    case ENGINE_CODES:
        return file_read(a, d, want->name, ENGINE_TEXT_MAX, out);
    case ENGINE_LOGO:
        return file_read_beside(
            a, d, path_folder(a, want->from), want->name, ENGINE_TEXT_MAX, out);
    case ENGINE_FONT:
        return read_mapped(ctx, a, d, want->name, out);
    case ENGINE_PATTERNS:
    case ENGINE_COLOURS:
        if (read_mapped(ctx, a, d, want->name, out))
            return true;
        diag_fail(d); /* no input names them: they are of the system */
        return false;
    }
    return false;
}

static bool
lies_in(const char *path, const char *folder)
{
    size_t len = strlen(folder);

    return strncmp(path, folder, len) == 0 && path[len] == '/';
}

/* Whether it is of no package, and may be made to do harm. */
static bool
is_of_others(const struct files *files, const struct engine_want *want)
{
    if (want->kind == ENGINE_FONT)
        return !files->engine.trusts(NULL, want->name);
    if (want->kind == ENGINE_LOGO)
        return true;
    return want->kind == ENGINE_LAYOUT &&
           (files->paths.share == NULL ||
               !lies_in(want->name, files->paths.share));
}

/* What is read serves the whole run, and is remembered as long. */
static bool
read_file(void *ctx, struct arena *a, struct diag *d,
    const struct engine_want *want, struct source *out)
{
    struct files *files = ctx;
    struct files_read *one;

    if (is_of_others(files, want))
        guard_asset(want->name);
    if (!read_kind(files, a, d, want, out))
        return false;
    one = NEW(files->a, struct files_read, 1);
    *one = (struct files_read){want->kind, want->told, *out, NULL};
    if (files->last == NULL)
        files->read = one;
    else
        files->last->next = one;
    files->last = one;
    return true;
}

/* A package manager looks after the system's. */
static bool
trusts(void *ctx, const char *name)
{
    (void)ctx;
    for (size_t i = 0; i < LEN(font_folders); i++)
        if (strncmp(name, font_folders[i], strlen(font_folders[i])) == 0)
            return true;
    return false;
}

void
files_open(struct arena *a, struct files *out)
{
    const char *folders[PATHS_FOLDERS];

    *out = (struct files){.a = a,
        .engine = {.ctx = out,
            .find = find,
            .near = near,
            .read = read_file,
            .trusts = trusts,
            .font_folder = "~/.config/relatieprofiel/fonts"}};
    paths_find(a, &out->paths);
    if (paths_folders(a, &out->paths, PATH_FONTS, folders) > 0)
        out->engine.font_folder = folders[0];
}

void
files_close(struct files *files)
{
    for (const struct mapped_file *m = files->mapped; m != NULL; m = m->next)
        file_unmap(&m->file);
    files->mapped = NULL;
}

int
files_folders(struct arena *a, const struct files *files,
    const char *folders[FILES_FOLDERS])
{
    static const enum path_kind kinds[] = {
        PATH_RULES, PATH_LAYOUTS, PATH_FONTS};
    int n = 0;

    for (size_t i = 0; i < LEN(kinds); i++)
        n += paths_folders(a, &files->paths, kinds[i], folders + n);
    if (files->paths.user != NULL) {
        folders[n++] = path_join(a, files->paths.user, patterns_folder);
        folders[n++] = path_join(a, files->paths.user, colours_folder);
    }
    for (size_t i = 0; i < LEN(font_folders); i++)
        folders[n++] = font_folders[i];
    for (size_t i = 0; i < LEN(patterns); i++)
        folders[n++] = path_folder(a, patterns[i].path);
    folders[n++] = path_folder(a, colour_profile);
    return n;
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Where the program's own files are: rules, layouts, fonts and examples, of
   the user and as shipped. */
#ifndef CLI_PATHS_H
#define CLI_PATHS_H

#include "base/arena.h"

#include <stdbool.h>

/* Below the folder of shipped files. */
#define PATHS_CATALOGUE "fonts/catalogue.ini"

enum path_kind {
    PATH_RULES,
    PATH_LAYOUTS,
    PATH_FONTS,
    PATH_EXAMPLES,
    PATH_KINDS
};

struct paths {
    const char *user;  /* ~/.config/relatieprofiel, or NULL */
    const char *share; /* source tree or PREFIX/share/relatieprofiel, or NULL */
    int error;         /* why the system could not tell `share`, or 0 */
};

/* Reads XDG_CONFIG_HOME, HOME and where the program itself lies. */
void paths_find(struct arena *a, struct paths *out);

/* The folder of translated messages, or NULL. */
const char *paths_locale(struct arena *a);

/* The folders of a kind, first the user's; returns how many (0 to 2). */
enum { PATHS_FOLDERS = 2 };
int paths_folders(struct arena *a, const struct paths *p, enum path_kind kind,
    const char *folders[PATHS_FOLDERS]);

/* The file that a word of -r or -l means: the word itself where it holds '/' or
   ends in .ini, else that of the name.  NULL where there is none. */
const char *paths_ini(struct arena *a, const struct paths *p,
    enum path_kind kind, const char *word, const char *beside);

/* The file of a name, NAME.ini, in `beside` (may be NULL), the user's folder,
   the shipped one; NULL where there is none.  What an input told is looked for
   here alone: a word with '/' or a leading dot is no name. */
const char *paths_named(struct arena *a, const struct paths *p,
    enum path_kind kind, const char *name, const char *beside);

/* Whether paths_ini takes the word for a path. */
bool path_is_file(const char *word);

/* "a/b" of "a/b/c", "." of "c". */
const char *path_folder(struct arena *a, const char *path);

/* DIR/NAME, or NAME where DIR is ".". */
const char *path_join(struct arena *a, const char *dir, const char *name);

/* "c" of "a/b/c.EXT". */
const char *path_stem(struct arena *a, const char *path);

bool path_has_suffix(const char *path, const char *suffix);

/* Names of the files in a folder that end in `suffix`, without dot files,
   sorted by bytes; -1 with errno set where the folder cannot be read. */
int path_list(
    struct arena *a, const char *dir, const char *suffix, const char ***names);

#endif

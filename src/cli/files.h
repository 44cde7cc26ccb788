/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The files that the engine asks for, as they lie on this machine. */
#ifndef CLI_FILES_H
#define CLI_FILES_H

#include "cli/paths.h"
#include "engine/engine.h"

struct mapped_file;

/* A file that was read. */
struct files_read {
    enum engine_kind kind;
    bool told; /* its name was read in a file */
    struct source file;
    struct files_read *next; /* read later */
};

enum { FILES_FOLDERS = 16 };

struct files {
    struct arena *a; /* of the run */
    struct paths paths;
    struct mapped_file *mapped; /* given back by files_close */
    struct files_read *read, *last;
    struct engine_files engine; /* to be opened with; its ctx is the struct */
};

/* `out` must stay where it is. */
void files_open(struct arena *a, struct files *out);
void files_close(struct files *files);

/* The folders in which files of the engine are looked for, but those beside an
   interview. */
int files_folders(struct arena *a, const struct files *files,
    const char *folders[FILES_FOLDERS]);

#endif

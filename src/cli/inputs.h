/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The interviews of a command line: folders opened, doubles found. */
#ifndef CLI_INPUTS_H
#define CLI_INPUTS_H

#include "cli/session.h"

struct input {
    const char *path;
    const char *dir;           /* the folder of its reports */
    struct manifest *manifest; /* that of the folder, or NULL */
    const char *case_id;       /* NULL: not known */
    const char *twin;          /* another file with that case id, or NULL */
    bool failed;               /* the system did not give it; that was said */
};

struct inputs {
    struct input *v;
    int n, cap;
    bool batch;      /* more than one, or a folder */
    int passed_over; /* files of folders that only look like interviews */
};

/* Puts the paths of --files-from behind the operands, an end each; false where
   they cannot be read (said). */
bool inputs_take_list(struct session *session, struct options *o);

/* Operands as files: a folder stands for its *.yaml and *.yml in any case,
   sorted, but for the copies that reports keep beside themselves, and with
   --recursive then for those of the folders in it (not of links to folders, nor
   of the folder that reports go to), whose reports go to folders of the same
   names; a path given twice, as ./x and x too, counts once.  What looks like an
   interview under another name is said. STATUS_REFUSED with the reason said
   where a folder holds none or cannot be read (STATUS_FAILED where the system
   failed); the others are still in `out`. */
enum status inputs_expand(struct session *session,
    const struct engine_words *operands, struct inputs *out);

/* Whether an entry of a folder is a folder to be read too. */
bool inputs_go_below(const struct session *session, const char *path);

/* The inputs in the order of `compare`, as qsort has it. */
struct input **inputs_sorted(struct arena *a, const struct inputs *inputs,
    int (*compare)(const void *, const void *));

/* Loads the rules of -r for every folder in which an input lies; STATUS_USAGE
   with their faults said where they cannot be used. */
enum status inputs_load_rules(
    struct session *session, const struct inputs *inputs);

/* Reads the case ids of several inputs that have none yet, loads the rules that
   they name and finds twins: two of one case id, with --recursive of one
   folder. */
void inputs_find_twins(struct session *session, struct inputs *inputs);

/* Leaves the interviews of the shard of the options, where they name one. */
void inputs_take_shard(const struct session *session, struct inputs *inputs);

/* Reads and scores the interview at `path`; `*out` is NULL where there is no
   file. */
enum status inputs_read(struct arena *a, struct diag *d,
    struct session *session, const char *path, struct engine_case **out);

/* The same of an input, which is refused where another has its case id. */
enum status inputs_read_own(struct arena *a, struct diag *d,
    struct session *session, const struct input *input,
    struct engine_case **out);

/* The same, with what no single report of it can see: characters that no font
   shows, and a case id that holds a name that is left out. */
enum status inputs_read_whole(struct arena *a, struct diag *d,
    struct session *session, const struct input *input,
    struct engine_case **out);

#endif

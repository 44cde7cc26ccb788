/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* manifest.jsonl: what became of every report of a batch, in the folder that
   they go to.  While the run goes on lines are added in the order of the
   interviews; when it ends they are sorted, so that any order, number of
   processes and number of attempts ends in the same bytes. */
#ifndef CLI_MANIFEST_H
#define CLI_MANIFEST_H

#include "cli/inputs.h"
#include "cli/manifest_line.h"

struct manifest;

/* The name of the whole; that of shard I of N is manifest.I-of-N.jsonl. */
extern const char manifest_name[];

/* Whether the options ask for manifests in this batch. */
bool manifests_wanted(const struct session *session, const struct inputs *in);

/* Opens those of all folders that the inputs' reports go to, in `session->a`,
   for this run alone; inputs get theirs.  With --resume what they know is kept,
   else they begin anew.  The reason why not is said. */
enum status manifests_open(
    struct session *session, struct inputs *inputs, struct manifest **all);

/* The line on a report that was written before this run; false where there is
   none.  In `a`. */
bool manifest_find(struct arena *a, const struct manifest *m,
    const char *case_id, const char *layout_id, struct manifest_line *out);

/* Adds lines; the disk has them some time later.  False where they cannot be
   added, which is said once. */
bool manifest_add(const struct session *session, struct manifest *m,
    const char *lines, size_t len);

/* In a worker: gives the files up, so that they are free when the run is
   gone. */
void manifests_leave(struct manifest *all);

/* Sorts and closes them; STATUS_FAILED where one could not be written, which is
   said. */
enum status manifests_close(struct session *session, struct manifest *all);

#endif

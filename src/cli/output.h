/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Where reports go: names, folders that can be written, and what may be
   replaced. */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include "cli/session.h"

/* No report of ours is larger. */
enum { OUTPUT_REPORT_MAX = 256 * 1024 * 1024 };

/* The folder that reports of `input` go to: that of -d, in it the one that lies
   `below` (or NULL); else beside -o, else beside the input. */
const char *output_dir(struct arena *a, const struct options *o,
    const char *input, const char *below);

/* Whether reports can be made in that folder, which is made where there is none
   (folder.h), and swept; the reason is said. */
bool output_ready(struct session *session, const char *dir);

/* Finishes or takes away what an earlier run left in a folder when it was
   killed; `dir` lives as long as the session. */
void output_sweep(struct session *session, const char *dir);

/* Where a report goes: -o, else CASE.LAYOUT.pdf in `dir`. */
const char *output_path(struct arena *a, const struct options *o,
    const char *dir, const struct engine_case *c,
    const struct engine_form *form);

/* The name of a report. */
const char *output_name(
    struct arena *a, const char *case_id, const char *layout_id, bool booklet);

/* Whether a report stands in `dir`, whole with its copies, whose SHA-256 is
   `pdf`. */
bool output_stands(struct arena *a, const struct session *session,
    const char *dir, const struct engine_case *c,
    const struct engine_form *form, const char *pdf);

/* Makes a report, or the stage that is asked for, and brings it where it goes
   (output_path); "-" is standard output.  STATUS_REFUSED where
   another file stands there (without
   --force only a report of ours on the same case and layout is replaced),
   STATUS_FAILED where the system refuses; the reason is said.  `*pdf` becomes
   the SHA-256 of the report (NULL: it is not asked for). */
enum status output_report(struct arena *a, struct diag *d,
    struct session *session, const char *dir, const struct engine_case *c,
    const struct engine_form *form, const char **pdf);

/* Whether a file of that name can be made; the reason is said.  What an earlier
   run left beside it is swept. */
bool output_file_ready(struct session *session, const char *path);

/* Whether a collection of reports in that form may go to `path`: without
   --force only another collection of that layout is replaced.  The reason why
   not is said; the status is as that of output_report. */
enum status output_may_collect(struct arena *a, const struct session *session,
    const char *path, const struct engine_form *form);

/* Writes into a device, which is not replaced; the reason why not is said. */
enum status output_device(
    const struct session *session, const char *path, const struct buf *pdf);

/* Writes a text to a file of the user's naming, which is replaced with --force
   only.  Else as output_report. */
enum status output_text(
    const struct session *session, const char *path, const struct buf *text);

/* Puts a text in place of the file `path`, which keeps its permissions; a link
   goes on pointing to it. */
enum status output_replace(
    const struct session *session, const char *path, const struct buf *text);

#endif

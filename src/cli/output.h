/* Where reports go: names, folders that can be written, and what may be
   replaced. */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include "cli/job.h"

/* No report of ours is larger. */
enum { OUTPUT_REPORT_MAX = 64 * 1024 * 1024 };

/* Whether reports can be made in a folder; the reason is said. */
bool output_folder(const struct console *console, const char *dir);

/* Where a report of `input` goes: -o, else CASE.LAYOUT.pdf in -d, else beside
   the interview.  "-" is standard output. */
const char *output_path(struct arena *a, const struct options *o,
    const char *input, const struct subject *subject, const struct form *form);

/* Writes a report.  STATUS_REFUSED where another file stands there (without
   --force only a report of ours on the same case and layout is replaced),
   STATUS_FAILED where the system refuses; the reason is said. */
enum status output_write(struct arena *a, const struct session *session,
    const char *path, const struct subject *subject, const struct form *form,
    const struct buf *pdf);

/* Writes a text to a file of the user's naming, which is replaced with --force
   only.  Else as output_write. */
enum status output_write_text(
    const struct session *session, const char *path, const struct buf *text);

#endif

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What the program says: messages on standard error, results on standard
   output. */
#ifndef CLI_CONSOLE_H
#define CLI_CONSOLE_H

#include "cli/opts.h"

const char *console_translate(const char *english);

/* What is told of the system, by whatever says it. */
struct trouble {
    bool failed; /* the system failed: the run ends with STATUS_FAILED */
    bool full;   /* there is no room to write in */
};

struct console {
    bool color, json;
    bool quiet;   /* faults and warnings only */
    bool verbose; /* a line per report; also on a terminal */
    struct trouble *trouble;
    struct buf *held;  /* messages are kept here; NULL: standard error */
    struct told *told; /* codes that a line `more:` was said of; NULL: there are
                          none of these lines */
};

/* Looks at the options, the environment and what standard error is; what it
   remembers lies in `a`.  `trouble` lives as long as the console. */
struct console console_open(
    struct arena *a, const struct options *o, struct trouble *trouble);

/* What comes from files, their names and the command line may be hostile: in
   all of these but console_text and console_bytes it is made visible
   (base/visible.h). */

/* Text for standard error, as it is: messages that were made here; but for the
   marks of codes: the first of a code in a run becomes a line `more:`, any
   other nothing. */
void console_text(const struct console *c, const char *text, size_t len);

/* All messages of `d` to standard error, as text or a JSON object per line
   (without source lines, which are personal).  One of code E100, about no
   place in a file, is said as console_error does. */
void console_diag(
    const struct console *c, struct arena *a, const struct diag *d);

/* "relatieprofiel: ..." about no place in a file. */
void console_error(const struct console *c, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/* The same where the system failed: then the status is STATUS_FAILED. */
enum status console_failure(const struct console *c, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/* console_failure or console_error by `error` (errno); STATUS_FAILED or
   `otherwise`. */
enum status console_errno(const struct console *c, int error,
    enum status otherwise, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));

/* A line about what goes well; not with -q. */
void console_note(const struct console *c, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/* Lines of text to standard output, a mark of UTF-8 before them as it is;
   STATUS_FAILED with the reason said where that fails.  A reader that went away
   is no failure. */
enum status console_out(const struct console *c, const char *text, size_t len);

/* The same for the bytes of a report, as they are. */
enum status console_bytes(
    const struct console *c, const char *data, size_t len);

/* The worse of two. */
enum status status_worse(enum status a, enum status b);

#endif

/* What the program says: messages on standard error, results on standard
   output. */
#ifndef CLI_CONSOLE_H
#define CLI_CONSOLE_H

#include "cli/opts.h"

const char *console_translate(const char *english);

struct console {
    bool color, json;
    bool quiet;       /* faults and warnings only */
    bool verbose;     /* a line per report; also on a terminal */
    struct buf *held; /* messages are kept here; NULL: standard error */
};

/* Looks at the options, the environment and what standard error is. */
struct console console_open(const struct options *o);

/* Text for standard error, as it is. */
void console_text(const struct console *c, const char *text, size_t len);

/* All messages of `d` to standard error, as text or a JSON object per line
   (without source lines, which are personal).  One of code E100, about no
   place in a file, is said as console_error does. */
void console_diag(
    const struct console *c, struct arena *a, const struct diag *d);

/* "relatieprofiel: ..." about no place in a file. */
void console_error(const struct console *c, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/* A line about what goes well; not with -q. */
void console_note(const struct console *c, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/* Bytes to standard output; STATUS_FAILED with the reason said where that
   fails.  A reader that went away is no failure. */
enum status console_out(const struct console *c, const char *data, size_t len);

/* The worse of two. */
enum status status_worse(enum status a, enum status b);

#endif

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What the program says. */
#include "cli/console.h"

#include "base/file.h"
#include "base/visible.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MESSAGE_MAX = 4096, CODE_LENGTH = 4, CODES_SIZE = 1000 * CODE_LENGTH };

/* Codes one behind the other, and a NUL. */
struct told {
    char codes[CODES_SIZE + 1];
};

/* The code of a fault that is about no place in a file. */
static const char code_of_none[] = "E100";

const char *
console_translate(const char *english)
{
    return gettext(english);
}

enum status
status_worse(enum status a, enum status b)
{
    return a > b ? a : b;
}

static bool
env_given(const char *name)
{
    const char *value = getenv(name);

    return value != NULL && value[0] != '\0';
}

static bool
color_wanted(const struct options *o)
{
    const char *term = getenv("TERM");

    if (o->color != WHEN_AUTO)
        return o->color == WHEN_ALWAYS;
    return isatty(STDERR_FILENO) && !env_given("NO_COLOR") &&
           (term == NULL || strcmp(term, "dumb") != 0);
}

struct console
console_open(struct arena *a, const struct options *o, struct trouble *trouble)
{
    return (struct console){
        .told = isatty(STDERR_FILENO) ? NEW(a, struct told, 1) : NULL,
        .color = color_wanted(o),
        .json = o->json != 0,
        .quiet = o->quiet,
        .trouble = trouble,
        .verbose = !o->quiet && (o->verbose || isatty(STDERR_FILENO)),
    };
}

/* Whether this is the first of the code at `code`, which is remembered. */
static bool
told_first(struct told *told, const char *code)
{
    char *known = told->codes;

    while (*known != '\0' && memcmp(known, code, CODE_LENGTH) != 0)
        known += CODE_LENGTH;
    if (*known != '\0' || known >= told->codes + CODES_SIZE)
        return false;
    memcpy(known, code, CODE_LENGTH);
    return true;
}

void
console_text(const struct console *c, const char *text, size_t len)
{
    const char *mark;

    if (c->held != NULL) {
        buf_add(c->held, text, len);
        return;
    }
    while (c->told != NULL && (mark = memchr(text, DIAG_CODE_MARK, len))) {
        size_t before = (size_t)(mark - text), line = CODE_LENGTH + 2;

        fwrite(text, 1, before, stderr);
        if (told_first(c->told, mark + 1))
            fprintf(stderr, _("  more: %s explain %.*s\n"), PROGRAM_NAME,
                CODE_LENGTH, mark + 1);
        text += before + line;
        len -= before + line;
    }
    if (len > 0)
        fwrite(text, 1, len, stderr);
}

/* Quiet leaves notes out, but not the review of names (A1xx): who passes such
   a report on must have read it. */
static enum severity
least_shown(const struct console *c, const struct diag *d)
{
    if (!c->quiet)
        return SEVERITY_NOTE;
    for (const struct message *m = diag_first(d); m != NULL; m = m->next)
        if (m->severity == SEVERITY_NOTE && m->code[0] == 'A')
            return SEVERITY_NOTE;
    return SEVERITY_WARNING;
}

static void
say_plainly(const char *text, struct buf *out)
{
    buf_puts(out, PROGRAM_NAME ": ");
    buf_visible_line(out, text);
    buf_putc(out, '\n');
}

void
console_diag(const struct console *c, struct arena *a, const struct diag *d)
{
    enum severity least = least_shown(c, d);
    struct buf out = buf_new(a);
    const struct message *first = diag_first(d);

    c->trouble->failed |= diag_failed(d);
    if (!c->json && first != NULL && strcmp(first->code, code_of_none) == 0)
        say_plainly(first->text, &out);
    else if (!c->json)
        diag_format_from(d, least, &out, c->color, c->told != NULL);
    else
        engine_messages(a, d, least, &out);
    console_text(c, out.p, out.len);
}

static void console_verror(const struct console *c, const char *fmt,
    va_list args) __attribute__((format(printf, 2, 0)));

static void
console_verror(const struct console *c, const char *fmt, va_list args)
{
    struct arena *a = arena_new();
    struct diag *d = diag_new(a, NULL);

    diag_verror(d, (struct pos){0}, code_of_none, fmt, args);
    console_diag(c, a, d);
    arena_free(a);
}

void
console_error(const struct console *c, const char *fmt, ...)
{
    va_list args;

    va_start(args, fmt);
    console_verror(c, fmt, args);
    va_end(args);
}

enum status
console_failure(const struct console *c, const char *fmt, ...)
{
    va_list args;

    va_start(args, fmt);
    console_verror(c, fmt, args);
    va_end(args);
    c->trouble->failed = true;
    return STATUS_FAILED;
}

enum status
console_errno(const struct console *c, int error, enum status otherwise,
    const char *fmt, ...)
{
    bool failed = file_error_of_system(error);
    va_list args;

    va_start(args, fmt);
    console_verror(c, fmt, args);
    va_end(args);
    c->trouble->failed |= failed;
    return failed ? STATUS_FAILED : otherwise;
}

void
console_note(const struct console *c, const char *fmt, ...)
{
    char text[MESSAGE_MAX];
    struct arena *a;
    struct buf out;
    va_list args;

    if (c->quiet || c->json)
        return;
    va_start(args, fmt);
    vsnprintf(text, sizeof text, fmt, args);
    va_end(args);
    a = arena_new();
    out = buf_new(a);
    buf_visible_line(&out, text);
    buf_putc(&out, '\n');
    console_text(c, out.p, out.len);
    arena_free(a);
}

enum status
console_out(const struct console *c, const char *text, size_t len)
{
    static const char mark[] = "\xef\xbb\xbf";
    struct arena *a = arena_new();
    struct buf out = buf_new(a);
    size_t head = len >= 3 && memcmp(text, mark, 3) == 0 ? 3 : 0;
    enum status status;

    buf_add(&out, text, head);
    buf_visible(&out, text + head, len - head);
    status = console_bytes(c, out.p, out.len);
    arena_free(a);
    return status;
}

enum status
console_bytes(const struct console *c, const char *data, size_t len)
{
    while (len > 0) {
        ssize_t n = write(STDOUT_FILENO, data, len);

        if (n < 0 && file_interrupted())
            continue;
        if (n < 0 && errno == EPIPE)
            return STATUS_OK;
        if (n <= 0)
            return console_failure(c, _("cannot write standard output: %s"),
                _(file_reason(errno)));
        data += n;
        len -= (size_t)n;
    }
    return STATUS_OK;
}

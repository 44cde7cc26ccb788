/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Messages about inputs: who finds a fault reports it here, everyone above
   passes "failed" on.  Messages are collected, not printed: who calls asks for
   them as text.  Form: `file:line:col: severity[CODE]: text`, the source line
   with a caret, `help:` and `note:` lines. */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include "base/buf.h"

#include <stdarg.h>
#include <stdbool.h>

/* A text that positions point into.  Lives as long as the diag.  Marks make
   finding places fast (places_mark in base/places.h); right without them. */
struct source {
    const char *name; /* as the user wrote it */
    const char *text; /* valid UTF-8, or raw bytes before that is known */
    size_t len;
    const struct source_mark *marks;
    size_t nmarks;
};

/* A place: 1-based line and column in code points; line 0 = the whole file.
   `whole` is the list or group that begins there, where its first part begins
   too. */
struct pos {
    const struct source *src;
    int line, col;
    bool whole;
};

/* What a message proposes to put in place of bytes of its source, so that a
   program can do it; `text` is NULL where there is none. */
struct fix {
    size_t from, to;
    const char *text;
};

enum severity { SEVERITY_NOTE, SEVERITY_WARNING, SEVERITY_ERROR };

struct message {
    enum severity severity;
    struct pos at;
    const char *code; /* "I204" */
    const char *text;
    const char *lacks;    /* the key that is missing at the place, or NULL */
    const char *help;     /* or NULL */
    struct fix fix;       /* what the help proposes */
    struct pos note_at;   /* second place */
    const char *note;     /* or NULL */
    struct message *next; /* in order of report */
};

struct diag;

/* Collects in `a`, which must outlive it.  `translate` gives a message's format
   in the user's language (gettext) or NULL for English. */
struct diag *diag_new(
    struct arena *a, const char *(*translate)(const char *english));

/* Report.  `code` is a constant; the English format stands at the call site,
   lower case, no final stop.  diag_error returns false always, so that
   `return diag_error(...)` is the idiom. */
bool diag_error(struct diag *d, struct pos at, const char *code,
    const char *fmt, ...) __attribute__((format(printf, 4, 5)));
bool diag_verror(struct diag *d, struct pos at, const char *code,
    const char *fmt, va_list ap) __attribute__((format(printf, 4, 0)));
/* The same of what is no fault of the input: the system failed (a disk, too
   little memory, too many open files), and trying again may help. */
bool diag_failure(struct diag *d, struct pos at, const char *code,
    const char *fmt, ...) __attribute__((format(printf, 4, 5)));
void diag_warning(struct diag *d, struct pos at, const char *code,
    const char *fmt, ...) __attribute__((format(printf, 4, 5)));
void diag_remark(struct diag *d, struct pos at, const char *code,
    const char *fmt, ...) __attribute__((format(printf, 4, 5)));

/* Adds a way out to the message reported last. */
void diag_help(struct diag *d, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/* Adds a second place to the message reported last. */
void diag_note(struct diag *d, struct pos at, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

/* What the help of the message reported last proposes: `text` in place of the
   bytes from `from` to `to` of the source that the message is about.  Put
   there, it must be accepted. */
void diag_fix(struct diag *d, size_t from, size_t to, const char *text);

/* Says of the message reported last which key is missing at its place; `key`
   lives as long as the diag. */
void diag_lacks(struct diag *d, const char *key);

/* The user's language for words that go into a message; those that a table
   holds are marked for the translators by DIAG_WORDS. */
#define DIAG_WORDS(english) english
const char *diag_words(const struct diag *d, const char *english)
    __attribute__((format_arg(2)));

/* Errors (warnings) reported so far in `src`; in all sources for NULL. */
int diag_errors(const struct diag *d, const struct source *src);
int diag_warnings(const struct diag *d, const struct source *src);

/* What was reported is no fault of the input, as in diag_failure. */
void diag_fail(struct diag *d);

/* Whether the system failed (diag_failure). */
bool diag_failed(const struct diag *d);

/* Whether an error was reported in these lines of a source. */
bool diag_errors_in(
    const struct diag *d, const struct source *src, int from, int to);

/* True once 20 errors are reported in `src`: a reader may stop. */
bool diag_full(const struct diag *d, const struct source *src);

/* True once so many errors (for an error; for a warning, warnings) are reported
   in the source of the message reported last that it will hardly be shown: a
   proposal that takes time need not be looked for. */
bool diag_many(const struct diag *d);

/* First message, and the one reported last, or NULL. */
const struct message *diag_first(const struct diag *d);
const struct message *diag_last(const struct diag *d);

/* The messages that are at least so severe, by source and place; their number
   in `*n`. */
const struct message *const *diag_sorted(
    struct arena *a, const struct diag *d, enum severity least, size_t *n);

/* All messages as text, per source by place, at most 20 errors (warnings)
   of a source and then a line with the number left out; `color` adds terminal
   colours. */
void diag_format(const struct diag *d, struct buf *out, bool color);

/* The same, of messages that are at least so severe; with `codes`, behind each
   a line DIAG_CODE_MARK and its code, for who prints them to say where there is
   more on the first of a kind.  No message holds that character. */
#define DIAG_CODE_MARK '\x01'
void diag_format_from(const struct diag *d, enum severity least,
    struct buf *out, bool color, bool codes);

/* The word of `words` (n of them, NULLs skipped) most like `word`, or NULL
   when none is near: for "did you mean". */
const char *diag_nearest(const char *word, const char *const *words, size_t n);

/* The place of byte `offset` in a source. */
struct pos diag_pos(const struct source *src, size_t offset);

#endif

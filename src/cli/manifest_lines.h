/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Many lines of a manifest, in order.  Of each only its key is held; the text
   stays in a file that is mapped, of which a stretch at a time is loaded. */
#ifndef CLI_MANIFEST_LINES_H
#define CLI_MANIFEST_LINES_H

#include "base/buf.h"
#include "base/places.h"

#include <stdint.h>

/* After so many lines what is loaded of their file is let go. */
enum { LINES_LOADED = 1024 };

struct line {
    const char *text; /* in a mapped file, without its end */
    const char *key;  /* which report it is on (line_key); a copy */
    uint32_t len, nkey;
};

struct lines {
    struct line *v;
    int n, cap;
};

/* Lines of a file, one after the other: `at` begins at its text or behind other
   lines. */
struct lines_reader {
    const struct source *file;
    const char *at;
    int n;
};

/* Takes the next line that has an end; false where there is none.  Its key is
   not set. */
bool lines_next(struct lines_reader *r, struct line *out);

/* Adds a line of lines_next, with its key; both in `a`. */
void lines_add(struct arena *a, struct lines *lines, struct line line);

/* As bytes; and by report, then by place in the file. */
void lines_sort(struct lines *lines);
void lines_sort_by_report(struct lines *lines);

/* The last with that key of lines by report, or NULL. */
const struct line *lines_find(
    const struct lines *sorted, const char *key, size_t len);

/* Whether it is the last of its report. */
bool lines_is_last(const struct lines *sorted, int i);

/* Whether `now` holds just `head` and these lines. */
bool lines_are(const struct lines *lines, const struct buf *head,
    const struct source *now);

/* Writes `head` and these lines, which lie in `files`, to `path`, whole or not
   at all (file_write); false with errno set. */
bool lines_write(const struct lines *lines, const struct buf *head,
    const char *path, const struct source *const *files, int nfiles);

#endif

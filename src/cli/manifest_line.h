/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* A line of a manifest: what became of one report, as a JSON object.  It has no
   name of a person, path, text or time.

   A line has one form only, so that lines are compared and sorted as bytes, and
   its beginning (line_key) tells which report it is of. */
#ifndef CLI_MANIFEST_LINE_H
#define CLI_MANIFEST_LINE_H

#include "engine/engine.h"

struct manifest_line {
    const char *case_id; /* NULL: the interview could not be read so far */
    const char *status;  /* of line_status */
    const char
        *codes; /* of errors, else of warnings; sorted, a blank between */
    int pages;  /* 0: not made */
    struct engine_causes causes;
    const char *pdf; /* SHA-256 of the report; NULL: not made */
};

enum line_status { LINE_WRITTEN, LINE_REFUSED, LINE_FAILED };
extern const char *const line_status[];

/* The code of a refusal that is of no file. */
extern const char line_code_of_none[];

/* Which shard a manifest is of: its first line, where it is of one.  `lines` is
   how many follow, -1 until the run has ended. */
struct manifest_shard {
    int i, n; /* n = 0: of no shard */
    int lines;
};

/* Adds the line, with its end. */
void line_print(const struct manifest_line *line, struct buf *out);
void line_print_shard(const struct manifest_shard *shard, struct buf *out);

/* Reads a line (without its end) that line_print made; false where it is none.
   Texts lie in `a`. */
bool line_read(
    struct arena *a, const char *text, size_t len, struct manifest_line *out);
bool line_read_shard(const char *text, size_t len, struct manifest_shard *out);

/* Adds a line on a report that was made, and is not there after all. */
void line_print_unmade(struct arena *a, const char *text, size_t len,
    enum line_status status, struct buf *out);

/* How long the beginning is that two lines on one report have in common. */
size_t line_key(const char *text, size_t len);

/* The same beginning, made of a case and a layout. */
const char *line_key_of(
    struct arena *a, const char *case_id, const char *layout_id);

/* Whether two reports have the same causes, and these are known. */
bool line_same_causes(
    const struct engine_causes *one, const struct engine_causes *two);

#endif

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* JSON as it is written: objects and lists open and close, and each member or
   item goes on a line of its own, indented. */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include "base/buf.h"

#include <stdbool.h>

struct json {
    struct buf *out;
    int depth;
    bool first; /* nothing stands in the innermost object or list yet */
};

struct json json_new(struct buf *out);

/* `key` is NULL for an item of a list and for the whole; `bracket` is '{' or
   '['. */
void json_open(struct json *j, const char *key, char bracket);
void json_close(struct json *j, char bracket);

void json_text(struct json *j, const char *key, const char *s);
void json_bool(struct json *j, const char *key, bool value);
/* A number of thousandths. */
void json_milli(struct json *j, const char *key, long thousandths);

/* A list of texts, on one line. */
void json_texts(
    struct json *j, const char *key, const char *const *texts, int n);

#endif

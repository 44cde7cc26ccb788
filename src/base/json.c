/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "base/json.h"

enum { INDENT = 2 };

struct json
json_new(struct buf *out)
{
    return (struct json){.out = out, .first = true};
}

/* What stands before a value: a comma, a new line, the key. */
static void
begin(struct json *j, const char *key)
{
    if (!j->first)
        buf_putc(j->out, ',');
    if (j->depth > 0)
        buf_printf(j->out, "\n%*s", INDENT * j->depth, "");
    j->first = false;
    if (key == NULL)
        return;
    buf_json(j->out, key);
    buf_puts(j->out, ": ");
}

void
json_open(struct json *j, const char *key, char bracket)
{
    begin(j, key);
    buf_putc(j->out, bracket);
    j->depth++;
    j->first = true;
}

void
json_close(struct json *j, char bracket)
{
    j->depth--;
    if (!j->first)
        buf_printf(j->out, "\n%*s", INDENT * j->depth, "");
    buf_putc(j->out, bracket == '{' ? '}' : ']');
    if (j->depth == 0)
        buf_putc(j->out, '\n');
    j->first = false;
}

void
json_text(struct json *j, const char *key, const char *s)
{
    begin(j, key);
    buf_json(j->out, s);
}

void
json_bool(struct json *j, const char *key, bool value)
{
    begin(j, key);
    buf_puts(j->out, value ? "true" : "false");
}

void
json_milli(struct json *j, const char *key, long thousandths)
{
    begin(j, key);
    buf_milli(j->out, thousandths);
}

void
json_texts(struct json *j, const char *key, const char *const *texts, int n)
{
    begin(j, key);
    buf_putc(j->out, '[');
    for (int i = 0; i < n; i++) {
        buf_puts(j->out, i > 0 ? ", " : "");
        buf_json(j->out, texts[i]);
    }
    buf_putc(j->out, ']');
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* memmem */

#include "cli/manifest_line.h"

#include <stddef.h>
#include <string.h>

/* What stands before each value makes the line JSON, and is what reading goes
   by. */
enum value { VALUE_TEXT, VALUE_CODES, VALUE_NUMBER };

struct part {
    const char *lead;
    enum value is;
    size_t offset; /* in struct manifest_line */
};

#define AT(member) offsetof(struct manifest_line, member)

static const char status_lead[] = ", \"status\": ";

static const struct part parts[] = {
    {"{\"case\": ", VALUE_TEXT, AT(case_id)},
    {", \"layout\": ", VALUE_TEXT, AT(causes.layout_id)},
    {status_lead, VALUE_TEXT, AT(status)},
    {", \"codes\": ", VALUE_CODES, AT(codes)},
    {", \"pages\": ", VALUE_NUMBER, AT(pages)},
    {", \"rules\": ", VALUE_TEXT, AT(causes.rules_id)},
    {", \"program\": ", VALUE_TEXT, AT(causes.program)},
    {", \"options\": ", VALUE_TEXT, AT(causes.options)},
    {", \"sha256\": {\"interview\": ", VALUE_TEXT, AT(causes.interview)},
    {", \"rules\": ", VALUE_TEXT, AT(causes.rules)},
    {", \"layout\": ", VALUE_TEXT, AT(causes.layout)},
    {", \"fonts\": ", VALUE_TEXT, AT(causes.fonts)},
    {", \"pdf\": ", VALUE_TEXT, AT(pdf)},
};

enum { PARTS = sizeof parts / sizeof *parts, DIGITS = 9 };

static const char line_end[] = "}}";

const char *const line_status[] = {
    [LINE_WRITTEN] = "written",
    [LINE_REFUSED] = "refused",
    [LINE_FAILED] = "failed",
};

const char line_code_of_none[] = "E100";

/* Printing --------------------------------------------------------------- */

static void
print_codes(const char *codes, struct buf *out)
{
    buf_putc(out, '[');
    while (*codes != '\0') {
        size_t n = strcspn(codes, " ");

        buf_putc(out, '"');
        buf_add(out, codes, n);
        codes += n + strspn(codes + n, " ");
        buf_puts(out, *codes == '\0' ? "\"" : "\", ");
    }
    buf_putc(out, ']');
}

static void
print_value(const struct part *p, const void *value, struct buf *out)
{
    switch (p->is) {
    case VALUE_TEXT:
        buf_json(out, *(const char *const *)value);
        return;
    case VALUE_CODES:
        print_codes(*(const char *const *)value, out);
        return;
    case VALUE_NUMBER:
        buf_printf(out, "%d", *(const int *)value);
        return;
    }
}

void
line_print(const struct manifest_line *line, struct buf *out)
{
    for (int i = 0; i < PARTS; i++) {
        buf_puts(out, parts[i].lead);
        print_value(&parts[i], (const char *)line + parts[i].offset, out);
    }
    buf_puts(out, line_end);
    buf_putc(out, '\n');
}

void
line_print_shard(const struct manifest_shard *shard, struct buf *out)
{
    buf_printf(
        out, "{\"shard\": %d, \"of\": %d, \"lines\": ", shard->i, shard->n);
    if (shard->lines < 0)
        buf_puts(out, "null}\n");
    else
        buf_printf(out, "%d}\n", shard->lines);
}

/* Reading ---------------------------------------------------------------- */

struct cursor {
    struct arena *a;
    const char *at, *end;
};

static bool
take(struct cursor *c, const char *word)
{
    size_t n = strlen(word);

    if ((size_t)(c->end - c->at) < n || memcmp(c->at, word, n) != 0)
        return false;
    c->at += n;
    return true;
}

/* What the program writes needs no escape: ids, hashes and words; a text that
   has one is not known again, and its report is made anew. */
static bool
read_text(struct cursor *c, const char **out)
{
    const char *start;

    *out = NULL;
    if (take(c, "null"))
        return true;
    if (!take(c, "\""))
        return false;
    start = c->at;
    while (c->at < c->end && *c->at != '"' && *c->at != '\\')
        c->at++;
    *out = arena_strndup(c->a, start, (size_t)(c->at - start));
    return take(c, "\"");
}

static bool
read_codes(struct cursor *c, const char **out)
{
    struct buf codes = buf_new(c->a);
    const char *code;

    buf_add(&codes, "", 0);
    if (!take(c, "["))
        return false;
    while (!take(c, "]")) {
        if (codes.len > 0 && !take(c, ", "))
            return false;
        if (!read_text(c, &code) || code == NULL || *code == '\0')
            return false;
        buf_printf(&codes, "%s%s", codes.len > 0 ? " " : "", code);
    }
    *out = codes.len > 0 ? codes.p : "";
    return true;
}

static bool
read_number(struct cursor *c, int *out)
{
    int digits = 0;

    for (*out = 0; c->at < c->end && *c->at >= '0' && *c->at <= '9'; c->at++) {
        if (++digits > DIGITS)
            return false;
        *out = 10 * *out + (*c->at - '0');
    }
    return digits > 0;
}

static bool
read_value(struct cursor *c, const struct part *p, void *value)
{
    switch (p->is) {
    case VALUE_TEXT:
        return read_text(c, value);
    case VALUE_CODES:
        return read_codes(c, value);
    case VALUE_NUMBER:
        return read_number(c, value);
    }
    return false;
}

bool
line_read(
    struct arena *a, const char *text, size_t len, struct manifest_line *out)
{
    struct cursor c = {.a = a, .at = text, .end = text + len};

    *out = (struct manifest_line){.status = NULL};
    for (int i = 0; i < PARTS; i++)
        if (!take(&c, parts[i].lead) ||
            !read_value(&c, &parts[i], (char *)out + parts[i].offset))
            return false;
    return take(&c, line_end) && c.at == c.end && out->status != NULL &&
           out->causes.layout_id != NULL;
}

bool
line_read_shard(const char *text, size_t len, struct manifest_shard *out)
{
    struct cursor c = {.at = text, .end = text + len};

    if (!take(&c, "{\"shard\": ") || !read_number(&c, &out->i) ||
        !take(&c, ", \"of\": ") || !read_number(&c, &out->n) ||
        !take(&c, ", \"lines\": "))
        return false;
    if (take(&c, "null"))
        out->lines = -1;
    else if (!read_number(&c, &out->lines))
        return false;
    return take(&c, "}") && c.at == c.end && out->i < out->n;
}

/* Comparing -------------------------------------------------------------- */

size_t
line_key(const char *text, size_t len)
{
    const char *end = memmem(text, len, status_lead, sizeof status_lead - 1);

    return end == NULL ? len : (size_t)(end - text);
}

const char *
line_key_of(struct arena *a, const char *case_id, const char *layout_id)
{
    struct buf out = buf_new(a);

    buf_puts(&out, parts[0].lead);
    buf_json(&out, case_id);
    buf_puts(&out, parts[1].lead);
    buf_json(&out, layout_id);
    return out.p;
}

static bool
same(const char *one, const char *two)
{
    return one != NULL && two != NULL && strcmp(one, two) == 0;
}

bool
line_same_causes(
    const struct engine_causes *one, const struct engine_causes *two)
{
    return same(one->interview, two->interview) &&
           same(one->rules, two->rules) &&
           same(one->layout_id, two->layout_id) &&
           same(one->layout, two->layout) && same(one->fonts, two->fonts) &&
           same(one->program, two->program) && same(one->options, two->options);
}

void
line_print_unmade(struct arena *a, const char *text, size_t len,
    enum line_status status, struct buf *out)
{
    struct manifest_line line;

    if (!line_read(a, text, len, &line))
        return;
    line.status = line_status[status];
    line.pages = 0;
    if (*line.codes == '\0')
        line.codes = line_code_of_none;
    line_print(&line, out);
}

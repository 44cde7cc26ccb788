/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "cli/refused.h"

#include "base/file.h"
#include "base/file_write.h"
#include "cli/manifest_line.h"
#include "cli/output.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { CODES_FIRST = 16, NAMED_MAX = 10, LIST_MAX = 64 * 1024 * 1024 };

struct refused
refused_new(struct arena *a, const struct inputs *inputs)
{
    return (struct refused){
        .a = a, .inputs = inputs, .is = NEW(a, bool, inputs->n)};
}

/* Counts an interview for one code, once. */
static void
count(struct refused *r, const char *code, size_t len, int input)
{
    struct refused_code one = {.n = 1, .first = r->inputs->v[input].path};

    if (len >= sizeof one.code)
        return;
    memcpy(one.code, code, len);
    for (int i = 0; i < r->ncodes; i++)
        if (strcmp(r->codes[i].code, one.code) == 0) {
            r->codes[i].n++;
            return;
        }
    GROW(r->a, r->codes, r->ncodes, r->cap, CODES_FIRST);
    r->codes[r->ncodes++] = one;
}

/* The codes of a line, but for those that a line before had. */
static void
count_line(struct refused *r, struct buf *had, const char *codes, int input)
{
    for (size_t n; *codes != '\0'; codes += n + strspn(codes + n, " ")) {
        char one[8] = " ";

        n = strcspn(codes, " ");
        if (n + 2 > sizeof one)
            continue;
        memcpy(one + 1, codes, n);
        if (strstr(had->p, one) != NULL)
            continue;
        buf_puts(had, one);
        count(r, codes, n, input);
    }
}

void
refused_add(struct refused *r, int input, const char *lines, size_t len)
{
    struct arena *a = arena_new();
    const char *at = lines, *end = lines + len, *stop;
    struct buf had = buf_new(a);
    struct manifest_line line;

    buf_add(&had, "", 0);
    r->n += !r->is[input];
    r->is[input] = true;
    for (; at < end && (stop = memchr(at, '\n', (size_t)(end - at))) != NULL;
         at = stop + 1)
        if (line_read(a, at, (size_t)(stop - at), &line) &&
            strcmp(line.status, line_status[LINE_WRITTEN]) != 0)
            count_line(r, &had, line.codes, input);
    arena_free(a);
}

void
refused_add_codes(struct refused *r, int input, const char *codes)
{
    struct arena *a = arena_new();
    struct buf had = buf_new(a);

    buf_add(&had, "", 0);
    r->n += !r->is[input];
    r->is[input] = true;
    count_line(r, &had, codes, input);
    arena_free(a);
}

/* Saying ------------------------------------------------------------------ */

static int
by_number(const void *a, const void *b)
{
    const struct refused_code *x = a, *y = b;

    return x->n != y->n ? y->n - x->n : strcmp(x->code, y->code);
}

void
refused_say_codes(const struct console *console, const struct refused *r)
{
    if (r->n < 2)
        return;
    if (r->ncodes > 0)
        qsort(r->codes, (size_t)r->ncodes, sizeof *r->codes, by_number);
    for (int i = 0; i < r->ncodes; i++)
        console_note(console, _("interviews with %s: %d; the first is %s"),
            r->codes[i].code, r->codes[i].n, r->codes[i].first);
}

void
refused_say_names(const struct console *console, const struct refused *r)
{
    struct buf names = buf_new(r->a);
    int named = 0;

    for (int i = 0; i < r->inputs->n && named < NAMED_MAX; i++)
        if (r->is[i])
            buf_printf(
                &names, "%s%s", named++ > 0 ? ", " : "", r->inputs->v[i].path);
    if (r->n > named)
        console_note(console, _("not made: %s, and of %d more interviews"),
            names.p, r->n - named);
    else if (named > 0)
        console_note(console, _("not made: %s"), names.p);
}

/* Listing ----------------------------------------------------------------- */

/* Whether a file is a list of interviews, so that it may be made anew: nothing
   else of the user's is lost by a name that was typed wrongly. */
static bool
is_list(const struct source *old)
{
    const char *at = old->text, *end = at + old->len;

    while (at < end) {
        size_t n = 0;

        while (at + n < end && at[n] != '\n' && at[n] != '\0')
            n++;
        if (!(n > 4 && strncasecmp(at + n - 4, ".yml", 4) == 0) &&
            !(n > 5 && strncasecmp(at + n - 5, ".yaml", 5) == 0))
            return false;
        at += n + 1;
    }
    return true;
}

enum status
refused_list(struct session *session, const struct refused *r)
{
    const char *path = session->opts->list_refused;
    char end = session->opts->null ? '\0' : '\n';
    struct arena *a = session->a;
    struct diag *d = diag_new(a, NULL);
    struct buf out = buf_new(a);
    struct source old;

    if (path == NULL)
        return STATUS_OK;
    buf_add(&out, "", 0);
    for (int i = 0; i < r->inputs->n; i++)
        if (r->is[i]) {
            buf_puts(&out, r->inputs->v[i].path);
            buf_putc(&out, end);
        }
    if (strcmp(path, "-") == 0)
        return console_bytes(session->console, out.p, out.len);
    return file_exists(path) && file_read(a, d, path, LIST_MAX, &old) &&
                   is_list(&old)
               ? output_replace(session, path, &out)
               : output_text(session, path, &out);
}

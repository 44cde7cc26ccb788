/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "base/diag.h"

#include "base/places.h"
#include "base/utf8.h"
#include "base/visible.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Messages hang in one list in order of report; a tally per source counts
   them, so that asking for the number is cheap however many there are.  What
   is printed comes from files that may be hostile: it is made visible. */

enum {
    SHOWN_MAX = 20,
    PROPOSALS_MAX = 50, /* those with the first places come not first */
    WINDOW = 100,
    BEFORE_CARET = 60,
    COLUMN_MAX = 1 << 20
};

struct tally {
    const struct source *src;
    int errors, warnings;
    int order; /* of first report */
    struct tally *next;
};

struct diag {
    struct arena *a;
    const char *(*translate)(const char *english);
    struct message *first, *last;
    struct tally *tallies;
    int errors, warnings, messages;
    bool failed;
};

struct diag *
diag_new(struct arena *a, const char *(*translate)(const char *english))
{
    struct diag *d = NEW(a, struct diag, 1);

    d->a = a;
    d->translate = translate;
    return d;
}

const char *
diag_words(const struct diag *d, const char *english)
{
    return d->translate == NULL ? english : d->translate(english);
}

static const char *diag_vformat(const struct diag *d, const char *fmt,
    va_list ap) __attribute__((format(printf, 2, 0)));

static const char *
diag_vformat(const struct diag *d, const char *fmt, va_list ap)
{
    va_list again;
    char *text;
    int n;

    va_copy(again, ap);
    n = vsnprintf(NULL, 0, diag_words(d, fmt), again);
    va_end(again);
    text = arena_alloc(d->a, (size_t)n + 1);
    vsnprintf(text, (size_t)n + 1, diag_words(d, fmt), ap);
    return text;
}

static struct tally *
diag_tally_find(const struct diag *d, const struct source *src)
{
    struct tally *t = d->tallies;

    while (t != NULL && t->src != src)
        t = t->next;
    return t;
}

static struct tally *
diag_tally(struct diag *d, const struct source *src)
{
    struct tally *t = diag_tally_find(d, src);

    if (t == NULL) {
        t = NEW(d->a, struct tally, 1);
        t->src = src;
        t->order = d->tallies == NULL ? 0 : d->tallies->order + 1;
        t->next = d->tallies;
        d->tallies = t;
    }
    return t;
}

static void diag_report(struct diag *d, enum severity severity, struct pos at,
    const char *code, const char *fmt, va_list ap)
    __attribute__((format(printf, 5, 0)));

static void
diag_report(struct diag *d, enum severity severity, struct pos at,
    const char *code, const char *fmt, va_list ap)
{
    struct message *m = NEW(d->a, struct message, 1);
    struct tally *t = diag_tally(d, at.src);

    m->severity = severity;
    m->at = at;
    m->code = code;
    m->text = diag_vformat(d, fmt, ap);
    if (d->last == NULL)
        d->first = m;
    else
        d->last->next = m;
    d->last = m;
    d->messages++;
    if (severity == SEVERITY_ERROR) {
        t->errors++;
        d->errors++;
    } else if (severity == SEVERITY_WARNING) {
        t->warnings++;
        d->warnings++;
    }
}

bool
diag_error(
    struct diag *d, struct pos at, const char *code, const char *fmt, ...)
{
    va_list ap;

    va_start(ap, fmt);
    diag_report(d, SEVERITY_ERROR, at, code, fmt, ap);
    va_end(ap);
    return false;
}

bool
diag_failure(
    struct diag *d, struct pos at, const char *code, const char *fmt, ...)
{
    va_list ap;

    va_start(ap, fmt);
    diag_report(d, SEVERITY_ERROR, at, code, fmt, ap);
    va_end(ap);
    d->failed = true;
    return false;
}

void
diag_fail(struct diag *d)
{
    d->failed = true;
}

bool
diag_failed(const struct diag *d)
{
    return d->failed;
}

bool
diag_verror(struct diag *d, struct pos at, const char *code, const char *fmt,
    va_list ap)
{
    diag_report(d, SEVERITY_ERROR, at, code, fmt, ap);
    return false;
}

void
diag_warning(
    struct diag *d, struct pos at, const char *code, const char *fmt, ...)
{
    va_list ap;

    va_start(ap, fmt);
    diag_report(d, SEVERITY_WARNING, at, code, fmt, ap);
    va_end(ap);
}

void
diag_remark(
    struct diag *d, struct pos at, const char *code, const char *fmt, ...)
{
    va_list ap;

    va_start(ap, fmt);
    diag_report(d, SEVERITY_NOTE, at, code, fmt, ap);
    va_end(ap);
}

void
diag_help(struct diag *d, const char *fmt, ...)
{
    va_list ap;

    va_start(ap, fmt);
    d->last->help = diag_vformat(d, fmt, ap);
    va_end(ap);
}

void
diag_note(struct diag *d, struct pos at, const char *fmt, ...)
{
    va_list ap;

    va_start(ap, fmt);
    d->last->note_at = at;
    d->last->note = diag_vformat(d, fmt, ap);
    va_end(ap);
}

void
diag_fix(struct diag *d, size_t from, size_t to, const char *text)
{
    d->last->fix = (struct fix){.from = from,
        .to = to,
        .text = arena_strndup(d->a, text, strlen(text))};
}

void
diag_lacks(struct diag *d, const char *key)
{
    d->last->lacks = key;
}

int
diag_errors(const struct diag *d, const struct source *src)
{
    const struct tally *t;

    if (src == NULL)
        return d->errors;
    t = diag_tally_find(d, src);
    return t == NULL ? 0 : t->errors;
}

int
diag_warnings(const struct diag *d, const struct source *src)
{
    const struct tally *t;

    if (src == NULL)
        return d->warnings;
    t = diag_tally_find(d, src);
    return t == NULL ? 0 : t->warnings;
}

bool
diag_errors_in(const struct diag *d, const struct source *src, int from, int to)
{
    for (const struct message *m = d->first; m != NULL; m = m->next)
        if (m->severity == SEVERITY_ERROR && m->at.src == src &&
            m->at.line >= from && m->at.line <= to)
            return true;
    return false;
}

bool
diag_full(const struct diag *d, const struct source *src)
{
    return diag_errors(d, src) >= SHOWN_MAX;
}

bool
diag_many(const struct diag *d)
{
    const struct source *src = d->last->at.src;

    return (d->last->severity == SEVERITY_ERROR
                   ? diag_errors(d, src)
                   : diag_warnings(d, src)) > PROPOSALS_MAX;
}

const struct message *
diag_first(const struct diag *d)
{
    return d->first;
}

const struct message *
diag_last(const struct diag *d)
{
    return d->last;
}

const char *
diag_nearest(const char *word, const char *const *words, size_t n)
{
    const char *best = NULL;
    int least = 0;

    for (size_t i = 0; i < n; i++) {
        int distance;

        if (words[i] == NULL || !utf8_similar(word, words[i], &distance))
            continue;
        if (best == NULL || distance < least) {
            best = words[i];
            least = distance;
        }
    }
    return best;
}

/* The bytes of line `line` without its end; false where there is no such
   line. */
static bool
source_line(const struct source *src, int line, const char **s, size_t *len)
{
    const char *p, *end = src->text + src->len, *stop;
    size_t begin;

    if (!places_line(src, line, &begin))
        return false;
    p = src->text + begin;
    stop = memchr(p, '\n', (size_t)(end - p));
    if (stop == NULL)
        stop = end;
    if (stop > p && stop[-1] == '\r')
        stop--;
    *s = p;
    *len = (size_t)(stop - p);
    return true;
}

/* The colours of the parts of a message, in the order of the enum. */
enum part { PART_NOTE, PART_WARNING, PART_ERROR, PART_CARET, PART_END };

static const char *const part_color[] = {
    [PART_NOTE] = "\x1b[1;36m",
    [PART_WARNING] = "\x1b[1;35m",
    [PART_ERROR] = "\x1b[1;31m",
    [PART_CARET] = "\x1b[1;32m",
    [PART_END] = "\x1b[0m",
};

static void
diag_paint(struct buf *out, bool color, enum part part)
{
    if (color)
        buf_puts(out, part_color[part]);
}

/* A character of a source line. */
static void
diag_character(struct buf *out, const char *p, size_t n)
{
    if (*p == '\t')
        buf_putc(out, ' ');
    else
        buf_visible_one(out, p, n);
}

/* Characters of a line: those from `from` on, WINDOW at most.  Returns the
   columns that are taken up to the character `at`, which may lie behind the
   last: what was made visible takes several. */
static int
diag_window(struct buf *out, const char *s, size_t len, int from, int at)
{
    size_t begin = out->len, before;
    int col = 0, behind = at;

    if (from > 0)
        buf_puts(out, "\xe2\x80\xa6");
    before = out->len;
    /* Most characters are one byte, and a line may have a great many. */
    for (; len > 0 && col < from && (unsigned char)*s < 0x80; s++, len--)
        col++;
    behind -= col;
    while (len > 0 && col < from + WINDOW) {
        size_t n = visible_step(s, len);

        if (col >= from)
            diag_character(out, s, n);
        s += n;
        len -= n;
        col++;
        if (col <= at) {
            before = out->len;
            behind = at - col;
        }
    }
    if (len > 0)
        buf_puts(out, "\xe2\x80\xa6");
    return (int)utf8_count(out->p + begin, before - begin) + behind;
}

/* The source line and a caret under the place. */
static void
diag_excerpt(struct buf *out, struct pos at, bool color)
{
    const char *s;
    size_t len;
    int from = 0, indent, gutter;
    size_t before = out->len;

    if (at.src == NULL || at.line < 1 || at.col < 1 || at.col > COLUMN_MAX ||
        !source_line(at.src, at.line, &s, &len))
        return;
    if (at.col > WINDOW)
        from = at.col - BEFORE_CARET;
    buf_printf(out, "  %d | ", at.line);
    gutter = (int)(out->len - before) - 2;
    indent = diag_window(out, s, len, from, at.col - 1);
    buf_printf(out, "\n%*s| %*s", gutter, "", indent, "");
    diag_paint(out, color, PART_CARET);
    buf_putc(out, '^');
    diag_paint(out, color, PART_END);
    buf_putc(out, '\n');
}

static void
diag_place(struct buf *out, struct pos at)
{
    if (at.src != NULL)
        buf_visible_line(out, at.src->name);
    else
        buf_puts(out, "relatieprofiel");
    if (at.line > 0)
        buf_printf(out, ":%d:%d", at.line, at.col);
    buf_puts(out, ": ");
}

static void
diag_one(
    const struct diag *d, const struct message *m, struct buf *out, bool color)
{
    static const char *const word[] = {
        [SEVERITY_NOTE] = DIAG_WORDS("note"),
        [SEVERITY_WARNING] = DIAG_WORDS("warning"),
        [SEVERITY_ERROR] = DIAG_WORDS("error"),
    };

    diag_place(out, m->at);
    diag_paint(out, color, (enum part)m->severity);
    buf_puts(out, diag_words(d, word[m->severity]));
    buf_printf(out, "[%s]", m->code);
    diag_paint(out, color, PART_END);
    buf_puts(out, ": ");
    buf_visible_line(out, m->text);
    buf_putc(out, '\n');
    diag_excerpt(out, m->at, color);
    if (m->help != NULL) {
        buf_printf(out, "  %s: ", diag_words(d, DIAG_WORDS("help")));
        buf_visible_line(out, m->help);
        buf_putc(out, '\n');
    }
    if (m->note != NULL) {
        buf_puts(out, "  ");
        diag_place(out, m->note_at);
        buf_printf(out, "%s: ", diag_words(d, DIAG_WORDS("note")));
        buf_visible_line(out, m->note);
        buf_putc(out, '\n');
    }
}

static void
diag_shown(const struct diag *d, const struct message *m, struct buf *out,
    bool color, bool codes)
{
    diag_one(d, m, out, color);
    if (codes)
        buf_printf(out, "%c%s\n", DIAG_CODE_MARK, m->code);
}

/* A message with what it is sorted by. */
struct ranked {
    const struct message *m;
    int source, report;
};

static int
ranked_compare(const void *one, const void *two)
{
    const struct ranked *p = one, *q = two;

    if (p->source != q->source)
        return p->source - q->source;
    if (p->m->at.line != q->m->at.line)
        return p->m->at.line < q->m->at.line ? -1 : 1;
    if (p->m->at.col != q->m->at.col)
        return p->m->at.col < q->m->at.col ? -1 : 1;
    return p->report - q->report;
}

static void
diag_rest(const struct diag *d, struct buf *out, const struct source *src)
{
    int errors = diag_errors(d, src) - SHOWN_MAX;
    int warnings = diag_warnings(d, src) - SHOWN_MAX;
    struct pos at = {.src = src};

    if (errors > 0) {
        diag_place(out, at);
        buf_printf(out, diag_words(d, "%d more errors"), errors);
        buf_putc(out, '\n');
    }
    if (warnings > 0) {
        diag_place(out, at);
        buf_printf(out, diag_words(d, "%d more warnings"), warnings);
        buf_putc(out, '\n');
    }
}

/* The messages of one source, which are `n` at `v`. */
static void
diag_source(const struct diag *d, const struct message *const *v, size_t n,
    struct buf *out, bool color, bool codes)
{
    int shown[SEVERITY_ERROR + 1] = {0};

    for (size_t i = 0; i < n; i++)
        if (v[i]->severity == SEVERITY_NOTE ||
            shown[v[i]->severity]++ < SHOWN_MAX)
            diag_shown(d, v[i], out, color, codes);
    diag_rest(d, out, v[0]->at.src);
}

const struct message *const *
diag_sorted(
    struct arena *a, const struct diag *d, enum severity least, size_t *n)
{
    struct ranked *v = NEW(a, struct ranked, d->messages);
    const struct message **sorted = NEW(a, const struct message *, d->messages);

    *n = 0;
    for (const struct message *m = d->first; m != NULL; m = m->next)
        if (m->severity >= least) {
            v[*n] = (struct ranked){.m = m,
                .source = diag_tally_find(d, m->at.src)->order,
                .report = (int)*n};
            (*n)++;
        }
    if (*n > 0)
        qsort(v, *n, sizeof *v, ranked_compare);
    for (size_t i = 0; i < *n; i++)
        sorted[i] = v[i].m;
    return sorted;
}

void
diag_format_from(const struct diag *d, enum severity least, struct buf *out,
    bool color, bool codes)
{
    size_t n;
    const struct message *const *v = diag_sorted(out->a, d, least, &n);

    for (size_t i = 0, next; i < n; i = next) {
        for (next = i + 1; next < n && v[next]->at.src == v[i]->at.src;)
            next++;
        diag_source(d, v + i, next - i, out, color, codes);
    }
}

void
diag_format(const struct diag *d, struct buf *out, bool color)
{
    diag_format_from(d, SEVERITY_NOTE, out, color, false);
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "format/yaml_mend.h"

#include "base/places.h"
#include "base/utf8.h"
#include "format/text.h"
#include "format/yaml_fault.h"
#include "format/yaml_lines.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

/* libyaml stops at the first fault.  What is at fault is blanked in a copy,
   where all else keeps its place, and the copy is read again, until it can be
   read or there is nothing more to blank. */

enum {
    FAULTS_MAX = 20,
    ROUNDS_MAX = 80,
    EVENTS_FIRST = 1024,
    EVENTS_MAX = 16 * EVENTS_FIRST
};

struct mend {
    struct arena *a;
    struct diag *d;
    const struct source *src;
    struct yaml_mended *out;
    struct pos scalar; /* begin of the text read last */
    bool ended, keeps;
    int depth; /* deeper than the reader goes, nothing is looked at */
    struct yaml_line here; /* moving forward only */
    int line;
};

/* A copy to blank in, made once. */
static char *
copy_of(struct arena *a, const struct source *src, struct yaml_mended *m)
{
    if (m->hole == NULL) {
        char *copy = arena_alloc(a, src->len + 1);

        memcpy(copy, src->text, src->len);
        copy[src->len] = '\0';
        m->text = copy;
        m->lines = yaml_line_count(src);
        m->hole = NEW(a, unsigned char, m->lines + 1);
        m->whole = false;
    }
    return (char *)m->text; /* which is that copy */
}

static void
blank(char *copy, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (copy[i] != '\n' && copy[i] != '\r')
            copy[i] = ' ';
}

/* Blanks a line from a byte on, and the lines up to `last`. */
static void
blank_lines(struct arena *a, const struct source *src, struct yaml_mended *m,
    int line, int last, enum hole hole)
{
    char *copy = copy_of(a, src, m);
    struct yaml_line l;

    bool more = yaml_line(src, line, &l);

    for (int n = line; n <= last && more; n++) {
        if (m->hole[n] < hole)
            m->hole[n] = (unsigned char)hole;
        if (l.end - l.begin == 3 && memcmp(copy + l.begin, "...", 3) == 0)
            break;
        blank(copy, n == line && hole == HOLE_VALUE ? l.value : l.begin, l.end);
        more = yaml_line_next(src, &l);
    }
}

/* The line of the key at the margin that a line belongs to, and the last one of
   it. */
static void
margin_key(const struct source *src, int line, int *first, int *last)
{
    struct yaml_line l;

    bool more = yaml_line(src, line, &l);

    *first = *last = line;
    while (more && (l.indent > 0 || !yaml_line_has_key(&l))) {
        more = yaml_line_before(src, &l);
        *first -= more;
    }
    if (!yaml_line(src, line, &l))
        return;
    while (yaml_line_next(src, &l) && (l.indent > 0 || !yaml_line_has_key(&l)))
        (*last)++;
}

/* Leaves out a line, or more of it than before; false where all was. */
static bool
leave_out(struct arena *a, const struct source *src, struct yaml_mended *m,
    const struct yaml_fault *f)
{
    struct yaml_line l;
    int line = f->line, first = line, last = yaml_line_last(src, line);
    enum hole before, hole;

    copy_of(a, src, m);
    if (line < 1 || !yaml_line(src, line, &l))
        return false;
    before = (enum hole)m->hole[line];
    hole = before == HOLE_NONE && (f->all || !yaml_line_has_key(&l))
               ? HOLE_LINE
               : before + 1;
    if (f->all && hole == HOLE_LINE)
        last = line; /* what is below it belongs to others */
    if (hole == HOLE_KEY)
        margin_key(src, line, &first, &last);
    if (hole == HOLE_REST)
        last = m->lines;
    if (hole > HOLE_REST)
        return false;
    blank_lines(a, src, m, first, last, hole);
    return true;
}

bool
yaml_mended_in(const struct yaml_mended *m, int from, int to)
{
    for (int n = from; m->hole != NULL && n <= to && n <= m->lines; n++)
        if (m->hole[n] > HOLE_VALUE)
            return true;
    return false;
}

/* Whether a quoted text that ends in line `last` runs over keys that stand as
   far to the left as its own: its closing mark was forgotten. */
static bool
runs_over(struct mend *m, int line, int last)
{
    struct yaml_line *l = &m->here;
    int column;

    if (last == line)
        return false;
    while (m->line < line && yaml_line_next(m->src, l))
        m->line++;
    if (m->line != line)
        return false;
    column = l->column;
    while (m->line < last && yaml_line_next(m->src, l)) {
        m->line++;
        if (!yaml_line_empty(l) && l->indent <= column && yaml_line_has_key(l))
            return true;
    }
    return false;
}

static struct pos
place(const struct mend *m, yaml_mark_t mark)
{
    return (struct pos){
        .src = m->src, .line = (int)mark.line + 1, .col = (int)mark.column + 1};
}

static bool
is_quoted(const yaml_event_t *e)
{
    return e->type == YAML_SCALAR_EVENT &&
           (e->data.scalar.style == YAML_SINGLE_QUOTED_SCALAR_STYLE ||
               e->data.scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE);
}

/* Whether a text within brackets that curly quotes should hold together ends at
   a comma before they do. */
static bool
is_curly(const struct mend *m, const yaml_event_t *e)
{
    static const char *const opens[] = {
        "\xe2\x80\x9c", "\xe2\x80\x9e", "\xe2\x80\x9d"};
    const char *s, *p;
    bool open = false;

    if (e->type != YAML_SCALAR_EVENT ||
        e->data.scalar.style != YAML_PLAIN_SCALAR_STYLE ||
        e->data.scalar.length < 4)
        return false;
    s = (const char *)e->data.scalar.value;
    for (size_t i = 0; i < sizeof opens / sizeof *opens; i++)
        open |= strncmp(s, opens[i], 3) == 0;
    if (!open || strstr(s + 3, "\xe2\x80\x9d") != NULL)
        return false;
    p = m->src->text + places_offset(place(m, e->end_mark));
    p += strspn(p, " ");
    for (open = *p == ','; open && *p != '\0' && *p != '\n'; p++)
        if (strncmp(p, "\xe2\x80\x9d", 3) == 0)
            return true;
    return false;
}

void
yaml_mended_free(struct yaml_mended *m)
{
    for (int i = 0; i < m->nevents; i++)
        yaml_event_delete(&m->events[i]);
    free(m->events);
    m->events = NULL;
    m->nevents = m->cap = 0;
}

/* Whether one more event can be kept. */
static bool
event_room(struct yaml_mended *m)
{
    int cap = m->cap == 0 ? EVENTS_FIRST : 2 * m->cap;
    yaml_event_t *more;

    if (m->nevents < m->cap)
        return true;
    if (m->nevents == EVENTS_MAX)
        return false;
    more = realloc(m->events, (size_t)cap * sizeof *more);
    if (more == NULL)
        return false;
    m->events = more;
    m->cap = cap;
    return true;
}

/* Keeps what was read for who reads next; of a large file nothing is kept. */
static void
event_keep(struct mend *m, yaml_event_t *e)
{
    struct yaml_mended *out = m->out;

    if (m->keeps && !event_room(out)) {
        yaml_mended_free(out);
        m->keeps = false;
    }
    if (m->keeps)
        out->events[out->nevents++] = *e;
    else
        yaml_event_delete(e);
}

/* Reads on; false at a fault, which `f` then is. */
static bool
next_event(struct mend *m, yaml_parser_t *p, struct yaml_fault *f, bool *end)
{
    yaml_event_t e;

    if (!yaml_parser_parse(p, &e)) {
        *f = (struct yaml_fault){
            .problem = p->problem == NULL ? "it cannot be read" : p->problem,
            .context = p->context == NULL ? "" : p->context,
            .at = place(m, p->problem_mark)};
        if (p->error == YAML_MEMORY_ERROR)
            arena_alloc(m->a, SIZE_MAX); /* out of memory: says so and exits */
        if (p->error == YAML_READER_ERROR)
            f->at = diag_pos(m->src, p->problem_offset);
        if (p->context != NULL)
            f->begin = place(m, p->context_mark);
        return false;
    }
    m->depth += e.type == YAML_SEQUENCE_START_EVENT ||
                e.type == YAML_MAPPING_START_EVENT;
    m->depth -=
        e.type == YAML_SEQUENCE_END_EVENT || e.type == YAML_MAPPING_END_EVENT;
    *end = e.type == YAML_STREAM_END_EVENT || m->depth > YAML_DEPTH_MAX;
    if (e.type == YAML_DOCUMENT_END_EVENT)
        m->ended = !e.data.document_end.implicit;
    if (e.type == YAML_SCALAR_EVENT)
        m->scalar = place(m, e.start_mark);
    if (is_quoted(&e) &&
        runs_over(m, m->scalar.line, (int)e.end_mark.line + 1)) {
        *f = (struct yaml_fault){.problem = "found unexpected end of stream",
            .context = "while scanning a quoted scalar",
            .at = place(m, e.end_mark),
            .begin = m->scalar};
        yaml_event_delete(&e);
        return false;
    }
    if (is_curly(m, &e)) {
        *f = (struct yaml_fault){
            .problem = "curly quotes", .context = "", .at = m->scalar};
        yaml_event_delete(&e);
        return false;
    }
    event_keep(m, &e);
    return true;
}

/* Reads the copy up to its first fault; false where it has one. */
static bool
read_through(struct mend *m, struct yaml_fault *f)
{
    size_t bom =
        m->src->len >= 3 && memcmp(m->src->text, "\xef\xbb\xbf", 3) == 0 ? 3
                                                                         : 0;
    yaml_parser_t parser;
    bool ok = true, end = false;

    yaml_mended_free(m->out);
    m->keeps = true;
    m->scalar = (struct pos){0};
    m->ended = false;
    m->depth = 0;
    m->line = yaml_line(m->src, 1, &m->here);
    if (!yaml_parser_initialize(&parser))
        arena_alloc(m->a, SIZE_MAX);
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(
        &parser, (const unsigned char *)m->out->text + bom, m->src->len - bom);
    while (ok && !end)
        ok = next_event(m, &parser, f, &end);
    yaml_parser_delete(&parser);
    if (!ok || m->depth > YAML_DEPTH_MAX)
        yaml_mended_free(m->out);
    f->scalar = m->scalar;
    f->ended = m->ended;
    return ok;
}

void
yaml_mend(struct arena *a, struct diag *d, const struct source *src,
    struct yaml_mended *out)
{
    struct mend m = {.a = a, .d = d, .src = src, .out = out};
    int told = 0;

    *out = (struct yaml_mended){.text = src->text, .whole = true};
    for (int round = 0; round < ROUNDS_MAX; round++) {
        struct yaml_fault f = {0};
        bool known;

        if (read_through(&m, &f))
            return;
        yaml_fault_report(a, diag_new(a, NULL), &f);
        known = out->hole != NULL && f.line >= 1 && f.line <= out->lines &&
                out->hole[f.line] != HOLE_NONE;
        if (!known && told++ < FAULTS_MAX)
            yaml_fault_report(a, d, &f);
        if (!leave_out(a, src, out, &f))
            return;
    }
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "base/utf8.h"
#include "format/csv_bytes.h"
#include "format/document_parts.h"
#include "format/yaml_check.h"

#include <string.h>

/* Paragraphs are collected while a file is read; their text, a line each, is
   then what messages point into. */

enum { PARAGRAPHS_FIRST = 64 };

/* Texts ----------------------------------------------------------------- */

static bool
ends_line(uint32_t c)
{
    return c == '\n' || c == '\v' || c == '\f' || c == '\r' || c == 0x85 ||
           c == 0x2028 || c == 0x2029;
}

const char *
document_clean(struct arena *a, const char *text, int *changed)
{
    struct buf out = buf_new(a);

    buf_puts(&out, "");
    while (*text != '\0') {
        const char *at = text;
        uint32_t c = utf8_next(&text);

        if (ends_line(c)) {
            if (c == '\r' && *text == '\n')
                text++;
            buf_putc(&out, '\n');
        } else if (c == '\t') {
            buf_putc(&out, ' ');
        } else if (yaml_forbidden(c)) {
            (*changed)++;
            buf_putc(&out, ' ');
        } else {
            buf_add(&out, at, (size_t)(text - at));
        }
    }
    return utf8_nfc(a, out.p);
}

/* Without the blanks around it, and without those that end a line. */
static const char *
trimmed(struct arena *a, const char *s)
{
    struct buf out = buf_new(a);

    buf_puts(&out, "");
    while (*s != '\0') {
        size_t len = strcspn(s, "\n"), keep = len;

        while (keep > 0 && (s[keep - 1] == ' ' || s[keep - 1] == '\t'))
            keep--;
        buf_add(&out, s, keep);
        s += len;
        if (*s == '\n')
            buf_putc(&out, *s++);
    }
    while (out.len > 0 && out.p[out.len - 1] == '\n')
        out.p[--out.len] = '\0';
    return out.p + strspn(out.p, " \t\n");
}

static int
lines_of(const char *s)
{
    int n = 1;

    for (; *s != '\0'; s++)
        n += *s == '\n';
    return n;
}

/* Paragraphs ------------------------------------------------------------ */

static const char *
clean(struct document_maker *m, const char *text)
{
    int changed = 0;

    text = trimmed(m->a, document_clean(m->a, text, &changed));
    m->out->symbols += changed;
    return text;
}

static const char *
joined_cells(struct document_maker *m, struct paragraph *p)
{
    struct buf out = buf_new(m->a);

    buf_puts(&out, "");
    for (int i = 0; i < p->ncells; i++) {
        p->cells[i].s = clean(m, p->cells[i].s);
        if (*p->cells[i].s != '\0')
            buf_printf(&out, "%s%s", out.len > 0 ? " | " : "", p->cells[i].s);
    }
    return out.p;
}

void
document_add(struct document_maker *m, struct paragraph p)
{
    struct document *out = m->out;
    const struct paragraph *last = out->n > 0 ? &out->v[out->n - 1] : NULL;

    p.text.s =
        p.kind == PARAGRAPH_ROW ? joined_cells(m, &p) : clean(m, p.text.s);
    if (text_blank(p.text.s))
        return;
    p.text.at = (struct pos){.src = out->src,
        .line = last == NULL ? 1 : last->text.at.line + lines_of(last->text.s),
        .col = 1};
    for (int i = 0; i < p.ncells; i++)
        p.cells[i].at = p.text.at;
    GROW(m->a, out->v, out->n, m->cap, PARAGRAPHS_FIRST);
    out->v[out->n++] = p;
}

struct document_maker
document_begin(struct arena *a, struct diag *d, const struct source *src,
    struct document *out)
{
    struct source *text = NEW(a, struct source, 1);

    text->name = src->name;
    text->text = "";
    *out = (struct document){.src = text};
    return (struct document_maker){
        .a = a, .d = d, .file = src, .text = text, .out = out, .ok = true};
}

void
document_end(struct document_maker *m)
{
    struct buf out = buf_new(m->a);

    buf_puts(&out, "");
    for (int i = 0; i < m->out->n; i++)
        buf_printf(&out, "%s\n", m->out->v[i].text.s);
    m->text->text = out.p;
    m->text->len = out.len;
}

bool
document_lines(struct arena *a, struct diag *d, const struct source *src,
    struct document *out)
{
    struct document_maker m = document_begin(a, d, src, out);
    const struct source *lines = csv_text(a, d, src);
    const char *p;

    if (lines == NULL)
        return false;
    p = lines->text;
    if (strncmp(p, "\xef\xbb\xbf", 3) == 0)
        p += 3;
    while (*p != '\0') {
        size_t len = strcspn(p, "\n");

        document_add(
            &m, (struct paragraph){.text = {.s = arena_strndup(a, p, len)}});
        p += len + (p[len] == '\n');
    }
    document_end(&m);
    return true;
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "format/csv_put.h"

#include <string.h>

static const char separators[] = {
    [CSV_COMMA] = ',', [CSV_SEMICOLON] = ';', [CSV_TAB] = '\t'};

struct csv_put
csv_put_new(struct buf *out, enum csv_dialect dialect)
{
    return (struct csv_put){.out = out, .dialect = dialect};
}

void
csv_put_head(struct csv_put *c)
{
    if (c->dialect == CSV_SEMICOLON)
        buf_puts(c->out, "\xef\xbb\xbf");
}

static void
begin_cell(struct csv_put *c)
{
    if (c->begun)
        buf_putc(c->out, separators[c->dialect]);
    c->begun = true;
}

void
csv_put_text(struct csv_put *c, const char *text)
{
    bool formula = *text != '\0' && strchr("=+-@\t\r\n", *text) != NULL;
    bool quoted = strpbrk(text, ",;\t\"\r\n") != NULL;

    begin_cell(c);
    buf_puts(c->out, quoted ? "\"" : "");
    buf_puts(c->out, formula ? "'" : "");
    for (; *text != '\0'; text++) {
        if (*text == '"')
            buf_putc(c->out, '"');
        buf_putc(c->out, *text);
    }
    buf_puts(c->out, quoted ? "\"" : "");
}

void
csv_put_int(struct csv_put *c, int value)
{
    begin_cell(c);
    buf_printf(c->out, "%d", value);
}

void
csv_add_milli(const struct csv_put *c, struct buf *text, long thousandths)
{
    size_t from = text->len;
    char *point;

    buf_milli(text, thousandths);
    point = memchr(text->p + from, '.', text->len - from);
    if (point != NULL && c->dialect == CSV_SEMICOLON)
        *point = ',';
}

void
csv_put_milli(struct csv_put *c, long thousandths)
{
    begin_cell(c);
    csv_add_milli(c, c->out, thousandths);
}

void
csv_put_empty(struct csv_put *c, int n)
{
    for (int i = 0; i < n; i++)
        begin_cell(c);
}

void
csv_put_row(struct csv_put *c)
{
    buf_putc(c->out, '\n');
    c->begun = false;
}

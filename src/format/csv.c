/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "format/csv.h"

#include "base/utf8.h"
#include "format/csv_bytes.h"

#include <string.h>

/* First the bytes of the whole text, then cell by cell.  What programs read in
   different ways (a quote inside a bare cell, text behind a closing quote) is
   refused. */

enum { CELLS_MAX = 256 };

struct reader {
    struct arena *a;
    struct diag *d;
    const struct source *src;
    const char *p, *end;
    const char *counted; /* up to here the columns of the line are counted */
    int line, col;
    char separator;
    bool ok;
};

/* The place of `p`, which lies on the line that is read, not before the place
   asked for last. */
static struct pos
place(struct reader *r, const char *p)
{
    r->col += (int)utf8_count(r->counted, (size_t)(p - r->counted));
    r->counted = p;
    return (struct pos){.src = r->src, .line = r->line, .col = 1 + r->col};
}

static bool
is_blank(char c)
{
    return c == ' ' || c == '\t';
}

/* How often a separator stands outside quotes in the first line. */
static int
count_separator(const char *p, const char *end, char separator)
{
    bool quoted = false;
    int n = 0;

    for (; p < end && (quoted || *p != '\n'); p++) {
        if (*p == '"')
            quoted = !quoted;
        n += !quoted && *p == separator;
    }
    return n;
}

/* Cells */

/* Over one character, which may be a line break inside a cell. */
static void
step(struct reader *r)
{
    if (*r->p++ == '\n') {
        r->line++;
        r->col = 0;
        r->counted = r->p;
    }
}

static bool
at_line_end(const struct reader *r)
{
    return r->p == r->end || *r->p == '\n' ||
           (*r->p == '\r' && r->p + 1 < r->end && r->p[1] == '\n');
}

static bool
at_cell_end(const struct reader *r)
{
    return at_line_end(r) || *r->p == r->separator;
}

static void
skip_blanks(struct reader *r)
{
    while (r->p < r->end && is_blank(*r->p) && *r->p != r->separator)
        r->p++;
}

/* A cell in quotes; `r->p` stands behind the opening one. */
static const char *
quoted_cell(struct reader *r, struct pos at)
{
    struct buf out = buf_new(r->a);

    for (;;) {
        if (r->p == r->end) {
            r->ok = diag_error(r->d, at, "S103", "this quote is never closed");
            break;
        }
        if (*r->p == '"' && (r->p + 1 == r->end || r->p[1] != '"')) {
            r->p++;
            break;
        }
        if (*r->p == '"')
            r->p++;
        if (*r->p != '\r')
            buf_putc(&out, *r->p);
        step(r);
    }
    skip_blanks(r);
    if (!at_cell_end(r)) {
        r->ok = diag_error(
            r->d, place(r, r->p), "S104", "text behind the closing quote");
        diag_help(r->d, "write a quote inside a cell twice: \"\"");
        while (!at_cell_end(r))
            r->p++;
    }
    return out.p == NULL ? "" : out.p;
}

static const char *
bare_cell(struct reader *r)
{
    const char *from = r->p, *to;

    while (!at_cell_end(r)) {
        if (*r->p == '"') {
            r->ok = diag_error(r->d, place(r, r->p), "S105",
                "a quote inside a cell without quotes");
            diag_help(
                r->d, "put the whole cell in quotes and write this one twice");
            while (!at_cell_end(r))
                r->p++;
            return "";
        }
        r->p++;
    }
    for (to = r->p; to > from && is_blank(to[-1]); to--)
        ;
    return arena_strndup(r->a, from, (size_t)(to - from));
}

static struct text
read_cell(struct reader *r)
{
    struct text cell;

    skip_blanks(r);
    cell.at = place(r, r->p);
    if (r->p < r->end && *r->p == '"') {
        r->p++;
        cell.s = quoted_cell(r, cell.at);
    } else {
        cell.s = bare_cell(r);
    }
    cell.s = utf8_nfc(r->a, cell.s);
    return cell;
}

/* One row, and its line end. */
static struct csv_row *
read_row(struct reader *r)
{
    struct csv_row *row = NEW(r->a, struct csv_row, 1);
    struct pos at = place(r, r->p);
    struct text cells[CELLS_MAX];

    for (;;) {
        if (row->n == CELLS_MAX) {
            r->ok = diag_error(
                r->d, at, "S106", "a row of more than %d cells", CELLS_MAX);
            r->p += strcspn(r->p, "\n");
            break;
        }
        cells[row->n++] = read_cell(r);
        if (at_line_end(r))
            break;
        r->p++;
    }
    row->cells = NEW(r->a, struct text, row->n);
    memcpy(row->cells, cells, (size_t)row->n * sizeof *cells);
    if (r->p < r->end && *r->p == '\r')
        r->p++;
    if (r->p < r->end)
        step(r);
    return row;
}

/* The number of cells up to the last that holds anything. */
static int
used_cells(const struct csv_row *row)
{
    int n = row->n;

    while (n > 0 && *row->cells[n - 1].s == '\0')
        n--;
    return n;
}

/* Columns without a head and without a cell are what spreadsheets leave. */
static void
check_width(struct reader *r, const struct csv *csv, struct csv_row *row)
{
    int due = csv->first->n;

    if (row->n > due && used_cells(row) <= due)
        row->n = due;
    if (!r->ok || row->n == due)
        return;
    r->ok = diag_error(r->d, row->cells[0].at, "S107",
        "this row has %d cells, the first row %d", row->n, due);
    if (r->separator == ',' && row->n > due)
        diag_help(r->d, "put a cell that holds a comma in quotes");
}

/* "sep=;" in the first line, as spreadsheets write and read it. */
static bool
read_separator(struct reader *r)
{
    const char *p = r->p;
    bool quoted = *p == '"';

    p += quoted;
    if (strncmp(p, "sep=", 4) != 0 || p[4] == '\0' || p[4] == '\n')
        return false;
    r->separator = p[4];
    p += 5 + quoted;
    p += *p == '\r';
    if (*p != '\n')
        return false;
    r->p = p;
    step(r);
    return true;
}

static void
find_separator(struct reader *r)
{
    static const char separators[] = {',', ';', '\t'};
    int most = -1;

    if (read_separator(r))
        return;
    for (size_t i = 0; i < sizeof separators; i++) {
        int n = count_separator(r->p, r->end, separators[i]);

        if (n > most)
            r->separator = separators[i];
        most = n > most ? n : most;
    }
}

static void
read_rows(struct reader *r, struct csv *out)
{
    struct csv_row **tail = &out->first;

    while (r->p < r->end && !diag_full(r->d, r->src)) {
        struct csv_row *row = read_row(r);
        int used = used_cells(row);

        if (used == 0)
            continue;
        if (out->first == NULL)
            row->n = used;
        else
            check_width(r, out, row);
        *tail = row;
        tail = &row->next;
        out->nrows++;
    }
}

bool
csv_parse(
    struct arena *a, struct diag *d, const struct source *src, struct csv *out)
{
    static const char bom[] = "\xef\xbb\xbf";
    struct reader r = {.a = a, .d = d, .line = 1, .ok = true};

    *out = (struct csv){.src = src};
    r.src = out->src = csv_text(a, d, src);
    if (r.src == NULL)
        return false;
    r.p = r.src->text;
    r.end = r.p + r.src->len;
    if (r.src->len >= 3 && memcmp(r.p, bom, 3) == 0)
        r.p += 3;
    r.counted = r.p;
    while (r.p < r.end && (*r.p == '\n' || *r.p == '\r'))
        step(&r);
    find_separator(&r);
    out->separator = r.separator;
    read_rows(&r, out);
    if (out->first == NULL)
        return diag_error(
            d, (struct pos){.src = r.src}, "S107", "the table has no rows");
    return r.ok;
}

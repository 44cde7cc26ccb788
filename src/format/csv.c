#include "format/csv.h"

#include "base/utf8.h"

#include <string.h>

/* First the bytes of the whole text, then cell by cell.  What programs read in
   different ways (a quote inside a bare cell, text behind a closing quote) is
   refused. */

enum { CELLS_MAX = 64 };

struct reader {
    struct arena *a;
    struct diag *d;
    const struct source *src;
    const char *p, *end;
    const char *line_at; /* of the line `p` is on */
    int line;
    char separator;
    bool ok;
};

static struct pos
place(const struct reader *r, const char *p)
{
    return (struct pos){.src = r->src,
        .line = r->line,
        .col = 1 + (int)utf8_count(r->line_at, (size_t)(p - r->line_at))};
}

static bool
is_blank(char c)
{
    return c == ' ' || c == '\t';
}

/* Bytes */

static bool
check_bytes(struct diag *d, const struct source *src)
{
    size_t bad;

    if (!utf8_valid(src->text, src->len, &bad)) {
        diag_error(d, diag_pos(src, bad), "S101", "this byte is not UTF-8");
        diag_help(d, "save the table as CSV in UTF-8");
        return false;
    }
    for (size_t i = 0; i < src->len; i++) {
        unsigned char c = (unsigned char)src->text[i];
        bool line_end = c == '\n' || (c == '\r' && i + 1 < src->len &&
                                         src->text[i + 1] == '\n');

        if ((c >= 0x20 && c != 0x7f) || c == '\t' || line_end)
            continue;
        return diag_error(d, diag_pos(src, i), "S102",
            "control character U+%04X in the table", (unsigned)c);
    }
    return true;
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
        r->line_at = r->p;
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
        struct text cell = read_cell(r);

        if (row->n < CELLS_MAX)
            cells[row->n] = cell;
        row->n++;
        if (at_line_end(r))
            break;
        r->p++;
    }
    if (row->n > CELLS_MAX) {
        r->ok = diag_error(
            r->d, at, "S106", "a row of more than %d cells", CELLS_MAX);
        row->n = CELLS_MAX;
    }
    row->cells = NEW(r->a, struct text, row->n);
    memcpy(row->cells, cells, (size_t)row->n * sizeof *cells);
    if (r->p < r->end && *r->p == '\r')
        r->p++;
    if (r->p < r->end)
        step(r);
    return row;
}

/* A row of which every cell is empty, as spreadsheets leave at the end. */
static bool
is_empty(const struct csv_row *row)
{
    for (int i = 0; i < row->n; i++)
        if (*row->cells[i].s != '\0')
            return false;
    return true;
}

static void
check_width(struct reader *r, const struct csv *csv, const struct csv_row *row)
{
    if (!r->ok || row->n == csv->first->n)
        return;
    r->ok = diag_error(r->d, row->cells[0].at, "S107",
        "this row has %d cells, the first row %d", row->n, csv->first->n);
    if (r->separator == ',' && row->n > csv->first->n)
        diag_help(r->d, "put a cell that holds a comma in quotes");
}

bool
csv_parse(
    struct arena *a, struct diag *d, const struct source *src, struct csv *out)
{
    static const char bom[] = "\xef\xbb\xbf";
    struct reader r = {.a = a, .d = d, .src = src, .line = 1, .ok = true};
    struct csv_row **tail = &out->first;

    *out = (struct csv){.src = src};
    if (!check_bytes(d, src))
        return false;
    r.p = src->text;
    r.end = src->text + src->len;
    if (src->len >= 3 && memcmp(r.p, bom, 3) == 0)
        r.p += 3;
    r.line_at = r.p;
    while (r.p < r.end && (*r.p == '\n' || *r.p == '\r'))
        step(&r);
    out->separator = r.separator =
        count_separator(r.p, r.end, ';') > count_separator(r.p, r.end, ',')
            ? ';'
            : ',';
    while (r.p < r.end && !diag_full(d, src)) {
        struct csv_row *row = read_row(&r);

        if (is_empty(row))
            continue;
        if (out->first != NULL)
            check_width(&r, out, row);
        *tail = row;
        tail = &row->next;
        out->nrows++;
    }
    if (out->first == NULL)
        return diag_error(
            d, (struct pos){.src = src}, "S107", "the table has no rows");
    return r.ok;
}

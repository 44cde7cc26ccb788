/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "base/utf8.h"
#include "interview/import_parts.h"
#include "interview/interview.h"

#include <string.h>

/* A table of questions makes one interview, a table of interviews one per
   row.  What a column holds is decided by its head. */

enum column_kind {
    COLUMN_OTHER,
    COLUMN_ID,   /* says which question a row is about */
    COLUMN_TEXT, /* what was answered */
    COLUMN_PART, /* a part of the answer */
    COLUMN_PLACE /* of an interview */
};

struct column {
    enum column_kind kind;
    const struct text *head;
    const char *name; /* of comments: its head, or its number */
    struct import_place place;
};

struct table {
    struct arena *a;
    struct diag *d;
    const struct import_how *how;
    const struct csv *csv;
    struct column *columns;
    const struct csv_row *rows; /* the first of data */
};

/* Columns --------------------------------------------------------------- */

static const char *const id_heads[] = {"vraag", "vraagnummer", "vraag_nr", "nr",
    "nummer", "question", "question_number", "question_no", "no", "number",
    "id", "vraagtekst", "question_text", "sleutel", "key", NULL};
static const char *const text_heads[] = {
    "antwoord", "answer", "tekst", "text", "waarde", "value", NULL};

static bool
is_one_of(const char *fold, const char *const *words)
{
    for (; *words != NULL; words++)
        if (strcmp(fold, *words) == 0)
            return true;
    return false;
}

static struct column
look_at(struct table *t, const struct text *head, int i)
{
    const char *fold = import_fold(t->a, head->s);
    struct column c = {.head = head, .name = head->s};

    if (*fold == '\0')
        c.name = arena_printf(
            t->a, t->how->lang == LANG_NL ? "kolom %d" : "column %d", i + 1);
    if (is_one_of(fold, id_heads)) {
        c.kind = COLUMN_ID;
    } else if (is_one_of(fold, text_heads)) {
        c.kind = COLUMN_TEXT;
    } else {
        c.place = import_name(t->a, t->how, head->s);
        if (c.place.kind != IMPORT_NOWHERE)
            c.kind = COLUMN_PLACE;
    }
    return c;
}

static int
count_kind(const struct table *t, enum column_kind kind)
{
    int n = 0;

    for (int i = 0; i < t->csv->first->n; i++)
        n += t->columns[i].kind == kind;
    return n;
}

/* Columns of a table of questions may be parts of answers ("gedaan"), which are
   no keys of an interview. */
static int
find_parts(struct table *t)
{
    int n = 0;

    for (int i = 0; i < t->csv->first->n; i++) {
        struct column *c = &t->columns[i];

        if (c->kind == COLUMN_ID || c->kind == COLUMN_TEXT ||
            import_slot(t->a, t->how, 1, c->head->s).kind == IMPORT_NOWHERE)
            continue;
        c->kind = COLUMN_PART;
        n++;
    }
    return n;
}

static bool
has_answers(const struct table *t)
{
    for (int i = 0; i < t->csv->first->n; i++)
        if (t->columns[i].kind == COLUMN_PLACE &&
            t->columns[i].place.question > 0)
            return true;
    return false;
}

/* Two columns without a head, of which the first is a question or key in every
   row. */
static bool
is_headless(struct table *t)
{
    const struct csv_row *first = t->csv->first;

    if (first->n < 2 || t->columns[0].kind == COLUMN_ID ||
        import_name(t->a, t->how, first->cells[1].s).kind != IMPORT_NOWHERE)
        return false;
    for (const struct csv_row *row = first; row != NULL; row = row->next)
        if (import_name(t->a, t->how, row->cells[0].s).kind == IMPORT_NOWHERE)
            return false;
    t->columns[0].kind = COLUMN_ID;
    t->columns[1].kind = COLUMN_TEXT;
    for (int i = 0; i < first->n; i++)
        t->columns[i].name = arena_printf(
            t->a, t->how->lang == LANG_NL ? "kolom %d" : "column %d", i + 1);
    t->rows = first;
    return true;
}

static enum import_table
look_over(struct table *t)
{
    const struct csv_row *head = t->csv->first;

    t->columns = NEW(t->a, struct column, head->n);
    for (int i = 0; i < head->n; i++)
        t->columns[i] = look_at(t, &head->cells[i], i);
    t->rows = head->next;
    if (is_headless(t))
        return IMPORT_TABLE_QUESTIONS;
    if (has_answers(t))
        return IMPORT_TABLE_INTERVIEWS;
    if (count_kind(t, COLUMN_ID) > 0 &&
        (find_parts(t) > 0 || count_kind(t, COLUMN_TEXT) > 0))
        return IMPORT_TABLE_QUESTIONS;
    return count_kind(t, COLUMN_PLACE) > 0 ? IMPORT_TABLE_INTERVIEWS
                                           : IMPORT_TABLE_NONE;
}

enum import_table
import_table_is(
    struct arena *a, const struct import_how *how, const struct csv *csv)
{
    struct table t = {.a = a, .how = how, .csv = csv};

    return look_over(&t);
}

/* Cells ----------------------------------------------------------------- */

/* A cell without the line breaks around it, and what no interview holds. */
static struct text
clean_cell(struct import *im, const struct text *cell)
{
    int changed = 0;
    const char *s = document_clean(im->a, cell->s, &changed);
    char *out;
    size_t len;

    s += strspn(s, " \t\n");
    len = strlen(s);
    while (len > 0 && strchr(" \t\n", s[len - 1]) != NULL)
        len--;
    out = arena_strndup(im->a, s, len);
    return (struct text){.s = out, .at = cell->at};
}

static void
leave_cell(struct import *im, const struct table *t, const struct csv_row *row,
    int i, const char *of)
{
    const char *name = t->columns[i].name;

    import_leave(im,
        of == NULL ? name : arena_printf(im->a, "%s, %s", of, name),
        row->cells[i].s);
}

static const char *
last_key(const struct import_place *place)
{
    for (int i = place->nsteps - 1; i >= 0; i--)
        if (place->step[i].key != NULL)
            return place->step[i].key;
    return "";
}

/* A cell in its place, or among what has none. */
static void
put_cell(struct import *im, const struct table *t, const struct csv_row *row,
    int i, const struct import_place *place, const char *of)
{
    struct text cell = clean_cell(im, &row->cells[i]);

    if (text_blank(cell.s) || import_put(im, place, &cell))
        return;
    if (place->question > 0)
        diag_warning(im->d, cell.at, "N111",
            "this does not go with what question v%02d has already; it stands "
            "as a comment at the end",
            place->question);
    else
        diag_warning(im->d, cell.at, "N111",
            "this cannot be \"%s\"; it stands as a comment at the end",
            last_key(place));
    if (place->kind == IMPORT_VALUE)
        diag_help(im->d, "%s",
            arena_printf(im->a, "%s: %s", last_key(place),
                place->field->help[im->how->lang]));
    leave_cell(im, t, row, i, of);
}

/* The heads of the columns stand in the interview too. */
static struct import
begin(struct table *t)
{
    struct import im =
        import_begin(t->a, t->d, t->how, t->csv->separator != ',');
    struct buf heads = buf_new(t->a);

    if (t->rows == t->csv->first)
        return im;
    for (int i = 0; i < t->csv->first->n; i++)
        buf_printf(&heads, "%s%s", i > 0 ? " | " : "", t->columns[i].head->s);
    import_note(&im, &im.head, t->how->lang == LANG_NL ? "Kolommen" : "Columns",
        heads.p);
    return im;
}

/* Whether a column holds anything at all. */
static bool
is_used(const struct table *t, int i)
{
    for (const struct csv_row *row = t->rows; row != NULL; row = row->next)
        if (!text_blank(row->cells[i].s))
            return true;
    return false;
}

static void
warn_columns(struct table *t, bool questions)
{
    for (int i = 0; i < t->csv->first->n; i++) {
        const struct column *c = &t->columns[i];
        bool known = questions
                         ? c->kind != COLUMN_OTHER && c->kind != COLUMN_PLACE
                         : c->kind == COLUMN_PLACE;

        if (known || !is_used(t, i))
            continue;
        diag_warning(t->d, c->head->at, "N110",
            "column \"%s\" is nothing that an interview asks for; its cells "
            "stand as comments at the end",
            text_quote(t->a, c->name));
        if (!questions)
            diag_help(t->d, "a column is called by a question (v04), a key "
                            "(kind.naam) or a scale");
    }
}

/* A row per question ---------------------------------------------------- */

/* Which question or key a row is about: the first of its id cells that tells.
   The others are texts of that question, or have no place. */
static struct import_place
row_place(struct import *im, const struct table *t, const struct csv_row *row)
{
    struct import_place found = {.kind = IMPORT_NOWHERE};

    for (int i = 0; i < row->n && found.kind == IMPORT_NOWHERE; i++)
        if (t->columns[i].kind == COLUMN_ID)
            found = import_name(im->a, im->how, row->cells[i].s);
    return found;
}

/* Whether a cell says no more than the keys do. */
static bool
is_path(struct import *im, const struct import_place *place, const char *cell)
{
    struct buf path = buf_new(im->a);

    buf_puts(&path, "");
    for (int i = 0; i < place->nsteps; i++)
        if (place->step[i].key != NULL)
            buf_printf(&path, "%s ", place->step[i].key);
    return strcmp(import_fold(im->a, path.p), import_fold(im->a, cell)) == 0;
}

static void
note_ids(struct import *im, const struct table *t, const struct csv_row *row,
    const struct import_place *place)
{
    for (int i = 0; i < row->n; i++) {
        const char *cell = row->cells[i].s, *rest = cell;

        if (t->columns[i].kind != COLUMN_ID || text_blank(cell))
            continue;
        if (place->question == 0 && is_path(im, place, cell))
            continue;
        if (place->question == 0)
            import_note(im, &im->head, NULL, cell);
        else if (import_id(cell, &rest) != place->question || *rest != '\0')
            import_note(im, import_above(im, place->question), NULL, cell);
    }
}

/* A row that is about nothing we know. */
static void
leave_row(struct import *im, const struct table *t, const struct csv_row *row)
{
    const char *of = NULL;

    for (int i = 0; i < row->n && of == NULL; i++)
        if (t->columns[i].kind == COLUMN_ID && !text_blank(row->cells[i].s))
            of = row->cells[i].s;
    for (int i = 0; i < row->n; i++)
        if (!text_blank(row->cells[i].s))
            leave_cell(im, t, row, i, of);
    diag_warning(im->d, row->cells[0].at, "N116",
        "this row is about no question of the rules and no key; it stands as a "
        "comment at the end");
}

static void
read_question(
    struct import *im, const struct table *t, const struct csv_row *row)
{
    struct import_place place = row_place(im, t, row);
    const char *of = place.question > 0
                         ? arena_printf(im->a, "v%02d", place.question)
                         : NULL;

    if (place.kind == IMPORT_NOWHERE) {
        leave_row(im, t, row);
        return;
    }
    for (int i = 0; i < row->n; i++) {
        struct import_place part = place;

        if (t->columns[i].kind == COLUMN_ID || text_blank(row->cells[i].s))
            continue;
        if (t->columns[i].kind == COLUMN_PART)
            part = place.question == 0
                       ? (struct import_place){.kind = IMPORT_NOWHERE}
                       : import_slot(im->a, im->how, place.question,
                             t->columns[i].head->s);
        else if (t->columns[i].kind != COLUMN_TEXT)
            part.kind = IMPORT_NOWHERE;
        if (part.kind == IMPORT_NOWHERE)
            leave_cell(im, t, row, i, of);
        else
            put_cell(im, t, row, i, &part, of);
    }
    note_ids(im, t, row, &place);
}

static int
read_questions(struct table *t, struct imported *out)
{
    struct import im = begin(t);

    warn_columns(t, true);
    for (const struct csv_row *row = t->rows; row != NULL; row = row->next)
        read_question(&im, t, row);
    import_end(&im, &(struct import_taken){0}, out);
    return 1;
}

/* As many as one person can look after; each becomes a file. */
enum { INTERVIEWS_MAX = 1000 };

/* A row per interview --------------------------------------------------- */

static bool
is_case(const struct import_place *place)
{
    return place->kind == IMPORT_VALUE && place->nsteps == 1 &&
           place->field->type == FIELD_CASE &&
           place->field->offset == offsetof(struct interview, case_id);
}

/* Ids that rows give, so that no other row gets one of them. */
static struct import_taken
find_taken(struct table *t)
{
    struct import_taken taken = {.v = NEW(t->a, const char *, t->csv->nrows)};

    for (int i = 0; i < t->csv->first->n; i++)
        for (const struct csv_row *row = t->rows;
             is_case(&t->columns[i].place) && row != NULL; row = row->next)
            taken.v[taken.n++] = row->cells[i].s;
    return taken;
}

/* Whether an earlier row has that case id. */
static bool
is_second(const struct table *t, const struct csv_row *row, int i)
{
    for (const struct csv_row *one = t->rows; one != row; one = one->next)
        if (utf8_same(one->cells[i].s, row->cells[i].s))
            return true;
    return false;
}

static void
read_cell(
    struct import *im, const struct table *t, const struct csv_row *row, int i)
{
    const struct column *c = &t->columns[i];
    const char *rest = "";

    if (c->kind != COLUMN_PLACE) {
        leave_cell(im, t, row, i, NULL);
        return;
    }
    if (is_case(&c->place) && is_second(t, row, i)) {
        diag_warning(im->d, row->cells[i].at, "N111",
            "another row has this case id; it stands as a comment at the end, "
            "and the interview gets an id of its own");
        leave_cell(im, t, row, i, NULL);
        return;
    }
    put_cell(im, t, row, i, &c->place, NULL);
    if (c->place.kind == IMPORT_ANSWER &&
        (import_id(c->head->s, &rest) == 0 || *rest != '\0'))
        import_note(im, import_above(im, c->place.question), NULL, c->head->s);
}

static int
read_interviews(struct table *t, struct imported *out)
{
    struct import_taken taken = find_taken(t);
    int n = 0;

    if (t->csv->nrows > INTERVIEWS_MAX) {
        diag_error(t->d, t->rows->cells[0].at, "N107",
            "more than %d interviews in one table", (int)INTERVIEWS_MAX);
        diag_help(t->d, "make several tables of it, each with the first row");
        return 0;
    }
    warn_columns(t, false);
    for (const struct csv_row *row = t->rows; row != NULL; row = row->next) {
        struct import im = begin(t);

        for (int i = 0; i < row->n; i++)
            if (!text_blank(row->cells[i].s))
                read_cell(&im, t, row, i);
        import_end(&im, &taken, &out[n++]);
    }
    return n;
}

int
import_table(struct arena *a, struct diag *d, const struct import_how *how,
    const struct csv *csv, struct imported **out)
{
    struct table t = {.a = a, .d = d, .how = how, .csv = csv};

    *out = NEW(a, struct imported, csv->nrows);
    switch (look_over(&t)) {
    case IMPORT_TABLE_QUESTIONS:
        return read_questions(&t, *out);
    case IMPORT_TABLE_INTERVIEWS:
        if (t.rows != NULL)
            return read_interviews(&t, *out);
        diag_error(d, csv->first->cells[0].at, "N105",
            "there is no interview below the first row");
        return 0;
    case IMPORT_TABLE_NONE:
        break;
    }
    diag_error(d, csv->first->cells[0].at, "N105",
        "no column of this table is one of an interview");
    diag_help(d, "a row per question: columns \"vraag\" and \"antwoord\" "
                 "(question, answer); or a row per interview: columns called "
                 "v01, v02, kind.naam");
    return 0;
}

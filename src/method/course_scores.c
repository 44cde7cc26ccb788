/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "method/course_scores.h"

#include "base/text_index.h"
#include "base/utf8.h"
#include "format/csv.h"

#include <string.h>

enum { TRAINEES_MAX = 20000 };

#define WHITE " \t\r\n"

enum column {
    COLUMN_TRAINEE,
    COLUMN_SCALE,
    COLUMN_SCORE,
    COLUMN_CASE,
    COLUMN_COUNT
};

static const char *const column_name[COLUMN_COUNT][LANG_COUNT] = {
    [COLUMN_TRAINEE] = {"cursist", "trainee"},
    [COLUMN_SCALE] = {"schaal", "scale"},
    [COLUMN_SCORE] = {"score", "score"},
    [COLUMN_CASE] = {"dossier", "case"},
};

/* What a column holds: one of the three, or in a table with a row per trainee
   the scores of a scale. */
enum { COLUMN_PASSED_OVER = -1 };
struct column_use {
    int column; /* enum column, COLUMN_COUNT for a scale, or passed over */
    int scale;
};

struct loader {
    struct arena *a;
    struct diag *d;
    const struct rules *rules;
    struct course_scores *out;
    bool comma;               /* a comma may be the decimal sign */
    int column[COLUMN_COUNT]; /* which cell of a row; -1: none */
    struct column_use *use;   /* per cell of a row */
    bool wide;                /* a row per trainee */
    bool of_cases;            /* a column may name the case */
    /* What a trainee scored of a case: per scale where; line 0: not yet. */
    struct sheet {
        int trainee, which;
        struct pos *seen;
    } * sheets;
    int nsheets;
    struct text_index trainees; /* in the order of those of `out` */
    struct text_index folded;   /* the same in small letters, */
    int *first;                 /* and who was the first with these */
    int *last;                  /* score of each trainee so far; -1: none */
    struct key_map sheet_of;    /* by trainee and case */
    struct text_index cases;    /* in small letters */
};

/* Names */

static int
column_find(const char *name)
{
    for (int c = 0; c < COLUMN_COUNT; c++)
        for (int l = 0; l < LANG_COUNT; l++)
            if (utf8_same(column_name[c][l], name))
                return c;
    return COLUMN_PASSED_OVER;
}

/* The scale with that id or title, in any case, its id with blanks too; -1
   where there is none. */
static int
scale_find(struct loader *l, const char *name)
{
    const struct rules *rules = l->rules;
    char *id = arena_strndup(l->a, name, strlen(name));

    for (char *p = id; *p != '\0'; p++)
        if (*p == ' ' || *p == '-')
            *p = '_';
    for (int i = 0; i < rules->nscales; i++) {
        const struct scale *s = &rules->scales[i];

        if (utf8_same(s->is.id, id))
            return i;
        for (int k = 0; k < s->is.also.n; k++)
            if (utf8_same(s->is.also.v[k].s, id))
                return i;
        for (int k = 0; k < LANG_COUNT; k++)
            if (s->title.t[k].s != NULL && utf8_same(s->title.t[k].s, name))
                return i;
    }
    return -1;
}

/* The id of a scale that is like `name`, or NULL. */
static const char *
scale_near(struct loader *l, const char *name)
{
    int n = l->rules->nscales, most = 0;
    size_t count = 0;
    const char **ids;

    for (int i = 0; i < n; i++)
        most += 1 + l->rules->scales[i].is.also.n;
    ids = NEW(l->a, const char *, most);
    for (int i = 0; i < n; i++) {
        const struct named *is = &l->rules->scales[i].is;

        ids[count++] = is->id;
        for (int k = 0; k < is->also.n; k++)
            ids[count++] = is->also.v[k].s;
    }
    return diag_nearest(name, ids, count);
}

/* Header */

/* Forms export columns of their own (a time, a remark): passed over aloud.  A
   name that is nearly one we know is a fault. */
static bool
column_unknown(struct loader *l, const struct text *cell)
{
    const char *names[COLUMN_COUNT * LANG_COUNT], *near;
    size_t n = 0;

    for (int c = 0; c < COLUMN_COUNT; c++)
        for (int k = 0; k < LANG_COUNT; k++)
            if (c != COLUMN_CASE || l->of_cases)
                names[n++] = column_name[c][k];
    near = diag_nearest(cell->s, names, n);
    if (near == NULL)
        near = scale_near(l, cell->s);
    if (near == NULL && l->wide) {
        diag_warning(l->d, cell->at, "S213", "column \"%s\" is passed over",
            text_quote(l->a, cell->s));
        return true;
    }
    diag_error(l->d, cell->at, "S201", "unknown column \"%s\"",
        text_quote(l->a, cell->s));
    if (near != NULL)
        diag_help(l->d, "did you mean \"%s\"?", near);
    else
        diag_help(l->d, "the first row is trainee,scale,score; or trainee and "
                        "the scales");
    return false;
}

static void
use_column(struct loader *l, const struct text *cell, struct column_use *use)
{
    int scale = scale_find(l, cell->s);

    use->column = column_find(cell->s);
    if (use->column == COLUMN_CASE && !l->of_cases)
        use->column = COLUMN_PASSED_OVER;
    if (use->column < 0 && scale >= 0) {
        *use = (struct column_use){COLUMN_COUNT, scale};
        l->wide = true;
    }
}

static bool
column_twice(struct loader *l, const struct csv_row *row, int i)
{
    for (int k = 0; k < i; k++)
        if (l->use[k].column == l->use[i].column &&
            l->use[k].scale == l->use[i].scale)
            return !diag_error(l->d, row->cells[i].at, "S202",
                "column \"%s\" stands there twice", row->cells[i].s);
    return false;
}

static bool
check_columns(struct loader *l, const struct csv_row *row)
{
    for (int c = 0; c < COLUMN_COUNT; c++) {
        bool due = c == COLUMN_TRAINEE || !l->wide;

        if (c == COLUMN_CASE)
            continue;
        if (due && l->column[c] < 0)
            return diag_error(l->d, row->cells[0].at, "S203",
                "there is no column \"%s\"", column_name[c][LANG_EN]);
        if (!due && l->column[c] >= 0) {
            diag_error(l->d, row->cells[l->column[c]].at, "S214",
                "a column \"%s\" beside columns of scales",
                row->cells[l->column[c]].s);
            diag_help(l->d, "one row per score (trainee,scale,score), or one "
                            "per trainee with a column for each scale");
            return false;
        }
    }
    return true;
}

static bool
read_header(struct loader *l, const struct csv_row *row)
{
    bool ok = true;

    l->use = NEW(l->a, struct column_use, row->n);
    for (int c = 0; c < COLUMN_COUNT; c++)
        l->column[c] = -1;
    for (int i = 0; i < row->n; i++)
        use_column(l, &row->cells[i], &l->use[i]);
    for (int i = 0; i < row->n; i++) {
        if (l->use[i].column == COLUMN_PASSED_OVER)
            ok = column_unknown(l, &row->cells[i]) && ok;
        else if (column_twice(l, row, i))
            ok = false;
        else if (l->use[i].column < COLUMN_COUNT)
            l->column[l->use[i].column] = i;
    }
    return ok && check_columns(l, row);
}

/* Rows */

/* As names of one case are compared, as utf8_same does. */
static const char *
small_letters(struct arena *a, const char *s)
{
    struct buf key = buf_new(a);
    char c[4];

    buf_puts(&key, "");
    for (s += strspn(s, WHITE); s[strspn(s, WHITE)] != '\0';)
        buf_add(&key, c, (size_t)utf8_put(utf8_lower(utf8_next(&s)), c));
    return key.p;
}

/* Two trainees may be one whose name was typed in two ways. */
static void
compare_folded(struct loader *l, const struct text *cell, int trainee)
{
    int before = l->folded.n;
    int i = text_index_add(l->a, &l->folded, small_letters(l->a, cell->s));
    const struct text *first;

    if (i == before) {
        l->first[i] = trainee;
        return;
    }
    first = &l->out->trainees[l->first[i]];
    diag_warning(l->d, cell->at, "S215",
        "\"%s\" differs by capitals only from \"%s\"; they count as two "
        "trainees",
        text_quote(l->a, cell->s), text_quote(l->a, first->s));
    diag_note(l->d, first->at, "first here");
}

/* The index of a trainee, new ones added; -1 with an error where there are too
   many. */
static int
trainee_index(struct loader *l, const struct text *cell)
{
    struct course_scores *out = l->out;
    int n = out->ntrainees;
    int i = text_index_add(l->a, &l->trainees, cell->s);

    if (i < n)
        return i;
    if (n == TRAINEES_MAX) {
        diag_error(
            l->d, cell->at, "S205", "more than %d trainees", TRAINEES_MAX);
        return -1;
    }
    compare_folded(l, cell, n);
    out->trainees[n] = *cell;
    out->first[n] = l->last[n] = -1;
    return out->ntrainees++;
}

static int
read_trainee(struct loader *l, const struct text *cell)
{
    if (*cell->s == '\0') {
        diag_error(l->d, cell->at, "S204", "no trainee in this row");
        diag_help(l->d, "write a name or a code");
        return -1;
    }
    return text_check(l->d, 'I', cell) ? trainee_index(l, cell) : -1;
}

static int
read_scale(struct loader *l, const struct text *cell)
{
    int index = scale_find(l, cell->s);
    const char *near;

    if (index >= 0)
        return index;
    diag_error(l->d, cell->at, "S206", "unknown scale \"%s\"",
        text_quote(l->a, cell->s));
    near = scale_near(l, cell->s);
    if (near != NULL)
        diag_help(l->d, "did you mean \"%s\"?", near);
    else
        diag_help(l->d, "the rules are %s", l->rules->src->name);
    return -1;
}

/* "4,5" with a point; NULL where it is no such number. */
static const char *
with_point(struct arena *a, const char *s)
{
    const char *comma = strchr(s, ',');
    int v;
    char *out;

    if (comma == NULL)
        return NULL;
    out = arena_strndup(a, s, strlen(s));
    out[comma - s] = '.';
    return num_parse(out, &v) ? out : NULL;
}

static bool
is_na(const char *s)
{
    static const char *const words[] = {"nvt", "n.v.t.", "na", "n/a"};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (utf8_same(words[i], s))
            return true;
    return false;
}

/* A score within the scale and on its steps. */
static bool
read_score(struct loader *l, const struct text *cell, int scale, int *value)
{
    const struct scale *is = &l->rules->scales[scale];
    int step = l->rules->half_points ? 500 : 1000;
    const char *point = with_point(l->a, cell->s);

    if (l->comma && point != NULL ? !num_parse(point, value)
                                  : !num_parse(cell->s, value)) {
        diag_error(l->d, cell->at, "S207", "\"%s\" is no score",
            text_quote(l->a, cell->s));
        if (point != NULL)
            diag_help(l->d, "did you mean %s?", point);
        else
            diag_help(l->d, "write a number, or nvt (na); leave out a row "
                            "without a score");
        return false;
    }
    if (*value < is->min * 1000 || *value > is->max * 1000)
        return diag_error(l->d, cell->at, "S208", "score %s is outside %d..%d",
            cell->s, is->min, is->max);
    if (*value % step != 0)
        return diag_error(l->d, cell->at, "S209", "score %s is not %s", cell->s,
            diag_words(l->d, l->rules->half_points
                                 ? DIAG_WORDS("a whole or half number")
                                 : DIAG_WORDS("a whole number")));
    return true;
}

/* The index of the case that a row names; 0 where it names none, -1 with an
   error. */
static int
read_case(struct loader *l, const struct csv_row *row)
{
    struct course_scores *out = l->out;
    const struct text *cell;
    int i;

    if (l->column[COLUMN_CASE] < 0)
        return 0;
    cell = &row->cells[l->column[COLUMN_CASE]];
    if (*cell->s == '\0') {
        diag_error(l->d, cell->at, "S216", "no case in this row");
        diag_help(l->d, "write its number, or leave the column out where all "
                        "rows are about one case");
        return -1;
    }
    i = text_index_add(l->a, &l->cases, small_letters(l->a, cell->s));
    if (i < out->ncases)
        return i;
    out->cases[out->ncases++] = *cell;
    return text_check(l->d, 'I', cell) ? i : -1;
}

/* What a trainee scored of a case so far. */
static const struct sheet *
find_sheet(struct loader *l, int trainee, int which)
{
    /* An odd factor spreads numbers, and no two become one. */
    uint64_t key = ((uint64_t)which * TRAINEES_MAX + (uint64_t)trainee + 1) *
                   0x9e3779b97f4a7c15u;
    int i = key_map_get(&l->sheet_of, key);

    if (i < 0) {
        i = l->nsheets++;
        key_map_set(l->a, &l->sheet_of, key, i);
        l->sheets[i] = (struct sheet){
            trainee, which, NEW(l->a, struct pos, l->rules->nscales)};
    }
    return &l->sheets[i];
}

/* A trainee scores a scale of a case once. */
static bool
note_seen(struct loader *l, const struct sheet *sheet, int scale,
    const struct text *cell)
{
    struct pos *seen = &sheet->seen[scale];

    if (seen->line > 0) {
        diag_error(l->d, cell->at, "S210",
            "\"%s\" has scored this scale before",
            text_quote(l->a, l->out->trainees[sheet->trainee].s));
        diag_note(l->d, *seen, "here");
        return false;
    }
    *seen = cell->at;
    return true;
}

static void
keep_score(struct loader *l, struct course_score score)
{
    struct course_scores *out = l->out;
    int *end = &l->last[score.trainee];

    if (*end < 0)
        out->first[score.trainee] = out->n;
    else
        out->v[*end].next = out->n;
    *end = out->n;
    score.next = -1;
    out->v[out->n++] = score;
}

/* One score of a trainee; nvt leaves it out. */
static bool
add_score(struct loader *l, const struct sheet *sheet, int scale,
    const struct text *cell)
{
    int value = 0;
    bool na = is_na(cell->s);

    if (!na && !read_score(l, cell, scale, &value))
        return false;
    if (!note_seen(l, sheet, scale, cell))
        return false;
    if (!na)
        keep_score(l, (struct course_score){.trainee = sheet->trainee,
                          .which = sheet->which,
                          .scale = scale,
                          .score = value,
                          .at = cell->at});
    return true;
}

/* A trainee's row with a column for each scale; an empty cell is a scale that
   was not scored. */
static bool
read_wide(
    struct loader *l, const struct csv_row *row, const struct sheet *sheet)
{
    bool ok = true;

    for (int i = 0; i < row->n; i++)
        if (l->use[i].column == COLUMN_COUNT && !text_blank(row->cells[i].s))
            ok &= add_score(l, sheet, l->use[i].scale, &row->cells[i]);
    return ok;
}

static bool
read_row(struct loader *l, const struct csv_row *row)
{
    const struct text *cell = &row->cells[l->column[COLUMN_TRAINEE]];
    int trainee = read_trainee(l, cell), which = read_case(l, row), scale;
    const struct sheet *sheet = NULL;

    if (trainee >= 0 && which >= 0)
        sheet = find_sheet(l, trainee, which);
    if (l->wide)
        return sheet != NULL && read_wide(l, row, sheet);
    scale = read_scale(l, &row->cells[l->column[COLUMN_SCALE]]);
    return scale >= 0 && sheet != NULL &&
           add_score(l, sheet, scale, &row->cells[l->column[COLUMN_SCORE]]);
}

bool
course_scores_parse(struct arena *a, struct diag *d, const struct source *src,
    const struct rules *rules, bool of_cases, struct course_scores *out)
{
    struct loader l = {
        .a = a, .d = d, .rules = rules, .out = out, .of_cases = of_cases};
    struct csv csv;
    bool ok = true;

    *out = (struct course_scores){0};
    if (!csv_parse(a, d, src, &csv) || !read_header(&l, csv.first))
        return false;
    l.comma = csv.separator != ',';
    if (csv.nrows == 1)
        return diag_error(d, csv.first->cells[0].at, "S211",
            "there are no scores below the first row");
    out->v = NEW(a, struct course_score, csv.nrows * csv.first->n);
    out->trainees = NEW(a, struct text, TRAINEES_MAX);
    out->first = NEW(a, int, TRAINEES_MAX);
    l.first = NEW(a, int, TRAINEES_MAX);
    l.last = NEW(a, int, TRAINEES_MAX);
    out->cases = NEW(a, struct text, csv.nrows);
    l.sheets = NEW(a, struct sheet, csv.nrows);
    for (const struct csv_row *row = csv.first->next;
         row != NULL && !diag_full(d, src); row = row->next)
        ok &= read_row(&l, row);
    return ok;
}

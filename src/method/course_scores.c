#include "method/course_scores.h"

#include "format/csv.h"

#include <string.h>

enum { TRAINEES_MAX = 1000 };

enum column { COLUMN_TRAINEE, COLUMN_SCALE, COLUMN_SCORE, COLUMN_COUNT };

static const char *const column_name[COLUMN_COUNT][LANG_COUNT] = {
    [COLUMN_TRAINEE] = {"cursist", "trainee"},
    [COLUMN_SCALE] = {"schaal", "scale"},
    [COLUMN_SCORE] = {"score", "score"},
};

struct loader {
    struct arena *a;
    struct diag *d;
    const struct rules *rules;
    struct course_scores *out;
    int column[COLUMN_COUNT]; /* which cell of a row */
    struct pos **seen; /* per trainee, per scale: where; line 0: not yet */
};

/* Header */

static int
column_find(const char *name)
{
    for (int c = 0; c < COLUMN_COUNT; c++)
        for (int l = 0; l < LANG_COUNT; l++)
            if (strcmp(column_name[c][l], name) == 0)
                return c;
    return -1;
}

static bool
column_unknown(struct loader *l, const struct text *cell)
{
    const char *names[COLUMN_COUNT * LANG_COUNT], *near;
    size_t n = 0;

    for (int c = 0; c < COLUMN_COUNT; c++)
        for (int k = 0; k < LANG_COUNT; k++)
            names[n++] = column_name[c][k];
    diag_error(l->d, cell->at, "S201", "unknown column \"%s\"",
        text_quote(l->a, cell->s));
    near = diag_nearest(cell->s, names, n);
    if (near != NULL)
        diag_help(l->d, "did you mean \"%s\"?", near);
    else
        diag_help(l->d, "the first row is trainee,scale,score");
    return false;
}

static bool
read_header(struct loader *l, const struct csv_row *row)
{
    bool ok = true;

    for (int c = 0; c < COLUMN_COUNT; c++)
        l->column[c] = -1;
    for (int i = 0; i < row->n; i++) {
        int c = column_find(row->cells[i].s);

        if (c < 0)
            ok = column_unknown(l, &row->cells[i]);
        else if (l->column[c] >= 0)
            ok = diag_error(l->d, row->cells[i].at, "S202",
                "column \"%s\" stands there twice", row->cells[i].s);
        else
            l->column[c] = i;
    }
    for (int c = 0; ok && c < COLUMN_COUNT; c++)
        if (l->column[c] < 0)
            ok = diag_error(l->d, row->cells[0].at, "S203",
                "there is no column \"%s\"", column_name[c][LANG_EN]);
    return ok;
}

/* Rows */

/* The index of a trainee, new ones added; -1 with an error where there are too
   many.  Rows of one trainee mostly stand together. */
static int
trainee_index(struct loader *l, const struct text *cell)
{
    struct course_scores *out = l->out;
    int n = out->ntrainees;

    for (int i = n - 1; i >= 0; i--)
        if (strcmp(out->trainees[i].s, cell->s) == 0)
            return i;
    if (n == TRAINEES_MAX) {
        diag_error(
            l->d, cell->at, "S205", "more than %d trainees", TRAINEES_MAX);
        return -1;
    }
    out->trainees[n] = *cell;
    l->seen[n] = NEW(l->a, struct pos, l->rules->nscales);
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
    int index = rules_scale(l->rules, cell->s), n = l->rules->nscales;
    const char **ids, *near;
    size_t count = 0;
    int most = 0;

    if (index >= 0)
        return index;
    for (int i = 0; i < n; i++)
        most += 1 + l->rules->scales[i].is.also.n;
    ids = NEW(l->a, const char *, most);
    for (int i = 0; i < n; i++) {
        const struct named *is = &l->rules->scales[i].is;

        ids[count++] = is->id;
        for (int k = 0; k < is->also.n; k++)
            ids[count++] = is->also.v[k].s;
    }
    diag_error(l->d, cell->at, "S206", "unknown scale \"%s\"",
        text_quote(l->a, cell->s));
    near = diag_nearest(cell->s, ids, count);
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
    return strcmp(s, "nvt") == 0 || strcmp(s, "na") == 0;
}

/* A score within the scale and on its steps. */
static bool
read_score(struct loader *l, const struct text *cell, int scale, int *value)
{
    const struct scale *is = &l->rules->scales[scale];
    int step = l->rules->half_points ? 500 : 1000;
    const char *point;

    if (!num_parse(cell->s, value)) {
        diag_error(l->d, cell->at, "S207", "\"%s\" is no score",
            text_quote(l->a, cell->s));
        point = with_point(l->a, cell->s);
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
            l->rules->half_points ? "a whole or half number"
                                  : "a whole number");
    return true;
}

/* A trainee scores a scale once. */
static bool
note_seen(struct loader *l, int trainee, int scale, const struct text *cell)
{
    struct pos *seen = &l->seen[trainee][scale];

    if (seen->line > 0) {
        diag_error(l->d, cell->at, "S210",
            "\"%s\" has scored this scale before",
            text_quote(l->a, l->out->trainees[trainee].s));
        diag_note(l->d, *seen, "here");
        return false;
    }
    *seen = cell->at;
    return true;
}

static bool
read_row(struct loader *l, const struct csv_row *row)
{
    const struct text *score = &row->cells[l->column[COLUMN_SCORE]];
    int trainee = read_trainee(l, &row->cells[l->column[COLUMN_TRAINEE]]);
    int scale = read_scale(l, &row->cells[l->column[COLUMN_SCALE]]);
    int value = 0;
    bool na = is_na(score->s);

    if (scale < 0 || trainee < 0)
        return false;
    if (!na && !read_score(l, score, scale, &value))
        return false;
    if (!note_seen(l, trainee, scale, score))
        return false;
    if (!na)
        l->out->v[l->out->n++] = (struct course_score){.trainee = trainee,
            .scale = scale,
            .score = value,
            .at = score->at};
    return true;
}

bool
course_scores_parse(struct arena *a, struct diag *d, const struct source *src,
    const struct rules *rules, struct course_scores *out)
{
    struct loader l = {.a = a, .d = d, .rules = rules, .out = out};
    struct csv csv;
    bool ok = true;

    *out = (struct course_scores){0};
    if (!csv_parse(a, d, src, &csv) || !read_header(&l, csv.first))
        return false;
    if (csv.nrows == 1)
        return diag_error(d, csv.first->cells[0].at, "S211",
            "there are no scores below the first row");
    out->v = NEW(a, struct course_score, csv.nrows);
    out->trainees = NEW(a, struct text, TRAINEES_MAX);
    l.seen = NEW(a, struct pos *, TRAINEES_MAX);
    for (const struct csv_row *row = csv.first->next;
         row != NULL && !diag_full(d, src); row = row->next)
        ok &= read_row(&l, row);
    return ok;
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Interviews made of tables and transcripts. */
#include "interview/import.h"

#include "engine/state.h"
#include "interview/model.h"

#include <string.h>

struct job {
    struct arena *a;
    struct diag *d;
    const struct source *src;
    const struct import_how *how;
    struct imported *made;
    int n;
};

static bool
has_suffix(const char *name, const char *suffix)
{
    size_t n = strlen(name), m = strlen(suffix);

    return n >= m && strcmp(name + n - m, suffix) == 0;
}

/* Word processors' files need libraries that the page for a browser has not. */
static bool
read_document(struct arena *a, struct diag *d, const struct source *src,
    struct document *out)
{
#ifdef WITHOUT_DOCUMENTS
    (void)a;
    (void)out;
    diag_error(d, (struct pos){.src = src}, "N101",
        "this is %s, which is not read here",
        diag_words(d, DIAG_WORDS("a document of a word processor")));
    diag_help(d, "save it as plain text (UTF-8)");
    return false;
#else
    return document_read(a, d, src, out);
#endif
}

static bool
from_document(struct job *j, bool zip)
{
    struct document *doc = NEW(j->a, struct document, 1);

    j->made = NEW(j->a, struct imported, 1);
    j->n = 1;
    return (zip ? read_document(j->a, j->d, j->src, doc)
                : document_lines(j->a, j->d, j->src, doc)) &&
           import_document(j->a, j->d, j->how, doc, j->made);
}

/* Whether a text is a table at all: Excel calls its "Unicode text" .txt. */
static bool
is_table(struct job *j)
{
    struct csv csv;

    return csv_parse(j->a, diag_new(j->a, NULL), j->src, &csv) &&
           csv.nrows > 1 && csv.first->n > 1 &&
           import_table_is(j->a, j->how, &csv) != IMPORT_TABLE_NONE;
}

static bool
from_table(struct job *j)
{
    struct csv csv;

    if (!csv_parse(j->a, j->d, j->src, &csv))
        return false;
    j->n = import_table(j->a, j->d, j->how, &csv, &j->made);
    return j->n > 0;
}

static bool
is_interview(struct job *j)
{
    struct diag *d = diag_new(j->a, NULL);
    struct model model;

    if (has_suffix(j->src->name, ".csv") ||
        !model_read(j->a, d, j->src, &model))
        return false;
    diag_error(j->d, (struct pos){.src = j->src}, "N101",
        "this is %s, which is not read here",
        diag_words(j->d, DIAG_WORDS("an interview already")));
    diag_help(j->d, "relatieprofiel check and render read it as it is");
    return true;
}

static bool
read_any(struct job *j)
{
    const char *name = j->src->name;
    bool lines = has_suffix(name, ".txt") || has_suffix(name, ".md");

    switch (document_kind(j->src)) {
    case DOCUMENT_ZIP:
        return from_document(j, true);
    case DOCUMENT_OTHER:
        return document_refuse_kind(j->d, j->src);
    case DOCUMENT_TEXT:
        break;
    }
    if (is_interview(j))
        return false;
    return lines && !is_table(j) ? from_document(j, false) : from_table(j);
}

/* No interview is larger than the program reads. */
static bool
fit(struct job *j)
{
    for (int i = 0; i < j->n; i++)
        if (j->made[i].len > ENGINE_TEXT_MAX)
            return diag_error(j->d, (struct pos){.src = j->src}, "N106",
                "written out, this interview is larger than the limit of %d "
                "bytes",
                (int)ENGINE_TEXT_MAX);
    return true;
}

/* What a file calls the rules that were asked for. */
static const char *
rules_name(const struct engine_options *o)
{
    const char *word = o->rules.n == 1 ? o->rules.v[0] : NULL;

    return word == NULL || strchr(word, '/') != NULL || has_suffix(word, ".ini")
               ? NULL
               : word;
}

enum status
engine_import(struct arena *a, struct diag *d, struct engine *e,
    const struct source *src, enum lang lang, long after,
    struct engine_imported **out, int *n)
{
    const struct ruleset *set = engine_rules(e, NULL, NULL, src->name);
    struct import_how how = {.folds = import_folds(a),

        .rules_name = rules_name(e->options),
        .lang = lang,
        .after = after};
    struct job job = {.a = a, .d = d, .src = src, .how = &how};

    *n = 0;
    if (set == NULL)
        return STATUS_USAGE;
    how.rules = &set->rules;
    if (!read_any(&job) || !fit(&job) || engine_refused(e, d))
        return STATUS_REFUSED;
    *out = NEW(a, struct engine_imported, job.n);
    *n = job.n;
    for (int i = 0; i < job.n; i++)
        (*out)[i] = (struct engine_imported){.case_id = job.made[i].case_id,
            .text = job.made[i].text,
            .len = job.made[i].len,
            .answered = job.made[i].answered,
            .questions = job.made[i].questions};
    return STATUS_OK;
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "interview/form.h"

#include "interview/fields.h"
#include "interview/interview.h"
#include "interview/schema.h"

#include <string.h>

/* Records are written once each, in the order in which the tables come upon
   them; a field names the one that it holds. */

enum { RECORDS_MAX = 32 };

struct records {
    const struct record *v[RECORDS_MAX];
    int n;
};

static const char *const type_name[] = {
    [FIELD_TEXT] = "text",
    [FIELD_LINE] = "line",
    [FIELD_ID] = "id",
    [FIELD_CASE] = "case",
    [FIELD_INT] = "int",
    [FIELD_NUM] = "num",
    [FIELD_LENGTH] = "length",
    [FIELD_COLOR] = "color",
    [FIELD_DATE] = "date",
    [FIELD_WORD] = "word",
    [FIELD_YESNO] = "yesno",
    [FIELD_QREF] = "qref",
    [FIELD_QREFS] = "qrefs",
    [FIELD_TEXTS] = "texts",
    [FIELD_RECORD] = "record",
    [FIELD_RECORDS] = "records",
    [FIELD_BITEXT] = "bitext",
    [FIELD_BITEXTS] = "bitexts",
    [FIELD_OWN] = "own",
};

static const char *const own_name[INTERVIEW_OWN_COUNT] = {
    [INTERVIEW_FORMAT] = "format",
    [INTERVIEW_ANSWERS] = "answers",
    [INTERVIEW_SCORES] = "scores",
    [INTERVIEW_SCORE] = "score",
    [INTERVIEW_AGREED] = "agreed",
    [INTERVIEW_MARKS] = "marks",
    [INTERVIEW_PROMPTS] = "prompts",
    [INTERVIEW_MEANS] = "means",
    [INTERVIEW_QUESTIONNAIRES] = "questionnaires",
    [INTERVIEW_ITEMS] = "items",
    [INTERVIEW_SUBSCALES] = "subscales",
};

static void
add_record(struct records *all, const struct record *r)
{
    for (int i = 0; i < all->n; i++)
        if (all->v[i] == r)
            return;
    if (all->n < RECORDS_MAX)
        all->v[all->n++] = r;
}

static void
both_names(struct json *j, const char *key, const char *const *name)
{
    json_open(j, key, '{');
    for (int lang = 0; lang < LANG_COUNT; lang++)
        json_text(j, lang_code[lang], name[lang]);
    json_close(j, '{');
}

static void
words(struct json *j, const struct field_word *v, int n)
{
    json_open(j, "words", '[');
    for (int i = 0; i < n; i++)
        both_names(j, NULL, v[i].name);
    json_close(j, '[');
}

static void
range(struct json *j, const struct field *f)
{
    if (f->type == FIELD_INT && f->min < f->max)
        json_milli(j, "min", f->min * 1000L);
    if (f->max > 0)
        json_milli(j, "max", f->max * 1000L);
}

/* How many items the method expects of a list of the whole interview. */
static void
expected(struct json *j, const struct record *r, const struct field *f)
{
    if (r != &interview_record || f->type != FIELD_RECORDS)
        return;
    if (f->offset == offsetof(struct interview, words))
        json_milli(j, "expected", INTERVIEW_WORDS * 1000L);
    if (f->offset == offsetof(struct interview, strengths))
        json_milli(j, "expected", INTERVIEW_STRENGTHS * 1000L);
}

static void
form_field(struct json *j, const struct record *r, const struct field *f,
    enum lang lang)
{
    bool open;
    const char *ids = interview_known(r, f, &open);

    json_open(j, NULL, '{');
    both_names(j, "key", f->name);
    json_text(j, "label", f->label[lang]);
    json_text(j, "help", f->help[lang]);
    json_text(j, "type", type_name[f->type]);
    json_bool(j, "required", (f->flags & FIELD_REQUIRED) != 0);
    range(j, f);
    expected(j, r, f);
    if (f->type == FIELD_WORD)
        words(j, f->words, f->nwords);
    if (f->type == FIELD_YESNO)
        words(j, field_yesno, 2);
    if (f->type == FIELD_OWN)
        json_text(j, "own", own_name[f->own]);
    if (f->type == FIELD_OWN && f->own == INTERVIEW_SCORE)
        words(j, &interview_na, 1);
    if (f->type == FIELD_OWN && f->own == INTERVIEW_FORMAT)
        json_text(j, "value", interview_format);
    if (ids != NULL) {
        json_text(j, "ids", ids);
        json_bool(j, "open", open);
    }
    if (f->of != NULL)
        json_text(j, "of", f->of->name);
    json_close(j, '{');
}

void
form_records(struct json *j, enum lang lang)
{
    struct records all = {.v = {&interview_record}, .n = 1};

    json_text(j, "root", interview_record.name);
    json_open(j, "records", '{');
    for (int i = 0; i < all.n; i++) { /* grows on the way */
        const struct record *r = all.v[i];

        json_open(j, r->name, '[');
        for (int k = 0; k < r->nfields; k++) {
            form_field(j, r, &r->fields[k], lang);
            if (r->fields[k].of != NULL)
                add_record(&all, r->fields[k].of);
        }
        json_close(j, '[');
    }
    json_close(j, '{');
}

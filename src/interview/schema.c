/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "interview/schema.h"

#include "base/json.h"
#include "interview/fields.h"

#include <assert.h>
#include <string.h>

/* From the tables that read an interview.  A key that is there and empty
   counts as absent, so null is accepted everywhere; an editor that takes 4 for
   a number or true for a truth value does not refuse it where text is due. */

#define DRAFT_7 "http://json-schema.org/draft-07/schema#"
#define PATTERN_DATE "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
#define PATTERN_ID "^[a-z][a-z0-9_]{0,31}$"
#define PATTERN_CASE "^[A-Za-z][A-Za-z0-9._-]{0,63}$"
#define PATTERN_QUESTION "^v(0[1-9]|[1-9][0-9])$"
#define PATTERN_ITEM "^[0-9A-Za-z_]+$"

struct schema {
    struct json json;
    struct arena *a;
    const struct rules *rules; /* or NULL */
    enum lang lang;
    const struct scale *scale; /* within the record of one, or NULL */
};

static void schema_record(struct schema *s, const char *key,
    const struct record *r, const char *help);

/* What an id may be, from the rules. */
typedef int ids_of(const struct rules *r, int i, const struct named **is);

static int
ids_scales(const struct rules *r, int i, const struct named **is)
{
    if (i < r->nscales)
        *is = &r->scales[i].is;
    return r->nscales;
}

static int
ids_feelings(const struct rules *r, int i, const struct named **is)
{
    if (i < r->nfeelings)
        *is = &r->feelings[i].is;
    return r->nfeelings;
}

static int
ids_goals(const struct rules *r, int i, const struct named **is)
{
    if (i < r->ngoals)
        *is = &r->goals[i].is;
    return r->ngoals;
}

static int
ids_retentions(const struct rules *r, int i, const struct named **is)
{
    if (i < r->nretentions)
        *is = &r->retentions[i].is;
    return r->nretentions;
}

/* Keys whose values the rules know; `open` ones may be text of their own. */
static const struct {
    const char *record, *field; /* English */
    ids_of *ids;
    const char *kind;
    bool open;
} known[] = {
    {"interview", "focus", ids_scales, "scales", false},
    {"fragment", "feeling", ids_feelings, "feelings", false},
    {"step", "goal", ids_goals, "goals", true},
    {"keep", "regime", ids_retentions, "regimes", false},
};

enum { KNOWN = sizeof known / sizeof *known };

/* The line of `known` that a field has, or KNOWN. */
static int
known_find(const struct record *r, const struct field *f)
{
    int i = 0;

    while (i < KNOWN && (strcmp(known[i].record, r->name) != 0 ||
                            strcmp(known[i].field, f->name[LANG_EN]) != 0))
        i++;
    return i;
}

const char *
interview_known(const struct record *r, const struct field *f, bool *open)
{
    int i = known_find(r, f);

    *open = i < KNOWN && known[i].open;
    return i < KNOWN ? known[i].kind : NULL;
}

/* All ids of a kind with their other names. */
static int
ids_list(struct schema *s, ids_of *ids, const char ***out)
{
    const struct named *is = NULL;
    int n = ids(s->rules, 0, &is), count = 0, have = 0;

    for (int i = 0; i < n; i++) {
        ids(s->rules, i, &is);
        count += 1 + is->also.n;
    }
    *out = NEW(s->a, const char *, count);
    for (int i = 0; i < n; i++) {
        ids(s->rules, i, &is);
        (*out)[have++] = is->id;
        for (int k = 0; k < is->also.n; k++)
            (*out)[have++] = is->also.v[k].s;
    }
    return have;
}

static void
types(struct schema *s, const char *one, const char *two, const char *three)
{
    const char *const v[] = {one, two, three, "null"};
    const char *given[4];
    int n = 0;

    for (int i = 0; i < 4; i++)
        if (v[i] != NULL)
            given[n++] = v[i];
    json_texts(&s->json, "type", given, n);
}

static void
describe(struct schema *s, const char *help)
{
    if (help != NULL)
        json_text(&s->json, "description", help);
}

/* What a value of that type may be; within an object that is open. */
static void
schema_text(struct schema *s)
{
    types(s, "string", "number", "boolean");
}

static void
schema_pattern(struct schema *s, const char *pattern)
{
    types(s, "string", NULL, NULL);
    json_text(&s->json, "pattern", pattern);
}

static void
schema_words(struct schema *s, const struct field_word *words, int n)
{
    json_open(&s->json, "enum", '[');
    for (int i = 0; i < n; i++)
        json_text(&s->json, NULL, words[i].name[s->lang]);
    json_text(&s->json, NULL, NULL);
    json_close(&s->json, '[');
}

static void
schema_ids(struct schema *s, ids_of *ids, bool open)
{
    const char **v;
    int n = ids_list(s, ids, &v);

    if (open) {
        schema_text(s);
        json_texts(&s->json, "examples", v, n);
        return;
    }
    json_open(&s->json, "enum", '[');
    for (int i = 0; i < n; i++)
        json_text(&s->json, NULL, v[i]);
    json_text(&s->json, NULL, NULL);
    json_close(&s->json, '[');
}

static void
schema_question(struct schema *s)
{
    if (s->rules == NULL) {
        schema_pattern(s, PATTERN_QUESTION);
        return;
    }
    json_open(&s->json, "enum", '[');
    for (int i = 0; i < s->rules->nquestions; i++)
        json_text(&s->json, NULL,
            arena_printf(s->a, "v%02d", s->rules->questions[i].number));
    json_text(&s->json, NULL, NULL);
    json_close(&s->json, '[');
}

static void
schema_int(struct schema *s, const struct field *f)
{
    types(s, "integer", NULL, NULL);
    if (f->min >= f->max)
        return;
    json_milli(&s->json, "minimum", f->min * 1000L);
    json_milli(&s->json, "maximum", f->max * 1000L);
}

/* A list whose items are what `item` says, at most `max` (0: any number). */
static void
schema_list(struct schema *s, int max, void (*item)(struct schema *s))
{
    types(s, "array", NULL, NULL);
    if (max > 0)
        json_milli(&s->json, "maxItems", max * 1000L);
    json_open(&s->json, "items", '{');
    item(s);
    json_close(&s->json, '{');
}

/* A score: a number of the scale, where one is known. */
static void
schema_number(struct schema *s, bool na)
{
    const struct scale *scale = s->scale;
    bool half = s->rules != NULL && s->rules->half_points;

    types(s, "number", na ? "string" : NULL, NULL);
    if (scale != NULL) {
        json_milli(&s->json, "minimum", scale->min * 1000L);
        json_milli(&s->json, "maximum", scale->max * 1000L);
        json_milli(&s->json, "multipleOf", half ? 500 : 1000);
    }
    if (na)
        json_text(&s->json, "pattern",
            arena_printf(s->a, "^%s$", interview_na.name[s->lang]));
}

/* An object of scales; each is what `value` makes of it. */
static const char *
scale_title(const struct schema *s)
{
    const char *title = s->scale == NULL ? NULL : s->scale->title.t[s->lang].s;

    return title == NULL || strchr(title, '{') != NULL ? NULL : title;
}

typedef void scale_value(
    struct schema *s, const char *key, const struct field *f);

static void
schema_scales(struct schema *s, const struct field *f, scale_value *value)
{
    types(s, "object", NULL, NULL);
    if (s->rules == NULL) {
        json_open(&s->json, "patternProperties", '{');
        value(s, PATTERN_ID, f);
        json_close(&s->json, '{');
    } else {
        json_open(&s->json, "properties", '{');
        for (int i = 0; i < s->rules->nscales; i++) {
            s->scale = &s->rules->scales[i];
            value(s, s->scale->is.id, f);
            for (int k = 0; k < s->scale->is.also.n; k++)
                value(s, s->scale->is.also.v[k].s, f);
        }
        s->scale = NULL;
        json_close(&s->json, '{');
    }
    json_bool(&s->json, "additionalProperties", false);
}

static void
scale_scored(struct schema *s, const char *key, const struct field *f)
{
    schema_record(s, key, f->of, scale_title(s));
}

static void
scale_number(struct schema *s, const char *key, const struct field *f)
{
    (void)f;
    json_open(&s->json, key, '{');
    describe(s, scale_title(s));
    schema_number(s, false);
    json_close(&s->json, '{');
}

static void
scale_texts(struct schema *s, const char *key, const struct field *f)
{
    (void)f;
    json_open(&s->json, key, '{');
    describe(s, scale_title(s));
    schema_list(s, 0, schema_text);
    json_close(&s->json, '{');
}

static void
scale_text(struct schema *s, const char *key, const struct field *f)
{
    (void)f;
    json_open(&s->json, key, '{');
    describe(s, scale_title(s));
    schema_text(s);
    json_close(&s->json, '{');
}

/* An answer is a text, or a group of its parts. */
static void
schema_answer(
    struct schema *s, const char *key, const char *help, const struct field *f)
{
    json_open(&s->json, key, '{');
    describe(s, help);
    json_open(&s->json, "anyOf", '[');
    json_open(&s->json, NULL, '{');
    schema_text(s);
    json_close(&s->json, '{');
    schema_record(s, NULL, f->of, NULL);
    json_close(&s->json, '[');
    json_close(&s->json, '{');
}

static void
schema_answers(struct schema *s, const struct field *f)
{
    types(s, "object", NULL, NULL);
    json_open(
        &s->json, s->rules == NULL ? "patternProperties" : "properties", '{');
    if (s->rules == NULL)
        schema_answer(s, PATTERN_QUESTION, NULL, f);
    for (int i = 0; s->rules != NULL && i < s->rules->nquestions; i++) {
        const struct question *q = &s->rules->questions[i];

        schema_answer(s, arena_printf(s->a, "v%02d", q->number),
            q->title.t[s->lang].s, f);
    }
    json_close(&s->json, '{');
    json_bool(&s->json, "additionalProperties", false);
}

/* An object whose keys are of one pattern: its values are numbers, or the
   records of a questionnaire. */
static void
schema_by_pattern(
    struct schema *s, const char *pattern, const struct record *of)
{
    types(s, "object", NULL, NULL);
    json_open(&s->json, "patternProperties", '{');
    if (of != NULL) {
        schema_record(s, pattern, of, NULL);
    } else {
        json_open(&s->json, pattern, '{');
        types(s, "number", NULL, NULL);
        json_close(&s->json, '{');
    }
    json_close(&s->json, '{');
    json_bool(&s->json, "additionalProperties", false);
}

static void
schema_questionnaires(struct schema *s, const struct field *f)
{
    if (s->rules == NULL) {
        schema_by_pattern(s, PATTERN_ID, f->of);
        return;
    }
    types(s, "object", NULL, NULL);
    json_open(&s->json, "properties", '{');
    for (int i = 0; i < s->rules->nquestionnaires; i++) {
        const struct questionnaire *q = &s->rules->questionnaires[i];

        schema_record(s, q->is.id, f->of, q->title.t[s->lang].s);
        for (int k = 0; k < q->is.also.n; k++)
            schema_record(s, q->is.also.v[k].s, f->of, q->title.t[s->lang].s);
    }
    json_close(&s->json, '{');
    json_bool(&s->json, "additionalProperties", false);
}

static void
schema_own(struct schema *s, const struct field *f)
{
    switch ((enum interview_value)f->own) {
    case INTERVIEW_FORMAT:
        json_text(&s->json, "const", interview_format);
        return;
    case INTERVIEW_ANSWERS:
        schema_answers(s, f);
        return;
    case INTERVIEW_SCORES:
        schema_scales(s, f, scale_scored);
        return;
    case INTERVIEW_SCORE:
        schema_number(s, true);
        return;
    case INTERVIEW_AGREED:
    case INTERVIEW_MARKS:
        schema_scales(s, f, scale_number);
        return;
    case INTERVIEW_PROMPTS:
        schema_scales(s, f, scale_texts);
        return;
    case INTERVIEW_MEANS:
        schema_scales(s, f, scale_text);
        return;
    case INTERVIEW_QUESTIONNAIRES:
        schema_questionnaires(s, f);
        return;
    case INTERVIEW_ITEMS:
    case INTERVIEW_SUBSCALES:
        schema_by_pattern(s, PATTERN_ITEM, NULL);
        return;
    case INTERVIEW_OWN_COUNT:
        break;
    }
    assert(f->own < INTERVIEW_OWN_COUNT);
}

/* The ids that the rules know for a field, or false. */
static bool
schema_known(struct schema *s, const struct record *r, const struct field *f)
{
    int i = known_find(r, f);

    if (s->rules == NULL || i == KNOWN)
        return false;
    if (f->type == FIELD_TEXTS) {
        types(s, "array", NULL, NULL);
        json_open(&s->json, "items", '{');
        schema_ids(s, known[i].ids, known[i].open);
        json_close(&s->json, '{');
    } else {
        schema_ids(s, known[i].ids, known[i].open);
    }
    return true;
}

static void
schema_type(struct schema *s, const struct field *f)
{
    switch (f->type) {
    case FIELD_TEXT:
    case FIELD_LINE:
        schema_text(s);
        return;
    case FIELD_ID:
        schema_pattern(s, PATTERN_ID);
        return;
    case FIELD_CASE:
        schema_pattern(s, PATTERN_CASE);
        return;
    case FIELD_INT:
        schema_int(s, f);
        return;
    case FIELD_DATE:
        schema_pattern(s, PATTERN_DATE);
        return;
    case FIELD_WORD:
        schema_words(s, f->words, f->nwords);
        return;
    case FIELD_YESNO:
        schema_words(s, field_yesno, 2);
        return;
    case FIELD_QREF:
        schema_question(s);
        return;
    case FIELD_QREFS:
        schema_list(s, f->max, schema_question);
        return;
    case FIELD_TEXTS:
        schema_list(s, f->max, schema_text);
        return;
    case FIELD_RECORDS:
        types(s, "array", NULL, NULL);
        if (f->max > 0)
            json_milli(&s->json, "maxItems", f->max * 1000L);
        schema_record(s, "items", f->of, NULL);
        return;
    case FIELD_OWN:
        schema_own(s, f);
        return;
    case FIELD_NUM:
    case FIELD_LENGTH:
    case FIELD_COLOR:
    case FIELD_RECORD:
    case FIELD_BITEXT:
    case FIELD_BITEXTS:
        break;
    }
    assert(f->type == FIELD_TEXT); /* no table of an interview holds the rest */
}

static void
schema_field(struct schema *s, const struct record *r, const struct field *f)
{
    const char *key = f->name[s->lang], *help = f->help[s->lang];

    if (f->type == FIELD_RECORD) {
        schema_record(s, key, f->of, help);
        return;
    }
    json_open(&s->json, key, '{');
    describe(s, help);
    if (!schema_known(s, r, f))
        schema_type(s, f);
    json_close(&s->json, '{');
}

/* The members of a record's schema, within an object that is open. */
static void
schema_members(struct schema *s, const struct record *r)
{
    const char **required = NEW(s->a, const char *, r->nfields);
    int n = 0;

    json_open(&s->json, "properties", '{');
    for (int i = 0; i < r->nfields; i++)
        schema_field(s, r, &r->fields[i]);
    json_close(&s->json, '{');
    for (int i = 0; i < r->nfields; i++)
        if (r->fields[i].flags & FIELD_REQUIRED)
            required[n++] = r->fields[i].name[s->lang];
    if (n > 0)
        json_texts(&s->json, "required", required, n);
    json_bool(&s->json, "additionalProperties", false);
}

static void
schema_record(
    struct schema *s, const char *key, const struct record *r, const char *help)
{
    json_open(&s->json, key, '{');
    describe(s, help);
    types(s, "object", NULL, NULL);
    schema_members(s, r);
    json_close(&s->json, '{');
}

void
interview_schema(const struct rules *rules, enum lang lang, struct buf *out)
{
    struct schema s = {
        .json = json_new(out), .a = out->a, .rules = rules, .lang = lang};

    json_open(&s.json, NULL, '{');
    json_text(&s.json, "$schema", DRAFT_7);
    json_text(&s.json, "title", interview_format);
    json_text(&s.json, "type", "object");
    schema_members(&s, &interview_record);
    json_close(&s.json, '{');
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "interview/import_parts.h"

#include <string.h>

/* A name is folded, and then taken apart from the left by the tables of keys:
   "Kind: naam" is kind_naam, the key `naam` below `kind`. */

/* Whether a folded text begins with a folded name that ends there or at a low
   line; `*rest` is what follows. */
static bool
begins(const char *s, const char *name, const char **rest)
{
    size_t n = strlen(name);

    if (n == 0 || strncmp(s, name, n) != 0 || (s[n] != '\0' && s[n] != '_'))
        return false;
    *rest = s + n + (s[n] == '_');
    return true;
}

/* Places ---------------------------------------------------------------- */

struct finder {
    struct arena *a;
    const struct import_how *how;
    struct import_place place; /* the way so far */
};

static void
go(struct finder *f, const char *key, int item)
{
    if (f->place.nsteps < IMPORT_STEPS)
        f->place.step[f->place.nsteps] =
            (struct import_step){.key = key, .item = item};
    f->place.nsteps++;
}

static bool
arrive(struct finder *f, const struct record *r, const struct field *field,
    enum import_kind kind)
{
    f->place.kind = kind;
    f->place.record = r;
    f->place.field = field;
    return f->place.nsteps <= IMPORT_STEPS;
}

/* The field of a record that a folded name begins with; tried in turn, from
   `i` on.  Keys and labels of all languages are its names. */
static const struct field *
next_field(struct finder *f, const struct record *r, int *i, const char *s,
    const char **rest)
{
    for (; *i < r->nfields * LANG_COUNT * 2; (*i)++) {
        const struct field *field = &r->fields[*i / (LANG_COUNT * 2)];
        int l = *i % LANG_COUNT;
        const char *name = *i % (LANG_COUNT * 2) < LANG_COUNT ? field->name[l]
                                                              : field->label[l];

        if (name != NULL &&
            begins(s, import_folded(f->a, f->how, name), rest)) {
            (*i)++;
            return field;
        }
    }
    return NULL;
}

static bool in_record(struct finder *f, const struct record *r, const char *s);

/* Keeps the longest of the names that a folded text begins with. */
static bool
longer(struct finder *f, const char *s, const char *name, const char **rest)
{
    const char *now;

    if (name == NULL || !begins(s, import_folded(f->a, f->how, name), &now) ||
        (*rest != NULL && now <= *rest))
        return false;
    *rest = now;
    return true;
}

/* The scale that a folded text begins with, by id or title; its id as the keys'
   language has it. */
static const char *
begins_scale(struct finder *f, const char *s, const char **rest)
{
    const struct rules *r = f->how->rules;
    const char *id = NULL;

    *rest = NULL;
    for (int i = 0; i < r->nscales; i++) {
        const struct named *is = &r->scales[i].is;
        bool found = longer(f, s, is->id, rest);

        for (int k = 0; k < is->also.n; k++)
            found |= longer(f, s, is->also.v[k].s, rest);
        for (int l = 0; l < LANG_COUNT; l++)
            found |= longer(f, s, r->scales[i].title.t[l].s, rest);
        if (found)
            id = f->how->lang == LANG_NL && is->also.n > 0 ? is->also.v[0].s
                                                           : is->id;
    }
    return id;
}

/* What a reader says of a scale: the score itself, or a key beside it. */
static bool
in_scored(struct finder *f, const struct record *scored, const char *s)
{
    if (*s != '\0')
        return in_record(f, scored, s);
    go(f, scored->fields[0].name[f->how->lang], 0);
    return arrive(f, scored, &scored->fields[0], IMPORT_SCORE);
}

/* Behind the id of a questionnaire: an item's number, or a subscale. */
static bool
in_filled(struct finder *f, const struct field *field, const char *s)
{
    const struct rules *r = f->how->rules;
    const char *rest;

    for (int i = 0; i < r->nquestionnaires; i++) {
        const char *id = r->questionnaires[i].is.id;
        struct finder in;
        int number;

        if (!begins(s, import_folded(f->a, f->how, id), &rest))
            continue;
        go(f, id, 0);
        in = *f;
        if (in_record(&in, field->of, rest)) {
            *f = in;
            return true;
        }
        if (!int_parse(rest, &number) || number < 1)
            return false;
        for (int k = 0; k < field->of->nfields; k++)
            if (field->of->fields[k].own == INTERVIEW_ITEMS)
                go(f, field->of->fields[k].name[f->how->lang], 0);
        go(f, arena_printf(f->a, "%d", number), 0);
        return arrive(f, field->of, field, IMPORT_NUMBER);
    }
    return false;
}

static bool
in_own(struct finder *f, const struct record *r, const struct field *field,
    const char *s)
{
    const char *id, *rest = s;
    int number;

    switch ((enum interview_value)field->own) {
    case INTERVIEW_ANSWERS:
        number = import_id(s, &rest);
        if (number == 0 || rules_question(f->how->rules, number) == NULL)
            return false;
        f->place = *rest == '\0' ? import_answer(number)
                                 : import_slot(f->a, f->how, number, rest);
        return f->place.kind != IMPORT_NOWHERE;
    case INTERVIEW_SCORES:
        id = begins_scale(f, s, &rest);
        go(f, id, 0);
        return id != NULL && in_scored(f, field->of, rest);
    case INTERVIEW_AGREED:
    case INTERVIEW_MARKS:
        id = begins_scale(f, s, &rest);
        go(f, id, 0);
        return id != NULL && *rest == '\0' &&
               arrive(f, r, field, IMPORT_NUMBER);
    case INTERVIEW_QUESTIONNAIRES:
        return in_filled(f, field, s);
    case INTERVIEW_ITEMS:
    case INTERVIEW_SUBSCALES:
        go(f, s, 0);
        return *s != '\0' && arrive(f, r, field, IMPORT_NUMBER);
    case INTERVIEW_SCORE:
        return *s == '\0' && arrive(f, r, field, IMPORT_SCORE);
    case INTERVIEW_FORMAT:
    case INTERVIEW_PROMPTS:
    case INTERVIEW_MEANS:
    case INTERVIEW_OWN_COUNT:
        break;
    }
    return false;
}

/* The item of a list, by its number; the first where none is given. */
static bool
in_records(struct finder *f, const struct field *field, const char *s)
{
    size_t n = strspn(s, "0123456789");
    const char *number = arena_strndup(f->a, s, n);
    int item = 1;

    if (n > 0 && (s[n] == '_' || s[n] == '\0')) {
        if (!int_parse(number, &item) || item < 1 || item > 99)
            return false;
        s += n + (s[n] == '_');
    }
    go(f, NULL, item);
    return in_record(
        f, field->of, *s == '\0' ? field->of->fields[0].name[0] : s);
}

static bool
in_field(struct finder *f, const struct record *r, const struct field *field,
    const char *s)
{
    go(f, field->name[f->how->lang], 0);
    if (field->type == FIELD_RECORD) /* of a person: the name */
        return in_record(f, field->of,
            *s == '\0' && r == &interview_record ? field->of->fields[0].name[0]
                                                 : s);
    if (field->type == FIELD_RECORDS)
        return in_records(f, field, s);
    if (field->type == FIELD_OWN)
        return in_own(f, r, field, s);
    return *s == '\0' && arrive(f, r, field, IMPORT_VALUE);
}

static bool
in_record(struct finder *f, const struct record *r, const char *s)
{
    const struct field *field;
    const char *rest;
    int i = 0;

    if (f->place.nsteps >= IMPORT_STEPS)
        return false;
    while ((field = next_field(f, r, &i, s, &rest)) != NULL) {
        struct finder in = *f;

        if (in_field(&in, r, field, rest)) {
            *f = in;
            return true;
        }
    }
    return false;
}

/* "naam kind", "naam van het kind", "woord 2": the key below first. */
static const char *
turned(struct arena *a, const char *s)
{
    static const char *const of[] = {
        "van_het_", "van_de_", "of_the_", "van_", "of_", ""};
    const char *low = strchr(s, '_');

    for (size_t i = 0; low != NULL && i < sizeof of / sizeof *of; i++)
        if (strncmp(low + 1, of[i], strlen(of[i])) == 0)
            return arena_printf(
                a, "%s_%.*s", low + 1 + strlen(of[i]), (int)(low - s), s);
    return NULL;
}

/* A key below another that no other has: "groep", "Datum gesprek".  Numbered,
   it is one of a list: "woord 2". */
static bool
alone(struct finder *f, const char *s)
{
    const char *low = strrchr(s, '_'), *number = low == NULL ? "" : low + 1;
    bool numbered =
        *number != '\0' && strspn(number, "0123456789") == strlen(number);
    const char *name = numbered ? arena_strndup(f->a, s, (size_t)(low - s)) : s;
    struct finder found = *f;
    int count = 0;

    for (int i = 0; i < interview_record.nfields; i++) {
        const struct field *field = &interview_record.fields[i];
        bool list = field->type == FIELD_RECORDS;
        const char *item = numbered ? number : "1";
        struct finder in = *f;

        if (field->of == NULL || (numbered && !list))
            continue;
        go(&in, field->name[f->how->lang], 0);
        if (list ? in_records(
                       &in, field, arena_printf(f->a, "%s_%s", item, name))
                 : field->type == FIELD_RECORD &&
                       in_record(&in, field->of, name)) {
            count++;
            found = in;
        }
    }
    if (count == 1)
        *f = found;
    return count == 1;
}

struct import_place
import_answer(int question)
{
    return (struct import_place){.kind = IMPORT_ANSWER, .question = question};
}

struct import_place
import_slot(struct arena *a, const struct import_how *how, int question,
    const char *name)
{
    struct finder f = {.a = a, .how = how};

    for (int i = 0; i < interview_record.nfields; i++) {
        const struct field *field = &interview_record.fields[i];

        if (field->own != INTERVIEW_ANSWERS || field->type != FIELD_OWN)
            continue;
        go(&f, field->name[how->lang], 0);
        go(&f, arena_printf(a, "v%02d", question), 0);
        f.place.question = question;
        if (in_record(&f, field->of, import_fold(a, name)))
            return f.place;
    }
    return (struct import_place){.kind = IMPORT_NOWHERE};
}

/* By its id, with the title or text of the same question or a part of its
   answer behind it; or by the title or text alone. */
static struct import_place
question_place(struct finder *f, const char *name)
{
    const char *rest;
    int number = import_id(name, &rest);
    const struct question *q = number == 0
                                   ? import_question(f->a, f->how, name)
                                   : rules_question(f->how->rules, number);

    if (q == NULL)
        return (struct import_place){.kind = IMPORT_NOWHERE};
    if (number == 0 || *rest == '\0' ||
        import_is_question(f->a, f->how, q, rest))
        return import_answer(q->number);
    return import_slot(f->a, f->how, q->number, rest);
}

struct import_place
import_name(struct arena *a, const struct import_how *how, const char *name)
{
    struct finder f = {.a = a, .how = how}, fresh = f;
    const char *fold = import_fold(a, name), *other = turned(a, fold);
    const char *reading = NULL;
    struct import_place question = question_place(&f, name);

    if (question.kind != IMPORT_NOWHERE || *fold == '\0')
        return question;
    if (in_record(&f, &interview_record, fold))
        return f.place;
    /* A scale alone is what the first reader scored. */
    if (begins_scale(&f, fold, &reading) != NULL) {
        f = fresh;
        if (in_record(&f, &interview_record,
                arena_printf(a, "beoordelingen_1_scores_%s", fold)))
            return f.place;
    }
    f = fresh;
    if (other != NULL && in_record(&f, &interview_record, other))
        return f.place;
    f = fresh;
    if (alone(&f, fold))
        return f.place;
    return (struct import_place){.kind = IMPORT_NOWHERE};
}

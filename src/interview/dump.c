/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "interview/interview.h"

#include "interview/fields.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

/* Prints what was read by the same tables that read it, one value a line and
   with English names; absent values are left out.  Own values have functions
   of their own. */

struct dump {
    struct buf *out;
    int depth;
};

static void dump_record(
    struct dump d, const struct record *r, const void *record);

static struct dump
deeper(struct dump d)
{
    return (struct dump){.out = d.out, .depth = d.depth + 1};
}

static void
dump_name(struct dump d, const char *name)
{
    buf_printf(d.out, "%*s%s:", 2 * d.depth, "", name);
}

static void
dump_head(struct dump d, const char *name)
{
    dump_name(d, name);
    buf_putc(d.out, '\n');
}

/* A text on one line; a line break shows as a bar. */
static void
dump_text(struct dump d, const char *name, const struct text *text)
{
    if (text->s == NULL)
        return;
    dump_name(d, name);
    buf_putc(d.out, ' ');
    for (const char *p = text->s; *p != '\0'; p++) {
        if (*p == '\n')
            buf_puts(d.out, " | ");
        else
            buf_putc(d.out, *p);
    }
    buf_putc(d.out, '\n');
}

static void
dump_texts(struct dump d, const char *name, const struct texts *list)
{
    for (int i = 0; i < list->n; i++)
        dump_text(d, name, &list->v[i]);
}

static void
dump_date(struct dump d, const char *name, struct date date)
{
    if (date.year == 0)
        return;
    dump_name(d, name);
    buf_printf(d.out, " %04d-%02d-%02d\n", date.year, date.month, date.day);
}

static void
dump_qref(struct dump d, const char *name, struct qref q)
{
    if (q.question == 0)
        return;
    dump_name(d, name);
    buf_printf(d.out, " v%02d\n", q.question);
}

static void
dump_qrefs(struct dump d, const char *name, const struct qrefs *list)
{
    if (list->n == 0)
        return;
    dump_name(d, name);
    for (int i = 0; i < list->n; i++)
        buf_printf(d.out, " v%02d", list->v[i].question);
    buf_putc(d.out, '\n');
}

static void
dump_word(struct dump d, const struct field *f, int value)
{
    for (int i = 0; i < f->nwords; i++) {
        if (f->words[i].value != value)
            continue;
        dump_name(d, f->name[LANG_EN]);
        buf_printf(d.out, " %s\n", f->words[i].name[LANG_EN]);
    }
}

static void
dump_records(
    struct dump d, const struct field *f, const void *value, const void *count)
{
    const char *items;
    int n = *(const int *)count;

    memcpy(&items, value, sizeof items); /* a pointer to any record */
    for (int i = 0; i < n; i++) {
        dump_head(d, f->name[LANG_EN]);
        dump_record(deeper(d), f->of, items + f->of->size * (size_t)i);
    }
}

/* Own values */

static void
dump_format(struct dump d, const struct field *f, const void *record)
{
    (void)record;
    dump_name(d, f->name[LANG_EN]);
    buf_printf(d.out, " %s\n", interview_format);
}

static void
dump_answers(struct dump d, const struct field *f, const void *record)
{
    const struct interview *iv = record;

    for (int i = 0; i < iv->nanswers; i++) {
        const struct answer *a = &iv->answers[i];
        char id[16];

        snprintf(id, sizeof id, "v%02d", a->question % 100);
        if (!a->slotted) {
            dump_text(d, id, &a->whole);
        } else {
            dump_head(d, id);
            dump_record(deeper(d), f->of, a);
        }
    }
}

static void
dump_scored(struct dump d, const struct field *f, const void *record)
{
    const struct reading *r = record;

    for (int i = 0; i < r->nscores; i++) {
        dump_head(d, r->scores[i].scale.s);
        dump_record(deeper(d), f->of, &r->scores[i]);
    }
}

static void
dump_number(struct dump d, const char *name, int value)
{
    dump_name(d, name);
    buf_putc(d.out, ' ');
    buf_milli(d.out, value);
    buf_putc(d.out, '\n');
}

static void
dump_score(struct dump d, const struct field *f, const void *record)
{
    const struct scored *s = record;

    if (s->na) {
        dump_name(d, f->name[LANG_EN]);
        buf_printf(d.out, " %s\n", interview_na.name[LANG_EN]);
    } else {
        dump_number(d, f->name[LANG_EN], s->score);
    }
}

static void
dump_numbers(struct dump d, const struct scored *v, int n)
{
    for (int i = 0; i < n; i++)
        dump_number(d, v[i].scale.s, v[i].score);
}

static void
dump_agreed(struct dump d, const struct field *f, const void *record)
{
    const struct interview *iv = record;

    (void)f;
    dump_numbers(d, iv->agreed, iv->nagreed);
}

static void
dump_marks(struct dump d, const struct field *f, const void *record)
{
    const struct interview *iv = record;

    (void)f;
    dump_numbers(d, iv->own, iv->nown);
}

static void
dump_scale_texts(
    struct dump d, const struct field *f, const struct scale_texts *v, int n)
{
    if (n > 0)
        dump_head(d, f->name[LANG_EN]);
    for (int i = 0; i < n; i++)
        dump_texts(deeper(d), v[i].scale.s, &v[i].texts);
}

static void
dump_prompts(struct dump d, const struct field *f, const void *record)
{
    const struct interview *iv = record;

    dump_scale_texts(d, f, iv->prompts, iv->nprompts);
}

static void
dump_means(struct dump d, const struct field *f, const void *record)
{
    const struct interview *iv = record;

    dump_scale_texts(d, f, iv->means, iv->nmeans);
}

static void
dump_questionnaires(struct dump d, const struct field *f, const void *record)
{
    const struct interview *iv = record;

    for (int i = 0; i < iv->nquestionnaires; i++) {
        dump_head(d, iv->questionnaires[i].id.s);
        dump_record(deeper(d), f->of, &iv->questionnaires[i]);
    }
}

static void
dump_items(struct dump d, const struct field *f, const void *record)
{
    const struct filled *filled = record;

    (void)f;
    for (int i = 0; i < filled->nitems; i++)
        dump_number(d, filled->items[i].name.s, filled->items[i].value);
}

static void
dump_subscales(struct dump d, const struct field *f, const void *record)
{
    const struct filled *filled = record;

    (void)f;
    for (int i = 0; i < filled->nscores; i++)
        dump_number(d, filled->scores[i].name.s, filled->scores[i].value);
}

static void (*const own_dump[])(
    struct dump d, const struct field *f, const void *record) = {
    [INTERVIEW_FORMAT] = dump_format,
    [INTERVIEW_ANSWERS] = dump_answers,
    [INTERVIEW_SCORES] = dump_scored,
    [INTERVIEW_SCORE] = dump_score,
    [INTERVIEW_AGREED] = dump_agreed,
    [INTERVIEW_MARKS] = dump_marks,
    [INTERVIEW_PROMPTS] = dump_prompts,
    [INTERVIEW_MEANS] = dump_means,
    [INTERVIEW_QUESTIONNAIRES] = dump_questionnaires,
    [INTERVIEW_ITEMS] = dump_items,
    [INTERVIEW_SUBSCALES] = dump_subscales,
};

static_assert(sizeof own_dump / sizeof *own_dump == INTERVIEW_OWN_COUNT,
    "a printer for each own value");

static void
dump_field(struct dump d, const struct field *f, const void *record)
{
    const char *name = f->name[LANG_EN];
    const void *value = (const char *)record + f->offset;

    switch (f->type) {
    case FIELD_TEXT:
    case FIELD_LINE:
    case FIELD_ID:
    case FIELD_CASE:
        dump_text(d, name, value);
        break;
    case FIELD_INT:
        if (*(const int *)value != 0)
            dump_number(d, name, *(const int *)value * 1000);
        break;
    case FIELD_DATE:
        dump_date(d, name, *(const struct date *)value);
        break;
    case FIELD_WORD:
        dump_word(d, f, *(const int *)value);
        break;
    case FIELD_YESNO:
        dump_name(d, name);
        buf_puts(d.out, *(const bool *)value ? " yes\n" : " no\n");
        break;
    case FIELD_QREF:
        dump_qref(d, name, *(const struct qref *)value);
        break;
    case FIELD_QREFS:
        dump_qrefs(d, name, value);
        break;
    case FIELD_TEXTS:
        dump_texts(d, name, value);
        break;
    case FIELD_RECORD:
        dump_head(d, name);
        dump_record(deeper(d), f->of, value);
        break;
    case FIELD_RECORDS:
        dump_records(d, f, value, (const char *)record + f->count);
        break;
    case FIELD_OWN:
        own_dump[f->own](d, f, record);
        break;
    case FIELD_NUM:
    case FIELD_LENGTH:
    case FIELD_COLOR:
    case FIELD_BITEXT:
    case FIELD_BITEXTS:
        break; /* no key of an interview */
    }
}

/* As deep as the tables lie in one another. */
static void
dump_record(struct dump d, const struct record *r, const void *record)
{
    for (int i = 0; i < r->nfields; i++)
        dump_field(d, &r->fields[i], record);
}

void
interview_dump(const struct interview *iv, struct buf *out)
{
    dump_record((struct dump){.out = out}, &interview_record, iv);
}

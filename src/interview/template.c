/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "interview/interview.h"

#include "interview/fields.h"

#include <string.h>

/* The empty interview, from the same tables that read it: help as a comment
   above each key, block texts where speech is due.  Nothing in it is given but
   format, case and the list of skipped questions, so it passes every check.
   Comments stand on lines of their own: behind a value they would look like
   lost text. */

enum { INDENT = 2, KEY_COLUMN = 34, TYPE_COLUMN = 12 };

struct template
{
    const struct rules *rules;
    const char *named; /* the name of the rules; NULL: the usual ones */
    enum lang lang;
    struct buf *out;
};

static void template_record(
    const struct template *t, const struct record *r, int depth, bool item);

/* A title; a placeholder, which no interview fills yet, is a gap. */
static const char *
title_of(const struct template *t, const struct bitext *title)
{
    const char *s = title->t[t->lang].s;
    struct buf out = buf_new(t->out->a);

    if (s == NULL)
        s = title->t[LANG_COUNT - 1 - t->lang].s;
    buf_puts(&out, "");
    while (s != NULL && *s != '\0') {
        size_t n = strcspn(s, "{");

        buf_add(&out, s, n);
        s += n;
        if (*s == '{' && strchr(s, '}') != NULL) {
            buf_puts(&out, "…");
            s = strchr(s, '}') + 1;
        } else {
            buf_puts(&out, s);
            break;
        }
    }
    return out.p;
}

/* The id that fits the language: another name, where one is given, is the
   Dutch one by custom of the rules. */
static const char *
id_of(const struct template *t, const struct named *is)
{
    return t->lang == LANG_NL && is->also.n > 0 ? is->also.v[0].s : is->id;
}

static void
template_indent(const struct template *t, int depth)
{
    buf_printf(t->out, "%*s", INDENT * depth, "");
}

static void
template_comment(const struct template *t, int depth, const char *text)
{
    template_indent(t, depth);
    buf_printf(t->out, "# %s\n", text);
}

static void
template_key(const struct template *t, int depth, const char *key)
{
    template_indent(t, depth);
    buf_printf(t->out, "%s:\n", key);
}

/* A topic as a comment.  One with placeholders is not for reading as it is:
   the title alone says enough. */
static void
template_topic(const struct template *t, const struct question *q)
{
    const char *text = title_of(t, &q->text);

    buf_printf(t->out, "  # v%02d %s", q->number, title_of(t, &q->title));
    if (strstr(text, "…") == NULL)
        buf_printf(t->out, ": %s", text);
    buf_putc(t->out, '\n');
}

static void
template_answers(const struct template *t, const struct field *f, int depth)
{
    static const char *const elsewhere[LANG_COUNT] = {
        "hoort bij drie_woorden",
        "belongs to three_words",
    };

    template_key(t, depth, f->name[t->lang]);
    for (int i = 0; i < t->rules->nquestions; i++) {
        const struct question *q = &t->rules->questions[i];

        template_topic(t, q);
        if (q->kind == QUESTION_WORDS || q->kind == QUESTION_WORD) {
            template_comment(t, depth + 1, elsewhere[t->lang]);
        } else if (q->kind == QUESTION_MOMENT) {
            buf_printf(t->out, "  v%02d:\n", q->number);
            template_record(t, f->of, depth + 2, false);
        } else {
            buf_printf(t->out, "  v%02d: |\n", q->number);
        }
    }
}

/* What a reader fills in for one scale; the help of these keys would drown
   the scales. */
static void
template_scored(const struct template *t, const struct record *r, int depth)
{
    for (int i = 0; i < r->nfields; i++) {
        const struct field *f = &r->fields[i];

        template_indent(t, depth);
        buf_printf(t->out, "%s:%s\n", f->name[t->lang],
            f->type == FIELD_TEXT ? " |" : "");
        if (f->type != FIELD_RECORDS)
            continue;
        for (int k = 0; k < f->of->nfields; k++) {
            template_indent(t, depth + 1);
            buf_printf(t->out, "%s %s:\n", k == 0 ? "-" : " ",
                f->of->fields[k].name[t->lang]);
        }
    }
}

static void
template_scales(const struct template *t, const struct field *f, int depth)
{
    template_key(t, depth, f->name[t->lang]);
    for (int i = 0; i < t->rules->nscales; i++) {
        const struct scale *s = &t->rules->scales[i];

        template_indent(t, depth + 1);
        buf_printf(
            t->out, "# %s, %d - %d\n", title_of(t, &s->title), s->min, s->max);
        template_key(t, depth + 1, id_of(t, &s->is));
        if (f->of != NULL)
            template_scored(t, f->of, depth + 2);
    }
}

/* Feelings that the rules know. */
static void
template_feelings(const struct template *t, int depth)
{
    template_indent(t, depth);
    buf_puts(t->out, "#");
    for (int i = 0; i < t->rules->nfeelings; i++)
        buf_printf(t->out, "%s %s", i > 0 ? "," : "",
            id_of(t, &t->rules->feelings[i].is));
    buf_putc(t->out, '\n');
}

static void
template_own(const struct template *t, const struct field *f, int depth)
{
    switch ((enum interview_value)f->own) {
    case INTERVIEW_FORMAT:
        buf_printf(t->out, "%s: %s\n", f->name[t->lang], interview_format);
        break;
    case INTERVIEW_ANSWERS:
        template_answers(t, f, depth);
        break;
    case INTERVIEW_SCORES:
    case INTERVIEW_AGREED:
    case INTERVIEW_MARKS:
        template_scales(t, f, depth);
        break;
    case INTERVIEW_SCORE:
    case INTERVIEW_PROMPTS:
    case INTERVIEW_MEANS:
    case INTERVIEW_QUESTIONNAIRES:
    case INTERVIEW_ITEMS:
    case INTERVIEW_SUBSCALES:
    case INTERVIEW_OWN_COUNT:
        template_key(t, depth, f->name[t->lang]);
        break;
    }
}

/* All questions: who fills one in takes it from the list. */
static void
template_skipped(const struct template *t, const struct field *f, int depth)
{
    static const char *const how[LANG_COUNT] = {
        "haal een vraag hier weg zodra die een antwoord heeft",
        "take a question away here as soon as it has an answer",
    };

    template_comment(t, depth, how[t->lang]);
    template_indent(t, depth);
    buf_printf(t->out, "%s: [", f->name[t->lang]);
    for (int i = 0; i < t->rules->nquestions; i++)
        buf_printf(t->out, "%sv%02d", i > 0 ? ", " : "",
            t->rules->questions[i].number);
    buf_puts(t->out, "]\n");
}

/* Whether a question asks what goes with a word. */
static bool
is_asked(const struct rules *rules, int word)
{
    for (int i = 0; i < rules->nquestions; i++)
        if (rules->questions[i].kind == QUESTION_WORD &&
            rules->questions[i].word == word)
            return true;
    return rules->nquestions == 0; /* no rules: all keys */
}

/* Whether the rules hold what a key at the margin is about. */
static bool
is_known(const struct rules *rules, const struct field *f)
{
    if (f->type == FIELD_OWN && f->own == INTERVIEW_QUESTIONNAIRES)
        return rules->nquestionnaires > 0 || rules->nquestions == 0;
    return true;
}

/* An empty list of records shows one item to copy; of words, three. */
static void
template_records(const struct template *t, const struct field *f, int depth)
{
    bool words = depth == 0 && f->offset == offsetof(struct interview, words);

    if (depth == 0 && f->offset == offsetof(struct interview, fragments))
        template_feelings(t, depth);
    template_key(t, depth, f->name[t->lang]);
    for (int i = 0; i < (words ? INTERVIEW_WORDS : 1); i++) {
        struct record of = *f->of;

        if (words && !is_asked(t->rules, i + 1))
            of.nfields = 1; /* the word alone: no question is about it */
        template_record(t, &of, depth + 1, true);
    }
}

static void
template_field(const struct template *t, const struct field *f, int depth)
{
    const char *key = f->name[t->lang], *value;

    switch (f->type) {
    case FIELD_TEXT:
        template_indent(t, depth);
        buf_printf(t->out, "%s: |\n", key);
        break;
    case FIELD_CASE:
        value = f->fallback;
        if (depth == 0 && f->offset == offsetof(struct interview, rules))
            value = t->named;
        template_indent(t, depth);
        buf_printf(t->out, "%s:%s%s\n", key, value != NULL ? " " : "",
            value != NULL ? value : "");
        break;
    case FIELD_RECORD:
        template_key(t, depth, key);
        template_record(t, f->of, depth + 1, false);
        break;
    case FIELD_RECORDS:
        template_records(t, f, depth);
        break;
    case FIELD_QREFS:
        if (depth == 0 && f->offset == offsetof(struct interview, skipped)) {
            template_skipped(t, f, depth);
            break;
        }
        template_key(t, depth, key);
        break;
    case FIELD_OWN:
        template_own(t, f, depth);
        break;
    case FIELD_LINE:
    case FIELD_ID:
    case FIELD_INT:
    case FIELD_NUM:
    case FIELD_LENGTH:
    case FIELD_COLOR:
    case FIELD_DATE:
    case FIELD_WORD:
    case FIELD_YESNO:
    case FIELD_QREF:
    case FIELD_TEXTS:
    case FIELD_BITEXT:
    case FIELD_BITEXTS:
        template_key(t, depth, key);
        break;
    }
}

/* The keys of a record, each under its help.  An item of a list has a dash
   before its first key: its comments stand before the dash. */
static void
template_record(
    const struct template *t, const struct record *r, int depth, bool item)
{
    for (int i = 0; i < r->nfields; i++) {
        size_t key;

        if (depth == 0 && !is_known(t->rules, &r->fields[i]))
            continue;
        if (depth == 0 && i > 0)
            buf_putc(t->out, '\n');
        template_comment(
            t, depth + (item && i > 0), r->fields[i].help[t->lang]);
        key = t->out->len;
        template_field(t, &r->fields[i], depth + item);
        if (item && i == 0)
            t->out->p[key + (size_t)(INDENT * depth)] = '-';
    }
}

void
interview_template(const struct rules *rules, const char *named, enum lang lang,
    struct buf *out)
{
    static const char *const head[LANG_COUNT] = {
        "# Interview voor relatieprofiel. Regels met # zijn uitleg. Wat leeg "
        "blijft, telt niet mee.\n"
        "# Typ tekst onder de |, twee spaties verder naar rechts dan de naam "
        "erboven.\n\n",
        "# Interview for relatieprofiel. Lines with # explain. What is left "
        "empty does not count.\n"
        "# Type text below the |, two blanks further to the right than the "
        "name above it.\n\n",
    };
    struct template t = {
        .rules = rules, .named = named, .lang = lang, .out = out};

    buf_puts(out, head[lang]);
    template_record(&t, &interview_record, 0, false);
    buf_puts(out, "...\n");
}

/* The list of keys */

static const char *
type_word(const struct field *f)
{
    static const char *const word[] = {
        [FIELD_TEXT] = "text",
        [FIELD_LINE] = "line",
        [FIELD_ID] = "id",
        [FIELD_CASE] = "id",
        [FIELD_INT] = "number",
        [FIELD_NUM] = "number",
        [FIELD_LENGTH] = "length",
        [FIELD_COLOR] = "colour",
        [FIELD_DATE] = "date",
        [FIELD_WORD] = "word",
        [FIELD_YESNO] = "yes/no",
        [FIELD_QREF] = "question",
        [FIELD_QREFS] = "questions",
        [FIELD_TEXTS] = "list",
        [FIELD_RECORD] = "group",
        [FIELD_RECORDS] = "list",
        [FIELD_BITEXT] = "text",
        [FIELD_BITEXTS] = "list",
        [FIELD_OWN] = "group",
    };

    if (f->type == FIELD_OWN &&
        (f->own == INTERVIEW_FORMAT || f->own == INTERVIEW_SCORE))
        return word[FIELD_TEXT];
    return word[f->type];
}

static void
list_record(const struct record *r, enum lang lang, int depth, struct buf *out)
{
    for (int i = 0; i < r->nfields; i++) {
        const struct field *f = &r->fields[i];

        buf_printf(out, "%*s%-*s %-*s %s\n", INDENT * depth, "",
            KEY_COLUMN - INDENT * depth, f->name[lang], TYPE_COLUMN,
            type_word(f), f->help[lang]);
        if (f->of != NULL)
            list_record(f->of, lang, depth + 1, out);
    }
}

void
interview_list_keys(enum lang lang, struct buf *out)
{
    list_record(&interview_record, lang, 0, out);
}

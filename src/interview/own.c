/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "interview/interview.h"

#include "base/utf8.h"
#include "format/yaml_lines.h"
#include "interview/fields.h"

#include <assert.h>
#include <string.h>

/* Values of an interview that are no plain field: the format, and maps whose
   keys are ids.  One reader each, in a table by `own` of the field; readers of
   records within come back here by way of field_read. */

/* What the readers of own values share. */
struct own {
    struct arena *a;
    struct diag *d;
    enum lang lang;
    const struct field *f;
};

static int
count(const struct node *map)
{
    int n = 0;

    for (const struct node *c = map->first; c != NULL; c = c->next)
        n++;
    return n;
}

static struct text
key_text(const struct node *n)
{
    return (struct text){.s = n->key, .at = n->key_at};
}

/* Makes room in `to` for a key per child. */
static void
make_room(const struct own *o, const struct node *map, struct texts *to)
{
    struct text *v = NEW(o->a, struct text, to->n + count(map));

    for (int i = 0; i < to->n; i++)
        v[i] = to->v[i];
    to->v = v;
}

/* Keys in a child that counts as not given must be known all the same: those
   of the record `of`; NULL: there are none. */
static bool
check_hollow(const struct own *o, const struct node *n, const struct record *of)
{
    if (of != NULL)
        return field_hollow(o->a, o->d, of, o->lang, n, interview_own);
    return !field_has_keys(n) || field_kind(o->d, n->key, n, NODE_SCALAR);
}

/* A child without a value: its id must be known all the same, so it is noted
   in `to` for interview_match. */
static bool
open_child(const struct own *o, const struct node *n, const struct record *of,
    struct texts *to)
{
    to->v[to->n++] = key_text(n);
    return check_hollow(o, n, of);
}

static bool
own_format(const struct own *o, const struct node *value, void *record)
{
    (void)record;
    if (value->kind == NODE_SCALAR &&
        strcmp(value->text, interview_format) == 0)
        return true;
    if (value->kind == NODE_SCALAR && value->cut)
        return false;
    diag_error(o->d, value->at, "I108", "this is not \"%s\"", interview_format);
    if (value->kind == NODE_SCALAR &&
        strncmp(value->text, "interview/", 10) == 0)
        diag_help(o->d, "this program reads version 1");
    return false;
}

void
interview_join(struct arena *a, struct answer *answer)
{
    struct buf b = buf_new(a);

    for (int i = 0; i < SLOT_COUNT; i++) {
        if (answer->slots[i].s == NULL)
            continue;
        if (b.len > 0)
            buf_putc(&b, ' ');
        buf_puts(&b, answer->slots[i].s);
    }
    answer->slotted = true;
    answer->whole = (struct text){.s = b.p, .at = answer->at};
}

/* The number that a key of `answers` is. */
static bool
read_question(const struct own *o, const struct node *n, struct qref *q)
{
    static const struct field question = {
        .name = {"antwoorden", "answers"}, .type = FIELD_QREF};

    return field_set(o->a, o->d, 'I', &question, o->lang, n->key, n->key_at, q);
}

static bool
read_answer(const struct own *o, const struct node *n, struct answer *answer)
{
    struct qref q = {0};

    if (!read_question(o, n, &q))
        return false;
    *answer = (struct answer){.question = q.question, .at = n->key_at};
    if (n->kind == NODE_SCALAR && n->cut)
        return false;
    if (n->kind != NODE_MAP) { /* a list is taken for a text in brackets */
        answer->whole = field_text(n);
        return field_kind(o->d, n->key, n, NODE_SCALAR);
    }
    if (!field_read(o->a, o->d, o->f->of, o->lang, n, interview_own, answer))
        return false;
    interview_join(o->a, answer);
    return true;
}

static bool
open_answer(const struct own *o, const struct node *n, struct qrefs *to)
{
    if (!read_question(o, n, &to->v[to->n]))
        return false;
    to->n++;
    return check_hollow(o, n, o->f->of);
}

/* A faulty answer is an answer all the same. */
static bool
note_unread(struct interview *iv, struct answer *answer)
{
    if (answer->question > 0)
        iv->unread.v[iv->unread.n++] =
            (struct qref){.question = answer->question, .at = answer->at};
    else
        iv->answers_doubt = true;
    *answer = (struct answer){0};
    return false;
}

bool
interview_is_hashed(const struct node *n)
{
    struct yaml_line l;

    return n->kind == NODE_SCALAR && n->len == 0 && !n->cut && !n->quoted &&
           n->key != NULL && yaml_line(n->key_at.src, n->key_at.line, &l) &&
           yaml_line_has_key(&l) && l.value < l.end &&
           n->key_at.src->text[l.value] == '#';
}

/* An answer that begins with # is none to YAML. */
static bool
hashed_answer(const struct own *o, const struct node *n, struct interview *iv)
{
    struct answer answer = {.at = n->key_at};
    struct qref q = {0};
    struct yaml_line l;

    if (read_question(o, n, &q) &&
        yaml_line(n->key_at.src, n->key_at.line, &l)) {
        diag_error(o->d, diag_pos(n->key_at.src, l.value), "I315",
            "this begins with #, so it is a comment and no answer to %s",
            n->key);
        diag_help(o->d, "put the text between double quotes, or the comment "
                        "on a line of its own above");
        yaml_line_fix_text(o->a, o->d, n->key_at.src, n->key_at.line);
    }
    answer.question = q.question;
    return note_unread(iv, &answer);
}

static bool
own_answers(const struct own *o, const struct node *value, void *record)
{
    struct interview *iv = record;
    bool ok = true;

    if (!field_kind(o->d, o->f->name[o->lang], value, NODE_MAP))
        return false;
    iv->answers_at = value->key_at;
    iv->answers = NEW(o->a, struct answer, count(value));
    iv->open_answers.v = NEW(o->a, struct qref, count(value));
    iv->unread.v = NEW(o->a, struct qref, count(value));
    for (const struct node *c = value->first; c != NULL; c = c->next) {
        if (interview_is_hashed(c))
            ok = hashed_answer(o, c, iv);
        else if (!field_given(c))
            ok = open_answer(o, c, &iv->open_answers) && ok;
        else if (read_answer(o, c, &iv->answers[iv->nanswers]))
            iv->nanswers++;
        else
            ok = note_unread(iv, &iv->answers[iv->nanswers]);
    }
    return ok;
}

/* Whether a text says in some way that there is no score. */
static bool
is_na(const char *text)
{
    return utf8_same(text, "nvt") || utf8_same(text, "na") ||
           utf8_same(text, "n.v.t.") || utf8_same(text, "n/a");
}

/* A score as a number; its range is a matter of the rules, and so is what can
   be proposed for one with a decimal comma. */
static bool
read_number(const struct own *o, const struct node *n, const char *key,
    bool na_allowed, int *value, const char **mended)
{
    const char *likely;

    if (!field_kind(o->d, key, n, NODE_SCALAR) || n->cut)
        return false;
    if (num_parse(n->text, value))
        return true;
    likely = field_likely_number(o->a, n->text);
    if (likely != NULL) {
        *mended = n->text;
        return num_parse(likely, value);
    }
    if (na_allowed)
        diag_error(o->d, n->at, "I205",
            "\"%s\" must be a number such as 3, or %s, not \"%s\"", key,
            interview_na.name[o->lang], text_quote(o->a, n->text));
    else
        diag_error(o->d, n->at, "I205",
            "\"%s\" must be a number such as 3, not \"%s\"", key,
            text_quote(o->a, n->text));
    if (na_allowed && is_na(n->text))
        text_meant(o->d, n->text, n->at, interview_na.name[o->lang]);
    return false;
}

static bool
own_score(const struct own *o, const struct node *value, void *record)
{
    struct scored *scored = record;

    if (value->kind == NODE_SCALAR &&
        field_is_word(&interview_na, o->lang, value->text, true)) {
        scored->na = true;
        scored->score_at = value->at;
        return true;
    }
    if (!read_number(o, value, o->f->name[o->lang], true, &scored->score,
            &scored->mended))
        return false;
    scored->score_at = value->at;
    return true;
}

/* One scale of a reader: a group of keys. */
static bool
read_scored(const struct own *o, const struct node *n, struct scored *scored)
{
    const char *bare;
    int value;

    scored->scale = key_text(n);
    scored->scale_index = -1;
    if (n->kind == NODE_SCALAR && !n->cut) {
        diag_error(o->d, n->at, "I104", "\"%s\" must be a group of keys",
            text_quote(o->a, n->key));
        if (num_parse(n->text, &value) || is_na(n->text)) {
            bare = arena_printf(o->a, "{score: %s}", n->text);
            diag_help(o->d, "write \"%s\"", bare);
            text_replace(o->d, n->text, n->at, bare);
        } else {
            diag_help(o->d, "begin with the id of the scale, and below it, "
                            "indented, \"score: 3\"");
        }
        return false;
    }
    return field_kind(o->d, n->key, n, NODE_MAP) &&
           field_read(o->a, o->d, o->f->of, o->lang, n, interview_own, scored);
}

/* One scale as settled: a number. */
static bool
read_agreed(const struct own *o, const struct node *n, struct scored *scored)
{
    scored->scale = key_text(n);
    scored->scale_index = -1;
    if (!read_number(o, n, n->key, false, &scored->score, &scored->mended))
        return false;
    scored->score_at = n->at;
    return true;
}

static bool
read_scores(const struct own *o, const struct node *value,
    bool (*read)(const struct own *, const struct node *, struct scored *),
    struct scored **scores, int *nscores, struct texts *open)
{
    bool ok = true;

    if (!field_kind(o->d, o->f->name[o->lang], value, NODE_MAP))
        return false;
    *scores = NEW(o->a, struct scored, count(value));
    make_room(o, value, open);
    for (const struct node *c = value->first; c != NULL; c = c->next) {
        if (!field_given(c)) {
            ok = open_child(o, c, o->f->of, open) && ok;
            continue;
        }
        if (!read(o, c, &(*scores)[*nscores]))
            ok = false;
        (*nscores)++;
    }
    return ok;
}

static bool
own_scores(const struct own *o, const struct node *value, void *record)
{
    struct reading *reading = record;

    return read_scores(o, value, read_scored, &reading->scores,
        &reading->nscores, &reading->open);
}

static bool
own_agreed(const struct own *o, const struct node *value, void *record)
{
    struct interview *iv = record;

    return read_scores(
        o, value, read_agreed, &iv->agreed, &iv->nagreed, &iv->open_scales);
}

static bool
own_marks(const struct own *o, const struct node *value, void *record)
{
    struct interview *iv = record;

    return read_scores(
        o, value, read_agreed, &iv->own, &iv->nown, &iv->open_scales);
}

/* Of one scale: more than anybody asks. */
enum { OWN_TEXTS_MAX = 50 };

/* The items of a list as texts; a single text is a list of one. */
static bool
read_texts(const struct own *o, const struct node *value, struct texts *to)
{
    bool list = value->kind == NODE_LIST, ok = true;

    to->v = NEW(o->a, struct text, list ? count(value) : 1);
    for (const struct node *c = list ? value->first : value; c != NULL;
         c = list ? c->next : NULL) {
        if (!field_given(c) && !field_has_keys(c))
            continue;
        if (to->n == OWN_TEXTS_MAX)
            return diag_error(o->d, c->at, "I106",
                "\"%s\" holds more than %d items", value->key,
                (int)OWN_TEXTS_MAX);
        if (field_kind(o->d, value->key, c, NODE_SCALAR))
            to->v[to->n++] = field_text(c);
        else
            ok = false;
    }
    return ok;
}

/* Own texts of scales: lists under `prompts`, single texts under `means`. */
static bool
read_scale_texts(const struct own *o, const struct node *value,
    enum node_kind kind, struct scale_texts **to, int *n, struct texts *open)
{
    bool ok = true;

    if (!field_kind(o->d, o->f->name[o->lang], value, NODE_MAP))
        return false;
    make_room(o, value, open);
    *to = NEW(o->a, struct scale_texts, count(value));
    for (const struct node *c = value->first; c != NULL; c = c->next) {
        struct scale_texts *t = &(*to)[*n];

        if (!field_given(c) && !field_has_keys(c)) {
            ok = open_child(o, c, NULL, open) && ok;
            continue;
        }
        (*n)++;
        t->scale = key_text(c);
        t->scale_index = -1;
        if (!field_kind(o->d, c->key, c, kind) || !read_texts(o, c, &t->texts))
            ok = false;
    }
    return ok;
}

static bool
own_prompts(const struct own *o, const struct node *value, void *record)
{
    struct interview *iv = record;

    return read_scale_texts(
        o, value, NODE_LIST, &iv->prompts, &iv->nprompts, &iv->open_scales);
}

static bool
own_means(const struct own *o, const struct node *value, void *record)
{
    struct interview *iv = record;

    return read_scale_texts(
        o, value, NODE_SCALAR, &iv->means, &iv->nmeans, &iv->open_scales);
}

static bool
own_questionnaires(const struct own *o, const struct node *value, void *record)
{
    struct interview *iv = record;
    bool ok = true;

    if (!field_kind(o->d, o->f->name[o->lang], value, NODE_MAP))
        return false;
    make_room(o, value, &iv->open_questionnaires);
    iv->questionnaires = NEW(o->a, struct filled, count(value));
    for (const struct node *c = value->first; c != NULL; c = c->next) {
        struct filled *filled = &iv->questionnaires[iv->nquestionnaires];

        if (!field_given(c)) {
            ok = open_child(o, c, o->f->of, &iv->open_questionnaires) && ok;
            continue;
        }
        iv->nquestionnaires++;
        filled->id = key_text(c);
        filled->index = -1;
        if (!field_kind(o->d, c->key, c, NODE_MAP) ||
            !field_read(
                o->a, o->d, o->f->of, o->lang, c, interview_own, filled))
            ok = false;
    }
    return ok;
}

static bool
read_items(const struct own *o, const struct node *value, struct item **items,
    int *n, struct texts *open)
{
    bool ok = true;

    if (!field_kind(o->d, o->f->name[o->lang], value, NODE_MAP))
        return false;
    *items = NEW(o->a, struct item, count(value));
    make_room(o, value, open);
    for (const struct node *c = value->first; c != NULL; c = c->next) {
        struct item *item = &(*items)[*n];

        if (!field_given(c)) {
            ok = open_child(o, c, NULL, open) && ok;
            continue;
        }
        item->name = key_text(c);
        item->at = c->at;
        if (read_number(o, c, c->key, false, &item->value, &item->mended))
            (*n)++;
        else
            ok = false;
    }
    return ok;
}

static bool
own_items(const struct own *o, const struct node *value, void *record)
{
    struct filled *filled = record;

    return read_items(
        o, value, &filled->items, &filled->nitems, &filled->open_items);
}

static bool
own_subscales(const struct own *o, const struct node *value, void *record)
{
    struct filled *filled = record;

    return read_items(
        o, value, &filled->scores, &filled->nscores, &filled->open_scores);
}

static bool (*const own_reader[])(
    const struct own *o, const struct node *value, void *record) = {
    [INTERVIEW_FORMAT] = own_format,
    [INTERVIEW_ANSWERS] = own_answers,
    [INTERVIEW_SCORES] = own_scores,
    [INTERVIEW_SCORE] = own_score,
    [INTERVIEW_AGREED] = own_agreed,
    [INTERVIEW_MARKS] = own_marks,
    [INTERVIEW_PROMPTS] = own_prompts,
    [INTERVIEW_MEANS] = own_means,
    [INTERVIEW_QUESTIONNAIRES] = own_questionnaires,
    [INTERVIEW_ITEMS] = own_items,
    [INTERVIEW_SUBSCALES] = own_subscales,
};

static_assert(sizeof own_reader / sizeof *own_reader == INTERVIEW_OWN_COUNT,
    "a reader for each own value");

bool
interview_own(struct arena *a, struct diag *d, enum lang lang,
    const struct field *f, const struct node *value, void *record)
{
    struct own o = {.a = a, .d = d, .lang = lang, .f = f};

    return own_reader[f->own](&o, value, record);
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "interview/import_parts.h"
#include "interview/tidy.h"

#include <string.h>

/* The interview is a tree of nodes, as a file would give it, and is printed as
   one.  Its comments are numbered when it is whole. */

enum { COMMENT_WIDTH = 76, TEXT_MAX = 60 * 1024 };

/* Comments -------------------------------------------------------------- */

static void
add_line(struct arena *a, struct notes *to, const char *line)
{
    struct note *n = NEW(a, struct note, 1);

    n->text = line;
    if (to->last == NULL)
        to->first = n;
    else
        to->last->next = n;
    to->last = n;
}

/* One line of a text in as many of a comment as it takes. */
static void
wrap_line(struct arena *a, struct notes *to, const char *line)
{
    struct buf out = buf_new(a);

    while (*line != '\0') {
        size_t blank = strspn(line, " \t"), word = strcspn(line + blank, " \t");

        if (word == 0)
            break;
        if (out.len > 0 && out.len + blank + word > COMMENT_WIDTH) {
            add_line(a, to, arena_printf(a, "# > %s", out.p));
            out = buf_new(a);
            line += blank;
            blank = 0;
        }
        buf_add(&out, line, blank + word);
        line += blank + word;
    }
    if (out.len > 0)
        add_line(a, to, arena_printf(a, "# > %s", out.p));
}

void
import_note(
    struct import *im, struct notes *to, const char *where, const char *text)
{
    int changed = 0;
    const char *p = document_clean(im->a,
        where == NULL ? text : arena_printf(im->a, "%s: %s", where, text),
        &changed);

    while (*p != '\0') {
        size_t len = strcspn(p, "\n");

        wrap_line(im->a, to, arena_strndup(im->a, p, len));
        p += len + (p[len] == '\n');
    }
}

void
import_leave(struct import *im, const char *where, const char *text)
{
    import_note(im, &im->left, where, text);
}

/* Nodes ----------------------------------------------------------------- */

static struct made *
new_made(struct import *im, enum node_kind kind, const char *key)
{
    struct made *m = NEW(im->a, struct made, 1);

    m->node = (struct node){.kind = kind, .key = key, .text = ""};
    return m;
}

static struct made *
first_of(const struct made *m)
{
    return (struct made *)(void *)m->node.first;
}

static struct made *
next_of(const struct made *m)
{
    return (struct made *)(void *)m->node.next;
}

/* Puts a child in its place among the others: behind all, or in a list by its
   number. */
static void
add_child(struct made *to, struct made *child)
{
    struct node **at = &to->node.first;

    while (
        *at != NULL &&
        (child->item == 0 || ((struct made *)(void *)*at)->item <= child->item))
        at = &(*at)->next;
    child->node.next = *at;
    *at = &child->node;
}

static bool
is_at(const struct made *m, const struct import_step *step)
{
    if (step->key == NULL)
        return m->item == step->item;
    return m->node.key != NULL && strcmp(m->node.key, step->key) == 0;
}

/* The child that a step leads to, or NULL. */
static struct made *
step_find(const struct made *m, const struct import_step *step)
{
    struct made *c = m->node.kind == NODE_SCALAR ? NULL : first_of(m);

    while (c != NULL && !is_at(c, step))
        c = next_of(c);
    return c;
}

/* The same, made where it is not there; NULL where a text stands in the way. */
static struct made *
step_take(struct import *im, struct made *m, const struct import_step *step)
{
    enum node_kind kind = step->key == NULL ? NODE_LIST : NODE_MAP;
    struct made *c = step_find(m, step);

    if (c != NULL)
        return c;
    if (m->node.kind == NODE_SCALAR && *m->node.text == '\0')
        m->node.kind = kind;
    if (m->node.kind != kind)
        return NULL;
    c = new_made(im, NODE_SCALAR, step->key);
    c->item = step->item;
    add_child(m, c);
    return c;
}

static const struct field *
field_at(size_t offset, enum field_type type)
{
    for (int i = 0; i < interview_record.nfields; i++)
        if (interview_record.fields[i].offset == offset &&
            interview_record.fields[i].type == type)
            return &interview_record.fields[i];
    return NULL;
}

static const struct field *
field_own_at(enum interview_value own)
{
    for (int i = 0; i < interview_record.nfields; i++)
        if (interview_record.fields[i].type == FIELD_OWN &&
            interview_record.fields[i].own == (int)own)
            return &interview_record.fields[i];
    return NULL;
}

static const char *
key_of(const struct import *im, const struct field *f)
{
    return f->name[im->how->lang];
}

static struct made *
take_key(struct import *im, struct made *m, const char *key)
{
    struct import_step step = {.key = key};

    return step_take(im, m, &step);
}

static void
set_text(struct made *m, const char *text)
{
    m->node.text = text;
    m->node.len = strlen(text);
}

/* Puts a text behind the one that stands there. */
static void
join_text(struct import *im, struct made *m, const char *text)
{
    if (m->joined.len == 0) {
        m->joined = buf_new(im->a);
        buf_puts(&m->joined, m->node.text);
    }
    buf_puts(&m->joined, "\n\n");
    buf_puts(&m->joined, text);
    m->node.text = m->joined.p;
    m->node.len = m->joined.len;
}

/* Putting --------------------------------------------------------------- */

static struct made *
take_answer(struct import *im, int question)
{
    const struct field *answers = field_own_at(INTERVIEW_ANSWERS);

    return take_key(im, take_key(im, im->root, key_of(im, answers)),
        arena_printf(im->a, "v%02d", question));
}

/* "warm, druk": the three words are a list of their own.  False where it is
   none, or they are there already. */
static bool
put_words(struct import *im, const char *text)
{
    const struct field *f =
        field_at(offsetof(struct interview, words), FIELD_RECORDS);
    const char *words[INTERVIEW_WORDS * 2];
    int n = import_words(im->a, text, words, f->max);
    struct import_step all = {.key = key_of(im, f)};
    struct buf joined = buf_new(im->a);
    struct made *list;

    if (n < INTERVIEW_WORDS_MIN || step_find(im->root, &all) != NULL)
        return false;
    list = step_take(im, im->root, &all);
    for (int i = 0; i < n; i++) {
        struct import_step item = {.item = i + 1};
        struct made *m = step_take(im, list, &item);

        set_text(
            take_key(im, m, f->of->fields[0].name[im->how->lang]), words[i]);
        buf_printf(&joined, "%s ", words[i]);
    }
    /* "warm en druk": the text stays where a word is lost. */
    if (strcmp(import_fold(im->a, joined.p), import_fold(im->a, text)) != 0)
        import_note(im, &list->notes, NULL, text);
    return true;
}

static bool
put_answer(struct import *im, int question, const struct text *t)
{
    const struct question *q = rules_question(im->how->rules, question);
    struct made *m;
    const char *text = t->s;

    if (q->kind == QUESTION_WORDS && put_words(im, text))
        return true;
    m = take_answer(im, question);
    if (m->node.kind != NODE_SCALAR ||
        m->node.len + strlen(text) + 2 > TEXT_MAX)
        return false;
    if (m->node.len > 0) {
        diag_warning(im->d, t->at, "N114",
            "question v%02d has an answer already; this stands behind it",
            question);
        join_text(im, m, text);
    } else {
        set_text(m, text);
    }
    return true;
}

/* A list of texts between commas. */
static void
put_list(struct import *im, struct made *m, const char *text)
{
    m->node.kind = NODE_LIST;
    while (*text != '\0') {
        size_t len = strcspn(text, ",");
        const char *item = arena_strndup(im->a, text, len);
        struct made *c = new_made(im, NODE_SCALAR, NULL);

        item += strspn(item, " ");
        set_text(c, item);
        while (c->node.len > 0 && item[c->node.len - 1] == ' ')
            set_text(c, arena_strndup(im->a, item, c->node.len - 1));
        add_child(m, c);
        text += len + (text[len] == ',');
    }
}

bool
import_put(
    struct import *im, const struct import_place *place, const struct text *t)
{
    struct made *m = im->root;
    const char *value;

    if (place->kind == IMPORT_ANSWER)
        return put_answer(im, place->question, t);
    value = strlen(t->s) > TEXT_MAX ? NULL : import_value(im, place, t->s);
    if (value == NULL)
        return false;
    for (int i = 0; i < place->nsteps && m != NULL; i++)
        m = step_take(im, m, &place->step[i]);
    if (m == NULL || m->node.kind != NODE_SCALAR)
        return false;
    if (m->node.len > 0)
        return strcmp(m->node.text, value) == 0;
    if (place->kind == IMPORT_VALUE && (place->field->type == FIELD_TEXTS ||
                                           place->field->type == FIELD_QREFS))
        put_list(im, m, value);
    else
        set_text(m, value);
    return true;
}

struct notes *
import_above(struct import *im, int question)
{
    const struct question *q = rules_question(im->how->rules, question);
    struct import_step words = {
        .key = key_of(
            im, field_at(offsetof(struct interview, words), FIELD_RECORDS))};
    struct made *list =
        q->kind == QUESTION_WORDS ? step_find(im->root, &words) : NULL;

    return list != NULL ? &list->notes : &take_answer(im, question)->notes;
}

/* The whole ------------------------------------------------------------- */

struct import
import_begin(
    struct arena *a, struct diag *d, const struct import_how *how, bool comma)
{
    struct import im = {.a = a, .d = d, .how = how, .comma = comma};

    im.root = new_made(&im, NODE_MAP, NULL);
    return im;
}

static bool
is_taken(const struct import_taken *taken, const char *id)
{
    for (int i = 0; i < taken->n; i++)
        if (strcmp(taken->v[i], id) == 0)
            return true;
    return false;
}

static const char *
case_of(struct import *im, struct import_taken *taken)
{
    const struct field *f =
        field_at(offsetof(struct interview, case_id), FIELD_CASE);
    struct made *m = take_key(im, im->root, key_of(im, f));

    if (m->node.len > 0)
        return m->node.text;
    if (taken->last == 0)
        taken->last = im->how->after;
    do
        set_text(m, arena_printf(im->a, "LP-%04ld", ++taken->last));
    while (is_taken(taken, m->node.text));
    return m->node.text;
}

/* Who scored, where nobody is named: the coach. */
static void
name_readers(struct import *im)
{
    const struct field *f =
        field_at(offsetof(struct interview, readings), FIELD_RECORDS);
    struct import_step all = {.key = key_of(im, f)};
    struct made *list = step_find(im->root, &all);

    for (struct made *m = list == NULL ? NULL : first_of(list); m != NULL;
         m = next_of(m)) {
        struct made *by = take_key(im, m, f->of->fields[0].name[im->how->lang]);

        if (by->node.len == 0)
            set_text(by, "coach");
    }
}

/* Whether a question is answered here, or by what stands under a key of its
   own. */
static bool
is_answered(struct import *im, const struct question *q)
{
    const struct field *f =
        field_at(offsetof(struct interview, words), FIELD_RECORDS);
    struct import_step step[] = {{.key = key_of(im, f)}, {.item = q->word},
        {.key = f->of->fields[1].name[im->how->lang]}};
    struct made *m = take_answer(im, q->number);

    if (m->node.kind != NODE_SCALAR || m->node.len > 0)
        return true;
    m = step_find(im->root, &step[0]);
    if (q->kind == QUESTION_WORDS)
        return m != NULL && m->node.first != NULL;
    for (int i = 1; q->kind == QUESTION_WORD && m != NULL && i < 3; i++)
        m = step_find(m, &step[i]);
    return q->kind == QUESTION_WORD && m != NULL && m->node.len > 0;
}

static bool
has_text(const struct made *list, const char *text)
{
    for (const struct made *m = first_of(list); m != NULL; m = next_of(m))
        if (strcmp(m->node.text, text) == 0)
            return true;
    return false;
}

/* All questions without an answer are skipped ones. */
static void
skip_open(struct import *im, struct imported *out)
{
    const struct rules *r = im->how->rules;
    struct made *list = take_key(im, im->root,
        key_of(im, field_at(offsetof(struct interview, skipped), FIELD_QREFS)));

    list->node.kind = NODE_LIST;
    for (int i = 0; i < r->nquestions; i++) {
        const char *id = arena_printf(im->a, "v%02d", r->questions[i].number);
        bool answered = is_answered(im, &r->questions[i]);

        out->answered += answered;
        if (!answered && !has_text(list, id)) {
            struct made *m = new_made(im, NODE_SCALAR, NULL);

            set_text(m, id);
            add_child(list, m);
        }
    }
    out->questions = r->nquestions;
}

/* Numbers the comments in the order of the tree. */
static void
lay_comments(struct import *im, struct yaml *yaml, struct made *m, int *cap)
{
    m->node.comment = yaml->ncomments;
    for (const struct note *n = m->notes.first; n != NULL; n = n->next) {
        GROW(im->a, yaml->comments, yaml->ncomments, *cap, 64);
        yaml->comments[yaml->ncomments++] = (struct comment){.text = n->text};
        m->node.ncomments++;
    }
    if (m->node.kind == NODE_SCALAR)
        return;
    for (struct made *c = first_of(m); c != NULL; c = next_of(c))
        lay_comments(im, yaml, c, cap);
}

static void
lay_left(struct import *im, struct yaml *yaml, int *cap)
{
    static const char *const head[LANG_COUNT] = {
        "# Wat geen plaats had:", "# What had no place:"};
    bool any = im->left.first != NULL;
    struct made tail = {.node = {.kind = NODE_SCALAR}, .notes = im->left};
    struct note line = {.text = head[im->how->lang], .next = im->left.first};

    yaml->tail = yaml->ncomments;
    if (any)
        tail.notes.first = &line;
    lay_comments(im, yaml, &tail, cap);
}

void
import_end(struct import *im, struct import_taken *taken, struct imported *out)
{
    const struct field *format = field_own_at(INTERVIEW_FORMAT);
    struct model model = {.lang = im->how->lang};
    struct buf text = buf_new(im->a);
    int cap = 0;

    *out = (struct imported){0};
    set_text(take_key(im, im->root, key_of(im, format)), interview_format);
    if (im->how->rules_name != NULL)
        set_text(take_key(im, im->root,
                     key_of(im, field_at(offsetof(struct interview, rules),
                                    FIELD_CASE))),
            im->how->rules_name);
    out->case_id = case_of(im, taken);
    name_readers(im);
    skip_open(im, out);
    im->root->notes = im->head;
    model.yaml.root = &im->root->node;
    lay_comments(im, &model.yaml, im->root, &cap);
    lay_left(im, &model.yaml, &cap);
    tidy_print(
        im->a, im->d, &model, tidy_known(im->a, NULL), im->how->lang, &text);
    out->text = text.p;
    out->len = text.len;
}

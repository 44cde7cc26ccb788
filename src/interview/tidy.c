/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "interview/tidy.h"

#include "base/utf8.h"
#include "format/yaml_put.h"
#include "interview/fields.h"
#include "interview/tidy_parts.h"

#include <string.h>

/* The tree is walked by the tables: a record's keys come in their order, and
   what no table knows comes as it stands.  A comment waits until the next line
   that is printed begins, so that those of what is left out are not lost; what
   is printed on one line takes the comments of all its parts along.  A comment
   that is read again stands before the same line: printing what was printed
   changes nothing. */

enum { INDENT = 2, WIDTH = 80, KEY_MAX = 1000, WAITING_FIRST = 16 };

struct tidy {
    struct arena *a;
    struct diag *d;
    const struct yaml *yaml;
    const struct tidy_known *known;
    enum lang from, to;
    struct buf *out;
    const struct comment **waiting;
    int nwaiting, waiting_cap;
    int dashes;  /* of items that the next line begins */
    bool spread; /* what was printed last takes several lines */
    bool ok;
};

static void put_value(
    struct tidy *t, const struct node *n, const struct field *f, int depth);

/* Comments -------------------------------------------------------------- */

static void
wait_comments(struct tidy *t, int first, int n)
{
    for (int i = first; i < first + n; i++) {
        if (!tidy_is_own(&t->yaml->comments[i], t->known))
            continue;
        GROW(t->a, t->waiting, t->nwaiting, t->waiting_cap, WAITING_FIRST);
        t->waiting[t->nwaiting++] = &t->yaml->comments[i];
    }
}

/* Goes as deep as yaml_parse allows. */
static void
wait_all(struct tidy *t, const struct node *n)
{
    wait_comments(t, n->comment, n->ncomments);
    if (n->kind == NODE_SCALAR)
        return;
    for (const struct node *c = n->first; c != NULL; c = c->next)
        wait_all(t, c);
}

static void
put_waiting(struct tidy *t, int indent)
{
    for (int i = 0; i < t->nwaiting; i++)
        buf_printf(t->out, "%*s%s\n", indent, "", t->waiting[i]->text);
    t->nwaiting = 0;
}

/* Fields ---------------------------------------------------------------- */

static bool
is_typed(const struct field *f)
{
    return f->type == FIELD_INT || f->type == FIELD_NUM ||
           f->type == FIELD_DATE || f->type == FIELD_YESNO ||
           f->type == FIELD_OWN;
}

static const struct node *
find_key(const struct node *map, const char *key)
{
    const struct node *c = map->first;

    while (c != NULL && strcmp(c->key, key) != 0)
        c = c->next;
    return c;
}

/* Lines ----------------------------------------------------------------- */

/* Begins a line at a depth; the dash of an item takes the place of a step. */
static void
begin_line(struct tidy *t, int depth)
{
    int indent = INDENT * (depth - t->dashes);

    put_waiting(t, indent);
    buf_printf(t->out, "%*s", indent, "");
    for (; t->dashes > 0; t->dashes--)
        buf_puts(t->out, "- ");
}

static void
end_line(struct tidy *t)
{
    if (t->out->p[t->out->len - 1] == ' ')
        t->out->p[--t->out->len] = '\0';
    buf_putc(t->out, '\n');
}

/* A blank, where a value comes behind a colon. */
static void
put_gap(struct tidy *t)
{
    if (t->out->p[t->out->len - 1] != ' ')
        buf_putc(t->out, ' ');
}

static int
column(const struct tidy *t)
{
    const char *end = t->out->p + t->out->len, *begin = end;

    while (begin > t->out->p && begin[-1] != '\n')
        begin--;
    return (int)utf8_count(begin, (size_t)(end - begin));
}

/* A key that is too long to stand before its colon gets a line of its own. */
static void
put_key(struct tidy *t, const char *key, int depth)
{
    struct buf b = buf_new(t->a);

    yaml_put(&b, key, YAML_KEY, true);
    begin_line(t, depth);
    if (b.len > KEY_MAX)
        buf_printf(t->out, "? %s\n%*s:", b.p, INDENT * depth, "");
    else
        buf_printf(t->out, "%s:", b.p);
}

/* Texts ----------------------------------------------------------------- */

static int
width_of(const char *s)
{
    return (int)utf8_count(s, strlen(s));
}

/* A text of any length behind its key or dash: on that line where it fits and
   reads well, else as a block. */
static void
put_text(struct tidy *t, const char *s, int depth)
{
    int room = WIDTH - column(t);

    put_gap(t);
    if (strchr(s, '\n') == NULL && width_of(s) < room &&
        (yaml_plain(s, YAML_VALUE, false) ||
            (width_of(s) + 2 < room && strpbrk(s, "\"\\\t") == NULL))) {
        yaml_put(t->out, s, YAML_VALUE, false);
    } else if (yaml_blockable(s)) {
        yaml_put_block(t->out, s, INDENT * (depth + 1));
        return;
    } else {
        yaml_put(t->out, s, YAML_VALUE, false);
    }
    end_line(t);
}

/* The word of the other language, where the value is one of the words. */
static const char *
word_in(
    const struct tidy *t, const struct field_word *words, int n, const char *s)
{
    for (int i = 0; i < n && t->from != t->to; i++)
        if (field_is_word(&words[i], t->from, s, true))
            return words[i].name[t->to];
    return s;
}

static const char *
translated(const struct tidy *t, const struct field *f, const char *s)
{
    if (f->type == FIELD_WORD)
        return word_in(t, f->words, f->nwords, s);
    if (f->type == FIELD_YESNO)
        return word_in(t, field_yesno, 2, s);
    if (f->type == FIELD_OWN && f->own == INTERVIEW_SCORE)
        return word_in(t, &interview_na, 1, s);
    return s;
}

static void
put_scalar(
    struct tidy *t, const struct node *n, const struct field *f, int depth)
{
    if (n->len == 0) {
        end_line(t);
    } else if (f->type == FIELD_TEXT || tidy_is_list(f) || f->of != NULL) {
        put_text(t, n->text, depth);
    } else {
        put_gap(t);
        yaml_put(t->out, translated(t, f, n->text), YAML_VALUE, is_typed(f));
        end_line(t);
    }
}

/* Lists and groups on one line ------------------------------------------ */

/* Whether all parts that are given are texts of one line. */
static bool
is_simple(const struct node *n)
{
    for (const struct node *c = n->first; c != NULL; c = c->next)
        if ((field_given(c) || field_has_keys(c)) &&
            (c->kind != NODE_SCALAR || strchr(c->text, '\n') != NULL ||
                (c->key != NULL && strlen(c->key) > WIDTH)))
            return false;
    return true;
}

/* The record of a group of ids alone; NULL where it is another. */
static const struct record *
as_reference(const struct tidy *t, const struct node *n, const struct field *f)
{
    if (n->kind != NODE_MAP || f->type != FIELD_RECORD || !is_simple(n))
        return NULL;
    for (int i = 0; i < f->of->nfields; i++)
        if (f->of->fields[i].type != FIELD_QREF &&
            f->of->fields[i].type != FIELD_ID)
            return NULL;
    for (const struct node *c = n->first; c != NULL; c = c->next)
        if (field_find(f->of, t->from, c->key) == NULL)
            return NULL;
    return f->of;
}

/* Whether all parts of a value are short words, so that brackets can hold
   them: ids, names, numbers. */
static bool
is_flow(const struct node *n, const struct field *f)
{
    bool items = f->type == FIELD_OWN && f->own == INTERVIEW_ITEMS;

    return n->kind != NODE_SCALAR && f->type != FIELD_RECORDS &&
           f->own != INTERVIEW_PROMPTS &&
           (n->kind == NODE_MAP ? items : tidy_is_list(f)) && is_simple(n);
}

/* The parts within brackets, which begin in the column `line`; NULL where a
   list of names does not fit the line, which it must, as others go on in the
   next. */
static const char *
flow_text(struct tidy *t, const struct node *n, const struct field *f, int line,
    int depth)
{
    struct buf out = buf_new(t->a);
    bool first = true;

    buf_putc(&out, n->kind == NODE_LIST ? '[' : '{');
    line++;
    for (const struct node *c = n->first; c != NULL; c = c->next) {
        struct buf b = buf_new(t->a);

        if (c->len == 0)
            continue;
        if (c->key != NULL) {
            yaml_put(&b, c->key, YAML_FLOW, true);
            buf_puts(&b, ": ");
        }
        yaml_put(&b, c->text, YAML_FLOW, f->type != FIELD_TEXTS);
        line += width_of(b.p) + 2;
        if (line > WIDTH && f->type == FIELD_TEXTS)
            return NULL;
        if (line > WIDTH && !first) {
            buf_printf(&out, ",\n%*s", INDENT * (depth + 1), "");
            line = INDENT * (depth + 1) + width_of(b.p) + 2;
        } else if (!first) {
            buf_puts(&out, ", ");
        }
        buf_puts(&out, b.p);
        first = false;
    }
    buf_puts(&out, n->kind == NODE_LIST ? "]\n" : "}\n");
    return out.p;
}

/* Groups ---------------------------------------------------------------- */

/* A key with its value, and the comments of both. */
static void
put_entry(struct tidy *t, const char *key, const struct node *n,
    const struct field *f, int depth)
{
    int line = INDENT * depth + width_of(key) + 2;
    const char *flow = is_flow(n, f) ? flow_text(t, n, f, line, depth) : NULL;

    if (flow != NULL)
        wait_all(t, n);
    else
        wait_comments(t, n->comment, n->ncomments);
    put_key(t, key, depth);
    if (flow != NULL)
        buf_printf(t->out, " %s", flow);
    else
        put_value(t, n, f, depth);
}

/* A key that no table knows.  In a file that changes its language it must not
   become one that a table knows. */
static void
put_unknown(
    struct tidy *t, const struct node *n, const struct record *r, int depth)
{
    const struct field *other =
        t->from == t->to ? NULL : field_find(r, t->to, n->key);

    if (other != NULL) {
        diag_error(t->d, n->key_at, "I102",
            "the key \"%s\" is %s, but this file began in %s", n->key,
            diag_words(t->d, field_language[t->to]),
            diag_words(t->d, field_language[t->from]));
        diag_help(t->d, "write \"%s\"", other->name[t->from]);
        t->ok = false;
    }
    put_entry(t, n->key, n, &tidy_any, depth);
}

static void
put_record(
    struct tidy *t, const struct node *map, const struct record *r, int depth)
{
    for (int i = 0; i < r->nfields; i++) {
        const struct field *f = &r->fields[i];
        const struct node *c = find_key(map, f->name[t->from]);

        if (c == NULL)
            continue;
        if (tidy_has_value(c, f, t->from))
            put_entry(t, f->name[t->to], c, f, depth);
        else
            wait_all(t, c);
    }
    for (const struct node *c = map->first; c != NULL; c = c->next)
        if (field_find(r, t->from, c->key) == NULL)
            put_unknown(t, c, r, depth);
}

/* A record of ids, in order of the table. */
static void
put_reference(
    struct tidy *t, const struct node *n, const struct record *r, int depth)
{
    bool first = true;

    wait_all(t, n);
    begin_line(t, depth);
    for (int i = 0; i < r->nfields; i++) {
        const struct node *c = find_key(n, r->fields[i].name[t->from]);

        if (c == NULL || c->len == 0)
            continue;
        buf_printf(
            t->out, "%s%s: ", first ? "{" : ", ", r->fields[i].name[t->to]);
        yaml_put(t->out, c->text, YAML_FLOW, false);
        first = false;
    }
    buf_puts(t->out, "}\n");
}

static void
put_map(
    struct tidy *t, const struct node *map, const struct field *f, int depth)
{
    bool own = tidy_is_ids(f);

    if (f->type == FIELD_RECORD) {
        put_record(t, map, f->of, depth);
        return;
    }
    for (const struct node *c = map->first; c != NULL; c = c->next) {
        struct field part = own ? tidy_part_of_ids(f, c) : tidy_any;

        if (!own || tidy_has_value(c, &part, t->from))
            put_entry(t, c->key, c, &part, depth);
        else
            wait_all(t, c);
    }
}

/* Lists ----------------------------------------------------------------- */

static void put_list(
    struct tidy *t, const struct node *list, const struct field *f, int depth);

static void
put_item(struct tidy *t, const struct node *n, const struct field *f, int depth)
{
    const struct record *reference = as_reference(t, n, f);

    t->dashes++;
    if (reference != NULL) {
        put_reference(t, n, reference, depth + 1);
        return;
    }
    wait_comments(t, n->comment, n->ncomments);
    if (n->kind == NODE_MAP && n->first != NULL) {
        put_map(t, n, f, depth + 1);
    } else if (n->kind == NODE_LIST && n->first != NULL) {
        put_list(t, n, f, depth + 1);
    } else {
        begin_line(t, depth + 1);
        put_value(t, n, f, depth);
    }
}

static void
put_list(
    struct tidy *t, const struct node *list, const struct field *f, int depth)
{
    bool known = tidy_is_list(f);
    struct field item = tidy_item(f);

    for (const struct node *c = list->first; c != NULL; c = c->next) {
        if (!known || tidy_has_value(c, &item, t->from))
            put_item(t, c, &item, depth);
        else
            wait_all(t, c);
    }
}

/* Behind a key or a dash. */
static void
put_value(
    struct tidy *t, const struct node *n, const struct field *f, int depth)
{
    if (n->kind == NODE_SCALAR) {
        put_scalar(t, n, f, depth);
        return;
    }
    if (n->first == NULL) {
        put_gap(t);
        buf_puts(t->out, n->kind == NODE_LIST ? "[]\n" : "{}\n");
        return;
    }
    end_line(t);
    if (n->kind == NODE_LIST)
        put_list(t, n, f, depth + 1);
    else
        put_map(t, n, f, depth + 1);
}

/* The whole ------------------------------------------------------------- */

void
tidy_hint(const struct field *f, enum lang lang, struct buf *out)
{
    buf_printf(out, "# %s: %s\n", f->name[lang], f->help[lang]);
}

/* Sets apart what was printed from `begin` on, where it or what stands before
   it takes several lines. */
static void
set_apart(struct tidy *t, size_t begin)
{
    const char *line = strchr(t->out->p + begin, '\n');
    bool spread = line != NULL && line[1] != '\0';

    if (begin > 0 && (spread || t->spread)) {
        buf_putc(t->out, '\n');
        memmove(
            t->out->p + begin + 1, t->out->p + begin, t->out->len - begin - 1);
        t->out->p[begin] = '\n';
    }
    t->spread = spread;
}

/* An empty key.  The language of the report, which is that of the keys where
   none is given, must not change with them. */
static void
put_empty(struct tidy *t, const struct field *f)
{
    if (f->offset == offsetof(struct interview, lang) &&
        f->type == FIELD_WORD && t->from != t->to) {
        put_key(t, f->name[t->to], 0);
        buf_printf(t->out, " %s\n", lang_code[t->from]);
    } else {
        tidy_hint(f, t->to, t->out);
    }
}

static void
put_root(struct tidy *t, const struct node *root)
{
    for (int i = 0; i < interview_record.nfields; i++) {
        const struct field *f = &interview_record.fields[i];
        const struct node *c = find_key(root, f->name[t->from]);
        size_t begin = t->out->len;

        if (c != NULL && tidy_has_value(c, f, t->from)) {
            put_entry(t, f->name[t->to], c, f, 0);
        } else {
            if (c != NULL)
                wait_all(t, c);
            put_empty(t, f);
        }
        if (i > 0) /* the format, below the comments at the head */
            set_apart(t, begin);
    }
    for (const struct node *c = root->first; c != NULL; c = c->next) {
        size_t begin = t->out->len;

        if (field_find(&interview_record, t->from, c->key) != NULL)
            continue;
        put_unknown(t, c, &interview_record, 0);
        set_apart(t, begin);
    }
}

bool
tidy_print(struct arena *a, struct diag *d, const struct model *model,
    const struct tidy_known *known, enum lang to, struct buf *out)
{
    const struct yaml *yaml = &model->yaml;
    struct tidy t = {.a = a,
        .d = d,
        .yaml = yaml,
        .known = known,
        .from = model->lang,
        .to = to,
        .out = out,
        .ok = true};
    size_t begin;

    wait_comments(&t, yaml->root->comment, yaml->root->ncomments);
    put_root(&t, yaml->root);
    begin = out->len;
    wait_comments(&t, yaml->tail, yaml->ncomments - yaml->tail);
    put_waiting(&t, 0);
    if (out->len > begin)
        set_apart(&t, begin);
    buf_puts(out, "...\n");
    return t.ok;
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "format/field.h"
#include "format/yaml_lines.h"

#include <assert.h>
#include <string.h>

/* YAML maps into records.  Records lie within records as deep as the tables
   say, which is less than yaml_parse allows. */

enum { KEYS_SHOWN = 8 };

const char *const field_language[LANG_COUNT] = {
    DIAG_WORDS("Dutch"), DIAG_WORDS("English")};

/* Which fields a map gives; made where it holds an unknown key. */
struct held {
    const struct node *map;
    bool *keys;
};

struct job {
    struct arena *a;
    struct diag *d;
    enum lang lang;
    field_own *own;
    struct held *held;
};

bool
field_has_keys(const struct node *node)
{
    for (const struct node *c = node->first; c != NULL; c = c->next)
        if (node->kind == NODE_MAP || field_has_keys(c))
            return true;
    return false;
}

/* Goes as deep as yaml_parse allows. */
bool
field_given(const struct node *node)
{
    if (node->kind == NODE_SCALAR)
        return node->len > 0 || node->cut;
    for (const struct node *c = node->first; c != NULL; c = c->next)
        if (field_given(c))
            return true;
    return node->kind == NODE_LIST && node->first == NULL;
}

struct text
field_text(const struct node *node)
{
    return (struct text){
        .s = node->len > 0 ? node->text : NULL, .at = node->at};
}

/* Proposes a | behind the colon of a line, so that what is below is its text.
 */
static void
field_help_bar(struct diag *d, const struct source *src, int line)
{
    struct yaml_line l;

    if (!yaml_line(src, line, &l) || !yaml_line_has_key(&l))
        return;
    diag_help(d, "if this is text, write \"%.*s: |\"", (int)(l.key_end - l.key),
        src->text + l.key);
    diag_fix(d, l.key_end + 1, l.key_end + 1, " |");
}

/* Whether a value is written on lines of its own below its key. */
static bool
is_below(const struct node *node)
{
    struct yaml_line l;

    return node->key != NULL && node->at.line > node->key_at.line &&
           yaml_line(node->at.src, node->key_at.line, &l) &&
           !yaml_line_has_value(node->at.src, &l);
}

/* A list of one group is a dash too many. */
static void
fix_dash(struct diag *d, const struct node *node)
{
    struct yaml_line l;

    if (node->kind != NODE_LIST || node->first == NULL ||
        node->first->next != NULL || node->first->kind != NODE_MAP ||
        !yaml_line(node->at.src, node->at.line, &l) || !l.item)
        return;
    diag_help(d, "leave the dash out: a blank in its place");
    diag_fix(d, l.text, l.text + 1, " ");
}

bool
field_kind(struct diag *d, const char *key, const struct node *node,
    enum node_kind kind)
{
    if (node->kind == kind)
        return true;
    if (node->kind == NODE_SCALAR && node->cut) /* told where it was read */
        return false;
    switch (kind) {
    case NODE_SCALAR:
        diag_error(d, node->at, "I104", "\"%s\" must be a text", key);
        if (is_below(node)) {
            field_help_bar(d, node->at.src, node->key_at.line);
            break;
        }
        if (node->kind == NODE_LIST)
            diag_help(d, "one value, without a dash or [ ]; text that begins "
                         "with [ goes between double quotes");
        else
            diag_help(d, "no keys of its own; text that begins with { or holds "
                         "a colon goes between double quotes");
        break;
    case NODE_LIST:
        diag_error(d, node->at, "I104", "\"%s\" must be a list", key);
        diag_help(d, "each item on a line of its own behind \"- \", or short "
                     "ones as [one, two]");
        break;
    case NODE_MAP:
        diag_error(d, node->at, "I104", "\"%s\" must be a group of keys", key);
        if (node->kind == NODE_SCALAR && !text_plain_blanks(node->text))
            diag_help(d, "a blank in it is no ordinary one, such as U+00A0: "
                         "delete it and type the blank again");
        else
            diag_help(d, "each key on a line of its own, indented: \"key: "
                         "value\", with an ordinary blank behind the colon");
        fix_dash(d, node);
        break;
    }
    return false;
}

static bool hollow_record(
    const struct job *j, const struct record *r, const struct node *node);

static bool
read_scalar(const struct job *j, const struct field *f,
    const struct node *value, void *record)
{
    if (!field_kind(j->d, f->name[j->lang], value, NODE_SCALAR))
        return false;
    return field_set(
        j->a, j->d, 'I', f, j->lang, value->text, value->at, record);
}

/* The number of items that are given; false where there are too many. */
static bool
count_items(
    const struct job *j, const struct field *f, const struct node *list, int *n)
{
    *n = 0;
    for (const struct node *c = list->first; c != NULL; c = c->next) {
        if (!field_given(c))
            continue;
        if (f->max > 0 && *n == f->max)
            return diag_error(j->d, c->at, "I106",
                "\"%s\" holds more than %d items", f->name[j->lang], f->max);
        (*n)++;
    }
    return true;
}

static bool
read_texts(const struct job *j, const struct field *f, const struct node *list,
    struct texts *to)
{
    bool ok = true;
    int n;

    if (!count_items(j, f, list, &n))
        return false;
    to->v = NEW(j->a, struct text, n);
    for (const struct node *c = list->first; c != NULL; c = c->next) {
        if (!field_given(c) && !field_has_keys(c))
            continue;
        if (field_kind(j->d, f->name[j->lang], c, NODE_SCALAR))
            to->v[to->n++] = field_text(c);
        else
            ok = false;
    }
    return ok;
}

static bool
read_qrefs(const struct job *j, const struct field *f, const struct node *list,
    struct qrefs *to)
{
    struct field one = *f;
    bool ok = true;
    int n;

    if (!count_items(j, f, list, &n))
        return false;
    one.type = FIELD_QREF;
    one.offset = 0;
    to->v = NEW(j->a, struct qref, n);
    for (const struct node *c = list->first; c != NULL; c = c->next) {
        if (!field_given(c) && !field_has_keys(c))
            continue;
        if (read_scalar(j, &one, c, &to->v[to->n]))
            to->n++;
        else
            ok = false;
    }
    return ok;
}

/* Items go to the pointer `to`, their number to `count`. */
static bool
read_records(const struct job *j, const struct field *f,
    const struct node *list, void *to, int *count)
{
    char *items;
    bool ok = true;
    int n, have = 0;

    if (!count_items(j, f, list, &n))
        return false;
    items = arena_alloc_n(j->a, f->of->size, (size_t)n);
    for (const struct node *c = list->first; c != NULL; c = c->next) {
        if (!field_given(c)) {
            if (field_has_keys(c) && !hollow_record(j, f->of, c))
                ok = false;
            continue;
        }
        if (!field_kind(j->d, f->name[j->lang], c, NODE_MAP) ||
            !field_read(j->a, j->d, f->of, j->lang, c, j->own,
                items + f->of->size * (size_t)have))
            ok = false;
        have++;
    }
    memcpy(to, &items, sizeof items); /* a pointer to any record */
    *count = have;
    return ok;
}

/* Proposes brackets around texts, or a dash before keys, that are to be a
   list. */
static void
fix_list(const struct job *j, const struct field *f, const struct node *node)
{
    const char *s;

    if (node->cut)
        return;
    if (f->type == FIELD_RECORDS && is_below(node)) {
        diag_help(j->d, "put a dash and a blank before the first key, and two "
                        "blanks before the others");
        yaml_line_fix_item(j->a, j->d, node->at.src, node->key_at.line);
    }
    if (f->type == FIELD_RECORDS || node->kind != NODE_SCALAR || node->quoted ||
        strpbrk(node->text, "\n:#{}[]\"'") != NULL)
        return;
    s = arena_printf(j->a, "[%s]", node->text);
    diag_help(j->d, "write \"%s\"", s);
    text_replace(j->d, node->text, node->at, s);
}

static bool
read_list(const struct job *j, const struct field *f, const struct node *value,
    void *record)
{
    void *to = (char *)record + f->offset;
    void *count = (char *)record + f->count;

    if (!field_kind(j->d, f->name[j->lang], value, NODE_LIST)) {
        fix_list(j, f, value);
        return false;
    }
    if (f->type == FIELD_TEXTS)
        return read_texts(j, f, value, to);
    if (f->type == FIELD_QREFS)
        return read_qrefs(j, f, value, to);
    return read_records(j, f, value, to, count);
}

static bool
read_value(const struct job *j, const struct field *f, const struct node *value,
    void *record)
{
    switch (f->type) {
    case FIELD_TEXT:
    case FIELD_LINE:
    case FIELD_ID:
    case FIELD_CASE:
    case FIELD_INT:
    case FIELD_NUM:
    case FIELD_LENGTH:
    case FIELD_COLOR:
    case FIELD_DATE:
    case FIELD_WORD:
    case FIELD_YESNO:
    case FIELD_QREF:
        return read_scalar(j, f, value, record);
    case FIELD_QREFS:
    case FIELD_TEXTS:
    case FIELD_RECORDS:
        return read_list(j, f, value, record);
    case FIELD_RECORD:
        return field_kind(j->d, f->name[j->lang], value, NODE_MAP) &&
               field_read(j->a, j->d, f->of, j->lang, value, j->own,
                   (char *)record + f->offset);
    case FIELD_OWN:
        assert(j->own != NULL);
        return j->own(j->a, j->d, j->lang, f, value, record);
    case FIELD_BITEXT:
    case FIELD_BITEXTS:
        break;
    }
    assert(f->type == FIELD_OWN); /* no table of YAML keys holds the rest */
    return false;
}

/* Whether a map holds the key of a field already, so that it is not what was
   meant.  The map is gone through once, for its first unknown key. */
static const bool *
held_keys(const struct job *j, const struct record *r, const struct node *map)
{
    struct held *h = j->held;

    if (h->map == map)
        return h->keys;
    *h = (struct held){map, NEW(j->a, bool, r->nfields)};
    for (const struct node *c = map->first; c != NULL; c = c->next) {
        const struct field *f = field_find(r, j->lang, c->key);

        if (f != NULL)
            h->keys[f - r->fields] = true;
    }
    return h->keys;
}

/* The name of the key that was meant, of either language; `held`: what stands
   there already is left out. */
static const char *
likely_key(const struct job *j, const struct record *r, const bool *held,
    const char *key)
{
    const char **names = NEW(j->a, const char *, r->nfields);

    for (int pass = 0; pass < LANG_COUNT; pass++) {
        enum lang in =
            pass == 0 ? j->lang : (enum lang)(LANG_COUNT - 1 - j->lang);
        const char *near;

        for (int i = 0; i < r->nfields; i++)
            names[i] = held != NULL && held[i] ? NULL : r->fields[i].name[in];
        near = diag_nearest(key, names, (size_t)r->nfields);
        if (near != NULL)
            return field_find(r, in, near)->name[j->lang];
    }
    return NULL;
}

static const char *
all_keys(struct arena *a, const struct record *r, enum lang lang)
{
    struct buf b = buf_new(a);

    for (int i = 0; i < r->nfields; i++)
        buf_printf(&b, "%s%s", i == 0 ? "" : ", ", r->fields[i].name[lang]);
    return b.p;
}

/* What YAML took for keys may be text: the line goes on from a text above it,
   or a | is missing above. */
static bool
help_text(const struct job *j, const struct record *r, const struct node *map,
    const struct node *value)
{
    const struct source *src = value->key_at.src;
    int line = value->key_at.line;
    int indent = yaml_line_text_above(src, line), owner;
    struct yaml_line l;

    if (indent >= value->key_at.col) {
        diag_help(j->d,
            "if it belongs to the text above it, put %d blanks before it",
            indent);
        if (yaml_line(src, line - 1, &l) && l.indent >= indent)
            yaml_line_fix_indent(j->a, j->d, src, line, indent);
        return true;
    }
    for (const struct node *c = map->first; c != NULL; c = c->next)
        if (!r->text || field_find(r, j->lang, c->key) != NULL)
            return false;
    owner = yaml_line_owner(src, line);
    if (owner == 0 || !yaml_line(src, owner, &l) ||
        yaml_line_has_value(src, &l))
        return false;
    field_help_bar(j->d, src, owner);
    return true;
}

static void
help_twice(const struct job *j, const char *key)
{
    diag_help(j->d, "\"%s\" stands here already: put them together", key);
}

static bool
unknown_key(const struct job *j, const struct record *r, const struct node *map,
    const struct node *value)
{
    enum lang other = (enum lang)(LANG_COUNT - 1 - j->lang);
    const struct field *f = field_find(r, other, value->key);
    const char *likely;

    if (f != NULL) {
        diag_error(j->d, value->key_at, "I102",
            "the key \"%s\" is %s, but this file began in %s", value->key,
            diag_words(j->d, field_language[other]),
            diag_words(j->d, field_language[j->lang]));
        if (held_keys(j, r, map)[f - r->fields])
            help_twice(j, f->name[j->lang]);
        else
            text_meant(j->d, value->key, value->key_at, f->name[j->lang]);
        return false;
    }
    if (!text_plain_blanks(value->key)) /* told where it was read */
        return false;
    diag_error(j->d, value->key_at, "I101", "unknown key \"%s\"",
        text_quote(j->a, value->key));
    if (diag_many(j->d))
        return false;
    likely = likely_key(j, r, held_keys(j, r, map), value->key);
    if (likely == NULL && help_text(j, r, map, value))
        return false;
    if (likely != NULL)
        text_meant(j->d, value->key, value->key_at, likely);
    else if ((likely = likely_key(j, r, NULL, value->key)) != NULL)
        help_twice(j, likely);
    else if (r->nfields <= KEYS_SHOWN)
        diag_help(j->d, "the keys here are %s", all_keys(j->a, r, j->lang));
    else
        diag_help(j->d, "\"relatieprofiel list keys\" shows all keys");
    return false;
}

/* The first value that was typed; NULL: there is none. */
static const struct node *
first_typed(const struct node *node)
{
    const struct node *found = NULL;

    if (node->kind == NODE_SCALAR)
        return node->len > 0 ? node : NULL;
    for (const struct node *c = node->first; c != NULL && found == NULL;
         c = c->next)
        found = first_typed(c);
    return found;
}

/* A key of a template may stand empty far above what was typed: there it is
   looked for. */
static bool
report_missing(
    const struct job *j, const struct field *f, const struct node *map)
{
    const char *name = f->name[j->lang];
    const struct node *empty = map->first, *typed = first_typed(map);

    while (empty != NULL && strcmp(empty->key, name) != 0)
        empty = empty->next;
    if (empty == NULL || typed == NULL) {
        diag_error(j->d, map->at, "I103", "\"%s\" is missing here", name);
        diag_lacks(j->d, name);
        diag_help(j->d, "%s", f->help[j->lang]);
        return false;
    }
    diag_error(j->d, typed->at, "I103",
        "with this belongs \"%s\", which is still empty", name);
    diag_help(j->d, "%s: %s", name, f->help[j->lang]);
    diag_note(j->d, empty->key_at, "fill it in here");
    return false;
}

static bool
check_required(const struct job *j, const struct record *r,
    const struct node *map, const bool *given)
{
    bool ok = true;

    for (int i = 0; i < r->nfields; i++)
        if ((r->fields[i].flags & FIELD_REQUIRED) != 0 && !given[i])
            ok = report_missing(j, &r->fields[i], map);
    return ok;
}

static bool hollow_keys(const struct job *j, const struct record *r,
    const struct node *map, void *record);

/* An item of a list is no record yet: what has readers of its own gets one to
   write in, which is dropped. */
static bool
hollow_record(
    const struct job *j, const struct record *r, const struct node *node)
{
    return field_kind(j->d, r->name, node, NODE_MAP) &&
           hollow_keys(j, r, node, arena_alloc(j->a, r->size));
}

static bool
hollow_items(
    const struct job *j, const struct field *f, const struct node *list)
{
    const char *name = f->name[j->lang];
    bool ok = field_kind(j->d, name, list, NODE_LIST);

    for (const struct node *c = ok ? list->first : NULL; c; c = c->next) {
        if (!field_has_keys(c))
            continue;
        if (f->type == FIELD_RECORDS ? !hollow_record(j, f->of, c)
                                     : !field_kind(j->d, name, c, NODE_SCALAR))
            ok = false;
    }
    return ok;
}

static bool
hollow_value(const struct job *j, const struct field *f,
    const struct node *value, void *record)
{
    const char *name = f->name[j->lang];

    if (!field_has_keys(value))
        return true;
    if (f->type == FIELD_OWN)
        return j->own(j->a, j->d, j->lang, f, value, record);
    if (f->type == FIELD_RECORD)
        return field_kind(j->d, name, value, NODE_MAP) &&
               hollow_keys(j, f->of, value, (char *)record + f->offset);
    if (f->type == FIELD_RECORDS || f->type == FIELD_TEXTS ||
        f->type == FIELD_QREFS)
        return hollow_items(j, f, value);
    return field_kind(j->d, name, value, NODE_SCALAR);
}

static bool
hollow_keys(const struct job *j, const struct record *r, const struct node *map,
    void *record)
{
    bool ok = true;

    for (const struct node *c = map->first; c != NULL; c = c->next) {
        const struct field *f = field_find(r, j->lang, c->key);

        if (f == NULL ? !unknown_key(j, r, map, c)
                      : !hollow_value(j, f, c, record))
            ok = false;
    }
    return ok;
}

bool
field_hollow(struct arena *a, struct diag *d, const struct record *r,
    enum lang lang, const struct node *node, field_own *own)
{
    struct held held = {0};
    struct job j = {.a = a, .d = d, .lang = lang, .own = own, .held = &held};

    return !field_has_keys(node) || hollow_record(&j, r, node);
}

bool
field_read(struct arena *a, struct diag *d, const struct record *r,
    enum lang lang, const struct node *map, field_own *own, void *record)
{
    struct held held = {0};
    struct job j = {.a = a, .d = d, .lang = lang, .own = own, .held = &held};
    bool *given = NEW(a, bool, r->nfields), ok = true;

    for (const struct node *c = map->first; c != NULL; c = c->next) {
        const struct field *f = field_find(r, lang, c->key);

        if (f == NULL) {
            ok = unknown_key(&j, r, map, c);
        } else if (!field_given(c)) {
            if (!hollow_value(&j, f, c, record))
                ok = false;
        } else {
            given[f - r->fields] = true;
            if (!read_value(&j, f, c, record))
                ok = false;
        }
    }
    if (!map->cut && !check_required(&j, r, map, given))
        ok = false;
    return ok;
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "format/yaml.h"

#include "base/places.h"
#include "base/utf8.h"
#include "format/text.h"
#include "format/yaml_check.h"
#include "format/yaml_comment.h"
#include "format/yaml_lines.h"
#include "format/yaml_mend.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

/* libyaml's events become a tree by a stack of open lists and maps, which has
   a fixed depth.  What YAML allows and an interview never needs is refused
   where it stands; what cannot be stepped over ends the reading.  libyaml's
   places count from 0: one is added in `place` and nowhere else. */

enum { VALUES_MAX = 50000, TEXT_MAX = 64 * 1024 };

/* A list or map that is open. */
struct frame {
    struct node *node, *last;
    const char *key; /* of the value that comes next; NULL: a key comes */
    struct pos key_at;
    int children;
};

struct reader {
    struct arena *a;
    struct diag *d;
    const struct source *src;
    struct yaml *out;
    struct yaml_mended mended;
    struct frame frames[YAML_DEPTH_MAX];
    int depth, values, documents;
    struct pos scalar; /* begin of the text read last */
    const char *gap;   /* end of the event read last */
    int gap_line;      /* its line */
    struct yaml_comments comments;
    size_t index, offset; /* a code point and its byte, moving forward only */
    bool stop, cut;
    bool lost; /* the value of the key read last */
};

static struct pos
place(const struct reader *r, yaml_mark_t mark)
{
    return (struct pos){
        .src = r->src, .line = (int)mark.line + 1, .col = (int)mark.column + 1};
}

/* Reports and ends the reading: what follows could not be understood. */
static void
give_up(struct reader *r)
{
    r->stop = true;
    r->cut = true;
}

/* The bytes at a code point that is not before the one asked for last. */
static const char *
source_at(struct reader *r, size_t index)
{
    const char *p = r->mended.text + r->offset;

    for (; r->index < index && *p != '\0'; r->index++)
        utf8_next(&p);
    r->offset = (size_t)(p - r->mended.text);
    return p;
}

/* Unquoted text ends at " #": what follows is lost without a word. */
static void
check_comment(struct reader *r, const yaml_event_t *e)
{
    const char *end = source_at(r, e->end_mark.index);
    size_t blanks = strspn(end, " \t");
    struct pos at = place(r, e->end_mark);

    if (blanks == 0 || end[blanks] != '#')
        return;
    at.col += (int)blanks;
    diag_warning(r->d, at, "Y201",
        "what follows # is a comment and is not part of the text");
    diag_help(r->d, "put the text between double quotes, or move the comment "
                    "to a line of its own");
}

/* Curly quotes around a whole value are no quotes to YAML, and print. */
static void
check_curly(struct reader *r, const struct node *n)
{
    static const char *const pairs[][2] = {
        {"“", "”"}, {"„", "”"}, {"”", "”"}, {"‘", "’"}, {"’", "’"}};
    const char *inner;
    size_t open, len = n->len;

    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        open = strlen(pairs[i][0]);
        if (len <= open + 3 || strncmp(n->text, pairs[i][0], open) != 0 ||
            strcmp(n->text + len - 3, pairs[i][1]) != 0)
            continue;
        inner = strstr(n->text + open, pairs[i][1]);
        if (inner != n->text + len - 3)
            continue;
        diag_warning(r->d, n->at, "Y203",
            "this text stands between curly quotes, which will be printed");
        diag_help(r->d, "leave them out, or type straight ones: \"%.*s\"",
            (int)(len - open - 3), n->text + open);
        if (strpbrk(n->text, "\"\\") == NULL)
            text_replace(r->d, n->text, n->at,
                arena_printf(
                    r->a, "\"%.*s\"", (int)(len - open - 3), n->text + open));
        return;
    }
}

/* An escape between double quotes can make what no file may hold. */
static bool
check_escapes(struct reader *r, const yaml_event_t *e)
{
    const char *p = (const char *)e->data.scalar.value;
    const char *end = p + e->data.scalar.length;

    while (p < end) {
        uint32_t c = *p == '\0' ? 0 : utf8_next(&p);

        if (utf8_is_noncharacter(c))
            return diag_error(r->d, place(r, e->start_mark), "Y122",
                "an escape in this text makes a noncharacter (U+%04X)",
                (unsigned)c);
        if (yaml_forbidden(c))
            return diag_error(r->d, place(r, e->start_mark), "Y122",
                "an escape in this text makes a control character (U+%04X)",
                (unsigned)c);
    }
    return true;
}

static bool
check_length(struct reader *r, const yaml_event_t *e)
{
    if (e->data.scalar.length <= TEXT_MAX)
        return true;
    return diag_error(r->d, place(r, e->start_mark), "Y118",
        "this text is longer than %d bytes", (int)TEXT_MAX);
}

/* Proposes that a value that begins with a sign is a text; as it is, it counts
   as lost. */
static void
fix_sign(struct reader *r, struct pos at)
{
    struct yaml_line l;

    r->lost = true;
    if (yaml_line(r->src, at.line, &l) && places_offset(at) == l.value)
        yaml_line_fix_text(r->a, r->d, r->src, at.line);
}

static void
refuse_properties(struct reader *r, const yaml_event_t *e,
    const yaml_char_t *anchor, const yaml_char_t *tag)
{
    struct pos at = place(r, e->start_mark);

    if (anchor != NULL) {
        diag_error(r->d, at, "Y111", "an anchor (\"&%s\") is not allowed",
            (const char *)anchor);
        diag_help(r->d, "put text that begins with & between double quotes");
        fix_sign(r, at);
    }
    if (tag != NULL) {
        diag_error(r->d, at, "Y112", "a tag (\"!\") is not allowed");
        diag_help(r->d, "put text that begins with ! between double quotes");
        fix_sign(r, at);
    }
}

/* Puts a value where it belongs: in the open list or map, or at the root.
   False where the limit of values is reached. */
static bool
add_node(struct reader *r, struct node *n)
{
    struct frame *f = r->depth == 0 ? NULL : &r->frames[r->depth - 1];

    if (++r->values > VALUES_MAX) {
        give_up(r);
        return diag_error(r->d, n->at, "Y117",
            "more than %d values in one file", (int)VALUES_MAX);
    }
    if (f == NULL) {
        r->out->root = n;
        return true;
    }
    n->key = f->key;
    n->key_at = f->key_at;
    f->key = NULL;
    if (f->last == NULL)
        f->node->first = n;
    else
        f->last->next = n;
    f->last = n;
    f->children++;
    return true;
}

/* Whether what comes now is the key of an open map. */
static struct frame *
expects_key(struct reader *r)
{
    struct frame *f = r->depth == 0 ? NULL : &r->frames[r->depth - 1];

    return f != NULL && f->node->kind == NODE_MAP && f->key == NULL ? f : NULL;
}

/* The text of a scalar event in NFC; "" where it is refused. */
static const char *
scalar_text(struct reader *r, const yaml_event_t *e)
{
    const char *s = (const char *)e->data.scalar.value;
    size_t len = e->data.scalar.length;

    if (!check_length(r, e) || !check_escapes(r, e)) {
        r->lost = true;
        return "";
    }
    while (len > 0 && s[len - 1] == '\n')
        len--;
    return utf8_nfc(r->a, arena_strndup(r->a, s, len));
}

/* YAML's ways to write that there is nothing, where no quotes make a text of
   them. */
static bool
is_null(const char *s)
{
    static const char *const nulls[] = {"~", "null", "Null", "NULL"};

    for (size_t i = 0; i < sizeof nulls / sizeof *nulls; i++)
        if (strcmp(s, nulls[i]) == 0)
            return true;
    return false;
}

/* "{score:6}" is a key "score:6" without a value to YAML: what was typed would
   count as not given.  The key that was meant goes on alone. */
static void
check_colon(struct reader *r, struct frame *f)
{
    const char *colon = strchr(f->key, ':'), *value;
    size_t from;

    if (colon == NULL)
        return;
    value = colon + strspn(colon, ":");
    from = places_offset(f->key_at) + (size_t)(colon - f->key);
    diag_error(r->d, f->key_at, "Y124", "no blank behind the colon of \"%s\"",
        text_quote(r->a, f->key));
    if (colon[1] == ':' || colon[1] == '\0')
        diag_help(r->d, "one colon, a blank and then the value");
    else
        diag_help(r->d, "write \"%.*s: %s\"", (int)(colon - f->key), f->key,
            text_quote(r->a, colon + 1));
    if (strncmp(r->src->text + from, colon, strlen(colon)) == 0)
        diag_fix(r->d, from, from + (size_t)(value - colon),
            *value == '\0' ? "" : ": ");
    f->key = arena_strndup(r->a, f->key, (size_t)(colon - f->key));
    r->lost = *value != '\0';
}

/* A key that holds what looks like a blank was indented or begun with it. */
static bool
check_key_blanks(struct reader *r, const struct frame *f)
{
    struct pos at = f->key_at;

    for (const char *p = f->key; *p != '\0'; at.col++) {
        uint32_t c = utf8_next(&p);

        if (c <= ' ' || !text_odd_blank(c))
            continue;
        diag_error(r->d, at, "Y125", "this is not an ordinary blank (U+%04X)",
            (unsigned)c);
        diag_help(r->d, "delete it and type the blank again");
        yaml_line_fix_odd(r->a, r->d, r->src, at.line);
        return false;
    }
    return true;
}

static void
add_key(struct reader *r, struct frame *f, const yaml_event_t *e)
{
    f->key = scalar_text(r, e);
    f->key_at = place(r, e->start_mark);
    if (e->data.scalar.style != YAML_PLAIN_SCALAR_STYLE)
        return;
    if (check_key_blanks(r, f))
        check_colon(r, f);
    if (strcmp(f->key, "<<") == 0) {
        diag_error(
            r->d, f->key_at, "Y113", "the key << (merge) is not allowed");
        give_up(r);
    }
}

/* Whether an empty value stands where one was left out. */
static bool
is_left_out(const struct reader *r, const yaml_event_t *e)
{
    int line = (int)e->start_mark.line + 1;

    return !r->mended.whole && line <= r->mended.lines &&
           r->mended.hole[line] != HOLE_NONE;
}

static void
add_scalar(struct reader *r, const yaml_event_t *e)
{
    struct frame *key = expects_key(r);
    bool plain = e->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
    const char *text;
    struct node *n;

    refuse_properties(r, e, e->data.scalar.anchor, e->data.scalar.tag);
    if (key != NULL) {
        add_key(r, key, e);
        return;
    }
    r->scalar = place(r, e->start_mark);
    n = NEW(r->a, struct node, 1);
    n->kind = NODE_SCALAR;
    n->at = r->scalar;
    text = scalar_text(r, e);
    n->text = text_blank(text) || (plain && is_null(text)) ? "" : text;
    n->len = strlen(n->text);
    n->quoted = !plain;
    n->cut = r->lost || (plain && n->len == 0 && is_left_out(r, e));
    r->lost = false;
    if (!add_node(r, n))
        return;
    if (plain && n->len > 0) {
        check_comment(r, e);
        check_curly(r, n);
    }
    text_check(r->d, 'I', &(struct text){.s = text, .at = n->at});
}

static void
open_node(struct reader *r, const yaml_event_t *e, enum node_kind kind,
    const yaml_char_t *anchor, const yaml_char_t *tag)
{
    struct node *n;

    refuse_properties(r, e, anchor, tag);
    if (expects_key(r) != NULL) {
        diag_error(r->d, place(r, e->start_mark), "Y114",
            "a key must be a word, not a group or a list");
        diag_help(
            r->d, "text that begins with [ or { goes between double quotes");
        give_up(r);
        return;
    }
    if (r->depth == YAML_DEPTH_MAX) {
        diag_error(r->d, place(r, e->start_mark), "Y116",
            "groups and lists lie more than %d deep", (int)YAML_DEPTH_MAX);
        give_up(r);
        return;
    }
    n = NEW(r->a, struct node, 1);
    n->kind = kind;
    n->at = place(r, e->start_mark);
    n->at.whole = true;
    if (add_node(r, n))
        r->frames[r->depth++] = (struct frame){.node = n};
}

/* By key, and of equal keys the first in the file first. */
static int
compare_keys(const void *one, const void *two)
{
    const struct node *p = *(const struct node *const *)one;
    const struct node *q = *(const struct node *const *)two;
    int order = strcmp(p->key, q->key);

    if (order != 0)
        return order;
    if (p->key_at.line != q->key_at.line)
        return p->key_at.line - q->key_at.line;
    return p->key_at.col - q->key_at.col;
}

/* Takes the nodes whose key was cleared out of a map. */
static void
drop_keyless(struct node *map)
{
    struct node **link = &map->first;

    while (*link != NULL) {
        if ((*link)->key == NULL)
            *link = (*link)->next;
        else
            link = &(*link)->next;
    }
}

/* Of equal keys the first stays in the tree: readers meet each key once. */
static void
check_duplicates(struct reader *r, const struct frame *f)
{
    struct node **v, *first;
    int n = 0;

    if (f->node->kind != NODE_MAP || f->children < 2)
        return;
    v = NEW(r->a, struct node *, f->children);
    for (struct node *c = f->node->first; c != NULL; c = c->next)
        v[n++] = c;
    qsort(v, (size_t)n, sizeof *v, compare_keys);
    first = v[0];
    for (int i = 1; i < n; i++) {
        if (strcmp(v[i]->key, first->key) != 0) {
            first = v[i];
            continue;
        }
        diag_error(r->d, v[i]->key_at, "Y119",
            "the key \"%s\" stands here once more",
            text_quote(r->a, v[i]->key));
        diag_help(r->d, "keep one of the two; of a list, put both below it");
        diag_note(r->d, first->key_at, "first here");
        v[i]->key = NULL;
    }
    drop_keyless(f->node);
}

static void
close_node(struct reader *r, int last)
{
    struct frame *f = &r->frames[--r->depth];

    if (yaml_mended_in(&r->mended, f->node->at.line, last))
        f->node->cut = true;
    check_duplicates(r, f);
}

static void
refuse_alias(struct reader *r, const yaml_event_t *e)
{
    struct node *n;

    diag_error(r->d, place(r, e->start_mark), "Y111",
        "an alias (\"*%s\") is not allowed",
        (const char *)e->data.alias.anchor);
    diag_help(r->d, "put text that begins with * between double quotes");
    fix_sign(r, place(r, e->start_mark));
    if (expects_key(r) != NULL) {
        give_up(r);
        return;
    }
    n = NEW(r->a, struct node, 1);
    n->kind = NODE_SCALAR;
    n->at = place(r, e->start_mark);
    n->text = "";
    n->cut = true;
    r->lost = false;
    add_node(r, n);
}

static void
begin_document(struct reader *r, const yaml_event_t *e)
{
    if (++r->documents == 1)
        return;
    diag_error(
        r->d, place(r, e->start_mark), "Y115", "a second document begins here");
    diag_help(r->d, "one file holds one interview: nothing but comments may "
                    "follow \"...\", and no \"---\" stands in between");
    give_up(r);
}

/* Between events stand blanks, signs and comments; a comment may also stand
   behind the sign of a block. */
static void
find_comments(struct reader *r, const yaml_event_t *e)
{
    const char *end = source_at(r, e->start_mark.index);
    bool block = e->type == YAML_SCALAR_EVENT &&
                 (e->data.scalar.style == YAML_LITERAL_SCALAR_STYLE ||
                     e->data.scalar.style == YAML_FOLDED_SCALAR_STYLE);

    if (block)
        end += strcspn(end, "\n");
    yaml_comment_find(&r->comments, r->gap, end, r->gap_line);
    end = source_at(r, e->end_mark.index);
    if (end < r->gap)
        return;
    r->gap = end;
    r->gap_line = (int)e->end_mark.line + 1;
}

static void
take_event(struct reader *r, const yaml_event_t *e)
{
    switch (e->type) {
    case YAML_NO_EVENT:
    case YAML_STREAM_START_EVENT:
        break;
    case YAML_STREAM_END_EVENT:
        r->stop = true;
        break;
    case YAML_DOCUMENT_START_EVENT:
        begin_document(r, e);
        break;
    case YAML_DOCUMENT_END_EVENT:
        r->out->ended = !e->data.document_end.implicit;
        break;
    case YAML_ALIAS_EVENT:
        refuse_alias(r, e);
        break;
    case YAML_SCALAR_EVENT:
        add_scalar(r, e);
        break;
    case YAML_SEQUENCE_START_EVENT:
        open_node(r, e, NODE_LIST, e->data.sequence_start.anchor,
            e->data.sequence_start.tag);
        break;
    case YAML_MAPPING_START_EVENT:
        open_node(r, e, NODE_MAP, e->data.mapping_start.anchor,
            e->data.mapping_start.tag);
        break;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        close_node(r, (int)e->end_mark.line + 1);
        break;
    }
}

/* What was open when the reading ended is marked as cut off. */
static void
close_cut(struct reader *r)
{
    for (; r->depth > 0; close_node(r, 0))
        r->frames[r->depth - 1].node->cut = true;
}

/* The events that yaml_mend read already. */
static void
read_mended(struct reader *r)
{
    for (int i = 0; i < r->mended.nevents && !r->stop; i++) {
        find_comments(r, &r->mended.events[i]);
        take_event(r, &r->mended.events[i]);
    }
    yaml_mended_free(&r->mended);
}

/* Reads them here: up to where yaml_mend found no more to leave out. */
static void
read_events(struct reader *r)
{
    yaml_parser_t parser;

    if (!yaml_parser_initialize(&parser))
        arena_alloc(r->a, SIZE_MAX); /* out of memory: says so and exits */
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser,
        (const unsigned char *)r->mended.text + r->offset,
        r->src->len - r->offset);
    while (!r->stop) {
        yaml_event_t e;

        if (!yaml_parser_parse(&parser, &e)) {
            give_up(r);
            break;
        }
        find_comments(r, &e);
        take_event(r, &e);
        yaml_event_delete(&e);
    }
    yaml_parser_delete(&parser);
}

/* The end of the last line that holds anything. */
static struct pos
source_end(const struct source *src)
{
    size_t len = src->len;

    while (len > 0 && strchr(" \t\r\n", src->text[len - 1]) != NULL)
        len--;
    return diag_pos(src, len);
}

/* Whether the last line has no end, or ends where a value is due. */
static bool
is_unfinished(const struct source *src)
{
    struct yaml_line l;
    int line = source_end(src).line;

    if (src->len == 0 || src->text[src->len - 1] != '\n')
        return true;
    return yaml_line(src, line, &l) && yaml_line_has_key(&l) &&
           (l.value == l.end || yaml_line_is_block(src, &l));
}

static void
help_end(struct diag *d, const struct source *src)
{
    bool whole = src->len > 0 && src->text[src->len - 1] == '\n';

    diag_help(d, "if nothing is lost, write ... on a line of its own at the "
                 "end");
    diag_fix(d, src->len, src->len, whole ? "...\n" : "\n...\n");
}

/* What the file as a whole lacks, where its syntax is right. */
static void
check_whole(struct reader *r)
{
    const struct node *root = r->out->root;

    if (root == NULL || (root->kind == NODE_SCALAR && root->len == 0)) {
        diag_error(
            r->d, (struct pos){.src = r->src}, "Y120", "the file is empty");
    } else if (!r->out->ended) {
        r->out->cut_off = is_unfinished(r->src);
        if (r->out->cut_off)
            return; /* for who knows whether it is read all the same */
        diag_warning(r->d, r->out->end, "Y202",
            "the closing \"...\" is missing: the file may be cut off");
        help_end(r->d, r->src);
    }
}

void
yaml_say_cut(struct diag *d, struct pos end, bool refused)
{
    if (refused)
        diag_error(d, end, "Y131",
            "the file ends in the middle of a line or of a record, without "
            "\"...\": a part of it is probably lost");
    else
        diag_warning(d, end, "Y202",
            "the file ends in the middle of a line or of a record, without "
            "\"...\": a part of it is probably lost");
    help_end(d, end.src);
    if (refused)
        diag_help(d,
            "if nothing is lost, write ... on a line of its own at the "
            "end; with --force it is read as it is");
}

bool
yaml_parse(
    struct arena *a, struct diag *d, const struct source *src, struct yaml *out)
{
    struct reader *r = NEW(a, struct reader, 1);
    int before = diag_errors(d, src);

    *out = (struct yaml){.end = source_end(src)};
    if (!yaml_check(d, src))
        return false;
    *r = (struct reader){.a = a, .d = d, .src = src, .out = out};
    yaml_mend(a, d, src, &r->mended);
    r->comments = (struct yaml_comments){
        .a = a, .src = src, .text = r->mended.text, .out = out};
    if (src->len >= 3 && memcmp(src->text, "\xef\xbb\xbf", 3) == 0)
        r->offset = 3;
    r->gap = r->mended.text + r->offset;
    r->gap_line = 1;
    if (r->mended.events != NULL)
        read_mended(r);
    else
        read_events(r);
    close_cut(r);
    yaml_comment_attach(out);
    if (!r->cut)
        check_whole(r);
    return diag_errors(d, src) == before;
}

const char *
yaml_library(void)
{
    return yaml_get_version_string();
}

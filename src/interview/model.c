/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "interview/model.h"

#include "interview/fields.h"

#include <string.h>

/* The key that says that a file is an interview, of whichever language; it
   need not be the first. */
static const struct node *
find_format(const struct node *root, enum lang *lang)
{
    if (root == NULL || root->kind != NODE_MAP)
        return NULL;
    for (const struct node *c = root->first; c != NULL; c = c->next)
        for (int i = 0; i < LANG_COUNT; i++)
            if (strcmp(c->key, interview_record.fields[0].name[i]) == 0) {
                *lang = (enum lang)i;
                return c;
            }
    return NULL;
}

bool
model_language(const struct node *root, enum lang *lang)
{
    return find_format(root, lang) != NULL;
}

/* What YAML itself refuses is missing in the tree, or a part of it is. */
static bool
is_whole(const struct diag *d, const struct source *src)
{
    for (const struct message *m = diag_first(d); m != NULL; m = m->next)
        if (m->severity == SEVERITY_ERROR && m->at.src == src &&
            m->code[0] == 'Y')
            return false;
    return true;
}

bool
model_read(struct arena *a, struct diag *d, const struct source *src,
    struct model *out)
{
    const struct node *format;

    yaml_parse(a, d, src, &out->yaml);
    if (out->yaml.cut_off)
        yaml_say_cut(d, out->yaml.end, false);
    if (!is_whole(d, src))
        return false;
    format = find_format(out->yaml.root, &out->lang);
    if (format == NULL) {
        diag_error(d, out->yaml.root->at, "I107", "this is no interview");
        diag_help(d, "begin with \"formaat: %s\" or \"format: %s\"",
            interview_format, interview_format);
        return false;
    }
    if (format->kind == NODE_SCALAR &&
        strcmp(format->text, interview_format) == 0)
        return true;
    diag_error(d, format->at, "I108", "this is not \"%s\"", interview_format);
    diag_help(d, "this program reads version 1");
    return false;
}

/* Goes as deep as yaml_parse allows. */
void
model_json(const struct node *n, struct buf *out)
{
    bool map = n->kind == NODE_MAP;

    if (n->kind == NODE_SCALAR) {
        buf_json(out, n->text);
        return;
    }
    buf_putc(out, map ? '{' : '[');
    for (const struct node *c = n->first; c != NULL; c = c->next) {
        if (c != n->first)
            buf_putc(out, ',');
        if (map) {
            buf_json(out, c->key);
            buf_putc(out, ':');
        }
        model_json(c, out);
    }
    buf_putc(out, map ? '}' : ']');
}

/* Places --------------------------------------------------------------- */

enum { PLACES_FIRST = 64 };

struct place {
    const struct node *node;
    int parent; /* -1: the root */
    int index;  /* among its siblings */
};

struct model_places {
    struct place *v;
    int n, cap;
};

static void
add_places(struct arena *a, struct model_places *p, const struct node *n,
    int parent, int index)
{
    int me = p->n, k = 0;

    GROW(a, p->v, p->n, p->cap, PLACES_FIRST);
    p->v[p->n++] = (struct place){n, parent, index};
    if (n->kind == NODE_SCALAR)
        return;
    for (const struct node *c = n->first; c != NULL; c = c->next)
        add_places(a, p, c, me, k++);
}

struct model_places *
model_places(struct arena *a, const struct node *root)
{
    struct model_places *p = NEW(a, struct model_places, 1);

    add_places(a, p, root, -1, 0);
    return p;
}

/* Whether a node begins at `at` or before it. */
static bool
begins_by(const struct node *n, struct pos at)
{
    struct pos begin = n->key != NULL ? n->key_at : n->at;

    return begin.line < at.line ||
           (begin.line == at.line && begin.col <= at.col);
}

/* The last node that begins by then: in file order a later one is deeper, or
   behind. */
static int
find_place(const struct model_places *p, struct pos at)
{
    int low = 0, high = p->n;

    while (high - low > 1) {
        int mid = low + (high - low) / 2;

        if (begins_by(p->v[mid].node, at))
            low = mid;
        else
            high = mid;
    }
    while (at.whole && low > 0 &&
           (p->v[low].node->kind == NODE_SCALAR ||
               p->v[low].node->at.line != at.line ||
               p->v[low].node->at.col != at.col))
        low = p->v[low].parent;
    return low;
}

/* Goes as deep as yaml_parse allows. */
static void
put_path(const struct model_places *p, int i, struct buf *out)
{
    const struct place *place = &p->v[i];

    if (place->parent < 0)
        return;
    put_path(p, place->parent, out);
    if (out->p[out->len - 1] != '[')
        buf_putc(out, ',');
    if (place->node->key != NULL)
        buf_json(out, place->node->key);
    else
        buf_printf(out, "%d", place->index);
}

void
model_path(const struct model_places *p, struct pos at, const char *lacks,
    struct buf *out)
{
    buf_putc(out, '[');
    put_path(p, find_place(p, at), out);
    if (lacks != NULL) {
        if (out->p[out->len - 1] != '[')
            buf_putc(out, ',');
        buf_json(out, lacks);
    }
    buf_putc(out, ']');
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "tests/unit/trees.h"

#include <string.h>

/* Goes as deep as yaml_parse allows. */
static bool
is_empty(const struct node *n)
{
    if (n == NULL)
        return true;
    if (n->kind == NODE_SCALAR)
        return n->len == 0;
    if (n->kind == NODE_LIST && n->first == NULL)
        return false; /* says "none" */
    for (const struct node *c = n->first; c != NULL; c = c->next)
        if (!is_empty(c))
            return false;
    return true;
}

static const struct node *
skip_empty(const struct node *c)
{
    while (c != NULL && is_empty(c))
        c = c->next;
    return c;
}

static bool
same_lists(const struct node *one, const struct node *two)
{
    const struct node *p = skip_empty(one->first), *q = skip_empty(two->first);

    while (p != NULL && q != NULL) {
        if (!trees_same(p, q))
            return false;
        p = skip_empty(p->next);
        q = skip_empty(q->next);
    }
    return p == NULL && q == NULL;
}

/* Whether all of one map is in the other. */
static bool
lies_in(const struct node *one, const struct node *two)
{
    const struct node *next = two->first; /* where it is, in the same order */

    for (const struct node *c = one->first; c != NULL; c = c->next) {
        const struct node *other = next;

        if (is_empty(c))
            continue;
        if (other == NULL || strcmp(other->key, c->key) != 0)
            for (other = two->first;
                 other != NULL && strcmp(other->key, c->key) != 0;)
                other = other->next;
        if (other == NULL || !trees_same(c, other))
            return false;
        next = other->next;
    }
    return true;
}

bool
trees_same(const struct node *one, const struct node *two)
{
    if (is_empty(one) || is_empty(two))
        return is_empty(one) && is_empty(two);
    if (one->kind != two->kind)
        return false;
    switch (one->kind) {
    case NODE_SCALAR:
        return strcmp(one->text, two->text) == 0;
    case NODE_LIST:
        return same_lists(one, two);
    case NODE_MAP:
        return lies_in(one, two) && lies_in(two, one);
    }
    return false;
}

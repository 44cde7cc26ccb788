/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "format/yaml_comment.h"

#include "base/utf8.h"

#include <string.h>

enum { COMMENTS_FIRST = 16 };

static void
add_comment(struct yaml_comments *c, const char *p, int line)
{
    const char *begin = p;
    struct yaml *out = c->out;
    struct comment *added;
    size_t len = strcspn(p, "\r\n");

    while (begin > c->text && begin[-1] != '\n')
        begin--;
    if (begin == c->text && strncmp(begin, "\xef\xbb\xbf", 3) == 0)
        begin += 3;
    while (len > 0 && strchr(" \t", p[len - 1]) != NULL)
        len--;
    GROW(c->a, out->comments, out->ncomments, c->cap, COMMENTS_FIRST);
    added = &out->comments[out->ncomments++];
    *added = (struct comment){
        .at = {.src = c->src,
            .line = line,
            .col = 1 + (int)utf8_count(begin, (size_t)(p - begin))},
        .behind = strspn(begin, " \t") < (size_t)(p - begin) &&
                  strncmp(begin, "...", 3) != 0,
        .text = arena_strndup(c->a, p, len)};
}

void
yaml_comment_find(
    struct yaml_comments *c, const char *from, const char *end, int line)
{
    for (const char *p = from; p < end; p++) {
        if (*p == '\n') {
            line++;
        } else if (*p == '#') {
            add_comment(c, p, line);
            p += strcspn(p, "\n") - 1;
        }
    }
}

/* Whether the next comment stands before a node. */
static bool
stands_before(const struct yaml *y, int next, const struct node *n)
{
    struct pos begin = n->key != NULL ? n->key_at : n->at;
    struct pos at;

    if (next == y->ncomments)
        return false;
    at = y->comments[next].at;
    return at.line < begin.line ||
           (at.line == begin.line && at.col < begin.col);
}

/* Goes as deep as yaml_parse allows.  `last` is the node before. */
static void
attach(struct yaml *y, struct node *n, struct node **last, int *next)
{
    while (*last != NULL && stands_before(y, *next, n) &&
           y->comments[*next].behind) {
        (*last)->ncomments++;
        (*next)++;
    }
    n->comment = *next;
    while (stands_before(y, *next, n))
        (*next)++;
    n->ncomments = *next - n->comment;
    *last = n;
    if (n->kind == NODE_SCALAR)
        return;
    for (struct node *c = n->first; c != NULL; c = c->next)
        attach(y, c, last, next);
}

void
yaml_comment_attach(struct yaml *y)
{
    struct node *last = NULL;
    int next = 0;

    if (y->root == NULL)
        return;
    attach(y, y->root, &last, &next);
    for (; next < y->ncomments && y->comments[next].behind; next++)
        last->ncomments++;
    y->tail = next;
}

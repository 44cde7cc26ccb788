/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "format/yaml_lines.h"

/* Forward with two stacks of keys, the columns of which rise: those that may
   own what follows, and those whose value has not ended yet.  Then backward for
   what comes next. */

struct seen {
    int line, column;
};

struct stack {
    struct seen *v;
    int n;
};

struct outliner {
    struct yaml_outline out;
    struct stack owners, open;
    int shown; /* the line before that shows something */
};

static bool
is_comment(const struct source *src, const struct yaml_line *l)
{
    return !yaml_line_empty(l) && src->text[l->text] == '#';
}

/* The nearest key that stands left of a column; 0: none. */
static int
owner_left_of(const struct stack *s, int column)
{
    int low = 0, high = s->n;

    while (low < high) {
        int mid = (low + high) / 2;

        if (s->v[mid].column < column)
            low = mid + 1;
        else
            high = mid;
    }
    return low == 0 ? 0 : s->v[low - 1].line;
}

/* Ends the values of keys that do not stand left of a column. */
static void
close_keys(struct outliner *o, int column)
{
    struct stack *s = &o->open;

    while (s->n > 0 && s->v[s->n - 1].column >= column) {
        int line = s->v[--s->n].line;

        o->out.last[line] = o->shown > line ? o->shown : line;
    }
}

/* A key hides those before it that do not stand further to the left. */
static void
add_key(struct outliner *o, int line, int column)
{
    struct stack *s = &o->owners;

    while (s->n > 0 && s->v[s->n - 1].column >= column)
        s->n--;
    s->v[s->n++] = (struct seen){line, column};
    o->open.v[o->open.n++] = (struct seen){line, column};
}

static void
add_line(struct outliner *o, int line, const struct yaml_line *l)
{
    o->out.owner[line] = owner_left_of(&o->owners, l->indent);
    o->out.last[line] = line;
    o->out.inner[line] = yaml_line_empty(l) ? -1 : l->indent;
    o->out.leads[line] = is_comment(o->out.src, l) ? -1 : o->out.inner[line];
    if (yaml_line_empty(l))
        return;
    close_keys(o, l->indent);
    o->shown = line;
    if (yaml_line_has_key(l) && !is_comment(o->out.src, l))
        add_key(o, line, l->column);
}

/* So far each line holds its own blanks: it gets those of what comes next. */
static void
look_ahead(struct yaml_outline *out)
{
    int inner = 0, leads = -1;

    for (int line = out->n; line > 0; line--) {
        int own_inner = out->inner[line], own_leads = out->leads[line];

        out->inner[line] = inner;
        out->leads[line] = leads;
        if (own_inner >= 0)
            inner = own_inner;
        if (own_leads >= 0)
            leads = own_leads;
    }
}

struct yaml_outline
yaml_outline(struct arena *a, const struct source *src)
{
    int most = yaml_line_count(src) + 1;
    struct outliner o = {.out = {.src = src,
                             .owner = NEW(a, int, most),
                             .last = NEW(a, int, most),
                             .inner = NEW(a, int, most),
                             .leads = NEW(a, int, most)},
        .owners = {.v = NEW(a, struct seen, most)},
        .open = {.v = NEW(a, struct seen, most)}};
    struct yaml_line l;

    if (yaml_line(src, 1, &l))
        do
            add_line(&o, ++o.out.n, &l);
        while (yaml_line_next(src, &l));
    close_keys(&o, 0);
    look_ahead(&o.out);
    return o.out;
}

int
yaml_outline_text_above(const struct yaml_outline *o, int line)
{
    struct yaml_line l;
    int owner = line - 1;

    if (!yaml_line(o->src, owner, &l) || yaml_line_empty(&l))
        return 0;
    do
        owner = o->owner[owner];
    while (owner > 0 && yaml_line(o->src, owner, &l) &&
           !yaml_line_is_block(o->src, &l));
    return owner == 0 || o->last[owner] < line - 1 ? 0 : o->inner[owner];
}

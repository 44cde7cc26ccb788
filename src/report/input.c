/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/input.h"

#include "report/section.h"

#include <string.h>

/* What a place to write on is called.  Sections name what the interview has a
   key for; the rest is named here, after its kind of section. */

void
section_ask(struct section *s, struct block *lines, enum input_kind kind,
    const char *name, const char *label)
{
    struct input *is;

    if (!s->doc->fillable || lines == NULL)
        return;
    is = NEW(s->a, struct input, 1);
    if (kind == INPUT_DATE)
        label = say_with(s->a, SAY_INPUT_DATE, s->lang, &label);
    *is = (struct input){.kind = kind, .name = name, .label = label};
    lines->as.lines.input = is;
}

void
section_ask_again(struct block *lines, const struct block *first)
{
    lines->as.lines.input = first->as.lines.input;
}

void
section_ask_at(struct section *s, struct block *fig, const struct input *input,
    mpt x, mpt y, mpt w, mpt h)
{
    struct input *is;

    if (!s->doc->fillable)
        return;
    is = NEW(s->a, struct input, 1);
    *is = *input;
    block_shape(s->a, fig,
        (struct shape){.kind = SHAPE_INPUT,
            .x = x,
            .y = y,
            .w = w,
            .h = h,
            .fill = COLOR_NONE,
            .stroke = COLOR_NONE,
            .input = is});
}

const char *
section_label(struct section *s, const char *of, const char *what)
{
    return arena_printf(s->a, "%s: %s", of, what);
}

/* ---- the whole document ---- */

struct naming {
    struct arena *a;
    const struct doc *doc;
    const char *kind, *heading, *text; /* where the walk is */
    struct input **v;                  /* so far */
    int n, cap;
};

/* A text; a page that it names is not known yet. */
static const char *
plain_text(struct arena *a, const struct block *b)
{
    struct buf out = buf_new(a);

    for (int i = 0; i < b->as.text.n; i++) {
        const struct run *r = &b->as.text.runs[i];

        if (r->kind == RUN_CHIP && out.len > 0 && out.p[out.len - 1] != ' ')
            buf_putc(&out, ' ');
        if (r->kind == RUN_CHIP || r->kind == RUN_TEXT)
            buf_add(&out, r->text, r->len);
        else
            buf_puts(&out, "…");
    }
    return out.len > 0 ? out.p : NULL;
}

static int
count_named(const struct naming *in, const char *kind)
{
    size_t len = strlen(kind);
    int n = 0;

    for (int i = 0; i < in->n; i++) {
        const char *name = in->v[i]->name;

        n += strncmp(name, "room.", 5) == 0 &&
             strncmp(name + 5, kind, len) == 0 && name[5 + len] == '.' &&
             strchr(name + 6 + len, '.') == NULL;
    }
    return n;
}

static const char *
label_here(const struct naming *in)
{
    if (in->text == NULL)
        return in->heading != NULL ? in->heading : in->doc->room_alt;
    if (in->heading == NULL || strcmp(in->heading, in->text) == 0)
        return in->text;
    return arena_printf(in->a, "%s: %s", in->heading, in->text);
}

static int
count_labelled(const struct naming *in, const char *label)
{
    int n = 0;

    for (int i = 0; i < in->n; i++) {
        size_t len = strlen(label);
        const char *other = in->v[i]->label;

        n += strncmp(other, label, len) == 0 &&
             (other[len] == '\0' || strncmp(other + len, " (", 2) == 0);
    }
    return n;
}

static bool
is_named(const struct naming *in, const struct input *is)
{
    for (int i = 0; i < in->n; i++)
        if (in->v[i] == is ||
            (is->name != NULL && strcmp(in->v[i]->name, is->name) == 0 &&
                in->v[i]->choice == NULL))
            return true;
    return false;
}

/* A place whose name was met before is the same field once more. */
static void
name_input(struct naming *in, struct input *is)
{
    int like;

    if (is_named(in, is))
        return;
    if (is->name == NULL)
        is->name = arena_printf(
            in->a, "room.%s.%d", in->kind, count_named(in, in->kind) + 1);
    if (is->label == NULL)
        is->label = label_here(in);
    like = count_labelled(in, is->label);
    if (like > 0)
        is->label = arena_printf(in->a, "%s (%d)", is->label, like + 1);
    GROW(in->a, in->v, in->n, in->cap, 64);
    in->v[in->n++] = is;
}

/* Inputs are const to all but this. */
static struct input *
writable(const struct input *is)
{
    return (struct input *)(uintptr_t)is;
}

static void
name_lines(struct naming *in, struct block *b)
{
    if (b->as.lines.input == NULL)
        b->as.lines.input = NEW(in->a, struct input, 1);
    name_input(in, writable(b->as.lines.input));
}

static void
name_figure(struct naming *in, const struct block *b)
{
    for (int i = 0; i < b->as.figure.n; i++)
        if (b->as.figure.v[i].input != NULL)
            name_input(in, writable(b->as.figure.v[i].input));
}

static void
read_text(struct naming *in, const struct block *b)
{
    const char *text = plain_text(in->a, b);
    bool heading =
        b->role == ROLE_H1 || b->role == ROLE_H2 || b->role == ROLE_H3;

    if (text == NULL)
        return;
    if (heading)
        in->heading = text;
    in->text = text;
}

void
inputs_complete(struct arena *a, struct doc *doc)
{
    struct naming in = {.a = a, .doc = doc, .kind = "page"};

    for (struct block *b = doc->root; doc->fillable && b != NULL;
         b = (struct block *)(uintptr_t)block_after(b, doc->root)) {
        if (b->parent == doc->root) {
            in.heading = in.text = NULL;
            if (b->section != NULL)
                in.kind = b->section;
        }
        if (b->kind == BLOCK_TEXT)
            read_text(&in, b);
        else if (b->kind == BLOCK_LINES)
            name_lines(&in, b);
        else if (b->kind == BLOCK_FIGURE)
            name_figure(&in, b);
    }
}

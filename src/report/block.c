/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/block.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

const char *const role_name[ROLE_COUNT] = {
    [ROLE_NONE] = "",
    [ROLE_DOCUMENT] = "Document",
    [ROLE_PART] = "Part",
    [ROLE_SECT] = "Sect",
    [ROLE_H1] = "H1",
    [ROLE_H2] = "H2",
    [ROLE_H3] = "H3",
    [ROLE_P] = "P",
    [ROLE_L] = "L",
    [ROLE_LI] = "LI",
    [ROLE_LBL] = "Lbl",
    [ROLE_LBODY] = "LBody",
    [ROLE_TABLE] = "Table",
    [ROLE_TR] = "TR",
    [ROLE_TH_COLUMN] = "TH",
    [ROLE_TH_ROW] = "TH",
    [ROLE_TD] = "TD",
    [ROLE_FIGURE] = "Figure",
    [ROLE_BLOCKQUOTE] = "BlockQuote",
    [ROLE_NOTE] = "Note",
    [ROLE_LINK] = "Link",
    [ROLE_FORM] = "Form",
};

struct block *
block_add(struct arena *a, struct block *parent, enum block_kind kind)
{
    struct block *b = NEW(a, struct block, 1);

    b->kind = kind;
    b->parent = parent;
    if (kind == BLOCK_TEXT || kind == BLOCK_WORDS)
        b->as.text.ink = COLOR_NONE;
    if (parent == NULL)
        return b;
    if (parent->last != NULL)
        parent->last->next = b;
    else
        parent->first = b;
    parent->last = b;
    return b;
}

struct block *
block_text(struct arena *a, struct block *parent, enum role role,
    enum style style, const char *s)
{
    struct block *b = block_add(a, parent, BLOCK_TEXT);

    b->role = role;
    b->as.text.style = style;
    if (s != NULL && *s != '\0')
        block_run(a, b, RUN_TEXT, false, s, strlen(s));
    return b;
}

void
block_run(struct arena *a, struct block *b, enum run_kind kind, bool strong,
    const char *s, size_t len)
{
    assert(b->kind == BLOCK_TEXT || b->kind == BLOCK_WORDS);
    GROW(a, b->as.text.runs, b->as.text.n, b->as.text.cap, 4);
    b->as.text.runs[b->as.text.n++] =
        (struct run){.kind = kind, .strong = strong, .text = s, .len = len};
}

struct block *
block_rule(struct arena *a, struct block *parent, mpt weight, enum color color)
{
    struct block *b = block_add(a, parent, BLOCK_RULE);

    b->as.rule.weight = weight;
    b->as.rule.color = color;
    b->artifact = true;
    return b;
}

struct block *
block_lines(
    struct arena *a, struct block *parent, int n, mpt pitch, const char *alt)
{
    struct block *b = block_add(a, parent, BLOCK_LINES);

    b->as.lines.n = b->as.lines.least = n;
    b->as.lines.pitch = pitch;
    b->role = ROLE_FIGURE;
    b->alt = alt;
    return b;
}

struct block *
block_figure(struct arena *a, struct block *parent, mpt h, const char *alt)
{
    struct block *b = block_add(a, parent, BLOCK_FIGURE);

    b->as.figure.h = h;
    b->alt = alt;
    b->role = alt != NULL ? ROLE_FIGURE : ROLE_NONE;
    b->artifact = alt == NULL;
    return b;
}

void
block_shape(struct arena *a, struct block *b, struct shape shape)
{
    assert(b->kind == BLOCK_FIGURE);
    GROW(a, b->as.figure.v, b->as.figure.n, b->as.figure.cap, 4);
    b->as.figure.v[b->as.figure.n++] = shape;
}

void
block_rect(struct arena *a, struct block *fig, mpt x, mpt y, mpt w, mpt h,
    enum color fill)
{
    block_shape(a, fig,
        (struct shape){.kind = SHAPE_RECT,
            .x = x,
            .y = y,
            .w = w,
            .h = h,
            .fill = fill,
            .stroke = COLOR_NONE});
}

void
block_stroke(struct arena *a, struct block *fig, mpt x, mpt y, mpt w, mpt h,
    enum color color, mpt weight)
{
    block_shape(a, fig,
        (struct shape){.kind = SHAPE_LINE,
            .x = x,
            .y = y,
            .w = w,
            .h = h,
            .fill = COLOR_NONE,
            .stroke = color,
            .weight = weight});
}

void
block_label(struct arena *a, struct block *fig, mpt x, mpt y, enum style style,
    enum color ink, enum align align, const char *text)
{
    block_shape(a, fig,
        (struct shape){.kind = SHAPE_TEXT,
            .x = x,
            .y = y,
            .style = style,
            .ink = ink,
            .align = align,
            .text = text});
}

void
block_bar(struct arena *a, struct block *b, struct bar bar)
{
    struct bar *more = NEW(a, struct bar, b->nbars + 1);

    if (b->nbars > 0)
        memcpy(more, b->bars, (size_t)b->nbars * sizeof *more);
    more[b->nbars++] = bar;
    b->bars = more;
}

void
block_run_page(struct arena *a, struct block *b, const struct block *of)
{
    block_run(a, b, of == NULL ? RUN_PAGES : RUN_PAGE, false, "", 0);
    b->as.text.runs[b->as.text.n - 1].of = of;
}

static void
dump_runs(const struct block *b, struct buf *out)
{
    for (int i = 0; i < b->as.text.n; i++) {
        const struct run *r = &b->as.text.runs[i];

        switch (r->kind) {
        case RUN_TEXT:
            if (r->under != 0)
                buf_printf(out, " ~%u~", r->under);
            buf_printf(
                out, r->strong ? " *%.*s*" : " \"%.*s\"", (int)r->len, r->text);
            break;
        case RUN_CHIP:
            buf_printf(out, " [%.*s]", (int)r->len, r->text);
            break;
        case RUN_PAGE:
            if (r->of != NULL)
                buf_printf(out, " {page of %s}",
                    r->of->section != NULL ? r->of->section : "target");
            else
                buf_printf(out, " {page.%.*s}", (int)r->len, r->text);
            break;
        case RUN_PAGES:
            buf_puts(out, " {pages}");
            break;
        }
    }
}

static void
dump_input(const struct input *is, struct buf *out)
{
    buf_printf(out, " input %s", is->name);
    if (is->choice != NULL)
        buf_printf(out, "=%s", is->choice);
    buf_printf(out, " \"%s\"", is->label);
}

static void
dump_figure(const struct block *b, int depth, struct buf *out)
{
    for (int i = 0; i < b->as.figure.n; i++) {
        const struct shape *s = &b->as.figure.v[i];

        if (s->kind == SHAPE_TEXT)
            buf_printf(out, "%*stext \"%s\"\n", depth * 2, "", s->text);
        if (s->input != NULL) {
            buf_printf(out, "%*splace", depth * 2, "");
            dump_input(s->input, out);
            buf_putc(out, '\n');
        }
    }
}

static void
block_dump(const struct block *b, int depth, struct buf *out)
{
    static const char *const kinds[] = {[BLOCK_GROUP] = "group",
        [BLOCK_COLUMNS] = "columns",
        [BLOCK_TEXT] = "text",
        [BLOCK_WORDS] = "words",
        [BLOCK_RULE] = "rule",
        [BLOCK_LINES] = "lines",
        [BLOCK_FIGURE] = "figure"};
    static const char *const starts[] = {
        [PAGE_FLOW] = "", [PAGE_NEW] = " new-page", [PAGE_OWN] = " own-page"};

    buf_printf(out, "%*s%s", depth * 2, "", kinds[b->kind]);
    if (b->role != ROLE_NONE)
        buf_printf(out, " %s", role_name[b->role]);
    buf_puts(out, starts[b->page]);
    if (b->section != NULL)
        buf_printf(out, " <%s>", b->section);
    if (b->kind == BLOCK_TEXT || b->kind == BLOCK_WORDS) {
        buf_printf(out, " %s", style_name[b->as.text.style]);
        dump_runs(b, out);
    }
    if (b->kind == BLOCK_LINES) {
        buf_printf(out, " %d", b->as.lines.n);
        if (b->as.lines.input != NULL)
            dump_input(b->as.lines.input, out);
    }
    if (b->lang != NULL)
        buf_printf(out, " lang %s", b->lang);
    if (b->alt != NULL)
        buf_printf(out, " alt \"%s\"", b->alt);
    buf_putc(out, '\n');
    if (b->kind == BLOCK_FIGURE)
        dump_figure(b, depth + 1, out);
}

bool
block_takes_input(const struct block *b)
{
    if (b->kind == BLOCK_LINES)
        return b->as.lines.input != NULL;
    for (int i = 0; b->kind == BLOCK_FIGURE && i < b->as.figure.n; i++)
        if (b->as.figure.v[i].input != NULL)
            return true;
    return false;
}

const struct block *
block_after(const struct block *b, const struct block *root)
{
    if (b->first != NULL)
        return b->first;
    while (b != root && b->next == NULL)
        b = b->parent;
    return b == root ? NULL : b->next;
}

static int
block_depth(const struct block *b)
{
    int depth = 0;

    for (; b->parent != NULL; b = b->parent)
        depth++;
    return depth;
}

/* Headings that are alike stay alike: each gets the level below the nearest one
   before it that was higher. */
void
doc_level_headings(struct doc *doc)
{
    enum { LEVELS = ROLE_H3 - ROLE_H1 + 1 };
    int open[LEVELS], n = 0;

    for (struct block *b = doc->root; b != NULL;
         b = (struct block *)(uintptr_t)block_after(b, doc->root)) {
        int level = (int)b->role - (int)ROLE_H1;

        if (level < 0 || level >= LEVELS ||
            (b->kind == BLOCK_TEXT && b->as.text.n == 0))
            continue;
        while (n > 0 && open[n - 1] >= level)
            n--;
        b->role = (enum role)((int)ROLE_H1 + n);
        open[n++] = level;
    }
}

void
doc_dump(const struct doc *doc, struct buf *out)
{
    buf_printf(out, "title %s\nlang %s\nhead %s | %s\nfoot %s\n", doc->title,
        lang_code[doc->lang], doc->head_left, doc->head_right, doc->foot);
    for (const struct block *b = doc->root; b != NULL;
         b = block_after(b, doc->root))
        block_dump(b, block_depth(b), out);
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* OpenDocument texts (OASIS OpenDocument 1.3, part 3).  As in docx.c, elements
   are known by their names without prefix, and what is not known is gone
   through for its words. */
#include "format/document_parts.h"

#include <string.h>

enum { LEVEL_MAX = 9, STYLES_DEPTH = 10, BLANKS_MAX = 200 };

struct odt {
    struct document_maker *m;
    const struct xml *styles[3]; /* of the text, and those of all */
};

/* Within a paragraph. */
struct inline_text {
    struct odt *x;
    struct buf text;
    int letters, bold;
    bool in_bold;
    struct beside {
        const struct xml *n;
        struct beside *next;
    } * first, **tail; /* notes, comments, frames: what comes behind */
};

/* Styles ---------------------------------------------------------------- */

static const struct xml *
find_style(const struct odt *x, const char *name)
{
    for (size_t i = 0; name != NULL && i < 3; i++) {
        const struct xml *c = x->styles[i] == NULL ? NULL : x->styles[i]->first;

        for (; c != NULL; c = c->next) {
            const char *is =
                xml_is(c, "style") ? xml_attribute(c, "name") : NULL;

            if (is != NULL && strcmp(is, name) == 0)
                return c;
        }
    }
    return NULL;
}

/* Of a paragraph that is set as a heading without being one. */
static int
style_level(const struct odt *x, const char *name, int depth)
{
    static const char heading[] = "Heading";
    const struct xml *style;

    if (name == NULL || depth == STYLES_DEPTH)
        return 0;
    if (strcmp(name, "Title") == 0 ||
        strncmp(name, heading, sizeof heading - 1) == 0) {
        const char *last = name + strlen(name) - 1;

        return *last >= '1' && *last <= '9' ? *last - '0' : 1;
    }
    style = find_style(x, name);
    return style == NULL
               ? 0
               : style_level(
                     x, xml_attribute(style, "parent-style-name"), depth + 1);
}

static bool
style_bold(const struct odt *x, const char *name)
{
    const struct xml *style = find_style(x, name), *text;
    const char *weight;

    text = style == NULL ? NULL : xml_child(style, "text-properties");
    weight = text == NULL ? NULL : xml_attribute(text, "font-weight");
    return weight != NULL && strcmp(weight, "bold") == 0;
}

/* Text ------------------------------------------------------------------ */

/* Line breaks of the file and blanks in a row are one blank. */
static void
put_text(struct inline_text *t, const char *s)
{
    bool shown = false;

    for (; *s != '\0'; s++) {
        bool blank = strchr(" \t\r\n", *s) != NULL;

        if (!blank || t->text.len == 0 || t->text.p[t->text.len - 1] != ' ')
            buf_putc(&t->text, blank ? ' ' : *s);
        shown |= !blank;
    }
    t->letters += shown;
    t->bold += shown && t->in_bold;
}

static void
put_blanks(struct inline_text *t, const struct xml *n)
{
    int many = xml_number(xml_attribute(n, "c"), 1);

    for (int i = 0; i < many && i < BLANKS_MAX; i++)
        buf_putc(&t->text, ' ');
}

static void
keep_beside(struct inline_text *t, const struct xml *n)
{
    struct beside *b = NEW(t->x->m->a, struct beside, 1);

    b->n = n;
    *t->tail = b;
    t->tail = &b->next;
}

static const char *const beside[] = {"note", "annotation", "frame",
    "custom-shape", "rect", "ellipse", "line", "g", NULL};

/* Goes as deep as xml_read allows. */
static void
read_inline(struct inline_text *t, const struct xml *n)
{
    for (const struct xml *c = n->first; c != NULL; c = c->next) {
        bool before = t->in_bold;

        if (xml_is(c, "span"))
            t->in_bold |= style_bold(t->x, xml_attribute(c, "style-name"));
        if (c->name == NULL)
            put_text(t, c->text);
        else if (xml_is(c, "s"))
            put_blanks(t, c);
        else if (xml_is(c, "tab"))
            buf_putc(&t->text, '\t');
        else if (xml_is(c, "line-break"))
            buf_putc(&t->text, '\n');
        else if (xml_is_one_of(c, beside))
            keep_beside(t, c);
        else
            read_inline(t, c);
        t->in_bold = before;
    }
}

static struct inline_text *
new_text(struct odt *x)
{
    struct inline_text *t = NEW(x->m->a, struct inline_text, 1);

    t->x = x;
    t->text = buf_new(x->m->a);
    t->tail = &t->first;
    buf_puts(&t->text, "");
    return t;
}

static bool
is_paragraph(const struct xml *n)
{
    return xml_is(n, "p") || xml_is(n, "h");
}

/* What describes a note or change, and is no text of it. */
static const char *const about[] = {"creator", "date", "creator-initials",
    "date-string", "note-citation", "change-info", "meta-creator-initials",
    "forms", "sequence-decls", "variable-decls", "user-field-decls",
    "table-column", "table-columns", NULL};

/* All paragraphs below, a line each. */
static void
gather(struct inline_text *t, const struct xml *n)
{
    for (const struct xml *c = n->first; c != NULL; c = c->next) {
        if (is_paragraph(c)) {
            if (t->text.len > 0)
                buf_putc(&t->text, '\n');
            read_inline(t, c);
        } else if (c->name != NULL && !xml_is_one_of(c, about)) {
            gather(t, c);
        }
    }
}

static void read_block(struct odt *x, const struct xml *n, bool list);

static void
add_aside(struct odt *x, enum aside kind, const char *text)
{
    document_add(
        x->m, (struct paragraph){
                  .kind = PARAGRAPH_ASIDE, .aside = kind, .text = {.s = text}});
}

static void add_rest(struct odt *x, const struct inline_text *t);

static void
read_aside(struct odt *x, const struct xml *n, enum aside kind)
{
    struct inline_text *t = new_text(x);
    const struct xml *creator = xml_child(n, "creator");
    const char *author =
        creator == NULL || creator->first == NULL ? NULL : creator->first->text;

    gather(t, n);
    add_aside(x, kind,
        author == NULL ? t->text.p
                       : arena_printf(x->m->a, "%s: %s", author, t->text.p));
    add_rest(x, t);
}

/* Text boxes are text; a frame without one is a picture. */
static void
read_frame(struct odt *x, const struct xml *n)
{
    int before = x->m->out->n;

    read_block(x, n, false);
    x->m->out->pictures += x->m->out->n == before;
}

static void
add_rest(struct odt *x, const struct inline_text *t)
{
    for (const struct beside *b = t->first; b != NULL; b = b->next) {
        if (xml_is(b->n, "note"))
            read_aside(x, b->n, ASIDE_NOTE);
        else if (xml_is(b->n, "annotation"))
            read_aside(x, b->n, ASIDE_COMMENT);
        else
            read_frame(x, b->n);
    }
}

/* Blocks ---------------------------------------------------------------- */

static int
level_of(const struct odt *x, const struct xml *n)
{
    int level = xml_number(xml_attribute(n, "outline-level"), 1);

    if (!xml_is(n, "h"))
        return style_level(x, xml_attribute(n, "style-name"), 0);
    return level < 1 ? 1 : level > LEVEL_MAX ? LEVEL_MAX : level;
}

static void
read_paragraph(struct odt *x, const struct xml *n, bool list)
{
    struct inline_text *t = new_text(x);
    int level = level_of(x, n);

    t->in_bold = style_bold(x, xml_attribute(n, "style-name"));
    read_inline(t, n);
    list = list && level == 0 && !text_blank(t->text.p);
    document_add(
        x->m, (struct paragraph){
                  .text = {.s = list ? arena_printf(x->m->a, "- %s", t->text.p)
                                     : t->text.p},
                  .level = level,
                  .bold = t->letters > 0 && t->bold == t->letters});
    add_rest(x, t);
}

static void
read_row(struct odt *x, const struct xml *row)
{
    struct paragraph p = {.kind = PARAGRAPH_ROW};
    struct inline_text **texts;
    int most = 0;

    for (const struct xml *c = row->first; c != NULL; c = c->next)
        most++;
    texts = NEW(x->m->a, struct inline_text *, most);
    p.cells = NEW(x->m->a, struct text, most);
    for (const struct xml *c = row->first; c != NULL; c = c->next) {
        if (c->name == NULL)
            continue;
        texts[p.ncells] = new_text(x);
        gather(texts[p.ncells], c);
        p.cells[p.ncells] = (struct text){.s = texts[p.ncells]->text.p};
        p.ncells++;
    }
    document_add(x->m, p);
    for (int i = 0; i < p.ncells; i++)
        add_rest(x, texts[i]);
}

/* Texts that were taken away, until somebody accepts that. */
static void
read_changes(struct odt *x, const struct xml *n)
{
    for (const struct xml *c = n->first; c != NULL; c = c->next) {
        if (c->name == NULL)
            continue;
        for (const struct xml *what = c->first; what != NULL;
             what = what->next) {
            if (xml_is(what, "deletion"))
                read_aside(x, what, ASIDE_DELETED);
            x->m->out->changed += xml_is(what, "insertion");
        }
    }
}

/* Goes as deep as xml_read allows. */
static void
read_block(struct odt *x, const struct xml *n, bool list)
{
    for (const struct xml *c = n->first; c != NULL; c = c->next) {
        if (c->name == NULL || xml_is_one_of(c, about))
            continue;
        if (is_paragraph(c))
            read_paragraph(x, c, list);
        else if (xml_is(c, "table-row"))
            read_row(x, c);
        else if (xml_is(c, "tracked-changes"))
            read_changes(x, c);
        else if (xml_is(c, "annotation") || xml_is(c, "note"))
            read_aside(x, c, xml_is(c, "note") ? ASIDE_NOTE : ASIDE_COMMENT);
        else if (xml_is(c, "frame"))
            read_frame(x, c);
        else
            read_block(x, c, list || xml_is(c, "list-item"));
    }
}

/* Headers and footers belong to the pages of a document's styles. */
static void
read_margins(struct odt *x, const struct xml *n)
{
    for (const struct xml *c = n->first; c != NULL; c = c->next) {
        if (c->name == NULL)
            continue;
        if (strncmp(c->name, "header", 6) == 0 ||
            strncmp(c->name, "footer", 6) == 0)
            read_aside(x, c, ASIDE_MARGIN);
        else
            read_margins(x, c);
    }
}

static bool
holds(const struct xml *n, const char *name)
{
    for (const struct xml *c = n->first; c != NULL; c = c->next)
        if (xml_is(c, name) || holds(c, name))
            return true;
    return false;
}

void
odt_read(struct document_maker *m)
{
    struct odt x = {.m = m};
    const struct xml *manifest =
        document_part(m, "META-INF/manifest.xml", false);
    const struct xml *root, *styles, *body, *pages;

    if (manifest != NULL && holds(manifest, "encryption-data")) {
        document_locked(m->d, m->file);
        m->ok = false;
        return;
    }
    root = document_part(m, "content.xml", true);
    styles = document_part(m, "styles.xml", false);
    if (!m->ok)
        return;
    x.styles[0] = xml_child(root, "automatic-styles");
    if (styles != NULL) {
        x.styles[1] = xml_child(styles, "automatic-styles");
        x.styles[2] = xml_child(styles, "styles");
    }
    body = xml_child(root, "body");
    if (body != NULL)
        read_block(&x, body, false);
    pages = styles == NULL ? NULL : xml_child(styles, "master-styles");
    if (pages != NULL)
        read_margins(&x, pages);
}

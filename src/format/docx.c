/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Word documents (ECMA-376, part 1, WordprocessingML).  Elements are known by
   their names without prefix.  What is not known is gone through: its words are
   worth more than what it means. */
#include "base/utf8.h"
#include "format/document_parts.h"

#include <stdlib.h>
#include <string.h>

enum { LEVEL_MAX = 9, STYLES_DEPTH = 10 };

struct docx {
    struct document_maker *m;
    const struct xml *styles, *notes[2], *comments;
};

/* The paragraph that is read. */
struct inline_text {
    struct docx *x;
    struct buf text, deleted;
    int letters, bold; /* stretches with text, and those in bold */
    bool in_deleted;
    const struct xml *boxes[16]; /* text boxes, whose words come behind */
    int nboxes;
    const struct xml *asides[32]; /* notes and comments */
    enum aside kinds[32];
    int nasides;
};

/* "on" unless it says otherwise. */
static bool
is_on(const struct xml *n)
{
    const char *v = n == NULL ? "0" : xml_attribute(n, "val");

    return v == NULL || (strcmp(v, "0") != 0 && strcmp(v, "false") != 0 &&
                            strcmp(v, "off") != 0);
}

/* Styles ---------------------------------------------------------------- */

static const struct xml *
find_by(const struct xml *in, const char *name, const char *attribute,
    const char *value)
{
    const struct xml *c = in == NULL || value == NULL ? NULL : in->first;

    for (; c != NULL; c = c->next) {
        const char *v = xml_is(c, name) ? xml_attribute(c, attribute) : NULL;

        if (v != NULL && strcmp(v, value) == 0)
            return c;
    }
    return NULL;
}

static const char *
value_of(const struct xml *n, const char *child)
{
    const struct xml *c = n == NULL ? NULL : xml_child(n, child);

    return c == NULL ? NULL : xml_attribute(c, "val");
}

/* The level that an outline level, which counts from 0, says; 0: none. */
static int
outline(const struct xml *properties)
{
    int n = xml_number(value_of(properties, "outlineLvl"), LEVEL_MAX);

    return n >= 0 && n < LEVEL_MAX ? n + 1 : 0;
}

/* The level of a style: it says so, is called "heading 2" (in every language
   of Word), or goes by one that is. */
static int
style_level(const struct docx *x, const char *id, int depth)
{
    const struct xml *style = find_by(x->styles, "style", "styleId", id);
    const char *name = value_of(style, "name");
    int level;

    if (style == NULL || depth == STYLES_DEPTH)
        return 0;
    if (name != NULL && strncmp(name, "heading ", 8) == 0)
        return name[8] >= '1' && name[8] <= '9' ? name[8] - '0' : 1;
    if (name != NULL && strcmp(name, "Title") == 0)
        return 1;
    level = outline(xml_child(style, "pPr"));
    return level > 0 ? level
                     : style_level(x, value_of(style, "basedOn"), depth + 1);
}

static bool
style_bold(const struct docx *x, const char *id, int depth)
{
    const struct xml *style = find_by(x->styles, "style", "styleId", id), *b;

    if (style == NULL || depth == STYLES_DEPTH)
        return false;
    b = xml_child(style, "rPr");
    b = b == NULL ? NULL : xml_child(b, "b");
    return b != NULL ? is_on(b)
                     : style_bold(x, value_of(style, "basedOn"), depth + 1);
}

/* Text ------------------------------------------------------------------ */

static void
put(struct inline_text *t, const char *s)
{
    buf_puts(t->in_deleted ? &t->deleted : &t->text, s);
}

static void
put_texts(struct inline_text *t, const struct xml *n)
{
    for (const struct xml *c = n->first; c != NULL; c = c->next)
        if (c->name == NULL)
            put(t, c->text);
}

/* A letter of a picture font means nothing without it. */
static void
put_symbol(struct inline_text *t, const struct xml *n)
{
    const char *code = xml_attribute(n, "char");
    long c = code == NULL ? 0 : strtol(code, NULL, 16);
    char out[5] = "";

    if (c >= 0x20 && c < 0xe000) {
        utf8_put((uint32_t)c, out);
        put(t, out);
        return;
    }
    t->x->m->out->symbols++;
    put(t, "\xe2\x96\xa1");
}

static void
keep_aside(struct inline_text *t, const struct xml *in, const struct xml *ref,
    const char *name, enum aside kind)
{
    const struct xml *n = find_by(in, name, "id", xml_attribute(ref, "id"));

    if (n != NULL && t->nasides < (int)(sizeof t->asides / sizeof *t->asides)) {
        t->asides[t->nasides] = n;
        t->kinds[t->nasides++] = kind;
    }
}

/* The text boxes in a drawing; the same one stands there twice, for old and
   new versions of Word. */
static void
find_boxes(struct inline_text *t, const struct xml *n)
{
    for (const struct xml *c = n->first; c != NULL; c = c->next) {
        if (xml_is(c, "Fallback") && xml_child(n, "Choice") != NULL)
            continue;
        if (!xml_is(c, "txbxContent"))
            find_boxes(t, c);
        else if (t->nboxes < (int)(sizeof t->boxes / sizeof *t->boxes))
            t->boxes[t->nboxes++] = c;
    }
}

static void
read_drawing(struct inline_text *t, const struct xml *n)
{
    int before = t->nboxes;

    find_boxes(t, n);
    t->x->m->out->pictures += t->nboxes == before;
}

/* The choice that a drop-down list of a form shows. */
static void
read_list(struct inline_text *t, const struct xml *list)
{
    int i = xml_number(value_of(list, "result"), 0);

    for (const struct xml *c = list->first; c != NULL; c = c->next)
        if (xml_is(c, "listEntry") && i-- == 0 &&
            xml_attribute(c, "val") != NULL)
            put(t, xml_attribute(c, "val"));
}

static const char *const passed_over[] = {"pPr", "rPr", "sdtPr", "tblPr",
    "trPr", "tcPr", "sectPr", "instrText", "delInstrText", NULL};
static const char *const drawings[] = {
    "drawing", "pict", "object", "AlternateContent", NULL};
static const char *const deletions[] = {"del", "moveFrom", NULL};

static void read_inline(struct inline_text *t, const struct xml *n);

/* One element within a paragraph. */
static void
read_element(struct inline_text *t, const struct xml *n)
{
    struct docx *x = t->x;

    if (n->name == NULL || xml_is_one_of(n, passed_over))
        return;
    if (xml_is(n, "t") || xml_is(n, "delText")) {
        put_texts(t, n);
    } else if (xml_is(n, "tab") || xml_is(n, "ptab")) {
        put(t, "\t");
    } else if (xml_is(n, "br") || xml_is(n, "cr")) {
        put(t, "\n");
    } else if (xml_is(n, "noBreakHyphen")) {
        put(t, "\xe2\x80\x91");
    } else if (xml_is(n, "softHyphen")) {
        put(t, "\xc2\xad");
    } else if (xml_is(n, "sym")) {
        put_symbol(t, n);
    } else if (xml_is(n, "footnoteReference")) {
        keep_aside(t, x->notes[0], n, "footnote", ASIDE_NOTE);
    } else if (xml_is(n, "endnoteReference")) {
        keep_aside(t, x->notes[1], n, "endnote", ASIDE_NOTE);
    } else if (xml_is(n, "commentReference")) {
        keep_aside(t, x->comments, n, "comment", ASIDE_COMMENT);
    } else if (xml_is(n, "ddList")) {
        read_list(t, n);
    } else if (xml_is_one_of(n, drawings)) {
        read_drawing(t, n);
    } else {
        read_inline(t, n);
    }
}

static void
read_run(struct inline_text *t, const struct xml *n)
{
    const struct xml *properties = xml_child(n, "rPr");
    const struct xml *b =
        properties == NULL ? NULL : xml_child(properties, "b");
    size_t before = t->text.len;

    for (const struct xml *c = n->first; c != NULL; c = c->next)
        read_element(t, c);
    if (t->text.len > before && !text_blank(t->text.p + before)) {
        t->letters++;
        t->bold += is_on(b);
    }
}

/* Goes as deep as xml_read allows. */
static void
read_inline(struct inline_text *t, const struct xml *n)
{
    for (const struct xml *c = n->first; c != NULL; c = c->next) {
        bool before = t->in_deleted;

        t->in_deleted |= xml_is_one_of(c, deletions);
        t->x->m->out->changed += xml_is(c, "ins") || xml_is(c, "moveTo");
        if (xml_is(c, "r"))
            read_run(t, c);
        else
            read_element(t, c);
        t->in_deleted = before;
    }
}

/* All paragraphs below a note, comment, header or cell, a line each. */
static void
gather(struct inline_text *t, const struct xml *n)
{
    for (const struct xml *c = n->first; c != NULL; c = c->next) {
        if (xml_is(c, "p")) {
            if (t->text.len > 0)
                buf_putc(&t->text, '\n');
            read_inline(t, c);
        } else if (c->name != NULL && !xml_is_one_of(c, passed_over)) {
            gather(t, c);
        }
    }
}

static struct inline_text
new_text(struct docx *x)
{
    struct inline_text t = {
        .x = x, .text = buf_new(x->m->a), .deleted = buf_new(x->m->a)};

    buf_puts(&t.text, "");
    buf_puts(&t.deleted, "");
    return t;
}

static void
add_aside(struct docx *x, enum aside kind, const char *text)
{
    document_add(
        x->m, (struct paragraph){
                  .kind = PARAGRAPH_ASIDE, .aside = kind, .text = {.s = text}});
}

static void read_block(struct docx *x, const struct xml *n);

/* What hangs on a paragraph and stands beside or behind its text. */
static void
add_rest(struct docx *x, const struct inline_text *t)
{
    add_aside(x, ASIDE_DELETED, t->deleted.p);
    for (int i = 0; i < t->nasides; i++) {
        struct inline_text aside = new_text(x);
        const char *author = xml_attribute(t->asides[i], "author");

        gather(&aside, t->asides[i]);
        add_aside(x, t->kinds[i],
            author == NULL || aside.text.len == 0
                ? aside.text.p
                : arena_printf(x->m->a, "%s: %s", author, aside.text.p));
    }
    for (int i = 0; i < t->nboxes; i++)
        read_block(x, t->boxes[i]);
}

/* Blocks ---------------------------------------------------------------- */

static void
read_paragraph(struct docx *x, const struct xml *n)
{
    const struct xml *properties = xml_child(n, "pPr");
    const char *style = value_of(properties, "pStyle");
    struct inline_text t = new_text(x);
    int level = outline(properties);
    bool list;

    read_inline(&t, n);
    if (level == 0)
        level = style_level(x, style, 0);
    list = level == 0 && properties != NULL &&
           xml_child(properties, "numPr") != NULL && !text_blank(t.text.p);
    document_add(
        x->m, (struct paragraph){
                  .text = {.s = list ? arena_printf(x->m->a, "- %s", t.text.p)
                                     : t.text.p},
                  .level = level,
                  .bold = (t.letters > 0 && t.bold == t.letters) ||
                          style_bold(x, style, 0)});
    add_rest(x, &t);
}

static int
children(const struct xml *n)
{
    int count = 0;

    for (const struct xml *c = n->first; c != NULL; c = c->next)
        count++;
    return count;
}

static void
read_row(struct docx *x, const struct xml *row)
{
    int most = children(row);
    struct inline_text *texts = NEW(x->m->a, struct inline_text, most);
    struct paragraph p = {
        .kind = PARAGRAPH_ROW, .cells = NEW(x->m->a, struct text, most)};

    for (const struct xml *c = row->first; c != NULL; c = c->next) {
        if (c->name == NULL || xml_is_one_of(c, passed_over))
            continue;
        texts[p.ncells] = new_text(x);
        gather(&texts[p.ncells], c);
        p.cells[p.ncells] = (struct text){.s = texts[p.ncells].text.p};
        p.ncells++;
    }
    document_add(x->m, p);
    for (int i = 0; i < p.ncells; i++)
        add_rest(x, &texts[i]);
}

/* Goes as deep as xml_read allows. */
static void
read_block(struct docx *x, const struct xml *n)
{
    for (const struct xml *c = n->first; c != NULL; c = c->next) {
        if (c->name == NULL || xml_is_one_of(c, passed_over))
            continue;
        if (xml_is(c, "p"))
            read_paragraph(x, c);
        else if (xml_is(c, "tr"))
            read_row(x, c);
        else if (xml_is(c, "altChunk"))
            x->m->out->pictures++;
        else
            read_block(x, c);
    }
}

/* Headers and footers, which are parts of their own. */
static void
read_margins(struct docx *x)
{
    const char *name;

    for (int i = 0; (name = unzip_name(x->m->zip, i)) != NULL; i++) {
        struct inline_text t = new_text(x);
        const struct xml *root;

        if (strncmp(name, "word/header", 11) != 0 &&
            strncmp(name, "word/footer", 11) != 0)
            continue;
        root = document_part(x->m, name, false);
        if (root == NULL)
            continue;
        gather(&t, root);
        add_aside(x, ASIDE_MARGIN, t.text.p);
    }
}

void
docx_read(struct document_maker *m)
{
    struct docx x = {.m = m};
    const struct xml *root = document_part(m, "word/document.xml", true);

    x.styles = document_part(m, "word/styles.xml", false);
    x.notes[0] = document_part(m, "word/footnotes.xml", false);
    x.notes[1] = document_part(m, "word/endnotes.xml", false);
    x.comments = document_part(m, "word/comments.xml", false);
    if (!m->ok)
        return;
    read_block(&x, root);
    read_margins(&x);
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "pdf/field.h"

#include <stdlib.h>
#include <string.h>

/* Names with dots are a hierarchy of fields.  What a viewer writes is its own
   appearance: it takes the distance of lines from the font's ascent and
   descent, so lines of each pitch have a font of their own that says so,
   made of the same program.  A single line is as high as its type; there the
   size is left to the viewer, which makes long text smaller. */

enum {
    FLAG_PRINT = 4,        /* ISO 32000-1 table 165; PDF/A asks for it */
    FLAG_MULTILINE = 4096, /* table 228 */
    FLAG_RADIO = 32768,    /* table 226 */
    CENTRED = 1,           /* Q, table 222 */
    /* 1/1000 em */
    LIFT = 280,     /* from a writing line to the baseline above it */
    ABOVE = 950,    /* from the baseline to the top of what stands on it */
    BELOW = 550,    /* to the foot of it, where there is room */
    HIGH = 1300,    /* a single line */
    LEAST = 1300,   /* the lowest line */
    TOUCHING = 1000 /* mpt */
};

/* ---- places ---- */

/* Whether a strip goes on below a place. */
static bool
goes_on(const struct place *p, const struct mark *m, int page)
{
    return p->input == m->input && p->page == page && p->lines > 0 &&
           labs(p->bottom - (long)m->y) <= TOUCHING;
}

/* A further strip: all that stand above one another have the width that they
   share. */
static void
extend(struct place *p, const struct mark *m)
{
    if (m->x > p->left)
        p->left = m->x;
    if ((long)m->x + m->w < p->right)
        p->right = (long)m->x + m->w;
    p->bottom = (long)m->y + m->h;
    p->pitch = m->h;
    p->lines++;
}

static int
count_parts(const struct form *form, const struct input *input)
{
    int n = 0;

    for (int i = 0; i < form->n; i++)
        n += form->v[i].input == input;
    return n;
}

static void
add_mark(struct arena *a, struct form *form, const struct mark *m, int page)
{
    if (form->n > 0 && goes_on(&form->v[form->n - 1], m, page)) {
        extend(&form->v[form->n - 1], m);
        return;
    }
    GROW(a, form->v, form->n, form->cap, 64);
    form->v[form->n] = (struct place){.input = m->input,
        .block = m->block,
        .page = page,
        .part = count_parts(form, m->input),
        .lines = m->block->kind == BLOCK_LINES,
        .pitch = m->h,
        .size = m->size,
        .left = m->x,
        .top = m->y,
        .right = (long)m->x + m->w,
        .bottom = (long)m->y + m->h};
    form->n++;
}

/* How far apart lines stand, and how much of it is below the baseline: 1/1000
   em. */
static int
leading_of(const struct place *p)
{
    return (int)(p->pitch * 1000L / p->size);
}

static int
descent_of(const struct place *p)
{
    int room = leading_of(p) - ABOVE;

    return room > BELOW ? BELOW : room;
}

/* The type fits its line; a single line is no higher than its type, nor is the
   middle of a box that is typed in.  Lines one
   above another are all as high, and stand lower than they are drawn, out of
   the way of the text above them: what is typed stands on them all the same. */
static void
complete(struct place *p)
{
    long high = (long)p->size * HIGH / 1000;

    if ((long)p->size * LEAST / 1000 > p->pitch)
        p->size = (mpt)(p->pitch * 1000L / LEAST);
    if (p->lines == 1 && p->bottom - p->top > high)
        p->top = p->bottom - high;
    if (p->lines == 0 && p->input->kind != INPUT_CHOICE &&
        p->bottom - p->top > high) {
        p->top = (p->top + p->bottom - high) / 2;
        p->bottom = p->top + high;
    }
    if (p->lines < 2)
        return;
    p->bottom += (long)p->size * (descent_of(p) - LIFT) / 1000;
    p->top = p->bottom - (long)p->lines * p->pitch;
}

struct form
form_find(struct arena *a, const struct pages *pages)
{
    struct form form = {0};

    for (int page = 0; page < pages->n; page++)
        for (int i = 0; i < pages->v[page].n; i++) {
            const struct mark *m = &pages->v[page].marks[i];

            if (m->kind == MARK_INPUT && !m->artifact)
                add_mark(a, &form, m, page);
        }
    for (int i = 0; i < form.n; i++)
        complete(&form.v[i]);
    return form;
}

/* ---- fields ---- */

/* The fonts that are typed in: of single lines, and of lines at up to three
   distances.  One viewer, pdfium, sets what is no Latin-1 in another font,
   which it does not embed, but for fonts with these names: it takes them to
   hold every sign.  To others a name among the resources is only a name (ISO
   32000-1 7.8.3). */
static const char *const font_names[] = {
    "Wingdings", "Wingdings2", "Wingdings3", "Webdings"};

enum { FONTS = sizeof font_names / sizeof *font_names };

/* A part of the dotted names. */
struct node {
    const char *part;
    struct node *first, *last, *next;
    HPDF_Dict dict; /* NULL until it is needed */
    HPDF_Array kids;
    const struct place *place; /* the first widget of a field */
    int widgets;
};

struct writing {
    struct arena *a;
    struct hpdf *h;
    const struct form *form;
    const struct form_font *font;
    const struct pages *pages;
    const HPDF_Page *objects;
    HPDF_Dict fonts; /* of AcroForm's resources */
    int nfonts, leadings[FONTS];
    HPDF_Dict cross, empty; /* how a circle looks, chosen and not */
    struct node root;
};

static struct node *
node_find(struct arena *a, struct node *parent, const char *part)
{
    struct node *n;

    for (n = parent->first; n != NULL; n = n->next)
        if (strcmp(n->part, part) == 0)
            return n;
    n = NEW(a, struct node, 1);
    n->part = part;
    if (parent->last == NULL)
        parent->first = n;
    else
        parent->last->next = n;
    parent->last = n;
    return n;
}

/* The node of a place's name; its last part tells where a text goes on:
   "v05+2". */
static struct node *
node_of(struct writing *w, const struct place *p)
{
    struct node *n = &w->root;
    const char *s = p->input->name;

    for (;;) {
        size_t len = strcspn(s, ".");
        const char *part = arena_strndup(w->a, s, len);

        if (s[len] != '\0') {
            n = node_find(w->a, n, part);
            s += len + 1;
            continue;
        }
        return node_find(w->a, n,
            p->part == 0 || p->input->kind == INPUT_CHOICE
                ? part
                : arena_printf(w->a, "%s+%d", part, p->part + 1));
    }
}

/* ---- looks ---- */

static HPDF_Dict
look(struct writing *w, long width, long height, const char *content)
{
    HPDF_Dict o = hpdf_stream(w->h, content, strlen(content), false);
    HPDF_Array box = hpdf_array(w->h);

    hpdf_push_int(box, 0);
    hpdf_push_int(box, 0);
    hpdf_push_mpt(box, (mpt)width);
    hpdf_push_mpt(box, (mpt)height);
    hpdf_add_name(o, "Type", "XObject");
    hpdf_add_name(o, "Subtype", "Form");
    hpdf_add(o, "BBox", box);
    hpdf_add(o, "Resources", hpdf_dict(w->h));
    return o;
}

/* The number of the font whose lines stand so far apart; where there are too
   many, that of the nearest. */
static int
leaded(struct writing *w, int leading, int descent)
{
    int nearest = 1;

    for (int i = 1; i < w->nfonts; i++) {
        if (w->leadings[i] == leading)
            return i;
        if (abs(w->leadings[i] - leading) < abs(w->leadings[nearest] - leading))
            nearest = i;
    }
    if (w->nfonts == FONTS)
        return nearest;
    w->leadings[w->nfonts] = leading;
    hpdf_add(w->fonts, font_names[w->nfonts],
        embed_leaded(w->a, w->h, w->font->font, w->font->subset,
            leading - descent, -descent));
    return w->nfonts++;
}

static const char *
font_of(struct writing *w, const struct place *p)
{
    return font_names[p->lines < 2 ? 0
                                   : leaded(w, leading_of(p), descent_of(p))];
}

/* What the viewer sets the text in: "/F0 10.5 Tf 0 g"; size 0: as fits. */
static void
add_type(struct writing *w, HPDF_Dict dict, const struct place *p)
{
    struct buf b = buf_new(w->a);

    buf_printf(&b, "/%s ", font_of(w, p));
    buf_milli(&b, p->lines < 2 ? 0 : p->size);
    buf_puts(&b, " Tf 0 g");
    hpdf_add_text(w->a, w->h, dict, "DA", b.p);
    if (p->lines == 0)
        hpdf_add_int(dict, "Q", CENTRED);
}

static HPDF_Array
rectangle(struct writing *w, const struct place *p)
{
    HPDF_Array v = hpdf_array(w->h);
    mpt page_h = w->pages->h;

    hpdf_push_mpt(v, (mpt)p->left);
    hpdf_push_mpt(v, (mpt)(page_h - p->bottom));
    hpdf_push_mpt(v, (mpt)p->right);
    hpdf_push_mpt(v, (mpt)(page_h - p->top));
    return v;
}

static void
add_border(struct writing *w, HPDF_Dict dict)
{
    HPDF_Dict none = hpdf_dict(w->h);

    hpdf_add_int(none, "W", 0);
    hpdf_add(dict, "BS", none);
}

/* ---- widgets ---- */

static void
text_look(struct writing *w, HPDF_Dict widget, const struct place *p)
{
    HPDF_Dict looks = hpdf_dict(w->h);

    hpdf_add(looks, "N",
        look(w, p->right - p->left, p->bottom - p->top, "/Tx BMC\nEMC\n"));
    hpdf_add(widget, "AP", looks);
}

/* Two strokes from corner to corner, in a box of 100 points. */
static void
choice_look(struct writing *w, HPDF_Dict widget, const struct input *is)
{
    enum { BOX = 100 * 1000 };
    HPDF_Dict looks = hpdf_dict(w->h), states = hpdf_dict(w->h);
    HPDF_Dict style = hpdf_dict(w->h);

    if (w->cross == NULL) {
        w->cross =
            look(w, BOX, BOX, "8 w 1 J\n14 14 m 86 86 l\n14 86 m 86 14 l\nS\n");
        w->empty = look(w, BOX, BOX, "");
    }
    hpdf_add(states, is->choice, w->cross);
    hpdf_add(states, "Off", w->empty);
    hpdf_add(looks, "N", states);
    hpdf_add(widget, "AP", looks);
    hpdf_add_name(widget, "AS", "Off");
    hpdf_add_text(w->a, w->h, style, "CA", "8"); /* a cross, in Dingbats */
    hpdf_add(widget, "MK", style);
}

static void
add_widget(struct writing *w, HPDF_Dict dict, struct place *p)
{
    p->widget = dict;
    hpdf_add_name(dict, "Type", "Annot");
    hpdf_add_name(dict, "Subtype", "Widget");
    hpdf_add(dict, "Rect", rectangle(w, p));
    hpdf_add_int(dict, "F", FLAG_PRINT);
    hpdf_add(dict, "P", w->objects[p->page]);
    add_border(w, dict);
    if (p->input->kind == INPUT_CHOICE) {
        choice_look(w, dict, p->input);
        return;
    }
    text_look(w, dict, p);
    add_type(w, dict, p);
}

/* What is said of the field itself. */
static void
add_field(struct writing *w, struct node *n)
{
    const struct place *p = n->place;
    const struct input *is = p->input;

    if (is->kind == INPUT_CHOICE) {
        hpdf_add_name(n->dict, "FT", "Btn");
        hpdf_add_int(n->dict, "Ff", FLAG_RADIO);
        hpdf_add_text(w->a, w->h, n->dict, "TU", is->of);
        return;
    }
    hpdf_add_name(n->dict, "FT", "Tx");
    if (p->lines > 1)
        hpdf_add_int(n->dict, "Ff", FLAG_MULTILINE);
    hpdf_add_text(w->a, w->h, n->dict, "TU",
        p->part == 0 ? is->label
                     : arena_printf(w->a, "%s (%d)", is->label, p->part + 1));
}

/* Makes the node and all below it. */
static void
node_write(struct writing *w, struct node *n, HPDF_Dict parent)
{
    n->dict = hpdf_object(w->h);
    hpdf_add_text(w->a, w->h, n->dict, "T", n->part);
    if (parent != NULL)
        hpdf_add(n->dict, "Parent", parent);
    if (n->place != NULL)
        add_field(w, n);
    if (n->place != NULL && n->widgets == 1 &&
        n->place->input->kind != INPUT_CHOICE)
        return; /* field and widget are one */
    n->kids = hpdf_array(w->h);
    hpdf_add(n->dict, "Kids", n->kids);
    for (struct node *c = n->first; c != NULL; c = c->next) {
        node_write(w, c, n->dict);
        hpdf_push(n->kids, c->dict);
    }
}

/* The widget of a place, under its field. */
static void
place_write(struct writing *w, struct place *p)
{
    struct node *n = node_of(w, p);
    HPDF_Dict dict = n->dict;

    if (n->kids != NULL) {
        dict = hpdf_object(w->h);
        hpdf_add(dict, "Parent", n->dict);
        hpdf_push(n->kids, dict);
    }
    add_widget(w, dict, p);
}

void
form_write(struct arena *a, struct hpdf *h, struct form *form,
    const struct pages *pages, const HPDF_Page *objects,
    const struct form_font *font)
{
    struct writing w = {.a = a,
        .h = h,
        .form = form,
        .font = font,
        .pages = pages,
        .objects = objects,
        .fonts = hpdf_dict(h)};
    HPDF_Dict root = hpdf_object(h), resources = hpdf_dict(h);
    HPDF_Array fields = hpdf_array(h);

    for (int i = 0; i < form->n; i++) {
        struct node *n = node_of(&w, &form->v[i]);

        if (n->widgets++ == 0)
            n->place = &form->v[i];
    }
    hpdf_add(w.fonts, font_names[w.nfonts++], font->font);
    for (struct node *n = w.root.first; n != NULL; n = n->next) {
        node_write(&w, n, NULL);
        hpdf_push(fields, n->dict);
    }
    for (int i = 0; i < form->n; i++)
        place_write(&w, &form->v[i]);
    hpdf_add(resources, "Font", w.fonts);
    hpdf_add(root, "Fields", fields);
    hpdf_add(root, "DR", resources);
    hpdf_add_text(
        a, h, root, "DA", arena_printf(a, "/%s 0 Tf 0 g", font_names[0]));
    hpdf_add(h->doc->catalog, "AcroForm", root);
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "pdf/tag.h"

#include "pdf/link.h"

#include "base/utf8.h"

#include <assert.h>
#include <string.h>

/* Elements are numbered as the tree is read, parents before children, so that
   a loop upwards makes them and a loop downwards drops the empty ones.  A
   table from block to element serves the marks. */

enum { NOBODY = -1 };

struct content {
    int element, page, mcid;
    int next; /* of the same element */
};

struct element {
    const struct block *block;
    enum role role;
    int parent, first, last, next; /* elements */
    int first_content, last_content;
    bool kept;
    uint32_t letter; /* the first that is drawn: tells how a list is numbered */
    int box_page;    /* of the box; NOBODY: no mark yet */
    long left, top, right, bottom; /* mpt, y down */
    HPDF_Dict dict;
    const struct place *place; /* a field of the form; else NULL */
    HPDF_Dict annotation;      /* of a link or a field */
};

struct slot {
    const struct block *block;
    int element;
};

struct tag_tree {
    struct arena *a;
    struct element *elements;
    int n, cap;
    struct content *content;
    int ncontent, content_cap;
    int page, next_mcid;
    struct slot *slots; /* a hash table, half full */
    size_t nslots;
};

/* ---- blocks to elements ---- */

static struct slot *
slot_find(struct slot *slots, size_t n, const struct block *b)
{
    size_t i = ((uintptr_t)b >> 4) * 2654435761u;

    for (i %= n; slots[i].block != NULL && slots[i].block != b;)
        i = (i + 1) % n;
    return &slots[i];
}

static void
slots_put(struct tag_tree *t, const struct block *b, int element)
{
    *slot_find(t->slots, t->nslots, b) =
        (struct slot){.block = b, .element = element};
}

static int
slots_get(const struct tag_tree *t, const struct block *b)
{
    const struct slot *s = slot_find(t->slots, t->nslots, b);

    assert(s->block == b); /* pages are made of the blocks of one tree */
    return s->element;
}

/* Writing lines are a figure: room, with a text that says so.  What fields say
   is said by them. */
static enum role
block_role(const struct block *b)
{
    if (block_takes_input(b))
        return ROLE_NONE;
    if (b->role == ROLE_NONE && b->kind == BLOCK_LINES && b->alt != NULL)
        return ROLE_FIGURE;
    return b->role;
}

static int
element_add(
    struct tag_tree *t, const struct block *b, enum role role, int parent)
{
    GROW(t->a, t->elements, t->n, t->cap, 1024);
    t->elements[t->n] = (struct element){.block = b,
        .role = role,
        .parent = parent,
        .first = NOBODY,
        .last = NOBODY,
        .next = NOBODY,
        .first_content = NOBODY,
        .last_content = NOBODY,
        .box_page = NOBODY};
    return t->n++;
}

/* Puts element `e` at the end of its parent's children. */
static void
element_link(struct tag_tree *t, int e)
{
    struct element *parent = &t->elements[t->elements[e].parent];

    if (parent->last == NOBODY)
        parent->first = e;
    else
        t->elements[parent->last].next = e;
    parent->last = e;
}

/* Elements for the places of an input, under `parent`. */
static void
places_add(struct tag_tree *t, const struct form *form, const struct block *b,
    const struct input *input, int parent)
{
    for (int i = 0; input != NULL && i < form->n; i++) {
        const struct place *p = &form->v[i];
        int e;

        if (p->input != input || p->block != b)
            continue;
        e = element_add(t, b, ROLE_FORM, parent);
        t->elements[e].place = p;
        t->elements[e].box_page = p->page;
        element_link(t, e);
    }
}

static void
inputs_add(struct tag_tree *t, const struct form *form, const struct block *b,
    int parent)
{
    if (b->kind == BLOCK_LINES)
        places_add(t, form, b, b->as.lines.input, parent);
    for (int i = 0; b->kind == BLOCK_FIGURE && i < b->as.figure.n; i++)
        places_add(t, form, b, b->as.figure.v[i].input, parent);
}

/* For all at once: what grows is held as it was too. */
static void
make_room(struct tag_tree *t, const struct doc *doc, const struct form *form)
{
    size_t blocks = 1;

    t->cap = 1 + form->n;
    for (const struct block *b = block_after(doc->root, doc->root); b != NULL;
         b = block_after(b, doc->root)) {
        t->cap += block_role(b) != ROLE_NONE;
        blocks++;
    }
    t->elements = arena_raw_n(t->a, sizeof *t->elements, (size_t)t->cap);
    t->nslots = 2 * blocks;
    t->slots = NEW(t->a, struct slot, t->nslots);
}

struct tag_tree *
tag_new(struct arena *a, const struct doc *doc, const struct form *form)
{
    struct tag_tree *t = NEW(a, struct tag_tree, 1);

    *t = (struct tag_tree){.a = a, .page = NOBODY};
    make_room(t, doc, form);
    slots_put(t, doc->root, element_add(t, doc->root, doc->root->role, NOBODY));
    for (const struct block *b = block_after(doc->root, doc->root); b != NULL;
         b = block_after(b, doc->root)) {
        int e = slots_get(t, b->parent);
        enum role role = block_role(b);

        if (role != ROLE_NONE) {
            e = element_add(t, b, role, e);
            element_link(t, e);
        }
        slots_put(t, b, e);
        inputs_add(t, form, b, e);
    }
    return t;
}

int
tag_element(const struct tag_tree *t, const struct mark *m)
{
    if (m->block == NULL)
        return TAG_PAGINATION;
    if (m->artifact || m->block->artifact || block_takes_input(m->block))
        return TAG_ARTIFACT;
    return slots_get(t, m->block);
}

const char *
tag_type(const struct tag_tree *t, int element)
{
    return role_name[t->elements[element].role];
}

/* ---- content ---- */

int
tag_open(struct tag_tree *t, int element, int page)
{
    struct element *e = &t->elements[element];

    if (page != t->page) {
        t->page = page;
        t->next_mcid = 0;
    }
    GROW(t->a, t->content, t->ncontent, t->content_cap, 256);
    t->content[t->ncontent] = (struct content){
        .element = element, .page = page, .mcid = t->next_mcid, .next = NOBODY};
    if (e->last_content == NOBODY)
        e->first_content = t->ncontent;
    else
        t->content[e->last_content].next = t->ncontent;
    e->last_content = t->ncontent++;
    return t->next_mcid++;
}

static void
element_box(struct element *e, long left, long top, long right, long bottom)
{
    if (left < e->left)
        e->left = left;
    if (top < e->top)
        e->top = top;
    if (right > e->right)
        e->right = right;
    if (bottom > e->bottom)
        e->bottom = bottom;
}

void
tag_extend(struct tag_tree *t, int element, int page, const struct mark *m)
{
    struct element *e = &t->elements[element];
    long x = m->x, y = m->y, w = m->w, h = m->h, pen;

    if (e->letter == 0 && m->kind == MARK_GLYPHS && m->glyphs->len > 0) {
        const char *text = m->glyphs->text;

        e->letter = utf8_next(&text);
    }
    if (e->box_page == NOBODY) {
        e->box_page = page;
        e->left = e->right = x;
        e->top = e->bottom = y;
    }
    if (e->box_page != page)
        return;
    pen = m->stroke >= 0 ? m->weight / 2 : 0;
    switch (m->kind) {
    case MARK_GLYPHS: /* ascent and descent of common type */
        element_box(e, x, y - m->size * 4L / 5, x + w, y + m->size / 4);
        break;
    case MARK_DISC:
    case MARK_DIAMOND:
        element_box(e, x - w - pen, y - w - pen, x + w + pen, y + w + pen);
        break;
    case MARK_RECT:
    case MARK_LINE:
    case MARK_TRIANGLE:
    case MARK_IMAGE:
    case MARK_INPUT:
        element_box(e, x - pen, y - pen, x + pen, y + pen);
        element_box(e, x + w - pen, y + h - pen, x + w + pen, y + h + pen);
        break;
    }
}

/* ---- elements to objects ---- */

static void
elements_keep(struct tag_tree *t)
{
    for (int i = t->n - 1; i >= 0; i--) {
        struct element *e = &t->elements[i];
        bool cell = e->role == ROLE_TD || e->role == ROLE_TH_COLUMN ||
                    e->role == ROLE_TH_ROW;

        if (e->first_content != NOBODY || e->place != NULL || cell || i == 0)
            e->kept = true;
        if (e->kept && e->parent != NOBODY)
            t->elements[e->parent].kept = true;
    }
}

/* "Decimal" or "Disc" by what the first item is labelled with, "None" where
   items have no label (ISO 32000-1 table 347). */
static const char *
list_numbering(const struct tag_tree *t, const struct element *list)
{
    for (int i = list->first; i != NOBODY; i = t->elements[i].next)
        for (int k = t->elements[i].first; k != NOBODY;
             k = t->elements[k].next) {
            const struct element *label = &t->elements[k];

            if (label->role == ROLE_LBL && label->kept)
                return label->letter >= '0' && label->letter <= '9' ? "Decimal"
                                                                    : "Disc";
        }
    return "None";
}

/* ---- elements as text ---- */

/* Elements are written as libharu would write them: its own objects for one
   took ten times the memory of its text, and the time. */

static void
put_name(struct buf *to, const char *key, const char *name)
{
    buf_putc(to, '/');
    buf_puts(to, key);
    buf_puts(to, " /");
    buf_puts(to, name);
    buf_putc(to, '\n');
}

static void
put_reference(struct buf *to, const char *key, const void *object)
{
    buf_putc(to, '/');
    buf_puts(to, key);
    buf_putc(to, ' ');
    buf_number(to, hpdf_number(object));
    buf_puts(to, " 0 R\n");
}

static void
put_text(struct arena *a, struct hpdf *h, struct buf *to, const char *key,
    const char *text)
{
    buf_putc(to, '/');
    buf_puts(to, key);
    buf_putc(to, ' ');
    hpdf_put_text(a, h, to, text);
    buf_putc(to, '\n');
}

/* Whole points around the marks. */
static void
put_box(struct buf *to, const struct element *e, mpt page_h)
{
    long left = e->left, right = e->right;
    long low = page_h - e->bottom, high = page_h - e->top;

    buf_printf(to, "/BBox [ %ld %ld %ld %ld ]\n", (left > 0 ? left : 0) / 1000,
        (low > 0 ? low : 0) / 1000, (right + 999) / 1000, (high + 999) / 1000);
}

static void
put_attributes(struct buf *to, const struct tag_tree *t,
    const struct element *e, mpt page_h)
{
    static const struct {
        const char *owner, *key, *value;
    } attributes[ROLE_COUNT] = {
        [ROLE_TH_COLUMN] = {"Table", "Scope", "Column"},
        [ROLE_TH_ROW] = {"Table", "Scope", "Row"},
        [ROLE_L] = {"List", "ListNumbering", NULL},
        [ROLE_FIGURE] = {"Layout", "Placement", "Block"},
    };
    const char *value = attributes[e->role].value;

    if (attributes[e->role].owner == NULL)
        return;
    buf_puts(to, "/A <<\n");
    put_name(to, "O", attributes[e->role].owner);
    put_name(to, attributes[e->role].key,
        value != NULL ? value : list_numbering(t, e));
    if (e->block->span > 1)
        buf_printf(to, "/ColSpan %d\n", e->block->span);
    if (e->role == ROLE_FIGURE && e->box_page != NOBODY)
        put_box(to, e, page_h);
    buf_puts(to, ">>\n");
}

/* Own content first, then the children; returns how many. */
static int
put_kids(struct buf *to, const struct tag_tree *t, const struct element *e,
    const HPDF_Page *pages)
{
    int own = NOBODY; /* the page that plain MCIDs are on */
    int n = 0;

    if (e->first_content != NOBODY) {
        own = t->content[e->first_content].page;
        put_reference(to, "Pg", pages[own]);
    }
    buf_puts(to, "/K [ ");
    for (int i = e->first_content; i != NOBODY; i = t->content[i].next, n++) {
        const struct content *c = &t->content[i];

        if (c->page == own) {
            buf_number(to, (unsigned long)c->mcid);
            buf_putc(to, ' ');
            continue;
        }
        buf_puts(to, "<<\n/Type /MCR\n");
        put_reference(to, "Pg", pages[c->page]);
        buf_printf(to, "/MCID %d\n>> ", c->mcid);
    }
    if (e->annotation != NULL) { /* ISO 32000-1 14.7.4.3 */
        buf_puts(to, "<<\n/Type /OBJR\n");
        put_reference(to, "Obj", e->annotation);
        put_reference(to, "Pg", pages[e->box_page]);
        buf_puts(to, ">> ");
        n++;
    }
    for (int i = e->first; i != NOBODY; i = t->elements[i].next)
        if (t->elements[i].kept) {
            buf_number(to, hpdf_number(t->elements[i].dict));
            buf_puts(to, " 0 R ");
            n++;
        }
    buf_puts(to, "]\n");
    return n;
}

/* In the order of their numbers they are in that of a name tree. */
static const char *
note_id(struct arena *a, int n)
{
    return arena_printf(a, "note-%05d", n);
}

/* Writes all elements.  Notes have an ID each, and all IDs stand in a name tree
   (ISO 14289-1 7.9): what stands in it of this one is returned; NULL: it has
   none.  `*notes` is the last number. */
static HPDF_Array
elements_write(struct arena *a, struct hpdf *h, struct tag_tree *t,
    HPDF_Dict root, const HPDF_Page *pages, mpt page_h, int *notes)
{
    struct buf text = buf_new(a);
    HPDF_Array names = NULL;

    for (int i = 0; i < t->n; i++)
        if (t->elements[i].kept)
            t->elements[i].dict = hpdf_object(h);
    for (int i = 0; i < t->n; i++) {
        struct element *e = &t->elements[i];

        if (!e->kept)
            continue;
        text.len = 0;
        put_name(&text, "S", role_name[e->role]);
        put_reference(&text, "P", i > 0 ? t->elements[e->parent].dict : root);
        if (e->place != NULL && e->place->input->kind == INPUT_CHOICE)
            put_text(a, h, &text, "Alt", e->place->input->label);
        else if (e->block->alt != NULL && e->role != ROLE_LINK &&
                 e->role != ROLE_FORM)
            put_text(a, h, &text, "Alt", e->block->alt);
        if (e->block->lang != NULL)
            put_text(a, h, &text, "Lang", e->block->lang);
        put_attributes(&text, t, e, page_h);
        if (put_kids(&text, t, e, pages) > HPDF_LIMIT_MAX_ARRAY)
            hpdf_too_many(h);
        if (e->role == ROLE_NOTE) {
            const char *id = note_id(a, ++*notes);

            put_text(a, h, &text, "ID", id);
            if (names == NULL)
                names = hpdf_array(h);
            hpdf_push_text(a, h, names, id);
            hpdf_push(names, e->dict);
        }
        hpdf_fill(e->dict, text.p, text.len);
    }
    return names;
}

/* The annotation of an element; NULL: it has none. */
static HPDF_Dict
element_annotation(struct arena *a, struct hpdf *h, const struct element *e,
    const HPDF_Page *targets, const struct pages *src, int key)
{
    struct link_box box = {e->left, e->top, e->right, e->bottom};

    if (e->place != NULL) {
        hpdf_add_int(e->place->widget, "StructParent", key);
        return e->place->widget;
    }
    return e->role == ROLE_LINK && e->box_page != NOBODY
               ? link_annotation(a, h, src, targets, e->block, &box, key)
               : NULL;
}

/* The annotations of links and fields; their keys in the parent tree follow the
   pages', which begin at `key`.  Returns the next key. */
static int
annotations_write(struct arena *a, struct hpdf *h, struct tag_tree *t,
    const HPDF_Page *pages, const HPDF_Page *targets, const struct pages *src,
    int key)
{
    HPDF_Array *annots = NEW(a, HPDF_Array, src->n);

    key += src->n;
    for (int i = 0; i < t->n; i++) {
        struct element *e = &t->elements[i];

        e->annotation = element_annotation(a, h, e, targets, src, key);
        if (e->annotation == NULL)
            continue;
        key++;
        if (annots[e->box_page] == NULL) {
            annots[e->box_page] = hpdf_array(h);
            hpdf_add(pages[e->box_page], "Annots", annots[e->box_page]);
        }
        hpdf_push(annots[e->box_page], e->annotation);
    }
    return key;
}

/* For each page the elements of its MCIDs, in their order; then for each
   annotation its element: keys and values from `key` on. */
static HPDF_Array
parents_write(struct hpdf *h, const struct tag_tree *t, const HPDF_Page *pages,
    int npages, int key, int next_key)
{
    HPDF_Array nums = hpdf_array(h);

    for (int page = 0, next = 0; page < npages; page++, key++) {
        HPDF_Array parents = hpdf_array(h);

        for (; next < t->ncontent && t->content[next].page == page; next++)
            hpdf_push(parents, t->elements[t->content[next].element].dict);
        hpdf_push_int(nums, key);
        hpdf_push(nums, parents);
        hpdf_add_int(pages[page], "StructParents", key);
        hpdf_add_name(pages[page], "Tabs", "S");
    }
    for (int i = 0; i < t->n; i++) {
        if (t->elements[i].annotation == NULL)
            continue;
        hpdf_push_int(nums, key++);
        hpdf_push(nums, t->elements[i].dict);
    }
    assert(key == next_key);
    return nums;
}

void
tag_write(struct arena *a, struct hpdf *h, struct tag_tree *t,
    const HPDF_Page *pages, const struct pages *src)
{
    HPDF_Dict root = hpdf_object(h), tree;
    HPDF_Array names;
    int next_key, notes = 0;

    hpdf_add_name(root, "Type", "StructTreeRoot");
    elements_keep(t);
    next_key = annotations_write(a, h, t, pages, pages, src, 0);
    names = elements_write(a, h, t, root, pages, src->h, &notes);
    if (names != NULL) {
        tree = hpdf_dict(h);
        hpdf_add(tree, "Names", names);
        hpdf_add(root, "IDTree", tree);
    }
    hpdf_add(root, "K", t->elements[0].dict);
    tree = hpdf_dict(h);
    hpdf_add(tree, "Nums", parents_write(h, t, pages, src->n, 0, next_key));
    hpdf_add(root, "ParentTree", tree);
    hpdf_add_int(root, "ParentTreeNextKey", next_key);
    hpdf_add(h->doc->catalog, "StructTreeRoot", root);
}

/* ---- parts of a larger document ---- */

struct tag_whole
tag_whole_new(struct hpdf *h)
{
    return (struct tag_whole){.document = hpdf_object(h),
        .parents = hpdf_array(h),
        .ids = hpdf_array(h)};
}

/* A leaf of a tree of names or numbers (ISO 32000-1 7.9.6, 7.9.7). */
static void
leaf_add(struct hpdf *h, HPDF_Array leaves, const char *key, HPDF_Array values,
    HPDF_Array limits)
{
    HPDF_Dict leaf = hpdf_object(h);

    hpdf_add(leaf, "Limits", limits);
    hpdf_add(leaf, key, values);
    hpdf_push_whole(h, leaves, hpdf_mention(h, leaf));
}

/* The IDs of a part, from number `first` on. */
static void
ids_add(struct arena *a, struct hpdf *h, HPDF_Array names, int first,
    struct tag_whole *whole)
{
    HPDF_Array limits;

    if (names == NULL)
        return;
    limits = hpdf_array(h);
    hpdf_push_text(a, h, limits, note_id(a, first));
    hpdf_push_text(a, h, limits, note_id(a, whole->notes));
    leaf_add(h, whole->ids, "Names", names, limits);
}

HPDF_Dict
tag_write_part(struct arena *a, struct hpdf *h, struct tag_tree *t,
    const HPDF_Page *pages, const HPDF_Page *targets, const struct pages *src,
    struct tag_whole *whole)
{
    HPDF_Array limits = hpdf_array(h), names;
    int key = whole->next_key, note = whole->notes + 1;

    elements_keep(t);
    whole->next_key = annotations_write(a, h, t, pages, targets, src, key);
    names =
        elements_write(a, h, t, whole->document, pages, src->h, &whole->notes);
    ids_add(a, h, names, note, whole);
    hpdf_push_int(limits, key);
    hpdf_push_int(limits, whole->next_key - 1);
    leaf_add(h, whole->parents, "Nums",
        parents_write(h, t, pages, src->n, key, whole->next_key), limits);
    return t->elements[0].dict;
}

void
tag_whole_write(struct hpdf *h, const struct tag_whole *whole,
    const HPDF_Dict *parts, int nparts)
{
    HPDF_Dict root = hpdf_object(h), tree = hpdf_dict(h);
    HPDF_Array kids = hpdf_array(h);

    for (int i = 0; i < nparts; i++)
        hpdf_push(kids, parts[i]);
    hpdf_add_name(whole->document, "S", role_name[ROLE_DOCUMENT]);
    hpdf_add(whole->document, "P", root);
    hpdf_add(whole->document, "K", kids);
    hpdf_add_name(root, "Type", "StructTreeRoot");
    hpdf_add(root, "K", whole->document);
    hpdf_add(tree, "Kids", whole->parents);
    hpdf_add(root, "ParentTree", tree);
    hpdf_add_int(root, "ParentTreeNextKey", whole->next_key);
    if (whole->notes > 0) {
        tree = hpdf_dict(h);
        hpdf_add(tree, "Kids", whole->ids);
        hpdf_add(root, "IDTree", tree);
    }
    hpdf_add(h->doc->catalog, "StructTreeRoot", root);
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "report/collection.h"

#include "report/section.h"

#include <string.h>

/* A line per report: what it is called, at the right its page.  No text of the
   layout that speaks of one case can stand on these pages. */

#define ENTRY_H MM(6.3)
#define PAGE_W MM(34)
#define LIST_BEFORE MM(6)
#define PART_BEFORE MM(9)
#define TEXT_BEFORE MM(1.5)

bool
collection_two_sided(const struct layout *layout)
{
    bool sided = layout->binding > 0 || layout->parts_right;

    for (int i = 0; i < layout->nblocks && !sided; i++) {
        const struct text *kind = &layout->blocks[i].kind;

        sided = section_find(kind->s, strlen(kind->s))->faces;
    }
    return sided;
}

/* "Relatieprofiel" */
static const char *
layout_title(const struct collection *c)
{
    const char *title = c->layout->title.t[c->lang].s;

    return title != NULL ? title : c->layout->id.s;
}

/* A text of the layout, where it is the same for all cases. */
static const char *
common_text(const struct collection *c, const struct bitext *text)
{
    const char *t = text->t[c->lang].s;

    return t != NULL && strchr(t, '{') == NULL ? t : "";
}

/* A text with {1} the layout and {2} how many there are. */
static const char *
counted(
    struct arena *a, const struct collection *c, enum say many, enum say one)
{
    const char *args[] = {layout_title(c), arena_printf(a, "%d", c->n)};

    return say_with(a, c->n == 1 ? one : many, c->lang, args);
}

static const char *
page_text(struct arena *a, const struct collection *c, const struct entry *e)
{
    const char *n = arena_printf(a, "%d", e->page > 0 ? e->page : e->npages);

    return e->page > 0
               ? n
               : say_with(a,
                     e->npages == 1 ? SAY_CONTENTS_PAGE : SAY_CONTENTS_PAGES,
                     c->lang, &n);
}

static struct block *
add_item(struct arena *a, struct block *list)
{
    struct block *item = block_add(a, list, BLOCK_GROUP), *body;

    item->role = ROLE_LI;
    item->min_h = ENTRY_H;
    item->keep = true;
    body = block_add(a, item, BLOCK_COLUMNS);
    body->role = ROLE_LBODY;
    return body;
}

static void
add_entry(struct arena *a, const struct collection *c, struct block *list,
    mpt width, struct entry *e)
{
    struct block *body = add_item(a, list), *b;

    e->begins = NEW(a, struct block, 1);
    b = block_text(a, body, ROLE_LINK, STYLE_FACT, e->called);
    b->w = width - PAGE_W;
    b->leads_to = e->begins;
    b->alt = say_with(a, SAY_CONTENTS_LINK, c->lang, &e->called);
    b = block_text(a, body, ROLE_P, STYLE_FACT, page_text(a, c, e));
    b->as.text.align = ALIGN_RIGHT;
    b->x = width - PAGE_W;
}

static struct block *
add_list(struct arena *a, struct block *part)
{
    struct block *list = block_add(a, part, BLOCK_GROUP);

    list->role = ROLE_L;
    list->before = LIST_BEFORE;
    return list;
}

static void
add_left_out(struct arena *a, const struct collection *c, struct block *part)
{
    const char *n = arena_printf(a, "%d", c->unnamed);
    struct block *b, *list;

    if (c->nleft_out + c->unnamed == 0)
        return;
    b = block_text(a, part, ROLE_H2, STYLE_HEADING, say(SAY_LEFT_OUT, c->lang));
    b->before = PART_BEFORE;
    b->keep_next = true;
    b = block_text(a, part, ROLE_P, STYLE_BODY, say(SAY_LEFT_OUT_WHY, c->lang));
    b->before = TEXT_BEFORE;
    b->keep_next = true;
    list = add_list(a, part);
    for (int i = 0; i < c->nleft_out; i++)
        block_text(a, add_item(a, list), ROLE_P, STYLE_FACT, c->left_out[i]);
    if (c->unnamed > 0)
        block_text(a, add_item(a, list), ROLE_P, STYLE_FACT,
            say_with(a, c->unnamed == 1 ? SAY_LEFT_OUT_ONE : SAY_LEFT_OUT_MANY,
                c->lang, &n));
}

struct doc *
collection_contents(struct arena *a, const struct collection *c)
{
    const struct layout *l = c->layout;
    struct doc *doc = NEW(a, struct doc, 1);
    struct block *part, *b;

    *doc = (struct doc){.root = block_add(a, NULL, BLOCK_GROUP),
        .lang = c->lang,
        .title = counted(a, c, SAY_COLLECTION, SAY_COLLECTION_ONE),
        .layout_id = l->id.s,
        .head_left = layout_title(c),
        .head_right = say(SAY_CONTENTS, c->lang),
        .foot = common_text(c, &l->foot),
        .page_of = say(SAY_PAGE_OF, c->lang),
        .notes_label = say(SAY_NOTES, c->lang),
        .room_alt = say(SAY_ROOM, c->lang),
        .whole_sheets = collection_two_sided(l),
        .layout = l};
    doc->root->role = ROLE_SECT;
    part = block_add(a, doc->root, BLOCK_GROUP);
    b = block_text(a, part, ROLE_H1, STYLE_TITLE, say(SAY_CONTENTS, c->lang));
    b->bookmark = say(SAY_CONTENTS, c->lang);
    b->keep_next = true;
    b = block_text(a, part, ROLE_P, STYLE_SUB,
        counted(a, c, SAY_CONTENTS_SUB, SAY_CONTENTS_ONE));
    b->before = TEXT_BEFORE;
    b->keep_next = true;
    b = add_list(a, part);
    for (int i = 0; i < c->n; i++)
        add_entry(a, c, b, l->page_w - l->left - l->right, &c->v[i]);
    add_left_out(a, c, part);
    return doc;
}

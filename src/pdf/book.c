/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "pdf/drawing.h"

#include "pdf/pdf.h"

#include <assert.h>

/* The pages of the contents are the first of the file, but what stands on them
   is drawn last: links need the pages that they lead to.  Fonts see the glyphs
   of all parts before one subset of each is made.  The structure of a part is
   kept as the text that goes in the file, a tenth of what libharu's objects
   take. */

enum { CONTENTS }; /* the number of that part */

struct pdf_book {
    struct drawing w;
    HPDF_Page *pages; /* of the whole */
    int npages, drawn, ncontents;
    HPDF_Dict *parts; /* their elements, the contents first */
    int nparts, next;
    struct tag_whole tags;
    struct outline outline;
};

struct pdf_book *
pdf_book_begin(struct arena *run, struct diag *d, struct pdf *p,
    struct font_set *fonts, const struct pdf_meta *meta,
    const struct pdf_plan *plan)
{
    struct pdf_book *b = NEW(run, struct pdf_book, 1);
    const struct pages contents = {.h = plan->h};

    assert(!meta->booklet && meta->profile != PDF_3A);
    if (!drawing_begin(d, p, meta))
        return NULL;
    font_begin(fonts);
    *b = (struct pdf_book){.w = {.p = p,
                               .fonts = fonts,
                               .meta = meta,
                               .resources = hpdf_object(&p->h),
                               .pictures = pictures_new(run)},
        .pages = NEW(run, HPDF_Page, plan->npages),
        .npages = plan->npages,
        .drawn = plan->ncontents,
        .ncontents = plan->ncontents,
        .parts = NEW(run, HPDF_Dict, plan->nparts + 1),
        .nparts = plan->nparts + 1,
        .next = 1,
        .tags = tag_whole_new(&p->h),
        .outline = meta_outline_new(&p->h)};
    for (int i = 0; i < b->ncontents; i++)
        b->pages[i] = drawing_page(&b->w, plan->w, plan->h);
    meta_outline_part(
        run, &p->h, &b->outline, plan->contents, &contents, b->pages, false);
    return b;
}

/* Draws `pages` as the pages of the whole from number `first` on, and makes the
   structure of part `part`. */
static bool
part_draw(struct arena *a, struct diag *d, struct pdf_book *b,
    const struct pages *pages, int first, const HPDF_Page *targets, int part)
{
    struct drawing *w = &b->w;
    struct hpdf *h = &w->p->h;
    unsigned number = hpdf_next(h);
    struct arena *held;

    assert(first + pages->n <= b->npages);
    w->a = a;
    w->pages = pages;
    w->objects = b->pages + first;
    w->tags = tag_new(a, pages->doc, &w->form);
    if (!drawing_pages(w))
        return drawing_outside(d);
    held = arena_new();
    if (part != CONTENTS)
        hpdf_part_begin(held);
    b->parts[part] =
        tag_write_part(a, h, w->tags, w->objects, targets, pages, &b->tags);
    if (part != CONTENTS)
        hpdf_part_end(h, number);
    arena_free(held);
    return true;
}

bool
pdf_book_add(struct arena *a, struct diag *d, struct pdf_book *b,
    const char *name, const struct pages *pages)
{
    struct hpdf *h = &b->w.p->h;
    int first = b->drawn;

    assert(b->next < b->nparts);
    if (!part_draw(a, d, b, pages, first, b->pages + first, b->next))
        return false;
    meta_outline_part(a, h, &b->outline, name, pages, b->pages + first, true);
    b->drawn += pages->n;
    b->next++;
    return true;
}

bool
pdf_book_end(struct arena *a, struct diag *d, struct pdf_book *b,
    const struct pages *contents, struct buf *out)
{
    struct hpdf *h = &b->w.p->h;

    assert(b->next == b->nparts && contents->n == b->ncontents);
    if (!part_draw(a, d, b, contents, 0, b->pages, CONTENTS) ||
        !drawing_resources(&b->w, d))
        return false;
    tag_whole_write(h, &b->tags, b->parts, b->nparts);
    meta_write(a, h, contents, b->w.meta);
    meta_outline_write(h, &b->outline);
    if (b->w.meta->profile != PDF_NONE)
        meta_write_intent(a, h, &b->w.p->icc);
    return drawing_end(&b->w, d, out);
}

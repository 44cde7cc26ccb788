/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "pdf/drawing.h"

#include "pdf/pdf.h"

#include <assert.h>

/* The pages of the contents are the first of the file, but what stands on them
   is drawn last: links need the pages that they lead to.  Fonts see the glyphs
   of all parts before one subset of each is made.  A part is written when it is
   drawn; of it only the numbers of its pages, of its topmost element and of its
   leaves in the trees of the whole are kept, and its bookmark. */

enum { CONTENTS }; /* the number of that part */

struct pdf_book {
    struct drawing w;
    struct writer *writer;
    HPDF_Page *pages; /* of the whole; those that are written as mentions */
    int npages, drawn, ncontents;
    HPDF_Dict *parts; /* mentions of their elements, the contents first */
    int nparts, next;
    struct tag_whole tags;
    struct outline outline;
};

struct pdf_book *
pdf_book_begin(struct arena *run, struct diag *d, struct pdf *p,
    struct font_set *fonts, const struct pdf_meta *meta,
    const struct pdf_plan *plan, const struct sink *sink)
{
    struct pdf_book *b = NEW(run, struct pdf_book, 1);
    const struct pages contents = {.h = plan->h};
    struct write_options form;

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
        .outline = meta_outline_new(run, &p->h, plan->nparts + 1)};
    for (int i = 0; i < b->ncontents; i++)
        b->pages[i] = drawing_page(&b->w, plan->w, plan->h);
    meta_outline_part(
        run, &p->h, &b->outline, CONTENTS, plan->contents, &contents, b->pages);
    form = drawing_form(&b->w);
    arena_reset(p->part);
    b->writer = write_begin(run, &p->h, &form, sink);
    return drawing_sound(&b->w, d) ? b : NULL;
}

/* Draws `pages` as the pages of the whole from number `first` on, and makes the
   structure of part `part`. */
static bool
part_draw(struct arena *a, struct diag *d, struct pdf_book *b,
    const struct pages *pages, int first, const HPDF_Page *targets, int part)
{
    struct drawing *w = &b->w;
    struct hpdf *h = &w->p->h;

    assert(first + pages->n <= b->npages);
    w->a = a;
    w->content = w->deflated = buf_new(a);
    w->pages = pages;
    w->objects = b->pages + first;
    w->tags = tag_new(a, pages->doc, &w->form);
    if (!drawing_pages(w))
        return drawing_outside(d);
    b->parts[part] = hpdf_mention(
        h, tag_write_part(a, h, w->tags, w->objects, targets, pages, &b->tags));
    return true;
}

bool
pdf_book_add(struct arena *a, struct diag *d, struct pdf_book *b,
    const char *name, const struct pages *pages)
{
    struct hpdf *h = &b->w.p->h;
    HPDF_Page *objects = b->pages + b->drawn;
    bool ok;

    assert(b->next < b->nparts);
    hpdf_part_begin(h, b->w.p->part);
    ok = part_draw(a, d, b, pages, b->drawn, objects, b->next);
    if (ok) {
        meta_outline_part(a, h, &b->outline, b->next, name, pages, objects);
        ok = write_part(b->writer);
    }
    for (int i = 0; i < pages->n; i++)
        objects[i] = hpdf_mention(h, objects[i]);
    hpdf_part_end(h);
    arena_reset(b->w.p->part);
    b->drawn += pages->n;
    b->next++;
    return drawing_sound(&b->w, d) && ok;
}

/* All that is not written yet. */
static bool
rest_draw(struct arena *a, struct diag *d, struct pdf_book *b,
    const struct pages *contents)
{
    struct hpdf *h = &b->w.p->h;

    assert(b->next == b->nparts && contents->n == b->ncontents);
    hpdf_part_begin(h, NULL);
    if (!part_draw(a, d, b, contents, 0, b->pages, CONTENTS) ||
        !drawing_resources(&b->w, d))
        return false;
    tag_whole_write(h, &b->tags, b->parts, b->nparts);
    meta_write(a, h, contents, b->w.meta);
    if (b->w.meta->profile != PDF_NONE)
        meta_write_intent(a, h, &b->w.p->icc);
    return true;
}

bool
pdf_book_end(struct arena *a, struct diag *d, struct pdf_book *b,
    const struct pages *contents)
{
    bool taken;

    if (!rest_draw(a, d, b, contents))
        return false;
    taken = write_part(b->writer) && write_end(b->writer);
    return drawing_sound(&b->w, d) && taken;
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "pdf/pdf.h"

#include "pdf/booklet.h"
#include "pdf/draw.h"
#include "pdf/drawing.h"

#include <libdeflate.h>
#include <string.h>

/* One report: pages are drawn, fonts embedded, the structure tree and the
   metadata made, all as objects of libharu; then the file is written.  An
   error of libharu's is looked for once, at the end. */

enum { DEFLATE_LEVEL = 1 };

static const struct pos nowhere;

/* ---- opening ---- */

static void
on_error(HPDF_STATUS code, HPDF_STATUS detail, void *user)
{
    struct pdf *p = user;

    (void)detail;
    if (p->error == HPDF_OK)
        p->error = code;
}

struct pdf *
pdf_open(struct diag *d)
{
    struct arena *run = arena_new();
    struct pdf *p = NEW(run, struct pdf, 1);

    p->run = run;
    p->programs = embed_cache_new(run);
    p->pictures = picture_cache_new(run);
    p->h.pool = arena_new();
    p->part = arena_new();
    p->h.deflate = libdeflate_alloc_compressor(DEFLATE_LEVEL);
    if (p->h.deflate != NULL)
        return p;
    diag_error(d, nowhere, "E501", "cannot start libharu: out of memory");
    pdf_close(p);
    return NULL;
}

void
pdf_close(struct pdf *p)
{
    if (p == NULL)
        return;
    libdeflate_free_compressor(p->h.deflate);
    embed_cache_free(p->programs);
    picture_cache_free(p->pictures);
    arena_free(p->h.pool);
    arena_free(p->part);
    arena_free(p->run);
}

/* Compresses the profile unless that was done before. */
static bool
icc_load(struct diag *d, struct pdf *p, const struct source *profile)
{
    if (profile == NULL) {
        diag_error(d, nowhere, "E504", "there is no sRGB colour profile");
        diag_help(d, "it comes with the package icc-profiles-free");
        return false;
    }
    if (p->profile == profile)
        return true;
    p->profile = profile;
    p->icc = buf_new(p->run);
    hpdf_deflate(&p->h, profile->text, profile->len, &p->icc);
    return true;
}

/* An empty document in place of the one before. */
static bool
document_new(struct pdf *p)
{
    p->error = HPDF_OK;
    return hpdf_new(&p->h, on_error, p);
}

bool
drawing_begin(struct diag *d, struct pdf *p, const struct pdf_meta *meta)
{
    if (meta->profile != PDF_NONE && !icc_load(d, p, meta->icc))
        return false;
    return document_new(p) || diag_error(d, nowhere, "E501",
                                  "cannot start libharu: out of memory");
}

/* ---- pages ---- */

/* Begins a stretch of content, or an artifact. */
static void
stretch_begin(struct drawing *w, struct canvas *c, int element, int page)
{
    if (element == TAG_PAGINATION) {
        buf_puts(&c->out, "/Artifact<</Type/Pagination>>BDC\n");
    } else if (element == TAG_ARTIFACT) {
        buf_puts(&c->out, "/Artifact BMC\n");
    } else {
        buf_putc(&c->out, '/');
        buf_puts(&c->out, tag_type(w->tags, element));
        buf_puts(&c->out, "<</MCID ");
        buf_number(&c->out, (unsigned long)tag_open(w->tags, element, page));
        buf_puts(&c->out, ">>BDC\n");
    }
}

/* Marks of one block that follow one another share a stretch. */
static void
marks_draw(struct drawing *w, struct canvas *c, int number)
{
    const struct page *page = &w->pages->v[number];
    const struct block *block = NULL;
    int now = TAG_NONE;

    for (int i = 0; i < page->n; i++) {
        const struct mark *m = &page->marks[i];
        int element;

        if (!canvas_shows(m))
            continue;
        element = tag_element(w->tags, m);
        if (element != now || (element >= 0 && m->block != block)) {
            if (now != TAG_NONE)
                buf_puts(&c->out, "EMC\n");
            stretch_begin(w, c, element, number);
            now = element;
            block = m->block;
        }
        if (element >= 0)
            tag_extend(w->tags, element, number, m);
        canvas_mark(c, m);
    }
    if (now != TAG_NONE)
        buf_puts(&c->out, "EMC\n");
}

static void
page_box(struct hpdf *h, HPDF_Page page, mpt width, mpt height)
{
    HPDF_Array box = hpdf_array(h);

    hpdf_push_int(box, 0);
    hpdf_push_int(box, 0);
    hpdf_push_mpt(box, width);
    hpdf_push_mpt(box, height);
    hpdf_add(page, "MediaBox", box);
}

HPDF_Page
drawing_page(struct drawing *w, mpt width, mpt height)
{
    struct hpdf *h = &w->p->h;
    HPDF_Page page = hpdf_page(h);

    if (page == NULL)
        return NULL;
    page_box(h, page, width, height);
    hpdf_add(page, "Resources", w->resources);
    return page;
}

/* Where libharu has no page, its error is reported at the end. */
static void
page_fill(struct drawing *w, HPDF_Page page, const struct buf *content)
{
    HPDF_PageAttr attr;
    struct buf *z = &w->deflated;

    if (page == NULL)
        return;
    z->len = 0;
    hpdf_deflate(&w->p->h, content->p, content->len, z);
    attr = page->attr;
    HPDF_Stream_Write(attr->stream, (const HPDF_BYTE *)z->p, (HPDF_UINT)z->len);
    attr->contents->filter = HPDF_STREAM_FILTER_FLATE_DECODE;
}

/* False where a mark lies outside every page. */
static bool
page_draw(struct drawing *w, int number)
{
    struct canvas c =
        canvas_new(w->a, w->fonts, &w->pictures, w->pages->h, w->meta->mono);

    c.out = w->content;
    c.out.len = 0;
    marks_draw(w, &c, number);
    w->content = c.out;
    if (w->objects[number] == NULL)
        w->objects[number] = drawing_page(w, w->pages->w, w->pages->h);
    page_fill(w, w->objects[number], &c.out);
    return !c.outside;
}

bool
drawing_pages(struct drawing *w)
{
    bool inside = true;

    for (int i = 0; i < w->pages->n; i++)
        inside = page_draw(w, i) && inside;
    return inside;
}

/* ---- a booklet ---- */

/* A page in its half of a side; false as page_draw. */
static bool
half_draw(struct drawing *w, const struct booklet *b, int half, int number,
    struct buf *side)
{
    const struct page *page = &w->pages->v[number];
    struct canvas c =
        canvas_new(w->a, w->fonts, &w->pictures, w->pages->h, w->meta->mono);
    mpt x, y;

    for (int i = 0; i < page->n; i++)
        if (canvas_shows(&page->marks[i]))
            canvas_mark(&c, &page->marks[i]);
    booklet_place(b, half, &x, &y);
    buf_printf(side, "q %d.%06d 0 0 %d.%06d %d.%03d %d.%03d cm\n",
        b->ppm / 1000000, b->ppm % 1000000, b->ppm / 1000000, b->ppm % 1000000,
        x / 1000, x % 1000, y / 1000, y % 1000);
    buf_add(side, c.out.p, c.out.len);
    buf_puts(side, "Q\n");
    return !c.outside;
}

static bool
booklet_draw(struct drawing *w)
{
    int n = w->pages->n;
    struct booklet b = booklet_of(n, w->pages->w, w->pages->h);
    bool inside = true;

    for (int i = 0; i < b.sides; i++) {
        struct buf side = buf_new(w->a);
        int pages[2];

        booklet_side(&b, n, i, pages);
        for (int half = 0; half < 2; half++)
            if (pages[half] != BOOKLET_BLANK)
                inside = half_draw(w, &b, half, pages[half], &side) && inside;
        page_fill(w, drawing_page(w, b.w, b.h), &side);
    }
    return inside;
}

/* The fonts that the pages used, under the names that drawing gave them; what
   may be typed is used too. */
static bool
fonts_write(struct drawing *w, struct diag *d)
{
    struct hpdf *h = &w->p->h;
    HPDF_Dict fonts = hpdf_dict(h);
    struct font_subset *subsets = NEW(w->a, struct font_subset, FONT_MAX);
    int typed = w->form.n > 0 ? font_typing(w->fonts) : FONT_MAX;

    for (int i = 0; i < FONT_MAX; i++) {
        struct font_subset *subset = &subsets[i];
        HPDF_Dict font;

        if (!font_subset(w->a, w->fonts, i, subset))
            return diag_error(d, nowhere, "E506",
                "HarfBuzz cannot make a subset of font %s",
                font_name(w->fonts, i));
        if (!subset->used)
            continue;
        font = embed_font(
            w->a, h, w->p->programs, subset, w->meta->profile == PDF_1B);
        hpdf_add(fonts, arena_printf(w->a, "F%d", i), font);
        if (i == typed)
            w->typed = (struct form_font){font, subset};
    }
    hpdf_add(w->resources, "Font", fonts);
    return true;
}

/* ---- the whole ---- */

bool
drawing_resources(struct drawing *w, struct diag *d)
{
    struct hpdf *h = &w->p->h;

    if (font_failed(w->fonts))
        return diag_error(d, nowhere, "E505", "HarfBuzz cannot shape text");
    if (!fonts_write(w, d))
        return false;
    hpdf_add(w->resources, "XObject",
        pictures_write(w->a, h, w->p->pictures, &w->pictures, w->meta->mono));
    return true;
}

bool
drawing_outside(struct diag *d)
{
    return diag_error(
        d, nowhere, "E503", "internal error: a mark lies outside every page");
}

static bool
document_draw(struct drawing *w, struct diag *d)
{
    struct hpdf *h = &w->p->h;

    font_begin(w->fonts);
    w->resources = hpdf_object(h);
    if (!w->meta->booklet) /* in which nobody types */
        w->form = form_find(w->a, w->pages);
    w->tags = tag_new(w->a, w->pages->doc, &w->form);
    w->pictures = pictures_new(w->a);
    w->objects = NEW(w->a, HPDF_Page, w->pages->n);
    if (!(w->meta->booklet ? booklet_draw(w) : drawing_pages(w)))
        return drawing_outside(d);
    if (!drawing_resources(w, d))
        return false;
    if (!w->meta->booklet) {
        if (w->form.n > 0)
            form_write(w->a, h, &w->form, w->pages, w->objects, &w->typed);
        tag_write(w->a, h, w->tags, w->objects, w->pages);
    }
    meta_write(w->a, h, w->pages, w->meta);
    if (!w->meta->booklet)
        meta_write_outline(w->a, h, w->pages, w->objects);
    if (w->meta->profile != PDF_NONE)
        meta_write_intent(w->a, h, &w->p->icc);
    if (w->meta->profile == PDF_3A)
        meta_write_attachments(w->a, h, w->meta);
    return true;
}

struct write_options
drawing_form(const struct drawing *w)
{
    return (struct write_options){.version = w->meta->profile == PDF_1B ? 4 : 7,
        .compact = w->meta->profile != PDF_1B};
}

bool
drawing_sound(const struct drawing *w, struct diag *d)
{
    struct pdf *p = w->p;
    HPDF_STATUS error =
        p->error != HPDF_OK ? p->error : HPDF_GetError(p->h.doc);

    return error == HPDF_OK ||
           diag_error(d, nowhere, "E502", "cannot make the PDF: %s (%04lX)",
               hpdf_error_text(error), (unsigned long)error);
}

/* Adds the file's bytes to `out`. */
static bool
document_write(struct drawing *w, struct diag *d, struct buf *out)
{
    struct write_options options = drawing_form(w);
    size_t before = out->len;

    write_document(w->a, &w->p->h, &options, out);
    if (drawing_sound(w, d))
        return true;
    out->len = before;
    return false;
}

bool
pdf_draw(struct arena *a, struct diag *d, struct pdf *p, struct font_set *fonts,
    const struct pages *pages, const struct pdf_meta *meta, struct buf *out)
{
    struct drawing w = {.a = a,
        .p = p,
        .fonts = fonts,
        .pages = pages,
        .meta = meta,
        .content = buf_new(a),
        .deflated = buf_new(a)};

    return drawing_begin(d, p, meta) && document_draw(&w, d) &&
           document_write(&w, d, out);
}

const char *
pdf_library(void)
{
    return HPDF_GetVersion();
}

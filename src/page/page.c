/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "page/page.h"

#include <string.h>

struct mark *
page_mark(struct arena *a, struct page *p, struct mark mark)
{
    GROW(a, p->marks, p->n, p->cap, 64);
    p->marks[p->n] = mark;
    return &p->marks[p->n++];
}

static void
enlarge(mpt *v, int permille)
{
    *v = (mpt)((long long)*v * permille / 1000);
}

static void
mark_enlarge(struct mark *m, int permille)
{
    mpt *const lengths[] = {
        &m->x, &m->y, &m->w, &m->h, &m->weight, &m->radius, &m->dash, &m->size};

    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++)
        enlarge(lengths[i], permille);
}

void
pages_bind(struct pages *pages, mpt by)
{
    for (int i = 0; by != 0 && i < pages->n; i++)
        for (int k = 0; k < pages->v[i].n; k++)
            pages->v[i].marks[k].x += i % 2 == 0 ? by : -by;
}

void
pages_enlarge(struct pages *pages, int permille)
{
    enlarge(&pages->w, permille);
    enlarge(&pages->h, permille);
    for (int i = 0; i < pages->nbookmarks; i++)
        enlarge(&pages->bookmarks[i].y, permille);
    for (int i = 0; i < pages->nlandings; i++)
        enlarge(&pages->landings[i].y, permille);
    for (int i = 0; i < pages->n; i++)
        for (int k = 0; k < pages->v[i].n; k++)
            mark_enlarge(&pages->v[i].marks[k], permille);
}

static void
dump_length(struct buf *out, mpt v)
{
    buf_putc(out, ' ');
    buf_milli(out, v);
}

static void
mark_dump(const struct mark *m, struct buf *out)
{
    static const char *const kinds[] = {[MARK_GLYPHS] = "text",
        [MARK_RECT] = "rect",
        [MARK_LINE] = "line",
        [MARK_DISC] = "disc",
        [MARK_DIAMOND] = "diamond",
        [MARK_TRIANGLE] = "triangle",
        [MARK_IMAGE] = "image",
        [MARK_INPUT] = "input"};

    buf_printf(out, "  %s", kinds[m->kind]);
    dump_length(out, m->x);
    dump_length(out, m->y);
    dump_length(out, m->w);
    if (m->kind != MARK_GLYPHS) {
        dump_length(out, m->h);
        if (m->fill >= 0)
            buf_printf(out, " fill #%06X", (unsigned)m->fill);
        if (m->stroke >= 0)
            buf_printf(out, " stroke #%06X", (unsigned)m->stroke);
        if (m->input != NULL)
            buf_printf(out, " %s", m->input->name);
        buf_putc(out, '\n');
        return;
    }
    buf_puts(out, " size");
    dump_length(out, m->size);
    buf_printf(out, " %s \"",
        m->block == NULL ? "artifact" : role_name[m->block->role]);
    for (int i = 0; i < m->nglyphs; i++)
        buf_add(out, m->glyphs[i].text, m->glyphs[i].len);
    buf_puts(out, "\"\n");
}

void
pages_dump(const struct pages *pages, struct buf *out)
{
    for (int i = 0; i < pages->n; i++) {
        buf_printf(out, "page %d\n", i + 1);
        for (int k = 0; k < pages->v[i].n; k++)
            mark_dump(&pages->v[i].marks[k], out);
    }
}

void
pages_dump_breaks(const struct pages *pages, struct buf *out)
{
    for (int i = 0; i < pages->n; i++) {
        const struct page_fit *f = &pages->v[i].fit;

        buf_printf(out, "page %d: ", i + 1);
        if (f->section == NULL) {
            buf_puts(out, "left blank\n");
            continue;
        }
        buf_printf(out, "%d.%d %% of", f->fill / 10, f->fill % 10);
        dump_length(out, f->h);
        buf_printf(out, " pt, %s; gave: %s", f->section, f->gave);
        if (f->low > 0)
            buf_printf(out, "; parts that begin low: %d", f->low);
        buf_printf(out, "; ends: %s; cost %ld\n", f->ends, f->cost);
    }
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "pdf/draw.h"

#include "pdf/hpdf.h"

#include <stdlib.h>

/* Numbers have two decimals: a hundredth of a point (3.5 micrometres) is finer
   than any printer.  Text goes as literal strings of two-byte CIDs, half as
   long as hexadecimal. */

enum {
    LIMIT = 14400 * 1000, /* mpt: the largest page (ISO 32000-1 C.2) */
    CIRCLE_MILLI = 552,   /* control points of a quarter circle */
    CORNER_MILLI = 1000 - CIRCLE_MILLI
};

struct canvas
canvas_new(struct arena *a, struct font_set *fonts, struct pictures *pictures,
    mpt page_h, bool mono)
{
    return (struct canvas){.out = buf_new(a),
        .fonts = fonts,
        .pictures = pictures,
        .page_h = page_h,
        .mono = mono,
        .fill = 0, /* what a page begins with */
        .stroke = 0,
        .weight = 1000,
        .font = CANVAS_UNSET};
}

bool
canvas_shows(const struct mark *m)
{
    if (m->kind == MARK_GLYPHS)
        return m->fill >= 0 && m->nglyphs > 0;
    if (m->kind == MARK_IMAGE)
        return true;
    if (m->kind == MARK_INPUT)
        return false;
    return (m->fill >= 0 && m->kind != MARK_LINE) ||
           (m->stroke >= 0 && m->weight > 0);
}

/* ---- numbers and state ---- */

/* A length with two decimals and a space behind it. */
static void
put(struct canvas *c, long v)
{
    char t[24];
    size_t i = sizeof t;
    unsigned long n, part;

    if (v > LIMIT || v < -LIMIT) {
        c->outside = true;
        return;
    }
    n = ((unsigned long)labs(v) + 5) / 10;
    part = n % 100;
    t[--i] = ' ';
    if (part % 10 != 0)
        t[--i] = (char)('0' + part % 10);
    if (part != 0) {
        t[--i] = (char)('0' + part / 10);
        t[--i] = '.';
    }
    for (unsigned long whole = n / 100; whole > 0 || part == 0; whole /= 10) {
        t[--i] = (char)('0' + whole % 10);
        if (whole < 10)
            break;
    }
    if (v < 0 && n > 0)
        t[--i] = '-';
    buf_add(&c->out, t + i, sizeof t - i);
}

/* Marks count down from the top of the page, PDF up from the foot. */
static void
put_point(struct canvas *c, long x, long y)
{
    put(c, x);
    put(c, (long)c->page_h - y);
}

static void
put_operator(struct canvas *c, const char *name)
{
    buf_puts(&c->out, name);
    buf_putc(&c->out, '\n');
}

/* A colour component, 0 to 255, as 0 to 1. */
static void
put_shade(struct canvas *c, int v)
{
    buf_milli(&c->out, (v * 1000L + 127) / 255);
    buf_putc(&c->out, ' ');
}

static void
set_color(
    struct canvas *c, int rgb, int *now, const char *gray, const char *color)
{
    int r = rgb >> 16 & 255, g = rgb >> 8 & 255, b = rgb & 255;

    if (*now == rgb)
        return;
    *now = rgb;
    if (c->mono || (r == g && g == b)) {
        put_shade(c, c->mono ? picture_luma(rgb) : r);
        put_operator(c, gray);
        return;
    }
    put_shade(c, r);
    put_shade(c, g);
    put_shade(c, b);
    put_operator(c, color);
}

static void
set_stroke(struct canvas *c, const struct mark *m)
{
    set_color(c, m->stroke, &c->stroke, "G", "RG");
    if (c->weight != m->weight) {
        c->weight = m->weight;
        put(c, m->weight);
        put_operator(c, "w");
    }
    if (c->dash != m->dash) {
        c->dash = m->dash;
        buf_putc(&c->out, '[');
        if (m->dash > 0)
            put(c, m->dash);
        put_operator(c, "] 0 d");
    }
}

/* ---- shapes ---- */

static void
path_move(struct canvas *c, long x, long y)
{
    put_point(c, x, y);
    put_operator(c, "m");
}

static void
path_line(struct canvas *c, long x, long y)
{
    put_point(c, x, y);
    put_operator(c, "l");
}

/* A quarter ellipse in a box of `dx` by `dy` from the current point (x, y);
   it leaves along x, or along y. */
static void
path_corner(struct canvas *c, long x, long y, long dx, long dy, bool along_x)
{
    long kx = dx * CIRCLE_MILLI / 1000, ky = dy * CIRCLE_MILLI / 1000;
    long rx = dx * CORNER_MILLI / 1000, ry = dy * CORNER_MILLI / 1000;

    if (along_x) {
        put_point(c, x + kx, y);
        put_point(c, x + dx, y + ry);
    } else {
        put_point(c, x, y + ky);
        put_point(c, x + rx, y + dy);
    }
    put_point(c, x + dx, y + dy);
    put_operator(c, "c");
}

static void
path_rounded(struct canvas *c, const struct mark *m)
{
    long x = m->x, y = m->y, w = m->w, h = m->h, r = m->radius;

    if (r > w / 2)
        r = w / 2;
    if (r > h / 2)
        r = h / 2;
    path_move(c, x + r, y);
    path_line(c, x + w - r, y);
    path_corner(c, x + w - r, y, r, r, true);
    path_line(c, x + w, y + h - r);
    path_corner(c, x + w, y + h - r, -r, r, false);
    path_line(c, x + r, y + h);
    path_corner(c, x + r, y + h, -r, -r, true);
    path_line(c, x, y + r);
    path_corner(c, x, y + r, r, -r, false);
    put_operator(c, "h");
}

static void
path_rect(struct canvas *c, const struct mark *m)
{
    if (m->radius > 0) {
        path_rounded(c, m);
        return;
    }
    put_point(c, m->x, (long)m->y + m->h);
    put(c, m->w);
    put(c, m->h);
    put_operator(c, "re");
}

static void
path_disc(struct canvas *c, const struct mark *m)
{
    long x = m->x, y = m->y, r = m->w;

    path_move(c, x + r, y);
    path_corner(c, x + r, y, -r, r, false);
    path_corner(c, x, y + r, -r, -r, true);
    path_corner(c, x - r, y, r, -r, false);
    path_corner(c, x, y - r, r, r, true);
    put_operator(c, "h");
}

static void
path_diamond(struct canvas *c, const struct mark *m)
{
    long x = m->x, y = m->y, r = m->w;

    path_move(c, x, y - r);
    path_line(c, x + r, y);
    path_line(c, x, y + r);
    path_line(c, x - r, y);
    put_operator(c, "h");
}

static void
path_triangle(struct canvas *c, const struct mark *m)
{
    long x = m->x, y = m->y, right = x + m->w, foot = y + m->h;

    path_move(c, right, y);
    path_line(c, right, foot);
    path_line(c, x, foot);
    put_operator(c, "h");
}

static void
canvas_shape(struct canvas *c, const struct mark *m)
{
    bool fill = m->fill >= 0 && m->kind != MARK_LINE;
    bool stroke = m->stroke >= 0 && m->weight > 0;

    if (fill)
        set_color(c, m->fill, &c->fill, "g", "rg");
    if (stroke)
        set_stroke(c, m);
    switch (m->kind) {
    case MARK_GLYPHS:
    case MARK_IMAGE:
    case MARK_INPUT:
        break; /* canvas_text, canvas_image; no ink */
    case MARK_RECT:
        path_rect(c, m);
        break;
    case MARK_LINE:
        path_move(c, m->x, m->y);
        path_line(c, (long)m->x + m->w, (long)m->y + m->h);
        break;
    case MARK_DISC:
        path_disc(c, m);
        break;
    case MARK_DIAMOND:
        path_diamond(c, m);
        break;
    case MARK_TRIANGLE:
        path_triangle(c, m);
        break;
    }
    put_operator(c, fill && stroke ? "B" : fill ? "f" : "S");
}

/* The unit square that a picture fills becomes its box. */
static void
canvas_image(struct canvas *c, const struct mark *m)
{
    buf_puts(&c->out, "q ");
    put(c, m->w);
    buf_puts(&c->out, "0 0 ");
    put(c, m->h);
    put_point(c, m->x, (long)m->y + m->h);
    put_operator(c, "cm");
    buf_printf(&c->out, "/I%d Do\nQ\n", pictures_number(c->pictures, m->image));
}

/* ---- text ---- */

static void
text_close(struct canvas *c)
{
    if (c->text == CANVAS_STRING)
        buf_putc(&c->out, ')');
    if (c->text != CANVAS_CLOSED)
        put_operator(c, "]TJ");
    c->text = CANVAS_CLOSED;
}

static void
text_adjust(struct canvas *c)
{
    if (c->text == CANVAS_CLOSED)
        buf_putc(&c->out, '[');
    else if (c->pending != 0 && c->text == CANVAS_STRING)
        buf_putc(&c->out, ')');
    else if (c->text == CANVAS_STRING)
        return;
    if (c->pending != 0)
        buf_milli(&c->out, c->pending * 1000L);
    buf_putc(&c->out, '(');
    c->pending = 0;
    c->text = CANVAS_STRING;
}

static void
text_byte(struct canvas *c, int byte)
{
    if (byte == '(' || byte == ')' || byte == '\\')
        buf_putc(&c->out, '\\');
    if (byte == '\r') /* a reader would take it for a line feed */
        buf_puts(&c->out, "\\r");
    else
        buf_putc(&c->out, (char)byte);
}

static void
text_font(struct canvas *c, int font, mpt size)
{
    if (c->font == font && c->size == size)
        return;
    text_close(c);
    c->font = font;
    c->size = size;
    buf_printf(&c->out, "/F%d ", font);
    put(c, size);
    put_operator(c, "Tf");
}

static void
text_rise(struct canvas *c, mpt rise)
{
    if (c->rise == rise)
        return;
    text_close(c);
    c->rise = rise;
    put(c, rise);
    put_operator(c, "Ts");
}

/* What a reader moves by a glyph is its width less the adjustment behind it;
   layout counts on `advance`, with the glyph `dx` beside its place. */
static void
text_glyph(struct canvas *c, const struct glyph *g, mpt size, int cid)
{
    text_font(c, g->font, size);
    text_rise(c, (mpt)((long)g->dy * size / 1000));
    c->pending -= g->dx;
    text_adjust(c);
    text_byte(c, cid >> 8);
    text_byte(c, cid & 255);
    c->pending = font_width(c->fonts, g->font, cid) + g->dx - g->advance;
}

/* Several glyphs for one text, or a glyph that cannot say its text: the text
   is given beside them, once. */
static void
text_said(struct canvas *c, const struct glyph *g)
{
    struct buf utf16 = buf_new(c->out.a);

    hpdf_utf16(g->text, g->len, true, &utf16);
    text_close(c);
    buf_puts(&c->out, "/Span<</ActualText<");
    hpdf_hex(utf16.p, utf16.len, &c->out);
    put_operator(c, ">>>BDC");
}

static void
canvas_text(struct canvas *c, const struct mark *m)
{
    const struct glyph *end = m->glyphs + m->nglyphs;

    set_color(c, m->fill, &c->fill, "g", "rg");
    buf_puts(&c->out, "BT ");
    put_point(c, m->x, m->y);
    put_operator(c, "Td");
    c->pending = 0;
    for (const struct glyph *g = m->glyphs, *next; g < end; g = next) {
        int cid = font_cid(c->fonts, g);
        bool said;

        for (next = g + 1; next < end && next->len == 0;)
            next++;
        said = g->len > 0 && (next > g + 1 || !font_cid_says(c->fonts, g, cid));
        if (said)
            text_said(c, g);
        text_glyph(c, g, m->size, cid);
        for (g++; g < next; g++)
            text_glyph(c, g, m->size, font_cid(c->fonts, g));
        if (said) {
            text_close(c);
            put_operator(c, "EMC");
        }
    }
    text_close(c);
    text_rise(c, 0);
    put_operator(c, "ET");
}

void
canvas_mark(struct canvas *c, const struct mark *m)
{
    if (m->kind == MARK_GLYPHS)
        canvas_text(c, m);
    else if (m->kind == MARK_IMAGE)
        canvas_image(c, m);
    else
        canvas_shape(c, m);
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "page/box.h"

#include "page/line.h"

#include <string.h>

/* Distances around chips; drawing sees them in the advances of the spaces. */
#define CHIP_GAP MM(1.0)
#define CHIP_GAP_STRONG MM(2.3) /* behind a heading */
#define CHIP_ROW_GAP MM(0.7)

static const char type_soft_hyphen[] = "\u00ad";

const bool joint_space[JOINT_COUNT] = {
    [JOINT_SPACE] = true,
    [JOINT_TIE] = true,
    [JOINT_CHIP] = true,
    [JOINT_ROW] = true,
    [JOINT_ROW_LONG] = true,
    [JOINT_BREAK] = true,
};
const bool joint_stretch[JOINT_COUNT] = {
    [JOINT_SPACE] = true,
    [JOINT_TIE] = true,
};

int16_t
type_advance(int advance, int more)
{
    if (advance == 0)
        return 0;
    advance += more;
    if (advance > INT16_MAX)
        return INT16_MAX;
    return (int16_t)(advance < INT16_MIN ? INT16_MIN : advance);
}

/* A space glyph of the face; `advance` 0: its own. */
static struct glyph
type_space(const struct type *t, enum face face, int64_t advance)
{
    struct glyph g = *t->m->shape(t->m->ctx, face, " ", 1)->glyphs;

    if (advance != 0)
        g.advance =
            type_advance(advance < INT16_MAX ? (int)advance : INT16_MAX, 0);
    return g;
}

struct type
type_new(const struct metrics *m, const struct style_def *style)
{
    mpt size = style->size > 0 ? style->size : 1;
    struct type t = {.m = m, .face = {style->face, FACE_BOLD}, .size = size};

    t.chip_size = (mpt)(((int64_t)size * CHIP_SIZE_PERMILLE + 500) / 1000);
    t.tracking = (int)((int64_t)style->tracking * 1000 / size);
    t.chip_gap = type_space(&t, style->face, CHIP_GAP * INT64_C(1000) / size);
    t.chip_gap_strong =
        type_space(&t, FACE_BOLD, CHIP_GAP_STRONG * INT64_C(1000) / size);
    t.row_gap =
        type_space(&t, style->face, CHIP_ROW_GAP * INT64_C(1000) / size);
    for (int strong = 0; strong < 2; strong++) {
        struct glyph g = type_space(&t, t.face[strong], 0);

        g.advance = type_advance(g.advance, t.tracking);
        t.space[strong] = g;
    }
    return t;
}

int64_t
type_width(const struct type *t, const struct glyph *glyphs, int n)
{
    int64_t w = 0;

    for (int i = 0; i < n; i++)
        w += type_advance(glyphs[i].advance, t->tracking);
    return w * t->size;
}

int64_t
type_item_width(
    const struct type *t, const struct item *item, const struct shaped *shaped)
{
    if (item->chip)
        return (int64_t)shaped->width * t->chip_size + 2000 * CHIP_PAD;
    if (t->tracking == 0)
        return (int64_t)shaped->width * t->size;
    return type_width(t, shaped->glyphs, shaped->n);
}

const struct glyph *
type_gap(const struct type *t, enum joint joint, const struct item *before)
{
    if (joint == JOINT_CHIP)
        return before->strong || t->face[0] == FACE_BOLD ? &t->chip_gap_strong
                                                         : &t->chip_gap;
    if (joint == JOINT_ROW || joint == JOINT_ROW_LONG)
        return &t->row_gap;
    return &t->space[!before->chip && before->strong];
}

int64_t
type_gap_width(
    const struct type *t, enum joint joint, const struct item *before)
{
    if (!joint_space[joint])
        return 0;
    return (int64_t)type_gap(t, joint, before)->advance * t->size;
}

const struct shaped *
type_shape(const struct type *t, const struct item *item)
{
    return t->m->shape(t->m->ctx, t->face[item->strong], item->text, item->len);
}

const struct shaped *
box_part(struct arena *a, const struct type *t, const struct box *b, int from,
    int to, bool hyphen)
{
    struct item part = b->item;
    size_t n = (size_t)(to - from), more = sizeof type_soft_hyphen - 1;
    char *text;

    part.text += from;
    part.len = (uint32_t)n;
    if (!hyphen)
        return type_shape(t, &part);
    text = arena_alloc(a, n + more);
    memcpy(text, part.text, n);
    memcpy(text + n, type_soft_hyphen, more);
    part.text = text;
    part.len += (uint32_t)more;
    return type_shape(t, &part);
}

void
box_add(struct arena *a, struct boxes *boxes, const struct type *t,
    const struct item *item)
{
    struct box box = {.item = *item, .shaped = type_shape(t, item)};

    box.w = type_item_width(t, item, box.shaped);
    if (boxes->n > 0) {
        const struct box *last = &boxes->v[boxes->n - 1];

        box.left =
            last->left + last->w + type_gap_width(t, item->joint, &last->item);
        box.gaps = last->gaps + joint_stretch[item->joint];
        box.letters = last->letters + last->item.letters;
    }
    GROW(a, boxes->v, boxes->n, boxes->cap, 16);
    boxes->v[boxes->n++] = box;
}

mpt
box_mpt(int64_t w)
{
    return (mpt)((w + 999) / 1000);
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "tests/unit/fake_metrics.h"

#include "base/utf8.h"

static const struct shaped *
fake_shape(void *ctx, enum face face, const char *s, size_t len)
{
    struct fake *f = ctx;
    const char *text = arena_strndup(f->a, s, len), *end = text + len;
    struct glyph *glyphs = NEW(f->a, struct glyph, utf8_count(s, len) + 1);
    struct shaped *shaped = NEW(f->a, struct shaped, 1);

    f->shaped++;
    while (text < end) {
        struct glyph *g = &glyphs[shaped->n++];

        g->text = text;
        g->gid = (uint16_t)utf8_next(&text);
        g->font = (uint8_t)face;
        g->len = (uint8_t)(text - g->text);
        g->advance = FAKE_ADVANCE;
        shaped->width += FAKE_ADVANCE;
    }
    shaped->glyphs = glyphs;
    return shaped;
}

static bool
fake_covers(void *ctx, uint32_t c)
{
    (void)ctx;
    return c != 0xfffd;
}

struct metrics
fake_metrics(struct fake *f)
{
    return (struct metrics){
        .ctx = f, .shape = fake_shape, .covers = fake_covers};
}

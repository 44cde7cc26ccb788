/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Line breaking of any text in any width, with advances that depend on the
   letter: nothing, negative and very wide ones among them. */
#include "base/utf8.h"
#include "page/hyphen.h"
#include "tests/unit/debian.h"
#include "page/line.h"

#include <assert.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { FUZZ_HEAD = 4, FUZZ_RUNS = 12 };

static const struct shaped *
fuzz_shape(void *ctx, enum face face, const char *s, size_t len)
{
    static const int16_t advances[] = {500, 600, 0, 250, 300, -40, 900, 4000};
    struct arena *a = ctx;
    const char *text = arena_strndup(a, s, len), *end = text + len;
    struct glyph *glyphs = NEW(a, struct glyph, len + 1);
    struct shaped *shaped = NEW(a, struct shaped, 1);

    while (text < end) {
        struct glyph *g = &glyphs[shaped->n++];
        uint32_t c;

        g->text = text;
        c = utf8_next(&text);
        g->gid = (uint16_t)c;
        g->font = (uint8_t)face;
        g->len = (uint8_t)(text - g->text);
        g->advance = c < 0x80 ? 600 : advances[c % 8];
        shaped->width += g->advance;
    }
    shaped->glyphs = glyphs;
    return shaped;
}

static bool
fuzz_covers(void *ctx, uint32_t c)
{
    (void)ctx;
    return c != 0xfffd;
}

/* Cuts the text into runs at 0x01 (plain), 0x02 (strong) and 0x03 (chip). */
static int
fuzz_runs(const char *text, size_t len, struct run *runs)
{
    int n = 0;
    size_t from = 0;

    runs[n++] = (struct run){.text = text};
    for (size_t i = 0; i < len; i++) {
        runs[n - 1].len = i - from;
        if (text[i] < 1 || text[i] > 3 || n == FUZZ_RUNS)
            continue;
        from = i + 1;
        runs[n++] = (struct run){.kind = text[i] == 3 ? RUN_CHIP : RUN_TEXT,
            .strong = text[i] == 2,
            .text = text + from};
    }
    runs[n - 1].len = len - from;
    return n;
}

/* No line but that of an empty text is empty, and no glyph without text. */
static void
fuzz_check(const struct paragraph *p)
{
    assert(p->n > 0);
    for (int i = 0; i < p->n; i++) {
        const struct line *line = &p->lines[i];

        assert(line->n > 0 || p->n == 1);
        for (int k = 0; k < line->n; k++) {
            const struct segment *s = &line->segments[k];

            assert(s->nglyphs >= 0 && (s->nglyphs == 0 || s->glyphs != NULL));
            for (int j = 0; j < s->nglyphs; j++)
                assert(s->glyphs[j].len > 0);
        }
    }
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct hyphenator *dutch;
    static struct arena *kept;
    struct run runs[FUZZ_RUNS];
    struct style_def style = {.leading = PT(12)};
    struct arena *a;
    struct metrics m;
    struct paragraph p;
    const char *text;
    size_t bad;
    int n;
    mpt width;

    if (size < FUZZ_HEAD ||
        memchr(data + FUZZ_HEAD, 0, size - FUZZ_HEAD) != NULL ||
        !utf8_valid((const char *)data + FUZZ_HEAD, size - FUZZ_HEAD, &bad))
        return 0;
    if (dutch == NULL)
        dutch = debian_patterns(kept = arena_new(), LANG_NL);
    a = arena_new();
    m = (struct metrics){.ctx = a,
        .shape = fuzz_shape,
        .covers = fuzz_covers,
        .hyphen = {[LANG_NL] = dutch}};
    style.justified = (data[0] & 1) != 0;
    style.hyphenate = (data[0] & 2) != 0;
    style.tracking = (data[0] & 4) != 0 ? PT(0.7) : 0;
    style.face = (enum face)(data[0] / 8 % FACE_COUNT);
    style.size = PT(1) + data[1] * 100;
    width = data[2] * 1000 + data[3] * 10;
    text = arena_strndup(a, (const char *)data + FUZZ_HEAD, size - FUZZ_HEAD);
    n = fuzz_runs(text, size - FUZZ_HEAD, runs);
    line_break(a, &m, runs, n, &style, LANG_NL, width, &p);
    fuzz_check(&p);
    if (line_width(&m, runs, n, &style) <= width && strchr(text, '\n') == NULL)
        assert(p.n == 1);
    arena_free(a);
    return 0;
}

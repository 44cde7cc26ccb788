/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What line breaking asks of fonts.  pdf/font fills it with HarfBuzz, tests
   with a fake of 600/1000 em per glyph; its user never knows which. */
#ifndef PAGE_METRICS_H
#define PAGE_METRICS_H

#include "layout/layout.h"

#include <stdint.h>

struct hyphenator;

/* A placed shape of a font.  Units: 1/1000 em. */
struct glyph {
    uint16_t gid;
    uint8_t font;     /* 0..FACE_COUNT-1, or a fallback font above */
    uint8_t len;      /* bytes of text */
    int16_t advance;  /* to the next glyph, kerning included */
    int16_t dx, dy;   /* offset of the drawing, for combining marks */
    const char *text; /* what it stands for; valid UTF-8, not terminated */
};

/* A shaped stretch of text. */
struct shaped {
    const struct glyph *glyphs;
    int n;
    int width; /* sum of advances */
};

struct metrics {
    void *ctx;
    /* Shapes `len` bytes (no line breaks) in one face.  The result belongs to
       the metrics and lasts until the report is done.  A soft hyphen gives the
       hyphen's glyph with U+00AD as its text. */
    const struct shaped *(*shape)(
        void *ctx, enum face face, const char *s, size_t len);
    /* Whether a glyph shows `c`: of the face it is set in, of its fallback, or
       of another face of either. */
    bool (*covers)(void *ctx, uint32_t c);
    /* Where words may be divided (page/hyphen.h); NULL: nowhere. */
    const struct hyphenator *hyphen[LANG_COUNT];
    /* Where a paragraph is worked out, emptied for each; NULL: where its lines
       are. */
    struct arena *work;
};

#endif

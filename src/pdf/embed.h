/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Subsets of fonts to the font objects of a document. */
#ifndef PDF_EMBED_H
#define PDF_EMBED_H

#include "pdf/font.h"
#include "pdf/hpdf.h"

/* Compressed font programs, kept because reports often share one. */
struct embed_cache;

/* An empty cache in `a`; embed_cache_free gives its own memory back. */
struct embed_cache *embed_cache_new(struct arena *a);
void embed_cache_free(struct embed_cache *cache);

/* The Type0 font of a subset in use; `cidset` for PDF/A-1. */
HPDF_Dict embed_font(struct arena *a, struct hpdf *h, struct embed_cache *cache,
    const struct font_subset *font, bool cidset);

/* The same font once more, as one whose lines stand further apart: it says
   another ascent and descent (1/1000 em, the descent below zero), and shares
   the rest. */
HPDF_Dict embed_leaded(struct arena *a, struct hpdf *h, HPDF_Dict type0,
    const struct font_subset *font, int ascent, int descent);

#endif

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Pictures as image objects of a PDF, each once per document. */
#ifndef PDF_PICTURE_H
#define PDF_PICTURE_H

#include "format/image.h"
#include "pdf/hpdf.h"

/* The pictures that a document draws, by number. */
struct pictures {
    struct arena *a;
    const struct image **v;
    int n, cap;
};

struct pictures pictures_new(struct arena *a);

/* The number of a picture, new or had before: it is drawn as /I<number>. */
int pictures_number(struct pictures *p, const struct image *image);

/* What the streams hold, kept over reports.  Lives as long as `a` and must be
   freed. */
struct picture_cache;
struct picture_cache *picture_cache_new(struct arena *a);
void picture_cache_free(struct picture_cache *cache);

/* The resources: a dictionary of all of them; NULL where there are none.
   `mono`: colours as grey. */
HPDF_Dict pictures_write(struct arena *a, struct hpdf *h,
    struct picture_cache *cache, const struct pictures *p, bool mono);

/* How light a colour 0xRRGGBB looks (ITU-R BT.709), 0 to 255. */
int picture_luma(int rgb);

#endif

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The kinds of picture, one file each; for image*.c alone.  Each reader is
   asked only what its own question says yes to, and refuses as image_read
   says. */
#ifndef FORMAT_IMAGE_KINDS_H
#define FORMAT_IMAGE_KINDS_H

#include "format/image.h"

bool image_is_png(const struct source *file);
bool image_read_png(struct arena *a, struct diag *d, const struct source *file,
    struct image *out);

bool image_is_jpeg(const struct source *file);
bool image_read_jpeg(struct arena *a, struct diag *d, const struct source *file,
    struct image *out);

bool image_is_svg(const struct source *file);
bool image_read_svg(struct arena *a, struct diag *d, const struct source *file,
    struct image *out);

/* Whether there are no more pixels than can be used; else P102. */
bool image_size_fits(struct diag *d, const struct source *file, unsigned long w,
    unsigned long h);

/* Gives `out`, whose size is set, its pixels: rows of one or three `channels`
   of 8 bits, which become one where none has a colour. */
void image_pack(struct image *out, unsigned char *pixels, size_t channels);

#endif

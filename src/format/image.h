/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Pictures: PNG, JPEG and SVG files to pixels.  The only user of libpng,
   libjpeg and librsvg. */
#ifndef FORMAT_IMAGE_H
#define FORMAT_IMAGE_H

#include "base/diag.h"

enum {
    IMAGE_FILE_MAX = 1024 * 1024, /* bytes */
    IMAGE_SIDE_MAX = 4000         /* pixels */
};

/* An opaque picture of 8 bits per channel. */
struct image {
    int w, h;
    bool gray; /* one byte per pixel, else three: red, green, blue */
    const unsigned char *pixels; /* rows from the top, without gaps */
    /* The same picture as a JPEG that a PDF may hold as it is, without what
       cameras and programs note in such a file; or NULL. */
    const unsigned char *jpeg;
    size_t njpeg;
    const struct source *file; /* tells pictures apart */
};

/* Bytes of all pixels; whether two are of the same file. */
size_t image_size(const struct image *image);
bool image_same(const struct image *a, const struct image *b);

/* Decodes a whole file.  PNG: any depth, palette and interlaced too; what is
   transparent stands on white.  JPEG: baseline and progressive, grey and
   colour.  SVG: as pixels, where librsvg is installed; nothing that it refers
   to is read.  Colour profiles and gamma are not looked at.  `file` must
   outlive
   `*out`.  False with an error at the file: P101 no such picture, P102 too many
   pixels, P103 colours for a press (CMYK), P104 damaged, P105 librsvg is not
   there. */
bool image_read(struct arena *a, struct diag *d, const struct source *file,
    struct image *out);

/* The version of libpng: "1.6.39". */
const char *image_library(void);

#endif

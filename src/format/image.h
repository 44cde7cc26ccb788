/* Pictures: PNG files to pixels.  The only user of libpng. */
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
    const struct source *file;   /* tells pictures apart */
};

/* Bytes of all pixels; whether two are of the same file. */
size_t image_size(const struct image *image);
bool image_same(const struct image *a, const struct image *b);

/* Decodes a whole PNG file: any depth, palette and interlaced too.  Colour
   profiles and gamma are not looked at.  `png` must outlive `*out`.  False
   with an error at the file: P101 not a PNG, P102 too many pixels, P103 not
   opaque, P104 damaged. */
bool image_read(struct arena *a, struct diag *d, const struct source *png,
    struct image *out);

/* The version of libpng: "1.6.39". */
const char *image_library(void);

#endif

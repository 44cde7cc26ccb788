/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "format/image_kinds.h"

#include <string.h>

size_t
image_size(const struct image *image)
{
    return (size_t)image->w * (size_t)image->h * (image->gray ? 1 : 3);
}

bool
image_same(const struct image *a, const struct image *b)
{
    return a->file == b->file ||
           (a->file->len == b->file->len &&
               memcmp(a->file->text, b->file->text, a->file->len) == 0);
}

/* Whether no pixel has a colour. */
static bool
all_gray(const unsigned char *pixels, size_t n, size_t channels)
{
    for (size_t i = 0; channels > 2 && i < n; i++) {
        const unsigned char *p = pixels + i * channels;

        if (p[0] != p[1] || p[1] != p[2])
            return false;
    }
    return true;
}

/* Moves the first `kept` of `channels` bytes of each pixel together. */
static void
pack(unsigned char *pixels, size_t n, size_t channels, size_t kept)
{
    if (channels != kept)
        for (size_t i = 0; i < n; i++)
            memmove(pixels + i * kept, pixels + i * channels, kept);
}

bool
image_size_fits(
    struct diag *d, const struct source *file, unsigned long w, unsigned long h)
{
    if (w <= IMAGE_SIDE_MAX && h <= IMAGE_SIDE_MAX)
        return true;
    return diag_error(d, (struct pos){.src = file}, "P102",
        "the picture has %lu by %lu pixels; at most %d by %d can be used", w, h,
        IMAGE_SIDE_MAX, IMAGE_SIDE_MAX);
}

void
image_pack(struct image *out, unsigned char *pixels, size_t channels)
{
    size_t n = (size_t)out->w * (size_t)out->h;

    out->gray = all_gray(pixels, n, channels);
    pack(pixels, n, channels, out->gray ? 1 : 3);
    out->pixels = pixels;
}

bool
image_read(struct arena *a, struct diag *d, const struct source *file,
    struct image *out)
{
    *out = (struct image){.file = file};
    if (image_is_png(file))
        return image_read_png(a, d, file, out);
    if (image_is_jpeg(file))
        return image_read_jpeg(a, d, file, out);
    if (image_is_svg(file))
        return image_read_svg(a, d, file, out);
    diag_error(d, (struct pos){.src = file}, "P101",
        "this is no picture of a kind that can be used");
    diag_help(d, "save it as PNG, JPEG or SVG");
    return false;
}

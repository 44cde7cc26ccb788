/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Any bytes as a picture: what is accepted has pixels of its size, all of which
   can be read. */
#include "fuzz.h"

#include "format/image.h"

#include <stdlib.h>

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz *f = fuzz_begin(data, size);
    struct image image = {0};
    unsigned sum = 0;
    bool ok = image_read(f->a, f->d, &f->src, &image);

    if (ok != (diag_errors(f->d, NULL) == 0))
        abort();
    if (ok && (image.w < 1 || image.h < 1 || image.w > IMAGE_SIDE_MAX ||
                  image.h > IMAGE_SIDE_MAX))
        abort();
    for (size_t i = 0; ok && i < image_size(&image); i++)
        sum += image.pixels[i];
    for (size_t i = 0; ok && i < image.njpeg; i++)
        sum += image.jpeg[i];
    if (sum == 1 && image.w > IMAGE_SIDE_MAX) /* so that they are read */
        abort();
    fuzz_end(f);
    return 0;
}

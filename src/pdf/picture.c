/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "pdf/picture.h"

#include <string.h>

/* Image objects (ISO 32000-1 8.9.5): 8 bits per channel in DeviceRGB or
   DeviceGray, for which the document's output intent speaks.  Readers are not
   asked to interpolate: PDF/A forbids it. */

enum { CACHE_MAX = 8 };

struct picture {
    struct image image; /* its pixels are not kept */
    bool mono;
    bool jpeg;       /* the bytes are a JPEG, else pixels in zlib's format */
    struct buf data; /* of the stream */
};

struct picture_cache {
    struct arena *mem; /* emptied when the cache is full */
    struct picture v[CACHE_MAX];
    int n;
};

struct pictures
pictures_new(struct arena *a)
{
    return (struct pictures){.a = a};
}

int
pictures_number(struct pictures *p, const struct image *image)
{
    for (int i = 0; i < p->n; i++)
        if (image_same(p->v[i], image))
            return i;
    GROW(p->a, p->v, p->n, p->cap, 4);
    p->v[p->n] = image;
    return p->n++;
}

struct picture_cache *
picture_cache_new(struct arena *a)
{
    struct picture_cache *cache = NEW(a, struct picture_cache, 1);

    cache->mem = arena_new();
    return cache;
}

void
picture_cache_free(struct picture_cache *cache)
{
    arena_free(cache->mem);
}

static struct source *
file_copy(struct arena *a, const struct source *file)
{
    struct source *copy = NEW(a, struct source, 1);

    *copy = (struct source){.name = "",
        .text = arena_strndup(a, file->text, file->len),
        .len = file->len};
    return copy;
}

static const unsigned char *
pixels_gray(struct arena *a, const struct image *image)
{
    size_t n = (size_t)image->w * (size_t)image->h;
    unsigned char *gray = arena_alloc(a, n);

    for (size_t i = 0; i < n; i++) {
        const unsigned char *p = image->pixels + 3 * i;

        gray[i] = (unsigned char)picture_luma(p[0] << 16 | p[1] << 8 | p[2]);
    }
    return gray;
}

/* The bytes of a picture: a JPEG as it came, where its colours are wanted or it
   has none, else the pixels. */
static void
picture_fill(struct hpdf *h, struct arena *mem, const struct image *image,
    struct picture *p)
{
    const unsigned char *pixels = image->pixels;

    p->jpeg = image->jpeg != NULL && (image->gray || !p->mono);
    if (p->jpeg) {
        buf_add(&p->data, (const char *)image->jpeg, image->njpeg);
        return;
    }
    if (p->mono && !image->gray) {
        pixels = pixels_gray(mem, image);
        p->image.gray = true;
    }
    hpdf_deflate(h, pixels, image_size(&p->image), &p->data);
}

/* What the stream holds, of this run's work where there is any. */
static const struct picture *
picture_find(struct hpdf *h, struct picture_cache *cache,
    const struct image *image, bool mono)
{
    struct picture *p;

    for (int i = 0; i < cache->n; i++)
        if (cache->v[i].mono == mono && image_same(&cache->v[i].image, image))
            return &cache->v[i];
    if (cache->n == CACHE_MAX) {
        arena_reset(cache->mem);
        cache->n = 0;
    }
    p = &cache->v[cache->n++];
    *p = (struct picture){
        .image = *image, .mono = mono, .data = buf_new(cache->mem)};
    p->image.file = file_copy(cache->mem, image->file);
    picture_fill(h, cache->mem, image, p);
    p->image.pixels = NULL;
    p->image.jpeg = NULL;
    return p;
}

static HPDF_Dict
picture_write(struct hpdf *h, const struct picture *p)
{
    HPDF_Dict o = hpdf_stream(h, p->data.p, p->data.len, !p->jpeg);

    if (p->jpeg && o != NULL)
        o->filter = HPDF_STREAM_FILTER_DCT_DECODE;
    hpdf_add_name(o, "Type", "XObject");
    hpdf_add_name(o, "Subtype", "Image");
    hpdf_add_int(o, "Width", p->image.w);
    hpdf_add_int(o, "Height", p->image.h);
    hpdf_add_name(o, "ColorSpace", p->image.gray ? "DeviceGray" : "DeviceRGB");
    hpdf_add_int(o, "BitsPerComponent", 8);
    return o;
}

HPDF_Dict
pictures_write(struct arena *a, struct hpdf *h, struct picture_cache *cache,
    const struct pictures *p, bool mono)
{
    HPDF_Dict all = p->n > 0 ? hpdf_dict(h) : NULL;

    for (int i = 0; i < p->n; i++)
        hpdf_add(all, arena_printf(a, "I%d", i),
            picture_write(h, picture_find(h, cache, p->v[i], mono)));
    return all;
}

int
picture_luma(int rgb)
{
    int r = rgb >> 16 & 255, g = rgb >> 8 & 255, b = rgb & 255;

    return (2126 * r + 7152 * g + 722 * b + 5000) / 10000;
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "format/image_kinds.h"

#include <png.h>
#include <setjmp.h>
#include <string.h>

/* libpng reports a fault by a jump out of its depths.  All that lives across
   the jump stands in one struct; libpng's own memory is given back in one
   place, ours is the arena's. */

enum {
    SIGNATURE = 8,
    CHUNK_HEAD = 8, /* of a chunk: its length and kind, */
    CHUNK_SUM = 4,  /* and behind its bytes their checksum */
    CHUNK_MEMORY_MAX = 1024 * 1024,
    PACKED_SLACK = 64 * 1024
};

struct decoder {
    struct arena *a;
    struct diag *d;
    const struct source *file;
    size_t at; /* bytes read */
    png_structp png;
    png_infop info;
    jmp_buf fault;
    char reason[80]; /* what libpng said */
    struct image *out;
};

/* ---- what libpng calls ---- */

static void
on_error(png_structp png, png_const_charp text)
{
    struct decoder *w = png_get_error_ptr(png);
    size_t n = strlen(text);

    if (n >= sizeof w->reason)
        n = sizeof w->reason - 1;
    memcpy(w->reason, text, n);
    w->reason[n] = '\0';
    longjmp(w->fault, 1); /* lint: allow */
}

/* What is only odd is no fault: so are damaged chunks of text, which make no
   pixels.  Other chunks do (which colour is transparent, for one). */
static void
on_warning(png_structp png, png_const_charp text)
{
    static const char *const harmless[] = {"tEXt", "zTXt", "iTXt"};

    if (strstr(text, "CRC") == NULL)
        return;
    for (size_t i = 0; i < sizeof harmless / sizeof *harmless; i++)
        if (strncmp(text, harmless[i], 4) == 0)
            return;
    png_error(png, text);
}

static void
on_read(png_structp png, png_bytep to, size_t n)
{
    struct decoder *w = png_get_io_ptr(png);

    if (n > w->file->len - w->at)
        png_error(png, "the file ends too early");
    memcpy(to, w->file->text + w->at, n);
    w->at += n;
}

/* ---- steps ---- */

/* Of all chunks only those that make the pixels are read. */
static bool
decoder_open(struct decoder *w)
{
    w->png =
        png_create_read_struct(PNG_LIBPNG_VER_STRING, w, on_error, on_warning);
    if (w->png != NULL)
        w->info = png_create_info_struct(w->png);
    if (w->info == NULL)
        return false;
    png_set_read_fn(w->png, w, on_read);
    png_set_keep_unknown_chunks(w->png, PNG_HANDLE_CHUNK_NEVER, NULL, -1);
    png_set_chunk_malloc_max(w->png, CHUNK_MEMORY_MAX);
    png_set_crc_action(w->png, PNG_CRC_ERROR_QUIT, PNG_CRC_WARN_DISCARD);
    return true;
}

/* Everything to one or three channels of 8 bits, on the white of the page. */
static void
decoder_normalise(struct decoder *w)
{
    bool wide = png_get_bit_depth(w->png, w->info) == 16;
    png_uint_16 full = wide ? 65535 : 255;
    png_color_16 white = {
        .red = full, .green = full, .blue = full, .gray = full};

    png_set_expand(w->png); /* palette, few bits, transparent colours */
    png_set_background(w->png, &white, PNG_BACKGROUND_GAMMA_FILE, 0, 1.0);
    png_set_scale_16(w->png);
    png_set_interlace_handling(w->png);
    png_read_update_info(w->png, w->info);
}

static unsigned char *
decoder_pixels(struct decoder *w)
{
    size_t stride = png_get_rowbytes(w->png, w->info);
    size_t h = (size_t)w->out->h;
    unsigned char *pixels = arena_alloc_n(w->a, stride, h);
    png_bytep *rows = NEW(w->a, png_bytep, h);

    for (size_t y = 0; y < h; y++)
        rows[y] = pixels + y * stride;
    png_read_image(w->png, rows);
    png_read_end(w->png, NULL);
    return pixels;
}

/* The bytes of pixels in the file, as they are packed. */
static size_t
packed_bytes(const struct source *file)
{
    const unsigned char *p = (const unsigned char *)file->text;
    size_t at = SIGNATURE, total = 0;

    while (file->len - at >= CHUNK_HEAD) {
        size_t len = (size_t)p[at] << 24 | (size_t)p[at + 1] << 16 |
                     (size_t)p[at + 2] << 8 | p[at + 3];

        if (len > file->len - at - CHUNK_HEAD)
            break;
        if (memcmp(p + at + 4, "IDAT", 4) == 0)
            total += len;
        at += CHUNK_HEAD + len;
        at += file->len - at >= CHUNK_SUM ? CHUNK_SUM : file->len - at;
    }
    return total;
}

/* Packed pixels are no larger than they are, by a little; what is more would be
   unpacked for nothing, and for as long as who made the file likes. */
static bool
decoder_has_more(const struct decoder *w)
{
    size_t row = png_get_rowbytes(w->png, w->info) + 1;
    size_t most = row * (size_t)w->out->h;

    return packed_bytes(w->file) > most + most / 2 + PACKED_SLACK;
}

/* All that may jump. */
static bool
decoder_run(struct decoder *w)
{
    struct pos at = {.src = w->file};
    png_uint_32 width, height;
    unsigned char *pixels;

    if (setjmp(w->fault) != 0) /* lint: allow */
        return diag_error(
            w->d, at, "P104", "the picture is damaged: %s", w->reason);
    if (!decoder_open(w))
        return diag_error(
            w->d, at, "P104", "the picture is damaged: %s", "out of memory");
    png_read_info(w->png, w->info);
    width = png_get_image_width(w->png, w->info);
    height = png_get_image_height(w->png, w->info);
    if (!image_size_fits(w->d, w->file, width, height))
        return false;
    w->out->w = (int)width;
    w->out->h = (int)height;
    if (decoder_has_more(w))
        png_error(w->png, "more data than its pixels have");
    decoder_normalise(w);
    pixels = decoder_pixels(w);
    image_pack(w->out, pixels, png_get_channels(w->png, w->info));
    return true;
}

bool
image_is_png(const struct source *file)
{
    return file->len >= SIGNATURE &&
           png_sig_cmp((png_const_bytep)file->text, 0, SIGNATURE) == 0;
}

bool
image_read_png(struct arena *a, struct diag *d, const struct source *file,
    struct image *out)
{
    struct decoder *w = NEW(a, struct decoder, 1);
    bool ok;

    *w = (struct decoder){.a = a, .d = d, .file = file, .out = out};
    ok = decoder_run(w);
    png_destroy_read_struct(&w->png, &w->info, NULL);
    return ok;
}

const char *
image_library(void)
{
    return png_get_libpng_ver(NULL);
}

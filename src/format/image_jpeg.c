/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "format/image_kinds.h"

#include "base/buf.h"

#include <setjmp.h>
#include <stdio.h>
#include <string.h>

/* After stdio.h, which it needs. */
#include <jpeglib.h>

/* JPEG (ITU-T T.81): decoded whole by libjpeg, so that a damaged file is
   refused here and not in a reader's hands; and kept as it is without the
   segments that hold no picture, for DCTDecode (ISO 32000-1 7.4.8).  Those may
   tell of a camera, a place and a person. */

enum {
    SCANS_MAX =
        64, /* of a progressive file; each takes the time of the whole */
    MARK = 0xFF,
    MARK_RST0 = 0xD0,
    MARK_RST7 = 0xD7,
    MARK_SOI = 0xD8,
    MARK_EOI = 0xD9,
    MARK_APP0 = 0xE0,
    MARK_APP14 = 0xEE,
    MARK_APP15 = 0xEF,
    MARK_COM = 0xFE,
    ADOBE_BYTES = 14 /* with the length: "Adobe", version, flags, transform */
};

struct decoder {
    struct jpeg_error_mgr fault; /* first: libjpeg gives its address back */
    struct jpeg_decompress_struct j;
    struct jpeg_progress_mgr progress;
    jmp_buf out_of_it;
    struct arena *a;
    struct diag *d;
    const struct source *file;
    struct image *out;
    char reason[JMSG_LENGTH_MAX];
};

bool
image_is_jpeg(const struct source *file)
{
    return file->len >= 3 && memcmp(file->text, "\xFF\xD8\xFF", 3) == 0;
}

/* ---- what libjpeg calls ---- */

static void
on_error(j_common_ptr j)
{
    struct decoder *w = (struct decoder *)(void *)j->err;

    j->err->format_message(j, w->reason);
    longjmp(w->out_of_it, 1); /* lint: allow */
}

/* A warning is damage that libjpeg would paint over. */
static void
on_message(j_common_ptr j, int level)
{
    if (level < 0)
        on_error(j);
}

static void
on_output(j_common_ptr j)
{
    (void)j;
}

static void
on_progress(j_common_ptr j)
{
    struct decoder *w = (struct decoder *)(void *)j->err;

    if (w->j.input_scan_number <= SCANS_MAX)
        return;
    snprintf(w->reason, sizeof w->reason, "more than %d scans", SCANS_MAX);
    longjmp(w->out_of_it, 1); /* lint: allow */
}

/* ---- without what is no picture ---- */

static bool
is_kept(int mark, const unsigned char *segment, size_t len)
{
    if (mark == MARK_APP14)
        return len >= ADOBE_BYTES && memcmp(segment + 2, "Adobe", 5) == 0;
    return mark != MARK_COM && (mark < MARK_APP0 || mark > MARK_APP15);
}

static void
put_mark(struct buf *out, int mark)
{
    const char bytes[] = {(char)MARK, (char)mark};

    buf_add(out, bytes, sizeof bytes);
}

/* The bytes from `at` on that are coded picture, up to the next mark. */
static size_t
coded_length(const unsigned char *p, size_t len, size_t at)
{
    size_t from = at;

    for (; at + 1 < len; at++)
        if (p[at] == MARK && p[at + 1] != 0 && p[at + 1] != MARK &&
            (p[at + 1] < MARK_RST0 || p[at + 1] > MARK_RST7))
            break;
    return at - from;
}

/* A segment, or the end: the place behind it; 0 where it is none.  The coded
   picture stands behind a segment, so that it is copied with whatever mark
   comes before. */
static size_t
copy_segment(
    const unsigned char *p, size_t len, size_t at, bool *end, struct buf *out)
{
    int mark = p[at + 1];
    size_t n = 0, coded;

    *end = mark == MARK_EOI;
    if (*end) {
        put_mark(out, mark);
        return at + 2;
    }
    if (at + 4 > len)
        return 0;
    n = (size_t)p[at + 2] << 8 | p[at + 3];
    if (n < 2 || at + 2 + n > len)
        return 0;
    coded = coded_length(p, len, at + 2 + n);
    if (is_kept(mark, p + at + 2, n)) {
        put_mark(out, mark);
        if (mark == MARK_APP14) {
            buf_add(out, "\0\x0E", 2);
            buf_add(out, (const char *)p + at + 4, ADOBE_BYTES - 2);
        } else {
            buf_add(out, (const char *)p + at + 2, n);
        }
        buf_add(out, (const char *)p + at + 2 + n, coded);
    }
    return at + 2 + n + coded;
}

/* False where the file is not one mark after another, as T.81 B.1 says. */
static bool
strip(const struct source *file, bool jfif, struct buf *out)
{
    static const char head[] = "\0\x10JFIF\0\1\1\0\0\1\0\1\0"; /* and a 0 */
    const unsigned char *p = (const unsigned char *)file->text;
    size_t at = 2;
    bool end = false;

    put_mark(out, MARK_SOI);
    if (jfif) {
        put_mark(out, MARK_APP0);
        buf_add(out, head, sizeof head);
    }
    while (!end) {
        while (at + 2 < file->len && p[at] == MARK && p[at + 1] == MARK)
            at++; /* fill bytes */
        if (at + 2 > file->len || p[at] != MARK)
            return false;
        at = copy_segment(p, file->len, at, &end, out);
        if (at == 0)
            return false;
    }
    return true;
}

/* ---- steps ---- */

/* Keeps the file for the PDF where every reader decodes it as libjpeg did. */
static void
keep(struct decoder *w)
{
    struct buf out = buf_new(w->a);
    bool colour = w->j.jpeg_color_space == JCS_YCbCr;

    if (w->j.arith_code || (!colour && w->j.jpeg_color_space != JCS_GRAYSCALE))
        return;
    /* Colours that are none are kept as grey pixels. */
    if (colour == w->out->gray || !strip(w->file, w->j.saw_JFIF_marker, &out))
        return;
    w->out->jpeg = (const unsigned char *)out.p;
    w->out->njpeg = out.len;
}

static unsigned char *
decode(struct decoder *w)
{
    size_t stride = (size_t)w->j.output_width * (size_t)w->j.output_components;
    unsigned char *pixels =
        arena_alloc_n(w->a, stride, (size_t)w->j.output_height);

    while (w->j.output_scanline < w->j.output_height) {
        JSAMPROW row = pixels + stride * w->j.output_scanline;

        jpeg_read_scanlines(&w->j, &row, 1);
    }
    jpeg_finish_decompress(&w->j);
    return pixels;
}

static void
decoder_open(struct decoder *w)
{
    w->j.err = jpeg_std_error(&w->fault);
    w->fault.error_exit = on_error;
    w->fault.emit_message = on_message;
    w->fault.output_message = on_output;
    jpeg_create_decompress(&w->j);
    w->progress.progress_monitor = on_progress;
    w->j.progress = &w->progress;
    jpeg_mem_src(&w->j, (const unsigned char *)w->file->text,
        (unsigned long)w->file->len);
}

/* All that may jump. */
static bool
decoder_run(struct decoder *w)
{
    struct pos at = {.src = w->file};
    unsigned char *pixels;

    if (setjmp(w->out_of_it) != 0) /* lint: allow */
        return diag_error(
            w->d, at, "P104", "the picture is damaged: %s", w->reason);
    decoder_open(w);
    jpeg_read_header(&w->j, TRUE);
    if (w->j.num_components == 4) {
        diag_error(w->d, at, "P103",
            "the colours of the picture are for a printing press (CMYK)");
        diag_help(w->d, "save it as RGB: most programs ask when saving");
        return false;
    }
    if (!image_size_fits(w->d, w->file, w->j.image_width, w->j.image_height))
        return false;
    w->j.out_color_space = w->j.num_components == 1 ? JCS_GRAYSCALE : JCS_RGB;
    jpeg_start_decompress(&w->j);
    w->out->w = (int)w->j.output_width;
    w->out->h = (int)w->j.output_height;
    pixels = decode(w);
    image_pack(w->out, pixels, (size_t)w->j.output_components);
    keep(w);
    return true;
}

bool
image_read_jpeg(struct arena *a, struct diag *d, const struct source *file,
    struct image *out)
{
    struct decoder *w = NEW(a, struct decoder, 1);
    bool ok;

    *w = (struct decoder){.a = a, .d = d, .file = file, .out = out};
    ok = decoder_run(w);
    jpeg_destroy_decompress(&w->j);
    return ok;
}

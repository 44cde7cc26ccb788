/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* PNG, JPEG and SVG files of every kind to pixels; and damaged ones. */
#include "format/image.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <png.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* After stdio.h, which it needs. */
#include <jpeglib.h>

enum { W = 5, H = 3 };

struct bench {
    struct arena *a;
    struct diag *d;
};

static int
setup(void **state)
{
    struct bench *b = malloc(sizeof *b);

    if (b == NULL)
        return 1;
    b->a = arena_new();
    b->d = diag_new(b->a, NULL);
    *state = b;
    return 0;
}

static int
teardown(void **state)
{
    struct bench *b = *state;

    arena_free(b->a);
    free(b);
    return 0;
}

/* ---- making files ---- */

struct kind {
    int type, depth;
    bool interlaced;
    int alpha;   /* of the last pixel */
    bool colour; /* pixels differ in red, green and blue */
};

static void
on_write(png_structp png, png_bytep data, size_t len)
{
    buf_add(png_get_io_ptr(png), data, len);
}

static void
on_flush(png_structp png)
{
    (void)png;
}

/* The channels of pixel x, y: 16 bits each in the order of the file. */
static int
pixel(const struct kind *k, int x, int y, int v[4])
{
    int n = 0, shade = 10 + x * 40 + y;

    if (k->type == PNG_COLOR_TYPE_PALETTE) {
        v[n++] = x % 2;
        return n;
    }
    v[n++] = shade;
    if ((k->type & PNG_COLOR_MASK_COLOR) != 0) {
        v[n++] = k->colour ? 20 : shade;
        v[n++] = k->colour ? 30 : shade;
    }
    if ((k->type & PNG_COLOR_MASK_ALPHA) != 0)
        v[n++] = x == W - 1 && y == H - 1 ? k->alpha : 255;
    return n;
}

static void
fill_row(const struct kind *k, int y, unsigned char row[64])
{
    size_t at = 0;

    memset(row, 0, 64);
    for (int x = 0; x < W; x++) {
        int v[4], n = pixel(k, x, y, v);

        for (int i = 0; i < n; i++)
            if (k->depth < 8)
                row[x * k->depth / 8] |=
                    (unsigned char)((v[i] & ((1 << k->depth) - 1))
                                    << (8 - k->depth - x * k->depth % 8));
            else
                for (int byte = 0; byte < k->depth; byte += 8)
                    row[at++] = (unsigned char)v[i];
    }
}

static struct source *
make(struct bench *b, const struct kind *k)
{
    static const png_color palette[] = {{11, 86, 136}, {255, 255, 255}};
    static const png_byte fades[] = {255, 100};
    struct source *src = NEW(b->a, struct source, 1);
    struct buf out = buf_new(b->a);
    unsigned char rows[H][64];
    png_bytep at[H];
    png_structp png =
        png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop info = png_create_info_struct(png);

    png_set_write_fn(png, &out, on_write, on_flush);
    png_set_IHDR(png, info, W, H, k->depth, k->type,
        k->interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE,
        PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_gAMA(png, info, 1.0);
    if (k->type == PNG_COLOR_TYPE_PALETTE)
        png_set_PLTE(png, info, palette, 2);
    if (k->type == PNG_COLOR_TYPE_PALETTE && k->alpha < 255)
        png_set_tRNS(png, info, fades, 2, NULL);
    png_write_info(png, info);
    for (int y = 0; y < H; y++) {
        fill_row(k, y, rows[y]);
        at[y] = rows[y];
    }
    png_write_image(png, at);
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
    *src = (struct source){.name = "logo.png", .text = out.p, .len = out.len};
    return src;
}

static void
assert_refused(struct bench *b, const struct source *src, const char *code)
{
    struct image image;
    const struct message *m;

    assert_false(image_read(b->a, b->d, src, &image));
    for (m = diag_first(b->d); m->next != NULL; m = m->next)
        ;
    assert_string_equal(m->code, code);
    assert_ptr_equal(m->at.src, src);
}

/* ---- tests ---- */

static void
test_kinds(void **state)
{
    static const struct {
        struct kind kind;
        bool gray;
        unsigned char last[3];
    } cases[] = {
        {{PNG_COLOR_TYPE_GRAY, 8, false, 255, false}, true, {172, 0, 0}},
        {{PNG_COLOR_TYPE_GRAY, 8, true, 255, false}, true, {172, 0, 0}},
        {{PNG_COLOR_TYPE_GRAY, 16, false, 255, false}, true, {172, 0, 0}},
        {{PNG_COLOR_TYPE_GRAY, 1, false, 255, false}, true, {0, 0, 0}},
        {{PNG_COLOR_TYPE_GRAY, 4, true, 255, false}, true, {204, 0, 0}},
        {{PNG_COLOR_TYPE_GRAY_ALPHA, 8, false, 255, false}, true, {172, 0, 0}},
        {{PNG_COLOR_TYPE_RGB, 8, false, 255, true}, false, {172, 20, 30}},
        {{PNG_COLOR_TYPE_RGB, 8, false, 255, false}, true, {172, 0, 0}},
        {{PNG_COLOR_TYPE_RGB, 16, true, 255, true}, false, {172, 20, 30}},
        {{PNG_COLOR_TYPE_RGBA, 8, false, 255, true}, false, {172, 20, 30}},
        {{PNG_COLOR_TYPE_RGBA, 16, true, 255, false}, true, {172, 0, 0}},
        {{PNG_COLOR_TYPE_PALETTE, 1, false, 255, true}, false, {11, 86, 136}},
        {{PNG_COLOR_TYPE_PALETTE, 8, true, 255, true}, false, {11, 86, 136}},
    };
    struct bench *b = *state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct image image;
        size_t n = cases[i].gray ? 1 : 3;

        assert_true(image_read(b->a, b->d, make(b, &cases[i].kind), &image));
        assert_int_equal(image.w, W);
        assert_int_equal(image.h, H);
        assert_int_equal(image.gray, cases[i].gray);
        assert_int_equal(image_size(&image), W * H * n);
        assert_memory_equal(image.pixels + W * H * n - n, cases[i].last, n);
    }
    assert_int_equal(diag_errors(b->d, NULL), 0);
}

/* What is transparent stands on white: the last pixel, of shade 172, 20, 30. */
static void
test_transparent(void **state)
{
    static const struct {
        struct kind kind;
        bool gray;
        unsigned char last[3];
    } cases[] = {
        {{PNG_COLOR_TYPE_RGBA, 8, false, 0, true}, false, {255, 255, 255}},
        {{PNG_COLOR_TYPE_RGBA, 8, false, 128, true}, false, {213, 137, 142}},
        {{PNG_COLOR_TYPE_RGBA, 16, true, 0, true}, false, {255, 255, 255}},
        {{PNG_COLOR_TYPE_GRAY_ALPHA, 8, false, 128, false}, true, {213, 0, 0}},
        {{PNG_COLOR_TYPE_GRAY_ALPHA, 16, true, 0, false}, true, {255, 0, 0}},
        /* x % 2 is 0 in the last column: opaque; its neighbour is faded. */
        {{PNG_COLOR_TYPE_PALETTE, 2, false, 100, true}, false, {11, 86, 136}},
    };
    struct bench *b = *state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct image image;
        size_t n = cases[i].gray ? 1 : 3;

        assert_true(image_read(b->a, b->d, make(b, &cases[i].kind), &image));
        assert_int_equal(image.gray, cases[i].gray);
        for (size_t c = 0; c < n; c++)
            assert_in_range(image.pixels[W * H * n - n + c],
                cases[i].last[c] - (cases[i].last[c] > 0),
                cases[i].last[c] + (cases[i].last[c] < 255));
    }
}

static void
test_no_picture(void **state)
{
    static const struct source files[] = {
        {.name = "empty.png", .text = ""},
        {.name = "logo.gif", .text = "GIF89a\1\0\1\0", .len = 10},
        {.name = "page.html", .text = "<html></html>", .len = 13},
    };

    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        assert_refused(*state, &files[i], "P101");
}

/* ---- JPEG ---- */

struct jpeg_kind {
    J_COLOR_SPACE space; /* in the file */
    bool progressive, arithmetic;
    bool colour; /* pixels differ in red, green and blue */
};

enum { JW = 40, JH = 24 };

static const char secret[] = "camera of Anne, Dorpsstraat 3";

static struct source *
make_jpeg(struct bench *b, const struct jpeg_kind *k)
{
    struct jpeg_compress_struct j;
    struct jpeg_error_mgr fault;
    struct source *src = NEW(b->a, struct source, 1);
    unsigned char *bytes = NULL;
    unsigned long len = 0;
    bool press = k->space == JCS_CMYK;

    j.err = jpeg_std_error(&fault);
    jpeg_create_compress(&j);
    jpeg_mem_dest(&j, &bytes, &len);
    j.image_width = JW;
    j.image_height = JH;
    j.input_components = press ? 4 : 3;
    j.in_color_space = press ? JCS_CMYK : JCS_RGB;
    jpeg_set_defaults(&j);
    jpeg_set_colorspace(&j, k->space);
    jpeg_set_quality(&j, 95, TRUE);
    j.arith_code = k->arithmetic;
    if (k->progressive)
        jpeg_simple_progression(&j);
    jpeg_start_compress(&j, TRUE);
    jpeg_write_marker(
        &j, JPEG_COM, (const JOCTET *)secret, (unsigned)strlen(secret));
    jpeg_write_marker(
        &j, JPEG_APP0 + 1, (const JOCTET *)secret, (unsigned)strlen(secret));
    while (j.next_scanline < j.image_height) {
        JSAMPLE row[JW * 4];
        JSAMPROW at = row;

        for (int x = 0; x < JW; x++)
            for (int c = 0; c < j.input_components; c++)
                row[x * j.input_components + c] =
                    (JSAMPLE)(k->colour && c == 0 ? 200 : 60 + x);
        jpeg_write_scanlines(&j, &at, 1);
    }
    jpeg_finish_compress(&j);
    jpeg_destroy_compress(&j);
    *src = (struct source){.name = "logo.jpg",
        .text = arena_strndup(b->a, (char *)bytes, len),
        .len = len};
    free(bytes);
    return src;
}

static bool
holds(const void *bytes, size_t len, const char *text)
{
    size_t n = strlen(text);

    for (size_t i = 0; i + n <= len; i++)
        if (memcmp((const char *)bytes + i, text, n) == 0)
            return true;
    return false;
}

/* Pixels of each kind; kept as it is where a PDF may hold it, without what the
   camera noted, and then decoded to the same. */
static void
test_jpeg(void **state)
{
    static const struct {
        struct jpeg_kind kind;
        bool gray, kept;
    } cases[] = {
        {{JCS_YCbCr, false, false, true}, false, true},
        {{JCS_YCbCr, true, false, true}, false, true},
        {{JCS_GRAYSCALE, false, false, false}, true, true},
        {{JCS_GRAYSCALE, true, false, false}, true, true},
        {{JCS_RGB, false, false, true}, false, false},
        {{JCS_YCbCr, false, true, true}, false, false},
        {{JCS_YCbCr, false, false, false}, true, false},
    };
    struct bench *b = *state;

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct source *file = make_jpeg(b, &cases[i].kind), kept;
        struct image image, again;

        assert_true(holds(file->text, file->len, secret));
        assert_true(image_read(b->a, b->d, file, &image));
        assert_int_equal(image.w, JW);
        assert_int_equal(image.h, JH);
        assert_int_equal(image.gray, cases[i].gray);
        assert_in_range(image.pixels[0], cases[i].gray ? 57 : 195,
            cases[i].gray ? 63 : 205);
        assert_int_equal(image.jpeg != NULL, cases[i].kept);
        if (image.jpeg == NULL)
            continue;
        assert_false(holds(image.jpeg, image.njpeg, secret));
        kept = (struct source){.name = "kept.jpg",
            .text = (const char *)image.jpeg,
            .len = image.njpeg};
        assert_true(image_read(b->a, b->d, &kept, &again));
        assert_memory_equal(again.pixels, image.pixels, image_size(&image));
    }
    assert_int_equal(diag_errors(b->d, NULL), 0);
}

static void
test_press(void **state)
{
    static const struct jpeg_kind kind = {JCS_CMYK, false, false, false};
    struct bench *b = *state;

    assert_refused(b, make_jpeg(b, &kind), "P103");
}

/* Cut anywhere: refused. With any bit altered: refused or read, never worse. */
static void
test_damaged_jpeg(void **state)
{
    static const struct jpeg_kind kinds[] = {
        {JCS_YCbCr, false, false, true}, {JCS_YCbCr, true, false, true}};
    struct bench *b = *state;

    for (size_t k = 0; k < 2; k++) {
        const struct source *good = make_jpeg(b, &kinds[k]);

        for (size_t n = 0; n < good->len; n++) {
            struct source *cut = NEW(b->a, struct source, 1);

            *cut = (struct source){.name = "cut.jpg",
                .text = arena_strndup(b->a, good->text, n),
                .len = n};
            assert_refused(b, cut, n < 3 ? "P101" : "P104");
        }
        for (size_t i = 0; i < good->len; i++) {
            struct source src = {.name = "bad.jpg", .len = good->len};
            char *text = arena_strndup(b->a, good->text, good->len);
            struct image image;

            text[i] ^= (char)(1 << i % 8);
            src.text = text;
            if (image_read(b->a, b->d, &src, &image))
                assert_non_null(image.pixels);
        }
    }
}

/* ---- SVG ---- */

/* Drawn where librsvg is installed, and said where not; what it refers to is
   not read. */
static void
test_svg(void **state)
{
    static const char text[] =
        "<?xml version='1.0'?>\n<svg xmlns='http://www.w3.org/2000/svg' "
        "viewBox='0 0 20 10'><rect width='10' height='10' fill='#0b5688'/>"
        "<image href='file:///etc/hostname' width='5' height='5'/></svg>";
    static const struct source file = {
        .name = "logo.svg", .text = text, .len = sizeof text - 1};
    struct bench *b = *state;
    struct image image;

    if (!image_read(b->a, b->d, &file, &image)) {
        assert_string_equal(diag_first(b->d)->code, "P105");
        return;
    }
    assert_int_equal(image.w, 1600);
    assert_int_equal(image.h, 800);
    assert_memory_equal(image.pixels, "\x0b\x56\x88", 3);
    assert_memory_equal(image.pixels + 3 * 1599, "\xff\xff\xff", 3);
}

static void
test_damaged_svg(void **state)
{
    static const char *const texts[] = {"<svg", "<svg xmlns='x'/>",
        "<svg xmlns='http://www.w3.org/2000/svg' width='0' height='3'/>",
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 nan 1e99'/>"};
    struct bench *b = *state;

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct source file = {
            .name = "logo.svg", .text = texts[i], .len = strlen(texts[i])};
        struct image image;

        if (image_read(b->a, b->d, &file, &image))
            assert_non_null(image.pixels);
        else
            assert_true(diag_errors(b->d, &file) > 0);
    }
}

/* Width in IHDR, with its checksum. */
static void
test_large(void **state)
{
    static const char head[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x0f\xa1"
                               "\0\0\0\1\x08\0\0\0\0\x00\xde\x65\x42"
                               "\0\0\0\0IDAT\x35\xaf\x06\x1e";
    const struct source src = {
        .name = "logo.png", .text = head, .len = sizeof head - 1};

    assert_refused(*state, &src, "P102");
}

/* Cut anywhere, and with any byte altered: refused, or read as a picture. */
static void
test_damaged(void **state)
{
    static const struct kind kind = {PNG_COLOR_TYPE_RGB, 8, true, 255, true};
    struct bench *b = *state;
    const struct source *good = make(b, &kind);
    int read = 0;

    for (size_t n = 0; n < good->len; n++) {
        struct source *cut = NEW(b->a, struct source, 1);

        /* A copy of its own, so that a byte too many is noticed. */
        *cut = (struct source){.name = "cut.png",
            .text = arena_strndup(b->a, good->text, n),
            .len = n};
        assert_refused(b, cut, n < 8 ? "P101" : "P104");
    }
    for (size_t i = 0; i < good->len; i++)
        for (int bit = 0; bit < 8; bit++) {
            struct source *src = NEW(b->a, struct source, 1);
            char *text = arena_strndup(b->a, good->text, good->len);
            struct image image;

            text[i] ^= (char)(1 << bit);
            *src = (struct source){
                .name = "bad.png", .text = text, .len = good->len};
            read += image_read(b->a, b->d, src, &image);
        }
    assert_int_equal(read, 0);
}

/* The picture `good` with a chunk behind its header whose checksum is wrong. */
static struct source *
with_chunk(struct bench *b, const struct source *good, const char *name)
{
    enum { HEADER_END = 8 + 25 };
    struct buf out = buf_new(b->a);
    struct source *src = NEW(b->a, struct source, 1);

    buf_add(&out, good->text, HEADER_END);
    buf_add(&out, "\0\0\0\6", 4);
    buf_add(&out, name, 4);
    buf_add(&out, "a\0b\0cd", 6);
    buf_add(&out, "oops", 4);
    buf_add(&out, good->text + HEADER_END, good->len - HEADER_END);
    *src = (struct source){.name = "chunk.png", .text = out.p, .len = out.len};
    return src;
}

/* A damaged note makes no pixel; damaged transparency does. */
static void
test_damaged_chunk(void **state)
{
    static const struct kind kind = {PNG_COLOR_TYPE_RGB, 8, false, 255, true};
    struct bench *b = *state;
    const struct source *good = make(b, &kind);
    struct image image, plain;

    assert_true(image_read(b->a, b->d, good, &plain));
    assert_true(image_read(b->a, b->d, with_chunk(b, good, "tEXt"), &image));
    assert_memory_equal(image.pixels, plain.pixels, image_size(&plain));
    assert_refused(b, with_chunk(b, good, "tRNS"), "P104");
}

static void
test_same(void **state)
{
    static const struct kind kinds[] = {
        {PNG_COLOR_TYPE_RGB, 8, true, 255, true},
        {PNG_COLOR_TYPE_RGB, 8, false, 255, true},
    };
    struct bench *b = *state;
    struct image one, again, other;

    assert_true(image_read(b->a, b->d, make(b, &kinds[0]), &one));
    assert_true(image_read(b->a, b->d, make(b, &kinds[0]), &again));
    assert_true(image_read(b->a, b->d, make(b, &kinds[1]), &other));
    assert_true(image_same(&one, &again));
    assert_false(image_same(&one, &other));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_kinds, setup, teardown),
        cmocka_unit_test_setup_teardown(test_transparent, setup, teardown),
        cmocka_unit_test_setup_teardown(test_no_picture, setup, teardown),
        cmocka_unit_test_setup_teardown(test_jpeg, setup, teardown),
        cmocka_unit_test_setup_teardown(test_press, setup, teardown),
        cmocka_unit_test_setup_teardown(test_damaged_jpeg, setup, teardown),
        cmocka_unit_test_setup_teardown(test_svg, setup, teardown),
        cmocka_unit_test_setup_teardown(test_damaged_svg, setup, teardown),
        cmocka_unit_test_setup_teardown(test_large, setup, teardown),
        cmocka_unit_test_setup_teardown(test_damaged, setup, teardown),
        cmocka_unit_test_setup_teardown(test_damaged_chunk, setup, teardown),
        cmocka_unit_test_setup_teardown(test_same, setup, teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

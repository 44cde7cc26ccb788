/* PNG files of every kind to pixels; and damaged ones. */
#include "format/image.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <png.h>
#include <stdlib.h>
#include <string.h>

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

static void
test_transparent(void **state)
{
    static const struct kind kinds[] = {
        {PNG_COLOR_TYPE_RGBA, 8, false, 254, true},
        {PNG_COLOR_TYPE_GRAY_ALPHA, 16, true, 0, false},
        {PNG_COLOR_TYPE_PALETTE, 2, false, 100, true},
    };
    struct bench *b = *state;

    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        assert_refused(b, make(b, &kinds[i]), "P103");
}

static void
test_no_png(void **state)
{
    static const struct source files[] = {
        {.name = "empty.png", .text = ""},
        {.name = "logo.jpg", .text = "\xff\xd8\xff\xe0 JFIF", .len = 9},
    };

    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        assert_refused(*state, &files[i], "P101");
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
        cmocka_unit_test_setup_teardown(test_no_png, setup, teardown),
        cmocka_unit_test_setup_teardown(test_large, setup, teardown),
        cmocka_unit_test_setup_teardown(test_damaged, setup, teardown),
        cmocka_unit_test_setup_teardown(test_damaged_chunk, setup, teardown),
        cmocka_unit_test_setup_teardown(test_same, setup, teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "base/library.h"
#include "format/image_kinds.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* SVG by librsvg, which many desktops have and the program does not ask for:
   it is opened when a logo needs it.  The handle is given no address, so that
   librsvg reads nothing that the file refers to.  The result is fine enough for
   print: a logo of 50 mm has 800 pixels to the inch. */

enum { LONG_SIDE = 1600, BEGINS_WITHIN = 4096 };

bool
image_is_svg(const struct source *file)
{
    size_t n = file->len < BEGINS_WITHIN ? file->len : BEGINS_WITHIN;

    for (size_t i = 0; i + 4 < n; i++)
        if (memcmp(file->text + i, "<svg", 4) == 0)
            return memchr(file->text, '\0', i) == NULL;
    return false;
}

#ifdef WITHOUT_RSVG

bool
image_read_svg(struct arena *a, struct diag *d, const struct source *file,
    struct image *out)
{
    (void)a;
    (void)out;
    diag_error(d, (struct pos){.src = file}, "P105",
        "an SVG picture cannot be used here");
    diag_help(d, "save it as PNG, 1600 pixels wide");
    return false;
}

#else

/* Of cairo, librsvg and GLib, as their headers have them; of structs only
   pointers are passed on. */
struct rect {
    double x, y, w, h;
};

enum { CAIRO_RGB24 = 1, CAIRO_OK = 0 };

struct library {
    void *(*handle_new)(const unsigned char *data, size_t len, void **error);
    int (*size_in_pixels)(void *handle, double *w, double *h);
    void (*dimensions)(void *handle, int *has_w, void *w, int *has_h, void *h,
        int *has_box, struct rect *box);
    int (*render)(void *handle, void *cr, const struct rect *to, void **error);
    void *(*surface_new)(int format, int w, int h);
    int (*surface_status)(void *surface);
    void (*surface_flush)(void *surface);
    unsigned char *(*surface_data)(void *surface);
    int (*surface_stride)(void *surface);
    void (*surface_free)(void *surface);
    void *(*cairo_new)(void *surface);
    void (*cairo_colour)(void *cr, double r, double g, double b);
    void (*cairo_paint)(void *cr);
    void (*cairo_free)(void *cr);
    void (*object_unref)(void *object);
    void (*error_free)(void *error);
};

static const struct library_call calls[] = {
#define AT(member) offsetof(struct library, member)
    {"librsvg-2.so.2", "rsvg_handle_new_from_data", AT(handle_new)},
    {"librsvg-2.so.2", "rsvg_handle_get_intrinsic_size_in_pixels",
        AT(size_in_pixels)},
    {"librsvg-2.so.2", "rsvg_handle_get_intrinsic_dimensions", AT(dimensions)},
    {"librsvg-2.so.2", "rsvg_handle_render_document", AT(render)},
    {"libcairo.so.2", "cairo_image_surface_create", AT(surface_new)},
    {"libcairo.so.2", "cairo_surface_status", AT(surface_status)},
    {"libcairo.so.2", "cairo_surface_flush", AT(surface_flush)},
    {"libcairo.so.2", "cairo_image_surface_get_data", AT(surface_data)},
    {"libcairo.so.2", "cairo_image_surface_get_stride", AT(surface_stride)},
    {"libcairo.so.2", "cairo_surface_destroy", AT(surface_free)},
    {"libcairo.so.2", "cairo_create", AT(cairo_new)},
    {"libcairo.so.2", "cairo_set_source_rgb", AT(cairo_colour)},
    {"libcairo.so.2", "cairo_paint", AT(cairo_paint)},
    {"libcairo.so.2", "cairo_destroy", AT(cairo_free)},
    {"libgobject-2.0.so.0", "g_object_unref", AT(object_unref)},
    {"libglib-2.0.so.0", "g_error_free", AT(error_free)},
#undef AT
};

/* The pixels that a drawing of this shape gets; false where it has no shape. */
static bool
scale(const struct library *lib, void *handle, struct image *out)
{
    struct rect box = {0};
    double w = 0, h = 0;
    double own_w[2], own_h[2]; /* RsvgLength: a number and its unit */
    int has_w, has_h, has_box = 0;

    if (!lib->size_in_pixels(handle, &w, &h)) {
        lib->dimensions(handle, &has_w, own_w, &has_h, own_h, &has_box, &box);
        w = has_box ? box.w : 0;
        h = has_box ? box.h : 0;
    }
    /* Not so either where one of them is no number. */
    if (!(w > 0 && h > 0 && w < 1e9 && h < 1e9))
        return false;
    out->w = w >= h ? LONG_SIDE : (int)(LONG_SIDE * w / h + 0.5);
    out->h = h >= w ? LONG_SIDE : (int)(LONG_SIDE * h / w + 0.5);
    return out->w > 0 && out->h > 0;
}

/* From cairo's 32 bits, 0x00RRGGBB, to three bytes. */
static unsigned char *
surface_pixels(struct arena *a, const struct library *lib, void *surface,
    const struct image *image)
{
    size_t w = (size_t)image->w, h = (size_t)image->h;
    unsigned char *pixels = arena_alloc_n(a, 3 * w, h), *to = pixels;
    const unsigned char *data = lib->surface_data(surface);
    size_t stride = (size_t)lib->surface_stride(surface);

    for (size_t y = 0; y < h; y++)
        for (size_t x = 0; x < w; x++) {
            uint32_t p;

            memcpy(&p, data + y * stride + 4 * x, sizeof p);
            *to++ = (unsigned char)(p >> 16);
            *to++ = (unsigned char)(p >> 8);
            *to++ = (unsigned char)p;
        }
    return pixels;
}

static bool
render(
    struct arena *a, const struct library *lib, void *handle, struct image *out)
{
    const struct rect to = {.w = out->w, .h = out->h};
    void *surface = lib->surface_new(CAIRO_RGB24, out->w, out->h);
    void *cr = lib->cairo_new(surface), *error = NULL;
    bool ok;

    lib->cairo_colour(cr, 1, 1, 1);
    lib->cairo_paint(cr);
    ok = lib->render(handle, cr, &to, &error) != 0;
    if (error != NULL)
        lib->error_free(error);
    lib->surface_flush(surface);
    ok = ok && lib->surface_status(surface) == CAIRO_OK;
    if (ok)
        image_pack(out, surface_pixels(a, lib, surface, out), 3);
    lib->cairo_free(cr);
    lib->surface_free(surface);
    return ok;
}

bool
image_read_svg(struct arena *a, struct diag *d, const struct source *file,
    struct image *out)
{
    struct pos at = {.src = file};
    struct library lib;
    void *handle, *error = NULL;
    bool ok;

    if (!library_open(calls, sizeof calls / sizeof *calls, &lib)) {
        diag_error(d, at, "P105",
            "an SVG picture needs librsvg, which is not installed");
        diag_help(d, "save it as PNG, 1600 pixels wide; or install librsvg2-2");
        return false;
    }
    handle =
        lib.handle_new((const unsigned char *)file->text, file->len, &error);
    if (error != NULL)
        lib.error_free(error);
    ok = handle != NULL && scale(&lib, handle, out) &&
         render(a, &lib, handle, out);
    if (handle != NULL)
        lib.object_unref(handle);
    return ok || diag_error(d, at, "P104", "the picture is damaged: %s",
                     diag_words(d, "it cannot be drawn"));
}

#endif

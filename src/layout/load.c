/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "layout/load.h"

struct loading {
    struct arena *a;
    struct diag *d;
    const struct layout_files *files;
    const struct source *src;
    bool large;
    struct buf *all;
};

static bool
read_logo(const struct loading *in, struct layout *l)
{
    struct source *src = NEW(in->a, struct source, 1);
    struct image *image = NEW(in->a, struct image, 1);

    if (l->logo.s == NULL)
        return true;
    if (!in->files->logo(in->files->ctx, in->d, &l->logo, l->src, src) ||
        !image_read(in->a, in->d, src, image)) {
        diag_note(in->d, l->logo.at, "it is the logo of this layout");
        return false;
    }
    buf_add(in->all, src->text, src->len);
    l->image = image;
    return true;
}

static bool
load(const struct loading *in, const struct source *src, struct layout *out)
{
    buf_add(in->all, src->text, src->len);
    if (!layout_parse(in->a, in->d, src, out) || !read_logo(in, out))
        return false;
    if (layout_is_small(out)) {
        if (in->large) {
            diag_error(in->d, (struct pos){.src = src}, "L320",
                "large print has no room on A5");
            diag_help(in->d, "paper = A4 in this layout, or no --large");
            return false;
        }
        layout_reduce(out);
    } else if (in->large) {
        layout_enlarge(out);
    }
    return true;
}

/* A layout that another includes. */
static const struct layout *
load_included(void *ctx, const struct text *name)
{
    const struct loading *in = ctx;
    struct source *src = NEW(in->a, struct source, 1);
    struct layout *out = NEW(in->a, struct layout, 1);

    return in->files->layout(in->files->ctx, in->d, name, in->src, src) &&
                   load(in, src, out)
               ? out
               : NULL;
}

bool
layout_load(struct arena *a, struct diag *d, const struct layout_files *files,
    const struct source *src, bool large, struct buf *all, struct layout *out)
{
    struct loading in = {
        .a = a, .d = d, .files = files, .src = src, .large = large, .all = all};

    return load(&in, src, out) && layout_include(a, d, out, load_included, &in);
}

#include "cli/include.h"

#include "base/file.h"
#include "cli/opts.h"
#include "report/section.h"

struct including {
    struct arena *a;
    struct diag *d;
    const struct session *session;
    const char *beside;
    struct buf *all;
};

/* The layout's logo, from its own folder only. */
static bool
read_logo(struct including *in, struct layout *l)
{
    struct source *src = NEW(in->a, struct source, 1);
    struct image *image = NEW(in->a, struct image, 1);

    if (l->logo.s == NULL)
        return true;
    if (!file_read_beside(in->a, in->d, path_folder(in->a, l->src->name),
            l->logo.s, IMAGE_FILE_MAX, src) ||
        !image_read(in->a, in->d, src, image)) {
        diag_note(in->d, l->logo.at, "it is the logo of this layout");
        return false;
    }
    buf_add(in->all, src->text, src->len);
    l->image = image;
    return true;
}

static bool
parse(struct including *in, const struct source *src, struct layout *out)
{
    buf_add(in->all, src->text, src->len);
    if (!layout_parse(in->a, in->d, src, out) || !read_logo(in, out))
        return false;
    if (in->session->opts->large)
        layout_enlarge(out);
    return true;
}

static const struct layout *
load(void *ctx, const struct text *name)
{
    struct including *in = ctx;
    const char *path = paths_ini(
        in->a, &in->session->paths, PATH_LAYOUTS, name->s, in->beside);
    struct source *src = NEW(in->a, struct source, 1);
    struct layout *out = NEW(in->a, struct layout, 1);

    if (path == NULL) {
        diag_error(
            in->d, name->at, "L314", "there is no layout \"%s\"", name->s);
        return NULL;
    }
    return file_read(in->a, in->d, path, FILE_TEXT_MAX, src) &&
                   parse(in, src, out)
               ? out
               : NULL;
}

bool
include_read(struct arena *a, struct diag *d, const struct session *session,
    const struct source *src, struct buf *all, struct layout *out)
{
    struct including in = {.a = a,
        .d = d,
        .session = session,
        .beside = path_folder(a, src->name),
        .all = all};

    return parse(&in, src, out) && layout_include(a, d, out, load, &in) &&
           section_check(a, d, out);
}

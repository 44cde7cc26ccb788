/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Layouts, with the files that they name and their fonts. */
#include "base/hash.h"
#include "engine/state.h"
#include "layout/load.h"
#include "report/blank.h"
#include "report/compose.h"
#include "report/section.h"

#include <string.h>

/* Files of a layout ----------------------------------------------------- */

static bool
include_missing(const struct engine *e, struct diag *d, const struct text *name,
    const struct source *from)
{
    const char *near = engine_near(e, ENGINE_LAYOUT, name->s, from->name);

    diag_error(d, name->at, "L314", "there is no layout \"%s\"", name->s);
    if (near != NULL)
        text_meant(d, name->s, name->at, near);
    return false;
}

static bool
read_included(void *ctx, struct diag *d, const struct text *name,
    const struct source *from, struct source *out)
{
    const struct engine *e = ctx;
    struct engine_want want = {.kind = ENGINE_LAYOUT,
        .name = name->s,
        .from = from->name,
        .told = true};

    want.name = engine_find_wanted(e->a, e, &want);
    if (want.name == NULL)
        return include_missing(e, d, name, from);
    return e->files->read(e->files->ctx, e->a, d, &want, out);
}

static bool
read_logo(void *ctx, struct diag *d, const struct text *name,
    const struct source *from, struct source *out)
{
    const struct engine *e = ctx;
    const struct engine_want want = {
        .kind = ENGINE_LOGO, .name = name->s, .from = from->name};

    return e->files->read(e->files->ctx, e->a, d, &want, out);
}

bool
engine_read_layout(struct arena *a, struct diag *d, const struct engine *e,
    const struct source *src, struct buf *all, struct layout *out)
{
    const struct layout_files files = {.ctx = (void *)(uintptr_t)e,
        .layout = read_included,
        .logo = read_logo};

    return layout_load(a, d, &files, src, e->options->large, all, out) &&
           section_check(a, d, out);
}

/* Fonts ----------------------------------------------------------------- */

const struct catalogue *
engine_catalogue(struct engine *e, struct diag *d)
{
    struct catalogue *c = NEW(e->a, struct catalogue, 1);

    if (e->catalogue == NULL && catalogue_read(e->a, d, e, c))
        e->catalogue = c;
    return e->catalogue;
}

/* The bytes of all faces; a file that serves several is opened once. */
static bool
faces_open(struct engine *e, struct diag *d, const struct face_files *names,
    struct font_files *out)
{
    for (int i = 0; i < FACE_COUNT; i++) {
        for (int k = 0; k < i && out->file[i] == NULL; k++)
            if (strcmp(names->name[i], names->name[k]) == 0)
                out->file[i] = out->file[k];
        if (out->file[i] == NULL)
            out->file[i] = catalogue_open(e->catalogue, d, names->name[i]);
        if (out->file[i] == NULL)
            return false;
    }
    return true;
}

/* Fonts that nobody looks after are tried before a report needs them. */
static struct font_set *
fonts_try(struct engine *e, struct diag *d, struct font_set *f)
{
    const struct engine_files *by = e->files;
    struct arena *a = arena_new();
    bool ok = f != NULL;

    for (int i = 0; ok && by->trusts != NULL && i < font_count(f); i++)
        ok = by->trusts(by->ctx, font_name(f, i)) || font_works(a, d, f, i);
    arena_free(a);
    if (ok)
        return f;
    font_close(f);
    return NULL;
}

static struct font_set *
fonts_open(struct engine *e, struct diag *d, const struct layout *layout)
{
    struct face_files family, fallback;
    struct font_files files = {{NULL}}, others = {{NULL}};

    if (!catalogue_files(e->a, d, e->catalogue, &layout->family, &family) ||
        !catalogue_files(e->a, d, e->catalogue, &layout->fallback, &fallback) ||
        !faces_open(e, d, &family, &files) ||
        !faces_open(e, d, &fallback, &others))
        return NULL;
    return fonts_try(e, d, font_open(e->a, d, &files, &others));
}

struct font_set *
engine_font_set(struct engine *e, struct diag *d, const struct layout *layout)
{
    const char *family = layout->family.s, *fallback = layout->fallback.s;
    struct fonts *f;

    for (f = e->fonts; f != NULL; f = f->next)
        if (strcmp(f->family, family) == 0 &&
            strcmp(f->fallback, fallback) == 0)
            return f->set;
    f = NEW(e->a, struct fonts, 1);
    *f = (struct fonts){.family = arena_strndup(e->a, family, strlen(family)),
        .fallback = arena_strndup(e->a, fallback, strlen(fallback)),
        .set = fonts_open(e, d, layout)};
    if (f->set == NULL)
        return NULL;
    f->next = e->fonts;
    e->fonts = f;
    return f->set;
}

/* Forms ----------------------------------------------------------------- */

/* The layout in the file `name`. */
static bool
form_load(struct engine *e, const char *name, struct engine_form *out)
{
    struct diag *d = engine_diag(e);
    const struct source *src;
    struct buf all = buf_new(e->a);
    bool ok;

    src = engine_file(e, d, ENGINE_LAYOUT, name, NULL);
    ok = src != NULL && engine_read_layout(e->a, d, e, src, &all, &out->layout);
    if (ok) {
        out->hash = hash_sha256(e->a, all.p, all.len);
        out->fonts = engine_font_set(e, d, &out->layout);
        ok = out->fonts != NULL && glyphs_layout(e->a, d, out);
    }
    engine_say(e, d);
    return ok && !engine_refused(e, d);
}

static bool
layout_has(const struct layout *layout, const char *word)
{
    for (int i = 0; i < layout->nblocks; i++)
        if (strcmp(layout->blocks[i].id, word) == 0 ||
            strcmp(layout->blocks[i].kind.s, word) == 0)
            return true;
    return false;
}

/* Each block that is left out must be one of a layout at least. */
static bool
forms_have_without(const struct engine *e)
{
    const char *list = e->options->without;

    while (list != NULL && *list != '\0') {
        size_t len = strcspn(list, ",");
        const char *word = arena_strndup(e->a, list, len);
        bool found = false;

        for (int i = 0; i < e->nforms; i++)
            found |= layout_has(&e->forms[i].layout, word);
        if (!found)
            return engine_fault(
                e, "--without: no layout has a block \"%s\"", word);
        list += len + (list[len] == ',');
    }
    return true;
}

/* Two layouts of one id would write the same file. */
static bool
forms_differ(const struct engine *e)
{
    for (int i = 0; i < e->nforms; i++)
        for (int k = 0; k < i; k++)
            if (strcmp(e->forms[i].layout.id.s, e->forms[k].layout.id.s) == 0)
                return engine_fault(e, "two layouts have the id \"%s\"",
                    e->forms[i].layout.id.s);
    return true;
}

/* A layout over two interviews, or many, is not for one. */
static bool
forms_of_one(const struct engine *e)
{
    for (int i = 0; i < e->nforms; i++) {
        const char *id = e->forms[i].layout.id.s;

        switch (engine_form_over(&e->forms[i])) {
        case ENGINE_OVER_ONE:
            break;
        case ENGINE_OVER_TWO:
            return engine_fault(e,
                "the layout \"%s\" compares two interviews; that is the verb "
                "compare",
                id);
        case ENGINE_OVER_MANY:
            return engine_fault(e,
                "the layout \"%s\" is over many interviews; that is the verb "
                "agree",
                id);
        }
    }
    return true;
}

/* Makes room for `n` layouts in place of those loaded before; false where no
   font can be had. */
static bool
forms_begin(struct engine *e, int n)
{
    struct diag *d = engine_diag(e);
    bool ok = engine_catalogue(e, d) != NULL;

    engine_say(e, d);
    e->forms = NEW(e->a, struct engine_form, n);
    e->nforms = 0;
    return ok;
}

static bool
form_missing(const struct engine *e, const char *word)
{
    const char *near = engine_near(e, ENGINE_LAYOUT, word, NULL);

    return near == NULL ? engine_fault(e, "there is no layout \"%s\"", word)
                        : engine_fault(e,
                              "there is no layout \"%s\"; did you mean \"%s\"?",
                              word, near);
}

enum status
engine_load(struct engine *e, const char *const *words, int n, bool of_one)
{
    bool ok = forms_begin(e, n);

    for (int i = 0; ok && i < n; i++) {
        const char *name = engine_find(e, ENGINE_LAYOUT, words[i], NULL);

        ok = name == NULL ? form_missing(e, words[i])
                          : form_load(e, name, &e->forms[e->nforms++]);
    }
    return ok && forms_differ(e) && forms_have_without(e) &&
                   (!of_one || forms_of_one(e))
               ? STATUS_OK
               : STATUS_USAGE;
}

enum status
engine_load_told(struct engine *e, const char *name)
{
    const struct engine_want want = {
        .kind = ENGINE_LAYOUT, .name = name, .told = true};
    const char *file = engine_find_wanted(e->a, e, &want);

    if (file == NULL) {
        engine_fault(e,
            "the report names a layout \"%s\", and there is none of that name",
            name);
        return STATUS_REFUSED;
    }
    return forms_begin(e, 1) && form_load(e, file, &e->forms[e->nforms++])
               ? STATUS_OK
               : STATUS_USAGE;
}

int
engine_nforms(const struct engine *e)
{
    return e->nforms;
}

const struct engine_form *
engine_form(const struct engine *e, int i)
{
    return &e->forms[i];
}

const char *
engine_form_id(const struct engine_form *form)
{
    return form->layout.id.s;
}

enum engine_over
engine_form_over(const struct engine_form *form)
{
    return section_compares(&form->layout) ? ENGINE_OVER_TWO
           : section_agrees(&form->layout) ? ENGINE_OVER_MANY
                                           : ENGINE_OVER_ONE;
}

bool
engine_form_is_blank(const struct engine_form *form)
{
    return blank_fits(&form->layout);
}

bool
engine_form_tells(const struct engine_form *form)
{
    return !blank_layout(&form->layout);
}

bool
engine_form_keeps(const struct engine_form *form)
{
    return form->layout.archive;
}

bool
engine_form_names_case(const struct engine_form *form)
{
    return compose_names_case(&form->layout);
}

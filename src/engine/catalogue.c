/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Fonts by family name. */
#include "engine/catalogue.h"

#include "engine/state.h"
#include "format/field_ini.h"

#include <string.h>

#define LEN(x) (sizeof(x) / sizeof *(x))
#define TEXT(key, member)                                                      \
    {                                                                          \
        .name = {NULL, key}, .type = FIELD_LINE,                               \
        .offset = offsetof(struct font_family, member)                         \
    }

static const struct field family_fields[] = {
    TEXT("regular", file[FACE_REGULAR]),
    TEXT("bold", file[FACE_BOLD]),
    TEXT("light", file[FACE_LIGHT]),
    TEXT("folder", folder),
    TEXT("package", package),
    TEXT("licence", licence),
    TEXT("source", source),
};

static const struct record family_record = {.name = "font",
    .size = sizeof(struct font_family),
    .fields = family_fields,
    .nfields = LEN(family_fields)};

static const char *const face_suffix[FACE_COUNT] = {
    [FACE_REGULAR] = "Regular",
    [FACE_BOLD] = "Bold",
    [FACE_LIGHT] = "Light",
};
static const char *const extensions[] = {".ttf", ".otf"};

static const char font_section[] = "font.";

static bool
family_read(struct arena *a, const struct field_ini *in,
    const struct ini_section *section, struct font_family *out)
{
    bool ok = field_ini_read(a, in, &family_record, "", section, out);

    out->name =
        (struct text){section->name + sizeof font_section - 1, section->at};
    return field_ini_rest(a, in, &family_record, section) && ok;
}

bool
catalogue_read(struct arena *a, struct diag *d, const struct engine *engine,
    struct catalogue *out)
{
    const struct field_ini in = {.d = d};
    const char *name = engine_find(engine, ENGINE_CATALOGUE, "catalogue", NULL);
    const struct source *src;
    struct ini ini;
    const struct ini_section *section, *first;
    bool ok = true;
    int n = 0;

    *out = (struct catalogue){.engine = engine};
    if (name == NULL)
        return diag_error(d, (struct pos){0}, "F105",
            "the program's own files are not found beside it");
    src = engine_file(engine, d, ENGINE_CATALOGUE, name, NULL);
    if (src == NULL || !ini_parse(a, d, src, &ini) ||
        (section = field_ini_format(d, &ini, "fonts")) == NULL)
        return false;
    first = section->next;
    for (section = first; section != NULL; section = section->next)
        n++;
    out->families = NEW(a, struct font_family, n);
    for (section = first; section != NULL; section = section->next)
        if (strncmp(section->name, font_section, strlen(font_section)) != 0)
            ok = diag_error(
                d, section->at, "R250", "unknown section [%s]", section->name);
        else
            ok &= family_read(a, &in, section, &out->families[out->n++]);
    return ok;
}

static const struct font_family *
family_find(const struct catalogue *c, const char *name)
{
    for (int i = 0; i < c->n; i++)
        if (strcmp(c->families[i].name.s, name) == 0)
            return &c->families[i];
    return NULL;
}

/* A face of a family that only its file names tell of. */
static const char *
face_file(
    struct arena *a, const struct engine *e, const char *family, enum face face)
{
    for (size_t i = 0; i < LEN(extensions); i++) {
        const char *name = engine_find(e, ENGINE_FONT,
            arena_printf(
                a, "%s-%s%s", family, face_suffix[face], extensions[i]),
            NULL);

        if (name != NULL)
            return name;
    }
    return NULL;
}

/* The files there are, NULL for a face there is not. */
static void
family_files(struct arena *a, const struct catalogue *c, const char *name,
    struct face_files *out)
{
    const struct font_family *family = family_find(c, name);

    for (enum face face = 0; face < FACE_COUNT; face++) {
        const char *file = family == NULL ? NULL : family->file[face].s;

        if (family == NULL)
            out->name[face] = face_file(a, c->engine, name, face);
        else
            out->name[face] = file == NULL ? NULL
                                           : engine_find(c->engine, ENGINE_FONT,
                                                 file, family->folder.s);
    }
}

/* The regular face serves for those that are not there; of a family that is
   nobody's but the user's that is told. */
static void
fill_faces(struct diag *d, const struct text *family, bool known,
    struct face_files *out)
{
    for (enum face face = 0; face < FACE_COUNT; face++) {
        if (out->name[face] != NULL)
            continue;
        out->name[face] = out->name[FACE_REGULAR];
        if (!known)
            diag_remark(d, family->at, "L315",
                "font \"%s\" has no file %s-%s; its regular face is used",
                family->s, family->s, face_suffix[face]);
    }
}

bool
catalogue_installed(struct arena *a, const struct catalogue *c,
    const char *family, struct face_files *out)
{
    const struct font_family *known = family_find(c, family);

    family_files(a, c, family, out);
    return out->name[FACE_REGULAR] != NULL &&
           (known == NULL || out->name[FACE_BOLD] != NULL);
}

const struct source *
catalogue_open(const struct catalogue *c, struct diag *d, const char *name)
{
    return engine_file(c->engine, d, ENGINE_FONT, name, NULL);
}

/* Files that nobody else looks after are looked at whole. */
static bool
check_own(
    struct diag *d, const struct catalogue *c, const struct face_files *files)
{
    const struct engine_files *by = c->engine->files;

    for (enum face face = 0; face < FACE_COUNT; face++) {
        const char *name = files->name[face];
        const struct source *file;

        if (name == NULL || (by->trusts != NULL && by->trusts(by->ctx, name)))
            continue;
        file = catalogue_open(c, d, name);
        if (file == NULL || !font_check(d, file))
            return false;
    }
    return true;
}

bool
catalogue_files(struct arena *a, struct diag *d, const struct catalogue *c,
    const struct text *family, struct face_files *out)
{
    const struct font_family *known = family_find(c, family->s);

    /* A file name is made of it, a plain one: layouts are read so (R203). */
    if (catalogue_installed(a, c, family->s, out)) {
        if (!check_own(d, c, out))
            return false;
        fill_faces(d, family, known != NULL, out);
        return true;
    }
    if (known == NULL) {
        diag_error(
            d, family->at, "L317", "unknown font family \"%s\"", family->s);
        diag_help(d,
            "put %s-Regular.ttf, %s-Bold.ttf and %s-Light.ttf in %s; "
            "%s list fonts shows what is there",
            family->s, family->s, family->s, c->engine->files->font_folder,
            "relatieprofiel");
        return false;
    }
    diag_error(
        d, family->at, "L318", "font \"%s\" is not installed", family->s);
    if (known->package.s != NULL)
        diag_help(d, "apt install %s", known->package.s);
    return false;
}

/* Fonts by family name. */
#include "cli/catalogue.h"

#include "base/file.h"
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

static const struct record family_record = {
    "font", sizeof(struct font_family), family_fields, LEN(family_fields)};

/* Where Debian's packages put fonts. */
static const char *const system_folders[] = {
    "/usr/share/fonts", "/usr/local/share/fonts"};

static const char *const face_suffix[FACE_COUNT] = {
    [FACE_REGULAR] = "Regular",
    [FACE_BOLD] = "Bold",
    [FACE_LIGHT] = "Light",
};
static const char *const extensions[] = {".ttf", ".otf"};

static const char share_catalogue[] = "fonts/catalogue.ini";
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
catalogue_read(struct arena *a, struct diag *d, const struct paths *paths,
    struct catalogue *out)
{
    const struct field_ini in = {.d = d};
    struct source *src = NEW(a, struct source, 1);
    struct ini ini;
    const struct ini_section *section, *first;
    bool ok = true;
    int n = 0;

    *out = (struct catalogue){.paths = paths};
    if (paths->share == NULL)
        return diag_error(d, (struct pos){0}, "F105",
            "the program's own files are not found beside it");
    if (!file_read(a, d, path_join(a, paths->share, share_catalogue),
            FILE_TEXT_MAX, src) ||
        !ini_parse(a, d, src, &ini) ||
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

/* A font file by name, in the font folders and then in the system's. */
static const char *
font_file(struct arena *a, const struct paths *paths, const char *folder,
    const char *name)
{
    const char *folders[PATHS_FOLDERS + LEN(system_folders)];
    int n = paths_folders(a, paths, PATH_FONTS, folders);

    for (size_t i = 0; folder != NULL && i < LEN(system_folders); i++)
        folders[n++] = path_join(a, system_folders[i], folder);
    for (int i = 0; i < n; i++) {
        const char *path = path_join(a, folders[i], name);

        if (file_exists(path))
            return path;
    }
    return NULL;
}

/* A face of a family that only its file names tell of. */
static const char *
face_file(struct arena *a, const struct paths *paths, const char *family,
    enum face face)
{
    for (size_t i = 0; i < LEN(extensions); i++) {
        const char *path = font_file(a, paths, NULL,
            arena_printf(
                a, "%s-%s%s", family, face_suffix[face], extensions[i]));

        if (path != NULL)
            return path;
    }
    return NULL;
}

/* The files there are, NULL for a face there is not. */
static void
family_files(struct arena *a, const struct catalogue *c, const char *name,
    struct font_files *out)
{
    const struct font_family *family = family_find(c, name);

    for (enum face face = 0; face < FACE_COUNT; face++) {
        const char *file = family == NULL ? NULL : family->file[face].s;

        if (family == NULL)
            out->path[face] = face_file(a, c->paths, name, face);
        else
            out->path[face] =
                file == NULL ? NULL
                             : font_file(a, c->paths, family->folder.s, file);
    }
}

/* The regular face serves for those that are not there; of a family that is
   nobody's but the user's that is told. */
static void
fill_faces(struct diag *d, const struct text *family, bool known,
    struct font_files *out)
{
    for (enum face face = 0; face < FACE_COUNT; face++) {
        if (out->path[face] != NULL)
            continue;
        out->path[face] = out->path[FACE_REGULAR];
        if (!known)
            diag_remark(d, family->at, "L315",
                "font \"%s\" has no file %s-%s; its regular face is used",
                family->s, family->s, face_suffix[face]);
    }
}

bool
catalogue_installed(struct arena *a, const struct catalogue *c,
    const char *family, struct font_files *out)
{
    const struct font_family *known = family_find(c, family);

    family_files(a, c, family, out);
    return out->path[FACE_REGULAR] != NULL &&
           (known == NULL || out->path[FACE_BOLD] != NULL);
}

/* Files that no package brought are looked at whole. */
static bool
check_own(struct diag *d, const struct font_files *files)
{
    for (enum face face = 0; face < FACE_COUNT; face++) {
        const char *path = files->path[face];
        bool system = path == NULL;

        for (size_t i = 0; !system && i < LEN(system_folders); i++)
            system = strncmp(path, system_folders[i],
                         strlen(system_folders[i])) == 0;
        if (!system && !font_check(d, path))
            return false;
    }
    return true;
}

/* Where a user puts fonts. */
static const char *
fonts_folder(struct arena *a, const struct catalogue *c)
{
    const char *folders[PATHS_FOLDERS];

    return paths_folders(a, c->paths, PATH_FONTS, folders) > 0
               ? folders[0]
               : "~/.config/relatieprofiel/fonts";
}

bool
catalogue_files(struct arena *a, struct diag *d, const struct catalogue *c,
    const struct text *family, struct font_files *out)
{
    const struct font_family *known = family_find(c, family->s);

    /* A file name is made of it: nothing but a plain name. */
    if (strchr(family->s, '/') != NULL || family->s[0] == '.')
        return diag_error(d, family->at, "L316",
            "\"%s\" is no name of a font family", family->s);
    if (catalogue_installed(a, c, family->s, out)) {
        if (!check_own(d, out))
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
            family->s, family->s, family->s, fonts_folder(a, c),
            "relatieprofiel");
        return false;
    }
    diag_error(
        d, family->at, "L318", "font \"%s\" is not installed", family->s);
    if (known->package.s != NULL)
        diag_help(d, "apt install %s", known->package.s);
    return false;
}

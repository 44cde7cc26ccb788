/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "tests/unit/debian.h"

#include "base/file.h"

#define DEJAVU "/usr/share/fonts/truetype/dejavu/DejaVuSans"

const struct source *
debian_file(struct arena *a, const char *path)
{
    struct source *file = NEW(a, struct source, 1);

    return file_map(a, diag_new(a, NULL), path, file) ? file : NULL;
}

struct font_files
debian_lato(struct arena *a)
{
    return (struct font_files){
        {[FACE_REGULAR] = debian_file(a, DEBIAN_LATO "Regular.ttf"),
            [FACE_BOLD] = debian_file(a, DEBIAN_LATO "Bold.ttf"),
            [FACE_LIGHT] = debian_file(a, DEBIAN_LATO "Light.ttf")}};
}

struct font_files
debian_dejavu(struct arena *a)
{
    return (struct font_files){{[FACE_REGULAR] = debian_file(a, DEJAVU ".ttf"),
        [FACE_BOLD] = debian_file(a, DEJAVU "-Bold.ttf"),
        [FACE_LIGHT] = debian_file(a, DEJAVU ".ttf")}};
}

struct font_set *
debian_fonts(struct arena *a, struct diag *d)
{
    struct font_files family = debian_lato(a), fallback = debian_dejavu(a);

    return font_open(a, d, &family, &fallback);
}

struct hyphenator *
debian_patterns(struct arena *a, enum lang lang)
{
    return hyphen_open(
        debian_file(a, lang == LANG_NL ? "/usr/share/hyphen/hyph_nl_NL.dic"
                                       : "/usr/share/hyphen/hyph_en_GB.dic"));
}

const struct source *
debian_colours(struct arena *a)
{
    return debian_file(a, "/usr/share/color/icc/sRGB.icc");
}

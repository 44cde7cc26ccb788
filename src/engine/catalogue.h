/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Fonts by family name: the catalogue says which files a family has and which
   package brings them. */
#ifndef ENGINE_CATALOGUE_H
#define ENGINE_CATALOGUE_H

#include "engine/engine.h"
#include "format/text.h"
#include "pdf/font.h"

struct font_family {
    struct text name;
    struct text file[FACE_COUNT]; /* names; the light one may be absent */
    struct text folder;           /* below the system's font folders */
    struct text package, licence, source;
};

struct catalogue {
    const struct engine *engine;
    struct font_family *families;
    int n;
};

/* Names of the files of a family, as the engine's caller finds them. */
struct face_files {
    const char *name[FACE_COUNT];
};

/* Reads the catalogue of the engine.  False with an error reported. */
bool catalogue_read(struct arena *a, struct diag *d,
    const struct engine *engine, struct catalogue *out);

/* The files of a family; a family that is not in the catalogue is looked for
   as FAMILY-Regular.ttf (-Bold, -Light; .otf).  A family without a bold or
   light face uses its regular one, with a remark where the catalogue does not
   know it.  False with an error at the family's name, or about a file that is
   damaged. */
bool catalogue_files(struct arena *a, struct diag *d, const struct catalogue *c,
    const struct text *family, struct face_files *out);

/* The same without messages, for lists; a face that is missing stays NULL. */
bool catalogue_installed(struct arena *a, const struct catalogue *c,
    const char *family, struct face_files *out);

/* The bytes of a font file, for the run; NULL with an error reported (D101). */
const struct source *catalogue_open(
    const struct catalogue *c, struct diag *d, const char *name);

#endif

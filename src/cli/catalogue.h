/* Fonts by family name: fonts/catalogue.ini says which files a family has and
   which package brings them. */
#ifndef CLI_CATALOGUE_H
#define CLI_CATALOGUE_H

#include "format/text.h"
#include "cli/paths.h"
#include "pdf/font.h"

struct font_family {
    struct text name;
    struct text file[FACE_COUNT]; /* names; the light one may be absent */
    struct text folder;           /* below the system's font folders */
    struct text package, licence, source;
};

struct catalogue {
    const struct paths *paths;
    struct font_family *families;
    int n;
};

/* Reads the shipped catalogue.  False with an error reported. */
bool catalogue_read(struct arena *a, struct diag *d, const struct paths *paths,
    struct catalogue *out);

/* The files of a family; a family that is not in the catalogue is looked for in
   the font folders as FAMILY-Regular.ttf (-Bold, -Light; .otf).  A family
   without a bold or light face uses its regular one, with a remark where the
   catalogue does not know it.  False with an error at the
   family's name, or about a file that is damaged. */
bool catalogue_files(struct arena *a, struct diag *d, const struct catalogue *c,
    const struct text *family, struct font_files *out);

/* The same without messages, for lists; a face that is missing stays NULL. */
bool catalogue_installed(struct arena *a, const struct catalogue *c,
    const char *family, struct font_files *out);

#endif

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What the engine is made of. */
#include "base/utf8.h"
#include "engine/engine.h"
#include "format/image.h"
#include "format/unzip.h"
#include "format/xml.h"
#include "format/yaml.h"
#ifndef WITHOUT_DOCUMENTS
#include "pdf/filled_calls.h"
#endif
#include "pdf/font.h"
#include "pdf/pdf.h"

static const struct {
    const char *name;
    const char *(*version)(void);
} libraries[] = {
    {"HarfBuzz", font_library},
    {"libharu", pdf_library},
    {"libpng", image_library},
    {"libyaml", yaml_library},
#ifndef WITHOUT_DOCUMENTS
    {"libxml2", xml_library},
    {"libzip", unzip_library},
#endif
    {"utf8proc", utf8_library},
};

void
engine_libraries(struct buf *out)
{
    for (size_t i = 0; i < sizeof libraries / sizeof *libraries; i++)
        buf_printf(out, "%s %s\n", libraries[i].name, libraries[i].version());
}

#ifndef WITHOUT_DOCUMENTS

const char *
engine_library_missing(enum engine_library which)
{
    const char *zip;

    if (which == ENGINE_FORMS)
        return filled_missing();
    zip = unzip_missing();
    return zip != NULL ? zip : xml_missing();
}

#endif

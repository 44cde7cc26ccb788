/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Layouts with the files that they name: others that they include, logos. */
#ifndef LAYOUT_LOAD_H
#define LAYOUT_LOAD_H

#include "layout/layout.h"

/* Finds and reads the file that `name` means in the file `from`.  False with
   an error reported. */
typedef bool layout_read_file(void *ctx, struct diag *d,
    const struct text *name, const struct source *from, struct source *out);

struct layout_files {
    void *ctx;
    layout_read_file *layout, *logo;
};

/* Reads the layout in `src`, in large print where `large`, with the layouts
   that it includes and the logos.  The bytes of all files are added to `all`,
   in the order of reading.  False when an error was reported. */
bool layout_load(struct arena *a, struct diag *d,
    const struct layout_files *files, const struct source *src, bool large,
    struct buf *all, struct layout *out);

#endif

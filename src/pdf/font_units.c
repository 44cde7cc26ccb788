/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "pdf/font_set.h"

#include <hb.h>

/* Font units to the thousandths of an em that a PDF counts in. */

int
font_milli(const struct font_file *file, int v)
{
    long n = (long)v * 1000, half = file->upem / 2;

    return (int)((n + (n < 0 ? -half : half)) / file->upem);
}

int
font_advance(const struct font_file *file, unsigned gid)
{
    return font_milli(file, hb_font_get_glyph_h_advance(file->font, gid));
}

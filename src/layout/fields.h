/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The tables of the layout language: fields of its sections, names of its
   colours.  The reader, the dump and `list keys` share them. */
#ifndef LAYOUT_FIELDS_H
#define LAYOUT_FIELDS_H

#include "format/field.h"
#include "layout/layout.h"

/* [format] and [page] fill struct layout, [font.body] too; [style.ID] fills
   struct style_def. */
extern const struct record layout_format_record, layout_page_record,
    layout_font_record, layout_style_record;

/* [block.ID]: the key that every kind has; the others are report/section's. */
extern const struct record layout_block_record;

/* Where a colour of the palette is replaced: [colour.SECTION], key. */
struct layout_color_key {
    const char *section, *key;
};
extern const struct layout_color_key layout_color_key[COLOR_COUNT];

struct layout_paper {
    const char *name;
    mpt w, h;
};
enum { LAYOUT_PAPERS = 3 };
extern const struct layout_paper layout_paper[LAYOUT_PAPERS];

#endif

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Files that Debian's packages bring, mapped for good. */
#ifndef TEST_DEBIAN_H
#define TEST_DEBIAN_H

#include "page/hyphen.h"
#include "pdf/font.h"

#define DEBIAN_LATO "/usr/share/fonts/truetype/lato/Lato-"

/* A file that must be there; NULL where it is not. */
const struct source *debian_file(struct arena *a, const char *path);

/* Lato, and DejaVu for what it lacks; opened. */
struct font_files debian_lato(struct arena *a);
struct font_files debian_dejavu(struct arena *a);
struct font_set *debian_fonts(struct arena *a, struct diag *d);

/* The patterns of a language. */
struct hyphenator *debian_patterns(struct arena *a, enum lang lang);

/* The colour profile. */
const struct source *debian_colours(struct arena *a);

#endif

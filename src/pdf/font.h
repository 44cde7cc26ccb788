/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Fonts: the only user of HarfBuzz.  Loads a family's faces and the fallback,
   shapes text for page/ and subsets what a report used for pdf/pdf.  Lives as
   long as the run; the cache of shaped words lives over reports. */
#ifndef PDF_FONT_H
#define PDF_FONT_H

#include "page/metrics.h"

enum { FONT_MAX = 2 * FACE_COUNT };

/* Files of a family, one per face (the same file may serve several); they live
   as long as the fonts made of them. */
struct font_files {
    const struct source *file[FACE_COUNT];
};

struct font_set;

/* Opens the files, told apart by their names; the fallback's regular and bold
   faces serve regular/light and bold. NULL with an error reported (D102 not a
   font, D103 its licence bits forbid embedding). */
struct font_set *font_open(struct arena *a, struct diag *d,
    const struct font_files *family, const struct font_files *fallback);
void font_close(struct font_set *f);

/* Whether each table of a font file is what the file's directory says of it;
   for files that no package manager looks after.  False with an error reported
   (D104). */
bool font_check(struct diag *d, const struct source *file);

/* Metrics over this set. */
struct metrics font_metrics(struct font_set *f);

/* Which font files these are: SHA-256 over the length and the first 4 KiB of
   each, where the table directory holds a checksum of every table. 64 hex
   digits. */
const char *font_hash(const struct font_set *f);

/* The name of font file number `i`. */
const char *font_name(const struct font_set *f, int i);

/* Whether HarfBuzz ran out of memory: what was shaped since the last font_trim
   may lack glyphs, and no report may be made of it. */
bool font_failed(const struct font_set *f);

/* Drops shaped words when the cache has grown too large or HarfBuzz failed;
   between reports only. */
void font_trim(struct font_set *f);

/* What pdf/pdf embeds. CIDs are numbered per (glyph, text) pair, so that
   ToUnicode is exact.  A further glyph of a cluster (`len` 0) gets U+200B. */

/* Forgets which glyphs were used; pdf_draw does it before each report. */
void font_begin(struct font_set *f);

/* The CID that shows `g`: numbered from 1 in order of first use; in a CFF font
   the glyph's own number, so that there a glyph can have one text only. */
int font_cid(struct font_set *f, const struct glyph *g);

/* Whether CID `cid`, had of font_cid for `g`, extracts as the text of `g`.  If
   not, the text must be given beside it (ActualText). */
bool font_cid_says(const struct font_set *f, const struct glyph *g, int cid);

/* The natural width of a CID in font number `i`, 1/1000 em, as it stands in
   the W array. */
int font_width(const struct font_set *f, int i, int cid);

/* Takes the letters of Europe's languages and the signs of their texts to be
   used, those of the family's regular face: what may be typed in a form.
   Returns the number of that font. */
int font_typing(struct font_set *f);

/* The subset of font number `i` (0..FONT_MAX-1) as used since font_begin. */
struct font_subset {
    bool used;
    const char *name;    /* "ABCDEF+Lato-Regular", tag from the glyphs */
    const char *program; /* TrueType or bare CFF program */
    size_t program_len;
    bool cff;
    int ncids;               /* CIDs 0..ncids-1 */
    const int *widths;       /* per CID, 1/1000 em; -1: not used */
    const uint16_t *gids;    /* per CID, in the subset: CIDToGIDMap */
    const char *const *text; /* per CID: UTF-8; NULL: not used */
    int bbox[4], ascent, descent, cap_height, italic_angle, stem_v, flags;
};
bool font_subset(struct arena *a, struct font_set *f, int i,
    struct font_subset *out); /* false: HarfBuzz could not make it */

/* Whether font number `i` can be used as a report uses it: text is shaped, and
   the letters of font_typing are taken from it.  For files that no package
   manager looks after; false with an error reported (D105). */
bool font_works(struct arena *a, struct diag *d, struct font_set *f, int i);

/* How many font files there are. */
int font_count(const struct font_set *f);

/* The version of HarfBuzz: "6.0.0". */
const char *font_library(void);

#endif

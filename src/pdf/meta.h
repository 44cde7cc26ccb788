/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What a document says of itself: metadata, colour profile, outline, page
   labels, attachments. */
#ifndef PDF_META_H
#define PDF_META_H

#include "pdf/hpdf.h"
#include "pdf/pdf.h"

/* Language, title and tagging flags, page labels, Info and XMP. */
void meta_write(struct arena *a, struct hpdf *h, const struct pages *pages,
    const struct pdf_meta *meta);

/* An XMP packet that meta_write made, to `out`, without its claim of PDF/A:
   that it is of a copy stands in its place. */
void meta_disclaim(const char *xmp, size_t len, struct buf *out);

/* The output intent: sRGB, its profile in zlib's format. */
void meta_write_intent(struct arena *a, struct hpdf *h, const struct buf *icc);

/* The bookmarks, one level deep. */
void meta_write_outline(struct arena *a, struct hpdf *h,
    const struct pages *pages, const HPDF_Page *objects);

/* The bookmarks of a document that is made in parts: one for each, with those
   of its pages folded below it.  Each is complete with its part, since it knows
   the one that comes behind it. */
struct outline {
    HPDF_Dict root;
    HPDF_Dict *v; /* one for each part */
    int n;
};

struct outline meta_outline_new(struct arena *a, struct hpdf *h, int nparts);

/* Makes that of part `i`, whose page `i` of `pages` is `objects[i]`. */
void meta_outline_part(struct arena *a, struct hpdf *h, const struct outline *o,
    int i, const char *name, const struct pages *pages,
    const HPDF_Page *objects);

/* Associated files (PDF/A-3). */
void meta_write_attachments(
    struct arena *a, struct hpdf *h, const struct pdf_meta *meta);

#endif

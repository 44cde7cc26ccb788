/* Pages of marks to the bytes of a PDF.  With the other files of pdf/ but font.c the
   only user of libharu. */
#ifndef PDF_PDF_H
#define PDF_PDF_H

#include "base/buf.h"
#include "page/page.h"
#include "pdf/font.h"

enum pdf_profile {
    PDF_NONE, /* PDF 1.7, still tagged and PDF/UA-1 */
    PDF_1B,
    PDF_2U,
    PDF_2A,
    PDF_3A
};

/* An associated file (3a only). */
struct pdf_attachment {
    const char *name, *mime, *description, *relation; /* "Source" … */
    const char *data;
    size_t len;
};

struct pdf_meta {
    enum pdf_profile profile;
    enum lang lang;
    const char *title;
    struct date date;    /* year 0: no dates written */
    long epoch;          /* SOURCE_DATE_EPOCH, or -1: then `date` at noon UTC */
    const char *version; /* "relatieprofiel 0.1" */
    /* SHA-256 hex digests, for `verify`; NULL left out */
    const char *hash_interview, *hash_rules, *hash_layout, *hash_fonts;
    bool mono;           /* DeviceGray by luma */
    const struct pdf_attachment *attachments;
    int nattachments;
};

struct pdf; /* libharu's document, reused over reports */

/* NULL (with E501 reported) where libharu cannot start. */
struct pdf *pdf_open(struct diag *d);
void pdf_close(struct pdf *p);

/* Draws the pages and adds the file's bytes to `out`.  The same input gives
   the same bytes.  False with an error reported (E502: libharu's code in words). */
bool pdf_draw(struct arena *a, struct diag *d, struct pdf *p,
    struct font_set *fonts, const struct pages *pages,
    const struct pdf_meta *meta, struct buf *out);

#endif

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* libharu's objects to the bytes of a file. */
#ifndef PDF_WRITE_H
#define PDF_WRITE_H

#include "pdf/hpdf.h"

struct write_options {
    int version;  /* 4: PDF 1.4, 7: PDF 1.7 */
    bool compact; /* object streams and a cross-reference stream (from 1.5) */
};

/* Adds the whole file to `out`, with the ID of pdf_check_id (pdf.h).  An error
   is left in the document. */
void write_document(struct arena *a, struct hpdf *h,
    const struct write_options *options, struct buf *out);

#endif

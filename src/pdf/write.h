/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* libharu's objects to the bytes of a file. */
#ifndef PDF_WRITE_H
#define PDF_WRITE_H

#include "base/sink.h"
#include "pdf/hpdf.h"

struct write_options {
    int version;  /* 4: PDF 1.4, 7: PDF 1.7 */
    bool compact; /* object streams and a cross-reference stream (from 1.5) */
};

/* Adds the whole file to `out`, with the ID of pdf_check_id (pdf.h).  An error
   is left in the document. */
void write_document(struct arena *a, struct hpdf *h,
    const struct write_options *options, struct buf *out);

/* The same of a document that is made in parts (hpdf_part_begin): what is ready
   goes to `sink`, no object in two pieces.  The writer lives in `run`, and
   `scratch` is its own. */
struct writer;

struct writer *write_begin(struct arena *run, struct hpdf *h,
    const struct write_options *options, const struct sink *sink);

/* Writes the objects of the part that has begun last.  False where the sink did
   not take all so far. */
bool write_part(struct writer *w);

/* Writes those that are of no part, and the end of the file; false as
   write_part. */
bool write_end(struct writer *w);

#endif

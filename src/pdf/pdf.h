/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The folder pdf: fonts, and marks to bytes.

   Pages of marks to the bytes of a PDF.  With the other files of pdf/ but
   font.c the only user of libharu. */
#ifndef PDF_PDF_H
#define PDF_PDF_H

#include "base/buf.h"
#include "base/sink.h"
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
    const char *people;  /* a mark of whom it is about; NULL left out */
    const char *options; /* how it was made, for `verify`; NULL left out */
    struct date keep;    /* the last day that it is kept; year 0: not known */
    /* An sRGB profile that lives as long as the struct pdf; NULL: none, and
       only PDF_NONE can be drawn. */
    const struct source *icc;
    bool mono; /* DeviceGray by luma */
    /* Sides of sheets to fold, each with two pages: without tags, bookmarks and
       links, since pages do not follow one another.  Not with 2a and 3a. */
    bool booklet;
    const struct pdf_attachment *attachments;
    int nattachments;
    int reports; /* that a collection holds; 0: it is one report */
    const struct pdf_label *labels; /* behind that of page 1; by page */
    int nlabels;
};

/* Pages from `page`, from 0, on are numbered from 1 behind a text:
   "LP-0017 1". */
struct pdf_label {
    int page;
    const char *before;
};

struct pdf; /* libharu's document, reused over reports */

/* NULL (with E501 reported) where libharu cannot start. */
struct pdf *pdf_open(struct diag *d);
void pdf_close(struct pdf *p);

/* Draws the pages and adds the file's bytes to `out`.  The same input gives
   the same bytes, whatever was drawn before.  False with an error reported, and
   nothing added (E502: libharu's code in words, E503 a mark outside every page,
   E504 no colour profile, E505 and E506 HarfBuzz failed). */
bool pdf_draw(struct arena *a, struct diag *d, struct pdf *p,
    struct font_set *fonts, const struct pages *pages,
    const struct pdf_meta *meta, struct buf *out);

/* Many reports as one document, with one set of fonts: contents, then a part
   for each.  It is drawn part by part, and nothing in `a` of a part is kept;
   the file's bytes go to a sink as soon as they are made. */
struct pdf_book;

struct pdf_plan {
    int npages, ncontents; /* of the whole, and those of the contents */
    int nparts;            /* beside the contents */
    mpt w, h;              /* of every page */
    const char *contents;  /* their bookmark */
};

/* Begins one, in `run`; `meta` and `sink` are kept until pdf_book_end: no
   booklet, and nothing attached.  NULL with an error reported as by pdf_draw.
 */
struct pdf_book *pdf_book_begin(struct arena *run, struct diag *d,
    struct pdf *p, struct font_set *fonts, const struct pdf_meta *meta,
    const struct pdf_plan *plan, const struct sink *sink);

/* Draws the next part; false with an error reported. */
bool pdf_book_add(struct arena *a, struct diag *d, struct pdf_book *b,
    const char *name, const struct pages *pages);

/* Draws the contents, whose landings are pages of the whole, and ends the file.
   False with an error reported, or where the sink did not take all of it. */
bool pdf_book_end(struct arena *a, struct diag *d, struct pdf_book *b,
    const struct pages *contents);

/* Whether a file is as pdf_draw made it.  Its ID is the first 16 bytes of the
   SHA-256 of the whole file, taken with zeros for the digits of the ID itself:
   in the trailer (or the cross-reference stream) stands `/ID[<32 digits><the
   same 32 digits>]`. Any byte altered shows.  This is no signature: who knows
   the rule can make a new ID. */
bool pdf_check_id(const char *data, size_t len);

/* What a report says of its own making; NULL where it does not. */
struct pdf_record {
    enum pdf_profile profile;
    const char *version, *title, *case_id, *layout_id, *options;
    const char *date; /* "2026-01-20T12:00:00Z" */
    long epoch;       /* the same in seconds; -1: none, or before 1970 */
    const char *hash_interview, *hash_rules, *hash_layout, *hash_fonts;
    const char *people;
    const char *keep;    /* "2031-07-31" */
    const char *reports; /* "12": that a collection holds */
};

/* Reads the metadata of a file.  False where it is no report of ours. */
bool pdf_read_meta(
    struct arena *a, const char *data, size_t len, struct pdf_record *out);

/* The version of libharu: "2.3.0". */
const char *pdf_library(void);

#endif

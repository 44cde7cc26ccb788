/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* libharu's objects - dictionaries, arrays, streams - made and filled without
   checks at each call.  After an error libharu's code stands in the document
   and every call below does nothing; pdf.c looks once at the end.  Objects
   belong to the document.  Only for the files of pdf/. */
#ifndef PDF_HPDF_H
#define PDF_HPDF_H

#include "base/buf.h"
#include "base/units.h"

#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>
#include <stdbool.h>

struct hpdf {
    HPDF_Doc doc;       /* lies in `pool`, as all that belongs to it, */
    struct arena *pool; /* reset for the next document */
    HPDF_Xref first;    /* the objects that are of no part */
    unsigned taken;     /* numbers behind those of the last part */
    struct libdeflate_compressor *deflate; /* level 6, reused */
};

/* An empty document in place of the one before; false where libharu has none.
 */
bool hpdf_new(struct hpdf *h, HPDF_Error_Handler on_error, void *user);

/* A document may be made in parts, of which each is written before the next one
   begins.  From here on objects are of a new part, the numbers go on, and all
   lie in `part` (NULL: with the document) until hpdf_part_end: by then it must
   be written, and after that nothing may point there. */
void hpdf_part_begin(struct hpdf *h, struct arena *part);
void hpdf_part_end(struct hpdf *h);

/* The number of the next object; and takes it, for one that is none of
   libharu's. */
unsigned hpdf_next(const struct hpdf *h);
unsigned hpdf_take_number(struct hpdf *h);

/* What stands for an object where others refer to it, also when it is gone;
   for nothing else. */
HPDF_Dict hpdf_mention(struct hpdf *h, HPDF_Dict o);

/* hpdf_push to an array that outlives the part, of what does too. */
void hpdf_push_whole(struct hpdf *h, HPDF_Array to, void *value);

/* A further page. */
HPDF_Page hpdf_page(struct hpdf *h);

/* An object of before the part, filled in it, becomes the text that stands in
   the file. `a` for the call. */
void hpdf_freeze(struct arena *a, struct hpdf *h, HPDF_Dict o);

/* A direct dictionary, to be put in one place. */
HPDF_Dict hpdf_dict(struct hpdf *h);

/* An indirect dictionary (an object with a number). */
HPDF_Dict hpdf_object(struct hpdf *h);

/* Its number; 0 of NULL. */
unsigned hpdf_number(const void *object);

/* What an indirect dictionary holds, as it stands in the file between "<<\n"
   and ">>"; it has nothing else. */
void hpdf_fill(HPDF_Dict o, const char *text, size_t len);

HPDF_Array hpdf_array(struct hpdf *h);

/* Puts a value in a dictionary; the same key again replaces it. */
void hpdf_add(HPDF_Dict to, const char *key, void *value);
void hpdf_add_name(HPDF_Dict to, const char *key, const char *name);
void hpdf_add_int(HPDF_Dict to, const char *key, long v);
void hpdf_add_bool(HPDF_Dict to, const char *key, bool v);

/* ASCII as it is, other UTF-8 as UTF-16 with its mark. `a` for the call. */
void hpdf_add_text(struct arena *a, struct hpdf *h, HPDF_Dict to,
    const char *key, const char *utf8);

/* The same text as it stands in the file, put behind `to`. */
void hpdf_put_text(
    struct arena *a, struct hpdf *h, struct buf *to, const char *utf8);

/* A byte string. */
void hpdf_add_bytes(struct hpdf *h, HPDF_Dict to, const char *key,
    const void *bytes, size_t len);

/* Puts a value at the end of an array. */
void hpdf_push(HPDF_Array to, void *value);
void hpdf_push_name(HPDF_Array to, const char *name);
void hpdf_push_int(HPDF_Array to, long v);
void hpdf_push_mpt(HPDF_Array to, mpt v); /* in points */
void hpdf_push_text(
    struct arena *a, struct hpdf *h, HPDF_Array to, const char *utf8);

/* What libharu does where an array is longer than its limit. */
void hpdf_too_many(struct hpdf *h);

/* An indirect stream of `len` bytes; `deflated`: they are in zlib's format
   already, as hpdf_deflate makes it. */
HPDF_Dict hpdf_stream(
    struct hpdf *h, const void *bytes, size_t len, bool deflated);

/* hpdf_stream of deflated `bytes`. */
HPDF_Dict hpdf_stream_deflated(
    struct arena *a, struct hpdf *h, const void *bytes, size_t len);

/* Appends `bytes` in zlib's format. */
void hpdf_deflate(
    struct hpdf *h, const void *bytes, size_t len, struct buf *out);

/* Appends `utf8` as UTF-16BE bytes (with U+FEFF before it: `mark`). */
void hpdf_utf16(const char *utf8, size_t len, bool mark, struct buf *out);

/* Appends bytes as upper-case hexadecimal digits. */
void hpdf_hex(const void *bytes, size_t len, struct buf *out);

/* libharu's code in words. */
const char *hpdf_error_text(HPDF_STATUS code);

#endif

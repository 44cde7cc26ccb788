/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What the readers of documents share; nobody else includes this. */
#ifndef FORMAT_DOCUMENT_PARTS_H
#define FORMAT_DOCUMENT_PARTS_H

#include "format/document.h"
#include "format/unzip.h"
#include "format/xml.h"

struct document_maker {
    struct arena *a;
    struct diag *d;
    const struct source *file;
    struct unzip *zip;
    struct source *text; /* of the document */
    struct document *out;
    int cap;
    bool ok;
};

/* Adds a paragraph; one without a visible character is left out, but for its
   level.  Texts may hold anything that XML may. */
void document_add(struct document_maker *m, struct paragraph p);

/* A part of the file as a tree; NULL where there is none, with an error
   reported and `ok` false where it cannot be read or `due` and absent. */
const struct xml *document_part(
    struct document_maker *m, const char *name, bool due);

/* An empty document, and giving it the text of its paragraphs. */
struct document_maker document_begin(struct arena *a, struct diag *d,
    const struct source *src, struct document *out);
void document_end(struct document_maker *m);

/* Says that a password locks the file (N103). */
void document_locked(struct diag *d, const struct source *src);

/* Says what a file is and what to do with it (N101).  Always false. */
bool document_refuse(struct diag *d, const struct source *src, const char *what,
    const char *help);

/* The kinds of document: they add what they find. */
void docx_read(struct document_maker *m);
void odt_read(struct document_maker *m);

#endif

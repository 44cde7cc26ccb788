/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* A text document (.docx, .odt, plain text) as its paragraphs, in order: what
   somebody typed in a word processor.  Knows nothing of what it says. */
#ifndef FORMAT_DOCUMENT_H
#define FORMAT_DOCUMENT_H

#include "format/text.h"

/* Where a paragraph stands. */
enum paragraph_kind {
    PARAGRAPH_TEXT,
    PARAGRAPH_ROW,  /* the row of a table: its cells */
    PARAGRAPH_ASIDE /* beside the text, as `aside` says */
};

/* What stands beside the text. */
enum aside {
    ASIDE_NOTE,    /* a footnote or endnote */
    ASIDE_COMMENT, /* of somebody who read it */
    ASIDE_DELETED, /* by a change that is not accepted yet */
    ASIDE_MARGIN,  /* a header or footer */
    ASIDE_COUNT
};

struct paragraph {
    enum paragraph_kind kind;
    enum aside aside;
    struct text text;   /* lines parted by \n; of a row, cells by " | " */
    int level;          /* of a heading, 1..9; 0: none */
    bool bold;          /* all of it */
    struct text *cells; /* of a row */
    int ncells;
};

struct document {
    const struct source *src; /* its text: what places point into */
    struct paragraph *v;
    int n;
    int pictures; /* and drawings, and what is embedded: without words */
    int symbols;  /* letters of a picture font, which stand here as □ */
    int changed;  /* stretches that a change not accepted yet has added */
};

/* What bytes are, whatever their file is called. */
enum document_kind {
    DOCUMENT_TEXT, /* text that a person may have typed, or a table */
    DOCUMENT_ZIP,  /* of a word processor, or something else in a ZIP */
    DOCUMENT_OTHER /* PDF, RTF, HTML, an old office file */
};
enum document_kind document_kind(const struct source *src);

/* Says of DOCUMENT_OTHER what it is and how to save it (N101, N103).  Always
   false. */
bool document_refuse_kind(struct diag *d, const struct source *src);

/* Reads a DOCUMENT_ZIP: Word or OpenDocument.  False with an error reported
   where it is none, locked or damaged (N101 to N104).  Not in the page for a
   browser, which lacks the libraries. */
bool document_read(struct arena *a, struct diag *d, const struct source *src,
    struct document *out);

/* A text of lines, in any of the encodings of csv_bytes.h. */
bool document_lines(struct arena *a, struct diag *d, const struct source *src,
    struct document *out);

/* A text in Normalization Form C without what no interview may hold: line ends
   of all kinds become \n, tabs blanks, and so do other control characters,
   which are counted in `*changed`. */
const char *document_clean(struct arena *a, const char *text, int *changed);

#endif

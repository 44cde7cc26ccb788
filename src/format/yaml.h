/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* YAML text to a tree of nodes that know their place.  The only user of
   libyaml (event interface).  Refused where they stand: anchors, aliases,
   tags, `<<`, a second document, duplicate keys, nesting over 32, more than
   50 000 values, a text over 64 KiB.  Codes: Y1xx errors, Y2xx warnings. */
#ifndef FORMAT_YAML_H
#define FORMAT_YAML_H

#include "base/diag.h"

enum node_kind { NODE_SCALAR, NODE_LIST, NODE_MAP };

struct node {
    enum node_kind kind;
    struct pos at;   /* where the value begins */
    const char *key; /* in a map; NFC */
    struct pos key_at;
    const char *text; /* of a scalar, NFC, trailing line breaks removed; "" if
                         it is empty, null, or shows nothing */
    size_t len;
    bool quoted;               /* written in quotes or as a block */
    bool cut;                  /* a fault of syntax took it away, or a part */
    int comment, ncomments;    /* those before it, and behind it in its line */
    struct node *first, *next; /* children; next sibling */
};

/* What `#` begins, to the end of its line. */
struct comment {
    struct pos at;
    bool behind;      /* a part of the document stands before it in its line */
    const char *text; /* with the # */
};

struct yaml {
    struct node *root;        /* NULL where nothing could be read */
    struct comment *comments; /* in file order, as far as it could be read */
    int ncomments;
    int tail;       /* the first of those behind all nodes */
    bool ended;     /* the closing `...` stands there */
    bool cut_off;   /* it does not, and the last line or record is unfinished */
    struct pos end; /* end of the file */
};

/* Says that `cut_off` is so: as an error, or where such a file is read all the
   same, as a warning; `end` is that of the file. */
void yaml_say_cut(struct diag *d, struct pos end, bool refused);

/* Reads `src`, which a NUL follows in memory.  Checked first: UTF-8, NUL, lone
   CR, NEL, LS, PS, tabs as indentation, control characters; a BOM is skipped.
   False when anything was reported as an error; the tree then holds what
   could be read, and what a syntax error cut off is marked so. */
bool yaml_parse(struct arena *a, struct diag *d, const struct source *src,
    struct yaml *out);

/* The version of libyaml: "0.2.5". */
const char *yaml_library(void);

#endif

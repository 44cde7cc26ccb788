/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* A report whose fields were filled in by another program: what was typed, and
   whether anything else was changed.  libqpdf reads it; no byte of the file is
   trusted. */
#ifndef PDF_FILLED_H
#define PDF_FILLED_H

#include "base/buf.h"
#include "base/diag.h"

/* A field with something in it. */
struct filled_field {
    const char *name;  /* fully qualified: "plan.steps.1.step" */
    const char *value; /* UTF-8, lines end in LF; NULL: nothing was typed */
    const char *about; /* its tooltip, or NULL */
    int page;          /* from 1; 0: not known */
    bool strange;      /* the value held what no text holds; made visible */
};

struct filled_fields {
    struct filled_field *v;
    int n, cap;
    const char *xmp; /* the metadata */
    size_t xmp_len;
    const char *form; /* the first ID: 32 hex digits of the form; or NULL */
};

/* Reads the fields.  False with an error at `pdf` where it cannot be read
   (F201), keeps its fields as XFA (F203), has no fields
   (F204) or too many (F205); what is passed over is a warning (F206 scripts,
   F207 a signature, F208 damage). */
bool filled_read(struct arena *a, struct diag *d, const struct source *pdf,
    struct filled_fields *out);

/* The length of the form at the beginning of a file to which a program only
   added what was filled in; 0: there is none, or nothing was added. */
size_t filled_form(const char *data, size_t len);

enum filled_same {
    FILLED_SAME,    /* nothing but what fields hold and how they show it */
    FILLED_OTHER,   /* something else too */
    FILLED_UNKNOWN, /* one of the files cannot be read */
};

/* Whether a filled file is the form but for its fields: every object that can
   be reached is compared.  The metadata are not.  What has no fields cannot be
   filled in: it is FILLED_OTHER, unless `any` says that it will do too. */
enum filled_same filled_compare(struct arena *a, const char *form,
    size_t form_len, const char *data, size_t len, bool any);

#endif

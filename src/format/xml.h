/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* XML as a tree.  The only user of libxml2.  Nothing is fetched, no document
   type is read, no entity but those of XML itself is known. */
#ifndef FORMAT_XML_H
#define FORMAT_XML_H

#include "base/arena.h"

#include <stdbool.h>

/* An element, or a text between elements (its name is NULL). */
struct xml {
    const char *name; /* without its prefix: "p" of "w:p" */
    const char *text; /* of a text: UTF-8 */
    struct xml_attribute {
        const char *name, *value; /* without prefix */
    } * attributes;
    int nattributes;
    struct xml *first, *next;
};

/* Reads `len` bytes into `*out`, in `a`.  False where they are no well-formed
   XML, have a document type, or are nested too deep, or there is no libxml2. */
bool xml_read(struct arena *a, const char *data, size_t len, struct xml **out);

/* The value of an attribute, or NULL. */
const char *xml_attribute(const struct xml *n, const char *name);

/* The first child of that name, or NULL. */
const struct xml *xml_child(const struct xml *n, const char *name);

/* The whole number that a value is; `otherwise` where it is none, or NULL. */
int xml_number(const char *value, int otherwise);

bool xml_is(const struct xml *n, const char *name);

/* Whether it is one of `names`, which NULL ends. */
bool xml_is_one_of(const struct xml *n, const char *const *names);

/* Opens libxml2, if it is not open: NULL, or the file that is missing. */
const char *xml_missing(void);

/* The version of libxml2. */
const char *xml_library(void);

#endif

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The tables of the rules language: kinds of sections and their fields.  The
   reader, the dump, the visit of all texts and `list keys` share them. */
#ifndef RULES_FIELDS_H
#define RULES_FIELDS_H

#include "format/field.h"
#include "rules/rules.h"

/* In order of reading: what refers to others comes after them. */
enum rules_section {
    RULES_FORMAT,
    RULES_WORDS,
    RULES_READERS,
    RULES_COMPARE,
    RULES_WORDING,
    RULES_BANDS,
    RULES_QUESTION,
    RULES_GROUP,
    RULES_SCALE,
    RULES_FEELING,
    RULES_PHASE,
    RULES_GOAL,
    RULES_SELF,
    RULES_QUESTIONNAIRE,
    RULES_SUBSCALE,
    RULES_PROMPT,
    RULES_PATTERN,
    RULES_REFERENCE,
    RULES_RETENTION,
    RULES_SECTIONS
};

/* A kind of section.  One that stands once fills struct rules itself; of the
   others each is an item of an array in it, and begins with struct named. */
struct rules_kind {
    const char *name; /* "scale": [scale.ID] */
    int ids;          /* how many ids stand behind the name: 0, 1, 2 */
    struct record record;
    size_t items, count; /* places in struct rules: pointer, int */
};

extern const struct rules_kind rules_kinds[RULES_SECTIONS];

/* Fields of one band, behind its name: low.nl, low.short.nl, low.about.nl. */
extern const struct record rules_band_record;

/* The array of a kind in `r`, how many, and its `i`th item. */
void *rules_items(const struct rules *r, enum rules_section kind);
int rules_count(const struct rules *r, enum rules_section kind);
void *rules_item(const struct rules *r, enum rules_section kind, int i);

/* Index of the item of that kind with that id or `also`, or -1. */
int rules_find(const struct rules *r, enum rules_section kind, const char *id);

/* The ids of that kind and their `also`, in file order. */
const char **rules_names(struct arena *a, const struct rules *r,
    enum rules_section kind, size_t *count);

/* The id or `also` of that kind most like `id`, or NULL. */
const char *rules_nearest(struct arena *a, const struct rules *r,
    enum rules_section kind, const char *id);

#endif

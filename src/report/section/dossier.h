/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What the pages of a file that is kept share: rows of label and value, names
   of readers, hashes.  Used by the kinds of section of the dossier. */
#ifndef REPORT_SECTION_DOSSIER_H
#define REPORT_SECTION_DOSSIER_H

#include "report/section.h"

/* The table that rows of label and value stand in. */
struct block *dossier_table(struct section *s, struct block *parent);

/* A row: the label from a key, and a value; a line to write on where that is
   NULL.  Returns the value's text, or NULL. */
struct block *dossier_fact(
    struct section *s, struct block *table, const char *key, const char *value);

/* A thin rule below a row of a table. */
void dossier_row_rule(struct section *s, struct block *table);

/* A heading below that of the page, from a key. */
struct block *dossier_heading(
    struct section *s, struct block *sect, const char *key, mpt before);

/* "lezer 1 (coach)": the word of key `reader`, who it is, as the interview
   says. */
const char *dossier_reader(struct section *s, int reading);

/* "LP-0017, versie 2 (gewijzigd op …)", without the case; keys `version` and
   `changed`. */
const char *dossier_version(struct section *s);

/* Hexadecimal digits in groups of eight. */
const char *dossier_hash(struct arena *a, const char *hex);

/* A scale's code and title. */
const char *dossier_scale(struct section *s, int scale);

/* The date in words, or NULL where it is not known. */
const char *dossier_date(struct section *s, struct date date);

#endif

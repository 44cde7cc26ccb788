/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Fields of INI sections: a section into a record by its table of fields.
   Shared by the readers of rules and layouts; texts are checked for quotes,
   placeholders and languages on the way. */
#ifndef FORMAT_FIELD_INI_H
#define FORMAT_FIELD_INI_H

#include "format/field.h"

/* What holds for every section of a file. */
struct field_ini {
    struct diag *d;
    bool needs[LANG_COUNT];   /* a text must have these languages */
    const char *const *parts; /* of FIELD_BY_BAND fields: names of the bands */
    int nparts;               /* 0: not known, their keys are passed over */
    unsigned barred;          /* placeholders with no meaning in this section */
    /* Looks at what a text holds beyond words (rules/placeholder.h); `allowed`
       is a field's placeholders but those barred.  NULL: at nothing. */
    bool (*check)(struct diag *d, const struct text *text, enum lang lang,
        unsigned allowed);
};

/* Reads the fields of `r` from `s` into `record`.  Keys are the field's names,
   behind `prefix` and a dot where it is not "" (low.short.nl).  A scalar that
   is absent gets its fallback.  Entries read are marked as used; FIELD_OWN
   fields are left to the record's own code.
   Reports missing keys at the section (R252), texts without quotes (R253),
   in too few languages (R254) or empty (R259), parts out of order (R255), and
   what field_set reports.  False on an error. */
bool field_ini_read(struct arena *a, const struct field_ini *in,
    const struct record *r, const char *prefix, const struct ini_section *s,
    void *record);

/* Reports every entry that no reader has used (R251), with the key of `r`
   that may have been meant.  True where there is none. */
bool field_ini_rest(struct arena *a, const struct field_ini *in,
    const struct record *r, const struct ini_section *s);

/* Whether `s` is an id: [a-z][a-z0-9_]{0,31}. */
bool field_ini_is_id(const char *s);

/* The entry with that key, now used, or NULL. */
struct ini_entry *field_ini_take(const struct ini_section *s, const char *key);

/* Whether an entry can be printed text: in double quotes (R253) and not empty
   (R259). */
bool field_ini_printed(struct diag *d, const struct ini_entry *e);

/* Entries KEY.1, KEY.2, … in this order: the next one behind `e` (NULL: the
   first), now used; NULL behind the last.  `*due` counts on from 0; `*ok` turns
   false with an error (R255) where another number is due. */
struct ini_entry *field_ini_part(struct diag *d, const struct ini_section *s,
    struct ini_entry *e, const char *key, int *due, bool *ok);

/* Reads a comma list of words of field `f` into `values`, at most `max`; `n`
   is how many.  Reports unknown and repeated words, and an empty list. */
bool field_ini_words(struct arena *a, struct diag *d, const struct field *f,
    const struct ini_entry *e, int *values, int max, int *n);

/* The `[format]` section that begins a file of `kind` (R26x): right kind,
   version 1, the first section.  NULL with an error where it is not. */
struct ini_section *field_ini_format(
    struct diag *d, const struct ini *ini, const char *kind);

/* Writes the fields of `record` as `key = value` lines, for dumps: what is
   absent is left out, FIELD_OWN fields are not written. */
void field_ini_dump(const struct field_ini *in, const struct record *r,
    const char *prefix, const void *record, struct buf *out);

#endif

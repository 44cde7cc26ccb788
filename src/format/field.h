/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The folder format: text of files to typed values that know their place.

   Fields: one table per record says each key's names, type, range and help.
   Readers of YAML and INI, the template, the schema and the manual all come
   from the same tables. */
#ifndef FORMAT_FIELD_H
#define FORMAT_FIELD_H

#include "format/ini.h"
#include "format/text.h"
#include "format/yaml.h"

enum field_type {
    FIELD_TEXT,    /* struct text */
    FIELD_LINE,    /* struct text without a line break */
    FIELD_ID,      /* struct text: [a-z][a-z0-9_]{0,31} */
    FIELD_CASE,    /* struct text: [A-Za-z][A-Za-z0-9._-]{0,63} */
    FIELD_INT,     /* int, min..max */
    FIELD_NUM,     /* int in thousandths, min..max in thousandths */
    FIELD_LENGTH,  /* mpt, min..max in mpt */
    FIELD_COLOR,   /* int 0xRRGGBB */
    FIELD_DATE,    /* struct date */
    FIELD_WORD,    /* int, one of words */
    FIELD_YESNO,   /* bool */
    FIELD_QREF,    /* struct qref: v01..v99 */
    FIELD_QREFS,   /* struct qrefs */
    FIELD_TEXTS,   /* struct texts: a YAML list; in INI a comma list */
    FIELD_RECORD,  /* a record in place: `of` */
    FIELD_RECORDS, /* a list of records: pointer at offset, int count at count
                    */
    FIELD_BITEXT,  /* struct bitext: INI NAME.nl, NAME.en, also NAME.nl.1 … */
    FIELD_BITEXTS, /* struct bitexts: INI NAME.nl.1 = first item … */
    FIELD_OWN /* read by the record's own code; listed for help and names */
};

/* A word value: names per language, and what it means. */
struct field_word {
    const char *name[LANG_COUNT]; /* INI uses the English one */
    int value;
};

enum {
    FIELD_REQUIRED = 1, /* absent is an error */
    FIELD_BY_BAND = 2,  /* INI: NAME.BAND…, one bitext per band */
    FIELD_PROMPTED = 4  /* text may hold placeholders */
};

struct record;

struct field {
    const char *name[LANG_COUNT]; /* Dutch, English; INI: English only */
    enum field_type type;
    size_t offset; /* of the value in its record */
    size_t count;  /* of the int with the number of items */
    unsigned flags;
    int min, max; /* values; of lists: number of items */
    const struct field_word *words;
    int nwords;
    const struct record *of;
    unsigned placeholders; /* a bit per enum placeholder that is allowed */
    const char *label[LANG_COUNT]; /* a few words beside a field of a form;
                                      of interviews only */
    const char *help[LANG_COUNT];
    const char *fallback; /* default as written in a file, for lists of keys;
                             or NULL */
    int own;              /* FIELD_OWN: which, for the record's own code */
};

/* A record: its fields and the size of one. */
struct record {
    const char *name; /* "reading", "scale" */
    size_t size;
    const struct field *fields;
    int nfields;
    bool text; /* a text may stand in its place */
};

/* The words of FIELD_YESNO, which needs none of its own. */
extern const struct field_word field_yesno[2];

/* What the language of keys is called in messages, for diag_words. */
extern const char *const field_language[LANG_COUNT];

/* Reads one scalar `text` that stands at `at` into the field's place in
   `record`; every scalar type is served, and a comma list for FIELD_TEXTS and
   FIELD_QREFS.  `lang` is the language of the field's name in messages and of
   word values.  An empty text counts as not given; in rules and layouts only
   where text is due.  False with an error reported (I2xx in interviews, R2xx
   in rules and layouts: `family` is that capital). */
bool field_set(struct arena *a, struct diag *d, char family,
    const struct field *f, enum lang lang, const char *text, struct pos at,
    void *record);

/* Writes a length in millimetres, to a tenth, or in points. */
void field_put_length(mpt v, bool mm, struct buf *out);

/* Whether `text` is that word in `lang`; `loose`, as in interviews: in capitals
   too. */
bool field_is_word(
    const struct field_word *w, enum lang lang, const char *text, bool loose);

/* The number that a decimal comma or a leading zero hides in `text`, or NULL:
   for "did you mean". */
const char *field_likely_number(struct arena *a, const char *text);

/* "13-1-2026" and "13/01/2026", the usual forms on paper, as YYYY-MM-DD; or
   NULL. */
const char *field_likely_date(struct arena *a, const char *text);

/* The field with that name in `lang`, or NULL. */
const struct field *field_find(
    const struct record *r, enum lang lang, const char *name);

/* Reads a YAML map into `record`: unknown keys with "did you mean" (and, where
   the key is of the other language, its right name), types, required keys.
   An empty value counts as not given.  FIELD_OWN children are handed to `own`
   (NULL where there are none), also those of records within. */
typedef bool field_own(struct arena *a, struct diag *d, enum lang lang,
    const struct field *f, const struct node *value, void *record);
bool field_read(struct arena *a, struct diag *d, const struct record *r,
    enum lang lang, const struct node *map, field_own *own, void *record);

/* Whether a key lies in there, be it without a value. */
bool field_has_keys(const struct node *node);

/* Looks at a value that counts as not given, but may hold keys all the same:
   `node` as a map of `r`, whose every key must be known.  Nothing is read. */
bool field_hollow(struct arena *a, struct diag *d, const struct record *r,
    enum lang lang, const struct node *node, field_own *own);

/* Whether `node` is of that kind; else an error (I104) that names `key`. */
bool field_kind(
    struct diag *d, const char *key, const struct node *node, enum node_kind);

/* Whether a value is there: an empty scalar counts as not given, and so does
   a list or map that holds nothing else (but `[]` itself says "none"). */
bool field_given(const struct node *node);

/* The text of a scalar; its `s` is NULL where it is empty. */
struct text field_text(const struct node *node);

#endif

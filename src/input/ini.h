/* INI text to sections and entries that know their place, in the strict
   dialect of rules and layouts.  The only user of iniparser: a pre-scan of our
   own gives place and order, iniparser gives values, and the two are
   compared entry by entry. */
#ifndef INPUT_INI_H
#define INPUT_INI_H

#include "base/diag.h"

struct ini_entry {
    const char *key;   /* "title.nl" */
    const char *value; /* NFC, quotes removed */
    bool quoted;
    struct pos key_at, at; /* key; value (first character inside quotes) */
    bool used;             /* a reader knew it */
    struct ini_entry *next;
};

struct ini_section {
    const char *name; /* "scale.secure_base" */
    struct pos at;
    struct ini_entry *first;
    struct ini_section *next;
};

struct ini {
    const struct source *src;
    struct ini_section *first;
};

/* False when anything was reported as an error; `out` then holds what could
   be read, for further messages. */
bool ini_parse(struct arena *a, struct diag *d, const struct source *src,
    struct ini *out);

#endif

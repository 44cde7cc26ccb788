/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* INI text to sections and entries that know their place, in the strict
   dialect of rules and layouts.  The only user of iniparser: a pre-scan of our
   own gives place and order, iniparser gives values, and the two are
   compared entry by entry. */
#ifndef FORMAT_INI_H
#define FORMAT_INI_H

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
bool ini_parse(
    struct arena *a, struct diag *d, const struct source *src, struct ini *out);

/* The section with that name, or NULL; the entry with that key, or NULL. */
struct ini_section *ini_section(const struct ini *ini, const char *name);
struct ini_entry *ini_entry(const struct ini_section *s, const char *key);

/* A value as far as the text can be read, without messages, or NULL: what kind
   of file this is (`format`, `kind`) before a reader is chosen. */
const char *ini_peek(struct arena *a, const struct source *src,
    const char *section, const char *key);
const struct ini_entry *ini_peek_entry(struct arena *a,
    const struct source *src, const char *section, const char *key);

#endif

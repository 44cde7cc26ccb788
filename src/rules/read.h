/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Inside the reader of rules: what rules.c, read.c and check.c
   share. */
#ifndef RULES_READ_H
#define RULES_READ_H

#include "format/field_ini.h"
#include "rules/fields.h"

struct rules_loader {
    struct diag *d;
    struct rules *out;
    struct field_ini in;
    int min, max;       /* range of [format]; both 0 where it has none */
    bool format_failed; /* then a scale may lack what [format] should give */
    /* Some section of that kind has no good name: one that seems unknown may
       be it, and is not reported a second time. */
    bool incomplete[RULES_SECTIONS];
};

/* Fills `item` (struct rules for sections that stand once) from a section of
   that kind: own keys, fields by table, unknown keys.  Items of all kinds have
   their ids already, so that any can be referred to. */
bool rules_read_section(struct arena *a, struct rules_loader *l,
    enum rules_section kind, const struct ini_section *s, void *item);

/* The keys of a section that no table of fields can say; one function per kind
   that has such keys, called before the table reads the rest. */
typedef bool rules_own_keys(struct arena *a, struct rules_loader *l,
    const struct ini_section *s, void *item);
rules_own_keys rules_own_prompt, rules_own_pattern, rules_own_reference;

/* Report that a section lacks `key`; that there is no item called `id`. */
bool rules_missing_key(
    struct rules_loader *l, const struct ini_section *s, const char *key);
bool rules_unknown(struct arena *a, struct rules_loader *l,
    enum rules_section kind, const char *id, struct pos at);

/* Checks that concern several sections, or keys of one that belong together
   (R33x, R34x).  False on an error. */
bool rules_check(struct arena *a, struct diag *d, const struct rules *r);

#endif

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "format/ini.h"

#include "base/utf8.h"
#include "format/ini_compare.h"

#include <string.h>

/* iniparser 4.1 alters or misreads some lines in silence and loses entries
   when memory runs out.  So the pre-scan lets through only what cannot be
   misread, iniparser gets that text from memory, and every section and entry
   it holds is compared with what was seen: number, order, value byte for byte.
   A difference is a fault of the program (R9xx), never a silent wrong value. */

static void
normalise_values(struct arena *a, struct ini *ini)
{
    for (struct ini_section *s = ini->first; s != NULL; s = s->next)
        for (struct ini_entry *e = s->first; e != NULL; e = e->next)
            e->value = utf8_nfc(a, e->value);
}

bool
ini_parse(
    struct arena *a, struct diag *d, const struct source *src, struct ini *out)
{
    bool ok = ini_scan(a, d, src, out);

#ifndef WITHOUT_INIPARSER /* the web page: values are those of ini_scan */
    ok = ok && ini_compare(a, d, out);
#endif
    normalise_values(a, out);
    return ok;
}

struct ini_section *
ini_section(const struct ini *ini, const char *name)
{
    struct ini_section *s = ini->first;

    while (s != NULL && strcmp(s->name, name) != 0)
        s = s->next;
    return s;
}

struct ini_entry *
ini_entry(const struct ini_section *s, const char *key)
{
    struct ini_entry *e = s->first;

    while (e != NULL && strcmp(e->key, key) != 0)
        e = e->next;
    return e;
}

const struct ini_entry *
ini_peek_entry(struct arena *a, const struct source *src, const char *section,
    const char *key)
{
    struct ini ini;
    const struct ini_section *s;

    ini_scan(a, diag_new(a, NULL), src, &ini);
    s = ini_section(&ini, section);
    return s != NULL ? ini_entry(s, key) : NULL;
}

const char *
ini_peek(struct arena *a, const struct source *src, const char *section,
    const char *key)
{
    const struct ini_entry *e = ini_peek_entry(a, src, section, key);

    return e != NULL ? e->value : NULL;
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "format/ini.h"

#include "base/utf8.h"
#include "format/ini_compare.h"
#ifndef WITHOUT_INIPARSER
#include "base/hash.h"
#include "format/ini_known.h"
#endif

#include <string.h>

/* iniparser 4.1 alters or misreads some lines in silence and loses entries
   when memory runs out.  So the pre-scan lets through only what cannot be
   misread, iniparser gets that text from memory, and every section and entry
   it holds is compared with what was seen: number, order, value byte for byte.
   A difference is a fault of the program (R9xx), never a silent wrong value.
   What comes with the program was compared when it was tested. */

static void
normalise_values(struct arena *a, struct ini *ini)
{
    for (struct ini_section *s = ini->first; s != NULL; s = s->next)
        for (struct ini_entry *e = s->first; e != NULL; e = e->next)
            e->value = utf8_nfc(a, e->value);
}

#ifndef WITHOUT_INIPARSER

static bool
is_known(const struct source *src)
{
    const struct hash_part whole = {src->text, src->len};
    char hash[HASH_DIGITS + 1];
    const char *const *known = ini_known;

    hash_parts(&whole, 1, hash);
    while (*known != NULL && strcmp(*known, hash) != 0)
        known++;
    return *known != NULL;
}

#endif

bool
ini_parse(
    struct arena *a, struct diag *d, const struct source *src, struct ini *out)
{
    bool ok = ini_scan(a, d, src, out);

#ifndef WITHOUT_INIPARSER /* the web page: values are those of ini_scan */
    ok = ok && (is_known(src) || ini_compare(a, d, out));
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

/* Where the line that begins at `p` ends; `next` line, or `end`. */
static const char *
next_line(const char *p, const char *end)
{
    const char *stop = memchr(p, '\n', (size_t)(end - p));

    return stop != NULL ? stop + 1 : end;
}

static bool
opens_section(const char *p, const char *end, const char *name)
{
    size_t len = strlen(name);

    return (size_t)(end - p) > len + 1 && *p == '[' &&
           memcmp(p + 1, name, len) == 0 && p[len + 1] == ']';
}

/* How much of a text there is to the end of its first section of that name. */
static size_t
section_end(const struct source *src, const char *name)
{
    const char *end = src->text + src->len, *p = src->text + ini_bom(src);
    bool within = false;

    for (; p < end && !(within && *p == '['); p = next_line(p, end))
        within |= opens_section(p, end, name);
    return (size_t)(p - src->text);
}

const struct ini_entry *
ini_peek_entry(struct arena *a, const struct source *src, const char *section,
    const char *key)
{
    struct source *part = NEW(a, struct source, 1);
    struct ini ini;
    const struct ini_section *s;
    struct ini_entry *e;

    *part = *src;
    part->len = section_end(src, section);
    ini_scan(a, diag_new(a, NULL), part, &ini);
    s = ini_section(&ini, section);
    e = s != NULL ? ini_entry(s, key) : NULL;
    if (e != NULL)
        e->key_at.src = e->at.src = src;
    return e;
}

const char *
ini_peek(struct arena *a, const struct source *src, const char *section,
    const char *key)
{
    const struct ini_entry *e = ini_peek_entry(a, src, section, key);

    return e != NULL ? e->value : NULL;
}

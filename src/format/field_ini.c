/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "format/field_ini.h"

#include <string.h>

/* Keys are joined from prefix, name, band and language, then looked up; what
   nobody looked up is unknown.  So a key is known exactly where it is read. */

enum { TEXT_MAX = 64 * 1024, ID_MAX = 32 };

/* "low", "short", "nl" to "low.short.nl"; empty pieces leave no dot. */
static const char *
key_join(struct arena *a, const char *x, const char *y, const char *z)
{
    const char *const pieces[] = {x, y, z};
    char *key = arena_raw(a, strlen(x) + strlen(y) + strlen(z) + 3), *p = key;

    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        size_t len = strlen(pieces[i]);

        if (p > key && len > 0)
            *p++ = '.';
        memcpy(p, pieces[i], len);
        p += len;
    }
    *p = '\0';
    return key;
}

struct ini_entry *
field_ini_take(const struct ini_section *s, const char *key)
{
    struct ini_entry *e = ini_entry(s, key);

    if (e != NULL)
        e->used = true;
    return e;
}

bool
field_ini_is_id(const char *s)
{
    size_t n = strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789_");

    return *s >= 'a' && *s <= 'z' && s[n] == '\0' && n <= ID_MAX;
}

static bool
check_quotes(struct diag *d, const struct ini_entry *e)
{
    if (e->quoted)
        return true;
    diag_error(d, e->at, "R253", "\"%s\" must stand in double quotes", e->key);
    diag_help(d, "write %s = \"%s\"", e->key, e->value);
    return false;
}

/* A text with nothing to print is not the way to leave one out. */
static bool
check_blank(struct diag *d, const struct ini_entry *e)
{
    if (e->value[strspn(e->value, " ")] != '\0')
        return true;
    diag_error(d, e->at, "R259", "\"%s\" is an empty text", e->key);
    diag_help(d, "write the text, or leave the line out");
    return false;
}

bool
field_ini_printed(struct diag *d, const struct ini_entry *e)
{
    return check_quotes(d, e) && check_blank(d, e);
}

/* One entry of a text: checked where it stands, so that places are exact. */
static bool
check_piece(const struct field_ini *in, const struct field *f,
    const struct ini_entry *e, enum lang lang)
{
    struct text text = {e->value, e->at};

    return field_ini_printed(in->d, e) && text_check(in->d, 'R', &text) &&
           (in->check == NULL ||
               in->check(in->d, &text, lang, f->placeholders & ~in->barred));
}

/* The number N of an entry `KEY.N`; 0 where it is no such entry. */
static int
part_number(const struct ini_entry *e, const char *key)
{
    size_t n = strlen(key);
    int number;

    if (strncmp(e->key, key, n) != 0 || e->key[n] != '.' ||
        !int_parse(e->key + n + 1, &number))
        return 0;
    return number;
}

struct ini_entry *
field_ini_part(struct diag *d, const struct ini_section *s, struct ini_entry *e,
    const char *key, int *due, bool *ok)
{
    for (e = e == NULL ? s->first : e->next; e != NULL; e = e->next) {
        int number = part_number(e, key);

        if (number == 0)
            continue;
        e->used = true;
        if (number != ++*due) {
            *ok = diag_error(d, e->key_at, "R255",
                "\"%s\" stands where \"%s.%d\" is due", e->key, key, *due);
            *due = number;
        }
        return e;
    }
    return NULL;
}

/* The text of `key`, whole or in parts that are joined by a space. */
static bool
read_text(struct arena *a, const struct field_ini *in, const struct field *f,
    const struct ini_section *s, const char *key, enum lang lang,
    struct text *out)
{
    const struct ini_entry *whole = field_ini_take(s, key);
    struct ini_entry *e = NULL;
    struct buf b = buf_new(a);
    bool ok = true;
    int due = 0;

    if (whole != NULL) {
        ok = check_piece(in, f, whole, lang);
        if (*whole->value != '\0')
            *out = (struct text){whole->value, whole->at};
    }
    while ((e = field_ini_part(in->d, s, e, key, &due, &ok)) != NULL) {
        if (whole != NULL && due == 1) {
            ok = diag_error(in->d, e->key_at, "R256",
                "\"%s\" is given whole and in parts", key);
            diag_note(in->d, whole->key_at, "whole here");
        }
        ok &= check_piece(in, f, e, lang);
        if (*e->value == '\0')
            continue;
        if (b.len == 0)
            out->at = e->at;
        else
            buf_putc(&b, ' ');
        buf_puts(&b, e->value);
        out->s = b.p;
    }
    if (b.len > TEXT_MAX)
        return diag_error(in->d, out->at, "R257",
            "this text has %zu bytes, at most %d are allowed", b.len, TEXT_MAX);
    return ok;
}

/* Reports the languages that a text lacks: any if it is required or given in
   another. */
static bool
check_languages(struct arena *a, const struct field_ini *in,
    const struct ini_section *s, const char *key, const struct bitext *t,
    bool required)
{
    struct buf missing = buf_new(a);
    bool given = false, any_needed = false;

    for (int i = 0; i < LANG_COUNT; i++) {
        given |= t->t[i].s != NULL;
        any_needed |= in->needs[i];
    }
    if (!given && !required)
        return true;
    for (int i = 0; i < LANG_COUNT; i++) {
        bool needed = any_needed ? in->needs[i] : !given;

        if (needed && t->t[i].s == NULL)
            buf_printf(&missing, "%s\"%s\"", missing.len > 0 ? " and " : "",
                key_join(a, key, lang_code[i], ""));
    }
    if (missing.len == 0)
        return true;
    return diag_error(
        in->d, s->at, "R254", "[%s] has no text %s", s->name, missing.p);
}

static bool
read_bitext(struct arena *a, const struct field_ini *in, const struct field *f,
    const struct ini_section *s, const char *key, struct bitext *out)
{
    bool ok = true;

    for (int i = 0; i < LANG_COUNT; i++)
        ok &= read_text(a, in, f, s, key_join(a, key, lang_code[i], ""),
            (enum lang)i, &out->t[i]);
    return ok && check_languages(
                     a, in, s, key, out, (f->flags & FIELD_REQUIRED) != 0);
}

static bool
read_by_band(struct arena *a, const struct field_ini *in, const struct field *f,
    const struct ini_section *s, const char *key, struct bitext *out)
{
    size_t n = strlen(key);
    bool ok = true;

    for (int i = 0; i < in->nparts; i++)
        ok &= read_bitext(
            a, in, f, s, key_join(a, key, in->parts[i], ""), &out[i]);
    for (struct ini_entry *e = s->first; in->nparts == 0 && e != NULL;
         e = e->next)
        e->used |= strncmp(e->key, key, n) == 0 && e->key[n] == '.';
    return ok;
}

/* KEY.nl.1, KEY.nl.2, …: each number is an item of its own. */
static bool
read_bitexts(struct arena *a, const struct field_ini *in, const struct field *f,
    const struct ini_section *s, const char *key, struct bitexts *out)
{
    int due[LANG_COUNT] = {0}, capacity = 0;
    bool ok = true;

    for (const struct ini_entry *e = s->first; e != NULL; e = e->next)
        capacity++;
    out->v = NEW(a, struct bitext, capacity);
    for (int i = 0; i < LANG_COUNT; i++) {
        const char *base = key_join(a, key, lang_code[i], "");
        struct ini_entry *e = NULL;

        for (int n = 0;
             (e = field_ini_part(in->d, s, e, base, &due[i], &ok)) != NULL &&
             n < capacity;
             n++) {
            ok &= check_piece(in, f, e, (enum lang)i);
            if (*e->value != '\0')
                out->v[n].t[i] = (struct text){e->value, e->at};
            out->n = n + 1 > out->n ? n + 1 : out->n;
        }
    }
    for (int n = 0; n < out->n; n++)
        ok &= check_languages(a, in, s,
            key_join(a, key, arena_printf(a, "%d", n + 1), ""), &out->v[n],
            false);
    return ok;
}

static bool
read_scalar(struct arena *a, const struct field_ini *in, const struct field *f,
    const struct ini_section *s, const char *key, void *record)
{
    const struct ini_entry *e = field_ini_take(s, key);

    if (e == NULL) {
        if (f->fallback != NULL)
            return field_set(
                a, in->d, 'R', f, LANG_EN, f->fallback, s->at, record);
        if (!(f->flags & FIELD_REQUIRED))
            return true;
        return diag_error(
            in->d, s->at, "R252", "[%s] has no \"%s\"", s->name, key);
    }
    if ((f->type == FIELD_TEXT || f->type == FIELD_COLOR) &&
        !field_ini_printed(in->d, e))
        return false;
    if (f->type == FIELD_LINE && !check_blank(in->d, e))
        return false;
    return field_set(a, in->d, 'R', f, LANG_EN, e->value, e->at, record);
}

bool
field_ini_read(struct arena *a, const struct field_ini *in,
    const struct record *r, const char *prefix, const struct ini_section *s,
    void *record)
{
    bool ok = true;

    for (int i = 0; i < r->nfields; i++) {
        const struct field *f = &r->fields[i];
        const char *key = key_join(a, prefix, f->name[LANG_EN], "");
        void *place = (char *)record + f->offset;

        if (f->type == FIELD_OWN)
            continue;
        if (f->type == FIELD_BITEXT && (f->flags & FIELD_BY_BAND))
            ok &= read_by_band(a, in, f, s, key, place);
        else if (f->type == FIELD_BITEXT)
            ok &= read_bitext(a, in, f, s, key, place);
        else if (f->type == FIELD_BITEXTS)
            ok &= read_bitexts(a, in, f, s, key, place);
        else
            ok &= read_scalar(a, in, f, s, key, record);
    }
    return ok;
}

/* --- unknown keys --- */

struct names {
    const char **v;
    size_t n;
};

static void
names_of_text(struct arena *a, const struct field *f, const char *part,
    struct names *names)
{
    for (int i = 0; i < LANG_COUNT; i++)
        names->v[names->n++] =
            key_join(a, f->name[LANG_EN], part, lang_code[i]);
}

/* All keys of a record as they are written. */
static struct names
names_of_record(
    struct arena *a, const struct field_ini *in, const struct record *r)
{
    size_t room = (size_t)r->nfields * LANG_COUNT * (size_t)(in->nparts + 1);
    struct names names = {NEW(a, const char *, room), 0};

    for (int i = 0; i < r->nfields; i++) {
        const struct field *f = &r->fields[i];

        if (f->flags & FIELD_BY_BAND)
            for (int k = 0; k < in->nparts; k++)
                names_of_text(a, f, in->parts[k], &names);
        else if (f->type == FIELD_BITEXT || f->type == FIELD_BITEXTS)
            names_of_text(a, f, "", &names);
        else
            names.v[names.n++] = f->name[LANG_EN];
    }
    return names;
}

static void
suggest_key(struct diag *d, const struct record *r, const struct names *names,
    const struct ini_entry *e)
{
    const struct field *f = field_find(r, LANG_EN, e->key);
    const char *near = diag_nearest(e->key, names->v, names->n);

    if (f != NULL && f->type == FIELD_BITEXT && !(f->flags & FIELD_BY_BAND))
        diag_help(d, "a text has a language: %s.nl, %s.en", e->key, e->key);
    else if (f != NULL && f->type == FIELD_BITEXTS)
        diag_help(d, "write %s.nl.1, %s.nl.2, ...", e->key, e->key);
    else if (near != NULL)
        diag_help(d, "did you mean \"%s\"?", near);
}

bool
field_ini_rest(struct arena *a, const struct field_ini *in,
    const struct record *r, const struct ini_section *s)
{
    struct names names = {0};
    bool ok = true;

    for (const struct ini_entry *e = s->first; e != NULL; e = e->next) {
        if (e->used)
            continue;
        if (names.v == NULL)
            names = names_of_record(a, in, r);
        ok = diag_error(in->d, e->key_at, "R251", "unknown key \"%s\" in [%s]",
            e->key, s->name);
        suggest_key(in->d, r, &names, e);
    }
    return ok;
}

/* --- lists of words --- */

bool
field_ini_words(struct arena *a, struct diag *d, const struct field *f,
    const struct ini_entry *e, int *values, int max, int *n)
{
    const struct field item = {
        .name = {f->name[LANG_EN], f->name[LANG_EN]}, .type = FIELD_TEXTS};
    struct field word = *f;
    struct texts list = {0};
    bool ok = field_set(a, d, 'R', &item, LANG_EN, e->value, e->at, &list);

    word.type = FIELD_WORD;
    word.offset = 0;
    *n = 0;
    if (ok && list.n == 0)
        ok = diag_error(d, e->at, "R260", "\"%s\" is an empty list", e->key);
    for (int i = 0; i < list.n; i++) {
        int value = 0;
        bool repeated = false;

        if (!field_set(
                a, d, 'R', &word, LANG_EN, list.v[i].s, list.v[i].at, &value)) {
            ok = false;
            continue;
        }
        for (int k = 0; k < *n; k++)
            repeated |= values[k] == value;
        if (repeated || *n == max)
            ok = diag_error(d, list.v[i].at, "R258",
                "\"%s\" stands here a second time", list.v[i].s);
        else
            values[(*n)++] = value;
    }
    return ok;
}

/* --- [format] --- */

static bool
check_version(struct diag *d, const struct ini_section *s)
{
    const struct ini_entry *e = field_ini_take(s, "version");

    if (e == NULL)
        return diag_error(
            d, s->at, "R252", "[%s] has no \"%s\"", s->name, "version");
    if (strcmp(e->value, "1") == 0)
        return true;
    diag_error(d, e->at, "R263", "unknown version \"%s\"", e->value);
    diag_help(d, "this program reads version 1");
    return false;
}

struct ini_section *
field_ini_format(struct diag *d, const struct ini *ini, const char *kind)
{
    struct ini_section *s = ini_section(ini, "format");
    const struct ini_entry *e;

    if (s == NULL || s != ini->first) {
        diag_error(d,
            ini->first != NULL ? ini->first->at : (struct pos){.src = ini->src},
            "R261", "the first section must be [format]");
        diag_help(d, "begin with [format], kind = %s, version = 1", kind);
        return NULL;
    }
    e = field_ini_take(s, "kind");
    if (e == NULL) {
        diag_error(d, s->at, "R252", "[%s] has no \"%s\"", s->name, "kind");
        diag_help(d, "write kind = %s", kind);
        return NULL;
    }
    if (strcmp(e->value, kind) != 0) {
        diag_error(d, e->at, "R262", "this file is of kind \"%s\", not \"%s\"",
            e->value, kind);
        return NULL;
    }
    return check_version(d, s) ? s : NULL;
}

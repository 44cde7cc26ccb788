/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "format/ini_scan.h"

#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

/* First the bytes of the whole text, then line by line.  A line is blank, a
   comment, a section or an entry; whatever iniparser would join, cut or alter
   in silence is refused here with its own way out.  Repeated names are found
   by sorting, so that a large file takes no quadratic time. */

struct scan {
    struct diag *d;
    struct ini *out;
    struct ini_section **section_tail;
    struct ini_entry **entry_tail; /* of the current section */
    struct ini_section *section;   /* NULL before the first */
    bool orphans_reported;         /* entries before the first section */
    int values, sections;
    int number;          /* of the line, from 1 */
    const char *line;    /* its first byte */
    size_t raw_len, len; /* with and without blanks at its end */
};

static bool
is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static bool
is_comment(char c)
{
    return c == ';' || c == '#';
}

static bool
is_name_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

static struct pos
scan_pos(const struct scan *s, const char *p)
{
    return (struct pos){.src = s->out->src,
        .line = s->number,
        .col = 1 + (int)utf8_count(s->line, (size_t)(p - s->line))};
}

/* --- names --- */

/* The first byte at which `name` is no id or ids with dots between; NULL where
   it is sound. */
static const char *
name_fault(const char *name, size_t len)
{
    if (len == 0 || name[0] < 'a' || name[0] > 'z')
        return name;
    for (size_t i = 0; i < len; i++) {
        bool dot = name[i] == '.';

        if (!dot && !is_name_char(name[i]))
            return name + i;
        if (dot && (i + 1 == len || name[i + 1] == '.'))
            return name + i;
    }
    return NULL;
}

static char *
lower_copy(struct arena *a, const char *s, size_t len)
{
    char *copy = arena_strndup(a, s, len);

    for (char *p = copy; *p != '\0'; p++)
        if (*p >= 'A' && *p <= 'Z')
            *p = (char)(*p - 'A' + 'a');
    return copy;
}

/* Reports what is wrong with a section's name or a key; true if sound. */
static bool
check_name(struct arena *a, struct scan *s, const char *what, const char *name,
    size_t len)
{
    const char *fault = name_fault(name, len);
    struct pos at;

    if (len > INI_NAME_MAX)
        return diag_error(s->d, scan_pos(s, name), "R113",
            "this %s is longer than %d bytes", what, INI_NAME_MAX);
    if (fault == NULL)
        return true;
    at = scan_pos(s, fault);
    if (*fault >= 'A' && *fault <= 'Z') {
        diag_error(s->d, at, "R114", "a capital in a %s", what);
        diag_help(s->d, "write \"%s\"", lower_copy(a, name, len));
    } else if (*fault == ':') {
        diag_error(s->d, at, "R115", "a colon in a %s", what);
        diag_help(s->d, "put a dot between the parts: title.nl");
    } else {
        diag_error(s->d, at, "R116", "a %s cannot be written like this", what);
        diag_help(s->d, "use a-z, 0-9 and _, a letter first, and dots between "
                        "the parts");
    }
    return false;
}

/* --- sections --- */

/* Entries below a header that cannot be read go into a section that is in no
   list: they are checked, but nothing follows from them. */
static void
section_begin(struct arena *a, struct scan *s, const char *name, size_t len)
{
    struct ini_section *section = NEW(a, struct ini_section, 1);

    section->at = scan_pos(s, s->line);
    section->name = arena_strndup(a, name, len);
    if (len > 0) {
        *s->section_tail = section;
        s->section_tail = &section->next;
        s->sections++;
    }
    s->section = section;
    s->entry_tail = &section->first;
}

static bool
check_header_end(struct scan *s, const char *rest, const char *end)
{
    while (rest < end && is_blank(*rest))
        rest++;
    if (rest == end)
        return true;
    if (is_comment(*rest)) {
        diag_error(s->d, scan_pos(s, rest), "R112",
            "a comment behind a section's name");
        diag_help(s->d, "put the comment on a line of its own");
    } else {
        diag_error(
            s->d, scan_pos(s, rest), "R112", "text behind a section's name");
        diag_help(s->d, "begin the next entry on a line of its own");
    }
    return false;
}

static void
scan_section(struct arena *a, struct scan *s)
{
    const char *name = s->line + 1;
    const char *end = s->line + s->len;
    const char *close = memchr(name, ']', (size_t)(end - name));
    size_t len = 0;

    if (close == NULL) {
        diag_error(s->d, scan_pos(s, s->line), "R110",
            "a section's name is not closed by ]");
    } else if (close == name) {
        diag_error(
            s->d, scan_pos(s, s->line), "R111", "a section without a name");
        diag_help(s->d, "write a name between the brackets: [readers]");
    } else if (check_name(
                   a, s, "section's name", name, (size_t)(close - name)) &&
               check_header_end(s, close + 1, end)) {
        len = (size_t)(close - name);
    }
    section_begin(a, s, name, len);
}

/* --- entries --- */

struct value {
    const char *p; /* inside the quotes */
    size_t len;
    bool quoted;
};

static bool
quoted_value(struct scan *s, const char *p, const char *end, struct value *v)
{
    const char *close = memchr(p + 1, '"', (size_t)(end - p - 1));
    const char *rest;

    if (close == NULL) {
        diag_error(s->d, scan_pos(s, p), "R125",
            "this quote is not closed on its line");
        diag_help(s->d, "close it with \"; long text runs over nl.1, nl.2, "
                        "each in quotes");
        return false;
    }
    for (rest = close + 1; rest < end && is_blank(*rest);)
        rest++;
    if (rest < end && is_comment(*rest) &&
        memchr(rest, '"', (size_t)(end - rest)) == NULL) {
        diag_error(s->d, scan_pos(s, rest), "R127", "a comment behind a value");
        diag_help(s->d, "put the comment on a line of its own");
        return false;
    }
    if (rest < end) {
        diag_error(
            s->d, scan_pos(s, close), "R126", "a double quote inside a text");
        diag_help(s->d, "inside a text write \xe2\x80\x9c\xe2\x80\x9d or '");
        return false;
    }
    *v = (struct value){p + 1, (size_t)(close - p - 1), true};
    return true;
}

static bool
plain_value(struct scan *s, const char *p, const char *end, struct value *v)
{
    for (const char *q = p; q < end; q++) {
        if (*q == '"') {
            diag_error(
                s->d, scan_pos(s, q), "R126", "a double quote inside a value");
            diag_help(s->d, "begin and end the whole value with a quote");
            return false;
        }
        if (is_comment(*q) && q > p && is_blank(q[-1])) {
            diag_error(
                s->d, scan_pos(s, q), "R127", "a comment behind a value");
            diag_help(s->d, "put the comment on a line of its own, or the "
                            "value in double quotes");
            return false;
        }
        if (is_comment(*q)) {
            diag_error(s->d, scan_pos(s, q), "R128",
                "\"%c\" in a value without quotes", *q);
            diag_help(s->d, "put the value in double quotes");
            return false;
        }
    }
    *v = (struct value){p, (size_t)(end - p), false};
    return true;
}

/* The value that begins at `p`, behind the `=` and blanks. */
static bool
scan_value(struct scan *s, const char *p, const char *end, struct value *v)
{
    const char *tab;

    if (p == end) {
        diag_error(s->d, scan_pos(s, p), "R123", "a key without a value");
        diag_help(s->d, "write a value behind =, or remove the line");
        return false;
    }
    if (*p == '\'') {
        diag_error(
            s->d, scan_pos(s, p), "R124", "a value begins with an apostrophe");
        diag_help(s->d, "put the text in double quotes: \"'s Morgens ...\"");
        return false;
    }
    tab = memchr(p, '\t', (size_t)(end - p));
    if (!(*p == '"' ? quoted_value(s, p, end, v) : plain_value(s, p, end, v)))
        return false;
    if (tab != NULL && tab < v->p + v->len) {
        diag_error(s->d, scan_pos(s, tab), "R104", "a tab in a value");
        diag_help(s->d, "write a space");
        return false;
    }
    return true;
}

static void
entry_add(struct arena *a, struct scan *s, const char *key, size_t len,
    const struct value *v)
{
    struct ini_entry *e = NEW(a, struct ini_entry, 1);

    e->key = arena_strndup(a, key, len);
    e->value = arena_strndup(a, v->p, v->len);
    e->quoted = v->quoted;
    e->key_at = scan_pos(s, key);
    e->at = scan_pos(s, v->p);
    *s->entry_tail = e;
    s->entry_tail = &e->next;
    s->values++;
}

/* Reported once: all that stands there has the same cause. */
static bool
check_in_section(struct scan *s)
{
    if (s->section != NULL)
        return true;
    if (!s->orphans_reported) {
        diag_error(s->d, scan_pos(s, s->line), "R109",
            "text before the first section");
        diag_help(s->d, "begin the file with [format]");
    }
    s->orphans_reported = true;
    return false;
}

static void
scan_entry(struct arena *a, struct scan *s)
{
    const char *end = s->line + s->len;
    const char *sign = memchr(s->line, '=', s->len);
    const char *stop = sign, *p;
    struct value v;

    if (!check_in_section(s))
        return;
    if (sign == NULL) {
        diag_error(s->d, scan_pos(s, s->line), "R117", "a line without =");
        diag_help(s->d, "write KEY = VALUE; long text runs over nl.1, nl.2; "
                        "a comment begins with ; or #");
        return;
    }
    while (stop > s->line && is_blank(stop[-1]))
        stop--;
    if (stop == s->line) {
        diag_error(s->d, scan_pos(s, s->line), "R118", "no key before =");
        return;
    }
    for (p = sign + 1; p < end && is_blank(*p);)
        p++;
    if (check_name(a, s, "key", s->line, (size_t)(stop - s->line)) &&
        scan_value(s, p, end, &v))
        entry_add(a, s, s->line, (size_t)(stop - s->line), &v);
}

/* --- lines --- */

static bool
check_shape(struct scan *s)
{
    const char *last = s->line + s->len - 1;

    if (s->raw_len > INI_LINE_MAX) {
        diag_error(s->d, scan_pos(s, s->line), "R105",
            "this line has %zu bytes, at most %d are allowed", s->raw_len,
            INI_LINE_MAX);
        diag_help(s->d, "let long text run over nl.1, nl.2, ...");
    } else if (s->line[0] == '\t') {
        diag_error(s->d, scan_pos(s, s->line), "R106", "a tab as indent");
        diag_help(s->d, "begin every line in its first column");
    } else if (s->line[0] == ' ') {
        diag_error(s->d, scan_pos(s, s->line), "R107",
            "an indented line, which continues nothing here");
        diag_help(s->d, "begin every line in its first column; long text runs "
                        "over nl.1, nl.2, ...");
    } else if (*last == '\\') {
        diag_error(s->d, scan_pos(s, last), "R108",
            "a backslash at the end of a line");
        diag_help(s->d, "let long text run over nl.1, nl.2, ...; end a "
                        "comment otherwise");
    } else {
        return true;
    }
    return false;
}

static void
scan_line(struct arena *a, struct scan *s)
{
    if (s->len == 0 && s->raw_len <= INI_LINE_MAX)
        return;
    if (!check_shape(s) || is_comment(s->line[0]))
        return;
    if (s->line[0] == '[')
        scan_section(a, s);
    else
        scan_entry(a, s);
}

static bool
check_limits(struct scan *s)
{
    if (s->values > INI_VALUES_MAX)
        return diag_error(s->d, scan_pos(s, s->line), "R129",
            "more than %d values", INI_VALUES_MAX);
    if (s->sections > INI_SECTIONS_MAX)
        return diag_error(s->d, scan_pos(s, s->line), "R130",
            "more than %d sections", INI_SECTIONS_MAX);
    return true;
}

static void
scan_lines(struct arena *a, struct scan *s, const struct source *src)
{
    const char *end = src->text + src->len;
    const char *p = src->text + ini_bom(src);

    while (p < end && !diag_full(s->d, src)) {
        const char *stop = memchr(p, '\n', (size_t)(end - p));
        const char *next = stop != NULL ? stop + 1 : end;

        if (stop == NULL)
            stop = end;
        if (stop > p && stop[-1] == '\r')
            stop--;
        s->number++;
        s->line = p;
        s->raw_len = s->len = (size_t)(stop - p);
        while (s->len > 0 && is_blank(p[s->len - 1]))
            s->len--;
        scan_line(a, s);
        if (!check_limits(s))
            return;
        p = next;
    }
}

/* --- repeated names --- */

struct place {
    const char *name;
    struct pos at;
};

static int
compare_places(const void *va, const void *vb)
{
    const struct place *a = va, *b = vb;
    int order = strcmp(a->name, b->name);

    return order != 0 ? order : a->at.line - b->at.line;
}

static void
check_repeats(struct diag *d, struct place *v, size_t n, const char *code,
    const char *what)
{
    size_t first = 0;

    if (n == 0)
        return;
    qsort(v, n, sizeof *v, compare_places);
    for (size_t i = 1; i < n; i++) {
        if (strcmp(v[i].name, v[first].name) != 0) {
            first = i;
            continue;
        }
        diag_error(d, v[i].at, code, "%s \"%s\" stands here a second time",
            what, v[i].name);
        diag_note(d, v[first].at, "the first is here");
    }
}

static void
check_keys(struct arena *a, struct diag *d, const struct ini_section *s)
{
    size_t n = 0, i = 0;
    struct place *v;

    for (const struct ini_entry *e = s->first; e != NULL; e = e->next)
        n++;
    v = NEW(a, struct place, n);
    for (const struct ini_entry *e = s->first; e != NULL; e = e->next)
        v[i++] = (struct place){e->key, e->key_at};
    check_repeats(d, v, n, "R122", "key");
}

static void
check_sections(struct arena *a, struct diag *d, const struct ini *ini)
{
    size_t n = 0, i = 0;
    struct place *v;

    for (const struct ini_section *s = ini->first; s != NULL; s = s->next)
        n++;
    v = NEW(a, struct place, n);
    for (const struct ini_section *s = ini->first; s != NULL; s = s->next) {
        v[i++] = (struct place){s->name, s->at};
        check_keys(a, d, s);
    }
    check_repeats(d, v, n, "R121", "section");
}

bool
ini_scan(
    struct arena *a, struct diag *d, const struct source *src, struct ini *out)
{
    struct scan s = {.d = d, .out = out};
    int before = diag_errors(d, src);

    *out = (struct ini){.src = src};
    if (!ini_check_bytes(d, src))
        return false;
    s.section_tail = &out->first;
    scan_lines(a, &s, src);
    check_sections(a, d, out);
    return diag_errors(d, src) == before;
}

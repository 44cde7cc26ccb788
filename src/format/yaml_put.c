/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "format/yaml_put.h"

#include "base/utf8.h"
#include "base/visible.h"
#include "format/text.h"

#include <string.h>

/* Quotes are double ones, which take every text.  What need not be quoted is
   what no reader of YAML 1.1 or 1.2 takes for anything else; where that is
   hard to tell, quotes do no harm. */

/* Signs that begin something else than text. */
static const char starts[] = "-?:,[]{}#&*!|>'\"%@`~=";

static bool
is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static bool
is_one_of(const char *s, const char *const *words)
{
    for (; *words != NULL; words++)
        if (strcmp(s, *words) == 0)
            return true;
    return false;
}

/* Nothing, in YAML: never plain. */
static bool
is_nothing(const char *s)
{
    static const char *const words[] = {
        "null", "Null", "NULL", "...", "<<", NULL};

    return is_one_of(s, words);
}

static bool
is_truth(const char *s)
{
    static const char *const words[] = {"y", "Y", "n", "N", "yes", "Yes", "YES",
        "no", "No", "NO", "true", "True", "TRUE", "false", "False", "FALSE",
        "on", "On", "ON", "off", "Off", "OFF", NULL};

    return is_one_of(s, words);
}

/* Numbers of all kinds, dates and times, and some texts like them. */
static bool
is_numeric(const char *s)
{
    static const char *const words[] = {".inf", ".Inf", ".INF", ".nan", ".NaN",
        ".NAN", "+.inf", "+.Inf", "+.INF", NULL};
    const char *digits = s + (*s == '+');

    digits += *digits == '.';
    if (*digits < '0' || *digits > '9')
        return is_one_of(s, words);
    if (digits[0] == '0' && digits[1] != '\0' && strchr("xXoObB", digits[1]))
        return true;
    return strspn(s, "0123456789_+-.:, eEtTzZ") == strlen(s);
}

/* Blanks that are none in ASCII, and what shows nothing: a plain key holds
   none. */
static bool
has_odd_blank(const char *s)
{
    while (*s != '\0') {
        uint32_t c = utf8_next(&s);

        if (c > ' ' && text_odd_blank(c))
            return true;
    }
    return false;
}

/* What would act on a screen is written as an escape. */
static bool
has_acting(const char *s)
{
    while (*s != '\0') {
        uint32_t c = utf8_next(&s);

        if (c != '\n' && c != '\t' && visible_acts(c))
            return true;
    }
    return false;
}

bool
yaml_plain(const char *s, enum yaml_place place, bool typed)
{
    size_t len = strlen(s);

    if (has_acting(s))
        return false;
    if (len == 0 || strchr(starts, *s) != NULL || is_blank(*s) ||
        is_blank(s[len - 1]) || s[len - 1] == ':' || is_nothing(s))
        return false;
    if (strpbrk(s, place == YAML_FLOW  ? "\n\t:,[]{}"
                   : place == YAML_KEY ? "\n\t:"
                                       : "\n\t") != NULL)
        return false;
    if (strstr(s, ": ") != NULL || strstr(s, " #") != NULL ||
        strncmp(s, "...", 3) == 0)
        return false;
    if (place != YAML_VALUE && has_odd_blank(s))
        return false;
    return typed || (!is_truth(s) && !is_numeric(s));
}

/* A tab before the text of a line is taken for indentation. */
static bool
begins_with_tab(const char *line)
{
    const char *text = line + strspn(line, " \t");

    return memchr(line, '\t', (size_t)(text - line)) != NULL;
}

bool
yaml_blockable(const char *s)
{
    if (*s == '\0' || has_acting(s))
        return false;
    for (const char *line = s; line != NULL; line = strchr(line, '\n')) {
        line += *line == '\n';
        if (begins_with_tab(line))
            return false;
    }
    return true;
}

/* A character within double quotes. */
static void
put_quoted(struct buf *out, const char *p, uint32_t c, size_t n)
{
    if (c == '\n')
        buf_puts(out, "\\n");
    else if (c == '\t')
        buf_puts(out, "\\t");
    else if (c == '"' || c == '\\')
        buf_printf(out, "\\%c", (char)c);
    else if (!visible_acts(c))
        buf_add(out, p, n);
    else if (c < 0x10000)
        buf_printf(out, "\\u%04X", (unsigned)c);
    else
        buf_printf(out, "\\U%08X", (unsigned)c);
}

void
yaml_put(struct buf *out, const char *s, enum yaml_place place, bool typed)
{
    if (yaml_plain(s, place, typed)) {
        buf_puts(out, s);
        return;
    }
    buf_putc(out, '"');
    while (*s != '\0') {
        const char *p = s;
        uint32_t c = utf8_next(&s);

        put_quoted(out, p, c, (size_t)(s - p));
    }
    buf_putc(out, '"');
}

/* Without a number behind the `|`, the first line that is not empty tells how
   far the text is indented: one that begins with a blank would mislead. */
static bool
needs_number(const char *s)
{
    while (*s == '\n')
        s++;
    return *s == ' ';
}

void
yaml_put_block(struct buf *out, const char *s, int indent)
{
    buf_puts(out, needs_number(s) ? "|2\n" : "|\n");
    while (*s != '\0') {
        size_t len = strcspn(s, "\n");

        if (len > 0)
            buf_printf(out, "%*s", indent, "");
        buf_add(out, s, len);
        buf_putc(out, '\n');
        s += len + (s[len] == '\n');
    }
}

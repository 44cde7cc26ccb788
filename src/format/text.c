/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "format/text.h"

#include "base/places.h"
#include "base/utf8.h"

#include <string.h>

enum { QUOTE_MAX = 48 };

/* Finding a place: the text that was read and the bytes of the file are
   walked side by side from where the value begins.  Line breaks and
   indentation of the file match any blanks of the text; quoting that doubles
   or escapes a character is stepped over.  Where the two part (an escape, a
   composed character) the place is not known. */

const char *
text_quote(struct arena *a, const char *text)
{
    const char *end = text;

    for (int n = 0; n < QUOTE_MAX && *end != '\0'; n++)
        utf8_next(&end);
    if (*end == '\0')
        return text;
    return arena_printf(a, "%.*s\xe2\x80\xa6", (int)(end - text), text);
}

static bool
is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

static const char *
skip_blanks(const char *p)
{
    while (is_blank(*p))
        p++;
    return p;
}

/* Where the first character of the value stands, behind a quote or the line
   of a block sign; `*quote` is the quote or '\0'. */
static const char *
value_begin(const char *p, char *quote)
{
    *quote = '\0';
    if (*p == '"' || *p == '\'') {
        *quote = *p;
        return p + 1;
    }
    if (*p == '|' || *p == '>') {
        p += strcspn(p, "\n");
        return skip_blanks(p);
    }
    return p;
}

struct pos
text_locate(const struct text *text, size_t offset)
{
    const char *t = text->s, *p;
    char quote;

    if (text->at.src == NULL || text->at.line < 1 || t == NULL)
        return text->at;
    p = value_begin(text->at.src->text + places_offset(text->at), &quote);
    if (quote == '\0')
        t = skip_blanks(t);
    while (t < text->s + offset) {
        if (is_blank(*t) && is_blank(*p)) {
            t = skip_blanks(t);
            p = skip_blanks(p);
            continue;
        }
        if (quote == '\'' && p[0] == '\'' && p[1] == '\'')
            p++;
        else if (quote == '"' && p[0] == '\\' && strchr("\"\\/ ", p[1]))
            p++;
        if (*p == '\0' || *p != *t)
            return text->at;
        p++;
        t++;
    }
    return diag_pos(text->at.src, (size_t)(p - text->at.src->text));
}

bool
text_replace(
    struct diag *d, const char *typed, struct pos at, const char *instead)
{
    size_t from, len = strlen(typed);
    const char *p;

    if (at.src == NULL || at.line < 1)
        return false;
    from = places_offset(at);
    p = at.src->text + from;
    if ((*p == '"' || *p == '\'') && strncmp(p + 1, typed, len) == 0 &&
        p[len + 1] == *p)
        len += 2;
    else if (strncmp(p, typed, len) != 0)
        return false;
    diag_fix(d, from, from + len, instead);
    return true;
}

void
text_meant(struct diag *d, const char *typed, struct pos at, const char *likely)
{
    diag_help(d, "did you mean \"%s\"?", likely);
    text_replace(d, typed, at, likely);
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "format/yaml_check.h"

#include "base/utf8.h"
#include "format/bytes.h"
#include "format/text.h"

#include <string.h>

static bool
is_line_end(uint32_t c)
{
    return c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool
yaml_forbidden(uint32_t c)
{
    return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7f && c < 0xa0) ||
           is_line_end(c) || utf8_is_noncharacter(c);
}

/* A file of another program says nothing as text. */
static bool
check_kind(struct diag *d, const struct source *src)
{
    const char *kind = bytes_kind(src);

    if (kind == NULL)
        return true;
    diag_error(d, (struct pos){.src = src}, "Y130",
        "this is %s, not plain text", diag_words(d, kind));
    diag_help(d,
        "\"relatieprofiel new --from\" makes an interview of a "
        "transcript (.docx, .odt) or a table, and \"relatieprofiel "
        "read\" of a form that was filled in (.pdf); of anything else, "
        "copy the text into a file that \"relatieprofiel new\" made");
    return false;
}

/* What the letters are, as far as bytes can tell, and how to have them as
   UTF-8. */
static bool
check_encoding(struct diag *d, const struct source *src)
{
    unsigned char byte;
    char letter[5] = "";
    bool big;
    size_t bad;

    if (bytes_utf16(src, &big)) {
        diag_error(d, (struct pos){.src = src}, "Y101", "this file is UTF-16");
        diag_help(d, "in your editor choose \"save as\" and \"UTF-8\", or run "
                     "\"relatieprofiel tidy --from utf-16 --write FILE\"");
        return false;
    }
    if (utf8_valid(src->text, src->len, &bad))
        return true;
    byte = (unsigned char)src->text[bad];
    if (!bytes_windows(src)) {
        diag_error(d, diag_pos(src, bad), "Y101",
            "the byte 0x%02X here is no UTF-8", (unsigned)byte);
        diag_help(d, "save the file as UTF-8 in your editor");
        return false;
    }
    utf8_put(text_windows(byte), letter);
    diag_error(d, diag_pos(src, bad), "Y101",
        "this file is not UTF-8 but Windows-1252, where the byte 0x%02X here "
        "is \"%s\"",
        (unsigned)byte, letter);
    diag_help(d, "in your editor choose \"save as\" and \"UTF-8\", or run "
                 "\"relatieprofiel tidy --from windows-1252 --write FILE\"");
    return false;
}

static void
refuse_line_end(struct diag *d, struct pos at, uint32_t c)
{
    diag_error(d, at, "Y104",
        "a character here ends the line in some programs only (U+%04X)",
        (unsigned)c);
    diag_help(d, "save the file with LF or CRLF (Unix or Windows) line ends, "
                 "and type a new line here");
}

static void
refuse_control(struct diag *d, struct pos at, uint32_t c)
{
    if (utf8_is_noncharacter(c))
        diag_error(d, at, "Y103",
            "a noncharacter (U+%04X), which no text holds", (unsigned)c);
    else
        diag_error(d, at, "Y103",
            "a control character (U+%04X), which no text holds", (unsigned)c);
    diag_help(d, "delete it; if there are more, save the file as UTF-8");
}

/* Whether a tab stands before the text of the line at `p`. */
static const char *
tab_indent(const char *p)
{
    const char *blanks = p + strspn(p, " \t"), *tab = p + strspn(p, " ");

    if (*blanks == '\0' || *blanks == '\n' || *blanks == '\r')
        return NULL;
    return tab < blanks ? tab : NULL;
}

static void
check_indent(struct diag *d, const struct source *src, const char *line)
{
    const char *tab = tab_indent(line);

    if (tab == NULL)
        return;
    diag_error(d, diag_pos(src, (size_t)(tab - src->text)), "Y105",
        "a tab is used to indent");
    diag_help(d, "indent with blanks; most editors can replace all tabs");
}

static void
check_character(
    struct diag *d, const struct source *src, const char *at, uint32_t c)
{
    size_t offset = (size_t)(at - src->text);

    if (is_line_end(c) || (c == '\r' && at[1] != '\n'))
        refuse_line_end(d, diag_pos(src, offset), c);
    else if (yaml_forbidden(c) && c != '\r')
        refuse_control(d, diag_pos(src, offset), c);
}

bool
yaml_check(struct diag *d, const struct source *src)
{
    int before = diag_errors(d, src);
    const char *p = src->text, *end = p + src->len;
    bool line_begins = true;

    if (!check_kind(d, src) || !check_encoding(d, src))
        return false;
    while (p < end && !diag_full(d, src)) {
        const char *at = p;
        uint32_t c = *p == '\0' ? (uint32_t)(unsigned char)*p++ : utf8_next(&p);

        if (line_begins)
            check_indent(d, src, at);
        line_begins = c == '\n';
        check_character(d, src, at, c);
    }
    return diag_errors(d, src) == before;
}

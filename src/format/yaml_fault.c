/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
#include "format/yaml_fault.h"

#include "base/places.h"
#include "base/utf8.h"
#include "format/text.h"
#include "format/yaml_lines.h"

#include <string.h>

/* libyaml says what its grammar missed; a person wants to know which character
   did it.  A table leads from its words to a function per cause, which may look
   at the source line for the difference between two causes of one problem. */

/* The beginning of the source line of `at` and its length up to `at`. */
static const char *
line_before(struct pos at, size_t *len)
{
    size_t offset = places_offset(at), begin = offset;

    while (begin > 0 && at.src->text[begin - 1] != '\n')
        begin--;
    *len = offset - begin;
    return at.src->text + begin;
}

static char
character_at(struct pos at)
{
    return at.src->text[places_offset(at)];
}

/* Whether brackets that a value opens are closed before a byte of its line. */
static bool
closes_before(const struct source *src, const struct yaml_line *l, size_t end)
{
    int open = 0;

    for (size_t i = l->value; i < end; i++) {
        open += strchr("{[", src->text[i]) != NULL;
        open -= strchr("}]", src->text[i]) != NULL;
    }
    return open == 0;
}

/* The value of a line is a text, and must be written as one. */
static void
help_text(struct diag *d, struct yaml_fault *f, struct pos at)
{
    struct yaml_line l;
    size_t offset = places_offset(at);

    diag_help(d, "put the text between double quotes, or write | and the text "
                 "on the next line, indented");
    f->line = at.line;
    if (!yaml_line(at.src, at.line, &l) ||
        (offset != l.value && strchr("{[", at.src->text[l.value]) != NULL &&
            !closes_before(at.src, &l, offset)))
        return; /* within brackets: where the text ends is not known */
    yaml_line_fix_text(f->a, d, at.src, at.line);
}

static void
fault_other(struct diag *d, struct yaml_fault *f)
{
    diag_error(d, f->at, "Y123", "this is no YAML: %s", f->problem);
    if (f->begin.line > 0 && *f->context != '\0')
        diag_note(d, f->begin, "%s", f->context);
}

/* Whether a text whose first line stands under a key without a sign for it. */
static bool
fault_no_bar(struct diag *d, struct yaml_fault *f, int line)
{
    const struct source *src = f->at.src;
    int owner = yaml_line_owner(src, line);
    struct yaml_line l;

    if (owner == 0 || !yaml_line(src, owner, &l))
        return false;
    f->line = owner;
    if (yaml_line_has_value(src, &l)) {
        if (yaml_line_is_block(src, &l))
            return false;
        diag_error(d, f->at, "Y102",
            "a colon followed by a blank is not allowed in unquoted text");
        diag_help(d, "write \"%.*s: |\" and the text below it, indented",
            (int)(l.key_end - l.key), src->text + l.key);
        yaml_line_fix_text(f->a, d, src, owner);
        return true;
    }
    diag_error(d, diag_pos(src, l.key_end), "Y127",
        "the text below this key needs a | behind the colon");
    diag_help(
        d, "write \"%.*s: |\"", (int)(l.key_end - l.key), src->text + l.key);
    diag_fix(d, l.key_end + 1, l.key_end + 1, " |");
    return true;
}

/* A line that belongs to the text above it, but stands to the left of it: the
   first one, which may be above the line where the reading ended. */
static bool
fault_outdented(struct diag *d, struct yaml_fault *f, int line)
{
    const struct source *src = f->at.src;
    int indent = yaml_line_text_above(src, line);
    struct yaml_line l;

    if (indent == 0 || !yaml_line(src, line, &l) || l.indent >= indent ||
        l.item)
        return false;
    f->line = line;
    f->all = true;
    diag_error(d, diag_pos(src, l.text), "Y128",
        "this line stands to the left of the text above it, so it is no part "
        "of that text");
    diag_help(d, "if it belongs to the text above it, put %d blanks before it",
        indent);
    yaml_line_fix_indent(f->a, d, src, line, indent);
    return true;
}

/* The nearest line above with a key in column `column`, in the same group: with
   nothing to the left of it in between but the line `but`; 0: none. */
static int
sibling_above(const struct source *src, int line, int column, int but)
{
    struct yaml_line l;

    if (!yaml_line(src, line, &l))
        return 0;
    while (yaml_line_before(src, &l)) {
        line--;
        if (yaml_line_empty(&l) || line == but || src->text[l.text] == '#')
            continue;
        if (l.column < column)
            return 0;
        if (l.column == column && yaml_line_has_key(&l))
            return line;
    }
    return 0;
}

/* That line f->line goes as far to the right as the lines it belongs to. */
static void
propose_indent(struct diag *d, const struct yaml_fault *f, int column)
{
    diag_help(d, "if it belongs to them, put %d blanks before it", column);
    yaml_line_fix_indent(f->a, d, f->at.src, f->line, column);
}

/* A line that stands to the left of the group that it cuts in two; the fault is
   met below it. */
static bool
fault_cut(struct diag *d, struct yaml_fault *f)
{
    const struct source *src = f->at.src;
    struct yaml_line own, l;
    int line = f->at.line;

    if (!yaml_line(src, line, &own) || !yaml_line_has_key(&own))
        return false;
    for (l = own; yaml_line_before(src, &l);) {
        line--;
        if (!yaml_line_empty(&l) && src->text[l.text] != '#' &&
            l.column < own.column)
            break;
    }
    if (!yaml_line_has_key(&l) || l.column >= own.column ||
        sibling_above(src, line, own.column, line) == 0)
        return false;
    if (l.column > 0 && sibling_above(src, line, l.column, 0) > 0)
        return false; /* it stands well where it stands */
    if (fault_outdented(d, f, line))
        return true;
    if (memchr(src->text + l.value, ' ', l.end - l.value) != NULL)
        return false; /* a text rather, which goes on below */
    f->line = line;
    f->all = true;
    diag_error(d, diag_pos(src, l.text), "Y109",
        "this line stands to the left of the lines above and below it");
    propose_indent(d, f, own.column);
    return true;
}

/* The nearest line above that shows something and is no comment. */
static int
shown_above(const struct source *src, int line, struct yaml_line *l)
{
    if (!yaml_line(src, line, l))
        return 0;
    while (yaml_line_before(src, l)) {
        line--;
        if (!yaml_line_empty(l) && src->text[l->text] != '#')
            return line;
    }
    return 0;
}

/* A key with a value that should stand under the empty key above it, as those
   below do. */
static bool
fault_first_left(struct diag *d, struct yaml_fault *f)
{
    const struct source *src = f->at.src;
    struct yaml_line own, above, open;
    int line = shown_above(src, f->at.line, &above);

    if (line == 0 || !yaml_line(src, f->at.line, &own) ||
        shown_above(src, line, &open) == 0 || !yaml_line_has_key(&above) ||
        !yaml_line_has_key(&open) || open.column != above.column ||
        yaml_line_has_value(src, &open))
        return false;
    f->line = line;
    f->all = true;
    diag_error(d, diag_pos(src, above.text), "Y109",
        "this line stands to the left of the lines below it");
    propose_indent(d, f, own.column);
    return true;
}

/* Two keys, of which the lower stands deeper. */
static void
fault_deeper(struct diag *d, struct yaml_fault *f)
{
    const struct source *src = f->at.src;
    struct yaml_line l, above;
    int line = f->at.line - 1;

    if (fault_cut(d, f) || fault_first_left(d, f))
        return;
    diag_error(d, f->at, "Y109",
        "this line stands further to the right than the key above it, "
        "which has a value already");
    diag_help(d, "put keys that belong together in the same column");
    while (yaml_line(src, line, &above) && yaml_line_empty(&above))
        line--;
    if (yaml_line(src, f->at.line, &l) && yaml_line(src, line, &above) &&
        yaml_line_has_key(&above) && !l.item &&
        yaml_line_last(src, f->at.line) == f->at.line &&
        memchr(src->text + above.value, ' ', above.end - above.value) == NULL)
        yaml_line_fix_indent(f->a, d, src, f->at.line, above.column);
}

static void
fault_colon(struct diag *d, struct yaml_fault *f)
{
    struct yaml_line l;
    bool known = yaml_line(f->at.src, f->at.line, &l);

    if (known && yaml_line_has_key(&l) && places_offset(f->at) == l.key_end) {
        fault_deeper(d, f);
    } else if (known && yaml_line_has_key(&l)) {
        diag_error(d, f->at, "Y102",
            "a colon followed by a blank is not allowed in unquoted text");
        help_text(d, f, f->at);
    } else if (!fault_outdented(d, f, f->at.line) &&
               !fault_no_bar(d, f, f->at.line)) {
        diag_error(d, f->at, "Y102",
            "a colon followed by a blank is not allowed in unquoted text");
        help_text(d, f, f->at);
    }
}

/* Whether the first line below a key is no key of ours, whose names have small
   letters, digits and _ only. */
static bool
begins_text(const struct source *src, struct yaml_line l)
{
    static const char small[] = "abcdefghijklmnopqrstuvwxyz0123456789_";

    while (yaml_line_next(src, &l))
        if (!yaml_line_empty(&l) && src->text[l.text] != '#')
            return !yaml_line_has_key(&l) ||
                   strspn(src->text + l.key, small) < l.key_end - l.key;
    return false;
}

static void
fault_no_colon(struct diag *d, struct yaml_fault *f)
{
    struct yaml_line l;
    int owner = yaml_line_owner(f->at.src, f->begin.line);

    if (fault_outdented(d, f, f->begin.line))
        return;
    if (owner > 0 && yaml_line(f->at.src, owner, &l) &&
        !yaml_line_has_value(f->at.src, &l) && begins_text(f->at.src, l) &&
        fault_no_bar(d, f, f->begin.line))
        return;
    diag_error(d, f->begin, "Y121", "a key without a colon, or loose text");
    diag_help(d, "write \"key: value\"; text that goes on is indented further "
                 "than its key, under a |");
}

/* The last line that a quoted text can reach to: the one before a key that
   stands as far to the left as its own, or before the end of the file. */
static int
quote_end(const struct source *src, int line)
{
    struct yaml_line own, l;
    int n = line, last = line;

    if (!yaml_line(src, line, &own))
        return line;
    for (l = own; yaml_line_next(src, &l);) {
        n++;
        if (l.end - l.begin == 3 && memcmp(src->text + l.begin, "...", 3) == 0)
            break;
        if (yaml_line_empty(&l))
            continue;
        if (l.indent <= own.column && (yaml_line_has_key(&l) || l.item))
            break;
        last = n;
    }
    return last;
}

static void
fault_open_quote(struct diag *d, struct yaml_fault *f)
{
    const struct source *src = f->at.src;
    int last = quote_end(src, f->begin.line);
    struct yaml_line l;

    diag_error(d, f->begin, "Y106",
        "this quotation mark opens a text that is never closed");
    diag_help(d, "close it, or write | and the text on the next line, "
                 "indented, where quotation marks are free");
    if (!yaml_line(src, f->begin.line, &l) ||
        places_offset(f->begin) != l.value || !yaml_line(src, last, &l))
        return; /* within brackets it may belong anywhere */
    diag_note(d, diag_pos(src, l.end), "probably it is missing here");
    diag_fix(d, l.end, l.end, "\"");
}

static void
fault_quote(struct diag *d, struct yaml_fault *f)
{
    f->line = f->begin.line;
    if (character_at(f->begin) != '\'') {
        fault_open_quote(d, f);
        return;
    }
    diag_error(d, f->begin, "Y106",
        "this apostrophe opens a quoted text that is never closed");
    help_text(d, f, f->begin);
}

static void
fault_start(struct diag *d, struct yaml_fault *f)
{
    char c = character_at(f->at);

    if (c == '\t') {
        diag_error(d, f->at, "Y105", "a tab is used to indent");
        diag_help(d, "indent with blanks; most editors can replace all tabs");
        return;
    }
    diag_error(d, f->at, "Y107", "unquoted text cannot begin with \"%c\"", c);
    help_text(d, f, diag_last(d)->at);
}

/* Anchors, aliases and tags that are none: text that begins with a sign. */
static void
fault_sign(struct diag *d, struct yaml_fault *f)
{
    diag_error(d, f->begin, "Y107", "unquoted text cannot begin with \"%c\"",
        character_at(f->begin));
    help_text(d, f, diag_last(d)->at);
}

static void
fault_block_sign(struct diag *d, struct yaml_fault *f)
{
    diag_error(d, f->at, "Y126", "text stands on the same line as the \"%c\"",
        character_at(f->begin));
    diag_help(d, "begin the text on the next line, indented; text that begins "
                 "with this sign goes between double quotes");
    yaml_line_fix_text(f->a, d, f->at.src, f->at.line);
}

static void
fault_bracket(struct diag *d, struct yaml_fault *f)
{
    char open = character_at(f->begin);

    diag_error(d, f->at, "Y108",
        "a comma or the closing \"%c\" is missing before this",
        open == '{' ? '}' : ']');
    diag_help(d, "text that holds , [ ] { } or begins with a bracket goes "
                 "between double quotes");
    diag_note(d, f->begin, "\"%c\" opens here", open);
    f->line = f->begin.line;
}

static void
fault_dash(struct diag *d, struct yaml_fault *f)
{
    struct yaml_line l;

    diag_error(d, f->at, "Y109", "a list cannot begin here");
    diag_help(d, "begin each item on a line of its own with \"- \", in the "
                 "same column; a text with a dash goes between double quotes");
    if (yaml_line(f->at.src, f->at.line, &l) && yaml_line_has_key(&l))
        yaml_line_fix_text(f->a, d, f->at.src, f->at.line);
}

/* Whether the line at fault is the only one of its text that stands so far to
   the left: the one above it and the one below it do not. */
static bool
is_alone(const struct yaml_fault *f)
{
    struct yaml_line own, other;
    int indent = yaml_line_text_above(f->at.src, f->at.line);

    if (indent == 0 || !yaml_line(f->at.src, f->at.line, &own) ||
        own.indent >= indent || yaml_line_has_key(&own))
        return false;
    if (f->at.line - f->scalar.line > 2)
        return true;
    other = own;
    return yaml_line_next(f->at.src, &other) && other.indent >= indent;
}

/* A text under | or > stands where its first line does, blanks that show
   nothing too; then the next line ends it too early. */
static bool
fault_block_indent(struct diag *d, struct yaml_fault *f)
{
    const char *text = f->at.src->text, *line, *end;
    struct pos at = f->scalar;
    int blanks;

    if (at.line == 0 || strchr("|>", character_at(at)) == NULL || is_alone(f))
        return false;
    for (at.line++; at.line < f->at.line; at.line++) {
        at.col = 1;
        line = text + places_offset(at);
        end = line + strspn(line, " ");
        blanks = (int)(end - line);
        if (blanks < f->at.col)
            continue;
        if (*end == '\n' || *end == '\r') {
            diag_error(d, at, "Y109",
                "this line shows nothing, but has %d blanks: more than the "
                "text below it",
                blanks);
            diag_help(d, "delete the blanks in this line");
            yaml_line_fix_blanks(d, at.src, at.line);
            return true;
        }
        at.col = blanks + 1;
        diag_error(d, at, "Y109",
            "the first line of this text stands further to the right than the "
            "next");
        diag_help(d, "put all lines of a text in the same column");
        diag_note(d, f->at, "here it goes on to the left of it");
        yaml_line_fix_indent(f->a, d, at.src, at.line, f->at.col - 1);
        f->line = f->scalar.line;
        return true;
    }
    return false;
}

/* The line at fault, or one above it, stands to the left of the text that it
   belongs to. */
static bool
fault_outdented_by(struct diag *d, struct yaml_fault *f)
{
    for (int n = f->at.line, back = 0; n > f->scalar.line && back < 2;
         n--, back++)
        if (fault_outdented(d, f, n))
            return true;
    return false;
}

/* A key in the column of the dash above it: the only dash is one too many, and
   of several items this key is a part. */
static bool
fault_dash_above(struct diag *d, struct yaml_fault *f)
{
    const struct source *src = f->at.src;
    struct yaml_line own, l, item = {0};
    int line = f->at.line, dash = 0, n = 0;

    if (!yaml_line(src, line, &own) || own.item || !yaml_line_has_key(&own))
        return false;
    for (l = own; yaml_line_before(src, &l);) {
        line--;
        if (yaml_line_empty(&l) || l.indent > own.indent)
            continue;
        if (l.indent < own.indent || !l.item)
            break;
        if (n++ == 0) {
            dash = line;
            item = l;
        }
    }
    for (l = own; yaml_line_next(src, &l);)
        if (!yaml_line_empty(&l) && l.indent <= own.indent) {
            n += l.indent == own.indent && l.item;
            if (l.indent < own.indent)
                break;
        }
    if (n == 0)
        return false;
    if (n == 1) {
        f->line = dash;
        f->all = true;
        diag_error(d, diag_pos(src, item.text), "Y109",
            "this dash makes a list, but a key stands in its column below it");
        diag_help(d, "delete the dash and the blank behind it");
        diag_fix(d, item.text, item.begin + (size_t)item.column, "");
        return true;
    }
    diag_error(d, f->at, "Y109",
        "this key stands in the column of the dashes of a list");
    diag_help(d, "if it belongs to the item above it, put %d blanks before it",
        item.column);
    if (yaml_line_last(src, f->at.line) == f->at.line)
        yaml_line_fix_indent(f->a, d, src, f->at.line, item.column);
    return true;
}

/* A key between two columns belongs to the keys above it that stand deeper, if
   to any. */
static void
fix_column(struct diag *d, const struct yaml_fault *f)
{
    const struct source *src = f->at.src;
    struct yaml_line own, l;
    int column = 0;

    if (!yaml_line(src, f->at.line, &own) || own.item ||
        !yaml_line_has_key(&own) ||
        yaml_line_last(src, f->at.line) > f->at.line)
        return;
    for (l = own; yaml_line_before(src, &l);) {
        if (yaml_line_empty(&l) || src->text[l.text] == '#')
            continue;
        if (l.column < own.column)
            break;
        if (yaml_line_has_key(&l) && l.column > own.column)
            column = l.column;
    }
    if (column > own.column)
        yaml_line_fix_indent(f->a, d, src, f->at.line, column);
}

/* Text behind the end of a quoted text, or a line in a wrong column. */
static void
fault_key(struct diag *d, struct yaml_fault *f)
{
    size_t len;
    const char *line = line_before(f->at, &len);

    while (len > 0 && line[len - 1] == ' ')
        len--;
    if (len > 0 && strchr("'\"]}", line[len - 1]) != NULL) {
        diag_error(d, f->at, "Y110",
            "text stands behind the end of what is in quotes or brackets");
        help_text(d, f, diag_last(d)->at);
        if (f->scalar.line > 0 && strchr("'\"", line[len - 1]) != NULL)
            diag_note(d, f->scalar, "the quoted text begins here");
        return;
    }
    if (fault_block_indent(d, f) || fault_outdented_by(d, f) ||
        fault_dash_above(d, f) || fault_cut(d, f))
        return;
    diag_error(
        d, f->at, "Y109", "this line stands in a column where nothing goes on");
    diag_help(d, "keys that belong together stand in the same column; so do "
                 "the dashes of a list");
    if (f->begin.line > 0)
        diag_note(d, f->begin, "the group or list around it begins here");
    fix_column(d, f);
}

static void
fault_escape(struct diag *d, struct yaml_fault *f)
{
    diag_error(d, f->at, "Y122",
        "a backslash between double quotes begins a sign that does not exist");
    diag_help(d, "write \\\\ for a backslash, or | and the text on the next "
                 "line, indented");
}

static void
fault_flow_colon(struct diag *d, struct yaml_fault *f)
{
    diag_error(d, f->at, "Y124", "no blank behind this colon");
    diag_help(d, "one colon, a blank and then the value");
}

static void
fault_document(struct diag *d, struct yaml_fault *f)
{
    if (f->ended) {
        diag_error(
            d, f->at, "Y115", "something stands behind the closing \"...\"");
        diag_help(d, "one file holds one interview: only comments may follow");
        return;
    }
    diag_error(d, f->at, "Y109",
        "this line stands further to the left than where the file began");
    diag_help(d, "keys that belong together stand in the same column");
}

/* Curly quotes hold nothing together: within brackets a comma ends the text. */
static void
fault_curly(struct diag *d, struct yaml_fault *f)
{
    const char *text = f->at.src->text + places_offset(f->at);
    const char *end = text + strcspn(text, "\n"), *close = NULL;

    for (const char *p = text; p < end; p++)
        if (strncmp(p, "\xe2\x80\x9d", 3) == 0 || (close == NULL && *p == '"'))
            close = p;
    diag_error(d, f->at, "Y129",
        "this curly quotation mark does not keep a text with a comma together");
    diag_help(d, "type straight ones: \"\xe2\x80\xa6\"");
    if (close == NULL || *close == '"')
        return;
    text += 3;
    if (memchr(text, '"', (size_t)(close - text)) != NULL)
        return;
    diag_fix(d, places_offset(f->at), (size_t)(close + 3 - f->at.src->text),
        arena_printf(f->a, "\"%.*s\"", (int)(close - text), text));
}

static void
fault_directive(struct diag *d, struct yaml_fault *f)
{
    diag_error(d, f->begin, "Y107", "a line cannot begin with %%");
    diag_help(d, "put the text between double quotes");
}

/* By libyaml's words; the first entry whose problem and context both begin
   so is it. */
static const struct cause {
    const char *problem, *context;
    void (*report)(struct diag *d, struct yaml_fault *f);
} causes[] = {
    {"curly quotes", "", fault_curly},
    {"mapping values are not allowed", "", fault_colon},
    {"could not find expected ':'", "", fault_no_colon},
    {"found unexpected ':'", "", fault_flow_colon},
    {"found unexpected end of stream", "while scanning a quoted", fault_quote},
    {"found unexpected document indicator", "", fault_quote},
    {"found character that cannot start any token", "", fault_start},
    {"", "while scanning an anchor", fault_sign},
    {"", "while scanning an alias", fault_sign},
    {"", "while scanning a tag", fault_sign},
    {"", "while parsing a tag", fault_sign},
    {"found undefined tag handle", "", fault_sign},
    {"", "while scanning a block scalar", fault_block_sign},
    {"", "while parsing a flow", fault_bracket},
    {"block sequence entries are not allowed", "", fault_dash},
    {"mapping keys are not allowed", "", fault_sign},
    {"", "while parsing a block", fault_key},
    {"", "while parsing a quoted scalar", fault_escape},
    {"did not find expected <document start>", "", fault_document},
    {"", "while scanning a directive", fault_directive},
    {"", "while scanning a %", fault_directive},
    {"", "", fault_other},
};

/* The first character of the lines from `from` to `to` that looks like a blank,
   but is none to YAML, where blanks count: in front of the text of a line and
   behind a colon.  Word processors and web pages put them there. */
static bool
find_odd_blank(struct pos from, struct pos to, struct pos *at, uint32_t *odd)
{
    const char *text = from.src->text;
    const char *p, *end = text + places_offset(to);
    bool counts = true;

    from.col = 1;
    end += strcspn(end, "\n");
    for (p = text + places_offset(from); p < end;) {
        const char *begin = p;
        uint32_t c = utf8_next(&p);

        if (counts && c > ' ' && text_odd_blank(c)) {
            *at = diag_pos(from.src, (size_t)(begin - text));
            *odd = c;
            return true;
        }
        counts = c == '\n' || c == ':' || (counts && (c == ' ' || c == '-'));
    }
    return false;
}

static bool
fault_odd_blank(struct diag *d, struct yaml_fault *f)
{
    struct pos from = f->begin, at;
    uint32_t odd;

    if (f->scalar.line > 0 && f->scalar.line < from.line)
        from = f->scalar;
    if (!find_odd_blank(from, f->at, &at, &odd))
        return false;
    diag_error(
        d, at, "Y125", "this is not an ordinary blank (U+%04X)", (unsigned)odd);
    diag_help(d, "delete it and type the blank again");
    yaml_line_fix_odd(f->a, d, at.src, at.line);
    return true;
}

static bool
begins(const char *s, const char *with)
{
    return strncmp(s, with, strlen(with)) == 0;
}

void
yaml_fault_report(struct arena *a, struct diag *d, struct yaml_fault *f)
{
    const struct cause *c = causes;

    f->a = a;
    if (f->begin.line == 0)
        f->begin = f->at;
    while (!begins(f->problem, c->problem) || !begins(f->context, c->context))
        c++;
    if (!fault_odd_blank(d, f))
        c->report(d, f);
    if (f->line == 0)
        f->line = diag_last(d)->at.line;
}

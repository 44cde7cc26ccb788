#include "format/yaml_fault.h"

#include "base/utf8.h"
#include "format/text.h"

#include <string.h>

/* libyaml says what its grammar missed; a person wants to know which character
   did it.  A table leads from its words to a function per cause, which may look
   at the source line for the difference between two causes of one problem. */

/* The beginning of the source line of `at` and its length up to `at`. */
static const char *
line_before(struct pos at, size_t *len)
{
    size_t offset = text_offset(at), begin = offset;

    while (begin > 0 && at.src->text[begin - 1] != '\n')
        begin--;
    *len = offset - begin;
    return at.src->text + begin;
}

static char
character_at(struct pos at)
{
    return at.src->text[text_offset(at)];
}

static void
help_block(struct diag *d)
{
    diag_help(d, "put the text between double quotes, or write | and the text "
                 "on the next line, indented");
}

static void
fault_other(struct diag *d, const struct yaml_fault *f)
{
    diag_error(d, f->at, "Y123", "this is no YAML: %s", f->problem);
    if (f->begin.line > 0 && *f->context != '\0')
        diag_note(d, f->begin, "%s", f->context);
}

/* Whether only a word that could be a key stands on the line before `at`. */
static bool
is_key_before(struct pos at)
{
    size_t len, blanks;
    const char *line = line_before(at, &len);

    blanks = strspn(line, " ");
    if (blanks + 2 < len && strncmp(line + blanks, "- ", 2) == 0)
        blanks += 2;
    return blanks < len && memchr(line + blanks, ' ', len - blanks) == NULL;
}

static void
fault_colon(struct diag *d, const struct yaml_fault *f)
{
    if (is_key_before(f->at)) {
        diag_error(d, f->at, "Y109",
            "this line stands further to the right than the key above it, "
            "which has a value already");
        diag_help(d, "put keys that belong together in the same column");
    } else {
        diag_error(d, f->at, "Y102",
            "a colon followed by a blank is not allowed in unquoted text");
        help_block(d);
    }
}

static void
fault_no_colon(struct diag *d, const struct yaml_fault *f)
{
    diag_error(d, f->begin, "Y121", "a key without a colon, or loose text");
    diag_help(d, "write \"key: value\"; text that goes on is indented further "
                 "than its key, under a |");
}

static void
fault_quote(struct diag *d, const struct yaml_fault *f)
{
    if (character_at(f->begin) == '\'') {
        diag_error(d, f->begin, "Y106",
            "this apostrophe opens a quoted text that is never closed");
        help_block(d);
    } else {
        diag_error(d, f->begin, "Y106",
            "this quotation mark opens a text that is never closed");
        diag_help(d, "close it, or write | and the text on the next line, "
                     "indented, where quotation marks are free");
    }
}

static void
fault_start(struct diag *d, const struct yaml_fault *f)
{
    char c = character_at(f->at);

    if (c == '\t') {
        diag_error(d, f->at, "Y105", "a tab is used to indent");
        diag_help(d, "indent with blanks; most editors can replace all tabs");
        return;
    }
    diag_error(d, f->at, "Y107", "unquoted text cannot begin with \"%c\"", c);
    help_block(d);
}

/* Anchors, aliases and tags that are none: text that begins with a sign. */
static void
fault_sign(struct diag *d, const struct yaml_fault *f)
{
    diag_error(d, f->begin, "Y107", "unquoted text cannot begin with \"%c\"",
        character_at(f->begin));
    help_block(d);
}

static void
fault_block_sign(struct diag *d, const struct yaml_fault *f)
{
    diag_error(d, f->at, "Y126", "text stands on the same line as the \"%c\"",
        character_at(f->begin));
    diag_help(d, "begin the text on the next line, indented; text that begins "
                 "with this sign goes between double quotes");
}

static void
fault_bracket(struct diag *d, const struct yaml_fault *f)
{
    char open = character_at(f->begin);

    diag_error(d, f->at, "Y108",
        "a comma or the closing \"%c\" is missing before this",
        open == '{' ? '}' : ']');
    diag_help(d, "text that holds , [ ] { } or begins with a bracket goes "
                 "between double quotes");
    diag_note(d, f->begin, "\"%c\" opens here", open);
}

static void
fault_dash(struct diag *d, const struct yaml_fault *f)
{
    diag_error(d, f->at, "Y109", "a list cannot begin here");
    diag_help(d, "begin each item on a line of its own with \"- \", in the "
                 "same column; a text with a dash goes between double quotes");
}

/* A text under | or > stands where its first line does, blanks that show
   nothing too; then the next line ends it too early. */
static bool
fault_block_indent(struct diag *d, const struct yaml_fault *f)
{
    const char *text = f->at.src->text, *line, *end;
    struct pos at = f->scalar;
    int blanks;

    if (at.line == 0 || strchr("|>", character_at(at)) == NULL)
        return false;
    for (at.line++; at.line < f->at.line; at.line++) {
        at.col = 1;
        line = text + text_offset(at);
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
            return true;
        }
        at.col = blanks + 1;
        diag_error(d, at, "Y109",
            "the first line of this text stands further to the right than the "
            "next");
        diag_help(d, "put all lines of a text in the same column");
        diag_note(d, f->at, "here it goes on to the left of it");
        return true;
    }
    return false;
}

/* Text behind the end of a quoted text, or a line in a wrong column. */
static void
fault_key(struct diag *d, const struct yaml_fault *f)
{
    size_t len;
    const char *line = line_before(f->at, &len);

    while (len > 0 && line[len - 1] == ' ')
        len--;
    if (len > 0 && strchr("'\"]}", line[len - 1]) != NULL) {
        diag_error(d, f->at, "Y110",
            "text stands behind the end of what is in quotes or brackets");
        help_block(d);
        if (f->scalar.line > 0 && strchr("'\"", line[len - 1]) != NULL)
            diag_note(d, f->scalar, "the quoted text begins here");
        return;
    }
    if (fault_block_indent(d, f))
        return;
    diag_error(
        d, f->at, "Y109", "this line stands in a column where nothing goes on");
    diag_help(d, "keys that belong together stand in the same column; so do "
                 "the dashes of a list");
    if (f->begin.line > 0)
        diag_note(d, f->begin, "the group or list around it begins here");
}

static void
fault_escape(struct diag *d, const struct yaml_fault *f)
{
    diag_error(d, f->at, "Y122",
        "a backslash between double quotes begins a sign that does not exist");
    diag_help(d, "write \\\\ for a backslash, or | and the text on the next "
                 "line, indented");
}

static void
fault_flow_colon(struct diag *d, const struct yaml_fault *f)
{
    diag_error(d, f->at, "Y124", "no blank behind this colon");
    diag_help(d, "one colon, a blank and then the value");
}

static void
fault_document(struct diag *d, const struct yaml_fault *f)
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

static void
fault_directive(struct diag *d, const struct yaml_fault *f)
{
    diag_error(d, f->begin, "Y107", "a line cannot begin with %%");
    diag_help(d, "put the text between double quotes");
}

/* By libyaml's words; the first entry whose problem and context both begin
   so is it. */
static const struct cause {
    const char *problem, *context;
    void (*report)(struct diag *d, const struct yaml_fault *f);
} causes[] = {
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
    const char *p, *end = text + text_offset(to);
    bool counts = true;

    from.col = 1;
    end += strcspn(end, "\n");
    for (p = text + text_offset(from); p < end;) {
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
fault_odd_blank(struct diag *d, const struct yaml_fault *f)
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
    return true;
}

static bool
begins(const char *s, const char *with)
{
    return strncmp(s, with, strlen(with)) == 0;
}

void
yaml_fault_report(struct diag *d, const struct yaml_fault *f)
{
    const struct cause *c = causes;
    struct yaml_fault placed = *f;

    if (placed.begin.line == 0)
        placed.begin = placed.at;
    while (!begins(f->problem, c->problem) || !begins(f->context, c->context))
        c++;
    if (!fault_odd_blank(d, &placed))
        c->report(d, &placed);
}

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The lines of a YAML file as somebody typed them: what stands where, whether
   the file can be read or not.  Lines count from 1. */
#ifndef FORMAT_YAML_LINES_H
#define FORMAT_YAML_LINES_H

#include "base/diag.h"

/* A line: `- key: value`, of which each part may be missing.  Places are bytes
   of the source. */
struct yaml_line {
    size_t begin, end;   /* without blanks and the break at its end */
    size_t next;         /* where the next begins */
    size_t text;         /* the first that is no blank */
    size_t key, key_end; /* equal where there is no key */
    size_t value; /* behind the colon or dash and its blanks, or `text` */
    int indent;   /* blanks before the text */
    int column;   /* blanks and dashes before the key or value */
    bool item;    /* a dash begins it */
};

/* Lines of a text; one that ends in a line break has an empty one behind it. */
int yaml_line_count(const struct source *src);

/* False where there is none. */
bool yaml_line(const struct source *src, int line, struct yaml_line *out);
bool yaml_line_next(const struct source *src, struct yaml_line *l);
bool yaml_line_before(const struct source *src, struct yaml_line *l);

bool yaml_line_empty(const struct yaml_line *l); /* blanks at most */
bool yaml_line_has_key(const struct yaml_line *l);
bool yaml_line_has_value(const struct source *src, const struct yaml_line *l);
bool yaml_line_is_block(const struct source *src, const struct yaml_line *l);

/* The last line that is indented further than `line`, or shows nothing, in one
   stretch behind it: what belongs to its value. */
int yaml_line_last(const struct source *src, int line);

/* The nearest line above that has a key and stands further to the left than the
   text of `line`: the key that it seems to belong to; 0: none. */
int yaml_line_owner(const struct source *src, int line);

/* The blanks before the text that ends right above `line`, a text under a block
   sign; 0: no such text. */
int yaml_line_text_above(const struct source *src, int line);

/* The same of all lines of a file at once, for who asks for many: made in time
   that grows with the file.  Indexed by the number of the line. */
struct yaml_outline {
    const struct source *src;
    int n;      /* the last line */
    int *owner; /* as yaml_line_owner */
    int *last;  /* as yaml_line_last, of lines with a key */
    int *inner; /* blanks before the first line below that shows something */
    int *leads; /* the same, of one that is no comment; -1: none */
};
struct yaml_outline yaml_outline(struct arena *a, const struct source *src);
int yaml_outline_text_above(const struct yaml_outline *o, int line);

/* Proposes for the message reported last that the value of a line, with all
   that is indented below it, is a text: between double quotes, or under a |. */
void yaml_line_fix_text(
    struct arena *a, struct diag *d, const struct source *src, int line);

/* Proposes other blanks before the text of a line. */
void yaml_line_fix_indent(struct arena *a, struct diag *d,
    const struct source *src, int line, int indent);

/* Proposes to delete the blanks of a line that shows nothing. */
void yaml_line_fix_blanks(struct diag *d, const struct source *src, int line);

/* Proposes blanks for what only looks like them in a line: in front of its text
   and behind a colon. */
void yaml_line_fix_odd(
    struct arena *a, struct diag *d, const struct source *src, int line);

/* Proposes that the lines that belong to a line are an item of a list. */
void yaml_line_fix_item(
    struct arena *a, struct diag *d, const struct source *src, int line);

#endif

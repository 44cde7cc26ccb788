/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What a file says, with the place where it says it. */
#ifndef FORMAT_TEXT_H
#define FORMAT_TEXT_H

#include "base/diag.h"
#include "base/units.h"

#include <stdint.h>

/* A text: valid UTF-8 in NFC, without the line break at its end; `s` is NULL
   where the file does not give one (an empty one counts as not given). */
struct text {
    const char *s;
    struct pos at;
};

/* A list of texts, in file order. */
struct texts {
    struct text *v;
    int n;
};

/* One text per language. */
struct bitext {
    struct text t[LANG_COUNT];
};

/* A list of those. */
struct bitexts {
    struct bitext *v;
    int n;
};

/* A reference to a question: number, 0 where absent. */
struct qref {
    int question;
    struct pos at;
};

struct qrefs {
    struct qref *v;
    int n;
};

/* Whether a text shows nothing: blanks of all kinds, line breaks and invisible
   characters alone.  It counts as not given. */
bool text_blank(const char *text);

/* Whether a character looks like a blank, or like nothing, but is no blank to
   YAML: a no-break space, for one. */
bool text_odd_blank(uint32_t c);
bool text_plain_blanks(const char *text); /* there is none of those in it */

/* What a byte of Windows-1252 is, and the inverse: -1 for ASCII and what the
   code page lacks. */
uint32_t text_windows(unsigned char byte);
int text_windows_byte(uint32_t c);

/* `text` for a message: cut off with a mark where it is long. */
const char *text_quote(struct arena *a, const char *text);

/* The place of byte `offset` of `text->s` in its file: exact where the text
   stands there as typed, else the text's beginning. */
struct pos text_locate(const struct text *text, size_t offset);

/* Adds to the message reported last what was meant instead of `typed`: its help
   and, where `typed` stands in its file as it was typed, the fix. */
void text_meant(
    struct diag *d, const char *typed, struct pos at, const char *likely);

/* The fix alone; false where the place of `typed` is not known. */
bool text_replace(
    struct diag *d, const char *typed, struct pos at, const char *instead);

/* Whether the program can print a text: right-to-left and joining scripts
   would come out wrong, and U+FFFD stands where a character was lost: errors
   with their place.  Characters that show nothing but act on their neighbours
   (directions, zero width), and pairs that UTF-8 read as Windows-1252 leaves
   ("Ã¯"), are warnings.  `family` is 'I' for an interview, 'R' for rules and
   layouts. */
bool text_check(struct diag *d, char family, const struct text *text);

#endif

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What the files of import share; nobody else includes this. */
#ifndef INTERVIEW_IMPORT_PARTS_H
#define INTERVIEW_IMPORT_PARTS_H

#include "format/yaml.h"
#include "interview/fields.h"
#include "interview/import.h"

/* Names: where something belongs (import_name.c). ----------------------- */

enum { IMPORT_STEPS = 6 };

/* From the whole interview down: a key, or the number of an item. */
struct import_step {
    const char *key; /* NULL: an item */
    int item;        /* from 1 */
};

enum import_kind {
    IMPORT_NOWHERE,
    IMPORT_ANSWER, /* the whole answer to `question` */
    IMPORT_VALUE,  /* of `field` */
    IMPORT_SCORE,  /* a number, or what stands for "cannot be scored" */
    IMPORT_NUMBER
};

struct import_place {
    enum import_kind kind;
    int question; /* of an answer, or of the part of one */
    const struct field *field;
    const struct record *record; /* which `field` is of */
    struct import_step step[IMPORT_STEPS];
    int nsteps;
};

/* Questions and names that are compared: import_question.c. */

/* Small letters and digits, anything else one low line: how names are
   compared. */
const char *import_fold(struct arena *a, const char *text);

/* The same of a name of the tables or the rules, which is folded once. */
const char *import_folded(
    struct arena *a, const struct import_how *how, const char *name);

/* The number of a question id that a text begins with ("V4", "vraag 4",
   "question four"), 0 where it does not; `*rest` is what follows. */
int import_id(const char *text, const char **rest);

/* The question whose title or text this is, in any language of the rules,
   whatever stands for its placeholders; NULL: none. */
const struct question *import_question(
    struct arena *a, const struct import_how *how, const char *text);

/* Whether a text is the title or text of that question. */
bool import_is_question(struct arena *a, const struct import_how *how,
    const struct question *q, const char *text);

/* The place that a name means: a question, a key with those above it (in
   either order, by key or label, in any language), or a scale. */
struct import_place import_name(
    struct arena *a, const struct import_how *how, const char *name);

/* A part of the answer to a question; IMPORT_NOWHERE where it has none so. */
struct import_place import_slot(struct arena *a, const struct import_how *how,
    int question, const char *name);
struct import_place import_answer(int question);

/* The interview that is made (import_put.c). ---------------------------- */

struct note {
    const char *text; /* a line of a comment */
    struct note *next;
};

struct notes {
    struct note *first, *last;
};

/* A node with the comments that are to stand above it. */
struct made {
    struct node node;
    struct made *last; /* of its children */
    struct buf joined; /* a text that several were put in */
    struct notes notes;
    int item; /* in a list: its number */
};

struct import {
    struct arena *a;
    struct diag *d;
    const struct import_how *how;
    bool comma; /* a comma may be the decimal sign */
    struct made *root;
    struct notes head; /* what was read: the columns of a table */
    struct notes left; /* what has no place */
};

struct import import_begin(
    struct arena *a, struct diag *d, const struct import_how *how, bool comma);

/* Adds a text to comments, in lines of the width of a page, each behind
   "# > "; `where` (or NULL) stands before it. */
void import_note(
    struct import *im, struct notes *to, const char *where, const char *text);

/* Puts a text in its place.  False where it cannot be that (a date that is
   none), or where something else stands there; nothing is reported.  A second
   answer to a question is put behind the first, with a warning (N114). */
bool import_put(
    struct import *im, const struct import_place *place, const struct text *t);

/* The comments that stand above the answer to a question, or where it would. */
struct notes *import_above(struct import *im, int question);

/* Case ids that rows give, which no other interview may get; the number of the
   last that was given out, 0: none yet. */
struct import_taken {
    const char **v;
    int n;
    long last;
};

/* Prints it, with what is due: a case id that is not taken, the reader of
   scores, the questions that have no answer. */
void import_end(
    struct import *im, struct import_taken *taken, struct imported *out);

/* Puts what has no place among the comments at the end. */
void import_leave(struct import *im, const char *where, const char *text);

/* Values (import_value.c): a text as the field wants it, in the language of
   the keys; NULL where it is no such value. */
const char *import_value(
    struct import *im, const struct import_place *place, const char *text);

/* The words of a list ("warm, druk en zoekend"), at most `max`; 0 where it is
   no list of words. */
int import_words(
    struct arena *a, const char *text, const char **words, int max);

#endif

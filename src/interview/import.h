/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Interviews made of what people have: a table, or a transcript.  What cannot
   be placed stands in the interview as comments, and is said.  The result is
   printed by tidy. */
#ifndef INTERVIEW_IMPORT_H
#define INTERVIEW_IMPORT_H

#include "format/csv.h"
#include "format/document.h"
#include "rules/rules.h"

struct imported {
    const char *case_id;
    const char *text; /* of the file */
    size_t len;
    int answered, questions; /* of the rules' questions */
};

struct import_how {
    const struct rules *rules;
    const char *rules_name; /* for the key `regels`; NULL: none */
    enum lang lang;         /* of the keys */
    long after; /* a case id that a source does not give is the next of
                   "LP-0001", "LP-0002" … after that number */
    struct import_folds *folds; /* of names and rules, or NULL */
};

/* Remembers, in `a`, names and texts of the rules as they are compared; for
   imports by the same rules. */
struct import_folds *import_folds(struct arena *a);

/* What is in front of a table's rows. */
enum import_table {
    IMPORT_TABLE_NONE,      /* nothing that an interview knows */
    IMPORT_TABLE_QUESTIONS, /* a row per question */
    IMPORT_TABLE_INTERVIEWS /* a row per interview */
};
enum import_table import_table_is(
    struct arena *a, const struct import_how *how, const struct csv *csv);

/* The interviews of a table; returns how many, 0 with an error reported (N105)
   where there are none.  Warnings: N110 a column, N111 a value, N114 a second
   answer to a question, N116 a row. */
int import_table(struct arena *a, struct diag *d, const struct import_how *how,
    const struct csv *csv, struct imported **out);

/* The interview of a transcript, in which a question is a line of its own: its
   id ("V4", "Vraag 4"), its title or its text.  False with an error reported
   (N105) where there is none.  Warnings: N111, N112 paragraphs, N113 what
   stands beside the text, N114. */
bool import_document(struct arena *a, struct diag *d,
    const struct import_how *how, const struct document *doc,
    struct imported *out);

#endif

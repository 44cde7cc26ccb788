/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The keys of an interview: one table per group of keys, with both names, type,
   range and help.  The reader, the template, the list of keys, the schema and
   the manual all come from here. */
#ifndef INTERVIEW_FIELDS_H
#define INTERVIEW_FIELDS_H

#include "format/field.h"

/* Values that are no plain field; `own` of the field says which. */
enum interview_value {
    INTERVIEW_FORMAT,         /* "interview/1" */
    INTERVIEW_ANSWERS,        /* vNN: a text, or the record `of` */
    INTERVIEW_SCORES,         /* scale: the record `of` */
    INTERVIEW_SCORE,          /* a number, or "nvt" */
    INTERVIEW_AGREED,         /* scale: a number */
    INTERVIEW_MARKS,          /* the same, of the teacher */
    INTERVIEW_PROMPTS,        /* scale: list of texts */
    INTERVIEW_MEANS,          /* scale: a text */
    INTERVIEW_QUESTIONNAIRES, /* id: the record `of` */
    INTERVIEW_ITEMS,          /* item number: a number */
    INTERVIEW_SUBSCALES,      /* subscale: a number */
    INTERVIEW_OWN_COUNT
};

/* Reads an own value; given to field_read. */
field_own interview_own;

/* The whole file; other records hang below it. */
extern const struct record interview_record;

/* What stands for "cannot be scored": "nvt", "na". */
extern const struct field_word interview_na;

/* The version of the format: "interview/1". */
extern const char interview_format[];

/* The number of items that the method expects of a list. */
enum { INTERVIEW_WORDS = 3, INTERVIEW_WORDS_MIN = 2, INTERVIEW_STRENGTHS = 3 };

/* Whether nothing stands behind a key but a comment. */
bool interview_is_hashed(const struct node *n);

#endif

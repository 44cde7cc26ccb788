/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* From meaning to the document: the blocks of the layout in their order. */
#ifndef REPORT_COMPOSE_H
#define REPORT_COMPOSE_H

#include "report/section.h"

struct compose_options {
    enum lang lang;
    int numbers; /* -1: as the layout says; 0 no, 1 yes (teacher's copy only) */
    bool fillable;       /* with fields to type in, whatever the layout says */
    bool paper;          /* without, whatever either says */
    bool names_in_title; /* the PDF's title may name people */
    /* The second interview of a comparison, by the same rules, or NULL; `twice`
       where it is the same child's, later. */
    const struct profile *other;
    bool twice;
    const struct course_scores *course; /* of trainees, or NULL */
    const struct agreement *agreement;  /* over many interviews, or NULL */
    const struct making *made;          /* or NULL */
    const char
        *without; /* comma list of block ids or kinds left out; or NULL */
};

/* Whether a report of the layout says which case it is of.  Course material
   and blank forms do not. */
bool compose_names_case(const struct layout *layout);

/* Composes the report.  Warnings (C1xx) tell what is left out; it never fails.
 * All arguments outlive the result. */
struct doc *compose_report(struct arena *a, struct diag *d,
    const struct profile *profile, const struct layout *layout,
    const struct compose_options *options);

#endif

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The interviews of a batch of which a report is missing: why, in a line per
   code, and which, as a list for the next run. */
#ifndef CLI_REFUSED_H
#define CLI_REFUSED_H

#include "cli/inputs.h"

struct refused_code {
    char code[5];
    int n;             /* interviews */
    const char *first; /* the path of the first */
};

struct refused {
    struct arena *a;
    const struct inputs *inputs;
    bool *is; /* by interview */
    int n;
    struct refused_code *codes;
    int ncodes, cap;
};

struct refused refused_new(struct arena *a, const struct inputs *inputs);

/* Adds an interview, with lines of a manifest on its reports. */
void refused_add(struct refused *r, int input, const char *lines, size_t len);

/* The same with codes, a blank between them. */
void refused_add_codes(struct refused *r, int input, const char *codes);

/* Says how many there are of each code, where there are several; which reports
   are missing. */
void refused_say_codes(const struct console *console, const struct refused *r);
void refused_say_names(const struct console *console, const struct refused *r);

/* Writes their paths to the file of --list-refused, which is made anew where it
   holds such a list; false where it cannot be (said). */
enum status refused_list(struct session *session, const struct refused *r);

#endif

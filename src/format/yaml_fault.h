/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What libyaml's syntax errors mean to somebody who typed an interview.  For
   yaml.c only. */
#ifndef FORMAT_YAML_FAULT_H
#define FORMAT_YAML_FAULT_H

#include "base/diag.h"

/* A syntax error: libyaml's words, and places that count from 1. */
struct yaml_fault {
    const char *problem, *context; /* "" where there is none */
    struct pos at;                 /* of the problem */
    struct pos begin;              /* of what was being read; line 0: none */
    struct pos scalar;             /* begin of the text read last; line 0 */
    bool ended;                    /* behind the closing "..." */
    struct arena *a;               /* set by yaml_fault_report */
    int line; /* set by it: where something is to be left out */
    bool all; /* the whole line, not the value alone */
};

/* Reports it, with its cause and the way out where they are known; `f->line`
   and `f->all` are set. */
void yaml_fault_report(struct arena *a, struct diag *d, struct yaml_fault *f);

#endif

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The JSON Schema (draft 7) of an interview, for editors: it completes keys,
   shows their help and underlines what cannot be.  What it lets pass the
   program may still refuse. */
#ifndef INTERVIEW_SCHEMA_H
#define INTERVIEW_SCHEMA_H

#include "interview/fields.h"
#include "interview/interview.h"

/* With the keys of `lang`; with rules also the ids of questions, scales and
   whatever else they name (`rules` may be NULL). */
void interview_schema(
    const struct rules *rules, enum lang lang, struct buf *out);

/* Which ids of the rules a field holds ("scales", "feelings", "goals",
   "regimes"), or NULL; `*open` where its own text may stand there too. */
const char *interview_known(
    const struct record *r, const struct field *f, bool *open);

#endif

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What the files of tidy share. */
#ifndef INTERVIEW_TIDY_PARTS_H
#define INTERVIEW_TIDY_PARTS_H

#include "interview/tidy.h"

/* The line that stands in place of an empty key: "# plan: hoe het verder
   gaat". */
void tidy_hint(const struct field *f, enum lang lang, struct buf *out);

/* Whether a comment is its writer's own. */
bool tidy_is_own(const struct comment *c, const struct tidy_known *known);

/* What no table knows: any text, list or group. */
extern const struct field tidy_any;

bool tidy_is_list(const struct field *f);

/* Whether a value is a group whose keys are ids. */
bool tidy_is_ids(const struct field *f);

/* What a part of such a group is, and an item of a list. */
struct field tidy_part_of_ids(const struct field *f, const struct node *part);
struct field tidy_item(const struct field *f);

/* Whether a value that the tables know holds anything to print; `lang` is that
   of its keys. */
bool tidy_has_value(
    const struct node *n, const struct field *f, enum lang lang);

#endif

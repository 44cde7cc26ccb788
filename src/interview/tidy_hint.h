/* What the files of tidy share. */
#ifndef INTERVIEW_TIDY_HINT_H
#define INTERVIEW_TIDY_HINT_H

#include "interview/tidy.h"

/* The line that stands in place of an empty key: "# plan: hoe het verder
   gaat". */
void tidy_hint(const struct field *f, enum lang lang, struct buf *out);

/* Whether a comment is its writer's own. */
bool tidy_is_own(const struct comment *c, const struct tidy_known *known);

#endif

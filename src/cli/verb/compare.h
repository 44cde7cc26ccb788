/* The verb `compare`: two interviews in one report, which only the teacher's
   own file may hold. */
#ifndef CLI_VERB_COMPARE_H
#define CLI_VERB_COMPARE_H

#include "cli/job.h"

/* One teacher and two children make the layout two-children, one child on two
   dates the layout twice; anything else is refused (I501 to I505). */
enum status compare_run(struct session *session);

/* Reads the two interviews at `paths` and finds what they are to one another:
   `*out` is the first, the earlier of one child, with its other. */
enum status compare_read(struct arena *a, struct diag *d,
    struct session *session, const char *const *paths, struct subject **out);

#endif

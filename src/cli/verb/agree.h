/* The verb `agree`: how far readers agree, over several interviews. */
#ifndef CLI_VERB_AGREE_H
#define CLI_VERB_AGREE_H

#include "cli/job.h"

/* Reads the interviews and prints agreement per scale as text, CSV or JSON, to
   standard output or the file of -o; where that ends in .pdf as pages.  Goes on
   after a refused interview; STATUS_REFUSED where two go by different rules. */
enum status agreement_run(struct session *session);

/* Makes the subject of a report of agreement of the command line's files and
   folders.  What is wrong is said; `*out` is NULL where there is nothing to
   report on. */
enum status agreement_read(
    struct arena *a, struct session *session, struct subject **out);

#endif

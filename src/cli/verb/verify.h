/* The verb `verify`: whether a report is as it was made, and whether it is the
   report of the inputs that stand beside it on the command line. */
#ifndef CLI_VERB_VERIFY_H
#define CLI_VERB_VERIFY_H

#include "cli/session.h"

/* Says on standard output what the report tells of itself.  With interviews it
   makes the report again as its metadata say and compares all bytes.
   STATUS_REFUSED where a byte differs or the file is no report of ours. */
enum status verify_run(struct session *session);

#endif

/* `check`: looks files over and makes nothing. */
#ifndef CLI_VERB_CHECK_H
#define CLI_VERB_CHECK_H

#include "cli/session.h"

/* Each operand by its kind: an interview (.yaml, .yml, -, or a folder of
   them), rules or a layout (.ini, told by [format] kind).  STATUS_REFUSED where
   there is a fault, or with --strict a warning. */
enum status check_run(struct session *session);

#endif

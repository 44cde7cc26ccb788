/* The verb tally: what a group of trainees scored, beside the key. */
#ifndef CLI_VERB_TALLY_H
#define CLI_VERB_TALLY_H

#include "cli/session.h"

/* Reads the scores of the operand, a CSV, by the rules of the interview of
   --key, and writes the sheet of the layout "tally".  Faults are said. */
enum status tally_run(struct session *session);

#endif

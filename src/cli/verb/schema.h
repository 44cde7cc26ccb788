/* The verb `schema`: what an interview, or the output of `score`, may look
   like, for editors and programs. */
#ifndef CLI_VERB_SCHEMA_H
#define CLI_VERB_SCHEMA_H

#include "cli/session.h"

/* Prints the schema that the operand names, by the rules of -r where given. */
enum status schema_run(struct session *session, enum lang lang);

#endif

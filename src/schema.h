/* The verb `schema`: what an interview, or the output of `score`, may look
   like, for editors and programs. */
#ifndef SCHEMA_H
#define SCHEMA_H

#include "session.h"

/* Prints the schema that the operand names, by the rules of -r where given. */
enum status schema_run(struct session *session, enum lang lang);

#endif

/* `list` and `new`: what there is, and an interview to begin with. */
#ifndef CLI_VERB_LIST_H
#define CLI_VERB_LIST_H

#include "cli/session.h"

/* `list rules|layouts|fonts|blocks|keys` to standard output. */
enum status list_run(struct session *session, enum lang lang);

/* `new [FILE]`: a commented interview, or with --example a filled one, in the
   language `lang`.  An existing file is replaced only with --force. */
enum status list_new(struct session *session, enum lang lang);

#endif

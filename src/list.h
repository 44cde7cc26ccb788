/* `list` and `new`: what there is, and an interview to begin with. */
#ifndef LIST_H
#define LIST_H

#include "session.h"

/* `list rules|layouts|fonts|blocks|keys` to standard output. */
enum status list_run(struct session *session, enum lang lang);

/* `new [FILE]`: a commented interview, or with --example a filled one, in the
   language `lang`.  An existing file is replaced only with --force. */
enum status list_new(struct session *session, enum lang lang);

#endif

/* The verbs over interviews: render and score, for one or many. */
#ifndef CLI_VERB_RENDER_H
#define CLI_VERB_RENDER_H

#include "cli/session.h"

/* `render`: a report per interview and layout.  Goes on after a refused file.
 */
enum status batch_render(struct session *session);

/* `score`: the scores of each interview to standard output. */
enum status batch_score(struct session *session);

#endif

/* The verb `compare`: two interviews in one report, which only the teacher's
   own file may hold. */
#ifndef COMPARE_H
#define COMPARE_H

#include "session.h"

/* One teacher and two children make the layout two-children, one child on two
   dates the layout twice; anything else is refused (I501 to I505). */
enum status compare_run(struct session *session);

#endif

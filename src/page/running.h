/* Running head and foot: a text at either end of a line in the margin. */
#ifndef PAGE_RUNNING_H
#define PAGE_RUNNING_H

#include "page/galley.h"

struct running {
    enum style left_style, right_style;
    const char *left, *right; /* "" for none */
    mpt baseline;
    bool down; /* more lines go below the baseline, else above it */
};

/* Places the two texts from `x` over `w`, as artifacts.  They share the width
   as they need it; what still has no room gets smaller, but not below 7.5 pt,
   and then goes on on another line. */
void place_running(struct galley *g, const struct running *r, mpt x, mpt w);

#endif

/* The options that change the bytes of a report, as text: a report's metadata
   holds them, so that `verify` can make it again. */
#ifndef CLI_RECIPE_H
#define CLI_RECIPE_H

#include "cli/opts.h"

/* "lang=nl numbers=-1 …", in `lang` whatever the options say. */
const char *recipe_print(
    struct arena *a, const struct options *o, enum lang lang);

/* Sets in `o` what the text says; a name that is not known is passed over. */
void recipe_read(struct arena *a, const char *text, struct options *o);

#endif

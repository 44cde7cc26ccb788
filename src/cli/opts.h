/* The command line: the verbs and one table of options serve the parser,
   --help and the manual's test. */
#ifndef CLI_OPTS_H
#define CLI_OPTS_H

#include "engine/engine.h"

#include <libintl.h>

/* A message in the user's language. */
#define _(english) gettext(english)

#define PROGRAM_NAME "relatieprofiel"
enum color_when { WHEN_AUTO, WHEN_ALWAYS, WHEN_NEVER };

struct session;
struct options;

/* A verb: what it takes, and what it does. */
struct verb {
    const char *name;
    const char *operands; /* as --help shows them */
    int min, max;         /* number of operands */
    const char *help[LANG_COUNT];
    /* What is wrong with options that go with one another here, else NULL; the
       function may be NULL. */
    const char *(*refuse)(struct arena *a, const struct options *o);
    enum status (*run)(struct session *session);
};

struct options {
    const struct verb *verb; /* NULL: none is given */
    struct engine_words operands;
    struct engine_words layouts;  /* -l, split at commas */
    struct engine_options report; /* how reports are made */
    const char *output;           /* -o */
    const char *folder;           /* -d */
    const char *key;              /* --key: interview of tally */
    int dump;                     /* enum engine_stage */
    int color;                    /* enum color_when */
    int json;                     /* diagnostics as JSON */
    int format;                   /* enum engine_format, of score and agree */
    int jobs;                     /* -j, 0: as many as there are processors */
    bool force, quiet, verbose;
    bool explain, example, write;
    bool open; /* show the report afterwards */
    bool help, version;
};

/* Reads the words of the command line; `verbs` ends with NULL.  False with the
   reason in `*error` (one or more lines, without the program's name) where they
   are not understood; `out->help` and `out->version` may then still be set. */
bool opts_parse(struct arena *a, const struct verb *const *verbs, int argc,
    char **argv, struct options *out, const char **error);

/* That operands are missing. */
const char *opts_missing(struct arena *a, const struct verb *verb);

/* The text of --help: of the verb, or of the whole program where that is
   NULL. */
void opts_help(enum lang lang, const struct verb *const *verbs,
    const struct verb *verb, struct buf *out);

#endif

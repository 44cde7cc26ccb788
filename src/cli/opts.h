/* The command line: one table of verbs and one of options serve the parser,
   --help and the manual's test.  Used by main.c and the verbs. */
#ifndef CLI_OPTS_H
#define CLI_OPTS_H

#include "base/buf.h"
#include "base/units.h"
#include "pdf/pdf.h"

#include <libintl.h>

/* A message in the user's language. */
#define _(english) gettext(english)

#define PROGRAM_NAME "relatieprofiel"
#define PROGRAM_VERSION "relatieprofiel 0.1"

/* Exit status; of several causes the highest. */
enum status {
    STATUS_OK,
    STATUS_REFUSED, /* an input was refused, or check found a fault */
    STATUS_USAGE,   /* command line, rules, layout or output folder */
    STATUS_FAILED   /* the surroundings: disk, memory */
};

enum verb {
    VERB_RENDER,
    VERB_CHECK,
    VERB_SCORE,
    VERB_COMPARE,
    VERB_AGREE,
    VERB_TALLY,
    VERB_NEW,
    VERB_VERIFY,
    VERB_LIST,
    VERB_SCHEMA,
    VERB_COUNT
};

/* Stages that --dump prints.  Up to STAGE_PROFILE they are the same for every
   layout. */
enum stage {
    STAGE_NONE,
    STAGE_INTERVIEW,
    STAGE_RULES,
    STAGE_SCORES,
    STAGE_PROFILE,
    STAGE_LAYOUT,
    STAGE_DOC,
    STAGE_PAGES
};

enum color_when { WHEN_AUTO, WHEN_ALWAYS, WHEN_NEVER };

enum format { FORMAT_TEXT, FORMAT_CSV, FORMAT_JSON };

/* Words in the order of the command line. */
struct words {
    const char **v;
    int n;
};

struct options {
    int verb; /* enum verb */
    struct words operands;
    struct words rules;   /* -r, each name or path */
    struct words layouts; /* -l, split at commas */
    const char *output;   /* -o */
    const char *folder;   /* -d */
    const char *key;      /* --key: interview of tally */
    const char *without;  /* --without: block names or kinds, commas */
    int lang;             /* enum lang, -1: as the interview says */
    int numbers;          /* -1: as the layout says, 0, 1 */
    int dump;             /* enum stage */
    int color;            /* enum color_when */
    int json;             /* diagnostics as JSON */
    int format;           /* enum format, of score */
    int profile;          /* enum pdf_profile */
    int jobs;             /* -j, 0: as many as there are processors */
    bool force, strict, quiet, verbose;
    bool explain, example;
    bool large, mono, names_in_title, anonymise;
    bool help, version;
};

/* Reads the words of the command line.  False with the reason in `*error`
   (one or more lines, without the program's name) where they are not
   understood; `out->help` and `out->version` may then still be set. */
bool opts_parse(struct arena *a, int argc, char **argv, struct options *out,
    const char **error);

/* The text of --help; `verb` -1 for the whole program. */
void opts_help(enum lang lang, int verb, struct buf *out);

#endif

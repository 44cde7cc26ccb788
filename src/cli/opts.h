/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
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
struct verb;

/* An option that has no letter; the most that OPTION_COUNT takes. */
enum { OPTS_NO_LETTER = 0, OPTS_COUNT_MAX = 256 };

enum option_type {
    OPTION_FLAG,  /* bool becomes true */
    OPTION_TEXT,  /* const char * */
    OPTION_WORDS, /* struct engine_words, may be repeated */
    OPTION_LIST,  /* struct engine_words, split at commas */
    OPTION_WORD,  /* int, one of choices */
    OPTION_COUNT, /* int from 1 to OPTS_COUNT_MAX */
    OPTION_SHARD  /* struct shard */
};

/* A word that an option may be given; the last has no name. */
struct choice {
    const char *name;
    int value;
};

/* Part `i` of `n`, from 0; n = 0: the whole. */
struct shard {
    int i, n;
};

/* An option. */
struct option_def {
    char letter;
    const char *name;
    enum option_type type;
    const char *arg;   /* as --help shows it */
    size_t offset;     /* in struct options */
    const char *verbs; /* names with a blank between; NULL: all */
    const struct choice *choices;
    const char *help[LANG_COUNT];
};

extern const struct option_def opts_table[];
extern const int opts_ntable;

/* Whether an option belongs to a verb. */
bool opts_is_of(const struct option_def *def, const struct verb *verb);

/* A verb: what it takes, and what it does. */
struct verb {
    const char *name;
    const char *operands;            /* as --help shows them */
    int min, max;                    /* number of operands */
    const char *help[LANG_COUNT];    /* NULL: --help does not show it */
    const char *example[LANG_COUNT]; /* what is typed, a line each */
    bool raw;                        /* all words behind it are operands */
    bool makes;                      /* reports */
    /* Results go beside the operands, unless -o or -d says where. */
    bool writes;
    bool typed;   /* it looks at what was typed in reports */
    bool imports; /* documents of others, with --from */
    bool forks;   /* it makes processes like its own */
    bool again;   /* operands are read again when others take their place */
    bool joins;   /* its result may take the place of an operand */
    bool starts;  /* it starts other programs, and reads nothing of others */
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
    const char *password;         /* --password-file */
    const char *from;             /* --from: what new reads; the code of tidy */
    int dump;                     /* enum engine_stage */
    int color;                    /* enum color_when */
    int json;                     /* diagnostics as JSON */
    struct engine_printing print; /* of score, agree and tally */
    int jobs;                     /* -j, 0: as many as there are processors */
    const char *collect;          /* --collect: one document of all */
    int numbered;                 /* of its pages: 0 through all, 1 by case */
    bool skip_refused;            /* it may lack what is refused */
    bool force, quiet, verbose;
    bool example, write;
    struct shard shard; /* --shard */
    bool resume, no_manifest;
    const char *list_refused; /* a file for the paths of what was refused */
    const char *files_from;   /* a file with the paths of interviews */
    bool null;                /* its paths, and those, end in NUL */
    bool recursive;           /* the folders in a folder too */
    bool keep_all;            /* with the report, all that it was made from */
    bool open;                /* show the report afterwards */
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

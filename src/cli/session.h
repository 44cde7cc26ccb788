/* What is loaded once and serves every report of a run: rules, layouts,
   fonts and libharu.  Lives in the run's arena. */
#ifndef CLI_SESSION_H
#define CLI_SESSION_H

#include "cli/catalogue.h"
#include "cli/console.h"
#include "interview/interview.h"
#include "layout/layout.h"
#include "cli/paths.h"
#include "page/hyphen.h"
#include "pdf/pdf.h"

/* Rules as loaded from one or more files. */
struct ruleset {
    const char *key; /* the paths, a line each */
    bool ok;         /* false: faults were reported when it was loaded */
    struct rules rules;
    const char *text; /* the files, one behind the other */
    size_t len;
    const char *hash; /* SHA-256 of that, 64 hex digits */
    struct ruleset *next;
};

/* A layout, ready for use. */
struct form {
    struct layout layout;
    const char *hash;
    struct font_set *fonts;
};

struct fonts; /* opened fonts, one per pair of families */

struct session {
    struct arena *a;
    const struct options *opts;
    const struct console *console;
    struct paths paths;
    struct catalogue catalogue;
    struct ruleset *rulesets;
    struct form *forms;
    int nforms;
    struct fonts *fonts;
    struct pdf *pdf;
    struct hyphenator *hyphen[LANG_COUNT]; /* NULL: no patterns there */
    long epoch;                            /* SOURCE_DATE_EPOCH, or -1 */
};

/* Nothing loaded yet; false with the reason said where SOURCE_DATE_EPOCH is not
   a number. */
bool session_open(struct arena *a, const struct options *opts,
    const struct console *console, struct session *out);

/* Closes fonts and libharu. */
void session_close(struct session *session);

/* Loads the layouts of -l (default: handout, coach), checks them and opens
   their fonts.  Faults are said. */
enum status session_load_layouts(struct session *session);

/* Loads one layout alone, whatever -l says. */
enum status session_load_layout(struct session *session, const char *word);

/* The rules for an interview in the folder `beside`: those of -r, else of
   `named` (its `rules:`, or NULL), else the default.  Loaded once; their faults
   are said then.  NULL where they cannot be used; that there are none of that
   name is reported to `d` at the name, or said where it came from the command
   line. */
const struct ruleset *session_rules(struct session *session, struct diag *d,
    const struct text *named, const char *beside);

/* What line breaking asks of a form's fonts and of the patterns of words. */
struct metrics session_metrics(
    const struct session *session, const struct form *form);

/* Opens libharu; a fault is said. */
enum status session_load_pdf(struct session *session);

/* SHA-256 as 64 hex digits. */
const char *session_hash(struct arena *a, const char *data, size_t len);

#endif

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* What the files of engine/ share; nobody else includes this. */
#ifndef ENGINE_STATE_H
#define ENGINE_STATE_H

#include "engine/catalogue.h"
#include "engine/engine.h"
#include "method/agree.h"
#include "method/course_scores.h"
#include "method/profile.h"
#include "page/hyphen.h"
#include "pdf/pdf.h"

enum { RULESET_SEEN = 8 };

/* Rules as loaded from one or more files. */
struct ruleset {
    const char *key; /* the names of the files, a line each */
    bool ok;         /* false: faults were said when it was loaded */
    struct rules rules;
    const char *text; /* the files, one behind the other */
    size_t len;
    const char *hash; /* SHA-256 of that, 64 hex digits */
    /* With which fonts it was looked at (glyphs.c). */
    const struct font_set *seen[RULESET_SEEN];
    int nseen;
    struct ruleset *next;
};

/* Opened fonts, one set per pair of families. */
struct fonts {
    const char *family, *fallback;
    struct font_set *set;
    struct fonts *next;
};

/* A layout, ready for use. */
struct engine_form {
    struct layout layout;
    const char *hash;
    struct font_set *fonts;
};

/* An interview that was read, scored and given its meaning. */
struct engine_case {
    const struct source *src; /* NULL: of no one file */
    struct interview interview;
    const struct ruleset *rules;
    struct scores *scores;
    struct profile *profile;
    enum lang lang;
    const char *hash; /* of the file */
    /* The second interview of a comparison, by the same rules, or NULL; `twice`
       where it is the same child's, later. */
    const struct engine_case *other;
    bool twice;
    const struct course_scores *course; /* of trainees, or NULL */
    const struct agreement *agreement;  /* over many interviews, or NULL */
};

struct engine {
    struct arena *a;
    const struct engine_files *files;
    const struct engine_options *options;
    struct catalogue *catalogue; /* NULL: not read yet */
    struct ruleset *rulesets;
    struct engine_form *forms;
    int nforms;
    struct fonts *fonts;
    int pages;                             /* of the last report */
    struct pdf *pdf;                       /* NULL until the first report */
    const struct source *colours;          /* NULL until the first report */
    struct hyphenator *hyphen[LANG_COUNT]; /* NULL: no patterns there */
};

/* Files (files.c). ---------------------------------------------------- */

/* The name of the file that is meant, in the run's arena; NULL: none.
   engine_find is for what no input told. */
const char *engine_find_wanted(
    struct arena *a, const struct engine *e, const struct engine_want *want);
const char *engine_find(const struct engine *e, enum engine_kind kind,
    const char *name, const char *from);

/* The name of rules or a layout like one that there is not; NULL: none is. */
const char *engine_near(const struct engine *e, enum engine_kind kind,
    const char *name, const char *from);

/* Its bytes, for the run; NULL with an error reported. */
const struct source *engine_file_wanted(
    const struct engine *e, struct diag *d, const struct engine_want *want);
const struct source *engine_file(const struct engine *e, struct diag *d,
    enum engine_kind kind, const char *name, const char *from);

/* An empty collector for the run, and handing it to the caller. */
struct diag *engine_diag(const struct engine *e);
void engine_say(const struct engine *e, const struct diag *d);

/* Says a fault of no file (E100).  Always false. */
bool engine_fault(const struct engine *e, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/* Rules and layouts. --------------------------------------------------- */

/* The rules for an interview that is called `from`: those of the options, else
   of `named` (its `rules:`, or NULL), else the default.  Loaded once; their
   faults are said then.  NULL where they cannot be used; that there are none
   of that name is reported to `d` at the name, or said where the interview
   names none. */
const struct ruleset *engine_rules(struct engine *e, struct diag *d,
    const struct text *named, const char *from);

/* Reads rules from `n` files, each with those that it includes below it, and
   checks them.  The bytes of all files are added to `all`, which may be
   NULL. */
bool engine_read_rules(struct arena *a, struct diag *d, struct engine *e,
    const struct source *const *src, int n, struct buf *all, struct rules *out);

/* Reads a layout with those that it includes and its logos, and checks it.
   The bytes of all files are added to `all`. */
bool engine_read_layout(struct arena *a, struct diag *d, const struct engine *e,
    const struct source *src, struct buf *all, struct layout *out);

/* The catalogue of fonts, read once; NULL with an error reported. */
const struct catalogue *engine_catalogue(struct engine *e, struct diag *d);

/* The fonts of a layout, opened once; the catalogue must have been read.  NULL
   with an error reported. */
struct font_set *engine_font_set(
    struct engine *e, struct diag *d, const struct layout *layout);

/* The options of a report as its metadata hold them, and back (recipe.c).  The
   language is that of the report; of a collection and of a run it is the one
   that was asked for, "auto" (-1) where none was.  Those of a run hold what
   decides whether a report is made too. */
const char *recipe_of_run(struct arena *a, const struct engine_options *o);
const char *recipe_print(
    struct arena *a, const struct engine_options *o, int lang);
void recipe_read(struct arena *a, const char *text, struct engine_options *out);

/* Cases. --------------------------------------------------------------- */

/* The case id of an interview that has it where the template has it, and the
   rules that it names (NULL: none); NULL: it is to be read as a whole
   (peek.c). */
const char *peek_id(
    struct arena *a, const struct source *src, const char **rules);

/* A case that holds no interview. */
void case_blank(struct arena *a, struct diag *d, const struct ruleset *rules,
    enum lang lang, struct engine_case *out);

/* What to make a report in this form of: the case itself, or a copy that knows
   neither names nor the text and hash of the file; its bytes lead back too. */
const struct engine_case *hide_names(struct arena *a, const struct engine *e,
    const struct engine_case *c, const struct engine_form *form);

/* Whether reports in this form leave names out. */
bool hides_names(const struct engine *e, const struct engine_form *form);

/* The mark of the people of a case, 4 hex digits; `salt` is the hash of the
   file, or NULL for a mark of the day (people.c). */
const char *people_mark(
    struct arena *a, const struct engine_case *c, const char *salt);

/* How a report is made (kept.c). */
const struct making *kept_making(struct arena *a, const struct engine *e,
    const struct engine_case *c, const struct engine_form *form);

/* Whether the fonts of the forms that are loaded show the texts of rules, of a
   layout, and what a document prints besides (glyphs.c).  Those of rules are
   said, once; the others are reported (T102). */
bool glyphs_rules(struct engine *e, const struct ruleset *set);
void glyphs_check_rules(struct arena *a, struct diag *d, const struct engine *e,
    const struct rules *rules);
bool glyphs_layout(
    struct arena *a, struct diag *d, const struct engine_form *form);
bool glyphs_document(struct arena *a, struct diag *d,
    const struct engine_case *c, const struct engine_form *form,
    const struct doc *doc);

/* The document of a report, before pages; `paper`: without fields to type in
   (make.c). */
struct doc *make_document(struct arena *a, struct diag *d,
    const struct engine *e, const struct engine_case *c,
    const struct engine_form *form, bool paper);

/* What line breaking asks of a form's fonts and of the patterns of words. */
struct metrics make_metrics(
    const struct engine *e, const struct engine_form *form);

/* The date of a report; of a comparison the later one. */
struct date make_date(const struct engine_case *c);

/* Opens libharu and reads the colour profile, for all reports; false with an
   error reported. */
bool make_prepare(struct engine *e, struct diag *d);

#endif

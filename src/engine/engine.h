/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* A report without files: the one header that another program includes.

   An engine is opened over the files it may ask for, by name (struct
   engine_files; engine_named serves them from memory).  Bytes of an interview
   go in; messages, stages as text and the bytes of a PDF come out.  It knows no
   file system, clock, environment, locale, process or standard stream: what it
   needs comes in by value or through the table of functions.

       struct arena *run = arena_new(), *a = arena_new();
       struct engine_files files = engine_named(texts, ntexts);
       struct engine *e = engine_open(run, &files, &options);
       struct diag *d = diag_new(a, NULL);
       struct engine_case *c;
       struct buf pdf = buf_new(a);

       if (engine_load(e, words, 1, true) == STATUS_OK &&
           engine_read(a, d, e, &interview, &c) == STATUS_OK &&
           engine_make(a, d, e, c, engine_form(e, 0), STAGE_PDF, &pdf) ==
               STATUS_OK)
           use(pdf.p, pdf.len);

   (examples/embed/ is that program.)

   Ownership: what takes an arena lies in it.  `run` lives as long as the
   engine; what was made in `a` is gone when the caller resets or frees it,
   between reports.  Texts that are handed in must live as long as what is made
   of them; messages point into them.  One engine is for one thread.

   Errors: functions that take a struct diag report to it what is wrong with
   an input, with its place, and return STATUS_REFUSED.  What is wrong with a
   file that serves many reports (rules, layouts, fonts) is handed to
   engine_files.say once, when it is loaded, and STATUS_USAGE returned.  Out of
   memory ends the process with status 3, as base/arena.h says.

   Lengths are in mpt (1/1000 pt), scores in thousandths, texts UTF-8. */
#ifndef ENGINE_ENGINE_H
#define ENGINE_ENGINE_H

#include "base/buf.h"
#include "base/diag.h"
#include "base/sink.h"
#include "base/units.h"

#define ENGINE_VERSION "relatieprofiel 0.1"

/* How it went; of several causes the highest. */
enum status {
    STATUS_OK,
    STATUS_REFUSED, /* an input was refused, or check found a fault */
    STATUS_USAGE,   /* rules, layout, options */
    STATUS_FAILED   /* the surroundings: disk, memory */
};

/* Files ---------------------------------------------------------------- */

enum engine_kind {
    ENGINE_RULES,     /* "llinc", or as the user wrote it */
    ENGINE_LAYOUT,    /* "handout", the same */
    ENGINE_LOGO,      /* a PNG beside the layout `from`: a plain file name */
    ENGINE_CATALOGUE, /* of font families */
    ENGINE_FONT, /* a file name; `from` is a folder of the system, or NULL */
    ENGINE_PATTERNS, /* of libhyphen: "nl", "en" */
    ENGINE_COLOURS,  /* an ICC profile: "sRGB" */
    ENGINE_CODES     /* what the codes of a family mean: "I" */
};

/* A text (rules, layout, interview, table) and a logo need no more bytes. */
enum { ENGINE_TEXT_MAX = 1024 * 1024 };

/* What is looked for; `from` is the name of the file that asks for it, NULL
   where none does.  `told`: the name of rules or a layout was read in a file
   and not typed by the user, so it is one of the known folders' and no path. */
struct engine_want {
    enum engine_kind kind;
    const char *name;
    const char *from;
    bool told;
};

struct engine_files {
    void *ctx;
    /* The name of the file that is meant, by which it is read and told apart
       from others, in `a`; NULL where there is none.  A logo is read without
       being found first. */
    const char *(*find)(
        void *ctx, struct arena *a, const struct engine_want *want);
    /* The name most like the one that is wanted, of those that can be found;
       NULL: none is, and the function may be NULL too. */
    const char *(*near)(
        void *ctx, struct arena *a, const struct engine_want *want);
    /* The bytes of the file `want->name`, which live as long as `a`.  False
       where it cannot be read, with an error reported to `d` at `out`: a
       diag_failure where the system fails, and then no report that is made is
       to be trusted, whatever the status. */
    bool (*read)(void *ctx, struct arena *a, struct diag *d,
        const struct engine_want *want, struct source *out);
    /* Whether somebody else sees to it that the font of that name is whole, so
       that it is not summed up here; NULL: nobody. */
    bool (*trusts)(void *ctx, const char *name);
    /* Takes messages about files that serve many reports; code E100: about no
       file.  NULL: they are lost. */
    void (*say)(void *say_ctx, const struct diag *d);
    void *say_ctx;
    /* A message's format in the user's language; NULL: English. */
    const char *(*translate)(const char *english);
    /* Where a user puts fonts, for messages. */
    const char *font_folder;
};

/* A file that the caller holds in memory. */
struct engine_text {
    enum engine_kind kind;
    const char *name; /* as it is asked for: "llinc", "Lato-Bold.ttf" */
    const char *data;
    size_t len;
};

/* Serves `n` texts, which live as long as the engine.  Without `say` and
   `translate`, which the caller may set. */
struct engine_files engine_named(
    struct arena *a, const struct engine_text *v, int n);

/* The engine ----------------------------------------------------------- */

struct engine_words {
    const char **v;
    int n;
};

enum engine_profile {
    ENGINE_PDF, /* PDF 1.7, still tagged and PDF/UA-1 */
    ENGINE_PDF_1B,
    ENGINE_PDF_2U,
    ENGINE_PDF_2A,
    ENGINE_PDF_3A
};

/* How reports are made. */
struct engine_options {
    struct engine_words rules; /* none: as the interview says, else "llinc" */
    int lang;                  /* enum lang, -1: as the interview says */
    int numbers;               /* on the teacher's copy: 0, 1, -1: the layout */
    int profile;               /* enum engine_profile */
    bool strict;               /* warnings count as faults */
    bool cut;                  /* interviews that seem cut off are read */
    int year;                  /* today's, for warnings; 0: not known */
    bool large, mono, names_in_title, anonymise;
    bool fillable;       /* with fields to type in */
    bool booklet;        /* two pages on a side, to fold; not with 2a and 3a */
    bool by_case;        /* a collection numbers the pages of each case anew */
    const char *without; /* comma list of blocks that are left out; or NULL */
    long epoch; /* the date of the file, seconds; -1: the interview's */
};

/* Those of a plain report. */
extern const struct engine_options engine_defaults;

struct engine;

/* Nothing is loaded yet.  `files` and `options` live as long as the engine;
   options may be changed between calls, but `large` and `strict` count when
   rules and layouts are loaded. */
struct engine *engine_open(struct arena *run, const struct engine_files *files,
    const struct engine_options *options);

/* Gives back what fonts, patterns and libharu hold; NULL is allowed. */
void engine_close(struct engine *e);

/* Between reports: drops what grew too large. */
void engine_trim(struct engine *e);

/* Whether what was reported refuses the input: errors, and where the options
   are strict warnings. */
bool engine_refused(const struct engine *e, const struct diag *d);

/* Layouts -------------------------------------------------------------- */

/* What a layout is over. */
enum engine_over { ENGINE_OVER_ONE, ENGINE_OVER_TWO, ENGINE_OVER_MANY };

struct engine_form; /* a layout, with its fonts opened */

/* Loads the layouts that `words` mean, in place of those loaded before, checks
   them and opens their fonts.  `of_one`: each must be over one interview. */
enum status engine_load(
    struct engine *e, const char *const *words, int n, bool of_one);

/* Loads the one layout that a report names, a name and no path; where there is
   none of that name the report is at fault (said, STATUS_REFUSED). */
enum status engine_load_told(struct engine *e, const char *name);

int engine_nforms(const struct engine *e);
const struct engine_form *engine_form(const struct engine *e, int i);

/* What the layout calls itself in file names: "handout". */
const char *engine_form_id(const struct engine_form *form);
enum engine_over engine_form_over(const struct engine_form *form);

/* Whether it is a form for pen, which needs no interview; whether it prints
   what one tells; and whether a report of it wants its inputs kept beside it
   (engine_copies). */
bool engine_form_is_blank(const struct engine_form *form);
bool engine_form_tells(const struct engine_form *form);
bool engine_form_keeps(const struct engine_form *form);

/* Loads the rules of the options, so that their faults are said before any
   interview is read; `from` is the interview that they are for, or NULL. */
enum status engine_load_rules(struct engine *e, const char *from);

/* Whether all layouts go with the option anonymise: one that keeps the
   interview beside the report does not (said). */
bool engine_can_hide(const struct engine *e);

/* Interviews ----------------------------------------------------------- */

struct engine_case; /* an interview that was read, scored, given its meaning */

/* Reads an interview, finds its rules and scores it.  `src` lives as long as
   the messages.  `*out` is set even where it is refused, for engine_twin.
   STATUS_USAGE where its rules cannot be used. */
enum status engine_read(struct arena *a, struct diag *d, struct engine *e,
    const struct source *src, struct engine_case **out);

/* What a blank form is made of, in the language of the options.  The layouts
   that are loaded must all be blank forms. */
enum status engine_blank(struct arena *a, struct diag *d, struct engine *e,
    struct engine_case **out);

/* The case id that an interview gives, or NULL; loads the rules that it
   names.  In `a`. */
const char *engine_peek(
    struct arena *a, struct engine *e, const struct source *src);

/* Two interviews of one teacher as one case: on two children, or on one child
   twice, the earlier first.  Anything else is refused (I209, I501 to I505). */
enum status engine_pair(struct diag *d, struct engine_case *one,
    struct engine_case *two, struct engine_case **out);

/* Scores of trainees (a CSV) beside the case that is their key. */
enum status engine_tally(struct arena *a, struct diag *d,
    const struct source *table, struct engine_case *key);

/* Many interviews as one case: gathered one by one, so that nothing but their
   scores is kept.  engine_gather refuses one that goes by other rules than the
   first (said), and then there is no case over all; and one with a reading by a
   reader of whom an earlier one of that case has one too (said), and then both
   are left out; engine_gathered gives NULL
   too where there is no interview, or more than can be computed (said). */
struct engine_gathering;
struct engine_gathering *engine_gathering_new(
    struct arena *a, struct engine *e);
enum status engine_gather(
    struct engine_gathering *g, const struct engine_case *c);
/* The same of a table: a row per reader (trainee, cursist) and case with a
   column per scale, or per score; one case where it names none.  By the rules
   of the options. */
enum status engine_gather_table(struct arena *a, struct diag *d,
    struct engine_gathering *g, const struct source *table);
struct engine_case *engine_gathered(struct engine_gathering *g);

/* What its reports are called by: "LP-0017"; of two "LP-0021+LP-0022"; NULL of
   a blank form. */
const char *engine_case_id(struct arena *a, const struct engine_case *c);

/* The layout that a case over two or many interviews is for, or NULL. */
const char *engine_case_layout(const struct engine_case *c);

/* A case id that another file of the run has too is a fault of both. */
void engine_twin(
    struct diag *d, const struct engine_case *c, const char *other);

/* Looking over --------------------------------------------------------- */

/* Warns (T101) of each character of the interview that no font of a layout
   shows.  STATUS_USAGE where the rules have one (T102, said once). */
enum status engine_check_characters(struct arena *a, struct diag *d,
    struct engine *e, const struct engine_case *c);

/* Refuses a case id that holds a name, where a layout leaves names out. */
enum status engine_check_names(struct arena *a, struct diag *d,
    const struct engine *e, const struct engine_case *c);

/* Adds what a person should look at where names are left out (A110 to
   A190). */
void engine_review_names(struct arena *a, struct diag *d,
    const struct engine *e, const struct engine_case *c);

/* All that making its reports would say, and the wording of its texts. */
void engine_check(struct arena *a, struct diag *d, const struct engine *e,
    const struct engine_case *c);

/* Looks rules or a layout over, whichever the text is (else F106): rules with
   the fonts of the layouts that are loaded too. */
void engine_check_text(struct arena *a, struct diag *d, struct engine *e,
    const struct source *src);

/* Whether that would look it over as rules. */
bool engine_text_is_rules(struct arena *a, const struct source *src);

/* Whether an interview may be kept in this form (I214 where not). */
bool engine_accepts(struct diag *d, const struct engine_case *c,
    const struct engine_form *form);

/* Making --------------------------------------------------------------- */

/* Up to STAGE_PROFILE they are the same for every layout. */
enum engine_stage {
    STAGE_PDF, /* the report itself */
    STAGE_INTERVIEW,
    STAGE_RULES,
    STAGE_SCORES,
    STAGE_PROFILE,
    STAGE_LAYOUT,
    STAGE_DOC,
    STAGE_PAGES,
    STAGE_BREAKS /* why each page ends where it does */
};

/* The report of a case in a form: the bytes of a PDF, or a stage as text.  The
   same input gives the same bytes. */
enum status engine_make(struct arena *a, struct diag *d, struct engine *e,
    const struct engine_case *c, const struct engine_form *form,
    enum engine_stage stage, struct buf *out);

/* The pages of the report that was made last, as a reader counts them; 0: none
   was. */
int engine_pages(const struct engine *e);

/* What a report is made by: who has the same causes needs not make it again.
   Hashes are SHA-256, 64 hex digits; NULL: not known, and of an interview whose
   names the report leaves out not told, since the hash leads back to them. */
struct engine_causes {
    const char *interview;          /* hash of the file */
    const char *rules_id, *rules;   /* their own name, and hash */
    const char *layout_id, *layout; /* the same */
    const char *fonts;              /* hash */
    const char *program, *options;  /* as text, on one line */
};
/* `c` may be one that was refused, or NULL. */
struct engine_causes engine_causes(struct arena *a, const struct engine *e,
    const struct engine_case *c, const struct engine_form *form);

/* Many reports of one form as one document, with contents before them.  Each
   case is looked at, and then, when all are, added in the same order:

       do {
           engine_collection_look(a, d, k, c) of each;
       } while (engine_collection_again(k));
       engine_collection_begin(d, k, &sink), engine_collection_add(a, d, k, c)
       of each, engine_collection_end(a, d, k);

   so that of a case little more is kept than where it lies in the file, whose
   bytes go to the sink as they are made. */
struct engine_collection;

/* Whether a layout goes in a collection; false with the reason said: it is a
   blank form, or keeps its inputs beside each report; and whether the options
   do: no booklet, nothing to type in, nothing attached. */
bool engine_can_collect(const struct engine *e, const struct engine_form *form);

/* An empty one, in `run`, of some `n` cases. */
struct engine_collection *engine_collection_new(
    struct arena *run, struct engine *e, const struct engine_form *form, int n);

/* Counts the pages of a case; the status is that of engine_make. */
enum status engine_collection_look(struct arena *a, struct diag *d,
    struct engine_collection *k, const struct engine_case *c);

/* That a case is left out, which the contents say; `id` may be NULL. */
void engine_collection_leave_out(struct engine_collection *k, const char *id);

/* Whether all cases must be looked at once more, since the contents take other
   room than was thought. */
bool engine_collection_again(struct engine_collection *k);

/* STATUS_FAILED too where a case is not as it was when it was looked at, and,
   with nothing reported, where the sink does not take what it is given. */
enum status engine_collection_begin(
    struct diag *d, struct engine_collection *k, const struct sink *sink);
enum status engine_collection_add(struct arena *a, struct diag *d,
    struct engine_collection *k, const struct engine_case *c);
enum status engine_collection_end(
    struct arena *a, struct diag *d, struct engine_collection *k);

/* What is to lie beside a report that is kept. */
enum { ENGINE_COPIES = 2 };
enum engine_copy_kind { COPY_INTERVIEW, COPY_RULES };
struct engine_copy {
    const char *name; /* "LP-0017.dossier.rules.ini" */
    const char *data;
    size_t len;
};

/* The copies, in the order of enum engine_copy_kind; returns how many, 0 for a
   report that has none. */
int engine_copies(struct arena *a, const struct engine_case *c,
    const struct engine_form *form, struct engine_copy out[ENGINE_COPIES]);

/* Whether a report of this form tells which case it is of. */
bool engine_form_names_case(const struct engine_form *form);

/* Reports that were made before ---------------------------------------- */

enum engine_fact {
    FACT_CASE,
    FACT_LAYOUT,
    FACT_DATE,
    FACT_KEEP, /* the last day that it is kept: "2031-07-31" */
    FACT_PROGRAM,
    FACT_PROFILE, /* "PDF/A-2a" */
    FACT_OPTIONS,
    FACT_INTERVIEW, /* SHA-256 of the files, 64 hex digits */
    FACT_RULES,
    FACT_LAYOUT_FILE,
    FACT_FONTS,
    FACT_REPORTS, /* how many a collection holds */
    FACT_COUNT
};

struct engine_record {
    const char *fact[FACT_COUNT]; /* NULL: the report does not say */
    const char *people;           /* for engine_same_people; or NULL */
    int profile;
    long epoch;
    bool unaltered; /* no byte changed since it was made; no signature */
};

/* Reads what a report says of its own making.  False where it is none of
   ours, or its metadata were altered. */
bool engine_record(
    struct arena *a, const char *data, size_t len, struct engine_record *out);

/* Whether two facts are the same; NULL is none. */
bool engine_same_fact(const char *one, const char *two);

/* Whether a report on the case of `c` is of the same teacher and child, or,
   where it was made without names, of an interview on the same day.  True where
   it does not tell: an earlier version made it. */
bool engine_same_people(struct arena *a, const struct engine_record *old,
    const struct engine_case *c);

/* Puts the options that a report was made with in `options`. */
void engine_record_options(struct arena *a, const struct engine_record *r,
    struct engine_options *options);

/* What was typed in the fields of a report, as an interview (of the blank form)
   or a part of one, with keys in the language of the form.  What has no key is
   a comment; a value that is none of its key's stands there all the same, with
   a warning.  Refused is what pdf/filled.h refuses, what is no report of this
   program (F209) and one in which nothing is typed (F212). */
enum status engine_read_filled(struct arena *a, struct diag *d,
    struct engine *e, const struct source *pdf, struct buf *out);

/* The length of the unaltered form that a filled file begins with, where a
   program only added to it; 0: none. */
size_t engine_form_within(const char *data, size_t len);

/* Whether nothing that can be seen or read in a filled file is otherwise than
   in the form, but for what its fields hold and how they show it. */
bool engine_same_but_fields(struct arena *a, const char *form, size_t form_len,
    const char *data, size_t len);

/* Copies with a password ------------------------------------------------ */

/* Adds a copy of a report to `out` that opens with `password` alone (AES, 256
   bits), which is no PDF/A, since that forbids it.  The password is one that
   SASLprep (RFC 4013) leaves as it is, of at most ENGINE_PASSWORD_MAX bytes.
   STATUS_FAILED with E508 where it cannot be made. */
enum { ENGINE_PASSWORD_MAX = 127 };
enum status engine_lock(struct arena *a, struct diag *d, const struct buf *pdf,
    const char *password, struct buf *out);

/* Takes the encryption from a file, whoever made it, in place of `*pdf`; a file
   without one stays as it is.  Refused (F202) where `password` (NULL: there is
   none) does not open it, and failed (F214) where libqpdf could not try.
   `*sound`: it is a copy that engine_lock made, and nothing in it changed
   since. */
enum engine_lock { ENGINE_PLAIN, ENGINE_UNLOCKED, ENGINE_SHUT };
enum engine_lock engine_unlock(struct arena *a, struct diag *d,
    struct source *pdf, const char *password, bool *sound);

/* Whether a file is the report but for the encryption that was taken from it,
   and for the fields that it may have. */
bool engine_same_but_lock(struct arena *a, const char *pdf, size_t pdf_len,
    const char *data, size_t len);

/* As text -------------------------------------------------------------- */

enum engine_format { FORMAT_TEXT, FORMAT_CSV, FORMAT_JSON };

/* How the cells of CSV are divided.  With semicolons go decimal commas and a
   mark of UTF-8 at the head: a spreadsheet set to Dutch opens that by itself.
   In each a text that a spreadsheet would compute has a ' before it. */
enum engine_separator { ENGINE_COMMA, ENGINE_SEMICOLON, ENGINE_TAB };

struct engine_printing {
    enum engine_format format;
    enum engine_separator separator;
    bool explain; /* scores as text: why each prompt was or was not chosen */
};

/* The scores of a case: one for a person, or data.  The head is that of the
   CSV. */
void engine_score(const struct engine_case *c,
    const struct engine_printing *how, struct buf *out);
void engine_score_head(enum engine_separator separator, struct buf *out);

/* The scores of trainees beside the key, of a case that engine_tally gave them:
   always CSV. */
void engine_course(const struct engine_case *c, enum engine_separator separator,
    struct buf *out);

/* How far readers agree, of a case that was gathered. */
void engine_agreement(const struct engine_case *c,
    const struct engine_printing *how, struct buf *out);

/* What rules or a layout call themselves; "" where they do not.  `d` takes
   what is wrong with them. */
const char *engine_title(struct arena *a, struct diag *d, enum engine_kind kind,
    const struct source *src, enum lang lang);

/* A font family of the catalogue. */
struct engine_font {
    const char *name, *licence, *package;
    bool there; /* regular and bold are found */
};

/* The families; returns how many, -1 where the catalogue has faults (said). */
int engine_fonts(struct engine *e, const struct engine_font **out);

/* Messages at least so severe, in order of report, a JSON object per line
   (without source lines, which are personal).  Those about an interview have
   the "path" of the field: keys as the file writes them, list items by number
   from 0. */
void engine_messages(struct arena *a, const struct diag *d, enum severity least,
    struct buf *out);

/* Lists of all kinds of block, and of all keys of interviews and layouts. */
void engine_list_blocks(enum lang lang, struct buf *out);
void engine_list_keys(enum lang lang, struct buf *out);

/* All keys of rules by section, with type, range, default and help. */
void engine_list_rules_keys(enum lang lang, struct buf *out);

/* Every key of interviews, rules, layouts and blocks, a line each, for the
   manual. */
void engine_keys(struct arena *a, struct buf *out);

/* The names of all kinds of block; returns how many. */
int engine_block_kinds(struct arena *a, const char *const **out);

/* What a code of messages ("I303") means, with examples; or the codes of a
   family ("I").  `*found` tells whether there is such a code. */
enum status engine_explain(struct engine *e, const char *code, enum lang lang,
    struct buf *out, bool *found);

/* All codes by family, each with what it saw. */
enum status engine_explain_all(
    struct engine *e, enum lang lang, struct buf *out);

/* The codes; returns how many, -1 where their files cannot be read (said). */
int engine_codes(struct engine *e, const char *const **out);

/* An interview to fill in, with an explanation at each key. */
enum status engine_template(struct engine *e, enum lang lang, struct buf *out);

/* An interview that was made of something else. */
struct engine_imported {
    const char *case_id;
    const char *text; /* of the file */
    size_t len;
    int answered, questions; /* of those of the rules */
};

/* Bytes of what people have: a table (CSV, with a row per question or one per
   interview), or a transcript (.docx, .odt, lines of text) with the questions
   above the answers.  No more bytes than this are asked for. */
enum { ENGINE_IMPORT_MAX = 32 * 1024 * 1024 };

/* Interviews of `src`, with keys in `lang`; no word is lost: what has no place
   stands in them as comments, and is said (N110 to N116).  One that has no case
   id gets the next of the row "LP-0001", "LP-0002" … after number `after`. What
   holds no interview is refused (N101 to N107, S1xx). */
enum status engine_import(struct arena *a, struct diag *d, struct engine *e,
    const struct source *src, enum lang lang, long after,
    struct engine_imported **out, int *n);

/* The JSON Schema called `name` (interview, score), with the ids of the rules
   where the options name rules.  `*found` tells whether there is such a
   schema. */
enum status engine_schema(struct engine *e, const char *name, enum lang lang,
    struct buf *out, bool *found);

/* Editing --------------------------------------------------------------- */

/* What a form for an interview is made of, as JSON: the records of its keys
   with labels and help in `lang`, and questions, scales and whatever else it
   names, of the rules that `src` asks for.  `src` is the interview so far,
   whose names and pronoun fill the texts, or NULL.  Its faults are not
   reported, but for rules that are not there (I207). */
enum status engine_form_data(struct arena *a, struct diag *d, struct engine *e,
    const struct source *src, enum lang lang, struct buf *out);

/* An interview as it was typed, as JSON on one line: {"keys": the language of
   its keys, "comments": how many of its writer's own it has, "model": the tree,
   whose scalars are texts}.  Refused is what is no YAML or no interview (I107,
   I108); any other fault is kept.  JSON is YAML: a model may be read as an
   interview. */
enum status engine_model(struct arena *a, struct diag *d, struct engine *e,
    const struct source *src, struct buf *out);

/* An interview (or a model) in the one form in which the program writes them,
   with keys in the language of the file or, where `keys` is not -1, in that
   one.  Comments are kept, but for those of the template.  Refused is what
   engine_model refuses, what would become too large (I109), and what a change
   of language would make ambiguous (I102). */
enum status engine_tidy(struct arena *a, struct diag *d, struct engine *e,
    const struct source *src, int keys, struct buf *out);

/* The text of `src` in UTF-8, which is written in the code `from`
   ("windows-1252", "utf-16"); NULL where it is not, which is told. */
const struct source *engine_decode(struct arena *a, struct diag *d,
    const struct source *src, const char *from);

/* Whether engine_decode knows a code. */
bool engine_decodes(const char *from);

/* About itself ----------------------------------------------------------- */

/* The libraries that tell their version, one a line: "HarfBuzz 6.0.0". */
void engine_libraries(struct buf *out);

/* What few runs need, and is opened when it is needed. */
enum engine_library {
    ENGINE_FORMS, /* libqpdf, of engine_read_filled, _lock, _unlock, _same_… */
    ENGINE_DOCUMENTS /* libzip and libxml2, of engine_import */
};

/* Opens libraries: NULL, or the file that is missing.  Those functions open
   them too, but cannot tell a missing one from a damaged input. */
const char *engine_library_missing(enum engine_library which);

#endif

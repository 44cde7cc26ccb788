/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The folder report: meaning to a document of blocks, without fonts or pages.

   Sections: the kinds of block that a layout may name.  Each kind is a file in
   report/section/ with its keys and the function that adds its blocks;
   section.c holds the table of kinds that reader, `list blocks` and manual
   share. */
#ifndef REPORT_SECTION_H
#define REPORT_SECTION_H

#include "method/course_scores.h"
#include "method/agree.h"
#include "report/chart.h"
#include "report/fill_block.h"
#include "report/words.h"

#include <stdint.h>

enum key_type {
    KEY_TEXT, /* KEY.nl, KEY.en (KEY.nl.1 …): a printed text */
    KEY_YESNO,
    KEY_INT,    /* min..max */
    KEY_CHOICE, /* one word of `choices` */
    KEY_WORDS,  /* comma list of words of `choices` */
    KEY_GROUPS  /* teacher, coach, or group ids */
};

/* A key of a kind.  A text's default stands in each language; the Dutch one
   says "je" to its reader (method/address.h). */
struct section_key {
    const char *name;
    enum key_type type;
    int min, max;
    const char *choices; /* words with a blank between */
    const char *nl, *en; /* defaults; of other types `nl` is the default */
    const char *help;
};

/* The usual keys, in one line each. */
#define KEY_OF_TEXT(key, dutch, english, what)                                 \
    {                                                                          \
        .name = key, .type = KEY_TEXT, .nl = dutch, .en = english,             \
        .help = what                                                           \
    }
#define KEY_OF_INT(key, least, most, usual, what)                              \
    {                                                                          \
        .name = key, .type = KEY_INT, .min = least, .max = most, .nl = usual,  \
        .en = "", .help = what                                                 \
    }
#define KEY_OF_YESNO(key, usual, what)                                         \
    {                                                                          \
        .name = key, .type = KEY_YESNO, .nl = usual, .en = "", .help = what    \
    }
#define KEY_OF_GROUPS(key, usual, what)                                        \
    {                                                                          \
        .name = key, .type = KEY_GROUPS, .nl = usual, .en = "", .help = what   \
    }

struct section;

struct section_kind {
    const char *name;
    const char *help;
    enum page_start page; /* default of `page` */
    bool notes;           /* default of `notes` */
    bool low;             /* a page that it begins by default may be another's,
                             where that spares an almost empty one */
    bool faces;           /* what comes behind it stands on the facing page */
    bool compares;        /* prints only where there are two interviews */
    bool agrees;          /* prints how far readers of many agree */
    bool blank;           /* prints nothing of an interview */
    bool blank_too;       /* has room for what an interview does not tell, so
                             that it goes without one */
    const struct section_key *keys;
    int nkeys;
    /* Adds the section's blocks to the document; nothing where the interview
       has nothing for it (and says so in a warning). */
    void (*add)(struct section *s);
    /* Completes what needs all blocks of the document; or NULL. */
    void (*finish)(struct section *s);
};

/* How a report is made, for the pages of a file that is kept; what is not
   known is NULL. */
struct making {
    const char *hash_interview, *hash_rules; /* SHA-256, 64 hex digits */
    const char *file_interview, *file_rules; /* the copies beside it */
    const char *program;                     /* with its version */
    const char *profile;                     /* "PDF/A-2a" */
    struct date date;                        /* of the report */
    bool replaced;                           /* names, by codes or words */
};

/* A quote that a card printed, for the interview that marks it. */
struct cite {
    const struct quote *quote;
    int scale;
    struct block *card, *code, *text; /* the card; where its code goes; the
                                         quote with its chip */
};

/* What an add function works with. */
struct section {
    struct arena *a;
    struct diag *d;
    const struct rules *rules;
    const struct interview *iv;
    const struct profile *profile;
    const struct profile *other; /* the second of a comparison, else NULL */
    const struct course_scores *course; /* of trainees, or NULL */
    const struct agreement *agreement;  /* over many interviews, or NULL */
    const struct layout *layout;
    const struct layout_block *from;
    const struct section_kind *kind;
    const struct making *made; /* never NULL */
    struct doc *doc;
    const struct look *look; /* of pages of another layout, or NULL */
    struct fill fill;
    enum lang lang;
    bool numbers;
    mpt w;              /* text column */
    mpt side_w;         /* sidebar: two of six columns */
    mpt main_x, main_w; /* the other four */
    int heading;        /* level of the page's heading; 0: none so far */
    struct cite *cites; /* so far */
    int ncites, capcites;
};

/* The kinds, and the keys that every kind has. */
extern const struct section_kind *const section_kinds[];
extern const int section_nkinds;
extern const struct section_key section_common[];
extern const int section_ncommon;

const struct section_kind *section_find(const char *name, size_t len);

/* Checks the blocks of a layout: kinds, keys, values, and the pages that texts
   of layout and rules name.  False when an error was reported. */
bool section_check(
    struct arena *a, struct diag *d, const struct layout *layout);
bool section_check_rules(struct diag *d, const struct rules *rules);

/* Whether the layout has a block of that kind; ctx is the layout. */
bool section_in_layout(void *ctx, const char *kind, size_t len);

/* Whether the layout has a block that wants two interviews. */
bool section_compares(const struct layout *layout);

/* Whether it has one that wants many. */
bool section_agrees(const struct layout *layout);

/* `list blocks`: every kind with its keys, ranges and defaults. */
void section_list(enum lang lang, struct buf *out);

/* Values of keys. */
const char *section_raw(const struct section *s, const char *key);
const char *section_text(const struct section *s, const char *key); /* filled */
bool section_yes(const struct section *s, const char *key);
int section_int(const struct section *s, const char *key);
bool section_has_word(
    const struct section *s, const char *key, const char *word);
/* Indexes of the groups to show, at most rules->ngroups, and whether a scale of
 * them shows. */
int section_groups(const struct section *s, int *out);
bool section_shows(const struct section *s, int scale);

/* Building blocks. ------------------------------------------------- */

/* The section's own top-level block: begins the page as the layout says, with
   page title and sub line where it does. */
struct block *section_open(struct section *s);

/* A further page of the section, with a title of its own. */
struct block *section_open_page(
    struct section *s, const char *title, const char *sub, bool new_page);

/* Adds the notes block that is placed where a page has room, with a rule
   above it if asked for. */
void section_notes(struct section *s, struct block *sect, bool rule);

/* A paragraph from a key.  Where a layout leaves a text empty the block is
   empty too and takes no room. */
struct block *section_para(struct section *s, struct block *parent,
    enum role role, enum style style, const char *key);

/* A paragraph of a rules' text, filled. */
struct block *section_fill(struct section *s, struct block *parent,
    enum role role, enum style style, const char *text);

/* A paragraph as typed. */
struct block *section_typed(struct section *s, struct block *parent,
    enum role role, enum style style, const char *text);

/* A heading one below the page's. */
enum role section_heading_role(const struct section *s);

/* Sidebar and main column beside one another; returns the row. */
struct block *section_row(struct section *s, struct block *parent,
    struct block **side, struct block **main);

/* The light rule between two parts: it shows where both stand on one page. */
struct block *section_between(
    struct section *s, struct block *parent, mpt before);

/* The light rule that a part begins with, and the dark one. */
struct block *section_separator(
    struct section *s, struct block *parent, mpt before);
struct block *section_key_rule(
    struct section *s, struct block *parent, mpt before);

/* The track of a scale in this report, with the edges that its scores ask
   for. */
struct track section_track(const struct section *s, int scale, mpt w, mpt h);

/* Whether some scale that shows has a bar: readers gave it different scores. */
bool section_spread(const struct section *s);

/* A quote with its bar and chip. */
struct block *section_quote(struct section *s, struct block *parent,
    const struct quote *quote, enum color color);

/* The same on the card of a scale, which is remembered: a marked interview
   writes the scale's code at `code` and leads to the card. */
struct block *section_cite(struct section *s, struct block *parent,
    const struct quote *quote, int scale, struct block *card,
    struct block *code);

/* A list item with a drawn dot; returns its text, to be filled. */
struct block *section_bullet(struct section *s, struct block *list);

/* The first line of a report: emblem or the layout's logo (a key `logo_alt`
   says what that shows), what it is, case id at the right. */
void section_emblem(struct section *s, struct block *parent, const char *brand);

/* A dark disc with a number, centre x, y; takes no room. */
struct block *section_disc(
    struct section *s, struct block *parent, mpt x, mpt y, int number);

/* "Gevoelens, vervolg", or "vervolg" alone for "": a text in what is shown
   again (`again` of a block) where a page goes on; NULL: a root. */
struct block *section_continued(
    struct section *s, struct block *again, enum style style, const char *name);

/* The same for every row of section_row under `b` that has none yet: the first
   text of its sidebar. */
void section_name_rows(struct section *s, struct block *b);

/* Adds the chip of a question to a text. */
void section_chip(struct section *s, struct block *text, int question);

/* The writing lines are a field of that name, where the report is one to type
   in: a key of the interview file; NULL: one after the kind of section, NULL
   for the label: the text that they stand under.  A date's label says in which
   form.  `lines` may be NULL. */
void section_ask(struct section *s, struct block *lines, enum input_kind kind,
    const char *name, const char *label);

/* These lines are the rest of the field of others. */
void section_ask_again(struct block *lines, const struct block *first);

/* A place in a figure that is such a field; `input` is copied. */
void section_ask_at(struct section *s, struct block *fig,
    const struct input *input, mpt x, mpt y, mpt w, mpt h);

/* "Veilige basis: niet lager, want" */
const char *section_label(struct section *s, const char *of, const char *what);

/* `n` writing lines below a text: the first one gap below its baseline. */
struct block *section_lines(
    struct section *s, struct block *parent, int n, mpt pitch);

/* Prompts of a target, at most `max` but all that the interview has, each a
   paragraph `gap` below the last; `lines` writing lines under each.  Returns
   how many. */
int section_prompts(struct section *s, struct block *parent, enum target target,
    int index, int max, enum style style, mpt gap, int lines, mpt pitch);

/* A warning that a part is left out, at the interview. */
void section_left_out(struct section *s, const char *code, const char *what);

#define KEYS(array)                                                            \
    .keys = (array), .nkeys = (int)(sizeof(array) / sizeof *(array))

#endif

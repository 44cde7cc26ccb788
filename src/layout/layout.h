/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* A layout: which blocks a report has, in which order, and the house style.
   Read from INI in the dialect of the rules. */
#ifndef LAYOUT_LAYOUT_H
#define LAYOUT_LAYOUT_H

#include "format/image.h"
#include "rules/rules.h"

/* Colours of the palette; each may be replaced by
   `[colour.NAME]`. */
enum color {
    COLOR_INK,
    COLOR_SLATE,
    COLOR_LINE,
    COLOR_RULE,
    COLOR_WHITE,
    COLOR_BLUE, /* mark, text, spread, tint: in this order per group */
    COLOR_BLUE_TEXT,
    COLOR_BLUE_SPREAD,
    COLOR_BLUE_TINT,
    COLOR_OCHRE,
    COLOR_OCHRE_TEXT,
    COLOR_OCHRE_SPREAD,
    COLOR_OCHRE_TINT,
    COLOR_PLUM,
    COLOR_PLUM_TEXT,
    COLOR_PLUM_SPREAD,
    COLOR_PLUM_TINT,
    COLOR_GREY, /* group colour slate */
    COLOR_GREY_TEXT,
    COLOR_GREY_SPREAD,
    COLOR_GREY_TINT,
    COLOR_BAND1, /* lightest to darkest: five equal steps */
    COLOR_BAND2,
    COLOR_BAND3,
    COLOR_BAND4,
    COLOR_BAND5,
    COLOR_COUNT,
    COLOR_NONE = -1
};

enum face { FACE_REGULAR, FACE_BOLD, FACE_LIGHT, FACE_COUNT };

/* Roles of type; `[style.ID]` changes one. */
enum style {
    STYLE_BODY,
    STYLE_NAMES,
    STYLE_WORDS,
    STYLE_TITLE,
    STYLE_SUB,
    STYLE_HEADING_LARGE,
    STYLE_HEADING,
    STYLE_SCALE_FOCUS,
    STYLE_SCALE,
    STYLE_TABLE,
    STYLE_TABLE_HEAD,
    STYLE_PROMPT,
    STYLE_STRONG, /* bold body: group names, emphasised labels */
    STYLE_SMALL,  /* definitions, hints */
    STYLE_LABEL,  /* bold, slate */
    STYLE_FACT_LABEL,
    STYLE_FACT,
    STYLE_BAND, /* band word on cards: bold 9.5 */
    STYLE_AXIS,
    STYLE_EYEBROW,
    STYLE_SCORE,
    STYLE_NUMBER, /* in discs */
    STYLE_HEAD,
    STYLE_FOOT,
    STYLE_PAGE,        /* page number in the foot */
    STYLE_RUNNING,     /* course and dossier: justified running text */
    STYLE_WORDS_TWICE, /* the words of two dates */
    STYLE_DIFFERENCE,  /* beside a chart of two interviews */
    STYLE_COUNT
};

struct style_def {
    enum face face;
    mpt size, leading;
    enum color color;
    mpt tracking;
    mpt min_size; /* shrink to fit one line down to this; 0 = never */
    bool justified, hyphenate;
    int widows, orphans; /* least lines together at top and foot of a page */
};

/* Name of a style or colour in files, by enum. */
extern const char *const style_name[STYLE_COUNT];
extern const char *const color_name[COLOR_COUNT];

/* The defaults. */
extern const struct style_def style_default[STYLE_COUNT];
extern const int color_default[COLOR_COUNT]; /* 0xRRGGBB */

enum page_start { PAGE_FLOW, PAGE_NEW, PAGE_OWN };

struct layout;

/* One block, its keys as written; kinds and their keys are checked by
   report/section, which owns the table. */
struct layout_block {
    const char *id;
    struct pos at;
    struct text kind;
    struct text include;     /* layout whose blocks come along here; no kind */
    const struct layout *of; /* the layout that it is written in */
    struct ini_section *section; /* all its entries */
};

struct layout {
    const struct source *src;
    struct text id;
    enum copy copy;
    bool numbers, anonymise;
    bool archive; /* only of a whole interview, with its inputs beside it */
    struct bitext title; /* what this form is called: "Coachblad" */
    struct text include; /* layout whose pages come first */
    mpt page_w, page_h;
    int enlarge; /* pages are set this much smaller, then enlarged (below 1000
                    the reverse); permille, 0: not */
    mpt left, right, top, bottom; /* margins */
    mpt binding;                  /* how far pages stand away from the fold */
    bool parts_right;             /* each part begins on a right-hand page */
    struct bitext head_left, head_right, foot;
    bool fillable;   /* places to write on are fields to type in */
    bool head_first; /* running head on the first page too */
    struct text family, fallback;
    struct text logo;          /* file name beside the layout */
    const struct image *image; /* the logo; NULL until it is read, or none */
    mpt logo_w, logo_h;        /* it is as large as this box allows */
    bool logo_right;           /* at the right margin, else at the left */
    struct style_def styles[STYLE_COUNT];
    int colors[COLOR_COUNT];
    struct layout_block *blocks;
    int nblocks;
};

/* Reads a layout.  False when an error was reported. */
bool layout_parse(struct arena *a, struct diag *d, const struct source *src,
    struct layout *out);

/* Large print: all is set on a page smaller by 1.24 and
   enlarged when placed, so that body text comes out at 13/19 pt. */
void layout_enlarge(struct layout *l);

/* Whether the paper is A5; and then all is set on a page as much larger as
   blocks need, and made smaller when placed: with margins of 12 mm body text
   comes out at 9.7/13.8 pt. */
bool layout_is_small(const struct layout *l);
void layout_reduce(struct layout *l);

/* Puts the blocks of other layouts in the place of the blocks that include
   them.  `load` finds and reads a layout of that name; NULL with an error
   reported where it cannot.  An included layout includes none itself and has
   the same paper and font.  False when an error was reported. */
bool layout_include(struct arena *a, struct diag *d, struct layout *l,
    const struct layout *(*load)(void *ctx, const struct text *name),
    void *ctx);

/* The language of an entry that holds a text: "sub.nl", "text.en.2".  False
   where it holds none. */
bool layout_entry_lang(const struct ini_entry *e, enum lang *lang);

/* Calls `visit` for every text that the layout may print: its own, and those
   of its blocks, which may come from layouts that it includes. */
void layout_each_text(const struct layout *l,
    void (*visit)(void *ctx, const struct text *text), void *ctx);

/* `list keys`: sections, styles and colours with their ranges and defaults. */
void layout_list_keys(enum lang lang, struct buf *out);

void layout_dump(const struct layout *l, struct buf *out);

#endif

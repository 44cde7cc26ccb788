/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* The document tree: what a report says and in which order, with its look in
   styles and distances but without fonts, lines or pages.  Sections build it,
   page/flow places it, pdf/ makes the structure tree of it. */
#ifndef REPORT_BLOCK_H
#define REPORT_BLOCK_H

#include "layout/layout.h"

enum block_kind {
    BLOCK_GROUP,   /* children below one another */
    BLOCK_COLUMNS, /* children beside one another, each at its x and w */
    BLOCK_TEXT,    /* a paragraph; its children stand in the margin beside it,
                      each on the line of its run (`beside`); others are
                      links that chips of it are */
    BLOCK_WORDS,   /* short texts in a row with dividers; shrink, then stack */
    BLOCK_RULE,    /* a horizontal rule */
    BLOCK_LINES,   /* writing lines */
    BLOCK_FIGURE   /* shapes at fixed places */
};

/* Structure element of the PDF (ISO 32000-1 14.8.4); NONE: none of its own. */
enum role {
    ROLE_NONE,
    ROLE_DOCUMENT,
    ROLE_PART, /* one of the reports of a collection */
    ROLE_SECT,
    ROLE_H1,
    ROLE_H2,
    ROLE_H3,
    ROLE_P,
    ROLE_L,
    ROLE_LI,
    ROLE_LBL,
    ROLE_LBODY,
    ROLE_TABLE,
    ROLE_TR,
    ROLE_TH_COLUMN, /* TH with Scope Column */
    ROLE_TH_ROW,
    ROLE_TD,
    ROLE_FIGURE,
    ROLE_BLOCKQUOTE,
    ROLE_NOTE,
    ROLE_LINK, /* a text that leads to another block */
    ROLE_FORM, /* a field to type in */
    ROLE_COUNT
};

enum run_kind {
    RUN_TEXT,
    RUN_CHIP, /* a question's number in a box: text is "V5" */
    RUN_PAGE, /* the page on which `of` begins, a top-level block; where that is
                 NULL the first block of section kind `text` */
    RUN_PAGES /* how many pages there are */
};

/* A stretch of text in one face. */
struct run {
    enum run_kind kind;
    bool strong; /* bold, whatever the style */
    const char *text;
    size_t len;
    const struct block *of; /* RUN_PAGE; of a chip: the link that it is */
    unsigned under; /* lines under it: a bit for each of the document's */
    int beside;     /* how many of the block's children begin beside it */
};

/* A place to write on as a field to type in: what it is called in the file, and
   what it is for, said in the report's language. */
enum input_kind {
    INPUT_TEXT,
    INPUT_DATE,  /* text in the form of a date */
    INPUT_CHOICE /* one of several places with the same name */
};

struct input {
    enum input_kind kind;
    const char *name;   /* "plan.steps.1.step": man/relatieprofiel-formats.5 */
    const char *label;  /* what it is for; of a choice, what this one says */
    const char *of;     /* a choice: what all of them are for */
    const char *choice; /* a choice: its value, "4" */
};

/* A line under text, told from others by its colour and its dashes. */
struct underline {
    enum color color;
    mpt weight, dash; /* dash 0: unbroken */
};

enum { UNDERLINES = 8 };

enum align { ALIGN_LEFT, ALIGN_CENTER, ALIGN_RIGHT };

enum shape_kind {
    SHAPE_RECT,     /* x y w h; radius > 0: rounded */
    SHAPE_LINE,     /* from x,y to x+w, y+h; dash > 0: dashed */
    SHAPE_DISC,     /* centre x,y, radius w */
    SHAPE_DIAMOND,  /* centre x,y, half diagonal w */
    SHAPE_TRIANGLE, /* the lower right half of x y w h */
    SHAPE_IMAGE,    /* x y w h */
    SHAPE_INPUT,    /* x y w h: `input`, which no ink shows */
    SHAPE_TEXT      /* baseline y, at x by align */
};

struct shape {
    enum shape_kind kind;
    mpt x, y, w, h;
    enum color fill, stroke; /* COLOR_NONE: not */
    mpt weight, radius, dash;
    enum style style; /* text */
    enum color ink;   /* text; COLOR_NONE: the style's */
    enum align align;
    const char *text;
    const struct image *image;
    const struct input *input;
    bool artifact; /* decoration, not part of the figure's meaning */
};

/* A vertical bar along a block, drawn on each page the block is on. */
struct bar {
    mpt x, w;        /* left edge from the block's left; w 0: none */
    mpt top, bottom; /* begins below the top, ends above the bottom */
    enum color color;
};

/* The look of pages that came along with another layout: its margins, styles
   and palette, and its running head, filled. */
struct look {
    const struct layout *layout;
    const char *head_left, *head_right;
};

struct block {
    enum block_kind kind;
    enum role role;
    struct block *parent, *first, *last, *next;
    mpt x, w;          /* from the parent's left; w 0: to the parent's right */
    mpt before, after; /* white space; `before` vanishes at the top of a page */
    mpt tight;         /* how much of `before` goes where a page asks for it */
    mpt tight_after;   /* the same of `after` */
    mpt min_h, tight_h; /* least height, and how much of it goes likewise */
    bool rigid;         /* nothing in it gives: it is drawn to measure */
    struct bar *bars;   /* drawn first, so behind the children */
    int nbars;
    bool fit;            /* columns: move so that their texts fit on one line */
    bool level;          /* columns of groups whose parts begin at equal
                            heights */
    bool keep;           /* on one page where a page can hold it */
    mpt keep_below;      /* the same, where it is no higher than this */
    struct block *again; /* no child: what is shown, as an artifact, on each
                            page it goes on to */
    bool beside;         /* `again` stands beside the rest, else above it */
    bool named;     /* columns: the first names what stands in the others */
    bool keep_next; /* with the next sibling's beginning */
    bool keep_prev; /* with the end of the sibling before, never first on a page
                     */
    bool repeat;    /* head of a table: again on each page it goes on to */
    int span;       /* columns that a cell of a table fills; 0: one */
    bool artifact;  /* its own marks carry no meaning (rules) */
    bool target;    /* pages and links may lead here */
    const struct block *leads_to; /* of a link; `alt` says where */
    enum page_start page;
    bool low;            /* PAGE_NEW that may begin below another part, where
                            that spares an almost empty page */
    bool faces;          /* begins on a left-hand page where it can: what comes
                            behind it faces it */
    bool right;          /* on a right-hand page */
    bool notes;          /* placed only where a page has free room left */
    const char *section; /* kind of section that begins here, for {page.KIND} */
    const struct look *look; /* of a top-level block; NULL: the document's */
    const char *lang;     /* ISO 639 code of its text; NULL: the document's */
    const char *alt;      /* of a figure, or of writing lines */
    const char *bookmark; /* outline entry */
    union {
        struct {
            enum style style;
            enum color ink; /* COLOR_NONE: the style's */
            enum align align;
            mpt min_size;   /* shrink to fit one line; 0: as the style says */
            bool middle;    /* more lines stand around the place of one, but do
                               not rise above `before` */
            mpt less_size;  /* size where it would have more lines than */
            int less_above; /* this; 0: it keeps its size */
            mpt tight;      /* how much of its leading goes, as above */
            mpt margin;     /* width of the children's column, at the right */
            struct run *runs;
            int n, cap;
        } text; /* also words: each run is a word; gap as of design 7 */
        struct {
            mpt weight;
            enum color color;
            bool between; /* shows only between what stands on one page */
        } rule;
        struct {
            int n, least; /* lines as wished, and how many there must be;
                             0: as many as fit on the page */
            mpt pitch;    /* between lines, and from the top to the first */
            mpt tight;    /* how much of `pitch` goes, as above */
            const struct input *input; /* NULL: paper only */
        } lines;
        struct {
            struct shape *v;
            int n, cap;
            mpt h;
        } figure;
    } as;
};

/* What the pages are made of. */
struct doc {
    struct block *root; /* role Document */
    enum lang lang;
    const char *title;  /* of the PDF: case id and form, no name */
    const char *called; /* among others of its layout: its case id; NULL: by
                           nothing that may be told */
    const char *case_id, *layout_id;
    const char *head_left, *head_right, *foot; /* running texts, filled */
    const char *page_of;                       /* "van": "3 van 8" */
    bool fillable;           /* places to write on are fields to type in */
    const char *notes_label; /* "Notities" */
    const char *room_alt;    /* "ruimte om te schrijven" */
    const struct layout *layout;
    /* Of a part of a larger file, whose pages are numbered through: how many
       come before it and how many there are (0: its own); and whether its
       last sheet is filled up with a blank page. */
    int pages_before, pages_in_all;
    bool whole_sheets;
    struct block *contents; /* list of contents, filled last; or NULL */
    struct underline underlines[UNDERLINES]; /* what a run's bits are */
};

/* A block of `kind` as the last child of `parent` (NULL: a root). */
struct block *block_add(
    struct arena *a, struct block *parent, enum block_kind kind);

/* A paragraph of one plain text.  `s` is borrowed. */
struct block *block_text(struct arena *a, struct block *parent, enum role role,
    enum style style, const char *s);

/* Adds a run to a text or words block.  `s` is borrowed. */
void block_run(struct arena *a, struct block *b, enum run_kind kind,
    bool strong, const char *s, size_t len);

/* Adds the page on which the top-level block `of` begins; for NULL how many
   pages there are. */
void block_run_page(struct arena *a, struct block *b, const struct block *of);

/* A rule of `weight`. */
struct block *block_rule(
    struct arena *a, struct block *parent, mpt weight, enum color color);

/* `n` writing lines, n >= 0 (0: to the foot of the page). */
struct block *block_lines(
    struct arena *a, struct block *parent, int n, mpt pitch, const char *alt);

/* A figure `h` high; add shapes with block_shape. */
struct block *block_figure(
    struct arena *a, struct block *parent, mpt h, const char *alt);
void block_shape(struct arena *a, struct block *b, struct shape shape);

/* The usual shapes: a filled rectangle; a line from x, y over w, h; a text with
   its baseline at y. */
void block_rect(struct arena *a, struct block *fig, mpt x, mpt y, mpt w, mpt h,
    enum color fill);
void block_stroke(struct arena *a, struct block *fig, mpt x, mpt y, mpt w,
    mpt h, enum color color, mpt weight);
void block_label(struct arena *a, struct block *fig, mpt x, mpt y,
    enum style style, enum color ink, enum align align, const char *text);

/* Adds a bar behind the block. */
void block_bar(struct arena *a, struct block *b, struct bar bar);

/* Whether places to type in stand in the block itself: its ink then says
   nothing that they do not say. */
bool block_takes_input(const struct block *b);

/* The next block of the tree under `root` in reading order, or NULL. */
const struct block *block_after(
    const struct block *b, const struct block *root);

/* Name of a structure element as it stands in a PDF: "H1", "TH". */
extern const char *const role_name[ROLE_COUNT];

/* Lifts headings so that the first is an H1 and no level is skipped
   (ISO 14289-1, 7.4.2), whatever blocks a layout puts together. */
void doc_level_headings(struct doc *doc);

/* The tree as indented text. */
void doc_dump(const struct doc *doc, struct buf *out);

#endif

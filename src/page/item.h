/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Runs to items: words, parts of words and chips, with what joins each to the
   one before.  Knows characters, not widths.  Used by page/line. */
#ifndef PAGE_ITEM_H
#define PAGE_ITEM_H

#include "page/tie.h"
#include "report/block.h"

#include <stdint.h>

/* What stands before an item, weakest first up to JOINT_SPACE. */
enum joint {
    JOINT_NONE,     /* nothing: the same word in another face */
    JOINT_CUT,      /* nothing, but a line may end here */
    JOINT_SHY,      /* nothing; a line may end here, with a hyphen */
    JOINT_SPACE,    /* a space; a line may end */
    JOINT_TIE,      /* a space; a line must not end */
    JOINT_CHIP,     /* the thin space before a chip */
    JOINT_ROW,      /* the thinner one between chips */
    JOINT_ROW_LONG, /* the same in a long row; a line may end */
    JOINT_BREAK,    /* a space; the line must end */
    JOINT_COUNT
};

/* A row of chips may be broken behind this many. */
enum { ITEM_ROW = 3 };

/* A stretch of text without a place where a line may end. */
struct item {
    const char *text;
    uint32_t len;
    enum joint joint;
    bool chip, strong;
    unsigned under;         /* of its run */
    int beside;             /* of its run, where it is the first of it */
    const struct block *of; /* of a chip: its link, or NULL */
    bool inner;             /* goes on with letters of the word before it */
    int letters;            /* letters and digits in it */
};

/* A walk over runs; members are private to item.c. */
struct scan {
    const struct run *first, *run, *end;
    const char *p, *stop; /* what is left of the run */
    enum joint pending;   /* seen since the last item */
    int newlines;         /* the same */
    int longest;          /* line of the run; 0: not measured */
    int chips;            /* that ended the last items */
    int letters;          /* in a row before p */
    struct token word;    /* the last item, where it is a whole word */
    bool tied;            /* to the one before it */
    bool began;           /* an item was given out */
    bool open;            /* before p stands an opening mark */
};

struct scan item_scan(const struct run *runs, int n);

/* The next item, or false at the end.  White space is folded: runs of it are
   one joint, around the whole text it is nothing; an empty line is
   JOINT_BREAK, and so is the end of a line that had room for its next word.
   Soft hyphens and zero-width spaces become joints. */
bool item_next(struct scan *s, struct item *out);

#endif

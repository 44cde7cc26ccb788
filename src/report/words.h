/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Words that the program itself prints and no block of a layout owns: in the
   foot, and in what a reader who cannot see the page is told. */
#ifndef REPORT_WORDS_H
#define REPORT_WORDS_H

#include "base/buf.h"
#include "base/units.h"

enum say {
    SAY_PAGE_OF,  /* 3 "van" 8 */
    SAY_NOTES,    /* label of free room */
    SAY_ROOM,     /* Alt of writing lines */
    SAY_ROOM_ONE, /* Alt of one writing line */
    SAY_NOT_SCORED,
    SAY_NOT_SETTLED,
    SAY_DIFFER,         /* not settled, because readers differ */
    SAY_OPEN,           /* either, in a narrow place */
    SAY_CONTINUED,      /* behind the name of what goes on on this page */
    SAY_INVENTED,       /* added to the foot */
    SAY_EMBLEM,         /* Alt of the emblem */
    SAY_ALT_BAND,       /* {1} scale, {2} band, or that it has none */
    SAY_ALT_SPREAD,     /* readers' lowest and highest band */
    SAY_ALT_WITHIN,     /* readers differ within one band */
    SAY_ALT_SCORE,      /* scale, score, lowest and highest point, band */
    SAY_ALT_READERS,    /* lowest, highest reader */
    SAY_ALT_PAIR,       /* scale; first, its band; second, its band */
    SAY_ALT_TALLY,      /* day box of the plan */
    SAY_ALT_GUIDE,      /* the example track of the guide */
    SAY_ALT_CIRCLES,    /* scale, lowest and highest point: circles to cross */
    SAY_ALT_KEY,        /* scale, settled score, lowest and highest reader */
    SAY_ALT_VALUE,      /* {1} subscale, {2} value, {3} lowest, {4} highest */
    SAY_ALT_AXIS,       /* {1} subscale, without numbers */
    SAY_ALT_CARD,       /* a link: {1} scale */
    SAY_ALT_QUESTION,   /* a link: {1} chip */
    SAY_ALT_OWN,        /* the teacher's own mark: {1} band */
    SAY_ALT_TRACK,      /* {1} scale: a track to put a cross on */
    SAY_INPUT_AT,       /* a field: {1} label, {2} what it stands at */
    SAY_INPUT_DATE,     /* {1} label of a field for a date */
    SAY_INPUT_CHOOSE,   /* {1} scale: circles to choose one of */
    SAY_INPUT_TICKS,    /* {1} day of the plan: its box */
    SAY_INPUT_WORD,     /* the line below it */
    SAY_INPUT_CHOSEN,   /* {1} scale, {2} point: how often it was chosen */
    SAY_KEEP,           /* in the foot: {1} date */
    SAY_KEEP_OPEN,      /* the same, where the date is not known */
    SAY_CONTENTS,       /* of a collection: its heading, */
    SAY_CONTENTS_SUB,   /* {1} layout, {2} how many; */
    SAY_CONTENTS_ONE,   /* the same of one; */
    SAY_CONTENTS_CASE,  /* {1} number: one that has no name to tell; */
    SAY_CONTENTS_LINK,  /* {1} case: a link; */
    SAY_CONTENTS_PAGES, /* {1} how many pages a case has, */
    SAY_CONTENTS_PAGE,  /* and where it has one; */
    SAY_LEFT_OUT,       /* heading: what is left out, */
    SAY_LEFT_OUT_WHY,   /* why, */
    SAY_LEFT_OUT_MANY,  /* and what is not named: {1} so many, */
    SAY_LEFT_OUT_ONE,   /* or one */
    SAY_COLLECTION,     /* title of the PDF: {1} layout, {2} how many; */
    SAY_COLLECTION_ONE, /* the same of one */
    SAY_COUNT
};

const char *say(enum say what, enum lang lang);

/* The same with {1}, {2} … replaced by `args`. */
const char *say_with(
    struct arena *a, enum say what, enum lang lang, const char *const *args);

#endif

/* SPDX-FileCopyrightText: 2026 the relatieprofiel authors
   SPDX-License-Identifier: MIT */
/* Scoring rules: scales, bands, prompts and all else that an owner of the
   method decides.  Read from INI; every reference between sections is resolved
   to an index, -1 where absent. */
#ifndef RULES_RULES_H
#define RULES_RULES_H

#include "format/ini.h"
#include "format/text.h"

enum { BAND_MIN = 2, BAND_MAX = 5 };

enum copy { COPY_TEACHER, COPY_COACH, COPY_COUNT };

enum group_mark { MARKING_CIRCLE, MARKING_DIAMOND, MARKING_SQUARE };
enum group_color { GROUP_BLUE, GROUP_OCHRE, GROUP_PLUM, GROUP_SLATE };
enum favours { FAVOURS_NEITHER, FAVOURS_HIGH, FAVOURS_LOW };
enum tone { TONE_LIGHT, TONE_MIXED, TONE_HEAVY };
enum question_kind {
    QUESTION_OPEN,
    QUESTION_WORDS,
    QUESTION_WORD,
    QUESTION_MOMENT
};
/* How a moment went, as far as that is known. */
enum went { WENT_UNKNOWN, WENT_WELL, WENT_HARD };
enum settle {
    SETTLE_AGREED,
    SETTLE_MEDIAN,
    SETTLE_MEAN,
    SETTLE_FIRST,
    SETTLE_NONE
};

/* What every section has. */
struct named {
    const char *id; /* behind the last dot of the section's name */
    struct pos at;
    struct texts also; /* other accepted ids */
    int order;         /* place among all sections of all files, from 0 */
};

struct question {
    struct named is;
    int number; /* 1..99 */
    enum question_kind kind;
    int word;       /* of kind word: 1.. */
    enum went went; /* what it asks for: a moment that went so */
    bool optional;  /* an interview may leave it out without a word */
    struct bitext title, text, full;
    struct bitexts probes;
};

struct group {
    struct named is;
    struct bitext title, intro;
    enum group_mark mark;
    enum group_color color;
    bool show[COPY_COUNT];
};

struct band {
    const char *id;                    /* "low" */
    int from;                          /* thousandths: lower bound */
    struct bitext label, brief, about; /* low.nl, low.short.nl, low.about.nl */
};

struct bands {
    struct named is;
    struct band v[BAND_MAX];
    int n;
    bool refused; /* a fault in it was reported */
};

struct scale {
    struct named is;
    struct text code;
    int group;
    int min, max; /* whole points */
    int bands;
    enum favours favours;
    bool show[COPY_COUNT];
    struct bitext title, about;
    struct bitext means[BAND_MAX], anchor[BAND_MAX];
};

struct feeling {
    struct named is;
    struct bitext title;
    enum tone tone;
};

enum condition_kind {
    CONDITION_IS,
    CONDITION_IS_NOT,
    CONDITION_LESS,
    CONDITION_AT_MOST,
    CONDITION_MORE,
    CONDITION_AT_LEAST,
    CONDITION_EQUAL,
    CONDITION_MISSING,
    CONDITION_DIFFERS,
    CONDITION_MORE_THAN
};

struct condition {
    enum condition_kind kind;
    int scale;
    int band;           /* is, is not */
    int value;          /* comparisons: thousandths */
    int other;          /* more_than: scale */
    struct text source; /* as written */
};

struct conditions {
    struct condition *all, *any; /* when.N, any.N */
    int nall, nany;
};

enum target { TARGET_PROFILE, TARGET_SCALE, TARGET_GROUP, TARGET_PHASE };

struct prompt {
    struct named is;
    enum target target;
    int index; /* scale, group or phase */
    struct conditions when;
    int priority;
    struct bitext text;
};

struct pattern {
    struct named is;
    struct conditions when;
    int priority;
    struct bitext notice, prompt;
    enum target target; /* of the prompt */
    int index;
    int *focus; /* scales */
    int nfocus;
};

struct phase {
    struct named is;
    struct bitext title;
    int minutes;
};

struct goal {
    struct named is;
    struct bitext title, idea;
};

struct selfq {
    struct named is;
    struct bitext text;
};

struct questionnaire {
    struct named is;
    struct bitext title;
    int min, max; /* answer range */
    int items;    /* how many it has */
};

struct subscale {
    struct named is;
    int questionnaire;
    struct bitext title;
    int *items; /* item numbers */
    bool *reversed;
    int nitems;
    bool mean; /* else sum */
    int missing_at_most;
    int bands; /* -1: none */
};

enum reference_status { REFERENCE_PUBLISHED, REFERENCE_LOCAL, REFERENCE_NORM };

struct reference {
    struct named is;
    int scale, subscale;  /* one is -1 */
    int value, low, high; /* thousandths */
    bool has_range;
    struct bitext source, population;
    int n;
    enum reference_status status;
};

struct retention {
    struct named is;
    int years;
    bool from_interview, until_year_end;
    struct bitext text;
};

struct wording {
    struct texts avoid[LANG_COUNT];
    struct texts of_child[LANG_COUNT];  /* not words for a relationship */
    int words_per_sentence[LANG_COUNT]; /* 0: no limit */
};

struct rules {
    const struct source *src;
    struct text id, edition;
    struct text include; /* the rules below these; or absent */
    bool has_lang[LANG_COUNT];
    struct bitext title, note, caution;
    struct bitext child, teacher, coach; /* [words] */
    bool formal;                         /* address.nl = u */
    enum settle settle[4];
    int nsettle;
    int differ_from; /* thousandths */
    bool half_points;
    int default_bands;
    struct question *questions;
    int nquestions;
    struct group *groups;
    int ngroups;
    struct bands *bands;
    int nbands;
    struct scale *scales;
    int nscales;
    struct feeling *feelings;
    int nfeelings;
    struct prompt *prompts;
    int nprompts;
    struct pattern *patterns;
    int npatterns;
    struct phase *phases;
    int nphases;
    struct goal *goals;
    int ngoals;
    struct selfq *selves;
    int nselves;
    struct questionnaire *questionnaires;
    int nquestionnaires;
    struct subscale *subscales;
    int nsubscales;
    struct reference *references;
    int nreferences;
    struct retention *retentions;
    int nretentions;
    int same_at_most; /* [compare], thousandths */
    struct bitext alike, differs, open, more, less;
    struct wording wording;
};

/* Reads rules from one or more files: of a section that several have, the
   last file's replaces the others' (a remark says so, R001) in its place in
   the order.  Each file begins with [format]; one that says no more there than
   kind and version leaves the earlier [format] as it is.  One with the key
   `include` comes behind the file that it includes: its sections replace
   without a remark, and its [format] key by key.  False when an error
   was reported: R1xx the dialect, R2xx values, R3xx what they mean. */
bool rules_parse(struct arena *a, struct diag *d,
    const struct source *const *files, int nfiles, struct rules *out);

/* Index of the section with that id or `also`, or -1. */
int rules_scale(const struct rules *r, const char *id);
int rules_feeling(const struct rules *r, const char *id);
int rules_goal(const struct rules *r, const char *id);
int rules_questionnaire(const struct rules *r, const char *id);
int rules_retention(const struct rules *r, const char *id);
int rules_group(const struct rules *r, const char *id);

/* Index of the subscale called "QUESTIONNAIRE.ID", or -1. */
int rules_subscale(const struct rules *r, const char *id);

/* The lowest and highest value a subscale can have, in thousandths. */
void rules_subscale_range(
    const struct rules *r, const struct subscale *s, int *min, int *max);

/* The question with that number, or NULL. */
const struct question *rules_question(const struct rules *r, int number);

/* The band that a value (thousandths) of a scale lies in. */
int rules_band(const struct rules *r, int scale, int value);

/* Calls `visit` for every text that may be printed, with its language. */
void rules_each_text(const struct rules *r,
    void (*visit)(void *ctx, const struct text *text, enum lang lang),
    void *ctx);

/* All of it as text, for --dump and tests; only of rules that were read
   without an error. */
void rules_dump(const struct rules *r, struct buf *out);

#endif
